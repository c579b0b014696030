"""Columns of tick labels: numbers above each other with even steps, which stand between one chart and the next."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from reportparse.geometry import Box, unite
from reportparse.pdf import Word
from reportparse.pictures.labels import Amount, read_amount

# A column has at least this many labels; three numbers with even steps come by chance.
MIN_LABELS = 4
# Steps differ by at most this part.
EVEN = 0.1

_Tick = tuple[Word, Amount]


def find_tick_columns(words: Iterable[Word]) -> list[Box]:
    """The boxes of right-aligned numbers, evenly spaced, whose values rise in even steps."""
    columns: defaultdict[int, list[_Tick]] = defaultdict(list)
    for word in words:
        amount = read_amount(word.text) if word.angle == 0 and word.text[-1] in "0123456789%k" else None
        if amount is not None:
            columns[round(word.x1)].append((word, amount))
    runs = (run for column in columns.values() for run in _split_runs(sorted(column, key=lambda item: item[0].top)))
    return [unite([word.box for word, _ in run]) for run in runs if len(run) >= MIN_LABELS]


def _split_runs(column: Sequence[_Tick]) -> list[list[_Tick]]:
    """The numbers of a column, from top to bottom, parted where their places or values make no even step."""
    runs: list[list[_Tick]] = []
    for tick in column:
        if runs and (len(runs[-1]) < 2 or _goes_on(runs[-1], tick)) and tick[1].value < runs[-1][-1][1].value:
            runs[-1].append(tick)
        else:
            runs.append([tick])
    return runs


def _goes_on(run: Sequence[_Tick], tick: _Tick) -> bool:
    (before, more), (word, amount) = run[-2], run[-1]
    places = word.baseline - before.baseline, tick[0].baseline - word.baseline
    values = float(more.value - amount.value), float(amount.value - tick[1].value)
    return all(abs(first - second) <= EVEN * max(first, second) for first, second in (places, values))
