"""What calendars write into mail without a calendar part: answers, changes, and Outlook's and Notes' blocks."""

from __future__ import annotations

from typing import Final

# Before the subject of an answer or a withdrawn meeting, as Outlook, Exchange, Notes and Gmail set it by language.
ANSWERS: Final = (
    "accepted:", "declined:", "tentative:", "tentatively accepted:", "tentatively accepted ", "canceled:", "cancelled:",
    "new time proposed:", "invitation:", "updated invitation:", "canceled event:", "cancelled event:", "meeting forward notification:",
    "zugesagt:", "abgelehnt:", "mit vorbehalt:", "mit vorbehalt zugesagt:", "abgesagt:", "neue uhrzeit vorgeschlagen:",
    "accepté :", "accepté:", "refusé :", "refusé:", "provisoire :", "provisoire:", "annulé :", "annulé:", "aceptado:", "aceptada:",
    "rechazado:", "rechazada:", "provisional:", "cancelado:", "cancelada:", "accettato:", "accettata:", "rifiutato:", "rifiutata:",
    "provvisorio:", "annullato:", "annullata:", "geaccepteerd:", "geweigerd:", "afgewezen:", "voorlopig:", "geannuleerd:", "aceite:",
    "aceito:", "recusado:", "provisório:", "zaakceptowano:", "zaakceptowane:", "odrzucono:", "wstępna akceptacja:", "odwołane:",
    "accepterat:", "avböjt:", "preliminärt:", "inställt:", "accepteret:", "afvist:", "foreløbig:", "aflyst:", "godtatt:", "avslått:",
    "avlyst:", "hyväksytty:", "hylätty:", "alustava:", "peruttu:", "принято:", "отклонено:", "под вопросом:", "отменено:",
    "承諾済み:", "承諾:", "辞退:", "仮承諾:", "キャンセル:", "已接受:", "接受:", "已拒绝:", "拒绝:", "暂定:", "已取消:",
)  # fmt: skip
# Where an invitation's block stands in the text. Outlook's line of stars and tildes is its own; nobody types it.
BLOCKS: Final = (
    r"(?m:^\s*\*~\*~\*~\*~\*)"  # Outlook, below "When: Monday, 9 March 2026 ... Where: Room 2"
    r"|(?m:^\s*CALENDAR ENTRY:\s)"  # Lotus Notes: "CALENDAR ENTRY: APPOINTMENT"
    r"|(?m:^\s*(?:When|Wann|Quand|Cuándo|Wanneer): [^\n]*\d[^\n]*\n+\s*(?:Where|Wo|Où|Dónde|Waar): )"
)
