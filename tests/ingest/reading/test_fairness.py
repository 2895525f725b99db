from __future__ import annotations

from ingest.reading.fairness import REMEMBERED, Asked, Fairness


class Desk:
    """A fairness over two children with a clock of its own, and who is being served."""

    def __init__(self, children: int = 2) -> None:
        self.now = 0.0
        self.fairness = Fairness[None](children, lambda: self.now)
        self.asked: list[Asked[None]] = []
        self.served: list[Asked[None]] = []

    def ask(self, names: str) -> None:
        new = [Asked[None](name, lambda: None) for name in names]
        self.asked += new
        self.fairness.ask(new)

    def serve(self, times: int) -> str:
        """Begin with the next so many; their names, and a plus where one more could begin."""
        return "".join(self._begun(*self.fairness.take()) for _ in range(times))

    def go_on(self, name: str) -> str:
        """Be done with one of somebody's and take what is next."""
        done = next(each for each in self.served if each.whose == name)
        self.served.remove(done)
        return self._begun(*self.fairness.take(done))

    def _begun(self, asked: Asked[None] | None, more: bool) -> str:  # noqa: FBT001 - as it is given out
        if asked is None:
            return "-"
        self.served.append(asked)
        return f"{asked.whose}+" if more else str(asked.whose)


def test_whoever_is_alone_has_all_children_and_the_spare_one_is_for_others() -> None:
    desk = Desk()
    desk.ask("aaaaa")
    assert desk.serve(3) == "a+a-"
    desk.ask("bb")
    assert desk.serve(2) == "b-"
    assert desk.go_on("a") == "-"  # both have one, and two are busy
    assert desk.go_on("b") == "b"


def test_those_who_wait_are_served_in_turn() -> None:
    desk = Desk(children=1)
    desk.ask("aaabbbc")
    order = desk.serve(1)
    for _ in range(6):
        order += desk.go_on(order.replace("+", "")[-1])
    assert order.replace("+", "") == "abcabab"


def test_one_more_begins_only_while_a_child_is_idle() -> None:
    desk = Desk(children=1)
    desk.ask("abcabc")
    assert desk.serve(2) == "a+b"  # c has none, but nobody is left to serve it
    assert desk.go_on("a") == "c"


def test_whose_mail_was_bad_has_one_child_for_a_while() -> None:
    desk = Desk()
    desk.ask("aaaa")
    desk.fairness.was_bad("a")
    assert desk.serve(2) == "a-"
    desk.now = REMEMBERED
    assert desk.go_on("a") == "a+"
    desk.fairness.was_bad("b")
    assert set(desk.fairness._bad) == {"b"}


def test_what_is_withdrawn_is_not_done_and_nobody_waits_for_it() -> None:
    desk = Desk(children=1)
    desk.ask("aab")
    first, second, other = desk.asked
    assert desk.serve(1) == "a+"
    assert [desk.fairness.withdraw(each) for each in (first, second, second, other)] == [False, True, False, True]
    assert desk.serve(1) == desk.go_on("a") == "-"
