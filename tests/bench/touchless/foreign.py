"""A small world in the format of docs/touchless.md, written by hand: two reps, a customer, a stranger, a sister."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

MONDAY = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
NOA, LEO = "noa.stein@tanglewood.example", "leo.brandt@tanglewood.example"
KLARA, SISTER, SELLER = "klara.imhof@birchfield.example", "edda.stein@gmail.com", "bob@cheap-leads.example"


@dataclass
class Foreign:
    """A world that is being written below a folder."""

    folder: Path
    numbers: int = 0
    note: list[str] = field(default_factory=list)
    leave_out: list[str] = field(default_factory=list)
    contacts: list[str] = field(default_factory=lambda: [KLARA])

    def company(self) -> None:
        reps = [
            {
                "name": name, "address": address, "aliases": aliases, "timezone": "Europe/Berlin",
                "folder": name.split()[0].lower(),
            }
            for name, address, aliases in (
                ("Noa Stein", NOA, ["noa@tanglewood.example"]), ("Leo Brandt", LEO, []),
            )
        ]  # fmt: skip
        document = {"name": "Tanglewood", "domains": ["tanglewood.example"], "reps": reps}
        (self.folder / "company.json").write_text(json.dumps(document))

    def mail(self, sender: str, to: str, *, day: int, worth: bool, answers: int = 0, cc: str = "") -> int:
        """One mail in the mailbox of every rep who has it; its number."""
        self.numbers += 1
        at = MONDAY + timedelta(days=day, minutes=self.numbers)
        name = sender.partition("@")[0].replace(".", " ").title()
        head = [f"From: {name} <{sender}>", f"To: {to}", f"Date: {format_datetime(at)}"]
        head += [f"Message-ID: <m{self.numbers}@birchfield.example>", "Subject: Oak boards"]
        head += [f"In-Reply-To: <m{answers}@birchfield.example>"] if answers else []
        head += [f"Cc: {cc}"] if cc else []
        text = "\r\n".join([*head, "", f"Number {self.numbers} about the oak boards for the hall.", ""])
        for rep, folder in ((NOA, "noa"), (LEO, "leo")):
            if rep in (sender, to, cc):
                trace = "" if rep == sender else f"Delivered-To: {rep}\r\n"
                self._file(folder, ".Sent" if rep == sender else "", (trace + text).encode(), worth=worth)
        return self.numbers

    def meeting(self, uid: str, *, day: int, guest: str, worth: bool, reps: tuple[str, ...] = ("noa",)) -> None:
        start = f"{MONDAY + timedelta(days=day):%Y%m%dT%H%M%SZ}"
        end = f"{MONDAY + timedelta(days=day, hours=1):%Y%m%dT%H%M%SZ}"
        rows = [
            "BEGIN:VEVENT", f"UID:{uid}", f"DTSTAMP:{MONDAY - timedelta(days=1):%Y%m%dT%H%M%SZ}", f"DTSTART:{start}",
            f"DTEND:{end}", "SUMMARY:Oak boards on site", "STATUS:CONFIRMED", f"ORGANIZER;CN=Noa Stein:mailto:{NOA}",
            f"ATTENDEE;CN=Noa Stein;PARTSTAT=ACCEPTED:mailto:{NOA}",
            f"ATTENDEE;CN={guest.partition('@')[0]};PARTSTAT=ACCEPTED:mailto:{guest}", "END:VEVENT",
        ]  # fmt: skip
        for folder in reps:
            place = self.folder / folder / "calendar.ics"
            place.parent.mkdir(parents=True, exist_ok=True)
            kept = place.read_text().replace("END:VCALENDAR\r\n", "").replace("\r\n", "\n") if place.exists() else ""
            before = kept or "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Tanglewood//EN\n"
            place.write_bytes((before + "\n".join(rows) + "\nEND:VCALENDAR\n").replace("\n", "\r\n").encode())
        (self.note if worth else self.leave_out).append(f"uid:{uid}")

    def oracle(self) -> Path:
        place = self.folder / "oracle.json"
        place.write_text(json.dumps({"note": self.note, "leave_out": self.leave_out, "contacts": self.contacts}))
        return place

    def _file(self, rep: str, folder: str, payload: bytes, *, worth: bool) -> None:
        root = self.folder / rep / "Maildir" / folder
        for part in ("cur", "new", "tmp"):
            (root / part).mkdir(parents=True, exist_ok=True)
        (root / "cur" / f"{1772000000 + self.numbers}.M{self.numbers}.host:2,S").write_bytes(payload)
        (self.note if worth else self.leave_out).append(hashlib.sha256(payload).hexdigest())


def written(folder: Path) -> Foreign:
    """A world of a week: one customer writes with both, a sister and a seller write too."""
    world = Foreign(folder)
    world.company()
    first = world.mail(KLARA, NOA, day=0, worth=True)
    second = world.mail(NOA, KLARA, day=0, worth=True, answers=first, cc=LEO)
    world.mail(KLARA, NOA, day=1, worth=True, answers=second, cc=LEO)
    letter = world.mail(SISTER, NOA, day=1, worth=False)
    world.mail(NOA, SISTER, day=1, worth=False, answers=letter)
    world.mail(SELLER, LEO, day=2, worth=False)
    world.meeting("site-visit@tanglewood.example", day=2, guest=KLARA, worth=True, reps=("noa", "leo"))
    later = world.mail(NOA, KLARA, day=3, worth=True)
    world.mail(KLARA, NOA, day=4, worth=True, answers=later)
    return world
