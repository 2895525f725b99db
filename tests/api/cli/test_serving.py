"""The processes of an installation: one at a time, each with its sentence, each ended with its parent."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner

from api import cli
from api.cli import serving, stack
from api.cli.serving import alone, refuse_unheard, serve, serve_pages, up
from api.settings import NEEDS_HTTPS, WebSettings
from store.embedded.account import server_account
from store.embedded.layout import Layout
from store.errors import NotReady
from store.settings import StoreSettings
from store.shares import Shares, is_listened
from store.signals import listening

ROOT = Path(__file__).parents[3]


def test_only_one_for_a_home(tmp_path: Path) -> None:
    with alone(tmp_path / "up.lock"):
        with pytest.raises(NotReady) as refused, alone(tmp_path / "up.lock"):
            pass
        assert refused.value.sentence == f"Boswell already runs on {tmp_path}. Open its page, or stop it first."
    with alone(tmp_path / "up.lock"):
        pass


def test_everything_at_once_is_for_the_embedded_database_alone(installation: StoreSettings) -> None:
    with pytest.raises(NotReady, match=r"run apart: boswell migrate, boswell serve, boswell work, boswell listen\."):
        up()
    assert not installation.home.exists()


def test_nobody_is_served_without_https(installation: StoreSettings) -> None:
    with stack.opened(installation) as opened, pytest.raises(NotReady) as refused:
        serve_pages(opened, WebSettings(host="0.0.0.0"), None)
    assert refused.value.sentence == NEEDS_HTTPS


def test_a_taken_port_is_named(installation: StoreSettings) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(NotReady, match=f"Port {port} is taken"):
            serve(port)


@pytest.mark.parametrize("port", ["0", "65536", "-1", "x"])
@pytest.mark.parametrize("command", ["up", "serve", "demo"])
def test_a_port_that_there_is_not_is_wrong_usage(command: str, port: str) -> None:
    done = CliRunner().invoke(cli.app_for([command]), [command, "--port", port])
    assert done.exit_code == 2
    assert "Invalid value for '--port'" in done.output


def test_pages_are_served_where_it_says(
    installation: StoreSettings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    served = []
    monkeypatch.setattr(serving, "run_server", lambda application, _, taken, __: served.append((application, taken)))
    with socket.create_server(("127.0.0.1", 0)) as found:
        port = found.getsockname()[1]
    serve(port)
    ((application, taken),) = served
    parts = application.state.parts
    assert (parts.address, taken.fileno()) == (f"http://localhost:{port}", -1)
    assert capsys.readouterr().out == f"Set up your company here: {parts.address}/set-up/{parts.setup_token}\n"


def test_pages_end_with_the_database_they_stand_on(open_folder: Path) -> None:
    home = open_folder / "mortal"
    with socket.create_server(("127.0.0.1", 0)) as found:
        port = found.getsockname()[1]
    command = [sys.executable, "-m", "api", "serve", "--port", str(port)]
    given = {name: value for name, value in os.environ.items() if not name.startswith(("BOSWELL_", "DATABASE_"))}
    with subprocess.Popen(
        command, cwd=ROOT, env=given | {"BOSWELL_HOME": str(home)}, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        text=True,
    ) as process:  # fmt: skip
        assert process.stdout
        assert "Set up your company" in process.stdout.readline()
        layout = Layout(home, server_account())
        os.kill(int((layout.data / "postmaster.pid").read_text().splitlines()[0]), signal.SIGKILL)
        _, error = process.communicate(timeout=60)
    assert process.returncode == 1
    assert error.splitlines()[-1] == (f"The database stopped. {layout.log} says why; with that mended, start again.")


def test_whether_a_listener_is_at_work(installation: StoreSettings) -> None:
    with stack.opened(installation) as opened:
        with pytest.raises(NotReady, match="Start one: boswell listen"):
            refuse_unheard(opened.addresses.worker)
        with listening(opened.addresses.worker, []) as ear:
            Shares(ear).balance(lambda _: None)
            refuse_unheard(opened.addresses.worker)
        with pytest.raises(NotReady, match="cannot be reached"):
            refuse_unheard("postgresql+psycopg://nobody@127.0.0.1:9/nothing")


def test_listening_ends_when_it_is_told_to(installation: StoreSettings) -> None:
    with stack.opened(installation) as opened:
        command = [sys.executable, "-m", "api", "listen"]
        with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True) as process:
            with listening(opened.addresses.worker, []) as ear:
                deadline = time.monotonic() + 30
                while not is_listened(ear):
                    assert time.monotonic() < deadline
                    time.sleep(0.05)
            process.send_signal(signal.SIGTERM)
            _, error = process.communicate(timeout=60)
        assert (process.returncode, error) == (0, "")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_work_ends_when_it_is_told_to(installation: StoreSettings, number: signal.Signals) -> None:
    with stack.opened(installation):
        pass  # the key, so that its words are not shown below
    command = [sys.executable, "-c", WATCHED]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stdout.readline() == "working\n"
        process.send_signal(number)
        _, error = process.communicate(timeout=60)
    assert (process.returncode, error) == (0, "")


WATCHED = """
from api.cli import serving
run = serving.run
def watched(*given, **named):
    print("working", flush=True)
    run(*given, **named)
serving.run = watched
serving.work()
"""
