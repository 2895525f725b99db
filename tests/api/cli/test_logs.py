"""What a process logs: ours as lines of JSON, the libraries' own messages not at all."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from api.cli.logs import quiet_logs

LOGGING = f"""
import logging, structlog
from {quiet_logs.__module__} import {quiet_logs.__name__}
{quiet_logs.__name__}(LEVEL)
structlog.get_logger().info("item_read", item_id=7)
structlog.get_logger().warning("item_set_aside", item_id=8)
for name in ("sqlalchemy.engine", "alembic", "procrastinate.worker", "icalendar", "asyncio", "another"):
    logging.getLogger(name).critical("secret of %s", name)
"""


@pytest.mark.parametrize(
    ("level", "said"), [("logging.WARNING", ["item_set_aside"]), ("logging.INFO", ["item_read", "item_set_aside"])]
)
def test_lines_of_json_on_standard_error(level: str, said: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOGGING.replace("LEVEL", level)],
        capture_output=True, text=True, timeout=60, check=True, cwd=Path(__file__).parents[3],
    )  # fmt: skip
    lines = [json.loads(line) for line in done.stderr.splitlines()]
    assert [one["event"] for one in lines] == said
    assert set(lines[-1]) == {"event", "item_id", "level", "timestamp"}
    assert done.stdout == ""
