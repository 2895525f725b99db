"""Which message lies in whose mailbox, in which folder, under which name, with which trace of its way there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from email.utils import format_datetime
from random import Random

from demo.clock import OFFICE, moment, working_day
from demo.world import Company, Filed, Mail, Staff

FOLDERS = (".Archive", ".Drafts", ".Junk", ".Sent")
ARCHIVE_AFTER = 15
ARCHIVE_SHARE = 0.3
_TRANSIT = timedelta(seconds=4)


@dataclass(frozen=True, slots=True)
class PostOffice:
    """Who has a mailbox, and the day the world ends."""

    company: Company
    reps: tuple[Staff, ...]
    last: date
    rng: Random

    def file(self, mails: tuple[Mail, ...]) -> tuple[Filed, ...]:
        """Every copy of every message, oldest first; then a plain duplicate of one archived copy."""
        answered = {(mail.sender, mail.in_reply_to) for mail in mails if mail.in_reply_to}
        files = [filed for mail in mails for filed in self._copies(mail, answered)]
        archived = next(one for one in files if one.folder == ".Archive" and one.mail.mark.note)
        return (*files, replace(archived, folder="", name=f"1{archived.name}"))

    def _copies(self, mail: Mail, answered: set[tuple[str, str]]) -> Iterator[Filed]:
        for rep in self.reps:
            own = rep.person.addresses
            if mail.sender in own:
                yield self._filed(rep, mail, mail.mark.folder or ".Sent", "S")
            elif any(address in own for address in mail.recipients):
                replied = any((address, mail.message_id) in answered for address in own)
                yield self._filed(rep, mail, self._inbound_folder(mail), "RS" if replied else "S")

    def _filed(self, rep: Staff, mail: Mail, folder: str, flags: str) -> Filed:
        inbound = folder not in {".Sent", ".Drafts"}
        unread = folder == "" and not mail.mark.note and not mail.mark.private and mail.at > moment(self.last, 0)
        name = f"{int(mail.at.timestamp())}.M{self.rng.randrange(10**6):06d}P{self.rng.randrange(10**4)}.mail"
        flags = "DS" if folder == ".Drafts" else flags
        return Filed(
            rep=rep.folder or "",
            folder=folder,
            name=name if unread else f"{name}:2,{flags}",
            at=mail.at + (_TRANSIT if inbound else timedelta()),
            payload=(self._trace(rep, mail) if inbound else b"") + mail.payload,
            mail=mail,
            unread=unread,
        )

    def _inbound_folder(self, mail: Mail) -> str:
        if mail.mark.folder is not None:
            return mail.mark.folder
        old = mail.at < moment(working_day(self.last, ARCHIVE_AFTER), 0)
        return ".Archive" if old and self.rng.random() < ARCHIVE_SHARE else ""

    def _trace(self, rep: Staff, mail: Mail) -> bytes:
        """What receiving servers put on top (RFC 5321 section 4.4, RFC 8601)."""
        host, address = f"mx.{self.company.domain}", rep.person.address
        domain = mail.sender.rpartition("@")[2] or host
        passed = "fail" if mail.mark.folder == ".Junk" else "pass"
        rows = [
            f"Return-Path: <{mail.sender}>",
            f"Delivered-To: {address}",
            f"Received: from mail.{domain} (mail.{domain} [192.0.2.{self.rng.randrange(1, 255)}])",
            f"\tby {host} with ESMTPS id {self.rng.getrandbits(48):012X}",
            f"\tfor <{address}>; {format_datetime((mail.at + _TRANSIT).astimezone(OFFICE))}",
        ]
        if mail.sender:
            rows.append(f"Authentication-Results: {host}; spf={passed} smtp.mailfrom={domain};")
            rows.append(f"\tdkim={passed} header.d={domain}; dmarc={passed} header.from={domain}")
        return ("\n".join(rows) + "\n").encode("ascii")
