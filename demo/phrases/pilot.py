"""The English story of a pilot: how it starts and how it is reviewed."""

from __future__ import annotations

from demo.plans import Beat, Gathering, Plan

_PILOT_START = Plan(
    "pilot start",
    "northwind",
    "en",
    "[{product} pilot at {firm}|Pilot of {product}|Starting the {product} pilot]",
    (
        Beat(
            14,
            915,
            "lead",
            "rep",
            """
                [Thanks for the demo on Friday.|Thank you again for walking us through {product}.] The team liked
                the way carriers book their own slots, and we would like to try it at one site before we decide.

                What would a pilot look like on your side? We have twelve docks in {city} and about [140|160|180]
                arrivals on a normal day.

                Could you also say what you need from our IT?
                """,
            quote="none",
        ),
        Beat(
            14,
            1120,
            "rep",
            "lead",
            """
                [Happy to.|With pleasure.] A pilot runs for six weeks at one site, with your own carriers and your
                own opening hours. We set up the docks, you name two people who look after the bookings.

                From IT we need an export of the carrier list and one contact for questions about sign-in. I'll send
                you a one-page outline by {due}.
                """,
            cc="colleague",
            promise=("us", 2),
        ),
        Beat(
            12,
            1435,
            "rep",
            "lead",
            """
                Here is the outline I promised, one page. The dates are a proposal, so please move what does not
                fit.

                {colleague} looks after integrations with us and will be there when questions about data come up.
                """,
            cc="colleague",
            attach="pdf",
        ),
        Beat(
            11,
            940,
            "lead",
            "rep colleague",
            """
                The outline works for us. I am copying {second}, who runs IT here, and {third} from procurement.

                {second}, could you answer the questions about the carrier list?
                """,
            cc="second third",
        ),
        Beat(
            11,
            1605,
            "second",
            "colleague",
            """
                Carrier list: comes out of our transport system as CSV, one row per carrier, roughly 90 rows.

                Sign-in: we use a central directory, but for six weeks local accounts are fine.

                Test data: I can have it ready in two weeks, not earlier. We are moving a server room.
                """,
            cc="lead rep",
            quote="none",
        ),
        Beat(
            10,
            1010,
            "colleague",
            "second",
            """
                CSV is fine. Please keep the carrier number in it, we match on that.

                Agreed, local accounts for the pilot.

                Two weeks is fine. I will send you the field list by {due} so that nothing has to be done twice.
                """,
            cc="lead rep",
            quote="inline",
            promise=("us", 3),
        ),
        Beat(
            7,
            1330,
            "second",
            "colleague",
            """
                Field list received, thank you. One remark: our carrier numbers start with a zero, so please do not
                let a spreadsheet near them.
                """,
            quote="bottom",
            alias=True,
            client="mutt",
        ),
        Beat(
            0,
            1545,
            "lead",
            "rep",
            """
                Short note after the kick-off: everyone here is on board, and the first carriers have their log-ins.

                I would like a review in about four weeks with {second} and {third} in the room.
                """,
            cc="second",
            quote="none",
            subject="[After the kick-off|Kick-off went well]",
        ),
        Beat(
            0,
            1640,
            "rep",
            "lead",
            """
                That is good to read. I will send an invitation for the review, and until then we talk whenever
                something gets in the way.
                """,
            short=True,
        ),
    ),
    (
        Gathering(
            0, 1000, 60, "{product} pilot kick-off", "rep lead second colleague", "{city}, site office", invited=True
        ),
    ),
    end=22,
    slack=3,
)

_PILOT_REVIEW = Plan(
    "pilot review",
    "northwind",
    "en",
    "[Pilot review|Review of the pilot|Pilot: where we stand]",
    (
        Beat(
            8,
            930,
            "rep",
            "lead",
            """
                Ahead of the review: bookings went up every week, and waiting time at the gate is down by [a
                quarter|a third|nearly a third]. Two carriers still call instead of booking.

                Is there anything else you want on the table?
                """,
            cc="colleague",
            quote="none",
        ),
        Beat(
            8,
            1415,
            "lead",
            "rep",
            """
                Those numbers match what the gate tells me. Please add the question of holidays: our second site
                closes for a week in winter.
                """,
            client="phone",
            short=True,
        ),
        Beat(
            5,
            1105,
            "third",
            "rep",
            """
                For the paperwork after the pilot I need your bank details on letterhead, a certificate of insurance
                and the order form.

                Payment terms with us are 45 days. Is that acceptable?
                """,
            quote="none",
            subject="[Supplier form for {firm}|Supplier set-up]",
        ),
        Beat(
            5,
            1650,
            "rep",
            "third",
            """
                45 days are fine. Certificate and bank letter are attached, the order form follows when the review
                has settled the number of docks.
                """,
            attach="pdf",
        ),
        Beat(
            2,
            1020,
            "second",
            "colleague",
            """
                We finished the questions about roles and log files. Two points stay open on our side: retention of
                gate photos, and who may delete a carrier. I will come back to you by {due}.
                """,
            cc="lead",
            promise=("them", 4),
            quote="none",
            subject="[Open points on roles|Security questions, last two]",
        ),
        Beat(
            0,
            1132,
            "lead",
            "rep",
            """
                [Good meeting today.|Thanks for this morning.] As agreed we move the pilot to week {week} so
                {second} has the test data in time.

                I will send you the signed order form by the {ordinal}, legal only has to check the annex.
                """,
            cc="second",
            promise=("them", 12),
            quote="none",
            subject="[Pilot review|After our review today]",
        ),
        Beat(
            0,
            1210,
            "rep",
            "lead",
            """
                Thank you, that is clear. I have moved the dates in the plan and told {colleague}.
                """,
            cc="second colleague",
            short=True,
        ),
    ),
    (
        Gathering(11, 1400, 30, "Pilot: half-time call", "rep lead second", "Video call"),
        Gathering(0, 1000, 45, "Pilot review with {firm}", "rep lead second third colleague", "Video call"),
    ),
)

PILOT = (_PILOT_START, _PILOT_REVIEW)
