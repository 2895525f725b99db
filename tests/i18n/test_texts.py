"""Texts come out in the language that is spoken; English is its own key."""

from __future__ import annotations

from i18n.language import DEFAULT, LANGUAGES, speaking
from i18n.texts import N_, NN_, _, around, catalogue, file_of, ngettext


def test_english_is_itself() -> None:
    assert (_("Nobody wrote this"), _(""), N_("a"), NN_("a", "b")) == ("Nobody wrote this", "", "a", ("a", "b"))
    assert [ngettext("one", "many", count) for count in (0, 1, 2)] == ["many", "one", "many"]


def test_every_other_language_has_a_file_and_what_is_not_in_it_stays_english() -> None:
    for language in LANGUAGES.keys() - {DEFAULT}:
        assert file_of(language).is_file()
        with speaking(language):
            assert (_("Nobody wrote this"), _("")) == ("Nobody wrote this", "")
            assert catalogue(language) is catalogue(language)


def test_a_text_is_cut_around_a_name() -> None:
    assert around("Met {who} today", "who") == ("Met ", " today")
    assert around("Met", "who") == ("Met", "")
