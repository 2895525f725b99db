from __future__ import annotations

from datetime import date

from api.web.today import groups, sentence
from store.queries.today import Changed, Due, Found, Quiet
from tests.builders import ONE, TWO

TODAY = date(2026, 3, 12)
NOTHING = Found((), (), (), 0, 0, 0)
FOUND = Found(
    (Changed(ONE, "Halden", date(2026, 2, 2), 9, 2),),
    (Quiet(TWO, "Kestrel", date(2025, 3, 17), date(2026, 1, 5), 40),),
    (Due("send it", date(2026, 3, 10), ours=True, note_id=ONE, company_id=None, company=None),
     Due("pay", date(2026, 3, 20), ours=False, note_id=ONE, company_id=TWO, company="Kestrel")),
    1, 12, 2,
)  # fmt: skip


def test_nothing_to_say_is_nothing() -> None:
    assert groups(NOTHING, TODAY) == []


def test_three_sentences_each_with_its_companies_and_their_notes() -> None:
    told = groups(FOUND, TODAY)
    assert sentence(told) == "1 company changed, 12 companies went quiet, 2 promises are due"
    changed, quiet, due = told
    assert [line.says for line in changed.lines] == ["less: from about 9 to 2 notes a week since Mon 2 Feb"]
    assert changed.lines[0].behind == f"/trends/notes?first=2026-02-02&last=2026-03-23&company={ONE}"
    assert [line.says for line in quiet.lines] == ["40 notes in the year before, last in the week of Mon 5 Jan"]
    assert quiet.lines[0].behind == f"/trends/notes?first=2025-03-17&last=2026-01-05&company={TWO}"
    assert (changed.all_of, quiet.all_of, due.all_of) == ("", "/today/quiet", "")
    assert [(line.name, line.says, line.late) for line in due.lines] == [
        ("somebody of no company", "we promised: send it · was due on Tue 10 Mar", True),
        ("Kestrel", "they promised: pay · due on Fri 20 Mar", False),
    ]
    assert [line.link for line in due.lines] == [f"/notes/{ONE}", f"/companies/{TWO}"]
