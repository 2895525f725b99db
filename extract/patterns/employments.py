"""How people tell that they begin, change or leave a post, and how notices tell that somebody has left; with examples."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

Change = Literal["started", "moved", "left"]
# Two or three capitalised words; a company may be one.
_PERSON: Final = (
    r"(?P<successor>\p{Lu}[^\s,.;:()<>@\d]+(?: (?:van|von|de|der|du|le|la|di|dal))?(?: \p{Lu}[^\s,.;:()<>@\d]+){1,2})"
)
_COMPANY: Final = r"(?P<company>\p{Lu}[^\s,.;:()<>@!?]*(?: (?:& |and |und |et )?\p{Lu}[^\s,.;:()<>@!?]*){0,3})"
_FIRM: Final = (
    r"(?:(?i:the (?:company|firm|business|bank|team)|die firma|das unternehmen|den betrieb|l['’](?:entreprise|équipe)|la société)|"
    + _COMPANY
    + ")"
)
_TITLE: Final = r"(?P<title>[^\s.,;:!?()][^.,;:!?()\n]{2,60}?)"
_STOP: Final = r"(?: (?i:at|with|in|for|from|starting|effective|as of|here|last|this|and|bei|ab|seit|und|chez|à|depuis|et) |[.,;:!?()\n]|$)"


@dataclass(frozen=True, slots=True)
class News:
    """Words that tell of a change.

    Attributes:
        pattern: for re2, with groups ``company``, ``title``, ``successor`` where the words name them.
        example: written for this file.
    """

    change: Change
    pattern: str
    example: str


_ENGLISH: Final = (
    News("left", rf"(?i:\b(?:is|will be|was) my (?:very )?last (?:working )?day)\b(?: (?i:at|with) {_FIRM})?", "Friday will be my last day at Torfwerk."),
    News("left", rf"(?i:\bmy last (?:working )?day)(?: (?i:at|with|here)(?: {_FIRM})?)? (?i:is|was|will be)\b", "My last working day with Torfwerk is the 3rd."),
    News("left", rf"\b(?i:i(?:'ll|’ll| will| am|'m|’m| shall)(?: be)? (?:leaving|retiring from)) {_FIRM}", "I will be leaving Torfwerk in May."),
    News("left", rf"\b(?i:i(?:'ve|’ve| have)?(?: now| recently| just)? (?:left|retired from)) {_FIRM}", "I have left Torfwerk."),
    News("left", rf"\b(?i:i(?: am|'m|’m) no longer (?:with|at|employed by|working for)) {_FIRM}", "I am no longer with Torfwerk."),
    News("started", rf"\b(?i:i(?:'ve|’ve| have)?(?: [^.\n]{{2,60}}? and)?(?: now| recently| just)? (?:joined|started (?:(?:a|my) new (?:job|role|position|post) )?(?:at|with))) {_COMPANY}"
         rf"(?:,? (?i:as)(?: (?i:an?|the|their))? {_TITLE}{_STOP})?", "I have joined Kilnhaus as plant manager."),
    News("started", rf"\b(?i:i(?:'ve|’ve| have)?(?: [^.\n]{{2,60}}? and)?(?: now| recently| just)? started as)(?: (?i:an?|the))? {_TITLE} (?i:at|with) {_COMPANY}", "I just started as a buyer at Kilnhaus."),
    News("started", rf"\b(?i:i(?: am|'m|’m) now (?:working )?(?:with|at|for)) {_COMPANY}", "I am now working for Kilnhaus."),
    News("moved", rf"\b(?i:my new (?:role|position|title|job|post) (?:is|will be)(?: that of| as)?(?: (?:an?|the))?) {_TITLE}{_STOP}", "My new role is head of glazing."),
    News("moved", rf"\b(?i:i(?:'ve|’ve| have| was| am|'m|’m)(?: just| recently)?(?: been)? (?:promoted to|appointed(?: as)?|taking over as|moving into the role of|moved into the role of))(?: (?i:an?|the))?"
         rf" {_TITLE}{_STOP}", "I have been promoted to plant manager."),
    News("moved", rf"{_PERSON},?[^.\n]{{0,60}}? (?i:(?:takes|will take|is taking|will be taking|has taken|took) over (?:from me|for me|my)\b|(?:will )?(?:succeeds?|replaces?) me\b)",
         "Ida Brandt takes over from me."),
    News("moved", rf"(?i:\bmy successor(?: is| will be|,)?) {_PERSON}", "My successor is Ida Brandt."),
)  # fmt: skip
_GERMAN: Final = (
    News("left", rf"(?i:\bmein letzter (?:arbeits)?tag)(?: (?i:bei(?: der)?) {_FIRM})?", "Am Freitag ist mein letzter Arbeitstag."),
    News("left", rf"\b(?i:(?:ich )?verlasse(?: ich)?) {_FIRM}", "Im Mai verlasse ich Torfwerk."),
    News("left", r"\b(?i:(?:zum|ende|per) [^.!?\n]{2,30} verlasse ich (?:das|unser|dieses) haus)", "Zum Quartalsende verlasse ich unser Haus."),
    News("left", rf"\b(?i:ich habe) {_FIRM} (?i:verlassen)", "Ich habe Torfwerk verlassen."),
    News("left", r"\b(?i:ich scheide\b[^!?\n]{0,60}\baus\b|ich werde\b[^!?\n]{0,60}\bausscheiden)", "Ich scheide zum 1. Mai aus."),
    News("started", rf"\b(?i:(?:ich (?:bin|arbeite)|bin ich|arbeite ich) (?:jetzt|nun|ab sofort|neu|seit)\b[^.\n]{{0,30}}\bbei(?: der)?) {_COMPANY}(?: (?i:als) {_TITLE}{_STOP})?",
         "Ich bin jetzt bei Kilnhaus als Einkäuferin."),
    News("started", rf"\b(?i:(?:ich )?(?:wechsle|wechsele)(?: ich)?\b[^.\n]{{0,30}}\bzu(?:r|m)?) {_COMPANY}", "Ab Mai wechsle ich zu Kilnhaus."),
    News("moved", rf"\b(?i:meine? neue[rns]? (?:rolle|position|funktion|aufgabe|stelle|titel)(?: ist| lautet|:)(?: die| der| das)?) {_TITLE}{_STOP}", "Meine neue Rolle ist Leiterin Glasur."),
    News("moved", rf"{_PERSON},?[^.\n]{{0,40}}? (?i:übernimmt (?:von mir|meine|für mich)|wird mein(?:e)? nachfolger(?:in)?|folgt mir nach)", "Ida Brandt übernimmt meine Kunden."),
    News("moved", rf"(?i:\bmeine? nachfolger(?:in)?(?: ist| wird|,)?(?: herr| frau)?) {_PERSON}", "Meine Nachfolgerin ist Ida Brandt."),
)  # fmt: skip
_FRENCH: Final = (
    News("left", rf"(?i:\bmon dernier jour)(?: (?i:chez) {_FIRM})?", "Vendredi sera mon dernier jour chez Torfwerk."),
    News("left", rf"\b(?i:je quitte(?:rai)?|j['’]ai quitté) {_FIRM}", "J'ai quitté Torfwerk."),
    News("started", rf"\b(?i:(?:j['’]ai rejoint|je rejoins)) {_COMPANY}(?:,? (?i:en tant que|comme) {_TITLE}{_STOP})?", "J'ai rejoint Kilnhaus comme acheteuse."),
    News("moved", rf"\b(?i:mon nouveau (?:poste|titre)|ma nouvelle fonction)(?i: est| sera| :)(?: (?i:celui de|celle de|le|la))? {_TITLE}{_STOP}", "Mon nouveau poste est directrice émail."),
    News("moved", rf"{_PERSON},?[^.\n]{{0,40}}? (?i:me (?:remplace(?:ra)?|succède(?:ra)?)|prend(?:ra)? ma suite|reprend(?:ra)? mes)", "Ida Brandt me succède."),
    News("moved", rf"(?i:\bmon successeur|ma successeure)(?i: est| sera|,)? {_PERSON}", "Mon successeur est Paul Rive."),
)  # fmt: skip
BY_LANGUAGE: Final = {"en": _ENGLISH, "de": _GERMAN, "fr": _FRENCH}
# That the owner of a mailbox has left for good, as automatic replies say it. "No longer in the office" is an absence.
LEFT: Final = (
    r"no longer (?:with|at|works?|working|employed|a (?:member|part)|part|associated)|(?:has|have|had) left\b|left the (?:company|firm|business|organi|bank|group)|(?:has|have|am|is|now) retired"
    r"|^retired\b|last day (?:at|with|was)|(?:moved|gone) (?:on\b|to (?:another|a new))|passed away|has died|\bdied (?:in|on|last)|(?:mailbox|account|address) is no longer"
    r"|ausgeschieden|verlassen|nicht mehr (?:bei|für|im unternehmen|in unserem|in der firma|tätig|beschäftigt)|im ruhestand|arbeitet nicht mehr"
    r"|quitté|ne (?:travaille|fait) plus|n['’]est plus (?:employ|en poste|chez|dans)|à la retraite|ya no (?:trabaj|forma|presta|está)|ha dejado (?:la|de)|se ha jubilado"
    r"|non lavor[ao] più|non fa più parte|ha lasciato|niet (?:meer|langer) (?:werkzaam|in dienst|bij)|heeft[^.\n]{0,40} verlaten|já não (?:trabalh|faz)|não trabalh[ao] mais|não faz mais parte|deixou a"
    r"|nie pracuj[eę]|zakończył|har slutat|arbetar inte längre|inte längre (?:anställd|kvar)|stoppet (?:hos|i|på)|fratrådt|arbejder ikke længere|ikke længere ansat|har sluttet|jobber ikke lenger"
    r"|ei (?:ole )?enää (?:työskentele|palvelu|meillä|töissä)|больше не работа|уволил|退職|転職|离职|離職|已离开|不再(?:在|任职)"
)
