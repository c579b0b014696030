"""Titles side by side, each half in a type of its own: in two languages, or the second one a lead to what follows."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from reportparse.geometry import shared_height, unite
from reportparse.layout.frames import Frame
from reportparse.layout.lines import Line
from reportparse.layout.sides import MIN_GUTTER_PT, PROSE_WORDS, Item, LineItem
from reportparse.layout.spanning import HEADING_RATIO

# Lines of both halves, and what each of them ends with that is no title, and no label of what stands beside it.
MAX_LINES, ENDS = 8, ".:;"
# Lines of one half begin at one edge, and both halves at one height, to this many points, or parts of the type's size.
SAME_EDGE_PT, SAME_LEVEL_EM = 2.5, 0.5
# What the sentences of a lead end with.
STOPS = (".", "!", "?", ".”", ".’")


def find_pairs(page: int, lines: Sequence[Line]) -> list[Frame]:
    """A frame round each two titles, or a title and its lead, that stand side by side on no ground over all below.

    The first is larger than most lines, the other is said right after it; nothing else stands beside them.
    """
    usual = median(line.box.height for line in lines) if lines else 0.0
    is_any = any(line.box.height > HEADING_RATIO * usual for line in lines)
    titles = _find_titles(sorted(lines, key=lambda line: line.words[0].order)) if is_any else []
    frames: list[Frame] = []
    for left, right in pairwise(titles):
        if left[0].box.height <= HEADING_RATIO * usual:
            continue
        box = unite(line.box for line in (*left, *right))
        inside = [line for line in lines if line.box.middle[1] > box.top and line.box.middle[1] < box.bottom]
        if len(inside) == len(left) + len(right) and (_are_pair(left, right) or _has_lead(left, right)):
            frames.append(Frame(page, box, None, is_bordered=False))
    return frames


def _find_titles(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines in the order of the content, those of one type below each other together."""
    titles: list[list[Line]] = []
    for line in lines:
        last = titles[-1][-1] if titles else None
        is_next = last is not None and last.words[-1].order + 1 == line.words[0].order and last.style == line.style
        if is_next and last is not None and line.box.top > last.box.middle[1]:
            titles[-1].append(line)
        else:
            titles.append([line])
    return titles


def _are_pair(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Whether the second of two titles is said right after the first, in another face of its size, at its level."""
    first, other = left[0], right[0]
    is_told = left[-1].words[-1].order + 1 == other.words[0].order
    is_beside = max(line.box.x1 for line in left) + MIN_GUTTER_PT <= min(line.box.x0 for line in right)
    is_level = abs(first.baseline - other.baseline) <= SAME_LEVEL_EM * first.style.size
    is_other = first.style.size == other.style.size and first.style.font != other.style.font
    are_words = all(any(map(str.isalpha, line.text)) and line.text[-1] not in ENDS for line in (*left, *right))
    return is_told and is_beside and is_level and is_other and are_words


def _has_lead(title: Sequence[Line], lead: Sequence[Line]) -> bool:
    """Whether a title stands left of sentences in one smaller type, at their height.

    The content says all of it before them.
    """
    if len(lead) > MAX_LINES - len(title) or {line.style.size for line in lead} != {lead[0].style.size}:
        return False
    is_smaller = lead[0].style.size < title[0].style.size == title[-1].style.size
    is_beside = max(line.box.x1 for line in title) + MIN_GUTTER_PT <= min(line.box.x0 for line in lead)
    boxes = unite(line.box for line in title), unite(line.box for line in lead)
    is_level = 2 * shared_height(*boxes) > min(box.height for box in boxes)
    is_said = lead[-1].text.endswith(STOPS) and sum(len(line.words) for line in lead) >= PROSE_WORDS
    edges = [line.box.x0 for line in lead]
    are_words = all(any(map(str.isalpha, line.text)) for line in title) and title[-1].text[-1] not in ENDS
    is_told = title[-1].words[-1].order < lead[0].words[0].order
    is_text = is_said and max(edges) - min(edges) <= SAME_EDGE_PT
    return is_smaller and is_beside and is_level and is_text and are_words and is_told


def part_halves(items: Sequence[Item]) -> list[list[Item]]:
    """The lines on a ground in two halves, where they are two titles, or a title and its lead; none elsewhere.

    The content says all of the left one before the right one; of two titles a line of one at least goes on in small
    letters, as rows of labels and their values do not.
    """
    lines = sorted((item for item in items if isinstance(item, LineItem)), key=lambda item: item.box.x0)
    if not 2 <= len(lines) == len(items) <= MAX_LINES or lines[0].order < 0:
        return []
    at = max(range(1, len(lines)), key=lambda place: lines[place].box.x0 - lines[place - 1].box.x0)
    halves = [sorted(half, key=lambda item: item.box.top) for half in (lines[:at], lines[at:])]
    return [[*half] for half in halves] if _are_titles(*halves) or is_title_with_lead(halves) else []


def is_title_with_lead(halves: Sequence[Sequence[Item]]) -> bool:
    """Whether two halves are a title and the lead to what follows, which are no title together."""
    lines = [[item.line for item in half if isinstance(item, LineItem)] for half in halves]
    return len(lines) == 2 and _has_lead(*lines)


def _are_titles(left: Sequence[LineItem], right: Sequence[LineItem]) -> bool:
    if min(item.box.x0 for item in right) - max(item.box.x1 for item in left) < MIN_GUTTER_PT:
        return False
    if max(item.order for item in left) > min(item.order for item in right):
        return False
    heads = [half[0].line for half in (left, right)]
    is_level = abs(heads[0].baseline - heads[1].baseline) <= SAME_LEVEL_EM * heads[0].style.size
    is_level = is_level and heads[0].style.size == heads[1].style.size
    looks = [{word.style for item in half for word in item.line.words} for half in (left, right)]
    goes_on = any(b.line.text[:1].islower() for half in (left, right) for _, b in pairwise(half))
    return is_level and goes_on and looks[0].isdisjoint(looks[1]) and all(map(_is_title, (left, right)))


def _is_title(half: Sequence[LineItem]) -> bool:
    """Whether lines are of one size, begin at one edge, and end as titles do."""
    lines: list[Line] = [item.line for item in half]
    is_one = len({line.style.size for line in lines}) == 1
    edges = [line.box.x0 for line in lines]
    return is_one and max(edges) - min(edges) <= SAME_EDGE_PT and all(line.text[-1] not in ENDS for line in lines)
