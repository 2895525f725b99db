"""The corpus is independent of the rules that read it: no phrase of four words stands in both.

Not compared, because programs write it and every rule must know it: header fields, the zones attribution, forwarded,
footer and disclaimer, further parts, the messages of kind bounce and automated, and the absence notices of Lotus Notes,
whose sentence is the program's. A phrase of nothing but small words, words of the calendar ("by the end of the month"),
single letters ("Sp. z o.o.") and the courtesies that the label scheme itself names ("please let me know") belongs to
nobody.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from bench.corpus.blocks import block
from bench.corpus.sets import Sample, load, names, sample
from tests.source_tree import ROOT, modules

LENGTH = 4
OURS = frozenset({"new", "signature", "quoted"})
WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
REGEX_ESCAPE = re.compile(r"\\[A-Za-z]\+?|\(\?(?:[a-z]*:|P<\w+>)?")
_EVERYBODY_LIST = """
    a an the of in on at by to for from with and or as is it be was are am i we you he she they me us my your our this
    that these those will would shall can could may not no do does have has had out off up before after until till
    through during within between than first last next second third end start middle beginning day days week weeks
    month months year years quarter hour hours minute minutes morning noon afternoon evening night midnight today
    tomorrow tonight yesterday business working monday tuesday wednesday thursday friday saturday sunday january
    february march april june july august september october november december early late later latest office back
    let know if please
    de d' du la le les l' un une en dans au aux à et ou notre votre nos vos rendez vous semaine semaines jour jours mois
    an prochain prochaine lundi mardi mercredi jeudi vendredi samedi dimanche demain matin soir
    der die das dem den des ein eine einer einem in im am um von bis nach ab und oder woche wochen tag tage tagen monat
    jahr nächste nächsten nächster heute morgen abend montag dienstag mittwoch donnerstag freitag samstag sonntag
"""
EVERYBODY = frozenset(_EVERYBODY_LIST.split())

Phrase = tuple[str, ...]


def phrases(text: str) -> Iterator[Phrase]:
    """Every run of four words that somebody can have chosen."""
    words = [word.lower() for word in WORD.findall(text.replace("’", "'"))]
    runs = zip(*(words[start:] for start in range(LENGTH)), strict=False)
    return (run for run in runs if not EVERYBODY.issuperset(run) and sum(len(word) > 1 for word in run) > LENGTH // 2)


def written(each: Sample) -> str:
    """What somebody of ours wrote in a message; a line of another zone parts what stands around it."""
    lotus = each.label.kind == "out_of_office" and each.block.settings.get("client") == "lotus"
    if lotus or each.label.kind in {"bounce", "automated"}:
        return ""
    lines = zip(each.text.split("\n"), each.zones, strict=True)
    return "\n".join(line if zone in OURS else "" for line, zone in lines)


def strings(source: str) -> Iterator[str]:
    """The strings of a module, without what an expression says in signs."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield REGEX_ESCAPE.sub(" ", node.value)


def patterns() -> dict[Phrase, str]:
    """Each phrase of the rules, and the module where it stands."""
    found = [module for module in modules() if module.parts[:2] == ("extract", "patterns")]
    return {
        phrase: module.as_posix()
        for module in found
        for string in strings((ROOT / module).read_text(encoding="utf-8"))
        for phrase in phrases(string)
    }


@pytest.mark.parametrize("name", names())
def test_no_phrase_of_the_corpus_stands_in_the_rules(name: str) -> None:
    rules = patterns()
    shared = {
        f"{each.name}: {' '.join(phrase)!r} stands in {rules[phrase]}"
        for each in load(name)
        for phrase in phrases(written(each))
        if phrase in rules
    }
    assert sorted(shared) == []


def test_a_shared_phrase_is_found_through_the_signs_of_an_expression() -> None:
    (string,) = strings(r"A = r'send you\s+the (?:signed papers)'")
    assert ("send", "you", "the", "signed") in set(phrases(string))


def test_what_programs_write_is_not_compared() -> None:
    body = "Thanks a lot then\n%% attribution\nOn that day she wrote\n%% quoted\n> one two three four\n"
    found = written(sample("s/f.a", block("a", f"@kind: person\n\n{body}")))
    assert set(phrases(found)) == {
        ("thanks", "a", "lot", "then"), ("a", "lot", "then", "one"), ("lot", "then", "one", "two"),
        ("then", "one", "two", "three"), ("one", "two", "three", "four"),
    }  # fmt: skip


def test_small_words_belong_to_everybody() -> None:
    assert list(phrases("by the end of the month")) == []
