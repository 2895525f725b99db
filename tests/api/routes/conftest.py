"""A rep with approved notes, and a manager who reads them."""

from __future__ import annotations

import pytest
from fastapi import FastAPI

from tests.api.visiting import Browser, browser_of
from tests.firm import Firm, Person
from tests.readings import mail

GRETA = "greta@halden.example"


@pytest.fixture
def approved(ines: Person) -> Person:
    ines.feed(mail(1, GRETA, ines.address), mail(2, ines.address, GRETA, answers=1))
    ines.approve_all()
    return ines


@pytest.fixture
def petra(app: FastAPI, firm: Firm) -> Browser:
    return browser_of(app, firm, firm.person("Petra", "manager"))


@pytest.fixture
def ruth(app: FastAPI, firm: Firm) -> Browser:
    return browser_of(app, firm, firm.person("Ruth", "admin"))
