"""Customers whom three of us have known since before the demo's mailboxes begin, with findings planted among them.

A manager's pages have something to say only after months, and of three people or more. So this script says, week by
week, who of us wrote with or met whom, and ``planted`` names what the pages must find in it, and nothing else.
Weeks are counted back from the one that is not over: 1 is the last whole one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from demo.clock import moment, working_day
from demo.world import World

Step = Literal["asked", "offered", "won"]
WEEK = timedelta(days=7)
BEGAN = 26
OPENS, ANSWERS = 905, (95, 140, 70, 185)  # 09:05, and so many minutes later
TOPICS = (
    "Delivery windows", "Week plan", "Gate times", "Carrier list", "Peak season", "Forecast", "Invoice question",
    "Opening hours",
)  # fmt: skip
MEETING_EVERY = 5


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody at a customer."""

    name: str
    title: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """Every so many weeks in which one of ours (a part's key) and a contact were in touch, so many times in each."""

    first: int
    last: int
    rep: str
    contact: int = 0
    times: int = 1
    every: int = 1


@dataclass(frozen=True, slots=True)
class Pledge:
    """Something that a contact said they would do, which was due so many working days before the last day."""

    week: int
    contact: int
    words: str
    back: int


@dataclass(frozen=True, slots=True)
class Customer:
    """A customer's people, when we were in touch with them, and what they promised or decided on the way."""

    name: str
    domain: str
    people: tuple[Contact, ...]
    stretches: tuple[Stretch, ...]
    pledge: Pledge | None = None
    steps: tuple[tuple[int, Step], ...] = ()
    deal: tuple[str, str] = ("", "")

    def address(self, contact: int) -> str:
        """Where a contact writes from."""
        return ".".join(self.people[contact].name.lower().split()) + f"@{self.domain}"


@dataclass(frozen=True, slots=True)
class Noted:
    """One exchange that one of ours noted: a meeting, or a question of theirs and our answer."""

    customer: Customer
    rep: str
    contact: int
    at: datetime
    answered: datetime
    title: str
    is_meeting: bool
    due: date | None = None
    step: Step | None = None


CUSTOMERS = (
    Customer(
        "Merrow Ports", "merrow.example", (Contact("Dana Fitch", "Terminal Manager"),),
        (Stretch(BEGAN, 2, "rep", every=2),),
        pledge=Pledge(2, 0, "I will send you the berth plan.", 3),
    ),
    Customer(
        "Aldersea", "aldersea.example", (Contact("Rhona Pike", "Head of Logistics"),),
        (Stretch(13, 6, "service"), Stretch(5, 1, "service", times=5)),
    ),
    Customer(
        "Tollgate Paper", "tollgate.example", (Contact("Ivor Bell", "Shipping Manager"),),
        (Stretch(18, 10, "colleague", every=2),),
    ),
    Customer(
        "Wexley Glass", "wexley.example", (Contact("Nadia Roe", "Works Manager"),),
        (Stretch(22, 12, "rep", every=2), Stretch(1, 1, "rep")),
    ),
    Customer(
        "Saltmarsh", "saltmarsh.example", (Contact("Conor Daly", "Operations Director"), Contact("Esme Hale", "Buyer")),
        (Stretch(25, 1, "colleague", every=4), Stretch(2, 2, "colleague", 1)),
    ),
    Customer(
        "Pellworth", "pellworth.example", (Contact("Ada Quill", "Planner"), Contact("Ben Osgood", "Planner")),
        (Stretch(25, 4, "service", every=3), Stretch(3, 1, "service", 1)),
    ),
    Customer(
        "Norwick Rail", "norwick.example", (Contact("Lena Marsh", "Fleet Director"),),
        (Stretch(3, 1, "service"),),
        steps=((3, "asked"), (2, "offered"), (1, "won")), deal=("Slot booking for the Norwick yard", "18500.00 EUR"),
    ),
    Customer(
        "Garston", "garston.example", (Contact("Olive Tan", "Site Lead"),),
        (Stretch(25, 1, "colleague", every=3), Stretch(2, 2, "rep")),
    ),
    # Some come without mail being read: else whom the mailboxes bring would be a finding on some weekdays only.
    Customer(
        "Brinefield", "brinefield.example", (Contact("Gwen Sharp", "Buyer"),),
        (Stretch(14, 2, "service", every=6),),
    ),
    Customer(
        "Oxmoor Tiles", "oxmoor.example", (Contact("Leo Hurst", "Depot Manager"),),
        (Stretch(12, 4, "rep", every=4),),
    ),
    Customer(
        "Cullerne", "cullerne.example", (Contact("Faye Dunn", "Planner"),),
        (Stretch(11, 3, "colleague", every=4),),
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Planted:
    """What the pages have to find, by the companies' names, and nothing else among these customers.

    Attributes:
        surprises: how the trends of all begin to say what changed: the demo's mailboxes begin to be read.
    """

    changed: tuple[str, ...] = ("Aldersea",)
    quiet: tuple[str, ...] = ("Tollgate Paper",)
    returned: tuple[str, ...] = ("Wexley Glass",)
    late: tuple[str, ...] = ("Merrow Ports",)
    won: tuple[str, ...] = ("Norwick Rail",)
    came: tuple[tuple[str, str], ...] = (
        ("Saltmarsh", "Esme Hale"), ("Pellworth", "Ben Osgood"), ("Norwick Rail", "Lena Marsh"),
    )  # fmt: skip
    second: tuple[str, ...] = ("Olive Tan",)
    surprises: tuple[str, ...] = (
        "Contact rose",
        "More companies in touch with us:",
        "More new people:",
    )  # mail is read


PLANTED = Planted()


def noted(world: World) -> list[Noted]:
    """Everything that was noted, oldest first."""
    return sorted(
        (each for customer in CUSTOMERS for each in _of(customer, world)), key=lambda each: (each.at, each.title)
    )


def _of(customer: Customer, world: World) -> Iterator[Noted]:
    place = CUSTOMERS.index(customer)
    this_week = world.today - timedelta(days=world.today.weekday())
    for stretch in customer.stretches:
        for week in range(stretch.first, stretch.last - 1, -stretch.every):
            for time in range(stretch.times):
                day = this_week - week * WEEK + timedelta(days=(place + week + time) % 5)
                yield _exchange(customer, stretch, week, (day, place + week + time), world)


def _exchange(customer: Customer, stretch: Stretch, week: int, when: tuple[date, int], world: World) -> Noted:
    day, turn = when
    begin = moment(day, OPENS, 11 * (turn % 7))
    pledge, step = customer.pledge, dict(customer.steps).get(week)
    is_pledge = pledge is not None and (pledge.week, pledge.contact) == (week, stretch.contact)
    return Noted(
        customer, stretch.rep, stretch.contact, begin,
        begin + timedelta(minutes=ANSWERS[turn % len(ANSWERS)]),
        customer.deal[0] if step else TOPICS[turn % len(TOPICS)],
        is_meeting=not step and not is_pledge and turn % MEETING_EVERY == 0,
        due=working_day(world.last_day, pledge.back) if pledge and is_pledge else None,
        step=step,
    )  # fmt: skip
