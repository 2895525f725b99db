"""One item's reading as the JSON object that ``boswell read --json`` prints: a stable interface for other programs."""

from __future__ import annotations

from extract.report.item import as_json

__all__ = ["as_json"]
