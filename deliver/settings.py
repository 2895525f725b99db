"""Where notices go out through. Built only at the edges (``api/cli``), passed down."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

from store.errors import NotReady

PORTS = {"starttls": 587, "tls": 465, "none": 25}
NO_SENDER = "BOSWELL_SMTP_HOST is set and BOSWELL_SMTP_FROM is not. Set the address that notices are sent from."
IN_THE_CLEAR = (
    "BOSWELL_SMTP_TLS is none, so the password would travel in the clear. Set it to starttls or tls, or unset "
    "BOSWELL_SMTP_USER and BOSWELL_SMTP_PASSWORD."
)


class DeliverSettings(BaseSettings):
    """Settings of what goes out, read from the environment. Empty variables count as unset."""

    model_config = SettingsConfigDict(frozen=True, env_ignore_empty=True, env_prefix="BOSWELL_", extra="ignore")

    smtp_host: str | None = Field(default=None, description="Mail server that takes notices. Unset: none are mailed.")
    smtp_port: int | None = Field(default=None, ge=1, le=65535, description="Its port.")
    smtp_user: str | None = Field(default=None, description="The name to sign in with, where it wants one.")
    smtp_password: SecretStr | None = Field(default=None, description="The password to sign in with.")
    smtp_tls: Literal["starttls", "tls", "none"] = Field(
        default="starttls", description="TLS after a greeting in the clear, from the first byte, or not at all."
    )
    smtp_from: str | None = Field(default=None, description="The address that notices are sent from.")

    @property
    def mails(self) -> bool:
        """Whether notices are mailed."""
        return self.smtp_host is not None

    @property
    def port(self) -> int:
        """The port that was set, else the usual one."""
        return self.smtp_port or PORTS[self.smtp_tls]

    def refuse_half_set(self) -> None:
        """Refuse settings with which nothing could be sent, or a password would be shown.

        Raises:
            NotReady: one sentence that says what to set.
        """
        if self.mails and not (self.smtp_from and "@" in self.smtp_from):
            raise NotReady(NO_SENDER)
        if self.mails and self.smtp_tls == "none" and (self.smtp_user or self.smtp_password):
            raise NotReady(IN_THE_CLEAR)
