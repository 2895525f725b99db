from __future__ import annotations

import pytest

from store.crypto import Sealer
from store.errors import NotReady
from store.installation import is_locked, unlock
from tests.firm import Firm

KEY = bytes(range(32))


def test_the_company_key_is_made_once(firm: Firm) -> None:
    with firm.app.transaction() as session:
        assert not is_locked(session)
        first = unlock(session, Sealer(KEY))
        assert is_locked(session)
    with firm.worker.transaction() as session:
        assert unlock(session, Sealer(KEY)).company_key == first.company_key
    assert len(first.company_key) == 32


def test_another_key_does_not_fit(firm: Firm) -> None:
    with firm.app.transaction() as session:
        unlock(session, Sealer(KEY))
    with firm.app.transaction() as session, pytest.raises(NotReady, match="does not fit this database"):
        unlock(session, Sealer(KEY[::-1]))
