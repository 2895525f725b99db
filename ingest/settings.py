"""How reading and background work are run. Built only at the edges (``api/cli``), passed down."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from ingest.google.allowance import prices_of
from ingest.hosts import allowed_networks


class IngestSettings(BaseSettings):
    """Settings of reading and of the worker, read from the environment. Empty variables count as unset."""

    model_config = SettingsConfigDict(frozen=True, env_ignore_empty=True, env_prefix="BOSWELL_", extra="ignore")

    children: int = Field(
        default=2, ge=1, le=64,
        description="Processes that read mail at the same time, one person's at most; one more serves others.",
    )  # fmt: skip
    item_seconds: float = Field(
        default=2.0, gt=0, le=60, description="Processor seconds that reading one item may use."
    )
    child_memory_mb: int = Field(default=768, ge=256, description="Memory (MB) that a process that reads mail may use.")
    accept_open_sandbox: bool = Field(
        default=False, description="Read mail although this system cannot take the network from the processes that do."
    )
    allowed_networks: str = Field(
        default="",
        description="Networks of your own whose mail servers may be connected to, with ports: 10.20.0.0/16=993,143.",
    )
    mail_ca_file: Path | None = Field(
        default=None, description="File with certificates that are trusted for mail servers beside the system's."
    )
    mail_patience: float = Field(
        default=30.0, gt=0, le=600, description="Seconds that a mail server may take for an ordinary answer."
    )
    max_mail_mb: int = Field(
        default=25,
        ge=1,
        le=25,
        description="Size (MB) of the largest mail that is read whole; of larger ones the first part is.",
    )
    google_client_id: str | None = Field(default=None, description="Client id under which Google knows Boswell.")
    google_client_secret: SecretStr | None = Field(default=None, description="Its secret.")
    google_units_per_user: float = Field(default=6_000, gt=0, description="Quota units of an account in a minute.")
    google_units_per_project: float = Field(default=1_200_000, gt=0, description="Quota units of all in a minute.")
    google_units_per_day: float = Field(default=80_000_000, gt=0, description="Quota units of all in a day.")
    google_costs: str = Field(default="", description="What calls cost at Google, where it is not the usual.")
    google_calendar_per_user: float = Field(
        default=600, gt=0, description="Questions about calendars that Google takes from an account in a minute."
    )
    google_calendar_per_project: float = Field(default=10_000, gt=0, description="The same from all in a minute.")
    google_calendar_per_day: float = Field(default=1_000_000, gt=0, description="The same from all in a day.")
    google_calendar_push: bool = Field(
        default=False, description="Have Google say at this installation's public address what changed in a calendar."
    )
    google_service_account_file: Path | None = Field(
        default=None, description="Key of the service account that may read for the whole company at Google."
    )
    google_push_topic: str = Field(default="", description="Topic to which Google publishes what is new in a mailbox.")
    google_push_account: str = Field(default="", description="Service account that signs the pushes from there.")
    microsoft_client_id: str | None = Field(default=None, description="Client id under which Microsoft knows Boswell.")
    microsoft_client_secret: SecretStr | None = Field(default=None, description="Its secret, if it has one.")
    sign_ins: float = Field(default=10.0, gt=0, le=1000, description="Mailboxes that listeners sign in to in a second.")
    sign_ins_per_server: float = Field(default=5.0, gt=0, le=1000, description="Of these, mailboxes on one server.")
    concurrency: int = Field(default=4, ge=1, le=64, description="Jobs that a worker runs at the same time.")
    visits: int = Field(
        default=12, ge=1, le=64, description="Mailboxes and calendars that a worker visits at the same time besides."
    )

    @field_validator("allowed_networks")
    @classmethod
    def _networks(cls, text: str) -> str:
        allowed_networks(text)
        return text

    @field_validator("google_costs")
    @classmethod
    def _costs(cls, text: str) -> str:
        prices_of(text)
        return text

    @property
    def clients(self) -> dict[str, tuple[str, str]]:
        """Client ids and secrets by the provider's name, of those that are set."""
        set_up = {
            "google": (self.google_client_id, self.google_client_secret),
            "microsoft": (self.microsoft_client_id, self.microsoft_client_secret),
        }
        return {
            name: (client_id, secret.get_secret_value() if secret else "")
            for name, (client_id, secret) in set_up.items()
            if client_id
        }
