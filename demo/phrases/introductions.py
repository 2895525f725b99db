"""How new people come in: one is introduced, one changes firms, one writes from a public mail address."""

from __future__ import annotations

from demo.plans import Beat, Gathering, Plan

_INTRODUCTION = Plan(
    "introduction",
    "fennick",
    "en",
    "[Introduction: {introduced_full}|You two should talk]",
    (
        Beat(
            7,
            1215,
            "ridge.second",
            "rep introduced",
            """
                {introduced}, meet {rep} from {company}. {rep}, {introduced} runs transport at {firm} and has the
                same queue at the gate that we had.

                I leave the rest to you two.
                """,
            quote="none",
        ),
        Beat(
            7,
            1505,
            "introduced",
            "rep",
            """
                Thanks for connecting us. {rep}, I would like to see how the slots work when half of the lorries are
                early.

                My mobile is the quickest way to find a time.
                """,
            cc="ridge.second",
        ),
        Beat(
            6,
            925,
            "rep",
            "introduced",
            """
                Very glad to. Early lorries get a waiting slot and a message to the driver. I can show you in twenty
                minutes; how about next week?
                """,
        ),
        Beat(
            4,
            1140,
            "introduced",
            "rep",
            """
                {on_0} after lunch works. Please send an invitation.
                """,
            short=True,
        ),
        Beat(
            0,
            1620,
            "rep",
            "introduced",
            """
                Thank you for your time today. The price list for three sites is with you by {due}.
                """,
            quote="none",
            promise=("us", 3),
            subject="[Price list|After our call]",
        ),
    ),
    (Gathering(0, 1330, 30, "{firm}: first look at {product}", "rep introduced", "Video call", invited=True),),
    end=8,
    slack=3,
)

_MOVE = Plan(
    "job change",
    "mover_old",
    "en",
    "[My last week|A change on my side]",
    (
        Beat(
            24,
            1330,
            "lead",
            "rep",
            """
                I wanted to tell you myself: I am leaving {firm} at the end of the week after nine years. Please
                send anything about the second gate to the site office until there is a successor.

                It was good working with you, and I hope that our paths cross again.
                """,
            quote="none",
        ),
        Beat(
            24,
            1550,
            "rep",
            "lead",
            """
                Thank you for telling me, and for the fair way you always dealt with us. All the best for the new
                start.
                """,
            short=True,
        ),
        Beat(
            2,
            1020,
            "lead",
            "rep",
            """
                As promised, a sign of life from the new desk. I started at {new_firm} this month and look after the
                yard here.

                They book by e-mail, you can imagine. {mover_new.lead}, our finance director, is open to a
                conversation.
                """,
            cc="mover_new.lead",
            quote="none",
            subject="[New desk, same person|Hello from {new_firm}]",
            change=("firm", "mover_new"),
        ),
        Beat(
            0,
            1115,
            "rep",
            "lead",
            """
                How good to hear from you. I would be glad to talk with you both; I will propose two dates by {due}.
                """,
            cc="mover_new.lead",
            promise=("us", 2),
        ),
    ),
    end=6,
    slack=3,
)

_PUBLIC_ADDRESS = Plan(
    "public address",
    "tidewater",
    "en",
    "[Slots for container deliveries|Container deliveries and slot times]",
    (
        Beat(
            0,
            855,
            "new",
            "rep",
            """
                I found your page when I looked for a way to book container deliveries. We bring in around thirty
                containers a month and pay for every hour they wait.

                Is {product} something for a firm of our size? We do not have an IT department.
                """,
            quote="none",
        ),
        Beat(
            0,
            1235,
            "rep",
            "new",
            """
                Thank you for writing. Thirty containers a month is a size where it pays for itself, and no IT is
                needed: your hauliers book through a link.

                Which port do they come through, and who books them today?
                """,
        ),
        Beat(
            0,
            1430,
            "new",
            "rep",
            """
                All through Cork at present. I book them myself, by telephone, between everything else.

                A short call next week would suit me.
                """,
        ),
    ),
)

INTRODUCTIONS = (_INTRODUCTION, _MOVE, _PUBLIC_ADDRESS)
