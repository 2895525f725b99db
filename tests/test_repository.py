"""The repository itself: complete locks, no address of a registry, nothing left for later, nothing that is not ours."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from tests.source_tree import ROOT, files, project

LOCKS = ("run.txt", "test.txt", "dev.txt", "build.txt")
# Written in two pieces, so that this file passes its own test.
REGISTRIES = tuple(
    host.replace("+", "")
    for host in (
        "pypi+.org", "python+hosted.org", "npm+js.org", "npm+js.com", "js+delivr.net", "un+pkg.com",
        "cdn+js.cloudflare", "google+apis.com", "gh+cr.io", "qu+ay.io", "dock+er.io", "crat+es.io", "deb.deb+ian.org",
    )
)  # fmt: skip
FOR_LATER = re.compile("|".join(rf"\b{word}\b" for word in ("TO" + "DO", "FIX" + "ME", "X" + "XX", "HA" + "CK")))
BINARY = {".png", ".woff2", ".ico"}
LOCK_OF_ANOTHER_TOOL = {"uv.lock", "poetry.lock", "Pipfile.lock", "pdm.lock"}


def texts() -> list[Path]:
    return [path for path in files() if path.suffix not in BINARY]


def content(path: Path) -> str:
    return (ROOT / path).read_text(encoding="utf-8", errors="replace")


def pins(lock: str) -> dict[str, Version]:
    """What a lock pins; a package may stand once for each platform, with one version."""
    found = re.findall(r"^([a-z0-9.-]+)(?:\[[a-z,-]+\])?==([^ \\]+)", content(Path("requirements", lock)), re.MULTILINE)
    return {canonicalize_name(name): Version(version) for name, version in found}


def asked_for(*groups: str) -> list[Requirement]:
    """What pyproject.toml asks for: always, and in the named extras."""
    declared = project()["project"]
    lines = [
        *declared["dependencies"],
        *(line for group in groups for line in declared["optional-dependencies"][group]),
    ]
    return [Requirement(line) for line in lines]


@pytest.mark.parametrize("lock", LOCKS)
def test_every_line_of_a_lock_is_pinned_and_hashed(lock: str) -> None:
    written = content(Path("requirements", lock)).replace("\\\n", " ")
    lines = [line for line in written.splitlines() if line and not line.startswith("#")]
    assert lines
    assert [
        line for line in lines if not re.match(r"[a-z0-9.-]+(\[[a-z,-]+\])?==\S+ .*--hash=sha256:[0-9a-f]{64}", line)
    ] == []


@pytest.mark.parametrize(("lock", "groups"), [("run.txt", ()), ("test.txt", ("test",)), ("dev.txt", ("test", "check"))])
def test_a_lock_is_in_step_with_the_project(lock: str, groups: tuple[str, ...]) -> None:
    pinned = pins(lock)
    missing = [
        str(wanted)
        for wanted in asked_for(*groups)
        if canonicalize_name(wanted.name) not in pinned
        or not wanted.specifier.contains(pinned[canonicalize_name(wanted.name)], prereleases=True)
    ]
    assert missing == [], "run: make lock"


@pytest.mark.parametrize("lock", ["run.txt", "test.txt", "build.txt"])
def test_locks_agree_on_versions(lock: str) -> None:
    everything = pins("dev.txt")
    assert {name: version for name, version in pins(lock).items() if everything.get(name) != version} == {}


def test_dependencies_stand_in_order() -> None:
    declared = project()["project"]
    for names in (declared["dependencies"], *declared["optional-dependencies"].values()):
        assert names == sorted(names, key=lambda line: Requirement(line).name)


def test_no_file_names_a_registry_or_leaves_something_for_later() -> None:
    others = {path: content(path) for path in texts() if path != Path("tests/test_repository.py")}
    assert len(others) > 1000
    assert [(str(path), host) for path, written in others.items() for host in REGISTRIES if host in written] == []
    assert [(str(path), word) for path, written in others.items() for word in FOR_LATER.findall(written)] == []


def test_words_for_later_are_found() -> None:
    assert FOR_LATER.search("# " + "TO" + "DO: finish")


def test_no_other_lock() -> None:
    assert [path for path in files() if path.name in LOCK_OF_ANOTHER_TOOL] == []


def test_the_licence_is_whole() -> None:
    licence = content(Path("LICENSE"))
    assert licence.lstrip().startswith("Apache License\n                           Version 2.0, January 2004")
    assert "END OF TERMS AND CONDITIONS" in licence
    assert project()["project"]["license"] == "Apache-2.0"
    assert all((ROOT / name).is_file() for name in project()["project"]["license-files"])


def test_continuous_integration_runs_what_everybody_runs() -> None:
    script = ROOT / ".ci/run"
    assert script.stat().st_mode & 0o111
    assert "make test </dev/null" in script.read_text()
    subprocess.run(["bash", "-n", script], check=True)


def test_front_doors_are_there() -> None:
    targets = set(re.findall(r"^([a-z-]+):", content(Path("Makefile")), re.MULTILINE))
    assert {"install", "run", "test", "check", "screenshots", "lock"} <= targets
