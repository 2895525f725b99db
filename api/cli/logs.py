"""How the process logs: ids and names of things that happened, as JSON lines on standard error, never content."""

from __future__ import annotations

import logging
import sys

import structlog


def quiet_logs(level: int = logging.WARNING) -> None:
    """Log from ``level`` on: ours as JSON lines; the libraries' own messages, which may quote, not at all."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
    logging.basicConfig(handlers=[logging.NullHandler()])
    for name in ("sqlalchemy", "alembic", "procrastinate", "icalendar", "asyncio"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
