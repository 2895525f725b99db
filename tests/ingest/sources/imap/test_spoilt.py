from __future__ import annotations

import pytest

from ingest.sources.imap.contents import TOO_SLOW, UNDERSTATED, Slow
from ingest.sources.imap.session import Oversized
from ingest.sources.imap.spoilt import MOST, MOST_SLOW, Spoilt
from ingest.wire import TimedOut


def test_a_slow_message_has_another_try_alone_before_it_is_left_aside() -> None:
    spoilt, slow = Spoilt(), Slow(3, TimedOut("slow"))
    spoilt.note_slow(slow)
    assert (spoilt.alone, spoilt.aside) == (True, {})
    spoilt.note_slow(slow)
    assert spoilt.aside == {3: TOO_SLOW}
    for uid in range(4, 2 + MOST_SLOW):
        spoilt.note_slow(Slow(uid, TimedOut("slow")))
    with pytest.raises(Slow):
        spoilt.note_slow(slow)


def test_so_many_messages_of_another_size_are_left_aside_and_no_more() -> None:
    spoilt = Spoilt()
    for uid in range(1, MOST + 1):
        spoilt.note_oversized(Oversized(uid))
    assert spoilt.aside == dict.fromkeys(range(1, MOST + 1), UNDERSTATED)
    with pytest.raises(Oversized):
        spoilt.note_oversized(Oversized(MOST + 1))
    with pytest.raises(Oversized):
        Spoilt().note_oversized(Oversized(None))
