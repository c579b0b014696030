"""Timelines: dots of one size threaded on a level line, each with words over or under it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from reportparse.geometry import Box, has_middle_in, unite
from reportparse.layout import Line
from reportparse.pdf import Page, Path

# A dot is so wide, in points, and so many on one line are a timeline.
MIN_DOT_PT, MAX_DOT_PT, MIN_DOTS = 4.0, 24.0, 3
# Places that differ by less than this, in points, are one.
SAME_PT = 1.5
# Words stand in the middle of their dot, or begin with it, to so many points, and begin this near to it, in sizes of
# the type; the lines of one text follow each other by less than this.
OFF_PT, MAX_GAP_EM, MAX_STEP_EM = 4.0, 2.5, 1.6
# Fewest letters of the words of one dot: values of a line chart have none.
MIN_LETTERS = 3


def find_threads(page: Page) -> list[list[Box]]:
    """Rows of dots of one size on one level stroke, each from left to right."""
    return [dots for dots in _find_rows(page.paths) if _are_threaded(dots, page)]


def find_timelines(threads: Iterable[Sequence[Box]], lines: Sequence[Line]) -> Iterator[Box]:
    """The boxes round timelines with all their words: nothing else stands among these."""
    for dots in threads:
        under, over = ([_find_words(dot, lines, way) for dot in dots] for way in (1, -1))
        if all(under) and sum(map(bool, over)) == 1:  # what stands over all begins with the first dot
            over = [[] for _ in dots]
        own = [[*below, *above] for below, above in zip(under, over, strict=True)]
        if all(sum(map(str.isalpha, "".join(line.text for line in text))) >= MIN_LETTERS for text in own):
            told = [line for text in own for line in text]
            box = unite([*dots, *(line.box for line in told)])
            if sum(has_middle_in(line.box, box) for line in lines) == len(told):
                yield box


def _find_rows(paths: Iterable[Path]) -> Iterator[list[Box]]:
    """Dots of one size on one level, from left to right."""
    rows: defaultdict[tuple[int, int], set[Box]] = defaultdict(set)
    for path in paths:
        box = path.box
        is_dot = MIN_DOT_PT <= box.width <= MAX_DOT_PT and abs(box.width - box.height) <= SAME_PT
        if is_dot and any(name == "c" for name, _, _ in path.points):
            rows[round(box.middle[1] / SAME_PT), round(box.width / SAME_PT)].add(box)
    return (sorted(row) for row in rows.values() if len(row) >= MIN_DOTS)


def _are_threaded(dots: Sequence[Box], page: Page) -> bool:
    """Whether level strokes run from the first dot to the last one through all of them, perhaps in pieces."""
    level, reached = dots[0].middle[1], dots[0].x1
    strokes = [(rule.x0, rule.x1) for rule in page.rules if rule.is_horizontal and abs(rule.top - level) <= SAME_PT]
    for x0, x1 in sorted(strokes):
        if x0 <= reached + SAME_PT:
            reached = max(reached, x1)
    return reached >= dots[-1].x0


def _find_words(dot: Box, lines: Sequence[Line], way: int) -> list[Line]:
    """The lines of the text under a dot (`way` is 1), or of that over it (-1)."""
    own = [line for line in lines if way * (line.box.middle[1] - dot.middle[1]) > 0 and _is_at(line, dot)]
    own.sort(key=lambda line: way * line.baseline)
    text: list[Line] = []
    for line in own:
        gap = line.box.top - dot.bottom if way > 0 else dot.top - line.box.bottom
        if not text and gap > MAX_GAP_EM * line.style.size:
            break
        if text and abs(line.baseline - text[-1].baseline) > MAX_STEP_EM * min(line.style.size, text[-1].style.size):
            break
        text.append(line)
    return text


def _is_at(line: Line, dot: Box) -> bool:
    return min(abs(line.box.middle[0] - dot.middle[0]), abs(line.box.x0 - dot.x0)) <= OFF_PT


__all__ = ["find_threads", "find_timelines"]
