"""What is looked at, and what each finding says."""

from __future__ import annotations

import json
import socket
from pathlib import Path

import pytest
import typer
from sqlalchemy.exc import OperationalError

from api.cli import doctor as module
from api.cli.doctor import LOOKS, doctor
from ingest.reading.sandbox import Level
from store.settings import StoreSettings


@pytest.fixture(autouse=True)
def port(monkeypatch: pytest.MonkeyPatch) -> int:
    """A port that is free while a test runs."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        number = int(taken.getsockname()[1])
    monkeypatch.setenv("BOSWELL_HOST", "127.0.0.1")
    monkeypatch.setenv("BOSWELL_PORT", str(number))
    return number


def found(capsys: pytest.CaptureFixture[str]) -> dict[str, tuple[bool, str]]:
    with pytest.raises(typer.Exit) as ended:
        doctor(as_json=True)
    findings = {one["name"]: (one["good"], one["sentence"]) for one in json.loads(capsys.readouterr().out)}
    assert set(findings) == set(LOOKS)
    assert ended.value.exit_code == (0 if all(good for good, _ in findings.values()) else 1)
    return findings


def test_all_is_well(installation: StoreSettings, port: int, capsys: pytest.CaptureFixture[str]) -> None:
    findings = found(capsys)
    assert findings["key"] == (True, f"There is none in {installation.key_file} yet; the first start makes it.")
    good, sentence = findings["database"]
    assert good
    assert sentence.startswith("PostgreSQL 18")
    assert sentence.endswith("the one that DATABASE_URL names; form, roles and key fit.")
    assert findings["reader"][0]
    assert findings["port"] == (True, f"127.0.0.1, port {port}, is free.")
    assert found(capsys)["key"] == (True, f"{installation.key_file} is there and closed to others.")


def test_what_has_to_be_done_is_said(
    installation: StoreSettings, port: int, capsys: pytest.CaptureFixture[str]
) -> None:
    installation.key_file.parent.mkdir(mode=0o700)
    installation.key_file.write_text("no key")
    installation.key_file.chmod(0o600)
    with socket.create_server(("127.0.0.1", port)):
        findings = found(capsys)
    assert (findings["key"][0], "or run: boswell key restore" in findings["key"][1]) == (False, True)
    assert (findings["port"][0], "is taken" in findings["port"][1]) == (False, True)


def test_a_database_that_does_not_answer(
    bare: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> None:
        raise OperationalError("select secret", {}, Exception("secret"))

    monkeypatch.setattr(module, "opened", broken)
    assert found(capsys)["database"] == (False, "The database does not answer. Check that it runs.")


@pytest.mark.parametrize("without_network", [True, False])
def test_children_with_a_network_are_named(
    bare: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *, without_network: bool
) -> None:
    monkeypatch.setattr(module, "LOOKS", {"sandbox": LOOKS["sandbox"]})
    level = Level(namespace=False, filtered=without_network)
    monkeypatch.setattr(module, "sandbox_level", lambda: level)
    with pytest.raises(typer.Exit) as ended:
        doctor()
    assert ended.value.exit_code == (0 if without_network else 1)
    assert capsys.readouterr().out == f"{'ok ' if without_network else 'bad'}  sandbox   {level.sentence}\n"


def test_whether_notices_are_mailed_is_said(
    installation: StoreSettings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    good, sentence = found(capsys)["mail"]
    assert (good, "nothing is mailed" in sentence) == (True, True)
    monkeypatch.setenv("BOSWELL_SMTP_HOST", "mail.alder.example")
    good, sentence = found(capsys)["mail"]
    assert (good, "BOSWELL_SMTP_FROM" in sentence) == (False, True)
    monkeypatch.setenv("BOSWELL_SMTP_FROM", "boswell@alder.example")
    assert found(capsys)["mail"][1].startswith("Notices are mailed through mail.alder.example, port 587")
