from __future__ import annotations

from pathlib import Path

import pytest

from store.embedded.cluster import NO_SPACE, check_version, create, exists
from store.embedded.layout import Layout
from store.embedded.programs import Programs, find
from store.errors import NotReady


@pytest.fixture
def layout(tmp_path: Path) -> Layout:
    made = Layout(tmp_path, None)
    made.base.mkdir()
    return made


def refusing(folder: Path, reason: str) -> Programs:
    (folder / "initdb").write_text(f"#!/bin/sh\necho 'initdb: error: {reason}' >&2\nexit 1\n")
    (folder / "initdb").chmod(0o755)
    return Programs(folder, "18")


@pytest.mark.parametrize(
    ("reason", "sentence"),
    [(NO_SPACE, "The disk that holds .* is full"), ("out of luck", "could not create its database .*out of luck")],
)
def test_a_refusal_is_a_sentence_and_leaves_nothing(layout: Layout, reason: str, sentence: str) -> None:
    with pytest.raises(NotReady, match=sentence):
        create(layout, refusing(layout.home, reason), "secret")
    assert not exists(layout)
    assert list(layout.base.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "database").write_text("a file where the folder should be")
    with pytest.raises(NotReady, match="I cannot write to"):
        create(Layout(tmp_path, None), find(Layout(tmp_path, None)), "secret")


def test_the_version_that_wrote_a_cluster_opens_it(layout: Layout) -> None:
    layout.data.mkdir()
    (layout.data / "PG_VERSION").write_text("18\n")
    check_version(layout, Programs(layout.home, "18"))
    with pytest.raises(NotReady, match="this release brings 19"):
        check_version(layout, Programs(layout.home, "19"))
