"""Letters in their reader's language; what was read stays as it was written."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from deliver.digest import Reader, digest
from deliver.notices import SUBJECTS, _notice
from i18n.language import language
from store.judgement.drafts import ContactFields
from store.models.private.outbox import Outgoing
from store.queries.waiting import Waiting

TUESDAY = datetime(2026, 11, 24, 7, 30, tzinfo=UTC)
INES = Reader(
    "Ines Duarte", "ines@alder.example", "Europe/Berlin", "de", "https://crm.example", "https://crm.example/s", TUESDAY
)
GRETA = ContactFields("Greta Becker", "greta@halden.example", "Halden", "halden.example")


def test_a_digest_in_german() -> None:
    letter = digest(Waiting(TUESDAY - timedelta(days=5), 1_200, 2, (GRETA,), (GRETA,), 1), INES, "<m@x>")
    assert letter.subject == "1.202 Notizen für Sie, etwa 18 Minuten"
    assert letter.text.startswith("Ines, seit Do, 19. Nov. 08:30 habe ich 1.202 Dinge notiert.")
    assert "Neue Person: Greta Becker, Halden? · 1 Notiz, die privat sein könnte" in letter.text
    assert (
        "Meine Durchsicht öffnen: https://crm.example/r\nDiese Mails abbestellen: https://crm.example/s" in letter.text
    )
    assert '<html lang="de">' in letter.html
    assert language() == "en"


@pytest.mark.parametrize("kind", SUBJECTS)
def test_a_notice_in_french(kind: str) -> None:
    letter = _notice(Outgoing(kind=kind), replace(INES, language="fr"), "<m@x>")
    assert "boîte mail" in letter.subject
    assert "Ouvrir vos boîtes mail\u00a0: https://crm.example/connections" in letter.text
    assert SUBJECTS[kind] not in letter.subject
