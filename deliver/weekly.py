"""The weekly mail of what a manager's home says: which companies need somebody, never who of us did what.

Like the digest it is plain text and light markup, says nothing when there is nothing, and is stopped by one click.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from html import escape

from deliver.digest import PAGE, TEXT, Reader, plain
from deliver.protocol import Letter
from i18n.language import language, speaking
from i18n.phrases import day, need, other_level
from i18n.texts import _
from store.queries.today import Found

NAMED = 5  # of each


def weekly(found: Found, reader: Reader, message_id: str, today: date) -> Letter:
    """What companies need, as a letter in its reader's language."""
    with speaking(reader.language):
        return _written(found, reader, message_id, today)


def _written(found: Found, reader: Reader, message_id: str, today: date) -> Letter:
    subject = ", ".join(need(found.changed_total, found.quiet_total, found.due_total))
    groups = list(_groups(found, today))
    said = {
        "first": f"{subject}.", "open": _("Open my page"), "review": f"{reader.url}/today",
        "end": _("Stop these mails"), "unasked": _("(I will not ask why.)"), "stop": reader.stop,
    }  # fmt: skip
    text = "\n\n".join("\n".join([f"{head}:", *(f"  {line}" for line in lines)]) for head, lines in groups)
    marked = "\n".join(
        f"<p><b>{escape(head)}</b></p><ul>{''.join(f'<li>{escape(line)}</li>' for line in lines)}</ul>"
        for head, lines in groups
    )
    shown = {name: escape(value) for name, value in (said | {"subject": subject}).items()}
    html = PAGE.format_map(shown | {"lines": marked, "language": language()})
    labels = {name: f"{said[name]}:" for name in ("open", "end")}
    return Letter(
        reader.address, reader.name, subject, TEXT.format_map(said | labels | {"lines": f"\n{text}"}), message_id, html,
        reader.stop,
    )  # fmt: skip


def _groups(found: Found, today: date) -> Iterator[tuple[str, list[str]]]:
    """Each sentence with the companies that it is of."""
    if found.changed:
        said = need(found.changed_total, 0, 0)[0]
        yield said, [f"{plain(each.company)}: {other_level(each.before, each.after)}" for each in found.changed[:NAMED]]
    if found.quiet:
        last = _("{company}: last in the week of {day}")
        lines = [last.format(company=plain(each.company), day=day(each.last, today)) for each in found.quiet[:NAMED]]
        yield need(0, found.quiet_total, 0)[0], lines
    if found.due:
        ours, theirs = _("{company}: we promised by {day}"), _("{company}: they promised by {day}")
        lines = [
            (ours if each.ours else theirs).format(
                company=plain(each.company or _("somebody of no company")), day=day(each.due_on, today)
            )
            for each in found.due[:NAMED]
        ]
        yield need(0, 0, found.due_total)[0], lines
