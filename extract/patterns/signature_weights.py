"""What each thing seen in or around a block says for or against its being its author's signature.

A block is taken when its points reach ENOUGH. Points are whole and half steps set by hand, each with its reason; they
are few, because what tells most (a name of the sender above a number) is plain to see.
"""

from __future__ import annotations

from typing import Final

# What stands in the block; each counts once, however often it stands there.
INSIDE: Final[dict[str, float]] = {
    "dashes": 4.0,  # "-- " is what RFC 3676 section 4.3 puts before a signature
    "rule": 1.0,  # people draw lines above signatures, but above tables too
    "author": 3.0,  # the name of the From header at its top: "Ada Quill" from a.quill@...
    "initials": 1.0,  # "AQ" may be an abbreviation
    "person": 1.5,  # somebody's name at its top
    "title": 1.5,  # "Head of Purchasing": titles stand in lists of attendees too
    "firm": 1.5,  # "Quill Paper Ltd"
    "own_firm": 2.0,  # the company that the sender's domain names
    "department": 0.5,
    "phone": 1.5,  # numbers are given for others as well
    "labelled": 1.0,  # "Fax: ..." is how blocks write them
    "email": 1.0,
    "own_email": 2.5,  # the sender's own address
    "url": 0.5,  # links stand everywhere
    "own_url": 2.0,  # the sender's own site
    "handle": 1.0,
    "street": 1.0,
    "town": 1.0,
}  # fmt: skip
# What stands around it.
MARKED: Final = 6.0  # the mail program put it into its signature container
CLOSED: Final = 2.5  # "Kind regards," above
LAST: Final = 2.0  # nothing but a name or a postscript below
FIRST: Final = -1.0  # nothing above it: a message of a signature alone is rare, a pasted address is not
INTRODUCED: Final = -5.0  # "Please send it to:" above: it is somebody else's
STRANGER: Final = -4.0  # it names somebody else, and nothing closes the letter above it
PASTED: Final = -6.0  # it names somebody else, below the author's own bare name: a letter pasted under a note
UNNAMED: Final = -1.5  # no name at all
IDLE: Final = -0.5  # each line in it that says nothing that signatures say
IN_THE_MIDDLE: Final = -1.5
ENOUGH: Final = 3.5
