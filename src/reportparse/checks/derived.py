"""What a text computes itself: changes of their two values, sums, equal ratios."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import fsum

from reportparse.checks.alike import tells
from reportparse.checks.material import Material
from reportparse.checks.rounding import Fit, compare, show
from reportparse.checks.texts import Text, is_exact, stated, tell_derived
from reportparse.models import Check, Figure

# Words of growth and loss that say of a number that it went up or down; "improved" and "slower" do not.
_VERBS = re.compile(
    r"\b(?:(?P<up>ris(?:e|es|en|ing)|rose|increas(?:e|ed|es|ing)|grow(?:n|s|th|ing)?|grew|climbed|jumped|up)"
    r"|(?P<down>fall(?:en|s|ing)?|fell|decreas(?:e|ed|es|ing)|reduc(?:e|ed|es|ing|tions?)|drop(?:s|ped|ping)?|cuts?"
    r"|declin(?:e|ed|es|ing)|lowered|down))\b",
    re.IGNORECASE,
)
_LOOKS_BACK = re.compile(
    r"^(?!.*(?:;|\bwhil(?:e|st)\b|\bwhereas\b|\bbut\b)).*(?:\b(?:from|than|compared|against|vs|versus|on)\b|\()",
    re.DOTALL,
)
# Between two values of one thing at two times; "27 vs 21" may be two areas.
_IN_TIME = re.compile(r"\b(?:to|from)\b")
# Least sum: smaller ones fit by chance.
MIN_SUM = 10
# Among more numbers than this some make up another by chance.  The texts of fourteen reports have at most 8 counts,
# rubbish that is read as one text has hundreds.
MAX_COUNTS = 40
# Two ratios of numbers with so many digits are not equal by chance.
MIN_DIGITS = 4


def check_derived(material: Material) -> Iterator[Check]:
    """All that can be computed inside a sentence or a paragraph."""
    for text in material.texts:
        if len(text.figures) > 1:
            if any(figure.role == "baseline" for figure in text.figures):
                for sentence, figures in text.sentences():
                    yield from _check_changes(text, sentence, figures)
            yield from _check_sums(text)
            yield from _check_ratios(text)


def _check_changes(text: Text, sentence: str, figures: Sequence[Figure]) -> Iterator[Check]:
    """A baseline beside its actual value: the way it went, and how far."""
    for at, (first, second) in enumerate(pairwise(figures)):
        if _is_pair(text.text, first, second) and _are_alike(first, second):
            old, new = (first, second) if first.role == "baseline" else (second, first)
            beside = [figure for figure in figures[max(0, at - 1) : at + 3] if figure.role == "change"]
            if len(beside) == 1:
                yield from _check_change(text, old, new, beside[0])
            elif not beside and _IN_TIME.search(text.text[first.source.end : second.source.start]):
                yield from _check_direction(text, sentence, old, new)


def _is_pair(text: str, first: Figure, second: Figure) -> bool:
    """Whether one is the value before and the other the value after: "from A to B", or "B, up from A"."""
    gap = text[first.source.end : second.source.start]
    if (first.role, second.role) == ("baseline", "actual"):
        return True
    return (first.role, second.role) == ("actual", "baseline") and bool(_LOOKS_BACK.search(gap))


def _are_alike(a: Figure, b: Figure) -> bool:
    same = a.kind == b.kind and (a.unit == b.unit or None in (a.unit, b.unit))
    return same and bool(a.value) and b.value is not None and a.place == b.place


def _check_change(text: Text, old: Figure, new: Figure, change: Figure) -> Iterator[Check]:
    """The change that stands beside its two values, as a share of the old one or as their difference."""
    if not (is_exact(old) and is_exact(new)) or not old.value or new.value is None:
        return
    difference = abs(float(new.value) - float(old.value))
    by_kind = {"percent": [100 * difference / float(old.value)], "points": [difference]}
    ways = by_kind.get(change.kind, [difference] if change.kind == old.kind else [])
    if change.kind == "percent" and old.kind == "percent":
        ways.append(difference)
    fits = [fit for way in ways if (fit := _fit_change(way, change))]
    if ways and (fits or is_exact(change)):
        words = f"{old.text} to {new.text} is a change of {show(ways[0])}, stated {change.text}"
        yield tell_derived(fits[0] if fits else None, words, [text.id], round(ways[0], 3), change.value)


def _fit_change(way: float, change: Figure) -> Fit | None:
    if is_exact(change):
        return compare(way, stated(change))
    return "rounded" if tells(change, way) else None


def _check_direction(text: Text, sentence: str, old: Figure, new: Figure) -> Iterator[Check]:
    """Whether the verb before the two values says the way that they went."""
    verbs = list(_VERBS.finditer(sentence))
    start = text.text.find(sentence)
    before = [verb for verb in verbs if start + verb.start() < min(old.source.start, new.source.start)]
    if not before or old.value == new.value:
        return
    said = "up" if before[-1]["up"] else "down"
    went = "up" if float(new.value or 0) > float(old.value or 0) else "down"
    fit = "exact" if said == went else None
    words = f"“{before[-1][0]}” from {old.text} to {new.text}"
    yield tell_derived(fit, words, [text.id], went, said)


def _check_sums(text: Text) -> Iterator[Check]:
    """Numbers of one thing that make up another number of it; only what adds up is told."""
    counts = [figure for figure in text.figures if figure.kind == "count" and figure.role == "actual" and figure.value]
    for whole in counts if len(counts) <= MAX_COUNTS else ():
        rest = [figure for figure in counts if figure is not whole]
        for size in range(2, min(5, len(rest)) + 1):
            for parts in (rest[at : at + size] for at in range(len(rest) - size + 1)):
                if _is_sum(whole, parts):
                    words = f"{' + '.join(part.text for part in parts)} = {whole.text}"
                    yield tell_derived("exact", words, [text.id], float(whole.value or 0), whole.value)
                    return


def _is_sum(whole: Figure, parts: Sequence[Figure]) -> bool:
    is_same = bool(whole.unit) and any(part.unit == whole.unit for part in parts)
    total = fsum(float(part.value or 0) for part in parts)
    return is_same and whole.qualifier == "exact" and float(whole.value or 0) >= MIN_SUM and total == whole.value


def _check_ratios(text: Text) -> Iterator[Check]:
    """Two things told as a whole and as a mean: both wholes must be the same multiple of their means."""
    exact = [
        figure for figure in text.figures if is_exact(figure) and len(re.sub(r"\D", "", figure.text)) >= MIN_DIGITS
    ]
    for a, b, c, d in zip(exact, exact[1:], exact[2:], exact[3:], strict=False):
        values = [float(figure.value or 0) for figure in (a, b, c, d)]
        if all(values) and a.unit != b.unit and abs(values[0] / values[2] / (values[1] / values[3]) - 1) < 0.0005:
            words = f"{a.text} / {c.text} = {b.text} / {d.text} = {show(values[0] / values[2])}"
            ratio = round(values[0] / values[2], 2)
            yield tell_derived("exact", words, [text.id], ratio, round(values[1] / values[3], 2))
