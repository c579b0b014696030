"""Which lines begin with a number of a numbering, rather than with a number of the text: neighbours bear witness."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from reportparse.layout import Bullet, FlowLine, Line
from reportparse.structure.markers import Marker, begins, follows, read_marker

# How many numbers of one dress may stand between a number and its neighbour: those of a list inside the numbering.
MAX_BETWEEN = 12
# Space behind a number that hangs before its text, in type sizes ...
MIN_HANG_EM = 0.6
# ... and beside the other spaces of its line, which justified text stretches.
MIN_HANG_RATIO = 1.5
# Dashes, letters and signs that mark an item only with a space behind them as wide as this, in type sizes.
WEAK_BULLETS = "-–—o*·>\ufffd"
MIN_BULLET_GAP_EM = 0.2


class Head(NamedTuple):
    """The number or bullet at the head of a line."""

    marker: Marker
    words: int
    """How many words it is; none for a bullet that is drawn."""
    has_before: bool
    """Whether the number before it heads an earlier line."""
    has_after: bool
    """Whether the number after it heads a later line."""
    is_hanging: bool
    """Whether it stands clear of the text behind it."""
    x0: float
    """Its left edge."""

    @property
    def is_supported(self) -> bool:
        """Whether it has a neighbour."""
        return self.has_before or self.has_after


Heads = Mapping[int, Head]
"""By `id` of the line."""


def find_heads(items: Sequence[FlowLine]) -> dict[int, Head]:
    """The number or bullet at the head of each line that has one, by `id` of the line; `items` in reading order.

    A bare number ("12", "58.3") with no neighbour heads nothing: it is the first word of a line of text.  Nor does a
    capital letter: it is an initial, or tells an answer from its question.
    """
    told = [(item.line, *read) for item in items if (read := read_head(item.line)) is not None]
    groups: defaultdict[object, list[tuple[Line, Marker]]] = defaultdict(list)
    for line, marker, _ in told:
        if marker.kind != "bullet":
            groups[_dress(line, marker)].append((line, marker))
    before = {id(line) for group in groups.values() for line in _with_neighbour(group, step=-1)}
    after = {id(line) for group in groups.values() for line in _with_neighbour(group, step=1)}
    heads = {
        id(line): Head(marker, count, id(line) in before, id(line) in after, _is_hanging(line, count), line.box.x0)
        for line, marker, count in told
    }
    drawn = {id(item.line): _drawn_head(item.bullet) for item in items if item.bullet is not None}
    return {key: head for key, head in heads.items() if _is_head(head)} | drawn


def _drawn_head(bullet: Bullet) -> Head:
    marker = Marker("bullet", (), bullet.text, bullet.text)
    return Head(marker, 0, has_before=False, has_after=False, is_hanging=True, x0=bullet.box.x0)


def read_head(line: Line) -> tuple[Marker, int] | None:
    """The marker at the head of a line, and how many words it is; a marker alone on its line marks nothing."""
    words = line.words
    if len(words) < 2:
        return None
    first, count = words[0].text, 1
    if len(words) > 2 and words[1].is_glued and words[1].order == words[0].order + 1:
        first, count = first + words[1].text, 2
    marker = read_marker(first)
    if marker is None:
        return None
    gap = words[count].x0 - words[count - 1].x1
    if marker.kind == "bullet" and marker.text in WEAK_BULLETS and gap < MIN_BULLET_GAP_EM * line.style.size:
        return None
    return marker, count


def _dress(line: Line, marker: Marker) -> object:
    """What the numbers of one numbering share; "i." may be a letter as well as a Roman number."""
    style = line.words[0].style
    kind = "number" if marker.kind == "number" else "letter"
    return kind, marker.shape.replace("#A", "#"), len(marker.value), round(style.size), style.is_bold, style.color


def _with_neighbour(group: Sequence[tuple[Line, Marker]], *, step: int) -> Iterable[Line]:
    """Lines whose number has the one before it (step -1) or after it (step 1) among those that stand near."""
    for place, (line, marker) in enumerate(group):
        near = group[max(0, place - MAX_BETWEEN) : place] if step < 0 else group[place + 1 : place + 1 + MAX_BETWEEN]
        if any(follows(marker, other) if step < 0 else follows(other, marker) for _, other in near):
            yield line


def _is_hanging(line: Line, count: int) -> bool:
    words = line.words
    gap = words[count].x0 - words[count - 1].x1
    if gap <= MIN_HANG_EM * line.style.size:
        return False
    others = sorted(b.x0 - a.x1 for a, b in zip(words[count:], words[count + 1 :], strict=False))
    return not others or gap > MIN_HANG_RATIO * others[len(others) // 2]


def _is_head(head: Head) -> bool:
    marker = head.marker
    if "A" in marker.shape and not head.is_hanging:
        return False  # a road, a house, a network: "A2", "12A", "5G"
    if "#A" in marker.shape:
        return head.is_supported
    if marker.kind == "bullet" or head.is_supported or (marker.shape.startswith("A.") and begins(marker)):
        return True  # an appendix may have one paragraph alone: "B.1"
    if marker.kind != "number":
        is_small = not marker.text.strip("().").isupper()
        return is_small and (begins(marker) or marker.shape == "(#)")
    return marker.shape != "#" and len(marker.value) == 1 and (begins(marker) or head.is_hanging)
