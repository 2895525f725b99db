from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from api.web.evidence import AROUND, Piece, numbered
from api.web.sentences import Field
from store.queries.evidence import Proof, Source
from tests.builders import MONDAY

MAIL, TALK = UUID(int=1), UUID(int=2)
SAID = "As agreed we move the pilot to week 49."


def proof(field: str, words: str, text: str = SAID, source: str = "text", origin: UUID = MAIL) -> Proof:
    start = text.index(words)
    return Proof(field, source, "", words, "", origin, start, start + len(words))


def letter(text: str = SAID, title: str = "Pilot") -> Source:
    return Source(MAIL, "mail", MONDAY, "Tomás", title, text)


def test_a_field_and_its_words_have_one_number() -> None:
    fields = [Field("title", "About", "Pilot"), Field("people", "People", "Tomás")]
    proofs = [proof("title", "Pilot", "Pilot", "subject"), proof("people", "week 49")]
    found = numbered(fields, proofs, [letter()])
    assert [(row.label, row.number, row.note) for row in found.rows] == [("About", 1, ""), ("People", 2, "")]
    (passage,) = found.passages
    assert passage.title == (Piece("Pilot", (1,)),)
    assert passage.text == (Piece("As agreed we move the pilot to "), Piece("week 49", (2,)), Piece("."))
    assert "".join(piece.text for piece in passage.text) == SAID


def test_words_that_two_fields_share_carry_both_numbers() -> None:
    fields = [Field("name", "Name", "a"), Field("address", "Address", "b")]
    found = numbered(fields, [proof("name", "the pilot"), proof("address", "pilot")], [letter()])
    assert [piece.numbers for piece in found.passages[0].text] == [(), (1, 2), ()]


def test_what_a_calendar_says_in_signs_is_from_the_calendar() -> None:
    signs = {"starts_at": "20261124T100000", "ends_at": "20261124T104500", "location": "Room 2"}
    proofs = [Proof(name, "calendar", "", words, "", TALK, 0, len(words)) for name, words in signs.items()]
    talk = Source(TALK, "meeting", MONDAY, "Calendar", "Pilot review", "Room 2")
    found = numbered([Field("starts_at", "When", "today")], proofs, [talk])
    assert [(row.label, row.value, row.number, row.note) for row in found.rows] == [
        ("When", "today", 0, "from your calendar"), ("Place", "Room 2", 1, "stays with you"),
    ]  # fmt: skip
    assert (found.passages[0].text, found.passages[0].besides) == ((Piece("Room 2", (1,)),), ())


def test_words_whose_mail_is_gone_are_kept_apart() -> None:
    lost = replace(proof("name", "pilot"), origin=None)
    found = numbered([Field("name", "Name", "Greta")], [lost], [])
    assert found.gone == (Piece("pilot", (1,)),)
    assert found.passages == ()


def test_words_of_a_mail_that_is_no_part_of_it_are_from_an_earlier_one() -> None:
    earlier = replace(proof("title", "pilot"), origin=TALK)
    found = numbered([Field("title", "About", "Pilot")], [earlier], [letter()])
    assert [(row.number, row.note) for row in found.rows] == [(0, "from an earlier mail")]
    assert found.gone == ()


def test_of_a_long_text_only_what_is_near_the_words_is_shown() -> None:
    text = f"{'before ' * 200}we move{' after' * 200}"
    (passage,) = numbered([Field("title", "About", "x")], [proof("title", "we move", text)], [letter(text)]).passages
    assert passage.is_cut
    assert [piece.numbers for piece in passage.text] == [(), (1,), ()]
    assert all(len(piece.text) <= AROUND + 2 for piece in passage.text)
    (plain,) = numbered([Field("title", "About", "x")], [], [letter(text)]).passages
    assert plain.text[0].text.endswith("…")


def test_a_place_that_is_not_in_the_text_marks_nothing() -> None:
    far = Proof("title", "text", "", "gone", "", MAIL, 500, 504)
    (passage,) = numbered([Field("title", "About", "x")], [far], [letter()]).passages
    assert passage.text == (Piece(SAID),)


def test_a_person_s_role_is_no_note_s_title() -> None:
    found = numbered([Field("title", "Role", "Buyer")], [proof("title", "pilot")], [letter()])
    assert [(row.label, row.number, row.note) for row in found.rows] == [("Role", 1, "")]
