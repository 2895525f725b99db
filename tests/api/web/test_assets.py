"""Static files under the hash of their content."""

from __future__ import annotations

import pytest

from api.web.assets import assets, digest, url


def test_every_file_is_there_with_its_kind() -> None:
    assert {"base.css", "review.js", "icon.svg", "fonts/inter.woff2", "fonts/serif.woff2"} <= set(assets())
    assert all(asset.content and asset.media_type for asset in assets().values())


def test_an_address_holds_the_hash() -> None:
    assert url("base.css") == f"/static/{digest()}/base.css"
    with pytest.raises(KeyError):
        url("none.css")


def test_nothing_is_fetched_from_elsewhere() -> None:
    for name, asset in assets().items():
        if name.endswith((".css", ".js")):
            assert b"http" not in asset.content.replace(b"http://www.w3.org", b""), name
