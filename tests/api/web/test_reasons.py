"""Why something is asked: every sentence that judging writes is known to the catalogues."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from api.web import reasons
from i18n.language import speaking
from ingest.errors import CredentialsRejected, Unavailable
from store.judgement.drafts import Doubt, MergeFields
from store.judgement.identity import weights
from store.judgement.parties import Side
from store.judgement.sureness import MATTERS
from tests.source_tree import ROOT, modules

LEVELS = (
    weights.NAME, weights.PLACE, weights.PHONE, weights.CONTEXT, weights.SILENCE, weights.COMPANY_NAME,
    weights.COMPANY_PEOPLE, weights.COMPANY_SILENCE,
)  # fmt: skip


def known(text: str, templates: tuple[str, ...] = reasons.SENTENCES) -> bool:
    return any(reasons.found_in(template, text) is not None for template in templates)


def written_by(path: Path) -> Iterator[str]:
    """The sentences that a module gives suggestions, ``3`` for what is put into them."""
    for node in ast.walk(ast.parse((ROOT / path).read_text())):
        if not isinstance(node, ast.Call):
            continue
        named = getattr(node.func, "id", "")
        given = [*node.args[1:2]] if named == "Verdict" else [each.value for each in node.keywords if each.arg == "why"]
        for text in given:
            if isinstance(text, ast.Constant):
                yield str(text.value)
            elif isinstance(text, ast.JoinedStr) and not isinstance(text.values[0], ast.FormattedValue):
                yield "".join(
                    str(getattr(part, "value", "")) if isinstance(part, ast.Constant) else "3" for part in text.values
                )


def test_every_sentence_that_judging_writes_is_known() -> None:
    paths = [path for path in modules() if path.parts[0] == "store"]
    found = [sentence for path in paths for sentence in written_by(path)]
    assert [sentence for sentence in found if not known(sentence)] == []
    assert len(found) > 10


def test_every_doubt_and_every_private_matter_has_its_words() -> None:
    assert set(Doubt) == reasons.DOUBTS.keys()
    assert all(map(known, MATTERS.values()))


def test_every_reason_for_one_person_or_company_has_its_words() -> None:
    said = [level.words.format("Greta") for levels in LEVELS for level in levels.values() if level.words]
    assert [text for text in said if not known(text, reasons.CLAUSES)] == []
    assert len(said) > 10


@pytest.mark.parametrize(
    ("template", "text", "values"),
    [
        ("You know {who}.", "You know Ada.", {"who": "Ada"}),
        ("You know {who}: {seen} before.", "You know Ada: 2 mails before.", {"who": "Ada", "seen": "2 mails"}),
        ("{n} of them", "3 of them", {"n": "3"}), ("you answered to {who}", "you answered to Ada", {"who": "Ada"}),
        ("same name", "same name", {}),
        ("You know {who}.", "You knew Ada.", None), ("You know {who}.", "You know .", None),
        ("same name", "same name, one of them short", None), ("You know {who}.", "You know Ada", None),
        ("you answered to {who}", "you answered to ", None), ("{n} of them", "You know Ada.", None),
    ],
)  # fmt: skip
def test_a_sentence_is_found_with_what_stands_in_it(template: str, text: str, values: dict[str, str] | None) -> None:
    assert reasons.found_in(template, text) == values


def test_english_is_shown_as_it_is_stored_and_so_is_what_nobody_knows() -> None:
    assert reasons.why("You know {odd} Ada.") == "You know {odd} Ada."
    with speaking("de"):
        assert reasons.why("Nobody ever wrote this") == "Nobody ever wrote this"
    assert reasons.doubt("another") == "another"


def test_a_mail_servers_answer_is_told_by_its_kind() -> None:
    error = CredentialsRejected("The server says no.")
    assert reasons.refusal(error) == "The server says no."
    with speaking("de"):
        assert reasons.refusal(error).endswith(" The server says no.")
        assert "The server" not in reasons.refusal(Unavailable("The server is away."))


def test_a_question_whether_two_are_one_is_put_together_from_its_reasons() -> None:
    reasons_ = ("same name, one of them short", "you answered to a@b.example")
    fields = MergeFields("contact", Side(None, "A", (), ()), Side(None, "B", (), ()), reasons_)
    stored = "Same name, one of them short, you answered to a@b.example. The sender is not proven."
    assert reasons.why(stored, fields) == stored
    with speaking("de"):
        told = reasons.why(stored, fields)
    assert "a@b.example" in told
    assert told.count(".") == stored.count(".")
