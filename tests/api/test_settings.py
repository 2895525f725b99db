"""Where the pages are served, and that nobody serves others without https."""

from __future__ import annotations

from pathlib import Path

import pytest

from api.settings import WebSettings
from store.errors import NotReady


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "::1"])
def test_this_machine_needs_no_https(host: str) -> None:
    WebSettings(host=host).refuse_open_http()
    assert WebSettings(host=host).address(8080) == "http://localhost:8080"


def test_other_addresses_do() -> None:
    with pytest.raises(NotReady, match="need https: set BOSWELL_TLS_CERT"):
        WebSettings(host="0.0.0.0").refuse_open_http()
    WebSettings(host="0.0.0.0", behind_https=True).refuse_open_http()


def test_certificates_must_be_there(tmp_path: Path) -> None:
    cert, key = tmp_path / "cert.pem", tmp_path / "key.pem"
    with pytest.raises(NotReady, match="There is no file"):
        WebSettings(host="crm.example", tls_cert=cert, tls_key=key).refuse_open_http()
    cert.touch()
    key.touch()
    settings = WebSettings(host="crm.example", tls_cert=cert, tls_key=key)
    settings.refuse_open_http()
    assert settings.address(443) == "https://crm.example:443"
