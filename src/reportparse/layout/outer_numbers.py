"""Numbers of paragraphs in the outer margin of a column or page, right of the text that they number."""

from collections.abc import Sequence

from reportparse.layout.hanging import MAX_HANG_PT, is_number
from reportparse.layout.lines import Line, make_line

# A number stands this clear of the end of its line at least, and on its baseline to so many points.
MIN_GAP_PT, SAME_LINE_PT = 4.0, 3.0
# It numbers prose: lines of so many words, the first of which goes on below at this leading, in sizes of the type.
MIN_WORDS, MAX_LEADING_EM = 3, 1.7
# Numbers of three digits, and a stop.
MAX_LETTERS = 4


def join_outer(lines: Sequence[Line]) -> list[Line]:
    """The lines, each number right of a line put before it where another number of the page counts on with it.

    Values stand in columns, too, but do not go up by one; nothing stands right of such a number.
    """
    numbers = _find_numbers(lines)
    least = min((line.box.x1 for line in lines if len(line.words) >= MIN_WORDS), default=float("inf"))
    if not any(number.box.x0 > least for number in numbers):
        return list(lines)  # as on most pages
    lines = [piece for line in lines for piece in _part_number(line, numbers)]
    numbers = _find_numbers(lines)
    styles = {line.style for line in numbers}
    opening = (line.words[0] for line in lines if line.words[0].style in styles)  # hung before a line as near as a word
    values = {int(text) for text in (word.text.rstrip(".") for word in opening) if text.isdecimal()}
    hosts: dict[int, Line] = {}
    for number in numbers:
        value = int(number.text.rstrip("."))
        host = _find_host(number, lines) if {value - 1, value + 1} & values else None
        if host is not None and _goes_on(host, lines, numbers):
            hosts[id(host)] = number
    gone = {id(number) for number in hosts.values()}
    return [
        make_line(line.page, [*hosts[id(line)].words, *line.words]) if id(line) in hosts else line
        for line in lines
        if id(line) not in gone
    ]


def _find_numbers(lines: Sequence[Line]) -> list[Line]:
    """The lines that are a number and nothing else."""
    short = (line for line in lines if len(line.text) <= MAX_LETTERS)
    return [line for line in short if is_number(line) and line.text.rstrip(".").isdecimal()]


def _part_number(line: Line, numbers: Sequence[Line]) -> list[Line]:
    """A line, without the number of another type at its end that stands below or above such `numbers` alone."""
    last = line.words[-1]
    is_number_of_margin = (
        len(line.words) > MIN_WORDS
        and last.style is not line.words[-2].style
        and last.text.rstrip(".").isdecimal()
        and any(last.style == number.style and abs(last.x0 - number.box.x0) <= SAME_LINE_PT for number in numbers)
    )
    return [make_line(line.page, line.words[:-1]), make_line(line.page, [last])] if is_number_of_margin else [line]


def _find_host(number: Line, lines: Sequence[Line]) -> Line | None:
    """The line of prose that a number stands right of; none where something stands right of the number."""
    level = [line for line in lines if abs(line.baseline - number.baseline) <= SAME_LINE_PT and line is not number]
    if any(0 <= line.box.x0 - number.box.x1 <= MAX_HANG_PT for line in level):
        return None
    left = [line for line in level if number.box.x0 - line.box.x1 >= MIN_GAP_PT]
    host = max(left, key=lambda line: line.box.x1, default=None)
    is_near = host is not None and number.box.x0 - max(line.box.x1 for line in _column(host, lines)) <= MAX_HANG_PT
    return host if is_near and host is not None and len(host.words) >= MIN_WORDS else None


def _goes_on(host: Line, lines: Sequence[Line], numbers: Sequence[Line]) -> bool:
    """Whether text goes on below a line, without a number of its own: contents have one beside each title."""
    return any(
        0 < line.baseline - host.baseline <= MAX_LEADING_EM * host.style.size
        and abs(line.box.x0 - host.box.x0) <= SAME_LINE_PT
        and not any(abs(number.baseline - line.baseline) <= SAME_LINE_PT for number in numbers)
        for line in lines
    )


def _column(host: Line, lines: Sequence[Line]) -> list[Line]:
    """The lines that begin where a line does."""
    return [line for line in lines if abs(line.box.x0 - host.box.x0) <= SAME_LINE_PT]


__all__ = ["join_outer"]
