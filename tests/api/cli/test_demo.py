"""The demo's own ground: a home and a database of its own, made anew each day."""

from __future__ import annotations

import json
import re
import socket
from datetime import UTC, datetime
from pathlib import Path

import pytest

from api.cli import demo as module
from api.cli import stack
from api.cli.demo import FOLDER, demo
from store import people
from store.errors import NotReady
from store.settings import StoreSettings
from tests.firm import Firm


def test_it_brings_its_own_database(installation: StoreSettings) -> None:
    with pytest.raises(NotReady, match=r"The demo brings its own database: unset DATABASE_URL and run it again\."):
        demo()


def test_a_taken_port_is_named_before_anything_is_made(bare: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(NotReady, match=f"Port {port} is taken"):
            demo(port)
    assert not bare.exists()
    assert list(bare.with_name(f"{bare.name}-{FOLDER}").iterdir()) == []


@pytest.mark.parametrize(("made", "stays"), [("today", True), ("2020-01-01", False), ("", False)])
def test_only_todays_demo_stays(bare: Path, monkeypatch: pytest.MonkeyPatch, made: str, *, stays: bool) -> None:
    forgotten: list[Path] = []
    monkeypatch.setattr(module, "forget", forgotten.append)
    mail = bare / "mail"
    mail.mkdir(parents=True)
    if made:
        day = datetime.now(UTC).date().isoformat() if made == "today" else made
        (mail / "made.json").write_text(json.dumps({"today": day, "seed": 1}))
    module._forget_yesterday(StoreSettings())
    assert (mail.exists(), forgotten) == (stays, [] if stays else [bare])


def test_a_demo_that_is_there_is_not_made_again(installation: StoreSettings, tmp_path: Path) -> None:
    (tmp_path / "made.json").write_text(json.dumps({"today": "2026-11-24", "seed": 1}))
    with stack.opened(installation) as opened:
        module._make(opened, tmp_path, "http://localhost:1")
        with opened.app.transaction() as session:
            assert people.installation(session) is None


def test_each_role_has_a_link_that_signs_in(
    installation: StoreSettings, firm: Firm, capsys: pytest.CaptureFixture[str]
) -> None:
    firm.person("Ines", "rep")
    firm.person("Petra", "manager")
    with stack.opened(installation) as opened:
        capsys.readouterr()
        module._say(opened, "http://localhost:1")
        said = capsys.readouterr().out
        assert "Boswell's demo is at http://localhost:1\n" in said
        found = re.findall(r"^  (\w+) +(\w+) +http://localhost:1/sign-in/(\S{43})$", said, re.MULTILINE)
        assert sorted((role, name) for role, name, _ in found) == [("manager", "Petra"), ("rep", "Ines")]
        with opened.app.transaction() as session:
            assert all(people.use_link(session, token, datetime.now(UTC)) for *_, token in found)
