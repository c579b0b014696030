"""The legend: a small square, disc or piece of line in each series' colour, with the name to its right."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from reportparse.geometry import Box, has_middle_in
from reportparse.layout import Line
from reportparse.layout.lines import make_line
from reportparse.pdf import Color, Word
from reportparse.pictures.labels import MIDDLE_EM, Label, make_label, read_amount
from reportparse.pictures.shapes import MAX_DOT_PT, Bar, Curve, Place, Shapes

Sample = tuple[Box, Color]

# A sample of a line is this long, in points.
SAMPLE_PT = (7.0, 50.0)
# The name stands this near to its sample, in type sizes, and as high as it.
NAME_GAP_EM = 1.6
NAME_RISE_EM = 0.6
# Words of a name stand this near to each other, in type sizes.
WORD_GAP_EM = 0.9
# Colours that differ by less than this on each channel are one: a sample without the transparency of its series.
SAME_COLOR = 4
# A name behind the value of its series stands this near to it, in type sizes.
MAX_NAMED_EM = 2.5
# Text is coloured where its channels differ by this much: no black or grey.
COLOURED = 40
# A legend stands this near beside a drawing, in points or as part of its width, or below or above it.
MAX_ASIDE_PT = 90.0
MAX_ASIDE = 0.75
MAX_BELOW_PT = 50.0
# A legend below a drawing begins no further left than this part of its width.
MAX_LEFT = 0.5
# Samples that differ by less than this, in points, are of one size.
SAME_SIZE_PT = 1.0
# Samples of one column stand as far from each other as the nearest two, to this factor.
EVEN_STEP = 1.5
# Numbers of the emergency services, by which charts of calls call their series.
DIALLED = ("101", "111", "112", "999")
# Sides of a square sample differ by less than this, in points.
SQUARE_PT = 0.5


class Entry(NamedTuple):
    """A name and its colour."""

    name: str
    color: Color
    sample: Box
    words: frozenset[int]
    """Order of the words of the name."""
    value: Label | None = None
    """What stands on the line of the name further right, alone."""


class Legend(NamedTuple):
    """Names of series by colour."""

    entries: tuple[Entry, ...]

    def name(self, color: Color) -> str | None:
        """The name that stands beside this colour."""
        near = [entry.name for entry in self.entries if entry.color == color]
        if not near:
            near = [entry.name for entry in self.entries if is_same_color(entry.color, color)]
        return near[0] if len(near) == 1 else None

    def value(self, color: Color) -> Label | None:
        """The number that stands beside the name of this colour."""
        near = [entry.value for entry in self.entries if is_same_color(entry.color, color)]
        return near[0] if len(near) == 1 else None

    def place(self, color: Color) -> int:
        """The place of a colour in the legend, from 0; behind all for one that is not in it."""
        places = [place for place, entry in enumerate(self.entries) if is_same_color(entry.color, color)]
        return places[0] if places else len(self.entries)


def is_same_color(a: Color, b: Color) -> bool:
    """Whether two colours are one, but for rounding."""
    return all(abs(first - second) < SAME_COLOR for first, second in zip(a, b, strict=True))


def is_in_color(label: Label, color: Color) -> bool:
    """Whether a text is set in a colour other than black and grey."""
    own = label.line.style.color
    return own is not None and max(own) - min(own) >= COLOURED and is_same_color(own, color)


def take_legend(shapes: Shapes, labels: Sequence[Label]) -> tuple[Legend, Shapes, list[Label]]:
    """Split off the legend; hand on shapes and labels without its samples and names."""
    entries = _find_entries(shapes, labels)
    if not entries:
        return Legend(()), shapes, list(labels)
    samples = [entry.sample for entry in entries]
    gone = frozenset().union(*(entry.words for entry in entries))
    rest = Shapes(
        [bar for bar in shapes.bars if bar.box not in samples and not _is_of_sample(bar, entries)],
        [curve for curve in shapes.curves if not _is_sample(curve, samples)],
        [outline for outline in shapes.outlines if not _is_in(outline.box.middle, samples)],
        [(box, color) for box, color in shapes.strokes if not _is_in(box.middle, samples)],
    )
    return Legend(tuple(entries)), rest, [label for label in labels if label.line.words[0].order not in gone]


def find_outer_names(
    found: Iterable[Sample], shapes: Shapes, box: Box, lines: Sequence[Line]
) -> tuple[list[Box], list[Line]]:
    """(samples, lines of names) of the legend that stands outside a drawing, in the colours of its shapes."""
    outside = [(sample, color) for sample, color in found if not has_middle_in(sample, box)]
    outer = [(sample, color) for sample, color in outside if _is_near(sample, box)]
    outer = _go_on_below(outer, outside)
    colors = _find_colors(shapes, box) if outer else set()
    samples: list[Box] = []
    names: list[Line] = []
    for sample, color in outer:
        for line in lines if color in colors else ():
            middle = line.baseline - MIDDLE_EM * line.style.size
            if line.words[0].angle or abs(middle - sample.middle[1]) > NAME_RISE_EM * line.style.size:
                continue
            room = NAME_GAP_EM * line.style.size
            if any(-1 <= gap <= room for word in line.words for gap in (word.x0 - sample.x1, sample.x0 - word.x1)):
                samples.append(sample)
                names += [line, *_find_values(line, lines, box)]
    return samples, list(dict.fromkeys(names))


def _go_on_below(near: Sequence[Sample], outside: Sequence[Sample]) -> list[Sample]:
    """Samples near a drawing, with those below them in their column, one as far from another as the first."""
    found = list(near)
    for first, _ in near:
        column = sorted((one for one in outside if _are_of_column(one[0], first)), key=lambda one: one[0].top)
        steps = [b[0].top - a[0].top for a, b in pairwise(column)]
        found += [one for (one, step) in zip(column[1:], steps, strict=True) if step <= EVEN_STEP * min(steps)]
    return list(dict.fromkeys(found))


def _are_of_column(sample: Box, first: Box) -> bool:
    """Whether a sample is of one size with the first one of a column, and stands in it below."""
    sides = (sample.x0 - first.x0, sample.x1 - first.x1, sample.height - first.height)
    return sample.top >= first.top and all(abs(side) < SAME_SIZE_PT for side in sides)


def _find_values(name: Line, lines: Iterable[Line], box: Box) -> Iterator[Line]:
    """The number that stands further right on the line of a name, below or above a drawing: the value of its slice."""
    for line in lines:
        is_beside = abs(line.baseline - name.baseline) < 1 and name.box.x1 < line.box.x0 and line.box.x1 <= box.x1
        if is_beside and read_amount(line.text) is not None:
            yield line


def _find_colors(shapes: Shapes, box: Box) -> set[Color]:
    """Of the shapes in a box."""
    colors = {bar.color for bar in shapes.bars if has_middle_in(bar.box, box)}
    colors |= {outline.color for outline in shapes.outlines if has_middle_in(outline.box, box)}
    return colors | {curve.color for curve in shapes.curves if _is_in(curve.points[0], [box])}


def has_sample(line: Line, samples: Iterable[Sample]) -> bool:
    """Whether a sample stands right before a line: it is the name of a series."""
    size = line.style.size
    middle = line.baseline - MIDDLE_EM * size
    return any(
        -1 <= line.box.x0 - sample.x1 <= NAME_GAP_EM * size and abs(middle - sample.middle[1]) <= NAME_RISE_EM * size
        for sample, _ in samples
    )


def _is_near(sample: Box, box: Box) -> bool:
    gap_x = max(sample.x0 - box.x1, box.x0 - sample.x1)
    gap_y = max(sample.top - box.bottom, box.top - sample.bottom)
    begins_left = box.x0 - MAX_LEFT * box.width <= sample.x0 <= box.x1  # its name may stand below the drawing
    is_beside = min(gap_x, gap_y) <= 0 or begins_left
    return is_beside and gap_x <= max(MAX_ASIDE_PT, MAX_ASIDE * box.width) and gap_y <= MAX_BELOW_PT


def _is_sample(curve: Curve, samples: Sequence[Box]) -> bool:
    return all(_is_in(point, samples) for point in curve.points)


def _is_of_sample(bar: Bar, entries: Iterable[Entry]) -> bool:
    """Whether a small box is a part of a sample of its colour: the ground below a piece of line."""
    own = [entry.sample for entry in entries if is_same_color(entry.color, bar.color)] if _is_small(bar.box) else []
    return _is_in(bar.box.middle, own)


def _is_in(place: Place, samples: Sequence[Box]) -> bool:
    x, top = place
    return any(
        box.x0 - 1 <= x <= box.x1 + 1 and box.top - MAX_DOT_PT / 2 <= top <= box.bottom + MAX_DOT_PT / 2
        for box in samples
    )  # fmt: skip


def _find_entries(shapes: Shapes, labels: Sequence[Label]) -> list[Entry]:
    """The entries of samples of one kind and size, each in a colour of its own."""
    groups: list[list[tuple[Box, Color]]] = []
    data = {(round(x), round(top)) for curve in shapes.curves if len(curve.points) > 3 for x, top in curve.points}
    for box, color in find_samples(shapes):
        if (round(box.middle[0]), round(box.middle[1])) in data:
            continue
        for group in groups:
            first = group[0][0]
            if abs(first.width - box.width) < SAME_SIZE_PT and abs(first.height - box.height) < SAME_SIZE_PT:
                group.append((box, color))
                break
        else:
            groups.append([(box, color)])
    found: list[Entry] = []
    for group in groups:
        for is_right in (True, False):
            entries = list(_read_entries(group, labels, is_right=is_right))
            if _is_legend(group, entries):
                known = {entry.words for entry in found}
                found.extend(entry for entry in entries if entry.words not in known)
                break
    colors = Counter(entry.color for entry in found)
    alone = {group[0][0] for group in groups if len(group) == 1}  # leader lines are of one colour, and of many lengths
    kept = [entry for entry in found if entry.sample not in alone or colors[entry.color] == 1]
    return sorted(kept, key=lambda entry: (round(entry.sample.middle[1]), entry.sample.x0))


def find_samples(shapes: Shapes) -> Iterator[Sample]:
    """Small shapes that may be samples."""
    for box, color in shapes.strokes:
        if SAMPLE_PT[0] <= box.width <= SAMPLE_PT[1] and box.height < 1:
            yield box, color
    small = [bar for bar in shapes.bars if _is_small(bar.box) and bar.box.height > 1]
    rows = {foot for bar in shapes.bars if not _is_small(bar.box) for foot in _feet(bar)} if small else set()
    for bar in small:
        is_square = abs(bar.box.width - bar.box.height) < SQUARE_PT  # no bar but by chance
        if is_square or rows.isdisjoint(_feet(bar)):
            yield bar.box, bar.color
    yield from ((outline.box, outline.color) for outline in shapes.outlines if outline.is_dot)


def _is_small(box: Box) -> bool:
    return max(box.height, box.width / 3) <= MAX_DOT_PT


def _feet(bar: Bar) -> set[tuple[str, int, int, Color]]:
    """What bars of one series share: where they begin, and how thick they are."""
    box = bar.box
    return {
        ("stands", round(box.bottom), round(box.width), bar.color),
        ("lies", round(box.x0), round(box.height), bar.color),
    }


def _is_legend(group: Sequence[tuple[Box, Color]], entries: Sequence[Entry]) -> bool:
    """Whether each sample has a name, and no colour comes twice; a number alone is a value."""
    colors = {color for _, color in group}
    named = {entry.color for entry in entries}
    if not entries or len(colors) != len(named) or len(entries) != len({entry.words for entry in entries}):
        return False
    if len(named) != len(entries):
        return False
    if all(_is_value(entry.name) for entry in entries):
        return False
    return len(entries) > 1 or any(letter.isalpha() for letter in entries[0].name)


def _is_value(name: str) -> bool:
    """Whether a text is a number other than a year or what people dial."""
    is_name = name.isdigit() and (1900 <= int(name) < 2100 or name in DIALLED)
    return read_amount(name) is not None and not is_name


def _read_entries(
    group: Sequence[tuple[Box, Color]], labels: Sequence[Label], *, is_right: bool
) -> Iterator[Entry]:
    """The name to the right of each sample, or to its left, up to the next one."""
    rows: defaultdict[int, list[Box]] = defaultdict(list)
    for box, _ in group:
        rows[round(box.middle[1])].append(box)
    for box, color in dict.fromkeys(group):
        row = rows[round(box.middle[1])]
        if is_right:
            stop = min((other.x0 for other in row if other.x0 > box.x1), default=float("inf"))
        else:
            stop = max((other.x1 for other in row if other.x1 < box.x0), default=float("-inf"))
        for label in labels:
            if label.line.words[0].angle or abs(label.top - box.middle[1]) > NAME_RISE_EM * label.size:
                continue
            name = (_words_right if is_right else _words_left)(label, box, stop)
            if name:
                text, value = make_label(make_line(label.line.page, name)).text, _find_value(label, labels, stop)
                own = _find_named(label, labels) if is_right and value is None and text == label.text else None
                if own is not None:
                    text, value, name = own.text, label, [*name, *own.line.words]
                yield Entry(text, color, box, frozenset(word.order for word in name), value)
                break


def _find_value(name: Label, labels: Iterable[Label], stop: float) -> Label | None:
    """The one number on the line of a name, right of it and left of the next sample."""
    beside = [
        label for label in labels
        if abs(label.line.baseline - name.line.baseline) < 1 and name.box.x1 < label.box.x0 < stop
    ]  # fmt: skip
    return beside[0] if len(beside) == 1 and _is_value(beside[0].text) else None


def _find_named(value: Label, labels: Iterable[Label]) -> Label | None:
    """The text right behind a value that stands beside a sample: "55%" in its column, "Officers" in the next."""
    if not _is_value(value.text):
        return None
    room = (value.box.x1, value.box.x1 + MAX_NAMED_EM * value.size)
    return next(
        (
            label for label in labels
            if abs(label.line.baseline - value.line.baseline) < 1 and room[0] < label.box.x0 <= room[1]
            and not _is_value(label.text)
        ),
        None,
    )  # fmt: skip


def _words_right(label: Label, box: Box, stop: float) -> list[Word]:
    words = [word for word in label.line.words if box.x1 - 1 <= word.x0 < stop]
    if not words or words[0].x0 - box.x1 > NAME_GAP_EM * label.size:
        return []
    name = [words[0]]
    for word in words[1:]:
        if word.x0 - name[-1].x1 > WORD_GAP_EM * label.size:
            break
        name.append(word)
    return name


def _words_left(label: Label, box: Box, stop: float) -> list[Word]:
    words = [word for word in label.line.words if stop < word.x1 <= box.x0 + 1]
    if not words or box.x0 - words[-1].x1 > NAME_GAP_EM * label.size:
        return []
    name = [words[-1]]
    for word in reversed(words[:-1]):
        if name[0].x0 - word.x1 > WORD_GAP_EM * label.size:
            break
        name.insert(0, word)
    return name
