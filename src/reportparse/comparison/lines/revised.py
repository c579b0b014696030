"""Restatements that a later report's words tell, where the dates of the values alone would not.

It tells the earlier report's number again, as what was said before, or says of its own that it is revised.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import product

from reportparse.comparison.lines.restated import MAX_TOLD_REVISION
from reportparse.comparison.records import Line, Restatement, Value
from reportparse.comparison.terms.numbers import digits, is_same
from reportparse.comparison.terms.stated import Statement
from reportparse.comparison.terms.times import end_of
from reportparse.comparison.terms.wording import NEAR, find_sentence

# A number told again is the same by its digits alone, if it has so many: of those with fewer some agree by chance.
MIN_DIGITS = 3
_TELLS_AGAIN = re.compile(
    r"\b(?:reports?|reported|published|publication|previously|originally|provisional|estimated?|restated|revised|corrected"
    r"|(?:we|I|had)\s(?:gave|given|said|put)|rather\sthan|instead\sof|differs?\sfrom"
    r"|unaudited|last\syear[’']s\s(?:\w+\s)?(?:figure|number|total))\b",
    re.IGNORECASE,
)

# Cells of two tables that tell the same value of one day: so many, and this part of the rows that both have, make the
# others restated.
MIN_SAME, MOST_SAME = 3, 0.6
_CELL = re.compile(r"t\d+\.r\d+c\d+\.")

_Figure = tuple[str, str]
"""A report and one of its figures, or of its tables."""
_Tables = tuple[_Figure, _Figure, str]
"""Two tables, and the day that both tell of."""


def find_revised(
    lines: Sequence[Line], told: Sequence[Statement], ends: Mapping[str, str], anew: AbstractSet[_Figure]
) -> Iterator[Restatement]:
    """The values of one line and day that two reports tell differently, if the later one's words say why.

    Args:
        lines: Only what is exact counts, and was no plan when it was told; the earlier value may have no period of its
            own.
        told: All statements, also those that quote what was said before.
        ends: By report, the last day of its period.
        anew: Figures whose words say that they are revised.
    """
    long = (each for each in told if not each.is_cell and digits(each.figure.text) >= MIN_DIGITS)
    again = [each for each in long if _tells_again(each)]
    for line in (line for line in lines if line.role == "actual"):
        exact = [value for value in line.values if value.qualifier == "exact"]
        for before, after in product(exact, exact):
            is_later = ends.get(before.report, "") < ends.get(after.report, "") and not after.is_assumed
            if not is_later or not _is_revised(before, after) or end_of(before.period) > ends[before.report]:
                continue
            if (after.report, after.figure) in anew or _is_told_again(before, after, line, again):
                yield Restatement(line=line.id, area=after.area, period=after.period, before=before, after=after)
    yield from _find_in_tables(lines, ends)


def _find_in_tables(lines: Sequence[Line], ends: Mapping[str, str]) -> Iterator[Restatement]:
    """What differs in two tables that tell the same of one day but for a few rows, silently or not.

    Rows in own words were lined up because their values are near, so that they prove nothing.
    """
    pairs: defaultdict[_Tables, list[tuple[Line, Value, Value]]] = defaultdict(list)
    for line in (line for line in lines if line.role == "actual" and not line.is_counted_assumed):
        cells = [value for value in line.values if _CELL.match(value.figure) and value.qualifier == "exact"]
        for before, after in product(cells, cells):
            is_later = ends.get(before.report, "") < ends.get(after.report, "")
            if is_later and before.area == after.area and end_of(before.period) == end_of(after.period):
                pairs[_table_of(before), _table_of(after), end_of(after.period)].append((line, before, after))
    for rows in pairs.values():
        sure = [row for row in rows if row[0].is_common and not (row[1].is_disputed or row[2].is_disputed)]
        changed = [row for row in sure if _is_revised(*row[1:])]
        if len(rows) - len(changed) >= max(MIN_SAME, MOST_SAME * len(rows)):
            for line, before, after in changed:
                yield Restatement(line=line.id, area=after.area, period=after.period, before=before, after=after)


def _table_of(value: Value) -> _Figure:
    return value.report, value.figure.partition(".")[0]


def _is_revised(before: Value, after: Value) -> bool:
    is_of_one_time = before.area == after.area and end_of(before.period) == end_of(after.period)
    if not is_of_one_time or is_same(float(before.value), before.text, float(after.value), after.text):
        return False
    return abs(float(after.value) - float(before.value)) <= MAX_TOLD_REVISION * abs(float(before.value))


def _is_told_again(before: Value, after: Value, line: Line, again: Iterable[Statement]) -> bool:
    """Whether the later report tells the earlier one's number as what was said before."""
    return any(
        each.source.id == after.report
        and each.figure.id != after.figure
        and each.figure.kind == line.kind
        and float(each.figure.value or 0) == abs(float(before.value))
        for each in again
    )


def _tells_again(each: Statement) -> bool:
    start, end = find_sentence(each.context, min(each.figure.source.start, NEAR))
    return each.is_quoted or _TELLS_AGAIN.search(each.context, start, end) is not None


def add_new(known: Sequence[Restatement], more: Iterable[Restatement]) -> list[Restatement]:
    """The restatements, and those of more that tell of another line or day."""
    told = list(known)
    seen = {(each.line, each.area, end_of(each.period), each.after.report) for each in known}
    for each in more:
        key = each.line, each.area, end_of(each.period), each.after.report
        if key not in seen:
            told.append(each)
            seen.add(key)
    return told
