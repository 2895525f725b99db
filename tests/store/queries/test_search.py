"""Finding by the beginnings of words, without accents, and almost; under the application's own role."""

from __future__ import annotations

from unicodedata import normalize

import pytest
from sqlalchemy import text

from store.queries import directory, notes, search
from store.queries.search import Entity, words_of
from tests.firm import Person as Rep
from tests.readings import mail, under_the_name, with_desks

GRETA, ANDRE = "greta.becker@halden.example", "a.lefevre@kestrel.example"


@pytest.fixture
def filled(ines: Rep) -> Rep:
    """Greta Becker of Halden and André Lefèvre of Kestrel, each with a note."""
    for number, address, name in ((1, GRETA, "Greta Becker"), (11, ANDRE, "André Lefèvre")):
        got = under_the_name(mail(number, address, ines.address), name)
        ines.feed(got, mail(number + 1, ines.address, address, answers=number))
    ines.approve_all()
    return ines


def found(rep: Rep, entity: Entity, asked: str) -> list[str]:
    with rep.app.transaction(rep.acting) as session:
        if entity == "interaction":
            ids = search.notes(session, asked, 9)
            return [note.title for note in notes.notes(session, notes.Narrowed(), ids)]
        hits = search.named(session, entity, asked, 9)
        read = directory.people if entity == "contact" else directory.companies
        names = {row.id: row.name for row in read(session, ids=hits.ids)}
        return [("~" if hits.alike else "") + names[id_] for id_ in hits.ids]


def test_the_beginnings_of_words_in_any_order(filled: Rep) -> None:
    asked = [
        "greta",
        "GRE",
        "becker",
        "beck gre",
        "greta.becker@halden.example",
        "halden.ex",
        "greta halden",
        "  greta  ",
    ]
    assert [found(filled, "contact", each) for each in asked] == [["Greta Becker"]] * len(asked)


def test_accents_are_put_aside_on_both_sides(filled: Rep) -> None:
    asked = ["andré", "andre lefevre", "LEFÈVRE", "lefe", normalize("NFD", "Lefèvre André")]
    assert [found(filled, "contact", each) for each in asked] == [["André Lefèvre"]] * len(asked)


def test_what_is_spelled_almost_so_says_that(filled: Rep) -> None:
    asked = ["gretta", "bekcer", "Grta Beker", "gerta", "becker gerta", "gerta b"]
    assert [found(filled, "contact", each)[0] for each in asked] == ["~Greta Becker"] * len(asked)


def test_what_nobody_is_called_finds_nobody_and_harms_nothing(filled: Rep) -> None:
    asked = ["", "   ", "%", "_", "'; drop table contact", "reta", "x" * 5000, "\U0010ffff"]
    assert [found(filled, "contact", each) for each in asked] == [[]] * len(asked)


def test_companies_by_name_and_domain(filled: Rep) -> None:
    assert found(filled, "company", "hald") == found(filled, "company", "halden.example") == ["Halden"]


@pytest.mark.parametrize(("rare", "spellings"), [(search.RARE, search.SPELLINGS), (1, search.SPELLINGS), (1, 0)])
def test_notes_by_their_titles_and_by_who_took_part(
    filled: Rep, monkeypatch: pytest.MonkeyPatch, rare: int, spellings: int
) -> None:
    """However many rows a word has, and however many words begin so."""
    monkeypatch.setattr(search, "RARE", rare)
    monkeypatch.setattr(search, "SPELLINGS", spellings)
    assert found(filled, "interaction", "matter greta") == found(filled, "interaction", "greta") == ["Matter 1"]
    assert found(filled, "interaction", "matter 1 lefevre") == ["Matter 11"]
    assert found(filled, "interaction", "matter") == ["Matter 11", "Matter 1"]
    assert found(filled, "interaction", "matter nobody") == []


def test_who_begins_so_comes_before_who_only_has_such_a_word(filled: Rep) -> None:
    address = "becker@kestrel.example"
    filled.feed(
        under_the_name(mail(31, address, filled.address), "Becker Anna"), mail(32, filled.address, address, answers=31)
    )
    filled.approve_all()
    assert found(filled, "contact", "becker") == ["Becker Anna", "Greta Becker"]


def test_what_is_taken_back_is_found_no_more(filled: Rep) -> None:
    filled.undo()
    assert found(filled, "interaction", "matter") == []
    assert filled.count("shared_word") == filled.count("known_word") == 0


def test_a_word_is_known_as_long_as_somebody_is_called_so(filled: Rep) -> None:
    def known() -> set[str]:
        with filled.app.transaction(filled.acting) as session:
            return set(session.scalars(text("select word from known_word where entity = 'contact'")))

    assert {"greta", "becker", "lefevre", "kestrel"} <= known()
    with filled.app.transaction(filled.acting) as session:
        session.execute(text("update contact set name = 'Greta Lefèvre' where name = 'Greta Becker'"))
        session.execute(text("update contact set name = 'André' where name = 'André Lefèvre'"))
        session.execute(text("delete from contact_point where value like 'a.lefevre@%'"))
    assert {"greta", "lefevre", "becker", "halden"} <= known()  # her address says becker
    assert "kestrel" not in known()


def test_what_nobody_approved_has_no_words(ines: Rep) -> None:
    ines.feed(mail(1, GRETA, ines.address), mail(2, ines.address, GRETA, answers=1))
    assert ines.count("shared_word") == 0


def test_words_are_found_by_index(filled: Rep) -> None:
    with filled.app.transaction(filled.acting) as session:
        session.execute(text("set local enable_seqscan = off"))
        begins = "entity = 'contact' and word >= folded('gre') and word < folded('gre') || '~'"
        plan = session.scalars(text(f"explain select row_id from shared_word where {begins}")).all()
    assert any("Index Cond: ((entity = 'contact'::text) AND (word >= " in line for line in plan)


def test_words_of_a_question() -> None:
    assert words_of("Greta_Becker, (Halden)!") == ["Greta", "Becker", "Halden"]
    assert len(words_of("a " * 50)) == 8


def test_companies_by_the_addresses_of_their_desks(filled: Rep) -> None:
    desk = "orders@halden.example"
    read = [mail(41, filled.address, desk), mail(42, desk, filled.address, answers=41)]
    filled.feed(*(with_desks(reading, desk) for reading in read))
    filled.approve_all()
    assert found(filled, "company", "orders hal") == ["Halden"]
