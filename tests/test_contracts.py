"""The import contracts hold, name every module they should, and each is broken by an import that it forbids."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.source_tree import PACKAGES, ROOT, modules, project

CONTRACTS = {contract["name"]: contract for contract in project()["tool"]["importlinter"]["contracts"]}
VOCABULARY = {"extract.raw", "extract.facts"}

# For each contract: a module, a line that it may not hold, and what the report then says.
OFFENCES = (
    ("Dependencies point one way", "store/keys.py", "import ingest.errors", "store is not allowed to import ingest"),
    ("Dependencies point one way", "ingest/errors.py", "import deliver", "ingest is not allowed to import deliver"),
    ("Dependencies point one way", "demo/world.py", "import api", "demo is not allowed to import api"),
    ("Dependencies point one way", "extract/raw.py", "import store.due", "extract is not allowed to import store"),
    ("extract is pure", "extract/facts.py", "import socket", "extract is not allowed to import socket"),
    ("extract is pure", "extract/facts.py", "import time", "extract is not allowed to import time"),
    (
        "store.judgement is pure",
        "store/judgement/threads.py",
        "import store.settings",
        "store.judgement is not allowed to import store.settings",
    ),
    (
        "store.judgement is pure",
        "store/judgement/threads.py",
        "import sqlalchemy",
        "store.judgement is not allowed to import sqlalchemy",
    ),
    (
        "store talks to nothing but the database",
        "store/due.py",
        "import smtplib",
        "store is not allowed to import smtplib",
    ),
    (
        "Only store.jobs knows the job engine",
        "ingest/errors.py",
        "import procrastinate",
        "ingest is not allowed to import procrastinate",
    ),
    (
        "Only store.jobs knows the job engine",
        "store/review/submit.py",
        "import procrastinate",
        "store.review is not allowed to import procrastinate",
    ),
    ("Pages and letters alone speak to people", "store/due.py", "import i18n.texts", "store.due -> i18n.texts"),
    (
        "Sources know neither storage nor reading",
        "ingest/sources/memory.py",
        "import store.due",
        "ingest.sources is not allowed to import store",
    ),
    (
        "Sources know neither storage nor reading",
        "ingest/sources/memory.py",
        "import extract.facts",
        "ingest.sources is not allowed to import extract.facts",
    ),
    (
        "Sources do not know one another",
        "ingest/sources/other.py",
        "import ingest.sources.memory",
        "ingest.sources.other is not allowed to import ingest.sources.memory",
    ),
    (
        "Reading is for ingest alone",
        "store/messages.py",
        "import extract.mail",
        "store.messages -> extract.mail",
    ),
    (
        "Fetching is a matter inside ingest",
        "api/__main__.py",
        "import ingest.sources.memory",
        "api.__main__ -> ingest.sources.memory",
    ),
    (
        "Work in the background is for the command line and the demo",
        "api/routes/__init__.py",
        "import ingest.tasks",
        "api.routes -> ingest.tasks",
    ),
    ("Siblings form no circle", "store/errors.py", "import store.keys", "No cycles are allowed in store"),
)


def linted(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache", "--config", "pyproject.toml"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": str(folder), "PATH": "/usr/bin:/bin", "COLUMNS": "300"},
    )


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("contracts")
    shutil.copy(ROOT / "pyproject.toml", folder)
    for module in modules():
        (folder / module).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / module, folder / module)
    return folder


def test_the_code_keeps_every_contract(copied: Path) -> None:
    result = linted(copied)
    assert result.returncode == 0, result.stdout
    assert result.stdout.count(" KEPT") == len(CONTRACTS)


def test_every_contract_has_a_seeded_offence() -> None:
    assert {name for name, *_ in OFFENCES} == set(CONTRACTS)


@pytest.mark.parametrize(("contract", "module", "line", "said"), OFFENCES)
def test_an_offence_is_told_by_its_contract(copied: Path, contract: str, module: str, line: str, said: str) -> None:
    offender = copied / module
    before = offender.read_text() if offender.exists() else None
    offender.write_text(f"{before or ''}\n{line}\n")
    try:
        result = linted(copied)
    finally:
        offender.write_text(before) if before is not None else offender.unlink()
    assert result.returncode == 1, result.stdout
    assert f"{contract} BROKEN" in result.stdout
    assert said in " ".join(result.stdout.split()), result.stdout


def test_contracts_cover_the_packages_that_the_wheel_holds() -> None:
    assert tuple(project()["tool"]["importlinter"]["root_packages"]) == PACKAGES
    assert tuple(project()["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]) == PACKAGES


def children(package: str) -> set[str]:
    """The modules and packages right inside a package."""
    root = Path(package.replace(".", "/"))
    inside = (module.relative_to(root) for module in modules() if module.is_relative_to(root))
    return {f"{package}.{path.parts[0].removesuffix('.py')}" for path in inside if path.name != "__init__.py"}


@pytest.mark.parametrize(
    ("contract", "key", "package", "apart"),
    [
        ("store.judgement is pure", "forbidden_modules", "store", {"store.judgement"}),
        ("store.judgement is pure", "forbidden_modules", "extract", VOCABULARY),
        ("Only store.jobs knows the job engine", "source_modules", "store", {"store.jobs", "store.migrations"}),
        ("Sources know neither storage nor reading", "forbidden_modules", "extract", {"extract.raw"}),
        (
            "Reading is for ingest alone",
            "protected_modules",
            "extract",
            VOCABULARY | {"extract.errors", "extract.report"},
        ),
    ],
)
def test_no_new_module_slips_past_a_contract(contract: str, key: str, package: str, apart: set[str]) -> None:
    named = {name for name in CONTRACTS[contract][key] if name.startswith(f"{package}.")}
    assert named == children(package) - apart


def test_every_module_of_ingest_is_open_or_protected() -> None:
    protected = {
        name
        for contract in CONTRACTS.values()
        for name in contract.get("protected_modules", ())
        if name.startswith("ingest.")
    }
    assert children("ingest") - protected <= {
        "ingest.errors",
        "ingest.settings",
        "ingest.connect",
        "ingest.connect_calendars",
        "ingest.connect_google",
        "ingest.importing",
        "ingest.layouts",
        "ingest.looking",
        "ingest.pausing",
        "ingest.reading",
        "ingest.switches",
    }
