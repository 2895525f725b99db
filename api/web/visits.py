"""Looks at one's notes as visits: what one person saw on one page at one time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from i18n.phrases import counted
from i18n.texts import N_, _
from store.viewings import Look

PAGES = {
    "timeline": N_("on the timeline"), "people": N_("on a person's page"), "companies": N_("on a company's page"),
    "find": N_("on a search"), "trends": N_("behind a number of the trends"), "today": N_("on a manager's home"),
}  # fmt: skip
ROLES = {"admin": N_("admin"), "rep": N_("rep"), "manager": N_("manager"), "reader": N_("reader")}


@dataclass(frozen=True, slots=True)
class Visit:
    """What one person saw on one page at one time."""

    viewer: str
    roles: str
    saw: str
    through: str
    viewed_at: datetime
    titles: tuple[str, ...]


def visits(looks: Iterable[Look]) -> list[Visit]:
    """Looks, newest first, joined where somebody saw several notes at once."""
    return [_visit(list(of_it)) for _, of_it in groupby(looks, key=lambda one: (one.viewed_at, one.page, one.viewer))]


def _visit(looks: list[Look]) -> Visit:
    first, room = looks[0], looks[0].page.partition("/")[0]
    titles = tuple(dict.fromkeys(look.title or _("a note that is gone") for look in looks))
    saw = counted("a note of yours", "{n} notes of yours", len(looks))
    roles = ", ".join(_(ROLES.get(role, role)) for role in sorted(first.roles))
    return Visit(first.viewer, roles, saw, _(PAGES.get(room, room)), first.viewed_at, titles)
