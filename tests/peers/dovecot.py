"""A real Dovecot on this machine for the tests: users, certificate, tokens, and levers to make it misbehave.

It runs as one ordinary account (Dovecot opens no mail as root) in a short folder, because the path of a Unix socket
may have 108 bytes. It needs the Debian package dovecot-imapd, which ``make test`` installs where it may.
"""

from __future__ import annotations

import grp
import os
import pwd
import shutil
import socket
import ssl
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from string import Template

from tests.peers import certificates
from tests.peers.tokens import Tokens, introspection

MISSING = "Dovecot is not installed: on Debian, apt-get install dovecot-imapd"
PROGRAM, ADMIN = Path("/usr/sbin/dovecot"), "/usr/bin/doveadm"
UNPRIVILEGED = "mail"  # of every Debian; only root has to become somebody else
PASSWORD = "correct-horse"
OAUTH = "introspection_mode = post\nintrospection_url = http://127.0.0.1:{port}/\nusername_attribute = username\n"
OAUTH += "active_attribute = active\nactive_value = true\ntimeout_msecs = 3000\n"


# For ``running(extra=SHARED)``: folders under Public/ that all users of the server share.
SHARED = r"""
namespace public {
  type = public
  separator = /
  prefix = Public/
  location = maildir:%h/../public:INDEXPVT=~/public
  subscriptions = no
  list = children
}
"""


def installed() -> bool:
    return PROGRAM.exists()


def account() -> pwd.struct_passwd:
    """The account under which the server runs."""
    return pwd.getpwnam(UNPRIVILEGED) if os.geteuid() == 0 else pwd.getpwuid(os.geteuid())


def free_ports(wanted: int) -> list[int]:
    with ExitStack() as stack:
        taken = [stack.enter_context(socket.create_server(("127.0.0.1", 0))) for _ in range(wanted)]
        return [each.getsockname()[1] for each in taken]


@dataclass
class Dovecot:
    """A running server. ``port`` speaks plainly and offers STARTTLS; ``tls_port`` speaks TLS from the first byte."""

    home: Path
    port: int
    tls_port: int
    certificate: Path
    tokens: Tokens
    process: subprocess.Popen[bytes] | None = None

    def __post_init__(self) -> None:
        self._numbers = count(1)

    def start(self) -> None:
        """Run, until ``stop``; what was in the mailboxes is there again."""
        self.process = subprocess.Popen([*as_account(), PROGRAM, "-F", "-c", self.home / "dovecot.conf"])
        _wait_for(self, self.process)

    def stop(self) -> None:
        """End, with every session."""
        process, self.process = self.process, None
        if process is None:
            return
        process.terminate()
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def add_user(self) -> str:
        """A new user with empty folders, whose password is PASSWORD."""
        return f"user{next(self._numbers)}"

    def give_token(self, user: str) -> str:
        """An access token of a user's."""
        token = f"token-of-{user}"
        self.tokens.holders[token] = user
        return token

    def kick(self, user: str) -> None:
        """End a user's sessions, as an administrator would."""
        self._run(ADMIN, "-c", str(self.home / "dovecot.conf"), "kick", user)

    def log(self) -> str:
        return (self.home / "dovecot.log").read_text()

    def trust(self) -> ssl.SSLContext:
        """A client's TLS settings that trust this server and no other."""
        return ssl.create_default_context(cafile=str(self.certificate))

    def _run(self, *command: str) -> None:
        subprocess.run([*as_account(), *command], check=False, capture_output=True)


def as_account() -> list[str]:
    """What stands before a command so that it runs under the server's account."""
    if os.geteuid() != 0:
        return []
    name = account().pw_name
    return ["setpriv", f"--reuid={name}", f"--regid={name}", "--clear-groups", "--inh-caps=-all"]


@contextmanager
def running(extra: str = "", connections: int = 64) -> Iterator[Dovecot]:
    """A server until the end of the block.

    Args:
        extra: further lines of its configuration, with its folder as ``$home``.
        connections: how many sessions it holds at once; the next one is not answered.
    """
    home = Path(tempfile.mkdtemp(prefix="bw", dir="/tmp"))
    port, tls_port = free_ports(2)
    with introspection() as tokens:
        certificate, key = certificates.write(home)
        server = Dovecot(home, port, tls_port, certificate, tokens)
        _furnish(server, key, extra, connections)
        try:
            server.start()
            yield server
        finally:
            server.stop()
            shutil.rmtree(home, ignore_errors=True)


def _furnish(server: Dovecot, key: Path, extra: str, connections: int) -> None:
    home, who = server.home, account()
    filled = Template((Path(__file__).with_name("dovecot.conf")).read_text()).substitute(
        home=home, account=who.pw_name, group=_group_name(who.pw_gid), uid=who.pw_uid, gid=who.pw_gid,
        port=server.port, tls_port=server.tls_port, certificate=server.certificate, key=key,
        connections=connections, password=PASSWORD, extra=Template(extra).safe_substitute(home=home),
    )  # fmt: skip
    (home / "dovecot.conf").write_text(filled)
    (home / "oauth2.conf").write_text(OAUTH.format(port=server.tokens.port))
    for folder in ("run", "state", "mail"):
        (home / folder).mkdir()
    if os.geteuid() == 0:
        for path in (home, *home.iterdir()):
            os.chown(path, who.pw_uid, who.pw_gid)


def _group_name(gid: int) -> str:
    return grp.getgrgid(gid).gr_name


def _wait_for(server: Dovecot, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + 20
    while time.monotonic() < end and process.poll() is None:
        try:
            with socket.create_connection(("127.0.0.1", server.port), 1) as asked:
                if asked.recv(4).startswith(b"* OK"):
                    return
        except OSError:
            time.sleep(0.02)
    raise RuntimeError(f"Dovecot did not start: {server.log()[-2000:] if server.home.exists() else ''}")
