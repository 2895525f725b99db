from __future__ import annotations

from demo.world import DEMO, Person, Size, World


def test_a_person_has_names_and_addresses() -> None:
    doctor = Person("doctor", "Dr. Luca Rossi", "a@x.example", "", "", "de", alias="b@x.example")
    assert (doctor.first, doctor.last) == ("Luca", "Rossi")
    assert doctor.addresses == ("a@x.example", "b@x.example")


def test_the_demo_is_nine_weeks_long() -> None:
    assert Size(weeks=9, noise=20) == DEMO


def test_reps_are_those_with_a_mailbox(world: World) -> None:
    assert [one.person.name for one in world.reps] == ["Ines Duarte", "Jonas Weber"]
    assert [one.roles for one in world.staff] == [("rep",), ("rep",), ("rep",), ("manager",), ("admin",)]


def test_a_file_knows_its_path(world: World) -> None:
    sent = next(one for one in world.files if one.folder == ".Sent")
    assert sent.path == f"{sent.rep}/Maildir/.Sent/cur/{sent.name}"
    assert len(sent.sha256) == 64
