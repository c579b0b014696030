"""Targets beside what was reached, and sentences that break off."""

import re
from collections.abc import Iterator, Sequence

from reportparse.checks.material import Material
from reportparse.models import Check, Figure

_BROKEN = re.compile(
    r"(?P<end>\b(?:(?:in|over|during|for)\sthe\s(?:last|past|next|first|coming)|of\sthe|in\sthe|to\sthe|and\sthe|with\sthe"
    r"|such\sas|as\swell\sas|due\sto|and|or|our|their|an))\s*\.(?=\s+[A-Z]|\s*$)"
)


def check_targets(material: Material) -> Iterator[Check]:
    """Each number beside the target for the same thing; whether more is better is not known, so that none is wrong."""
    for text in material.texts:
        for actual, target in _pair_up(text.figures):
            reached = float(actual.value or 0) >= float(target.value or 0)
            yield Check(
                kind="target_vs_actual",
                passed=reached,
                severity="none" if reached else "info",
                message=f"{actual.text} {actual.unit or ''} against the target of {target.text}".replace("  ", " "),
                where=[text.id],
                expected=target.value,
                found=actual.value,
            )


def _pair_up(figures: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Each actual value with the target beside it; no figure stands in two pairs."""
    at = 0
    while at + 1 < len(figures):
        one, other = figures[at : at + 2]
        if {one.role, other.role} == {"actual", "target"} and _are_alike(one, other):
            yield (one, other) if one.role == "actual" else (other, one)
            at += 1
        at += 1


def _are_alike(a: Figure, b: Figure) -> bool:
    same = (a.unit or "").casefold() == (b.unit or "").casefold()
    return same and bool(a.unit) and a.kind == b.kind == "count" and a.value is not None and b.value is not None


def check_endings(material: Material) -> Iterator[Check]:
    """Sentences that stop at a word which no sentence ends with: "in the last."."""
    for text in material.texts:
        for match in _BROKEN.finditer(text.text):
            start = max(0, match.start() - 40)
            yield Check(
                kind="truncated_text",
                passed=False,
                severity="info",
                message=f"“…{text.text[start : match.end()]}”: the sentence breaks off",
                where=[text.id],
                found=match[0],
            )
