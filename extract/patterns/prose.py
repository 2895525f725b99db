"""Words of sentences: where one stands, a line says something rather than names somebody."""

from __future__ import annotations

from typing import Final

# Verbs, pronouns and conjunctions that stand in no name, title, company or address, in lower case. "of", "and", "the" do.
_PROSE_LIST: Final = """
    i i'm i'll i've i'd you your you're we we're we'll he she they them their us me my this that these those there please will would
    could should have has had is are was were been be do does did don't doesn't can't won't if when what why how which because but
    not very just also know think need want get got let let's see send call sent call's am it its it's any some than then so hi hello dear
    attached forward looking after before until about thanks thank tomorrow today yesterday
    ich wir sie ihnen ihre ihren mir mich uns bitte habe haben hat ist sind war wird werden können könnte wenn dass aber nicht auch
    noch schon hier diese dieser dieses hallo liebe lieber guten sehr geehrte geehrter anbei
    je vous nous votre vos notre mon ma mes est sont avons avez ai pas que qui bonjour merci ci-joint veuillez
    yo usted ustedes nosotros es son está hemos que hola gracias por favor
    sono è siamo avete che non buongiorno ik wij jullie u bent zijn niet hallo jag vi är inte hej jeg er ikke hei
"""
PROSE: Final = frozenset(_PROSE_LIST.split()) - {
    "es",
    "er",
    "u",
    "son",
    "call",
    "ma",
    "mes",
    "am",
    "por",
    "so",
    "do",
    "it",
}
