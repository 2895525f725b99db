from __future__ import annotations

import pytest

from bench.corpus.contact import Contact, Phone, contact, phone
from bench.corpus.errors import CorpusError
from bench.corpus.markup import parse


def test_the_fields_of_a_block() -> None:
    found = contact(
        parse(
            "Bye\n%% signature\n{{name|Dana}}\n{{title|Head of}}  {{phone work|1}}\n{{title|Sales}}\n"
            "{{address|2 Mill St,\nTown}}\n{{address|UK}}\n{{email|a@b.example}} {{email|c@d.example}}\n"
            "{{url|b.example}}"
        )
    )
    assert found == Contact(
        name="Dana", title="Head of Sales", company=None, department=None, phones=(Phone("1", "work"),),
        address="2 Mill St, Town, UK", urls=("b.example",), email="a@b.example", other_emails=("c@d.example",),
    )  # fmt: skip


def test_no_block_no_contact() -> None:
    assert contact(parse("Bye\n{{signoff|Dana}}")) is None


def test_a_phone_has_a_known_type() -> None:
    marked = parse("{{phone|1}} {{phone cell|2}}")
    assert phone(marked, marked.marks[0]) == Phone("1", "unspecified")
    with pytest.raises(CorpusError, match="mobile"):
        phone(marked, marked.marks[1])
