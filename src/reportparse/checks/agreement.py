"""Does the text agree with the tables of its section?"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reportparse.checks.alike import count_digits, have_one_unit, tells, words_of, words_of_measure
from reportparse.checks.grid import name_of
from reportparse.checks.material import Material
from reportparse.checks.rounding import compare, plain, read_stated, show
from reportparse.checks.texts import Text, is_exact
from reportparse.models import Check, Figure, Report, Table

# A number with fewer digits is met by chance: it needs a word in common too.
MIN_DIGITS = 3
# A difference this many of its last digits off is the same difference, told from other roundings.
NEAR_STEPS = 1.5
# A value further off than this part of the table's is of something else under the same words.
MAX_OFF = 0.25


class _Told(NamedTuple):
    """A table with the figures of its cells."""

    table: Table
    words: frozenset[str]
    """Of its caption and the title of its section."""
    figures: tuple[Figure, ...]

    @property
    def name(self) -> str:
        return name_of(self.table)


def check_agreement(material: Material) -> Iterator[Check]:
    """What each text tells of the tables in its section."""
    parents = {section.id: section.parent for section in material.report.sections}
    tables = _find_tables(material.report)
    for text in material.texts:
        near = tables[text.section] + (tables[parents.get(text.section)] if text.section else [])
        for told in near if text.figures else ():
            yield from _check_values(text, told)
            yield from _check_comparisons(text, told)
            yield from _check_contradictions(text, told)


def _find_tables(report: Report) -> defaultdict[str | None, list[_Told]]:
    titles = {section.id: section.title for section in report.sections}
    cells: defaultdict[str, list[Figure]] = defaultdict(list)
    for figure in report.figures:
        if figure.source.kind == "cell" and figure.value is not None:
            cells[figure.source.id].append(figure)
    tables: defaultdict[str | None, list[_Told]] = defaultdict(list)
    for table in report.tables:
        words = words_of(f"{table.caption or ''} {titles.get(table.section or '', '')}")
        tables[table.section].append(_Told(table, words, tuple(cells[table.id])))
    return tables


def _check_values(text: Text, told: _Told) -> Iterator[Check]:
    """All figures of a text that are numbers of a table, as one finding."""
    found: list[tuple[Figure, float]] = []
    for figure in text.figures:
        if figure.value is not None and figure.role != "change":
            value = _find_value(figure, told)
            if value is not None:
                found.append((figure, value))
    if found:
        expected: list[float | str | None] = [value for _, value in found]
        said: list[float | str | None] = [figure.value for figure, _ in found]
        yield Check(
            kind="text_vs_table",
            passed=True,
            message=f"{', '.join(figure.text for figure, _ in found)}: as in {told.name}",
            where=[text.id, told.table.id],
            expected=expected if len(found) > 1 else expected[0],
            found=said if len(found) > 1 else said[0],
        )


def _find_value(figure: Figure, told: _Told) -> float | None:
    """The number of a table that a figure tells: a cell, or the sum of a column."""
    own = words_of_measure(figure)
    is_sure = figure.qualifier == "exact" and count_digits(figure) >= MIN_DIGITS
    for cell in told.figures:
        is_meant = have_one_unit(figure, cell) and tells(figure, float(cell.value or 0))
        if cell.value and is_meant and (is_sure or own & _find_words(cell, told)):
            return float(cell.value)
    return _find_sum(figure, told) if is_sure else None


def _find_words(cell: Figure, told: _Told) -> frozenset[str]:
    """What a cell is about, by its measure, its place and its table."""
    return told.words | words_of_measure(cell) | words_of(cell.place or "")


def _find_sum(figure: Figure, told: _Told) -> float | None:
    columns: defaultdict[int | None, list[Figure]] = defaultdict(list)
    for cell in told.figures:
        if have_one_unit(figure, cell) and not cell.is_total and cell.kind in ("count", "money"):
            columns[cell.source.column].append(cell)
    for cells in columns.values():
        total = sum(float(cell.value or 0) for cell in cells)
        if len(cells) > 1 and compare(total, read_stated(figure.text, float(figure.value or 0))) == "exact":
            return total
    return None


def _check_comparisons(text: Text, told: _Told) -> Iterator[Check]:
    """A difference to a named area ("3.5 points above England and Wales") against the table's two values."""
    for figure in text.figures:
        if figure.role != "change" or figure.place is None or figure.kind not in ("points", "count", "rate"):
            continue
        place = words_of(figure.place.replace("&", "and"))
        others = [cell for cell in told.figures if cell.place and words_of(cell.place) == place]
        own = [cell for cell in told.figures if cell.place is None and not cell.is_total]
        pairs = [(a, b) for a in own for b in others if a.measure == b.measure and a.period == b.period]
        if len(pairs) == 1:
            yield from _check_difference(text, told, figure, *pairs[0])


def _check_difference(text: Text, told: _Told, figure: Figure, own: Figure, other: Figure) -> Iterator[Check]:
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


def _check_contradictions(text: Text, told: _Told) -> Iterator[Check]:
    """A value beside the one cell of the same measure, year and place, and a change beside its two cells."""
    for figure in text.figures:
        own = words_of_measure(figure)
        cells = [cell for cell in told.figures if own and words_of_measure(cell) == own and cell.place == figure.place]
        if not is_exact(figure) or figure.period is None or not all(map(is_exact, cells)):
            continue
        if figure.role == "change" and figure.kind == "percent":
            yield from _check_stated_change(text, told, figure, cells)
        elif figure.role in ("actual", "baseline") and count_digits(figure) >= MIN_DIGITS:
            here = [cell for cell in cells if cell.period == figure.period and have_one_unit(figure, cell)]
            if len(here) == 1 and _is_near(figure, here[0]) and _find_value(figure, told) is None:
                yield _tell_contradiction(text, told, figure, here[0].text, float(here[0].value or 0))


def _is_near(figure: Figure, cell: Figure) -> bool:
    """Whether two values may be meant to be one: what is further off counts a part, or something else."""
    difference = abs(float(figure.value or 0) - float(cell.value or 0))
    return cell.role in ("actual", "baseline") and difference <= MAX_OFF * float(cell.value or 0)


def _check_stated_change(text: Text, told: _Told, figure: Figure, cells: Sequence[Figure]) -> Iterator[Check]:
    """A change in percent against the values of its year and the one before, where the table has one of each."""
    by_year = {cell.period: float(cell.value or 0) for cell in cells if cell.kind in ("count", "money") and cell.period}
    years = sorted(by_year)
    if len(by_year) != len(cells) or figure.period not in years[1:]:
        return
    old, new = by_year[years[years.index(figure.period) - 1]], by_year[figure.period]
    if not old:
        return
    expected = plain(round(100 * (new - old) / old, 3))
    fit = compare(abs(expected), read_stated(figure.text, float(figure.value or 0)))
    if fit:
        yield Check(
            kind="text_vs_table",
            passed=True,
            message=f"{figure.text}: the change in {told.name} from {show(old)} to {show(new)}, {show(expected)}%",
            where=[text.id, told.table.id],
            expected=abs(expected),
            found=figure.value,
        )
    else:
        yield _tell_contradiction(text, told, figure, f"{show(old)} to {show(new)}, {show(expected)}%", abs(expected))


def _tell_contradiction(text: Text, told: _Told, figure: Figure, said: str, expected: float) -> Check:
    return Check(
        kind="text_vs_table",
        passed=False,
        severity="warning",
        message=f"{figure.measure}, {figure.period}: {figure.text} in the text, {said} in {told.name}",
        where=[text.id, told.table.id],
        expected=expected,
        found=figure.value,
    )
