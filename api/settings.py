"""Where and how the web pages are served. Built only at the edges (``api/cli``), passed down."""

from __future__ import annotations

from ipaddress import ip_address
from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from store.errors import NotReady

NEEDS_HTTPS = (
    "Pages on other addresses than localhost need https: set BOSWELL_TLS_CERT and BOSWELL_TLS_KEY to a certificate and "
    "its key, or put a proxy that speaks https in front and set BOSWELL_BEHIND_HTTPS=true."
)


class WebSettings(BaseSettings):
    """Settings of the web process, read from the environment. Empty variables count as unset."""

    model_config = SettingsConfigDict(frozen=True, env_ignore_empty=True, env_prefix="BOSWELL_", extra="ignore")

    host: str = Field(default="localhost", description="Address on which the pages are served.")
    port: int = Field(default=8080, ge=1, le=65535, description="Port on which the pages are served.")
    tls_cert: Path | None = Field(default=None, description="File with the certificate for https, PEM.")
    tls_key: Path | None = Field(default=None, description="File with the certificate's key, PEM.")
    behind_https: bool = Field(
        default=False, description="A proxy in front speaks https and says so in X-Forwarded-Proto."
    )

    @property
    def is_local(self) -> bool:
        """Whether only this machine can reach the pages."""
        if self.host == "localhost":
            return True
        try:
            return ip_address(self.host).is_loopback
        except ValueError:
            return False

    @property
    def has_https(self) -> bool:
        """Whether this process speaks https itself."""
        return self.tls_cert is not None and self.tls_key is not None

    def refuse_open_http(self) -> None:
        """Refuse to serve others without https.

        Raises:
            NotReady: the address is not localhost and nothing speaks https.
        """
        if not (self.is_local or self.has_https or self.behind_https):
            raise NotReady(NEEDS_HTTPS)
        for file in (self.tls_cert, self.tls_key):
            if file is not None and not file.is_file():
                raise NotReady(f"There is no file {file}. Correct BOSWELL_TLS_CERT and BOSWELL_TLS_KEY.")

    def address(self, port: int) -> str:
        """Where a browser on this machine finds the pages on a port."""
        host = "localhost" if self.is_local else self.host
        return f"{'https' if self.has_https else 'http'}://{f'[{host}]' if ':' in host else host}:{port}"
