"""What stands twice and should perhaps stand once: a number copied to the next row, a paragraph printed twice."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from reportparse.checks.grid import Grid, Line, name_of
from reportparse.checks.material import Material
from reportparse.checks.rounding import show
from reportparse.models import Check, Paragraph, Report, Table

# Numbers below this are equal by chance.
MIN_NUMBER = 1000
# Digits that tell of a number that two rows have; what two years have may well be as much again.
MIN_DIGITS, MIN_DIGITS_OF_YEARS = 3, 5
# Texts shorter than this may well be said twice.
MIN_LETTERS = 80
# What is no sentence is a line of a form or of a table.
_ENDS = tuple('.!?”"’')


def check_duplicates(material: Material) -> Iterator[Check]:
    """Equal numbers under different names in one table, and equal paragraphs."""
    for table, grid, _ in material.grids:
        found = [check for line in grid.lines for check in _check_line(table, grid, line)]
        if len(found) == 1:  # rows that have several numbers in common are of one thing
            yield from found
    yield from _check_paragraphs(material.report)


def _check_line(table: Table, grid: Grid, line: Line) -> Iterator[Check]:
    """A large count that stands for two rows in turn; sums of money are often carried on."""
    places: defaultdict[float, list[int]] = defaultdict(list)
    for place, number in line.numbers.items():
        if abs(number.value) >= MIN_NUMBER and number.step * 100 <= abs(number.value) and not _is_total(grid, place):
            places[number.value].append(place)
    for value, equal in places.items():
        labels = list(dict.fromkeys(grid.label(place) for place in equal))
        digits = MIN_DIGITS_OF_YEARS if _are_periods(grid, equal) else MIN_DIGITS
        is_next = len(equal) == 2 and equal[1] - equal[0] == 1 and all(grid.labels.get(place) for place in equal)
        is_count = line.units == {None} and not any(sign in line.name for sign in "£€$%")
        if is_next and is_count and len(labels) == 2 and _count_digits(value) >= digits:
            yield Check(
                kind="suspicious_duplicate",
                passed=False,
                severity="warning",
                message=f"{name_of(table)}: {show(value)} stands for “{labels[0]}” "
                f"and for “{labels[1]}”: one of them may be a copy",
                where=[table.id],
                found=[value, value],
            )


def _count_digits(value: float) -> int:
    """Digits that tell: three in 2,750, one in 5,000.

    >>> _count_digits(2750), _count_digits(5000)
    (3, 1)
    """
    return len(f"{abs(value):.0f}".rstrip("0"))


def _are_periods(grid: Grid, places: Sequence[int]) -> bool:
    return all(any(head.period for head in grid.labels.get(place, ())) for place in places)


def _is_total(grid: Grid, place: int) -> bool:
    return any(head.is_total or head.text.lower().startswith("total") for head in grid.labels.get(place, ()))


def _check_paragraphs(report: Report) -> Iterator[Check]:
    """Those that stand twice in one section, or tell numbers: a notice may stand below each of several statements."""
    seen: dict[str, Paragraph] = {}
    telling = {figure.source.id for figure in report.figures}
    likely = [one for one in report.paragraphs if len(one.text) >= MIN_LETTERS and one.text.rstrip().endswith(_ENDS)]
    begun = Counter(one.text[:MIN_LETTERS].casefold() for one in likely)
    for paragraph in likely:
        if begun[paragraph.text[:MIN_LETTERS].casefold()] < 2:
            continue
        key = " ".join(paragraph.text.casefold().split())
        first = seen.setdefault(key, paragraph)
        if first is not paragraph and (first.section == paragraph.section or paragraph.id in telling):
            yield Check(
                kind="suspicious_duplicate",
                passed=False,
                severity="info",
                message=f"the same paragraph stands twice: “{paragraph.text[:60]}…”",
                where=[first.id, paragraph.id],
            )
