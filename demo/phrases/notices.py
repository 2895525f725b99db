"""Mail that no one would miss: bulk, automatic, or from strangers. One entry is one message."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from demo.world import Kind, Language

NoticeSort = Literal["newsletter", "receipt", "password", "reminder", "list", "cold", "spam"]


@dataclass(frozen=True, slots=True)
class Notice:
    """A message with no story. ``{number}`` in its words becomes a reference number."""

    sort: NoticeSort
    name: str
    address: str
    subject: str
    text: str
    language: Language = "en"

    @property
    def kind(self) -> Kind:
        """What sort of writer it has."""
        if self.sort in {"newsletter", "spam"}:
            return "newsletter"
        return "person" if self.sort in {"list", "cold"} else "automated"


_TRAVEL = ("Skyline Travel", "travel@skyline.example")

NOTICES = (
    Notice(
        "newsletter",
        "Loading Bay Weekly",
        "editor@loadingbay.example",
        "Five figures about waiting times",
        (
            "This week: what an hour at the gate costs, a visit to a rail terminal, and the calendar of "
            "fairs.\n\n"
            "You receive this letter because you subscribed on our site. Unsubscribe: "
            "https://loadingbay.example/u/{number}"
        ),
    ),
    Notice(
        "newsletter",
        "Branchenbrief Logistik",
        "redaktion@branchenbrief.example",
        "Branchenbrief: Mautsätze ab Januar",
        (
            "Die neuen Mautsätze im Überblick, dazu ein Gespräch über Zeitfenster an der Rampe.\n\n"
            "Abmelden: https://branchenbrief.example/ab/{number}"
        ),
        "de",
    ),
    Notice(
        "receipt",
        *_TRAVEL,
        "Your booking {number}",
        (
            "Thank you for booking with Skyline.\n\n"
            "Train, second class, one traveller.\n"
            "Booking reference: {number}\n"
            "Amount charged: EUR 79.90\n\n"
            "This is an automatic message."
        ),
    ),
    Notice(
        "cold",
        "Gerald Finch",
        "gerald.finch@leadfountain.example",
        "Quick question about your pipeline",
        (
            "I looked at your page and think that we could fill your calendar with qualified meetings.\n\n"
            "Do you have fifteen minutes on Thursday?\n\n"
            "Gerald Finch\n"
            "Leadfountain"
        ),
    ),
    Notice(
        "password",
        "Account Service",
        "no-reply@signin.example",
        "Reset your password",
        (
            "Somebody asked to reset the password of your account. Your code is {number}. It is valid for "
            "ten minutes.\n\n"
            "If it was not you, ignore this message."
        ),
    ),
    Notice(
        "list",
        "Edda Thorne",
        "edda.thorne@portpeople.example",
        "[yard-talk] Paperless gates in small yards",
        (
            "Has anyone gone paperless with fewer than five docks? We tried tablets at the gate and the "
            "drivers preferred the paper.\n\n"
            "I would be glad of experiences, good or bad.\n\n"
            "Edda"
        ),
    ),
    Notice(
        "reminder",
        "Calendar",
        "calendar-notification@calendar.example",
        "Reminder: Pipeline",
        (
            "This is a reminder for an event in your calendar.\n\n"
            "Pipeline\n"
            "Room 2\n\n"
            "You can change reminders in your settings."
        ),
    ),
    Notice(
        "receipt",
        "Café Anker",
        "kasse@cafe-anker.example",
        "Ihre Quittung {number}",
        (
            "Vielen Dank für Ihren Besuch.\n\n"
            "2 x Mittagstisch   25,80 EUR\n"
            "Karte                  25,80 EUR\n\n"
            "Beleg {number}"
        ),
        "de",
    ),
    Notice(
        "receipt",
        *_TRAVEL,
        "Hotel confirmation {number}",
        (
            "Your room is confirmed.\n\n"
            "One night, one person, breakfast included.\n"
            "Confirmation: {number}\n\n"
            "This is an automatic message."
        ),
    ),
    Notice(
        "spam",
        "Claim Desk",
        "desk@prize-claims.example",
        "Final notice: parcel {number} is waiting",
        (
            "Your parcel could not be delivered. Pay the handling fee of EUR 1.95 within 24 hours to receive "
            "it.\n\n"
            "https://prize-claims.example/p/{number}"
        ),
    ),
    Notice(
        "newsletter",
        "Fernfahrt Fachtage",
        "hallo@fachtage.example",
        "Das Programm steht",
        (
            "Zwei Tage, dreißig Vorträge: Das Programm der Fachtage ist online. Frühbucher sparen bis "
            "Monatsende.\n\n"
            "Keine Nachrichten mehr: https://fachtage.example/aus/{number}"
        ),
        "de",
    ),
    Notice(
        "list",
        "Ruben Achterberg",
        "ruben.achterberg@terminalist.example",
        "[yard-talk] Re: Paperless gates in small yards",
        (
            "Four docks here. We kept one paper form for the days when the network is down, everything else "
            "is on the tablet.\n\n"
            "Ruben"
        ),
    ),
    Notice(
        "newsletter",
        "Le Quai",
        "lettre@lequai.example",
        "La lettre du quai : l'hiver à l'entrepôt",
        (
            "Au sommaire : gel et quais ouverts, un entretien avec une cheffe d'exploitation, l'agenda des "
            "salons.\n\n"
            "Se désabonner : https://lequai.example/d/{number}"
        ),
        "fr",
    ),
    Notice(
        "spam",
        "Grand Summit",
        "invite@grand-summit.example",
        "Invitation: VIP investment evening",
        "You are invited to an exclusive evening. Accept to secure your return.",
    ),
    Notice(
        "receipt",
        *_TRAVEL,
        "Your invoice {number}",
        ("Please find your invoice {number} online.\n\nAmount: EUR 142.00\n\nThis is an automatic message."),
    ),
    Notice(
        "receipt",
        "Ride Service",
        "receipts@rides.example",
        "Your trip on the way to the station",
        ("Thanks for riding.\n\nDistance: 6.4 km\nTotal: EUR 17.20\nTrip {number}"),
    ),
    Notice(
        "cold",
        "Monique Strand",
        "monique.strand@brightdesk.example",
        "Office plants for your rooms",
        (
            "We look after office plants in your city and have two places free from next month.\n\n"
            "May I send you our brochure?\n\n"
            "Monique Strand\n"
            "Brightdesk"
        ),
    ),
    Notice(
        "newsletter",
        "Loading Bay Weekly",
        "editor@loadingbay.example",
        "What a no-show costs",
        (
            "This week: no-shows at the dock, three ways to charge for them, and why most yards do not.\n\n"
            "You receive this letter because you subscribed on our site. Unsubscribe: "
            "https://loadingbay.example/u/{number}"
        ),
    ),
    Notice(
        "receipt",
        *_TRAVEL,
        "Change to your booking {number}",
        ("Your train leaves from another platform.\n\nBooking reference: {number}\n\nThis is an automatic message."),
    ),
    Notice(
        "password",
        "Account Service",
        "no-reply@signin.example",
        "New sign-in on a computer",
        (
            "We noticed a new sign-in to your account from Hamburg. If it was you, nothing needs to be "
            "done.\n\n"
            "Event {number}"
        ),
    ),
    Notice(
        "list",
        "Edda Thorne",
        "edda.thorne@portpeople.example",
        "[yard-talk] Summary: paperless gates",
        (
            "Thanks for nine answers. In short: keep a form for bad days, put the tablet where it is dry, "
            "and train the night shift first.\n\n"
            "Edda"
        ),
    ),
    Notice(
        "reminder",
        "Room Booking",
        "rooms@rooms.example",
        "Room 2 is booked for you",
        (
            "Room 2 has been booked in your name.\n\n"
            "Reference {number}\n"
            "Cancel in the room calendar if you do not need it."
        ),
    ),
    Notice(
        "spam",
        "Invoice Department",
        "billing@overdue-docs.example",
        "Overdue invoice {number}",
        "Your invoice {number} is overdue. Open the attached form and enter your card to avoid fees.",
    ),
    Notice(
        "newsletter",
        "Branchenbrief Logistik",
        "redaktion@branchenbrief.example",
        "Branchenbrief: Fachkräfte im Lager",
        (
            "Was Betriebe tun, um Staplerfahrer zu halten, und eine Übersicht der Tarifabschlüsse.\n\n"
            "Abmelden: https://branchenbrief.example/ab/{number}"
        ),
        "de",
    ),
)
