"""Columns and rows of tick labels: numbers with even steps, each as far from the next.

They stand between one chart and the next, and belong to one chart from end to end.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from reportparse.geometry import Box, unite
from reportparse.pdf import Word
from reportparse.pictures.labels import read_amount

# A scale has at least this many labels; three numbers with even steps come by chance, though seldom in a chart.
MIN_LABELS = 4
MIN_ROW = 3
# Steps differ by at most this part.
EVEN = 0.1

Number = tuple[Word, float]
_Tick = tuple[float, float, Word]
"""(place along the axis, value from there on upwards, the word)"""


def read_numbers(words: Iterable[Word]) -> list[Number]:
    """The words of a page that are numbers."""
    amounts = [(word, read_amount(word.text)) for word in words if not word.text.isalpha() and not word.angle]
    return [(word, float(amount.value)) for word, amount in amounts if amount is not None]


def find_tick_columns(numbers: Iterable[Number], *, least: int = MIN_LABELS) -> list[Box]:
    """The boxes of right-aligned numbers, evenly spaced, whose values fall in even steps from top to bottom."""
    columns: defaultdict[int, list[_Tick]] = defaultdict(list)
    for word, value in numbers:
        columns[round(word.x1)].append((word.baseline, -value, word))
    return _find_scales(columns.values(), least)


def find_tick_rows(numbers: Iterable[Number], *, least: int = MIN_ROW) -> list[Box]:
    """The boxes of numbers on one line, evenly spaced, whose values rise in even steps from left to right."""
    rows: defaultdict[int, list[_Tick]] = defaultdict(list)
    for word, value in numbers:
        rows[round(word.baseline)].append(((word.x0 + word.x1) / 2, value, word))
    return _find_scales(rows.values(), least)


def _find_scales(groups: Iterable[Sequence[_Tick]], least: int) -> list[Box]:
    runs = (run for group in groups if len(group) >= least for run in _split_runs(sorted(group)))
    return [unite([word.box for *_, word in run]) for run in runs if len(run) >= least]


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
