"""Figures of number strips: a large number over a small label, which names what it counts."""

import re
from collections.abc import Iterator
from typing import Any

from reportparse.language.context import Setting, read_text

_NOT_WORDS = re.compile(r"^[\W_]+|[\W_]+$")


def read_strip(strip: Any, setting: Setting) -> Iterator[dict[str, Any]]:
    """Figures of a strip; offsets point into its labels, joined by a space.

    Args:
        strip: Offers id, section and labels, the number among them.
        setting: What holds for the whole report.
    """
    text = " ".join(strip.labels)
    title = setting.titles.get(strip.section or "", "")
    for at, row in enumerate(read_text(text, {"kind": "picture", "id": strip.id}, setting.period, title)):
        label = _label(text, row["source"]["start"], row["source"]["end"]) if not at else None
        yield row | {"measure": label or row["measure"], "rule": f"number strip; {row['rule']}"}


def _label(text: str, start: int, end: int) -> str | None:
    """All words of the strip beside the number.

    >>> _label("33 offenders joined the programme", 0, 2)
    'offenders joined the programme'
    """
    words = f"{text[:start]} {text[end:]}"
    return re.sub(r"\s+", " ", _NOT_WORDS.sub("", words)) or None
