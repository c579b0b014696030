"""Headings that stand in the margin beside their text: each is read right before the line that it stands beside."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from statistics import median

from reportparse.geometry import Box
from reportparse.layout.hanging import is_number
from reportparse.layout.lines import Line, make_line
from reportparse.pdf import Style

# Least space between a heading in the margin and the text, in points, and the widest margin, as a part of the text's.
MIN_GUTTER_PT, MAX_WIDTH = 6.0, 0.5
# A page has at least so many lines beside its margin, those of tables included, and usually so many beside and below
# each heading: labels of forms and terms of a glossary have fewer.
MIN_LINES, MIN_BESIDE = 6, 3
# Words of a line of text.
MIN_WORDS = 5
# Lines of one heading are no further apart than this, and its first line is no further from the text's line beside it
# than that, in parts of the type size.
MAX_LEADING_EM, MAX_OFF_EM = 1.6, 0.7
# Type this much larger than the text's is another, in points.
MIN_LARGER_PT = 0.5
# Edges nearer than this are one edge, in points.
SAME_EDGE_PT = 3.0
# Of the text no more than this part is set over the margin as well, as a paragraph of an appendix is.
MAX_OVER_MARGIN = 0.25
# Headings are wider than numbers that hang before their paragraphs, in points.
MIN_HEAD_PT = 24.0

Look = tuple[Style, int]


def find_margin_heads(
    lines: Sequence[Line], known: Collection[Look] = (), solids: Sequence[Box] = ()
) -> list[list[Line]]:
    """The headings in the margin of a page's text, each as its lines, downwards; none if others stand there.

    Where they look as those of an earlier page do, which are `known`, the page may have less text.  `solids` are the
    tables and pictures whose words are not among the lines.
    """
    edge = max([line.box[0] for line in lines if len(line.words) >= MIN_WORDS], default=0.0) - MIN_GUTTER_PT
    if not any(box[2] <= edge and box[2] - box[0] > MIN_HEAD_PT for box in [line.box for line in lines]):
        return []  # as on most pages
    long = [line for line in lines if len(line.words) >= MIN_WORDS]
    style = _find_style(long)
    text = [line for line in long if line.style == style]
    if style is None or not text:
        return []
    left = _find_edge(text, lines)
    solids = [box for box in solids if box.x0 >= left - SAME_EDGE_PT]
    margin = _find_beside(lines, left, solids)
    if not margin or not all(_may_be_heading(line, style) for line in margin) or not are_in_line(margin):
        return []
    width = max(line.box.x1 for line in margin) - min(line.box.x0 for line in margin)
    heads = _group(margin)
    if width > MAX_WIDTH * (max(line.box.x1 for line in lines) - left):
        return []
    is_known = all(look_of(head) in known for head in heads)
    levels = sorted({float(round(line.baseline)) for line in lines if line.box.x0 >= left - SAME_EDGE_PT})
    levels += [top for box in solids for top in _find_levels(box, style.size)]
    is_told = is_known or (len(levels) >= MIN_LINES and _head_text(heads, levels))
    return heads if is_told and all(_is_heading(head, lines, solids) for head in heads) else []


def look_of(head: Sequence[Line]) -> Look:
    """What headings in one margin share: their type and left edge."""
    return head[0].style, round(head[0].box.x0 / SAME_EDGE_PT)


def join_number(head: Sequence[Line]) -> list[Line]:
    """The lines of a heading, a number that stands over its words put before the first of these."""
    first, *rest = head
    if not rest or not is_number(first):
        return list(head)
    joined = make_line(first.page, [*first.words, *rest[0].words])
    return [joined._replace(baseline=rest[0].baseline), *rest[1:]]


def _find_edge(text: Sequence[Line], lines: Sequence[Line]) -> float:
    """The left edge of the text, but for a few of its lines that begin where all on the page do: over the margin."""
    outer = min(line.box.x0 for line in lines) + SAME_EDGE_PT
    inner = [line.box.x0 for line in text if line.box.x0 > outer]
    is_over = len(inner) < len(text) <= len(inner) + MAX_OVER_MARGIN * len(text)
    return min(inner) if is_over else min(line.box.x0 for line in text)


def _find_beside(lines: Sequence[Line], left: float, solids: Sequence[Box]) -> list[Line]:
    """The lines left of the text, from top to bottom, but for the ends of what crosses its edge.

    Lines that nothing stands beside, as titles of chapters, are none of them; nor are numbers, but for those that
    stand over the words of a heading.
    """
    crossing = {line.style for line in lines if line.box.x0 < left - MIN_GUTTER_PT and line.box.x1 > left}
    outside = [line for line in lines if line.box.x1 <= left - MIN_GUTTER_PT and line.style not in crossing]
    right = [*(line.box for line in lines if line.box.x0 >= left - SAME_EDGE_PT), *solids]
    groups = _group(sorted(outside, key=lambda line: line.baseline))
    beside = [group for group in groups if any(_overlap(line.box, box) for line in group for box in right)]
    return [line for group in beside if not all(map(is_number, group)) for line in group]


def _overlap(a: Box, b: Box) -> bool:
    return a.top < b.bottom and b.top < a.bottom


def _find_levels(box: Box, size: float) -> Iterator[float]:
    """Heights of as many lines as would stand in a box."""
    step = MAX_LEADING_EM * size
    return (box.top + step * number for number in range(1, int(box.height / step) + 1))


def _head_text(heads: Sequence[Sequence[Line]], levels: Sequence[float]) -> bool:
    """Whether several lines, by their heights, usually stand beside and below each heading.

    The last may go on over the page.
    """
    tops = [head[0].baseline for head in heads]
    above = sum(level < tops[0] - 3 for level in levels)
    beside = [sum(a - 3 <= level < b - 3 for level in levels) for a, b in pairwise([*tops, float("inf")])]
    return median(beside[:-1] or [max(beside[0], above)]) >= MIN_BESIDE


def _find_style(lines: Sequence[Line]) -> Style | None:
    """The type of most words of a page's long lines."""
    counts: Counter[Style] = Counter()
    for line in lines:
        counts[line.style] += len(line.words)
    return max(counts, key=counts.__getitem__) if counts else None


def _may_be_heading(line: Line, style: Style) -> bool:
    """Whether a line in the margin is set otherwise than the text: bold, or larger."""
    own = line.style
    is_other = own.is_bold > style.is_bold or own.size > style.size + MIN_LARGER_PT
    return is_other and line.words[0].angle == 0 and (is_number(line) or any(map(str.isalpha, line.text)))


def are_in_line(lines: Sequence[Line]) -> bool:
    """Whether lines stand at one left or one right edge."""
    edges = zip(*[(line.box.x0, line.box.x1) for line in lines], strict=True)
    return any(max(edge) - min(edge) <= SAME_EDGE_PT for edge in edges)


def _group(lines: Sequence[Line]) -> list[list[Line]]:
    heads: list[list[Line]] = []
    for line in lines:
        last = heads[-1][-1] if heads else None
        if last and last.style == line.style and line.baseline - last.baseline <= MAX_LEADING_EM * line.style.size:
            heads[-1].append(line)
        else:
            heads.append([line])
    return heads


def _is_heading(head: Sequence[Line], lines: Sequence[Line], solids: Sequence[Box]) -> bool:
    """Whether a text or table stands beside the first line of what is no label, and nothing that somebody says."""
    first, reach = head[0], MAX_OFF_EM * head[0].style.size
    is_said = first.text[0] in '“‘"' or head[-1].text[-1] == "."
    if head[-1].text[-1] in ":;," or is_said:
        return False
    is_beside_text = any(abs(first.baseline - line.baseline) <= reach and line.box.x0 >= first.box.x1 for line in lines)
    return is_beside_text or any(_overlap(first.box, box) for box in solids)
