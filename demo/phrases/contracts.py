"""English stories about papers: redlines and a renewal."""

from __future__ import annotations

from demo.plans import Beat, Gathering, Plan

_REDLINES = Plan(
    "redlines",
    "ridge",
    "en",
    "[Master agreement, redlines|Master agreement|Redlines to the master agreement]",
    (
        Beat(
            19,
            1045,
            "lead",
            "rep",
            """
                {second} has passed your draft on to me. I look after commercial agreements here and will be your
                counterpart for the wording.

                Our comments on liability and on data location will reach you by {due}.
                """,
            cc="second",
            promise=("them", 4),
            orphan=True,
        ),
        Beat(
            19,
            1420,
            "rep",
            "lead",
            """
                Thank you, that helps. I have copied the draft in its latest form so that we work on the same text.
                """,
            cc="second",
            attach="pdf",
        ),
        Beat(
            15,
            1725,
            "lead",
            "rep",
            """
                Please find our first redlines. Section 7 (liability) and section 11 (data location) are the
                substantive ones, the rest is housekeeping.
                """,
            cc="second",
            attach="tnef",
        ),
        Beat(
            14,
            935,
            "rep",
            "lead",
            """
                Received. Could you send it once more as PDF? The attachment arrived as winmail.dat, which we cannot
                open.
                """,
        ),
        Beat(
            14,
            1005,
            "lead",
            "rep",
            """
                Apologies, here it is.
                """,
            attach="pdf",
            short=True,
        ),
        Beat(
            8,
            1130,
            "rep",
            "lead",
            """
                Our answers in version 2: we accept section 11 as written. In section 7 we propose a cap of
                [twelve|eighteen] months' fees, which is what our insurer covers.

                Can we talk on {on_5} if the cap is a problem?
                """,
            attach="pdf",
        ),
        Beat(
            5,
            1550,
            "second",
            "rep",
            """
                From the operations side: we would like to go live before the spring range arrives, so please let us
                not lose a month over section 7.
                """,
            quote="none",
            subject="[Timing for go-live|Go-live date]",
        ),
        Beat(
            0,
            1020,
            "lead",
            "rep",
            """
                Version 3 is attached. Two points are open: the cap in section 7, where we ask for twenty-four
                months, and the notice period in section 14.

                Everything else is agreed from our side.
                """,
            cc="second",
            attach="pdf",
        ),
        Beat(
            0,
            1515,
            "rep",
            "lead",
            """
                Thank you for turning this round so quickly. I will take section 7 to our management and answer by
                {due}. The notice period of ninety days is fine.
                """,
            cc="second",
            promise=("us", 2),
        ),
    ),
    (Gathering(5, 1000, 45, "{firm}: liability clause", "rep lead", "Phone", cancelled=True, invited=True),),
)

_RENEWAL = Plan(
    "renewal",
    "verity",
    "en",
    "[Renewal {product}|Renewal of our agreement|Renewal for next year]",
    (
        Beat(
            30,
            1110,
            "rep",
            "lead",
            """
                Your agreement runs until the end of February, and I would like to start early rather than late.

                Usage is up at both sites. Would you rather keep the present plan or look at the larger one?
                """,
            quote="none",
        ),
        Beat(
            28,
            925,
            "lead",
            "rep",
            """
                Good that you ask. We add a third site in spring, so the larger plan is likely. {second}, who runs
                our warehouse systems, should join the calls.
                """,
            cc="second",
        ),
        Beat(
            28,
            1345,
            "rep",
            "lead second",
            """
                Then I suggest a short weekly check-in until it is done. I have sent an invitation for fifteen
                minutes.
                """,
        ),
        Beat(
            20,
            1705,
            "second",
            "rep",
            """
                Quick one: does the larger plan include the handheld scanners?
                """,
            client="phone",
            quote="none",
            short=True,
            subject="Scanners",
        ),
        Beat(
            19,
            850,
            "rep",
            "second",
            """
                Yes, up to twenty. More than that is EUR 4 per device and month.
                """,
            short=True,
        ),
        Beat(
            9,
            1015,
            "rep",
            "lead",
            """
                The renewal offer is attached: three sites, larger plan, price held for two years.
                """,
            cc="second",
            attach="pdf",
        ),
        Beat(
            3,
            1140,
            "lead",
            "rep",
            """
                Renewal date confirmed: 1 March. Finance asks for the invoice to be split by site.

                I will send you the cost centres by {due}.
                """,
            promise=("them", 3),
            quote="top",
        ),
        Beat(
            3,
            1300,
            "rep",
            "lead",
            """
                Splitting by site is no problem. Thank you for confirming.
                """,
            short=True,
        ),
    ),
    (
        Gathering(
            0, 900, 15, "Check-in {firm}", "rep lead second", "Video call", weeks=6, declined="second", invited=True
        ),
    ),
)

CONTRACTS = (_REDLINES, _RENEWAL)
