"""The real database for every test that asks for ``urls``, with a company in it for those that ask for ``firm``."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.database import Cluster, Urls, running_cluster
from tests.firm import Firm, Person
from tests.peers import dovecot as dovecots
from tests.peers import radicale as radicales
from tests.peers.dovecot import Dovecot
from tests.peers.google import server as googles
from tests.peers.google.server import Google
from tests.peers.radicale import Radicale
from tests.source_tree import ROOT

# Other work on the machine must not fail a law: an example may take as long as it takes.
settings.register_profile("boswell", deadline=None)
settings.load_profile("boswell")

# What takes longest begins first, so that no worker is still at it when the others have ended.
LONGEST = {
    ROOT / "tests" / name
    for name in (
        "api/cli/test_commands.py", "api/cli/test_full_disk.py", "api/test_browser.py", "api/test_isolation.py",
        "bench/faults/test_faults.py", "bench/touchless/test_pressing.py", "demo/test_installing.py",
        "ingest/sources/imap/test_hostile.py", "ingest/test_connect.py", "ingest/test_hostile_mailboxes.py",
        "store/erasure/test_erasure.py", "test_compose_commands.py",
    )
}  # fmt: skip


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: item.path not in LONGEST)


@pytest.fixture(scope="session")
def open_folder() -> Iterator[Path]:
    """A folder that every account may enter: pytest's own are closed to the server's account under root."""
    folder = Path(tempfile.mkdtemp(prefix="boswell-test-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def cluster(open_folder: Path) -> Iterator[Cluster]:
    with running_cluster(open_folder / "home") as running:
        yield running


@pytest.fixture
def urls(cluster: Cluster) -> Iterator[Urls]:
    with cluster.database() as made:
        yield made


@pytest.fixture
def firm(cluster: Cluster, urls: Urls) -> Firm:
    return Firm(*cluster.pools(urls))


@pytest.fixture
def ines(firm: Firm) -> Person:
    return firm.person("Ines")


@pytest.fixture
def jonas(firm: Firm) -> Person:
    return firm.person("Jonas")


@pytest.fixture(scope="session")
def dovecot() -> Iterator[Dovecot]:
    """A real IMAP server; a test makes a user of its own on it."""
    if not dovecots.installed():
        pytest.skip(dovecots.MISSING)
    with dovecots.running() as server:
        yield server


@pytest.fixture(scope="session")
def radicale() -> Iterator[Radicale]:
    """A real calendar server; a test makes a user of its own on it."""
    with radicales.running() as server:
        yield server


@pytest.fixture(scope="session")
def google_peer() -> Iterator[Google]:
    with googles.serving() as google:
        yield google


@pytest.fixture
def google(google_peer: Google) -> Google:
    """The fake of Google, with one user and all levers where they were."""
    google_peer.begin_anew()
    google_peer.add(googles.SOMEBODY)
    return google_peer


@pytest.fixture(scope="session")
def sharing_dovecot() -> Iterator[Dovecot]:
    """A real IMAP server with folders that all its users share."""
    if not dovecots.installed():
        pytest.skip(dovecots.MISSING)
    with dovecots.running(extra=dovecots.SHARED) as server:
        yield server


@pytest.fixture(scope="session")
def old_dovecot() -> Iterator[Dovecot]:
    """A real IMAP server that can nothing but what RFC 3501 says, as many still do."""
    if not dovecots.installed():
        pytest.skip(dovecots.MISSING)
    with dovecots.running(extra="imap_capability = IMAP4rev1 LITERAL+ MULTIAPPEND UIDPLUS UNSELECT") as server:
        yield server
