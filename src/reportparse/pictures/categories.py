"""Category labels: the row of texts along the foot of a chart, each matched to the marks that it names."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from reportparse.pictures.labels import Label
from reportparse.pictures.runs import cut_run

# A label is centred on its marks to this part of the step from one category to the next.
CENTRED = 0.3
# The share of the labels of a row that must be centred.
MIN_ALIGNED = 0.8
# Rows below the foot that are looked at: ticks' labels, a legend, the name of the axis.
MAX_ROWS = 4
# Lines of one label follow each other within this many type sizes.
MAX_LEADING_EM = 1.5
MAX_LINES = 4
# A line wider than this, in steps, is of several labels.
WIDE = 1.2
# Lines of one label are of one type size, to this many points.
SAME_SIZE_PT = 0.3
# A label was broken where its next word would have filled this part of the step.
FILLED = 0.75

# A line above level bars begins with them to this part of its size, and stands this near above them.
HEADING_EM = 0.3
MAX_HEADING_EM = 1.8

Pieces = dict[int, list[Label]]


def match_categories(
    slots: Sequence[float], step: float, labels: Sequence[Label], floor: float
) -> tuple[dict[int, str], set[int]]:
    """Name the slots of a chart.

    Args:
        slots: Middles of the groups of bars, or points of the lines, from left to right.
        step: Usual distance from one slot to the next, in points.
        labels: Those that may be categories.
        floor: Labels stand below this height.

    Returns:
        The name of each slot that has one, and the order of the words that were used.
    """
    below = [
        label for label in labels
        if label.top > floor and slots[0] - 0.6 * step <= label.x <= slots[-1] + 0.6 * step
    ]  # fmt: skip
    rows = list(_find_rows(below))
    before: list[Label] = []
    for place, row in enumerate(rows[:MAX_ROWS]):
        if _goes_on(before, row):
            before = row
            continue  # a row whose beginning is no row of names
        pieces, doubtful = _assign(row, slots, step)
        centred = _keep_centred(pieces, slots, step)
        if len(centred) < min(2, len(slots)) or len(centred) < MIN_ALIGNED * (len(pieces) + len(doubtful)):
            before = row
            continue
        cut = doubtful | _add_lines(centred, rows[place + 1 :], slots, step)
        used = {word.order for group in centred.values() for label in group for word in label.line.words}
        return {slot: _join(group) for slot, group in centred.items() if slot not in cut}, used
    return {}, set()


def match_headings(spans: Sequence[tuple[float, float]], labels: Sequence[Label], foot: float) -> dict[int, str]:
    """Name groups of level bars, in a turned chart, by the line that stands above each and begins where the bars do.

    Args:
        spans: Where each group begins and ends, in order.
        labels: Those that may be categories.
        foot: Where the bars begin.

    Returns:
        The name of each group; none unless each has just one.
    """
    starts = [label for label in labels if abs(label.box.bottom - foot) <= HEADING_EM * label.size]
    names: dict[int, str] = {}
    end = float("-inf")
    for slot, (x0, x1) in enumerate(spans):
        above = [label for label in starts if end < label.x < x0 and x0 - label.x <= MAX_HEADING_EM * label.size]
        if len(above) != 1:
            return {}
        names[slot], end = above[0].text, x1
    return names


def _goes_on(before: Sequence[Label], row: Sequence[Label]) -> bool:
    """Whether a row is the next line of texts that stand right above it."""
    texts = [label for label in before if label.amount is None]
    if not texts or not row:
        return False
    return abs(row[0].size - texts[0].size) < SAME_SIZE_PT and row[0].top - texts[0].top <= MAX_LEADING_EM * row[0].size


def _find_rows(labels: Sequence[Label]) -> Iterator[list[Label]]:
    """Labels beside each other, from the foot downwards."""
    left = sorted(labels, key=lambda label: label.box.top)
    while left:
        first = min(left, key=lambda label: label.box.top)
        row = [
            label for label in left
            if min(label.box.bottom, first.box.bottom) - max(label.box.top, first.box.top)
            > 0.4 * min(label.box.height, first.box.height)
        ]  # fmt: skip
        yield row
        left = [label for label in left if label not in row]


def _assign(row: Sequence[Label], slots: Sequence[float], step: float) -> tuple[Pieces, set[int]]:
    """(each label by its nearest slot, slots whose names are doubtful); one that reaches over several is cut first."""
    pieces: defaultdict[int, list[Label]] = defaultdict(list)
    doubtful: set[int] = set()
    for label in row:
        if label.box.width > WIDE * step and label.line.words[0].angle == 0:
            for slot, part in cut_run(label, slots, step).items():
                if part is None:
                    doubtful.add(slot)
                else:
                    pieces[slot].append(part)
        elif not _names_no_slot(label.x, slots, step):
            pieces[_nearest(slots, label.x)].append(label)
    return pieces, doubtful


def _names_no_slot(x: float, slots: Sequence[float], step: float) -> bool:
    """Whether a label stands one or more whole steps from any slot: a category with no value."""
    off = min(abs(slot - x) for slot in slots)
    return off > step / 2 and abs(off / step - round(off / step)) <= CENTRED


def _nearest(slots: Sequence[float], x: float) -> int:
    return min(range(len(slots)), key=lambda slot: abs(slots[slot] - x))


def _keep_centred(pieces: Mapping[int, list[Label]], slots: Sequence[float], step: float) -> Pieces:
    kept: Pieces = {}
    for slot, group in pieces.items():
        x0, x1 = min(label.box.x0 for label in group), max(label.box.x1 for label in group)
        if abs((x0 + x1) / 2 - slots[slot]) <= CENTRED * step:
            kept[slot] = group
    return kept


def _add_lines(first: Pieces, rows: Sequence[Sequence[Label]], slots: Sequence[float], step: float) -> set[int]:
    """Take in the further lines of labels that were broken to fit, and not the name of the axis.

    Returns:
        Slots whose names may go on in a way that can not be told.
    """
    last = {slot: group[-1] for slot, group in first.items()}
    for row in rows[: MAX_LINES - 1]:
        assigned, doubtful = _assign(row, slots, step)
        pieces = _keep_centred(assigned, slots, step)
        fits = [slot for slot, group in pieces.items() if slot in last and _follows(last[slot], group[0])]
        broken = [
            slot for slot in fits
            if last[slot].box.width + pieces[slot][0].line.words[0].box.width > FILLED * step
        ]  # fmt: skip
        if not fits:
            return set()
        is_centred = len(row) == 1 and abs(row[0].x - (slots[0] + slots[-1]) / 2) <= CENTRED * step
        if is_centred and (not broken or row[0].box.width > step or not _have_letters(first.values())):
            return set()  # the name of the axis: too wide for a line that was broken, or below years and bands
        if len(fits) < len(assigned) or doubtful:
            return {*fits, *doubtful} if broken else set()
        for slot in fits:
            first[slot].extend(pieces[slot])
            last[slot] = pieces[slot][-1]
    return set()


def _have_letters(names: Iterable[Sequence[Label]]) -> bool:
    return any(any(map(str.isalpha, label.text)) for group in names for label in group)


def _follows(label: Label, below: Label) -> bool:
    is_next = 0 < below.top - label.top <= MAX_LEADING_EM * below.size
    return is_next and abs(below.size - label.size) < SAME_SIZE_PT


def _join(group: Sequence[Label]) -> str:
    """Lines of one label, from top to bottom as they stand on the page."""
    ordered = sorted(group, key=lambda label: (round(label.line.baseline), label.line.box.x0))
    text = ""
    for label in ordered:
        joint = "" if text.endswith(("-", "/")) or not text else " "
        text += joint + label.text
    return text
