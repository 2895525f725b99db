"""The scripts: small, without dependency, and without a text of their own."""

from __future__ import annotations

import gzip
import re

from api.web.assets import assets
from api.web.script import TEXTS

SCRIPTS = {name: asset.content.decode() for name, asset in assets().items() if name.endswith(".js")}
IMPORT = re.compile(r'from "([^"]+)"')


def test_the_review_is_one_short_module() -> None:
    assert len(SCRIPTS["review.js"].splitlines()) <= 350


def test_scripts_depend_on_one_another_alone() -> None:
    named = {name for script in SCRIPTS.values() for name in IMPORT.findall(script)}
    assert named <= {f"./{name}" for name in SCRIPTS}


def test_they_are_small_together() -> None:
    assert sum(len(gzip.compress(script.encode())) for script in SCRIPTS.values()) < 18 * 1024


def test_every_text_that_a_script_says_is_sent_by_the_server() -> None:
    said = {name for script in SCRIPTS.values() for name in re.findall(r'words\("(\w+)"', script)}
    assert said <= set(TEXTS)
    verbs = {"approve", "edit", "refuse", "forget", "later", "keep_private", "undo", "redo", "rule"}
    assert verbs | {"offline", "late", "signed_out"} <= set(TEXTS)


def test_no_script_holds_a_sentence() -> None:
    for name, script in SCRIPTS.items():
        code = re.sub(r"(?m)//.*$", "", script)
        sentences = [each for each in re.findall(r'"([^"]*)"', code) if re.search(r"[a-z]{2,} [a-z]{2,}.*\.$", each)]
        assert sentences == [], name
