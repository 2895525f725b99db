"""What runs in production may be shipped with an Apache-2.0 product; what others made and we ship is listed."""

from __future__ import annotations

import hashlib
import re
from importlib.metadata import PackageNotFoundError, metadata, version
from pathlib import Path

import pytest
from packaging.markers import Marker
from packaging.utils import canonicalize_name

from tests.source_tree import ROOT, files

ALLOWED = {
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSD",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MIT-0",
    "MIT-CMU",
    "MPL-2.0",
    "PSF-2.0",
    "Python-2.0",
    "Unlicense",
    "Zlib",
}
# Used unchanged through their public interface, installed beside the product and replaceable: what the LGPL asks for.
REPLACEABLE = {"psycopg", "psycopg-binary", "psycopg-pool"}
# How packages of before SPDX expressions call the same licences.
OLD_NAMES = {
    "3-clause bsd license": "BSD-3-Clause",
    "apache 2.0": "Apache-2.0",
    "apache license 2.0": "Apache-2.0",
    "apache license, version 2.0": "Apache-2.0",
    "apache software license": "Apache-2.0",
    "apache software license 2.0": "Apache-2.0",
    "bsd license": "BSD",
    "bsd 3-clause": "BSD-3-Clause",
    "dual license": "BSD",
    "mit license": "MIT",
    "mozilla public license 2.0 (mpl 2.0)": "MPL-2.0",
    "python software foundation license": "PSF-2.0",
    "isc license (iscl)": "ISC",
}
MANIFEST = Path("api/static/VENDORED.md")
ROW = re.compile(r"^\| `(?P<path>[^`]+)` \| (?P<version>[^|]+) \| (?P<licence>[^|]+) \| `(?P<sha256>[0-9a-f]{64})` \|$")
MADE_BY_OTHERS = (".woff2", ".woff", ".ttf", ".otf", ".min.js", ".min.css")


def locked(name: str) -> dict[str, str]:
    """The packages that a lock installs on this machine, with their versions."""
    lines = (ROOT / "requirements" / name).read_text().splitlines()
    pinned = [line.rstrip(" \\") for line in lines if re.match(r"[a-z0-9]", line)]
    found: dict[str, str] = {}
    for line in pinned:
        requirement, _, marker = line.partition(" ; ")
        if not marker or Marker(marker).evaluate():
            package, _, pin = requirement.partition("==")
            found[canonicalize_name(package.partition("[")[0])] = pin
    return found


def stated(package: str, key: str) -> list[str]:
    """What a package's metadata says under a heading."""
    return metadata(package).get_all(key) or []


def licences(package: str) -> set[str]:
    """The licences that a package's own metadata names."""
    if expression := stated(package, "License-Expression"):
        return set(re.split(r"\s+(?:AND|OR)\s+|[()]", expression[0])) - {""}
    names = [value.rpartition(" :: ")[2] for value in stated(package, "Classifier") if value.startswith("License ::")]
    names = names or [
        name for value in stated(package, "License") for name in re.split(" AND | OR ", value.splitlines()[0])
    ]
    return {OLD_NAMES.get(name.strip().lower(), name.strip()) for name in names} or {"none stated"}


def is_allowed(package: str) -> bool:
    """Whether every licence is allowed, or one of those that we may choose from."""
    expression = " ".join(stated(package, "License-Expression"))
    names = licences(package)
    if " OR " in expression and " AND " not in expression:
        return bool(names & ALLOWED)
    return names <= ALLOWED


@pytest.mark.parametrize("package", sorted(locked("run.txt").keys() - REPLACEABLE))
def test_what_runs_is_permissively_licensed(package: str) -> None:
    assert is_allowed(package), f"{package}: {licences(package)}"


@pytest.mark.parametrize("package", sorted(REPLACEABLE))
def test_the_exception_is_lgpl_and_nothing_stricter(package: str) -> None:
    assert package in locked("run.txt")
    assert {name.removesuffix("-only") for name in licences(package)} <= {
        "LGPL-3.0",
        "GNU Lesser General Public License v3 (LGPLv3)",
    }


@pytest.mark.parametrize(("package", "pin"), sorted(locked("run.txt").items()))
def test_what_is_judged_is_what_is_locked(package: str, pin: str) -> None:
    assert version(package) == pin


def test_a_package_that_is_not_there_is_told() -> None:
    with pytest.raises(PackageNotFoundError):
        licences("no-such-package-anywhere")


def vendored() -> dict[Path, re.Match[str]]:
    """The rows of the manifest, by file."""
    if not (ROOT / MANIFEST).is_file():
        return {}
    rows = filter(None, map(ROW.match, (ROOT / MANIFEST).read_text().splitlines()))
    return {MANIFEST.parent / row["path"]: row for row in rows}


def test_files_by_others_are_listed() -> None:
    made_by_others = {path for path in files() if path.name.endswith(MADE_BY_OTHERS)}
    assert made_by_others <= vendored().keys()


def test_listed_files_are_the_ones_listed() -> None:
    for path, row in vendored().items():
        assert hashlib.sha256((ROOT / path).read_bytes()).hexdigest() == row["sha256"], path
        assert row["licence"].strip() in ALLOWED | {"OFL-1.1"}, path
        assert row["version"].strip(), path
