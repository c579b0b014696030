"""Bullets that are drawn, not written: small marks just left of a line, as browsers and designers paint them."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from reportparse.geometry import Box, grow, is_inside
from reportparse.layout.lines import Line
from reportparse.pdf import Page, Path

# Sides of a bullet, in sizes of the type beside it: browsers draw discs of 0.35.
MIN_SIDE_EM, MAX_SIDE_EM = 0.15, 0.8
# Longest side beside the shortest; arrows and ticks are less square than discs.
MAX_RATIO = 1.7
# Space between a bullet and its line, in sizes of the type.
MIN_GAP_EM, MAX_GAP_EM = 0.15, 2.5
# Ticks are as large as this, and level with their lines to this; so many of one width stand at one place.
MAX_TICK_EM, MAX_OFF_EM, MIN_TICKS = 1.15, 0.3, 2
# The middles of ticks and crosses of one list differ by less than this, in points.
SAME_PLACE_PT = 1.5
# What is drawn this near to a mark, in points, and is larger than any tick is an icon that it is a part of.
ICON_PT = 2.0
# Bounds in points within which any bullet lies, for a first look at all drawings: slides have type of 20 points.
MIN_SIDE_PT, MAX_SIDE_PT = 1.0, 24.0

_Shape = tuple[int, int, str]
"""Width, height and kinds of points."""
_Sign = tuple[_Shape, ...]


class Bullet(NamedTuple):
    """A drawn bullet."""

    box: Box
    text: str
    """The glyph that it looks like: "•", "◦" or "▪"."""


def find_bullets(page: Page, lines: Sequence[Line]) -> dict[int, Bullet]:
    """The drawn bullet of each line that has one, by `id` of the line."""
    marks = [Bullet(path.box, _glyph(path)) for path in page.paths if _may_be_bullet(path.box)]
    if not marks:
        return {}
    found: dict[int, Bullet] = {}
    large: defaultdict[tuple[int, int], dict[int, Bullet]] = defaultdict(dict)
    drawn = [path.box for path in page.paths if min(path.box.width, path.box.height) >= MIN_SIDE_PT]
    for line in lines:
        x0, top, _, bottom = line.box
        reach = x0 - MAX_GAP_EM * line.style.size
        near = [mark for mark in marks if reach <= mark.box.x1 <= x0 and top <= mark.box.middle[1] <= bottom]
        for mark in _without_inner(near):
            if _is_of_icon(mark.box, line, drawn):
                continue
            if _is_bullet_of(mark.box, line):
                found[id(line)] = mark
                break
            if _is_tick_of(mark.box, line):
                large[round(mark.box.x0), round(mark.box.width)][id(line)] = mark
    return {**_find_ticks(list(large.values()), page.paths), **found}


def _find_ticks(groups: Sequence[dict[int, Bullet]], paths: Sequence[Path]) -> dict[int, Bullet]:
    """Those of marks as large as letters, in groups that stand at one place, that are one sign for several lines.

    One alone that is drawn as they are goes on with their list, at the head of the next column; another sign under or
    over theirs, such as a cross among ticks, does so, too.
    """
    ticks = [group for group in groups if len(group) >= MIN_TICKS]
    ticks = [group for group in ticks if _come_again([mark.box for mark in group.values()], paths)]
    signs = {_sign(mark.box, paths) for group in ticks for mark in group.values()}
    middles = {round(mark.box.middle[0]) for group in ticks for mark in group.values()}
    few = [group for group in groups if len(group) < MIN_TICKS]
    ticks += [group for group in few if signs.issuperset(_signs(group, paths)) or _are_at(group, middles)]
    return {key: mark for group in ticks for key, mark in group.items()}


def _are_at(group: dict[int, Bullet], middles: Collection[int]) -> bool:
    return any(abs(mark.box.middle[0] - x) <= SAME_PLACE_PT for mark in group.values() for x in middles)


def _signs(group: dict[int, Bullet], paths: Sequence[Path]) -> Iterator[_Sign]:
    return (_sign(mark.box, paths) for mark in group.values())


def _without_inner(marks: Sequence[Bullet]) -> Iterator[Bullet]:
    """The marks less those that are drawn inside another one, as the sign on a disc is."""
    for mark in marks:
        outer = (other.box for other in marks if other.box.area > mark.box.area)
        if not any(is_inside(mark.box, box) for box in outer):
            yield mark


def _come_again(boxes: Sequence[Box], paths: Sequence[Path]) -> bool:
    """Whether any two marks are drawn alike: ticks are one sign for all lines, icons beside an address are of many."""
    return len({_sign(box, paths) for box in boxes}) < len(boxes)


def _sign(box: Box, paths: Sequence[Path]) -> _Sign:
    """What is drawn in a box."""
    return tuple([_shape(path) for path in paths if is_inside(path.box, box)])


def _shape(path: Path) -> _Shape:
    return round(path.box.width), round(path.box.height), "".join([kind for kind, _, _ in path.points])


def _glyph(path: Path) -> str:
    if path.fill is None:
        return "◦"
    return "•" if any(kind == "c" for kind, _, _ in path.points) else "▪"


def _may_be_bullet(box: Box) -> bool:
    short, long = sorted((box.width, box.height))
    return short >= MIN_SIDE_PT and long <= MAX_SIDE_PT and long <= MAX_RATIO * short


def _is_of_icon(mark: Box, line: Line, drawn: Sequence[Box]) -> bool:
    """Whether a larger drawing left of the line lies at a mark or round it."""
    least, (x0, top, x1, bottom) = MAX_TICK_EM * line.style.size, grow(mark, ICON_PT)
    return any(
        box.x0 < x1 and x0 < box.x1 <= line.box.x0 and box.top < bottom and top < box.bottom
        and max(box.width, box.height) > least and min(box.width, box.height) >= min(mark.width, mark.height)
        for box in drawn
    )  # fmt: skip


def _is_tick_of(mark: Box, line: Line) -> bool:
    """Whether a mark near a line, as large as a letter, stands level with it, as ticks do."""
    size, gap = line.style.size, line.box.x0 - mark.x1
    is_level = abs(mark.middle[1] - line.box.middle[1]) <= MAX_OFF_EM * size and not line.words[0].angle
    is_large = MAX_SIDE_EM * size < max(mark.width, mark.height) <= MAX_TICK_EM * size
    return is_level and is_large and gap >= MIN_GAP_EM * size


def _is_bullet_of(mark: Box, line: Line) -> bool:
    size = line.style.size
    gap = line.box.x0 - mark.x1
    return line.words[0].angle == 0 and (
        MIN_GAP_EM * size <= gap
        and max(mark.width, mark.height) <= MAX_SIDE_EM * size
        and min(mark.width, mark.height) >= MIN_SIDE_EM * size
    )
