from __future__ import annotations

from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest

from store.errors import NotFound
from store.review.company_list import share
from store.review.settle import Approver
from tests.builders import MONDAY
from tests.firm import Person


def test_without_a_company_from_before_there_is_nothing_to_share(ines: Person) -> None:
    with ines.app.transaction(ines.acting) as session, pytest.raises(NotFound):
        share(session, Approver(ines.user_id, 30), uuid4(), MONDAY, ZoneInfo("UTC"))
