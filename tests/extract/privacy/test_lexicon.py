"""The lists made ready to be looked up."""

from __future__ import annotations

from extract.privacy.lexicon import HINT, SIGN, STEM, lexicon


def test_a_word_is_listed_with_its_endings_and_spellings() -> None:
    known = lexicon()
    (plural,) = (each for each in known.words["solicitors"] if each.weight == HINT)
    assert (plural.listed, plural.matter) == ("solicitor", "law")
    assert known.words["vacancies"][0].listed == "vacancy"
    assert {each.listed for each in known.words["hopital"]} == {"hôpital"}


def test_short_words_have_no_other_forms() -> None:
    assert "hr" in known_words()
    assert "hrs" not in known_words()


def known_words() -> set[str]:
    return set(lexicon().words)


def test_phrases_stand_by_their_longest_word() -> None:
    assert "mortgage applications" in {each.form for each in lexicon().phrases["applications"]}
    assert {each.weight for each in lexicon().owned["landlord"]} == {SIGN}


def test_stems_stand_by_their_first_or_last_letters() -> None:
    known = lexicon()
    assert "zahnarzt" in {each.form for each in known.beginnings["zahn"]}
    assert "arzt" in {each.form for each in known.ends["arzt"]}
    stems = [each.form for index in (known.beginnings, known.ends) for found in index.values() for each in found]
    assert min(map(len, stems)) >= STEM
    assert not [stem for stem in stems if "*" in stem or " " in stem]


def test_possessives_of_all_languages() -> None:
    assert {"my", "meiner", "ma"} <= lexicon().mine
