"""English stories of firms that consider buying: a procurement office, a first question."""

from __future__ import annotations

from demo.plans import Beat, Gathering, Plan

_PROCUREMENT = Plan(
    "procurement",
    "kestrel",
    "en",
    "[Quotation {product}, 8 docks|Quotation for 8 docks|Your offer for {product}]",
    (
        Beat(
            26,
            1010,
            "lead",
            "rep",
            """
                I got your name at the packaging fair. We are a mid-size distributor and we look for a booking tool
                for eight docks.

                Please send a quotation with yearly payment, and your references in the region.
                """,
            quote="none",
        ),
        Beat(
            26,
            1350,
            "rep",
            "lead",
            """
                Thank you for writing. For eight docks the yearly price is EUR [6,720|7,040|6,900], set-up included.
                Two references are happy to take a call; I would introduce you.

                Would half an hour this week help, so that I understand your gate first?
                """,
        ),
        Beat(
            25,
            905,
            "lead",
            "rep",
            """
                Yes. {on_24} in the morning is possible. Please send the invitation.
                """,
            short=True,
        ),
        Beat(
            21,
            1540,
            "rep",
            "lead",
            """
                As discussed on the phone, here is the quotation with the second shift included. It is valid until
                the end of {next_month}.
                """,
            attach="pdf",
            quote="none",
            subject="[Quotation with second shift|Updated quotation]",
        ),
        Beat(
            17,
            1125,
            "lead",
            "rep",
            """
                The quotation is under review. Our director asks for a price for three years.

                I need your answer before our budget round.
                """,
        ),
        Beat(
            16,
            1000,
            "rep",
            "lead",
            """
                For three years I can offer eight percent below the yearly price, payable per year. The written
                version is with you by {due}.
                """,
            promise=("us", 3),
        ),
        Beat(
            0,
            925,
            "lead",
            "rep",
            """
                The budget is approved, and we accept your offer for three years. I have new responsibilities since
                this month, so the order will come from my office directly.

                Please confirm the delivery date for the gate tablets.
                """,
            change=("title", "Head of Procurement"),
        ),
        Beat(
            0,
            1455,
            "rep",
            "lead",
            """
                [Congratulations on the new role|All the best for the new role], and thank you for the decision. The
                tablets leave our stock three weeks after the order.
                """,
        ),
    ),
    (Gathering(24, 930, 30, "{firm}: requirements call", "rep lead", "Phone"),),
)

_INQUIRY = Plan(
    "inquiry",
    "oakline",
    "en",
    "[Dock booking for two warehouses|Booking tool for our warehouses]",
    (
        Beat(
            16,
            1115,
            "lead",
            "colleague",
            """
                We run two warehouses and still book deliveries by phone and a whiteboard. A colleague in the trade
                mentioned {product}.

                Does it work when hauliers have no log-in? And what does it cost for two sites with five docks each?
                """,
            quote="none",
        ),
        Beat(
            16,
            1630,
            "colleague",
            "lead",
            """
                Yes, hauliers can book through a link without an account. For ten docks the list price is EUR 780 a
                month.

                The quickest way to judge it is to see it with your own opening hours. Shall I set up a demo?
                """,
        ),
        Beat(
            15,
            910,
            "lead",
            "colleague",
            """
                Please do. My two shift leads should see it as well. Tuesday or Wednesday suits.
                """,
        ),
        Beat(
            9,
            1500,
            "colleague",
            "lead",
            """
                Thank you for the time today. I noted three wishes: pallets per slot, a wall display for the yard,
                and an export for your carrier invoices. The first two exist; I will check the export with our
                developers by {due}.
                """,
            quote="none",
            promise=("us", 4),
            subject="[Your three wishes|After the demo]",
        ),
        Beat(
            5,
            1020,
            "colleague",
            "lead",
            """
                The export exists as a monthly file. A sample is attached.
                """,
            attach="pdf",
            quote="none",
        ),
        Beat(
            0,
            1310,
            "lead",
            "colleague",
            """
                The sample is what we need. I put the purchase on the agenda of our board and will give you a date
                by {due}.
                """,
            promise=("them", 5),
        ),
    ),
    (Gathering(9, 1100, 60, "{product} demo for {firm}", "colleague lead", "Video call", invited=True),),
    end=2,
    slack=2,
)

INQUIRIES = (_PROCUREMENT, _INQUIRY)
