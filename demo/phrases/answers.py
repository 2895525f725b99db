"""What machines answer: absences by language, and a mail server's report of failure."""

from __future__ import annotations

from demo.world import Language

AWAY: dict[Language, tuple[str, str]] = {
    "en": (
        "Automatic reply: {subject}",
        "Thank you for your message. I am out of the office until {back} and will read it when I return.\n\n{name}",
    ),
    "de": (
        "Automatische Antwort: {subject}",
        "Vielen Dank für Ihre Nachricht. Ich bin bis {back} nicht im Büro und lese sie nach meiner Rückkehr.\n\n{name}",
    ),
    "fr": (
        "Réponse automatique : {subject}",
        "Merci pour votre message. Je suis absent jusqu'au {back} et le lirai à mon retour.\n\n{name}",
    ),
}

BOUNCE = (
    "This is the mail system at host mx.{domain}.\n\nYour message could not be delivered to one recipient.\n\n"
    "<{address}>: host mail.{wrong} said: 550 5.1.1 User unknown\n"
)
