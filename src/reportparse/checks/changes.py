"""Does the text tell the changes that the tables of its section show?"""

import re
from collections.abc import Iterator, Sequence

from reportparse.checks.alike import count_digits, number_of, tells, words_of_measure
from reportparse.checks.material import Material
from reportparse.checks.rounding import compare, plain, read_stated, show
from reportparse.checks.texts import Text
from reportparse.checks.told import Told, find_same, tell_contradiction
from reportparse.models import Check, Figure

# A difference this many of its last digits off is the same difference, told from other roundings.
NEAR_STEPS = 1.5
# A change with fewer digits is that of a table's line by chance.
MIN_DIGITS = 2
# What a difference is to: "above the rate for England and Wales", as far as its clause goes.
_BESIDE = re.compile(
    r"(?:\s[\w-]+){0,2}?\s(?:above|below|(?:high|low|few|larg|small|great)er\sthan|(?:more|less)\sthan)\s([^.,;:()]+)"
)


def check_table_changes(material: Material) -> Iterator[Check]:
    """What each text tells of differences and changes in the tables of its section."""
    for text, told in material.told:
        yield from _check_comparisons(text, told)
        for figure in text.figures:
            if figure.role == "change" and figure.kind == "percent":
                yield from _check_stated_change(text, told, figure)
                yield from _check_named_change(text, told, figure)


def _check_comparisons(text: Text, told: Told) -> Iterator[Check]:
    """A difference to a named area ("3.5 points above England and Wales") against the table's two values."""
    for figure in text.figures:
        said = _BESIDE.match(text.text, figure.source.end)
        if said is None or figure.role != "change" or figure.kind not in ("points", "count", "rate"):
            continue
        beside = f" {_plain_name(said[1])} "
        others = [cell for cell in told.figures if cell.place and f" {_plain_name(cell.place)} " in beside]
        values = [other for other in text.figures if other is not figure and other.value is not None]
        own = [cell for cell in told.figures if cell not in others and not cell.is_total and _is_own(cell, values)]
        pairs = [(a, b) for a in own for b in others if a.measure == b.measure and a.period == b.period]
        if len(pairs) == 1:
            yield from _check_difference(text, told, figure, *pairs[0])


def _is_own(cell: Figure, values: Sequence[Figure]) -> bool:
    """Whether a cell is of the report's own area, or of the one whose value the text tells."""
    is_told = any(other.kind == cell.kind and tells(other, float(cell.value or 0)) for other in values)
    return cell.place is None or is_told


def _plain_name(text: str) -> str:
    """The words of what may name a place, alike however its "and" is written."""
    return " ".join(re.findall(r"\w+", text.replace("&", " and "))).casefold()


def _check_difference(text: Text, told: Told, figure: Figure, own: Figure, other: Figure) -> Iterator[Check]:
    expected = plain(abs(float(own.value or 0) - float(other.value or 0)))
    number = read_stated(figure.text, float(figure.value or 0))
    fit = compare(expected, number)
    is_near = abs(expected - number.value) <= NEAR_STEPS * number.step
    yield Check(
        kind="text_vs_table",
        passed=fit is not None,
        severity="none" if fit else "rounding" if is_near else "warning",
        message=f"{figure.text}: in {told.name} {own.text} and {other.text} differ by {show(expected)}",
        where=[text.id, told.table.id],
        expected=expected,
        found=figure.value,
    )


def _check_stated_change(text: Text, told: Told, figure: Figure) -> Iterator[Check]:
    """A change in percent against the values of its year and the one before, where the table has one of each."""
    cells = find_same(figure, told)
    by_year = {cell.period: float(cell.value or 0) for cell in cells if cell.kind in ("count", "money") and cell.period}
    years = sorted(by_year)
    if len(by_year) != len(cells) or figure.period not in years[1:]:
        return
    old, new = by_year[years[years.index(figure.period) - 1]], by_year[figure.period]
    if not old:
        return
    expected = plain(round(100 * (new - old) / old, 3))
    if _goes_so(figure, expected) and compare(abs(expected), number_of(figure)):
        yield _tell_change(text, told, figure, old, new)
    else:
        yield tell_contradiction(text, told, figure, f"{show(old)} to {show(new)}, {show(expected)}%", abs(expected))


def _check_named_change(text: Text, told: Told, figure: Figure) -> Iterator[Check]:
    """A change without a year of its own that is that of the last two values of a line which its words name.

    Only what fits is told: a text may well speak of other years.
    """
    own = words_of_measure(figure)
    for line in told.lines if figure.period is None and count_digits(figure) >= MIN_DIGITS else ():
        old, new = (line[period] for period in sorted(line)[-2:])
        words = words_of_measure(new)
        if not (words and words <= own and words_of_measure(old) == words and old.value):
            continue
        before, now = float(old.value), float(new.value or 0)
        change = 100 * (now - before) / before
        if _goes_so(figure, change) and tells(figure, abs(change)):
            yield _tell_change(text, told, figure, before, now)
            return


def _goes_so(figure: Figure, change: float) -> bool:
    """Whether a change goes the way that is told, if one is."""
    return figure.direction is None or (figure.direction == "down") == (change < 0)


def _tell_change(text: Text, told: Told, figure: Figure, old: float, new: float) -> Check:
    expected = plain(round(100 * (new - old) / old, 3))
    return Check(
        kind="text_vs_table",
        passed=True,
        message=f"{figure.text}: the change in {told.name} from {show(old)} to {show(new)}, {show(expected)}%",
        where=[text.id, told.table.id],
        expected=abs(expected),
        found=figure.value,
    )
