"""The tree of a message's parts, of sound and of broken ones."""

from __future__ import annotations

import pytest

from extract import limits
from extract.mail.mime import LETTER, TEXT, Part, parse
from tests.extract.letters import letter, parts

DISPLACED = "The parts of the message are not where its header says."


def tree(part: Part) -> tuple[object, ...]:
    """Media types as they are nested."""
    return (part.media_type, *(tree(each) for each in part.parts))


def read(payload: bytes) -> tuple[Part, list[str]]:
    warnings: list[str] = []
    return parse(payload, warnings), warnings


def contents(payload: bytes) -> list[bytes]:
    return [part.content for part in parse(payload, []).leaves()]


def mixed(body: str, boundary: str = "boundary=e", kind: str = "mixed") -> bytes:
    return letter(body, Content_Type=f"multipart/{kind}; {boundary}")


def test_one_part() -> None:
    part, warnings = read(letter("a=3Db", Content_Transfer_Encoding="quoted-printable", Content_Disposition="inline"))
    assert (tree(part), part.content, part.decoded(), warnings) == ((TEXT,), b"a=3Db", b"a=b", [])
    assert (part.encoding, part.disposition.value) == ("quoted-printable", "inline")
    assert "a=3Db" not in repr(part)


@pytest.mark.parametrize(
    ("written", "media_type"),
    [
        ("TEXT/HTML; charset=x", "text/html"),
        ("text", "text/plain"),
        ("html", "text/plain"),
        ("text/", "text/plain"),
        ("/html", "text/plain"),
        ("text/ html", "text/plain"),
        ("image/png", "image/png"),
    ],
)
def test_media_types(written: str, media_type: str) -> None:
    assert read(letter("x", Content_Type=written))[0].media_type == media_type


def test_parts_between_boundaries() -> None:
    inner, media = parts(("text/plain", "one"), ("text/html", "two"), kind="alternative")
    body = (
        f"Preamble\r\n--e\r\nContent-Type: {media}\r\n\r\n{inner}\r\n--e\r\n\r\nthree\r\n--e--\r\nEpilogue\r\n--e\r\n"
    )
    part, warnings = read(mixed(body))
    assert tree(part) == ("multipart/mixed", ("multipart/alternative", (TEXT,), ("text/html",)), (TEXT,))
    assert [leaf.content for leaf in part.leaves()] == [b"one", b"two", b"three"]
    assert warnings == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("--e\n\none\n--e\n\ntwo", [b"one", b"two"]),
        ("--e\n\none\n--ee\n--e--", [b"one\n--ee"]),
        ("--e  \n\none\n--e--", [b"one"]),
        ("--e\n--e\n\ntwo\n--e--", [b"", b"two"]),
        ("--e\n\none\n--e", [b"one", b""]),
    ],
)
def test_boundary_lines(body: str, found: list[bytes]) -> None:
    assert contents(mixed(body)) == found


@pytest.mark.parametrize("boundary", ["boundary=other", "x=y", 'boundary=""', "boundary=e "])
def test_a_wrong_boundary_is_found_out(boundary: str) -> None:
    part, warnings = read(mixed("Preamble\n--e\n\none\n--e--\n", boundary))
    assert ([leaf.content for leaf in part.leaves()], set(warnings)) == (
        [b"one"],
        set() if boundary == "boundary=e " else {DISPLACED},
    )


@pytest.mark.parametrize("body", ["No parts at all.", "-- \nGreta\n", f"--{'e' * 101}\n\nx", "--\nx", ""])
def test_a_multipart_without_parts_is_text(body: str) -> None:
    part, warnings = read(mixed(body, "x=y"))
    assert (part.media_type, part.content, warnings) == (TEXT, body.encode(), [DISPLACED])


def test_a_boundary_without_a_line_end_opens_an_empty_part() -> None:
    part, _ = read(mixed("--e", "x=y"))
    assert tree(part) == ("multipart/mixed", (TEXT,))


@pytest.mark.parametrize(
    ("media", "encoding", "is_opened"),
    [
        (LETTER, "", True),
        (LETTER, "8bit", True),
        (LETTER, "base64", False),
        ("message/global", "", True),
        ("message/partial", "", False),
    ],
)
def test_a_letter_in_a_letter(media: str, encoding: str, *, is_opened: bool) -> None:
    part, _ = read(letter("\r\n\r\nSubject: x\r\n\r\ninside", Content_Type=media, Content_Transfer_Encoding=encoding))
    assert [each.content for each in part.parts] == ([b"inside"] if is_opened else [])
    assert list(part.leaves()) == [part]


def test_the_parts_of_a_digest_are_letters() -> None:
    part, _ = read(mixed("--e\n\nSubject: x\n\ninside\n--e--", kind="digest"))
    assert tree(part) == ("multipart/digest", (LETTER, (TEXT,)))


@pytest.mark.parametrize(
    "payload",
    [
        "Subject: x\n\nText".encode("utf-16"),
        b"\xef\xbb\xbfSubject: x\n\nText",
        b"Subject: x\r\rText",
        b"\r\n\r\nSubject: x\r\n\r\nText",
    ],
)
def test_bytes_as_some_programs_keep_them(payload: bytes) -> None:
    part, _ = read(payload)
    assert (part.headers.text("subject"), part.content) == ("x", b"Text")


def test_depth_is_limited() -> None:
    payload = f"Content-Type: {LETTER}\n\n" * (limits.DEPTH + 2) + "Text"
    part, warnings = read(payload.encode())
    depth = 0
    while part.parts:
        part, depth = part.parts[0], depth + 1
    assert (depth, warnings) == (limits.DEPTH, ["Parts nested deeper than 50 levels were left out."])


def test_multiparts_nested_too_deep_are_empty() -> None:
    body, count = "Text", limits.DEPTH + 1
    for level in range(count):
        body = f"Content-Type: multipart/mixed; boundary=e{level}.\n\n--e{level}.\n{body}\n--e{level}.--"
    part, warnings = read(body.encode())
    assert list(part.leaves()) == []
    assert warnings == ["Parts nested deeper than 50 levels were left out."]


def test_parts_are_limited() -> None:
    part, warnings = read(mixed("--e\n\nx\n" * (limits.PARTS + 5)))
    assert len(part.parts) == limits.PARTS - 1
    assert set(warnings) == {"The message has more than 500 parts; the last ones were left out."}


def test_boundaries_are_limited() -> None:
    payload = mixed("--e\n\none\n" + "--ex\n" * limits.BOUNDARY_LINES + "--e\n\ntwo\n")
    assert len(contents(payload)) == 1
