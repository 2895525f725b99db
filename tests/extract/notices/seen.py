"""Messages of the tests as the rules about kinds see them."""

from __future__ import annotations

from extract.mail import body, mime, quoting
from extract.notices.signs import Divided, Signs, signs_of
from extract.people.parties import participants_of


def seen(payload: bytes, method: str | None = None) -> Signs:
    """What there is to see of a message."""
    root = mime.parse(payload, [])
    people, _ = participants_of(root.headers, [])
    text = body.text_of(root, [])
    return signs_of(root, people, method, Divided(text.text, quoting.segments_of(text.text, text.marks)))
