"""Does the text agree with the tables of its section?"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from math import fsum

from reportparse.checks.alike import count_digits, have_one_unit, tells, words_of, words_of_measure
from reportparse.checks.material import Material
from reportparse.checks.rounding import compare, read_stated
from reportparse.checks.texts import Text, is_exact
from reportparse.checks.told import Told, find_same, tell_contradiction
from reportparse.models import Check, Figure

# A number with fewer digits is met by chance: it needs a word in common too.
MIN_DIGITS = 3
# ... each of two numbers beside each other may have fewer.
MIN_PAIRED_DIGITS = 2
# A value further off than this part of the table's is of something else under the same words.
MAX_OFF = 0.25


def check_agreement(material: Material) -> Iterator[Check]:
    """What each text tells of the tables in its section."""
    for text, told in material.told:
        yield from _check_values(text, told)
        yield from _check_contradictions(text, told)


def _check_values(text: Text, told: Told) -> Iterator[Check]:
    """All figures of a text that are numbers of a table, as one finding."""
    found: list[tuple[Figure, float]] = []
    pairs = _find_pairs(text, told)
    for figure in text.figures:
        if figure.value is not None and figure.role != "change":
            value = pairs.get(figure.id) or _find_value(figure, told)
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


def _find_pairs(text: Text, told: Told) -> dict[str, float]:
    """Values of two times beside each other that one line of a table has for these: "from 47% in 2019 to 43% in 2020".

    Two numbers meet by chance no more often than one with twice the digits: so the table may call them what it likes.
    """
    found: dict[str, float] = {}
    for pair in pairwise(text.figures):
        periods = [figure.period for figure in pair]
        if None in periods or periods[0] == periods[1] or not all(map(_can_be_paired, pair)):
            continue
        for line in told.lines:
            cells = [line.get(period or "") for period in periods]
            values = [float(cell.value or 0) for cell in cells if cell is not None]
            if len(values) == len(pair) and all(
                have_one_unit(figure, cell) and tells(figure, value)
                for figure, cell, value in zip(pair, cells, values, strict=True) if cell is not None
            ):  # fmt: skip
                found |= {figure.id: value for figure, value in zip(pair, values, strict=True)}
    return found


def _can_be_paired(figure: Figure) -> bool:
    return figure.role in ("actual", "baseline") and is_exact(figure) and count_digits(figure) >= MIN_PAIRED_DIGITS


def _find_value(figure: Figure, told: Told) -> float | None:
    """The number of a table that a figure tells: a cell, or the sum of a column."""
    own = words_of_measure(figure)
    is_sure = figure.qualifier == "exact" and count_digits(figure) >= MIN_DIGITS
    for cell in told.figures:
        is_meant = tells(figure, float(cell.value or 0)) and have_one_unit(figure, cell)
        if cell.value and is_meant and (is_sure or own & _find_words(cell, told)):
            return float(cell.value)
    return _find_sum(figure, told) if is_sure else None


def _find_words(cell: Figure, told: Told) -> frozenset[str]:
    """What a cell is about, by its measure, its place and its table."""
    return told.words | words_of_measure(cell) | words_of(cell.place or "")


def _find_sum(figure: Figure, told: Told) -> float | None:
    columns: defaultdict[int | None, list[Figure]] = defaultdict(list)
    for cell in told.figures:
        if cell.kind in ("count", "money") and not cell.is_total and have_one_unit(figure, cell):
            columns[cell.source.column].append(cell)
    for cells in columns.values():
        total = fsum(float(cell.value or 0) for cell in cells)
        if len(cells) > 1 and compare(total, read_stated(figure.text, float(figure.value or 0))) == "exact":
            return total
    return None


def _check_contradictions(text: Text, told: Told) -> Iterator[Check]:
    """A value beside the one cell of the same measure, year and place."""
    for figure in text.figures:
        if figure.role in ("actual", "baseline") and count_digits(figure) >= MIN_DIGITS:
            same = find_same(figure, told)
            here = [cell for cell in same if cell.period == figure.period and have_one_unit(figure, cell)]
            if len(here) == 1 and _is_near(figure, here[0]) and _find_value(figure, told) is None:
                yield tell_contradiction(text, told, figure, here[0].text, float(here[0].value or 0))


def _is_near(figure: Figure, cell: Figure) -> bool:
    """Whether two values may be meant to be one: what is further off counts a part, or something else."""
    difference = abs(float(figure.value or 0) - float(cell.value or 0))
    return cell.role in ("actual", "baseline") and difference <= MAX_OFF * float(cell.value or 0)
