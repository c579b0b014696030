"""Levels of headings that nothing but their type and numbers tells, and the type that those of one level share."""

from collections import Counter
from collections.abc import Collection, Mapping
from itertools import pairwise

from reportparse.layout import Line
from reportparse.structure.blocks import Block
from reportparse.structure.titles import read_title

# Initials that name a body or a scheme have fewer letters: "HMICFRS".
MIN_CAPITALS = 8
# Before the first heading of the highest level stand some of the next; those below that are another paper's.
MAX_FIRST_LEVEL = 2
# Fewest headings of a kind that tell a rule of the report.
MIN_OF_KIND = 3

Look = tuple[float, bool, bool, object]
_Face = tuple[float, bool, bool, bool, bool]


def look_of(block: Block | Line) -> Look:
    """The type of a block or line, as headings of one level share it."""
    style = block.style
    return round(style.size * 2) / 2, style.is_bold, style.is_italic, style.color


def rank_by_type(chosen: Mapping[int, Block], underlined: Collection[int] = ()) -> dict[int, int]:
    """Levels from the order of type sizes; at one size bold, upright and capitals before others.

    Where a type has a line under some of its headings, the `underlined`, those are higher that come first.

    A number with points is below the whole number that it begins with: 1.1 below 1 or 1.0, wherever that stands.
    A type that is met once, below the largest, makes no level of its own; nor does the largest one, met once behind
    all other headings: it has nothing below it.
    """
    faces = _find_faces(chosen, underlined)
    looks = Counter(faces[index] for index in sorted(faces))  # in the order in which the types come first
    often = sum(count > 1 for count in looks.values())
    last = faces[max(chosen)] if often else None
    rank: dict[_Face, int] = {}
    level = 0
    for place, look in enumerate(sorted(looks, key=lambda look: (-look[0], not look[1], look[2], not look[3]))):
        rank[look] = level + 1
        level += looks[look] > 1 or (place == 0 and look != last)
    levels: dict[int, int] = {}
    heads: dict[str, int] = {}  # the level of each whole number
    for index in sorted(chosen):
        number = (read_title(chosen[index].text).number or "").removesuffix(".0")
        depth = number.count(".") if number[:1].isdigit() else 0
        levels[index] = heads.get(number.split(".")[0], 1) + depth if depth else rank[faces[index]]
        if number.isdigit():
            heads[number] = levels[index]
    used = sorted(set(levels.values()))
    return close_gaps(_join_peers({index: used.index(level) + 1 for index, level in levels.items()}))


def close_gaps(levels: Mapping[int, int]) -> dict[int, int]:
    """The levels, each part's own next below that of its heading: papers bound together have types of their own."""
    closed: dict[int, int] = {}
    parts = [(sorted(levels), 0)]
    while parts:
        part, above = parts.pop()
        if not part:
            continue
        low = min(levels[index] for index in part)
        heads = [place for place, index in enumerate(part) if levels[index] == low]
        for place, stop in pairwise([*heads, len(part)]):
            closed[part[place]] = above + 1
            parts.append((part[place + 1 : stop], above + 1))
        before = part[: heads[0]]
        is_other = not above and min((levels[index] for index in before), default=0) > MAX_FIRST_LEVEL
        parts.append((before, above if is_other else above + 1))
    return closed


def _find_faces(chosen: Mapping[int, Block], underlined: Collection[int]) -> dict[int, _Face]:
    """Size, weight and slant of each heading, and whether it is in capitals or underlined where its type parts in two.

    Three of each tell so, no appendix among them, which stands beside chapters in capitals; a single short word may be
    initials, and is taken for what most of its type are.
    One that begins in bold type is bold and as upright as that, however it goes on: in lighter type, or in a slanted
    one, it says its name in another language, which may be the longer one.
    """
    faces = {index: (*_face_of(block), _is_capitals(block.text)) for index, block in chosen.items()}
    short = {index for index, face in faces.items() if not face[3] and chosen[index].text.isupper()}
    appended = {index for index, block in chosen.items() if read_title(block.text).kind == "appendix"}
    counts = Counter(face for index, face in faces.items() if index not in short | appended)
    parted = {face[:3] for face in counts if min(counts[*face[:3], True], counts[*face[:3], False]) >= MIN_OF_KIND}
    usual = {look: counts[*look, True] > counts[*look, False] for look in parted}
    upper = {
        index: (*face[:3], face[:3] in parted and (usual[face[:3]] if index in short else face[3]))
        for index, face in faces.items()
    }
    counted = Counter((face, index in underlined) for index, face in upper.items())
    lined = {face for face in upper.values() if min(counted[face, True], counted[face, False]) >= MIN_OF_KIND}
    return {index: (*face, index in underlined and face in lined) for index, face in upper.items()}


def _face_of(block: Block) -> tuple[float, bool, bool]:
    size, is_bold, is_italic, _ = look_of(block)
    first = block.lines[0].words[0].style
    return size, is_bold or first.is_bold, first.is_italic if first.is_bold else is_italic


def _is_capitals(text: str) -> bool:
    return text.isupper() and sum(map(str.isalpha, text)) >= MIN_CAPITALS


def _join_peers(levels: Mapping[int, int]) -> dict[int, int]:
    """The levels, one put to the level above where no heading of it stands inside that: chapters with larger openers.

    Both have headings of the next level below them.
    """
    joined = dict(levels)
    for upper in range(1, max(joined.values(), default=0) - 1):
        above = sorted(index for index, level in joined.items() if level == upper)
        below = [index for index, level in joined.items() if level == upper + 1]
        parts = [index for index, level in joined.items() if level == upper + 2]
        is_inside = [above[0] < index < above[-1] for index in below] if above else []
        are_apart = len(above) >= MIN_OF_KIND and len(below) > 1 and not any(is_inside)
        is_among = [above[0] < index < above[-1] for index in parts] if are_apart else []
        if any(is_among) and any(index < above[0] for index in parts):
            joined = {index: level - (level > upper) for index, level in joined.items()}
    return joined
