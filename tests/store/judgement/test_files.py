from __future__ import annotations

import pytest

from store.judgement.files import LONGEST, MOST, File, gathered, named, names_of, worth_naming


@pytest.mark.parametrize("name", ["Offer 12.pdf", "plan.DOCX", "prices.xlsx", "drawings.zip", "notes.txt", "Beton.dwg"])
def test_files_that_somebody_sent_are_named(name: str) -> None:
    assert worth_naming(name, "application/octet-stream")


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("noname", "application/octet-stream"),
        ("logo.png", "image/png"),
        ("image001.JPG", "application/octet-stream"),
        ("scan.pdf", "image/tiff"),
        ("invite.ics", "application/octet-stream"),
        ("meeting.txt", "text/calendar"),
        ("winmail.dat", "application/ms-tnef"),
        ("winmail.dat", "application/octet-stream"),
        ("smime.p7s", "application/pkcs7-signature"),
        ("signature.asc", "application/pgp-signature"),
        ("greta.vcf", "text/vcard"),
        ("forwarded.eml", "message/rfc822"),
        ("ATT00001.htm", "text/html"),
    ],
)
def test_what_programs_add_and_pictures_are_not(name: str, media_type: str) -> None:
    assert not worth_naming(name, media_type)


def test_a_name_is_one_line_of_its_length_with_its_ending() -> None:
    assert named("Offer \n  12.pdf") == "Offer 12.pdf"
    long = named("x" * 200 + ".pdf")
    assert (len(long), long[-6:]) == (LONGEST, "x….pdf")


def test_a_mail_names_its_files_as_they_are_shown() -> None:
    sent = [(None, "application/pdf"), (" Offer  1.pdf", "application/pdf"), ("logo.png", "image/png")]
    assert names_of(sent) == ("Offer 1.pdf",)


def test_each_name_stands_once_as_it_first_came() -> None:
    found = gathered([(b"\x01", ["a.pdf", "b.pdf"]), (b"\x02", ["b.pdf", "c.pdf"])])
    assert found == (File("a.pdf", "01"), File("b.pdf", "01"), File("c.pdf", "02"))
    assert len(gathered([(b"\x01", [f"{at}.pdf" for at in range(MOST + 5)])])) == MOST
