"""Figures in large type: what says nothing but a number, in one piece though a narrow cell breaks it over lines."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import attrgetter

from reportparse.geometry import unite
from reportparse.layout.lines import Line

# Edges and middles nearer than this are one, in points; the next baseline is no further off, in sizes.
SAME_EDGE_PT, MAX_STEP_EM = 4.0, 1.8
# Fewest numbers that count.
MIN_COUNTING = 2

_COUNT = r"(?:a|one|two|three|four|five|six|seven|eight|nine|ten)"
_FIGURE = re.compile(
    r"(?:(?:over|about|up to|up|down|top|nearly|almost)\s|c(?:a|irca)?\.?\s?)?[<>~+–−▲▼↑↓-]?\s?[£€$]?\d[\d,.]*\s?"
    r"(?:%|k|m|bn|x|p|million|billion|per\s?cent|[kmgt]wh?|k?m[²³]?|ha|k?g|k?t(?:co2e?)?|[a-z]{1,4}/[a-z]{1,4})?\+?"
    r"(?:\s(?:a|per) (?:year|month|week|day|hour))?"
    r"|(?:\d[\d,.]*\s?(?:secs?|seconds?|mins?|minutes?|hrs?|hours?|days|weeks|months)\s?){1,2}"
    r"|\d{1,3}\s?[hm]\s?\d{1,2}\s?[ms]"
    r"|\d{1,3} (?:in|out of|of) \d{1,3}|\d{1,3}:\d{1,3}|24/7|\d(?:\.\d)?/5|\d{1,2}/100?"
    r"|\d{1,3}(?:st|nd|rd|th)(?: (?:out )?of \d{1,3})?"
    rf"|{_COUNT} (?:in|out of) {_COUNT}|zero|half|{_COUNT} (?:third|quarter|fifth)s?",
    re.IGNORECASE,
)
_EARLIER = re.compile(r"\(?(?:19|20)\d\d(?:[/–-]\d\d)?:? ([^()]+)\)?")


def is_figure(text: str) -> bool:
    """Whether a line says nothing but a number with its unit.

    >>> is_figure("£3.4m"), is_figure("11 weeks"), is_figure("2m 41s"), is_figure("−12%"), is_figure("2 new stations")
    (True, True, True, True, False)
    >>> is_figure("24/7"), is_figure("up 12%"), is_figure("2nd"), is_figure("£4 a year"), is_figure("One in four")
    (True, True, True, True, True)
    >>> is_figure("84.3 Ml/d"), is_figure("14 MW"), is_figure("3rd of 43"), is_figure("74 km of mains")
    (True, True, True, False)
    """
    return bool(_FIGURE.fullmatch(text))


def tells_earlier(text: str) -> bool:
    """Whether a line says what the figure was in another year and nothing else, as the last line of a label does.

    >>> tells_earlier("2008: £201.3m"), tells_earlier("(2008/09: 17.7p)"), tells_earlier("2008: a year of change")
    (True, True, False)
    """
    found = _EARLIER.fullmatch(text)
    return found is not None and is_figure(found[1])


def join_units(lines: Sequence[Line], least: float) -> list[Line]:
    """The lines, a number of large type made one with its unit that a narrow cell breaks off: "31" over "seconds"."""
    large = [line for line in lines if line.style.size >= least and line.words[0].angle == 0]
    numbers = [line for line in large if is_figure(line.text)]
    units = [line for line in large if line.text.isalpha()] if numbers else []
    pairs = {id(a): (a, b) for b in units for a in numbers if _is_right_under(a, b) and is_figure(f"{a.text} {b.text}")}
    gone = {id(unit) for _, unit in pairs.values()}
    joined = (_join(*pairs[id(line)]) if id(line) in pairs else line for line in lines)
    return [line for line in joined if id(line) not in gone] if pairs else list(lines)


def join_wrapped(figures: Sequence[Line]) -> list[Line]:
    """The figures, those made one that a narrow cell breaks over two lines: "10 minutes" over "48 seconds"."""
    joined: list[Line] = []
    for figure in sorted(figures, key=attrgetter("baseline")):
        above = next((other for other in joined if _goes_on(other, figure)), None)
        if above is None:
            joined.append(figure)
            continue
        joined[joined.index(above)] = _join(above, figure)
    return joined


def _join(above: Line, below: Line) -> Line:
    return below._replace(
        words=(*above.words, *below.words), box=unite([above.box, below.box]), text=f"{above.text} {below.text}"
    )


def _goes_on(above: Line, figure: Line) -> bool:
    """Whether a figure goes on with the one right above it, and is one with it."""
    is_one = _is_right_under(above, figure) and is_figure(f"{above.text} {figure.text}")
    return is_one and not above.text.isdecimal()


def _is_right_under(above: Line, line: Line) -> bool:
    """Whether a line stands on the next baseline below one of its type, at its edge or in its middle."""
    is_near = 0 < line.baseline - above.baseline <= MAX_STEP_EM * line.style.size
    is_under = min(abs(line.box.x0 - above.box.x0), abs(middle_of(line) - middle_of(above))) <= SAME_EDGE_PT
    return is_near and is_under and above.style == line.style


def leave_numbering(figures: Sequence[Line]) -> list[Line]:
    """The figures without those of a column that go up by one from line to line, as paragraphs' numbers do."""
    columns: dict[int, list[Line]] = {}
    for figure in sorted(figures, key=attrgetter("baseline")):
        if figure.text.isdecimal():
            edges = figure.box.x0, figure.box.x1  # numbers may stand on their right edge
            near = (x for x in columns if min(abs(x - edge) for edge in edges) <= SAME_EDGE_PT)
            columns.setdefault(next(near, round(figure.box.x0)), []).append(figure)
    counting = {
        id(figure)
        for column in columns.values()
        if len(column) >= MIN_COUNTING and all(int(b.text) - int(a.text) == 1 for a, b in pairwise(column))
        for figure in column
    }
    return [figure for figure in figures if id(figure) not in counting]


def counts_up(figures: Sequence[Line]) -> bool:
    """Whether the figures are 1, 2, 3: numbers of priorities or steps, not of the world."""
    values = sorted(_read_whole(figures))
    return len(values) == len(figures) and values[0] <= 1 and all(b - a == 1 for a, b in pairwise(values))


def _read_whole(figures: Sequence[Line]) -> Iterator[int]:
    for figure in figures:
        if figure.text.isdecimal():
            yield int(figure.text)


def middle_of(line: Line) -> float:
    """Where a line has its middle, from the left, in points."""
    return (line.box.x0 + line.box.x1) / 2


__all__ = ["counts_up", "is_figure", "join_units", "join_wrapped", "leave_numbering", "middle_of", "tells_earlier"]
