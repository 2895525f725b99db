from __future__ import annotations

import pytest

from extract.mail.quoting.attributions import attribution_at, is_followed_by_quote
from extract.mail.quoting.lines import lines_of


@pytest.mark.parametrize(
    "words",
    [
        "On Tue, Nov 3, 2026 at 10:30 AM Ann Low <ann@x.example> wrote:",
        "Am Di., 3. Nov. 2026 um 10:30 Uhr schrieb Ann Low <ann@x.example>:",
        "Le mar. 3 nov. 2026 à 10:30, Ann Low <ann@x.example> a écrit :",
        "El mar, 3 nov 2026 a las 10:30, Ann Low (<ann@x.example>) escribió:",
        "Il giorno mar 3 nov 2026 alle ore 10:30 Ann Low <ann@x.example> ha scritto:",
        "Op di 3 nov 2026 om 10:30 schreef Ann Low <ann@x.example>:",
        "Em ter., 3 de nov. de 2026 às 10:30, Ann Low <ann@x.example> escreveu:",
        "wt., 3 lis 2026 o 10:30 Ann Low <ann@x.example> napisał(a):",
        "Den tis 3 nov. 2026 kl 10:30 skrev Ann Low <ann@x.example>:",
        "tir. 3. nov. 2026 kl. 10.30 skrev Ann Low <ann@x.example>:",
        "ti 3. marrask. 2026 klo 10.30 Ann Low (ann@x.example) kirjoitti:",
        "вт, 3 нояб. 2026 г. в 10:30, Ann Low <ann@x.example>:",
        "2026年11月3日(火) 10:30 Ann Low <ann@x.example>:",
        "Ann Low <ann@x.example> 于2026年11月3日周二 10:30写道：",
    ],
)
def test_attributions_in_every_language(words: str) -> None:
    assert attribution_at(lines_of(f"{words}\n\n> Hello\n"), 0) == 1
    assert attribution_at(lines_of(f"{words}\nHello\n"), 0) == 1
    first, second = words[: len(words) // 2].rsplit(" ", 1)
    wrapped = f"{first}\n{second}{words[len(words) // 2 :]}\n> Hello\n"
    assert attribution_at(lines_of(wrapped), 0) == 2


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Ann Low wrote:\n> x\n", 1),
        ("* Ann Low <ann@x.example> [2026-11-03 10:30]:\n> x\n", 1),
        ("Ann Low wrote:\nx\n", None),
        ("Ann Low wrote\n> x\n", 1),
        ("Ann Low <ann@x.example>:\n> x\n", 1),
        ("Ann Low <ann@x.example>:\nx\n", None),
        ("On 3 Nov 2026 Ann <ann@x.example\n> wrote:\n\n> x\n", 2),
        ("On 3 Nov 2026,\n> x\n", None),
        ("Thanks, Bo\nOn 3 Nov 2026 at 10:30 Ann Low wrote:\n> x\n", None),
        ("Ann Low via Prices\n<prices@x.example> wrote:\n> x\n", 2),
        ("Prices Ltd, the best there are. On Tuesdays.\n<prices@x.example> wrote:\n> x\n", None),
        ("ines@x.example\nOn 3 Nov 2026 Ann Low <ann@x.example> wrote:\n> x\n", None),
        ("On Tue, 3 Nov 2026 10:30:00 +0100\nAnn Low used these words:\n> x\n", 2),
        ("[ On 3 Nov 2026, Ann Low wrote: ]\n> x\n", 1),
        ("As Ann said on 3.11.2026 at the meeting:\nx\n", None),
        ("As Ann said:\n> x\n", 1),
        ("We meet Ann Low <ann@x.example> on 3.11.2026 at 10:30:\nx\n", None),
        ("On Tuesday at 10:30 you wrote:\nx\n", 1),
        ("Prices on 3.11.2026 at 10:30:\n> x\n", None),
        ("My list has these four points, as we all know very well by now, I hope:\n> x\n", None),
        ("I had hoped that she would do it by now, but\nAnn wrote on 3.11.2026 at 10:30:\n> x\n", None),
        ("Points:\n- x\n", None),
        ("a\nb\nc\nd\ne wrote:\n> x\n", None),
        ("On 3 Nov 2026 " + "x" * 500 + " wrote:\n> x\n", None),
    ],
)
def test_where_an_attribution_ends(text: str, end: int | None) -> None:
    assert attribution_at(lines_of(text), 0) == end


def test_a_quotation_follows() -> None:
    lines = lines_of("a\n\n> b\n")
    assert is_followed_by_quote(lines, 1)
    assert not is_followed_by_quote(lines, 0)
    assert not is_followed_by_quote(lines, 3)
