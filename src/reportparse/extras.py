"""Packages that come with an extra: imported where they are used, and what to install said where they are missing."""

from importlib import import_module
from typing import Any

from reportparse.errors import MissingExtra


def need(module: str, extra: str) -> Any:
    """A module that the extra brings.

    Raises:
        MissingExtra: It is not installed; says how to get it.
    """
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        raise MissingExtra(module, extra) from error
