from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from store.judgement.identity.matching import Match, best, compare, compare_firms
from store.judgement.identity.profiles import Firm, KnownPerson, Profile
from tests.builders import ONE, THREE, TWO

MOBILE = frozenset({"+4915112345"})
WORK = Profile(("Greta Becker",), ("greta.becker@halden.example",), ("halden.example",), MOBILE, MOBILE)
HOME = Profile(("Greta Becker",), ("gb@mail.example",))


def match(other: Profile, **more: object) -> Match:
    return compare(WORK, replace(HOME, **more) if more else other)  # type: ignore[arg-type]


def test_a_private_address_under_the_same_name_is_asked_about() -> None:
    found = match(HOME)
    assert (found.answer, found.reasons, found.is_namesake) == ("ask", ("same name",), False)


def test_the_same_mobile_makes_it_sure() -> None:
    found = match(HOME, phones=MOBILE, mobiles=MOBILE)
    assert (found.answer, found.reasons) == ("same", ("same mobile number", "same name"))


def test_a_signature_that_names_the_address_makes_it_sure() -> None:
    found = match(HOME, names_beside=frozenset(WORK.addresses))
    assert (found.answer, found.reasons[0]) == ("same", "same name")
    assert compare(replace(WORK, names_beside=frozenset(HOME.addresses)), HOME).answer == "same"


@pytest.mark.parametrize(
    ("more", "answer"),
    [
        ({"domains": ("halden.example",)}, "ask"),  # an alias, or a namesake there
        ({"domains": ("halden.test",)}, "ask"),  # the firm in another country
        ({"domains": ("kestrel.example",)}, "ask"),  # who changed firms
        ({"names": ("G. Becker",), "domains": ("halden.example",)}, "ask"),
        ({"names": ("G. Becker",)}, "different"),
        ({"names": ("Greta Vogel",), "domains": ("halden.example",)}, "different"),
        ({"names": ("Greta Vogel",), "phones": MOBILE, "mobiles": MOBILE}, "ask"),
        ({"names": ("Nils Berg",), "domains": ("halden.example",)}, "different"),
        ({"names": ("Greta Becker",), "phones": frozenset({"+1"}), "mobiles": frozenset({"+1"})}, "ask"),
        ({"names": (), "addresses": ("info7@mail.example",)}, "different"),
    ],
)
def test_what_is_asked(more: dict[str, object], answer: str) -> None:
    assert match(HOME, **more).answer == answer


def test_colleagues_who_share_the_switchboard_are_two() -> None:
    switchboard = frozenset({"+4930123"})
    one = replace(WORK, phones=switchboard, mobiles=frozenset())
    for name in ("Greta Vogel", "Nils Becker", "Pavel Novak"):
        other = Profile((name,), ("x@halden.example",), ("halden.example",), switchboard)
        assert compare(one, other).answer == "different", name


def test_the_switchboard_is_a_reason_between_two_addresses_of_one_name() -> None:
    switchboard = frozenset({"+4930123"})
    found = compare(replace(WORK, phones=switchboard, mobiles=frozenset()), replace(HOME, phones=switchboard))
    assert found.reasons == ("same name", "same phone number")


def test_two_mobiles_speak_against_it() -> None:
    others = frozenset({"+4915199999"})
    assert match(HOME, phones=others, mobiles=others).weight < match(HOME).weight


def test_two_private_addresses() -> None:
    assert compare(HOME, replace(HOME, addresses=("greta@post.example",))).answer == "ask"


def test_two_at_companies_under_one_name_may_be_namesakes() -> None:
    assert match(HOME, domains=("halden.example",)).is_namesake
    assert match(HOME, domains=("kestrel.example",)).is_namesake


def test_who_answers_for_another_address_under_its_name_is_one_and_a_colleague_is_not() -> None:
    found = match(HOME, reads=frozenset(WORK.addresses))
    said = "a mail that went to greta.becker@halden.example alone was answered"
    assert (found.answer, found.reasons) == ("same", ("same name", said))
    assert compare(replace(WORK, reads=frozenset(HOME.addresses)), HOME).answer == "same"
    assert match(HOME, meant=frozenset(WORK.addresses)).reasons[1] == "you answered to greta.becker@halden.example"
    colleague = {"names": ("Nils Berg",), "domains": ("halden.example",), "reads": frozenset(WORK.addresses)}
    assert match(HOME, **colleague).answer == "different"


def test_the_thread_in_which_both_wrote_is_a_reason() -> None:
    other = replace(HOME, names=("Greta Vogel",), domains=("halden.example",))
    found = compare(replace(other, threads=((WORK.addresses[0], "Pilot"),)), WORK)
    assert (found.answer, found.reasons) == ("ask", ("same company", "both wrote about “Pilot”", "same first name"))


def test_who_has_a_new_name_and_address_since_the_former_is_silent_is_asked_about() -> None:
    former = replace(
        WORK, phones=frozenset(), mobiles=frozenset(), first_day=date(2026, 1, 1), last_day=date(2026, 3, 1)
    )
    married = Profile(
        ("Greta Vogel",),
        ("vogel@halden.example",),
        ("halden.example",),
        first_day=date(2026, 3, 2),
        last_day=date(2026, 4, 1),
    )
    found = compare(married, former)
    assert found.reasons == ("same company", "nobody wrote from greta.becker@halden.example since", "same first name")
    assert compare(former, married).answer == "ask"
    assert compare(former, replace(married, first_day=date(2026, 2, 1))).answer == "different"


def test_who_tells_of_a_new_name_is_asked_about_though_the_former_address_still_writes() -> None:
    former = replace(
        WORK, phones=frozenset(), mobiles=frozenset(), first_day=date(2026, 1, 1), last_day=date(2026, 3, 9)
    )
    days = {"first_day": date(2026, 3, 2), "last_day": date(2026, 4, 1)}
    married = Profile(("Greta Vogel",), ("vogel@halden.example",), ("halden.example",), is_renamed=True, **days)  # type: ignore[arg-type]
    found = compare(married, former)
    assert (found.answer, found.reasons[1]) == ("ask", "one tells of a new name or address")
    assert compare(replace(married, is_renamed=False), former).answer == "different"
    assert compare(replace(married, names=("Nils Berg",)), former).answer == "different"


def test_who_is_where_a_colleague_went_is_one_under_their_name_alone() -> None:
    former = replace(
        WORK, phones=frozenset(), mobiles=frozenset(), colleagues=(("kestrel.example", "Nils Berg"),),
        first_day=date(2026, 1, 1), last_day=date(2026, 3, 1),
    )  # fmt: skip
    days = {"first_day": date(2026, 3, 2), "last_day": date(2026, 4, 1)}
    newcomer = Profile(WORK.names, ("greta@kestrel.example",), ("kestrel.example",), **days)  # type: ignore[arg-type]
    found = compare(newcomer, former)
    assert (found.answer, found.reasons[1]) == ("same", "Nils Berg is at both companies")
    assert compare(former, newcomer).answer == "same"
    assert compare(newcomer, replace(former, colleagues=())).answer == "ask"
    assert compare(replace(newcomer, names=("Greta Vogel",)), former).answer == "different"


def test_an_address_with_a_tag_is_of_the_same_mailbox_whatever_the_name() -> None:
    found = match(HOME, names=("Greta",), addresses=("greta.becker+fair@halden.example",), domains=("halden.example",))
    assert (found.answer, found.reasons[0]) == ("same", "the same mailbox")


def test_a_name_that_many_have_says_less() -> None:
    other = replace(HOME, domains=("kestrel.example",))
    assert compare(WORK, other, 1).answer == "ask"
    assert compare(WORK, other, 5).answer == "different"


def test_the_likeliest_is_meant() -> None:
    namesake = KnownPerson(
        replace(
            WORK,
            addresses=("b@kestrel.example",),
            domains=("kestrel.example",),
            phones=frozenset(),
            mobiles=frozenset(),
        )
    )
    found = best(replace(HOME, phones=MOBILE, mobiles=MOBILE), [namesake, KnownPerson(WORK)])
    assert found is not None
    assert found[0].profile == WORK
    assert best(replace(HOME, names=("Pavel Novak",)), [namesake]) is None


HALDEN = Firm(ONE, "Halden", ("halden.example",), date(2026, 1, 1), date(2026, 3, 1))
NEW = Firm(TWO, "Varna Paper", ("varna.example",), date(2026, 3, 2), date(2026, 5, 1))


def test_a_firm_s_domains_in_two_countries_are_asked_about() -> None:
    found = compare_firms(HALDEN, Firm(THREE, "Halden", ("halden.test",)), ())
    assert (found.answer, found.reasons) == ("ask", ("same name",))


def test_a_renamed_firm_has_the_people_of_the_old_one() -> None:
    found = compare_firms(NEW, HALDEN, ["Greta Becker", "Nils Berg"])
    assert found.answer == "ask"
    assert found.reasons == ("2 of their people are at both", "nobody wrote from halden.example since")
    assert compare_firms(HALDEN, NEW, ["Greta Becker", "Nils Berg"]) == found


def test_one_who_changed_firms_makes_them_no_one() -> None:
    assert compare_firms(HALDEN, NEW, ["Greta Becker"]).answer == "different"
    assert compare_firms(HALDEN, NEW, ()).answer == "different"


def test_nearly_the_same_name_with_one_of_its_people() -> None:
    found = compare_firms(HALDEN, replace(NEW, name="Haldens", domains=("haldens.example",)), ["Greta Becker"])
    assert found.reasons[:2] == ("nearly the same name", "Greta Becker is at both")
