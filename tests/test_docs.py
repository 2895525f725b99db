"""What the product offers is documented: commands, settings, addresses; links in the documents lead somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fastapi.routing import APIRoute

from api.app import ROOMS
from tests.source_tree import ROOT
from tests.surface import commands, settings

CLI = (ROOT / "docs/cli.md").read_text()
OPERATIONS = (ROOT / "docs/operations.md").read_text()
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
LINK = re.compile(r"!?\[[^\]]*\]\(([^)#]+)[^)]*\)")


def test_every_command_is_documented() -> None:
    assert len(commands()) > 10
    assert [name for name in commands() if f"\n| `boswell {name}" not in CLI] == []


def test_every_option_is_documented() -> None:
    options = {
        f"{name} {option}"
        for name, command in commands().items()
        for parameter in command.params
        for option in parameter.opts
        if option.startswith("--") and option != "--help"
    }
    lines = {
        name: next(line for line in CLI.splitlines() if line.startswith(f"| `boswell {name}")) for name in commands()
    }
    assert [each for each in options if each.rpartition(" ")[2] not in lines[each.rpartition(" ")[0]]] == []


def test_every_setting_is_documented_and_described() -> None:
    assert [each.name for each in settings() if f"| `{each.name}` |" not in OPERATIONS] == []
    assert [each.name for each in settings() if not each.description] == []


def test_no_setting_is_documented_that_is_not_there() -> None:
    documented = set(re.findall(r"^\| `([A-Z_]+)` \|", OPERATIONS, re.MULTILINE))
    assert documented == {each.name for each in settings()}


def test_every_address_is_documented() -> None:
    paths = {route.path for room in ROOMS for route in room.router.routes if isinstance(route, APIRoute)}
    assert len(paths) > 10
    assert [path for path in paths if f"`{path}`" not in OPERATIONS] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(document: Path) -> None:
    targets = [target for target in LINK.findall(document.read_text()) if "://" not in target]
    assert [target for target in targets if not (document.parent / target).exists()] == []


def test_every_decision_has_a_number_of_its_own() -> None:
    numbers = [path.name.partition("-")[0] for path in sorted((ROOT / "docs" / "decisions").glob("*.md"))]
    assert numbers == [f"{at:04}" for at in range(len(numbers))]
