"""What the product shows to the outside: commands, settings and routes, as the code has them."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import typer.main
from pydantic import AliasChoices
from pydantic.fields import FieldInfo
from pydantic_settings import BaseSettings
from typer.core import TyperGroup as Group

from api.cli import app_for
from tests.source_tree import modules


@dataclass(frozen=True)
class Setting:
    """One variable of the environment."""

    name: str
    description: str


def commands() -> dict[str, Any]:
    """Every command by its full name, such as ``user add``; groups are left out."""
    return dict(_commands(typer.main.get_command(app_for([])), ()))


def _commands(command: object, before: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
    if isinstance(command, Group):
        for name, inner in command.commands.items():
            yield from _commands(inner, (*before, name))
    else:
        yield " ".join(before), command


def settings() -> list[Setting]:
    """Every variable that a settings class of the product reads."""
    found: list[Setting] = []
    for module in modules():
        if module.name == "settings.py":
            for kind in vars(importlib.import_module(".".join(module.with_suffix("").parts))).values():
                if isinstance(kind, type) and issubclass(kind, BaseSettings) and kind is not BaseSettings:
                    found.extend(_settings(kind))
    return found


def _settings(kind: type[BaseSettings]) -> Iterator[Setting]:
    prefix = kind.model_config.get("env_prefix", "")
    for name, field in kind.model_fields.items():
        for variable in _variables(f"{prefix}{name}", field):
            yield Setting(variable.upper(), field.description or "")


def _variables(name: str, field: FieldInfo) -> list[str]:
    alias = field.validation_alias
    if isinstance(alias, AliasChoices):
        return [choice for choice in alias.choices if isinstance(choice, str)]
    return [alias] if isinstance(alias, str) else [name]


def settings_names() -> set[str]:
    """The names of all settings."""
    return {setting.name for setting in settings()}
