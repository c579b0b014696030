"""Shares that a text tells beside their parts: "14 of the 33 people (42%)"."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from math import fsum

from reportparse.checks.alike import count_digits
from reportparse.checks.material import Material
from reportparse.checks.rounding import Fit, compare, show
from reportparse.checks.texts import Text, is_exact, stated, tell_derived
from reportparse.models import Check, Figure

_PART_OF = re.compile(r"\s(?:[\w’'-]+\s){0,4}?(?:out\s)?of\s(?:the\s|all\s|a\stotal\sof\s|our\s|these\s|those\s)*")
_IN_BRACKETS = re.compile(r"[^.;()]{0,40}\(\s*")
# Least whole of a share: smaller ones fit by chance.
MIN_WHOLE = 5
# A share with fewer digits is that of two numbers of one year by chance.
MIN_SHARE_DIGITS = 2


def check_shares(material: Material) -> Iterator[Check]:
    """The shares of each text."""
    for before, text in pairwise([None, *material.texts]):
        if text is not None and len(text.figures) > 1 and any(map(_is_share, text.figures)):
            yield from _check_shares(text, before)


def _check_shares(text: Text, before: Text | None) -> Iterator[Check]:
    """Shares beside their parts: "14 people (42%)" of the 33 told of before; wrong only where "of" says it."""
    found = {check.message: check for check in _check_shares_of_one(text, before)}
    known = {share.id for share in text.figures if any(f"stated {share.text}" in words for words in found)}
    yield from found.values()
    for _, figures in text.sentences():
        counts = [figure for figure in figures if _is_count(figure)]
        for share in figures:
            if _is_share(share) and share.id not in known:
                pair = _find_said_parts(text.text, share, counts) or _find_parts(share, counts)
                pair = pair or _find_dated_parts(share, counts, [*(before.figures if before else ()), *text.figures])
                if pair:
                    yield _tell_share(text, share, *pair)


def _is_share(figure: Figure) -> bool:
    return figure.kind == "percent" and figure.role in ("actual", "baseline") and is_exact(figure)


def _is_count(figure: Figure) -> bool:
    return figure.kind in ("count", "money") and figure.role in ("actual", "baseline") and is_exact(figure)


def _find_said_parts(text: str, share: Figure, counts: Sequence[Figure]) -> tuple[Figure, Figure] | None:
    """The two numbers of "14 of the 33 people (42%)", or of "42% (14 of 33)"."""
    for part, whole in pairwise(counts):
        if not _PART_OF.fullmatch(text[part.source.end : whole.source.start]):
            continue
        behind = _IN_BRACKETS.fullmatch(text[whole.source.end : share.source.start])
        inside = re.fullmatch(r"\s*\(\s*", text[share.source.end : part.source.start])
        if behind or inside:
            return part, whole
    return None


def _find_parts(share: Figure, counts: Sequence[Figure]) -> tuple[Figure, Figure] | None:
    """Two numbers of the sentence whose ratio is the share, digit for digit."""
    for part, whole in combinations(sorted(counts, key=lambda figure: figure.value or 0), 2):
        if _fits(share, part, whole) == "rounded" and (part.value or 0) >= MIN_WHOLE and part.kind == whole.kind:
            return part, whole
    return None


def _find_dated_parts(share: Figure, counts: Sequence[Figure], told: Sequence[Figure]) -> tuple[Figure, Figure] | None:
    """The only part and whole of the share's own time; the whole may stand a sentence or a paragraph before."""
    if share.period is None or count_digits(share) < MIN_SHARE_DIGITS:
        return None
    pairs = [
        (part, whole)
        for part in counts
        for whole in told
        if part.period == whole.period == share.period and part.kind == whole.kind and _is_count(whole)
        if _fits(share, part, whole) in ("exact", "rounded")
    ]
    return pairs[0] if len(pairs) == 1 else None


def _fits(share: Figure, part: Figure, whole: Figure) -> Fit | None:
    if not whole.value or not part.value or whole.value < MIN_WHOLE or part.value >= whole.value:
        return None
    return compare(100 * float(part.value) / float(whole.value), stated(share))


def _check_shares_of_one(text: Text, before: Text | None) -> Iterator[Check]:
    """Two or more numbers with their shares behind them that have one whole, told of in this text or the one before."""
    pairs = [
        (part, share)
        for part, share in pairwise(text.figures)
        if _is_count(part)
        and _is_share(share)
        and _IN_BRACKETS.fullmatch(text.text[part.source.end : share.source.start])
    ]
    wholes = [figure for source in (text, before) if source for figure in source.figures if _is_count(figure)]
    for whole in wholes if len(pairs) > 1 else ():
        if all(_fits(share, part, whole) for part, share in pairs):
            yield from (_tell_share(text, share, part, whole) for part, share in pairs)
            yield from _check_rest(text, [part for part, _ in pairs], whole)
            return


def _check_rest(text: Text, parts: Sequence[Figure], whole: Figure) -> Iterator[Check]:
    """Whether the parts that have shares and the next ones of their unit make up the whole: "a further 13 people"."""
    rest = [figure for figure in text.figures if _is_count(figure) and figure.unit == parts[0].unit]
    rest = rest[rest.index(parts[0]) :]
    for size in range(len(parts), len(rest) + 1):
        total = fsum(float(part.value or 0) for part in rest[:size])
        if total == whole.value:
            words = f"{' + '.join(part.text for part in rest[:size])} = {whole.text}"
            where = list(dict.fromkeys([text.id, whole.source.id]))
            yield tell_derived("exact", words, where, total, whole.value)


def _tell_share(text: Text, share: Figure, part: Figure, whole: Figure) -> Check:
    expected = 100 * float(part.value or 0) / float(whole.value or 1)
    fit = compare(expected, stated(share))
    where = list(dict.fromkeys([text.id, whole.source.id]))
    words = f"{part.text} / {whole.text} = {show(expected)}%, stated {share.text}"
    return tell_derived(fit, words, where, round(expected, 3), share.value)
