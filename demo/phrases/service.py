"""English stories of firms that use the product: a security review and a bad morning at the gate."""

from __future__ import annotations

from demo.plans import Beat, Gathering, Plan

_SECURITY = Plan(
    "security",
    "aurora",
    "en",
    "[Security questionnaire|Questionnaire for suppliers|Supplier security review]",
    (
        Beat(
            21,
            1030,
            "third",
            "rep",
            """
                Before we can sign anything, {lead} has to review you as a supplier. The questionnaire has 84
                questions, most of them short.

                Who is the right person on your side?
                """,
            cc="lead",
            quote="none",
        ),
        Beat(
            21,
            1440,
            "rep",
            "third lead",
            """
                {colleague} answers those with our administrator. I stay your contact for everything else.
                """,
            cc="colleague",
        ),
        Beat(
            21,
            1510,
            "rep",
            "colleague",
            """
                Could you take this one? The sheet comes from {third}, the first answers are due in a week.
                """,
            quote="forward",
            short=True,
        ),
        Beat(
            16,
            1625,
            "colleague",
            "lead",
            """
                All 84 answered. Three need a conversation: log retention, the sub-processor list and the recovery
                test.

                I can send you the report of the last recovery test by {due}.
                """,
            cc="rep",
            promise=("us", 5),
            quote="none",
            subject="[Questionnaire, answered|84 answers]",
        ),
        Beat(
            13,
            1115,
            "second",
            "colleague",
            """
                Reading the answers on log retention. 90 days at the application, but what about the reverse proxy?

                And is the recovery test done from the off-site copy or from a snapshot?
                """,
            cc="lead",
        ),
        Beat(
            13,
            1535,
            "colleague",
            "second",
            """
                Thirty days there, addresses shortened after one.

                From the off-site copy, once a quarter, with a stopwatch.
                """,
            cc="lead",
            quote="inline",
        ),
        Beat(
            11,
            950,
            "colleague",
            "lead",
            """
                The recovery report is attached as promised.
                """,
            attach="pdf",
            quote="none",
            cc="rep second",
        ),
        Beat(
            4,
            1405,
            "lead",
            "rep colleague",
            """
                We went through your answers. I suggest a workshop of ninety minutes on {on_0} to close the
                remaining points, then the review is done from our side.
                """,
            cc="second third",
        ),
        Beat(
            4,
            1620,
            "rep",
            "lead",
            """
                Suits us well. We bring the sub-processor list and the person who runs our servers.
                """,
            cc="colleague second third",
        ),
    ),
    (
        Gathering(18, 1500, 30, "{firm}: questionnaire, first look", "colleague lead second", "Video call"),
        Gathering(0, 1400, 90, "Security workshop", "rep lead second third colleague", "Video call", invited=True),
    ),
)

_OUTAGE = Plan(
    "support",
    "copperfield",
    "en",
    "[Check-in terminals offline|Terminals at gate 2 offline|Gate terminals down]",
    (
        Beat(
            9,
            745,
            "second",
            "colleague",
            """
                Both terminals at gate 2 show a white page since six this morning. Drivers queue onto the road. Can
                somebody look at this now please?
                """,
            cc="lead",
            quote="none",
        ),
        Beat(
            9,
            805,
            "colleague",
            "second",
            """
                I see it. The certificate on the terminals ran out last night. Please restart them once, the new one
                is there.
                """,
            cc="lead",
            short=True,
        ),
        Beat(
            9,
            826,
            "second",
            "colleague",
            """
                Both back. Thanks for the quick help.
                """,
            cc="lead",
            short=True,
        ),
        Beat(
            9,
            1130,
            "lead",
            "colleague",
            """
                This cost us two hours at the busiest gate, and I have to explain it upstairs. I would like to know
                in writing what happened and how you make sure that it does not happen again.
                """,
            cc="manager",
        ),
        Beat(
            9,
            1545,
            "colleague",
            "lead",
            """
                You are right to ask. In short: the renewal ran, but two terminals had been switched off that night
                and kept the old certificate. You will have a full report by {due}.
                """,
            cc="manager",
            promise=("us", 2),
        ),
        Beat(
            7,
            1410,
            "colleague",
            "lead",
            """
                The report is attached: what happened, by the minute, and three measures with dates.
                """,
            cc="manager second",
            attach="pdf",
        ),
        Beat(
            3,
            1055,
            "lead",
            "colleague",
            """
                Thank you, this is an honest report. Let us go through the measures together and then close it.
                """,
        ),
        Beat(
            0,
            1625,
            "lead",
            "colleague",
            """
                As agreed in the call, the alarm for terminals is part of the next release. I will tell our shift
                leads by {due}.
                """,
            quote="none",
            promise=("them", 3),
            subject="[Incident closed|After today's call]",
        ),
    ),
    (Gathering(0, 1430, 45, "{firm}: incident review", "colleague lead second", "Phone", declined="second"),),
    end=5,
    slack=3,
)

SERVICE = (_SECURITY, _OUTAGE)
