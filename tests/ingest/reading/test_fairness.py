from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import ExitStack

import pytest

from ingest.reading.fairness import REMEMBERED, Asked, Fairness


class Desk:
    """A fairness over two children with a clock of its own, and who is being served."""

    def __init__(self, children: int = 2) -> None:
        self.now = 0.0
        self.fairness = Fairness[None](children, lambda: self.now)
        self.asked: list[Asked[None]] = []
        self.served: list[tuple[str, ExitStack]] = []

    def ask(self, names: str) -> None:
        for name in names:
            self.asked.append(Asked(name, lambda: None))
            self.fairness.ask(self.asked[-1])

    def serve(self, times: int) -> str:
        """Begin with the next so many; their names."""
        for _ in range(times):
            stack = ExitStack()
            asked = stack.enter_context(self.fairness.turn())
            self.served.append((str(asked.whose if asked else "-"), stack))
        return "".join(name for name, _ in self.served[-times:])

    def end(self, name: str) -> None:
        found = next(each for each in self.served if each[0] == name)
        self.served.remove(found)
        found[1].close()

    def must_wait(self) -> bool:
        return self.fairness._next() is None


def test_whoever_is_alone_has_all_children_and_the_spare_one_is_for_others() -> None:
    desk = Desk()
    desk.ask("aaaaa")
    assert (desk.serve(2), desk.must_wait()) == ("aa", True)
    desk.ask("bb")
    assert (desk.serve(1), desk.must_wait()) == ("b", True)
    desk.end("a")
    assert desk.must_wait()  # both have one, and two are busy
    desk.end("b")
    assert desk.serve(1) == "b"


def test_those_who_wait_are_served_in_turn() -> None:
    desk = Desk(children=1)
    desk.ask("aaabbbc")
    order = ""
    for _ in range(7):
        order += desk.serve(1)
        desk.end(order[-1])
    assert order == "abcabab"


def test_whose_mail_was_bad_has_one_child_for_a_while() -> None:
    desk = Desk()
    desk.ask("aaaa")
    desk.fairness.was_bad("a")
    assert (desk.serve(1), desk.must_wait()) == ("a", True)
    desk.now = REMEMBERED
    assert desk.serve(1) == "a"
    desk.fairness.was_bad("b")
    assert set(desk.fairness._bad) == {"b"}


def test_who_may_not_be_served_now_is_waited_for() -> None:
    desk = Desk(children=1)
    desk.ask("aa")
    desk.serve(1)
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(desk.serve, 1)
        assert wait([waiting], timeout=0.05).not_done
        desk.end("a")
        assert waiting.result(timeout=10) == "a"


def test_what_is_withdrawn_is_not_done_and_nobody_waits_for_it() -> None:
    desk = Desk(children=1)
    desk.ask("aab")
    first, second, other = desk.asked
    assert desk.serve(1) == "a"
    assert [desk.fairness.withdraw(each) for each in (first, second, second, other)] == [False, True, False, True]
    assert desk.serve(1) == "-"


def test_what_goes_wrong_gives_the_turn_back() -> None:
    desk = Desk(children=1)
    desk.ask("aa")
    with pytest.raises(ZeroDivisionError), desk.fairness.turn():
        raise ZeroDivisionError
    assert desk.serve(1) == "a"
