"""Words of a PDF that a spreadsheet would take for a formula, made harmless."""

import re
from typing import TypeVar

T = TypeVar("T")

# What makes a spreadsheet run a cell (OWASP, CSV injection): it begins with one of these, and is no number.
_FORMULA = re.compile(r"[=+\-@\t\r](?![\d.,\s£$€]*(?:%|pp|m|k|bn)?\s*$)")


def guard(value: T) -> T | str:
    """The value, behind a quote where a spreadsheet would run it.

    >>> guard("=1+1"), guard("-3.4%"), guard("- 19 hearings"), guard(-3)
    ("'=1+1", '-3.4%', "'- 19 hearings", -3)
    """
    return f"'{value}" if isinstance(value, str) and _FORMULA.match(value) else value
