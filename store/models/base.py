"""The declarative base and the column types that recur."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from sqlalchemy import Date, DateTime, FetchedValue, LargeBinary, Text, Uuid
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import DeclarativeBase, mapped_column

Key = Annotated[UUID, mapped_column(Uuid, primary_key=True, server_default=FetchedValue())]
DefaultTime = Annotated[datetime, mapped_column(DateTime(timezone=True), server_default=FetchedValue())]
Json = dict[str, Any]
Jsons = list[dict[str, Any]]


class Base(DeclarativeBase):
    """Every table."""

    type_annotation_map = {  # noqa: RUF012 - SQLAlchemy reads it from the class
        str: Text,
        bytes: LargeBinary,
        datetime: DateTime(timezone=True),
        date: Date,
        list[str]: ARRAY(Text),
        Json: JSONB,
        Jsons: JSONB,
    }
