"""Does the text agree with itself: one measure of one time has one value, wherever it is told."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations, islice

from reportparse.checks.alike import count_digits, have_one_unit, number_of, tells, words_of_measure
from reportparse.checks.material import Material
from reportparse.checks.rounding import compare
from reportparse.checks.texts import Text, is_exact
from reportparse.models import Check, Figure

# A number with fewer digits that tell is met by chance, unless it is so large and one measure has the other's words.
MIN_DIGITS, MIN_NUMBER = 3, 500
# A number of this size that only two texts hold is the same fact, whatever they call what they count.
LARGE = 10_000
# Pairs of one kind, place and role that are looked at, those of the rarest words first: the longest reports seen have
# 260; a broken file that shows one page again and again has millions, and each pair takes some 10 µs.
MAX_PAIRS = 40_000

_Member = tuple[Text, Figure, frozenset[str]]


def check_repeats(material: Material) -> Iterator[Check]:
    """Each pair of texts that tell the same, and each that tell two values for the same."""
    groups: defaultdict[tuple[str, str | None, str], list[_Member]] = defaultdict(list)
    for text in material.texts:
        for figure in text.figures:
            if figure.value is not None:
                groups[figure.kind, figure.place, figure.role].append((text, figure, words_of_measure(figure)))
    for members in groups.values():
        for one, other in _pair_up(members):
            passed = _judge(one, other)
            if passed is not None:
                yield _tell(one, other, passed=passed)


def _pair_up(members: list[_Member]) -> Iterator[tuple[_Member, _Member]]:
    """Pairs with a word in common, and those of a large number that stands just twice."""
    by_word: defaultdict[str | float, list[int]] = defaultdict(list)
    for at, (_, figure, words) in enumerate(members):
        for word in words:
            by_word[word].append(at)
        if float(figure.value or 0) >= LARGE and figure.qualifier == "exact":
            by_word[float(figure.value or 0)].append(at)
    pairs = {(ats[0], ats[1]) for key, ats in by_word.items() if not isinstance(key, str) and len(ats) == 2}
    for places in sorted((places for key, places in by_word.items() if isinstance(key, str)), key=len):
        left = MAX_PAIRS - len(pairs)
        pairs.update(islice(combinations(places, 2), max(0, left)))
    return ((members[a], members[b]) for a, b in sorted(pairs))


def _judge(one: _Member, other: _Member) -> bool | None:
    """Whether two figures say the same of one thing, or not; None where they need not be about one thing."""
    (text_a, a, words_a), (text_b, b, words_b) = one, other
    if (text_a.id == text_b.id and a.role != "change") or not have_one_unit(a, b):
        return None
    is_same = tells(a, float(b.value or 0)) or tells(b, float(a.value or 0))
    periods = {a.period, b.period} - {None}
    if is_same:
        is_telling = min(count_digits(a), count_digits(b)) >= MIN_DIGITS
        is_large = min(float(a.value or 0), float(b.value or 0)) >= MIN_NUMBER and bool(words_a) and bool(words_b)
        is_large = is_large and (words_a <= words_b or words_b <= words_a)
        return True if text_a.id != text_b.id and (is_telling or is_large) and len(periods) < 2 else None
    if words_a != words_b or len(words_a) < 2 or not (is_exact(a) and is_exact(b)):
        return None
    is_one_time = (a.period == b.period and a.period is not None) or (text_a.id == text_b.id and len(periods) < 2)
    is_listed = any("respectively" in text.text for text in (text_a, text_b))
    return False if is_one_time and not is_listed and compare(number_of(a).value, number_of(b)) is None else None


def _tell(one: _Member, other: _Member, *, passed: bool) -> Check:
    (text_a, a, _), (text_b, b, _) = one, other
    verdict = "the same in both" if passed else "two values"
    return Check(
        kind="text_vs_text",
        passed=passed,
        severity="none" if passed else "warning",
        message=f"{a.measure or a.unit}: {verdict}, {a.text} and {b.text}",
        where=list(dict.fromkeys([text_a.id, text_b.id])),
        expected=a.value,
        found=b.value,
    )
