from __future__ import annotations

import pytest

from bench.corpus.errors import CorpusError
from bench.corpus.labels import Absence, Bounce, Label, label
from bench.corpus.markup import parse
from tests.bench.corpus.written import HEAD, message


def labelled(body: str, head: str = HEAD) -> Label:
    block = message(body, head)
    return label(block, parse(block.body))


def test_lines_are_counted_without_marks_and_blank_ends() -> None:
    found = labelled(
        "Hi\n\n{{signoff|D}}\n\n%% signature\n--\\s\n{{name|D W}}\n\n%% quoted\n> a\n%% new\n\nYes\n\n%% footer\nList\n"
    )
    assert found.new_text_line_ranges == ((1, 6), (10, 10))
    assert (found.signature_line_range, found.signoff_line) == ((5, 6), 3)
    assert found.boilerplate_line_ranges == ((12, 12),)


def test_a_pure_forward_has_no_new_text() -> None:
    assert labelled("%% forwarded\nFrom: a@b.example\n\nHi").new_text_line_ranges == ()


def test_commitments() -> None:
    found = labelled(
        "{{promise 2026-11-27|I send {{due|by\nFriday}}}}. {{request due=asap|Call}} me asap. {{request|Reply}}."
    ).commitments
    assert [(each.who, each.text, each.due_text, each.due_date) for each in found] == [
        ("author", "I send by Friday", "by Friday", "2026-11-27"),
        ("recipient", "Call", "asap", None),
        ("recipient", "Reply", None, None),
    ]
    assert (found[1].start, found[1].end) == (18, 22)


def test_meetings() -> None:
    found = labelled(
        "{{meeting proposed|soon}} {{meeting cancelled 2026-12-01|that}} "
        "{{meeting confirmed 2026-12-01T14:00 from=2026-11-30T14:00|now Tue at 2}}"
    ).meetings
    assert [(each.text, each.start, each.status, each.moved_from) for each in found] == [
        ("soon", None, "proposed", None),
        ("that", "2026-12-01", "cancelled", None),
        ("now Tue at 2", "2026-12-01T14:00", "confirmed", "2026-11-30T14:00"),
    ]


def test_people_and_own_numbers() -> None:
    found = labelled("{{mention title=CFO phone=555|Karl Voss}}, CFO, on 555. Me: {{phone mobile|556}}.")
    (person,) = found.mentioned_people
    assert (person.name, person.title, person.phones) == ("Karl Voss", "CFO", ("555",))
    assert [(each.number, each.type) for each in found.author_phones_in_body] == [("556", "mobile")]


def test_absences() -> None:
    head = HEAD.replace("person", "out_of_office")
    assert labelled("Back on {{back 2027-01-04|4 January}}.", head).absence == Absence(
        "2027-01-03", "2027-01-04", (), departed=False
    )
    found = labelled(
        "Until {{until 2027-01-03|3.1.}}, ask {{substitute email=e@b.example|Eva}}: e@b.example.", head
    ).absence
    assert found is not None
    assert (found.until, found.back, found.substitutes[0].email) == ("2027-01-03", None, "e@b.example")
    assert labelled("Hi").absence is None


def test_bounces() -> None:
    head = HEAD.replace("person", "bounce") + "@bounced: a@b.example\n@permanent: yes\n"
    assert labelled("No", head).bounce == Bounce(("a@b.example",), permanent=True)


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        ("{{promis|x}}", "no mark 'promis'"),
        ("{{promise 27.11.|x}}", "no date"),
        ("{{request due=tomorrow|x}}", "'tomorrow' does not stand"),
        ("{{meeting maybe|x}}", "cancelled"),
        ("{{meeting proposed 2026-11-27T2|x}}", "no moment"),
        ("{{mention title=CFO|Karl}}", "'CFO' does not stand"),
        ("{{title|CFO}}", "outside the signature"),
        ("%% quoted\n> {{due|x}}", "did not write"),
    ],
)
def test_a_label_that_cannot_be_is_refused(body: str, complaint: str) -> None:
    with pytest.raises(CorpusError, match=complaint):
        labelled(body)


@pytest.mark.parametrize("head", [HEAD.replace("person", "letter"), HEAD.replace("person", "bounce")])
def test_kinds_are_checked(head: str) -> None:
    with pytest.raises(CorpusError, match=r"@kind|@bounced"):
        labelled("Hi", head)
