"""Columns and rows of tick labels: numbers with even steps, each as far from the next.

They stand between one chart and the next, and belong to one chart from end to end.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from reportparse.geometry import Box, unite
from reportparse.pdf import Word
from reportparse.pictures.labels import FIRST, read_amount

# A scale has at least this many labels; three numbers with even steps come by chance, though seldom in a chart.
MIN_LABELS = 4
MIN_TICKS = 3
# Steps differ by at most this part.
EVEN = 0.1

_Tick = tuple[float, float, Word]
"""(place along the axis, value from there on upwards, the word)"""


class TickScale(NamedTuple):
    """The labels of what may be an axis."""

    box: Box
    size: int
    """How many there are."""
    is_column: bool
    """Above each other, rather than on one line."""
    ends: tuple[float, float]
    """Where the first and the last of them point at the axis: their middles in a row, their baselines in a column."""

    @property
    def is_sure(self) -> bool:
        """Whether it is no chance."""
        return self.size >= MIN_LABELS


def find_tick_scales(words: Iterable[Word]) -> list[TickScale]:
    """The axes that numbers on a page may be.

    In a column right-aligned values fall in even steps from top to bottom; on a line they rise from left to right.
    """
    columns: defaultdict[int, list[Word]] = defaultdict(list)
    rows: defaultdict[int, list[Word]] = defaultdict(list)
    for word in [word for word in words if word.text[0] in FIRST and not word.angle]:
        columns[round(word.x1)].append(word)
        rows[round(word.baseline)].append(word)
    found: list[TickScale] = []
    for groups, is_column in ((columns, True), (rows, False)):
        for group in groups.values():
            if len(group) >= MIN_TICKS and _may_be_even([_place(word, is_column=is_column) for word in group]):
                runs = _split_runs(sorted(_read_ticks(group, is_column=is_column)))
                found += [_make_scale(run, is_column=is_column) for run in runs if len(run) >= MIN_TICKS]
    return found


def _place(word: Word, *, is_column: bool) -> float:
    return word.baseline if is_column else (word.x0 + word.x1) / 2


def _may_be_even(places: Sequence[float]) -> bool:
    """Whether any three that follow each other stand in even steps: of most numbers in a line of text none do."""
    ordered = sorted(places)
    steps = [b - a for a, b in pairwise(ordered)]
    return any(abs(before - after) <= EVEN * max(before, after) for before, after in pairwise(steps))


def _make_scale(run: Sequence[_Tick], *, is_column: bool) -> TickScale:
    return TickScale(unite([word.box for *_, word in run]), len(run), is_column, (run[0][0], run[-1][0]))


def _read_ticks(words: Iterable[Word], *, is_column: bool) -> Iterator[_Tick]:
    for word in words:
        amount = read_amount(word.text)
        if amount is not None:
            value = float(amount.value)
            yield _place(word, is_column=is_column), -value if is_column else value, word


def _split_runs(ticks: Iterable[_Tick]) -> list[list[_Tick]]:
    """Numbers along an axis, parted where their places or values make no even step."""
    runs: list[list[_Tick]] = []
    for tick in ticks:
        if runs and tick[1] > runs[-1][-1][1] and (len(runs[-1]) < 2 or _goes_on(runs[-1], tick)):
            runs[-1].append(tick)
        else:
            runs.append([tick])
    return runs


def _goes_on(run: Sequence[_Tick], tick: _Tick) -> bool:
    (first_place, first_value, _), (place, value, _) = run[-2:]
    steps = ((place - first_place, tick[0] - place), (value - first_value, tick[1] - value))
    return all(abs(before - after) <= EVEN * max(before, after) for before, after in steps)
