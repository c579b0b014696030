"""Targets beside what was reached, and sentences that break off."""

import re
from collections.abc import Iterator

from reportparse.checks.material import Material
from reportparse.checks.texts import Text
from reportparse.language.words import ends_in
from reportparse.models import Check, Figure

_STOP = re.compile(r"\.(?=\s+[A-Z]|\s*$)")
_BROKEN = re.compile(
    r"\b(?:(?:in|over|during|for)\sthe\s(?:last|past|next|first|coming)|of\sthe|in\sthe|to\sthe|and\sthe|with\sthe"
    r"|such\sas|as\swell\sas|due\sto|and|or|our|their|an)\s*\.$"
)
_LAST_WORDS = ("last", "past", "next", "first", "coming", "the", "as", "to", "and", "or", "our", "their", "an")
_BROKEN_REACH = 30  # letters: the longest of these phrases

_NEW_CLAUSE = re.compile(r"[.;:]\s|,\s(?:and|with|but|while|which)\b")
# What a number counts stands within so many letters behind it, an adjective or two between.
NEAR = 30


def check_targets(material: Material) -> Iterator[Check]:
    """Each number beside the target for the same thing; whether more is better is not known, so that none is wrong."""
    for text in material.texts:
        for actual, target in _pair_up(text):
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


def _pair_up(text: Text) -> Iterator[tuple[Figure, Figure]]:
    """Each actual value with the target beside it; no figure stands in two pairs."""
    at = 0
    while at + 1 < len(text.figures):
        one, other = text.figures[at : at + 2]
        is_pair = {one.role, other.role} == {"actual", "target"} and _are_alike(one, other)
        if is_pair and _share_a_noun(text.text, one, other):
            yield (one, other) if one.role == "actual" else (other, one)
            at += 1
        at += 1


def _are_alike(a: Figure, b: Figure) -> bool:
    same = (a.unit or "").casefold() == (b.unit or "").casefold()
    return same and bool(a.unit) and a.kind == b.kind == "count" and a.value is not None and b.value is not None


def _share_a_noun(text: str, first: Figure, second: Figure) -> bool:
    """Whether both say what they count, or the one that does not stands in the other's clause: "65 (target 100)"."""
    noun = (first.unit or "").casefold()
    named = [noun in text[one.source.end : one.source.end + NEAR + len(noun)].casefold() for one in (first, second)]
    return all(named) or not _NEW_CLAUSE.search(text[first.source.end : second.source.start])


def check_endings(material: Material) -> Iterator[Check]:
    """Sentences that stop at a word which no sentence ends with: "in the last."."""
    for text in material.texts:
        for match in _find_broken(text.text):
            start = max(0, match.start() - 40)
            yield Check(
                kind="truncated_text",
                passed=False,
                severity="info",
                message=f"“…{text.text[start : match.end()]}”: the sentence breaks off",
                where=[text.id],
                found=match[0],
            )


def _find_broken(text: str) -> Iterator[re.Match[str]]:
    """What breaks off at each full stop behind one of the words that no sentence ends with."""
    for stop in _STOP.finditer(text):
        at = stop.start()
        if ends_in(text[max(0, at - _BROKEN_REACH) : at], _LAST_WORDS):
            match = _BROKEN.search(text, max(0, at - _BROKEN_REACH), stop.end())
            if match:
                yield match
