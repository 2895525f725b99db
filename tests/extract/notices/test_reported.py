"""What a notice reports, by its kind."""

from __future__ import annotations

import pytest

from extract.facts import Findings
from extract.mail import body, quoting
from extract.notices.reported import Reported, reported_in
from extract.notices.signs import Divided
from tests.extract.letters import letter, read
from tests.extract.notices.seen import seen


def reported(payload: bytes) -> Reported:
    signs = seen(payload)
    text = body.text_of(signs.root, []).text
    message = read(payload).message
    assert message is not None
    return reported_in(signs, Divided(text, quoting.segments_of(text)), message, None)


def findings(payload: bytes) -> Findings:
    found = reported(payload).findings
    assert found is not None
    return found


def test_a_bounce_reports_addresses() -> None:
    found = reported(letter("Gone.", X_Failed_Recipients="pit@torf.example"))
    assert found.findings is not None
    assert [fact.address for fact in found.findings.bounces] == ["pit@torf.example"]
    assert [source.name for source in found.sources] == ["x-failed-recipients"]


def test_an_absence_notice_reports_an_absence() -> None:
    found = findings(letter("I am away. Ask ida@halden.example.", Auto_Submitted="auto-replied"))
    assert found.absence is not None
    assert (found.absence.substitute, found.employments) == ("ida@halden.example", ())


def test_or_a_departure() -> None:
    found = findings(letter("Greta has left us for good.", Auto_Submitted="auto-replied"))
    assert ([fact.change for fact in found.employments], found.absence) == (["left"], None)


@pytest.mark.parametrize("fields", [{}, {"From": "noreply@halden.example"}, {"Precedence": "bulk"}])
def test_other_messages_report_nothing(fields: dict[str, str]) -> None:
    assert reported(letter(**fields)) == Reported()
