"""Lines of paragraphs beside drawings, which are no labels: long ones, what goes on, and those of narrow columns."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from operator import attrgetter

from reportparse.layout import Line
from reportparse.layout.hanging import hangs_before, is_number

# Running text: lines of this many words, that go on above or below, end in a stop, or are longer still.
MIN_RUNNING_WORDS = 7
SURE_RUNNING_WORDS = 10
# A line that goes on in small letters from one right above it has at least this many words.
MIN_CONTINUED_WORDS = 4
MAX_LEADING_EM = 1.7
# So many lines this near below each other, items of lists too, are a column's, if one of them runs on.
MIN_STACK, MAX_STACK_EM = 3, 2.0
# Lines of one type at one height make a row.
SAME_ROW_PT = 2.0


def find_running(lines: Sequence[Line], label_size: float) -> frozenset[int]:
    """The order of the first word of each line that is one of a paragraph; labels are no larger than `label_size`."""
    running = _find_long(lines)
    running |= _find_stacked([line for line in lines if line.style.size > label_size], running)
    return running | _find_hanging(lines, running)


def _find_hanging(lines: Iterable[Line], running: AbstractSet[int]) -> frozenset[int]:
    """The numbers that hang before the first lines of paragraphs, by order of their words."""
    texts = [line for line in lines if line.words[0].order in running]
    edge = max([text.box.x0 for text in texts], default=0.0)
    numbers = [line for line in lines if line.box.x1 <= edge and is_number(line)]
    return frozenset(number.words[0].order for number in numbers if any(hangs_before(number, text) for text in texts))


def _find_long(lines: Iterable[Line]) -> frozenset[int]:
    """The first words, by order, of lines of paragraphs: long ones, and those that go on above or below."""
    ordered = sorted(lines, key=attrgetter("baseline"))
    levels = [line.baseline for line in ordered]
    found: list[int] = []
    for line in ordered:
        count = len(line.words)
        if count < MIN_CONTINUED_WORDS or line.words[0].angle:
            continue
        if count < MIN_RUNNING_WORDS:
            if not line.text[0].islower():
                continue
        elif 2 * [word.text.isalpha() for word in line.words].count(True) < count:
            continue
        elif count >= SURE_RUNNING_WORDS or line.text.rstrip()[-1:] in ".,;:":
            found.append(line.words[0].order)
            continue
        reach = MAX_LEADING_EM * line.style.size
        above = ordered[bisect_left(levels, line.baseline - reach) : bisect_left(levels, line.baseline)]
        below = ordered[bisect_right(levels, line.baseline) : bisect_right(levels, line.baseline + reach)]
        near = [*above, *below] if count >= MIN_RUNNING_WORDS else above
        least = 1 if count >= MIN_RUNNING_WORDS else MIN_CONTINUED_WORDS
        if any(_are_one(line, other) and len(other.words) >= least for other in near):
            found.append(line.words[0].order)
    running = frozenset(found)
    return running | _find_between(ordered, running)


def _find_between(ordered: Sequence[Line], running: AbstractSet[int]) -> frozenset[int]:
    """The first words, by order, of lines right between two of paragraphs: "(£3.3m), buildings (£2.7m)"."""
    if not running:
        return frozenset()
    levels = [line.baseline for line in ordered]
    found: list[int] = []
    for line in ordered:
        if line.words[0].order in running or line.words[0].angle:
            continue
        reach = MAX_LEADING_EM * line.style.size
        above = ordered[bisect_left(levels, line.baseline - reach) : bisect_left(levels, line.baseline)]
        below = ordered[bisect_right(levels, line.baseline) : bisect_right(levels, line.baseline + reach)]
        near = [[other for other in side if _are_one(line, other)] for side in (above, below)]
        if all(any(other.words[0].order in running for other in side) for side in near):
            found.append(line.words[0].order)
    return frozenset(found)


def _find_stacked(lines: Iterable[Line], running: AbstractSet[int]) -> frozenset[int]:
    """The first words, by order, of lines in stacks that have a line of a paragraph: narrow columns have short ones.

    Names of slices are set smaller, or have fewer lines each.
    """
    stacks: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: (line.style.size, round(_text_x0(line)), line.baseline)):
        last = stacks[-1][-1] if stacks else line
        is_one = last.style.size == line.style.size and abs(_text_x0(last) - _text_x0(line)) < SAME_ROW_PT
        if stacks and is_one and line.baseline - last.baseline <= MAX_STACK_EM * line.style.size:
            stacks[-1].append(line)
        else:
            stacks.append([line])
    orders = ([line.words[0].order for line in stack] for stack in stacks if len(stack) >= MIN_STACK)
    return frozenset(order for stack in orders if not running.isdisjoint(stack) for order in stack)


def _text_x0(line: Line) -> float:
    """Where the text of a line begins, behind its bullet."""
    has_bullet = len(line.words) > 1 and len(line.words[0].text) == 1 and not line.words[0].text.isalnum()
    return line.words[has_bullet].x0


def _are_one(line: Line, other: Line) -> bool:
    """Whether two lines are of one type, and begin at one place."""
    return other.style.size == line.style.size and abs(other.box.x0 - line.box.x0) < SAME_ROW_PT
