"""What colleagues write to one another, and the meetings nobody outside attends."""

from __future__ import annotations

from demo.plans import Beat, Gathering, Plan

_HANDOVER = Plan(
    "handover",
    "oakline",
    "en",
    "[Holiday cover|Cover while I am away]",
    (
        Beat(
            2,
            1105,
            "rep",
            "colleague",
            """
                I am away for two days from {on_0}. Could you keep an eye on my inbox? Nothing burns, but
                {northwind.lead} at {northwind_firm} may call about the carriers.
                """,
            quote="none",
        ),
        Beat(
            2,
            1340,
            "colleague",
            "rep",
            """
                Will do. If {northwind.lead} calls I look at it the same day.
                """,
            short=True,
        ),
    ),
    end=18,
    slack=3,
    sort="internal",
)

_FORECAST = Plan(
    "forecast",
    "oakline",
    "en",
    "[Numbers for the board|Forecast for the quarter]",
    (
        Beat(
            3,
            930,
            "manager",
            "rep colleague",
            """
                I present the quarter to the board on {due_in_4}. Please send me one line for each open deal: what
                has to happen next, and who does it.
                """,
            quote="none",
        ),
        Beat(
            2,
            1115,
            "rep",
            "manager",
            """
                My list is in the shared folder. The only one I worry about is the liability clause.
                """,
            cc="colleague",
        ),
        Beat(
            1,
            1530,
            "colleague",
            "manager",
            """
                Mine as well. Nothing that keeps me awake.
                """,
            cc="rep",
            short=True,
        ),
    ),
    (
        Gathering(0, 1600, 30, "Pipeline", "manager rep colleague", "Room 2"),
        Gathering(6, 0, 0, "Supply chain forum", "rep", "Exhibition centre"),
    ),
    end=10,
    slack=3,
    sort="internal",
)

INSIDE = (_HANDOVER, _FORECAST)
