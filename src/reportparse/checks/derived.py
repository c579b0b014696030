"""What a text computes itself: shares of their parts, changes of their two values, sums, equal ratios."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from reportparse.checks.material import Material
from reportparse.checks.rounding import Fit, compare, plain, show
from reportparse.checks.texts import Text, is_exact, stated
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
_PART_OF = re.compile(r"\s(?:[\w’'-]+\s){0,4}?(?:out\s)?of\s(?:the\s|all\s|a\stotal\sof\s|our\s|these\s|those\s)*")
_IN_BRACKETS = re.compile(r"[^.;()]{0,40}\(\s*")
# Least whole of a share, and least sum: smaller ones fit by chance.
MIN_WHOLE, MIN_SUM = 5, 10
# Among more numbers than this some make up another by chance.  The texts of fourteen reports have at most 8 counts,
# rubbish that is read as one text has hundreds.
MAX_COUNTS = 40
# Two ratios of numbers with so many digits are not equal by chance.
MIN_DIGITS = 4


def check_derived(material: Material) -> Iterator[Check]:
    """All that can be computed inside a sentence or a paragraph."""
    for before, text in pairwise([None, *material.texts]):
        if text is not None and len(text.figures) > 1:
            yield from _check_shares(text, before)
            for sentence, figures in text.sentences():
                yield from _check_changes(text, sentence, figures)
            yield from _check_sums(text)
            yield from _check_ratios(text)


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
            return


def _tell_share(text: Text, share: Figure, part: Figure, whole: Figure) -> Check:
    expected = 100 * float(part.value or 0) / float(whole.value or 1)
    fit = compare(expected, stated(share))
    where = list(dict.fromkeys([text.id, whole.source.id]))
    words = f"{part.text} / {whole.text} = {show(expected)}%, stated {share.text}"
    return _tell("derived", fit, words, where, round(expected, 3), share.value)


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
    if not (is_exact(old) and is_exact(new) and is_exact(change)) or not old.value or new.value is None:
        return
    difference = abs(float(new.value) - float(old.value))
    by_kind = {"percent": [100 * difference / float(old.value)], "points": [difference]}
    ways = by_kind.get(change.kind, [difference] if change.kind == old.kind else [])
    if change.kind == "percent" and old.kind == "percent":
        ways.append(difference)
    fits = [fit for way in ways if (fit := compare(way, stated(change)))]
    if ways:
        words = f"{old.text} to {new.text} is a change of {show(ways[0])}, stated {change.text}"
        yield _tell("derived", fits[0] if fits else None, words, [text.id], round(ways[0], 3), change.value)


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
    yield _tell("derived", fit, words, [text.id], went, said)


def _check_sums(text: Text) -> Iterator[Check]:
    """Numbers of one thing that make up another number of it; only what adds up is told."""
    counts = [figure for figure in text.figures if figure.kind == "count" and figure.role == "actual" and figure.value]
    for whole in counts if len(counts) <= MAX_COUNTS else ():
        rest = [figure for figure in counts if figure is not whole]
        for size in range(2, min(5, len(rest)) + 1):
            for parts in (rest[at : at + size] for at in range(len(rest) - size + 1)):
                if _is_sum(whole, parts):
                    words = f"{' + '.join(part.text for part in parts)} = {whole.text}"
                    yield _tell("derived", "exact", words, [text.id], float(whole.value or 0), whole.value)
                    return


def _is_sum(whole: Figure, parts: Sequence[Figure]) -> bool:
    is_same = bool(whole.unit) and any(part.unit == whole.unit for part in parts)
    total = sum(float(part.value or 0) for part in parts)
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
            yield _tell("derived", "exact", words, [text.id], ratio, round(values[1] / values[3], 2))


def _tell(
    kind: str, fit: str | None, words: str, where: list[str], expected: float | str, found: float | str | None
) -> Check:
    return Check(
        kind=kind,
        passed=fit is not None,
        severity="rounding" if fit == "truncated" else "none" if fit else "warning",
        message=words,
        where=where,
        expected=plain(expected) if isinstance(expected, float) else expected,
        found=found,
    )
