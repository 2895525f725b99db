"""Readers that misbehave, loaded by real children."""

from __future__ import annotations

import os
import signal
import socket
import time
from pathlib import Path

from extract.errors import Unreadable
from extract.facts import Extraction, Findings
from extract.raw import RawItem, ReadingContext


def extraction(raw: RawItem, version: str) -> Extraction:
    return Extraction(raw.sha256, version, raw.media_type, None, (), (), (), (), (), (), Findings(), ())


class Misbehaving:
    """Does what the item says, and reads the rest."""

    def __init__(self) -> None:
        self.count = 0

    def read(self, raw: RawItem, context: ReadingContext) -> Extraction:
        self.count += 1
        said = getattr(self, raw.payload.decode().partition(" ")[0], self.fine)(raw)
        return extraction(raw, said or f"{os.getpid()} {self.count}")

    def fine(self, raw: RawItem) -> str:
        return ""

    def loop(self, raw: RawItem) -> str:
        while True:
            pass

    def sleep(self, raw: RawItem) -> str:
        time.sleep(60)
        return ""

    def stall(self, raw: RawItem) -> str:
        return self.sleep(raw) if self.count > 1 else ""

    def nap(self, raw: RawItem) -> str:
        time.sleep(0.5)
        return ""

    def crash(self, raw: RawItem) -> str:
        os.kill(os.getpid(), signal.SIGSEGV)
        return ""

    def spoilt(self, raw: RawItem) -> str:
        if self.count > 1:
            os._exit(3)
        return ""

    def eat(self, raw: RawItem) -> str:
        return str(len(bytearray(4 * 1024**3)))

    def refuse(self, raw: RawItem) -> str:
        raise Unreadable("It is torn.")

    def stumble(self, raw: RawItem) -> str:
        raise KeyError("canary")

    def chatter(self, raw: RawItem) -> str:
        os.write(1, b"\x00" * 64)
        return ""

    def connect(self, raw: RawItem) -> str:
        try:
            with socket.create_connection(("127.0.0.1", int(raw.payload.split()[1])), timeout=1):
                return "connected"
        except OSError:
            return "no network"

    def start(self, raw: RawItem) -> str:
        try:
            os.posix_spawn("/bin/true", ["true"], {})
        except OSError:
            return "no programs"
        return "started"

    def write(self, raw: RawItem) -> str:
        try:
            Path(raw.payload.decode().partition(" ")[2]).write_text("leak")
        except OSError:
            return "no files"
        return "written"

    def look(self, raw: RawItem) -> str:
        return " ".join(sorted(os.environ))


class Broken:
    """Cannot even be made."""

    def __init__(self) -> None:
        raise RuntimeError
