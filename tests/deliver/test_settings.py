from __future__ import annotations

import pytest

from deliver.settings import DeliverSettings
from store.errors import NotReady


def test_without_a_host_nothing_is_mailed() -> None:
    settings = DeliverSettings()
    settings.refuse_half_set()
    assert not settings.mails


@pytest.mark.parametrize(("tls", "port"), [("starttls", 587), ("tls", 465), ("none", 25)])
def test_each_way_has_its_usual_port(tls: str, port: int) -> None:
    assert DeliverSettings.model_validate({"smtp_tls": tls}).port == port
    assert DeliverSettings.model_validate({"smtp_tls": tls, "smtp_port": 2525}).port == 2525


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"smtp_host": "mail"}, "BOSWELL_SMTP_FROM"),
        ({"smtp_host": "mail", "smtp_from": "boswell"}, "BOSWELL_SMTP_FROM"),
        ({"smtp_host": "mail", "smtp_from": "b@a.example", "smtp_tls": "none", "smtp_user": "b"}, "in the clear"),
        ({"smtp_host": "mail", "smtp_from": "b@a.example", "smtp_tls": "none", "smtp_password": "b"}, "in the clear"),
    ],
)
def test_half_a_setting_is_refused(values: dict[str, str], said: str) -> None:
    with pytest.raises(NotReady, match=said):
        DeliverSettings.model_validate(values).refuse_half_set()


def test_the_password_is_not_shown() -> None:
    assert "open sesame" not in repr(DeliverSettings.model_validate({"smtp_password": "open sesame"}))
