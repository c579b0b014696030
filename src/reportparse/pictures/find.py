"""Where drawings stand: from the tags where a figure's content is marked, else grown from marks on the page."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from reportparse.geometry import Box, grow, has_middle_in, is_inside, unite
from reportparse.layout import Line
from reportparse.layout.frames import find_frames
from reportparse.layout.hanging import is_number
from reportparse.layout.lines import make_line
from reportparse.pdf import Page
from reportparse.pictures.begun_titles import find_begin
from reportparse.pictures.cards import find_card_boxes
from reportparse.pictures.clusters import MAX_GROUND_SHARE, Cluster, find_clusters
from reportparse.pictures.feet import find_foot, find_slanted_foot
from reportparse.pictures.images import MAX_PAGE_SHARE, UNREAD_CHART, Figure, called
from reportparse.pictures.inner_titles import find_inner_title
from reportparse.pictures.labels import join_label
from reportparse.pictures.legend import Sample, find_outer_names, find_samples, has_sample
from reportparse.pictures.marks import Marks, find_marks, part_marks
from reportparse.pictures.on_cards import find_on_card, find_rows_of_cards
from reportparse.pictures.pills import are_pills
from reportparse.pictures.records import Picture
from reportparse.pictures.shapes import Drawn, Shapes, find_shapes, keep_marks
from reportparse.pictures.texts import (
    LABEL_PT,
    MAX_CLOSE_SIZE,
    Texts,
    find_bar_names,
    find_title,
    read_texts,
    take_inner_labels,
    take_labels,
)
from reportparse.pictures.ticks import TickScale, find_tick_scales
from reportparse.pictures.timelines import find_threads, find_timelines

# A tagged figure with more lines of running text than this is a box of text.
MAX_FIGURE_LINES = 2
# A tagged figure that fills less of a drawing than this is a part of it.
MAX_PART = 0.7
# A scale, or a row of years or of values, has at least so many labels that begin with a digit.
MIN_NUMBERS = 2


class _Sheet(NamedTuple):
    """What a page draws, with or without the figures of its tags."""

    page: Page
    shapes: Shapes
    marks: Marks


class _Setting(NamedTuple):
    """What is common to the drawings of a page."""

    texts: Texts
    shapes: Shapes
    samples: Sequence[Sample]
    """Of legends, perhaps."""
    scales: Sequence[Box]
    """Columns and rows of tick labels."""


def find_drawings(page: Page, figures: Sequence[Figure], drawn: Drawn, body_size: float) -> list[Picture]:
    """The charts, maps and diagrams of a page, with their words; ids are given later.

    Args:
        page: Its words, rules and images.
        figures: Of its tags.
        drawn: What its paths draw.
        body_size: Of the report's text, in points.
    """
    parts = [Picture("", "photo", page.number, image.box) for image in page.images if image.is_part]
    every = frozenset().union(*(figure.marks for figure in figures))
    rest = _look(page, drawn, every)
    threads = find_threads(page)
    if not parts and not (page.paths and (figures or threads or part_marks(rest.marks, []))):
        return []
    scales = find_tick_scales(page.words)
    most = MAX_GROUND_SHARE * page.box.area
    near = [path.box for path in page.paths if path.fill is None or path.box.area <= most]
    texts = read_texts(page, body_size, [*near, *(one.bbox for one in parts), *(one.box for one in scales)], every)
    walls, sure = texts.find_walls(), [scale for scale in scales if scale.is_sure or not scale.is_column]
    tagged = [(picture, figure.marks) for figure in figures if (picture := _read_figure(page, figure, drawn, texts))]
    if not all(picture.lines for picture, _ in tagged):  # parts have none
        clusters = _find_clusters(_look(page, drawn, frozenset()), walls, sure)
        tagged = [(picture, marks) for picture, marks in tagged if not _is_part(picture, clusters)]
    taken = frozenset().union(*(marks for _, marks in tagged))
    if taken != every:
        rest = _look(page, drawn, taken)
    bars = [bar.box for bar in rest.shapes.bars]
    clusters = [
        cluster
        for cluster in _find_clusters(rest, walls, sure)
        if not (_are_boxes_of_text(cluster, walls) or _is_ground(cluster.box, page))
        and (cluster.kinds != {"bars"} or not are_pills(cluster.box, bars, texts.lines))
    ]
    clusters += [Cluster(box, frozenset({"network"})) for box in find_timelines(threads, texts.lines)]
    grown = [Picture("", kind, page.number, one.box) for one in clusters if (kind := _kind_of_cluster(one, texts))]
    setting = _Setting(texts, rest.shapes, list(find_samples(rest.shapes)), [scale.box for scale in scales])
    pictures = _add_texts([*(picture for picture, _ in tagged), *grown, *parts], setting)
    pictures = [one for one in pictures if _is_sure(one, texts) and not _is_signature(one, rest.shapes)]
    return [_name_part(picture) if picture.kind == "photo" else picture for picture in pictures]


def _look(page: Page, drawn: Drawn, taken: frozenset[int]) -> _Sheet:
    """The page without the paths that are marked as content of figures."""
    if taken:
        page = page._replace(paths=tuple([path for path in page.paths if path.mark not in taken]))
        drawn = keep_marks(drawn, taken, are_inside=False)
    shapes = find_shapes(drawn, page.box)
    return _Sheet(page, shapes, find_marks(shapes))


def _find_clusters(sheet: _Sheet, walls: Sequence[Box], scales: Sequence[TickScale]) -> list[Cluster]:
    columns = [scale.box for scale in scales if scale.is_column]
    has_bars = sheet.marks.standing.groups or sheet.marks.lying.groups
    frames = find_frames(sheet.page) if has_bars or sheet.marks.others else []
    cards = find_card_boxes(sheet.page.paths, frames) if has_bars else []
    levels = [Box(*rule[:4]) for rule in sheet.page.rules if rule.is_horizontal] if has_bars else []
    marks = part_marks(sheet.marks, walls, columns, cards, levels)
    rows = find_rows_of_cards(marks, frames)
    found = [one for card, own in rows.items() for one in find_on_card(card, own, sheet.page, walls, scales)]
    held = {mark for own in rows.values() for mark in own}
    return [*found, *find_clusters([mark for mark in marks if mark not in held], sheet.page, walls, scales)]


def _are_boxes_of_text(cluster: Cluster, walls: Sequence[Box]) -> bool:
    """Whether what looks like bars, or boxes that strokes join, holds running text: boxes that end at one height."""
    held = sum(has_middle_in(wall, cluster.box) for wall in walls)
    return cluster.kinds <= {"bars", "network", "connector"} and held > MAX_FIGURE_LINES


def _is_ground(box: Box, page: Page) -> bool:
    """Whether a drawing is the ground of its page, as on covers."""
    return _clip(box, page.box).area > MAX_PAGE_SHARE * page.box.area


def _is_part(picture: Picture, drawn: Sequence[Cluster]) -> bool:
    """Whether a tagged figure is one line or bar of a drawing, as charts of web pages tag them: it has no words."""
    box = picture.bbox
    return not picture.lines and any(
        is_inside(box, other.box, slack=1) and box.area < MAX_PART * other.box.area for other in drawn
    )


def _distance(a: Box, b: Box) -> float:
    gap_x = max(a.x0 - b.x1, b.x0 - a.x1, 0.0)
    gap_y = max(a.top - b.bottom, b.top - a.bottom, 0.0)
    return gap_x + gap_y


def _kind(kinds: AbstractSet[str]) -> str | None:
    """What marks of these kinds make; a disc that strokes lead to is no pie."""
    if "network" in kinds and kinds <= {"pie", "connector", "network"}:
        return "diagram"
    if kinds & {"bars", "line", "pie", "area"}:
        return "chart"
    if "map" in kinds:
        return "map"
    return "diagram" if kinds & {"connector", "network"} else None


def _kind_of_cluster(cluster: Cluster, texts: Texts) -> str | None:
    """What a drawing is: lines over a map are its roads, where no number tells a scale beside them."""
    kinds = cluster.kinds
    if "map" not in kinds or not kinds <= {"map", "line", "connector", "network"}:
        return _kind(kinds)
    near = grow(cluster.box, LABEL_PT)
    has_scale = any(line.text[0].isdigit() and has_middle_in(line.box, near) for line in texts.lines)
    return _kind(kinds) if has_scale else "map"


def _is_sure(picture: Picture, texts: Texts) -> bool:
    """Whether a drawing has what a picture has, unless the report calls it one: words, a chart labels.

    Running text is no label, nor are words in type larger than titles above charts are: a cover has its title on hills.
    """
    if picture.alt_text is not None or picture.caption is not None or picture.kind == "photo":
        return True
    return any(picture.kind != "chart" or _may_label(line, texts) for line in picture.lines)


def _is_signature(picture: Picture, shapes: Shapes) -> bool:
    """Whether lines alone are drawn, over nothing but a caption: somebody signs over the name."""
    if picture.kind != "chart" or picture.alt_text is not None or picture.caption != " ".join(picture.labels):
        return False
    drawn = [*(bar.box for bar in shapes.bars), *(outline.box for outline in shapes.outlines)]
    return not any(has_middle_in(box, picture.bbox) for box in drawn)


def _may_label(line: Line, texts: Texts) -> bool:
    is_small = line.style.size <= MAX_CLOSE_SIZE * texts.body_size or line.text[0].isdigit()
    return is_small and not texts.is_running(line)


def _name_part(picture: Picture) -> Picture:
    """A part of a scanned page: a chart where its labels are numbers."""
    numbers = sum(label[0].isdigit() for label in picture.labels)
    return picture._replace(kind="chart", problems=(UNREAD_CHART,)) if numbers >= MIN_NUMBERS else picture


def _read_figure(page: Page, figure: Figure, drawn: Drawn, texts: Texts) -> Picture | None:
    """A figure of the tags as a drawing, where its content is drawn, and is no page of text."""
    marks = figure.marks - {-1}
    paths = [path.box for path in page.paths if path.mark in marks]
    if not paths:
        return None
    has_words = any(word.mark in marks for word in page.words)
    own = [part for line in texts.lines if (part := _cut(line, marks))] if has_words else []
    box = _clip(unite([*paths, *[line.box for line in own]]), page.box)
    if box.area > MAX_PAGE_SHARE * page.box.area or box.area < 1:
        return None
    inside = [line for line in texts.lines if has_middle_in(line.box, box)]
    if sum(texts.is_running(line) and not is_number(line) for line in inside) > MAX_FIGURE_LINES:
        return None
    kind = called(figure.alt) or _kind_of(keep_marks(drawn, marks, are_inside=True), page)
    return Picture("", kind, page.number, box, alt_text=figure.alt or None, lines=own) if kind else None


def _cut(line: Line, marks: frozenset[int]) -> Line | None:
    """The part of a line that belongs to marked content."""
    words = [word for word in line.words if word.mark in marks]
    return line if len(words) == len(line.words) else make_line(line.page, words) if words else None


def _kind_of(drawn: Drawn, page: Page) -> str | None:
    marks = find_marks(find_shapes(drawn, page.box))
    return _kind({mark.kind for mark in part_marks(marks, [])})


def _clip(box: Box, page: Box) -> Box:
    return Box(max(box.x0, page.x0), max(box.top, page.top), min(box.x1, page.x1), min(box.bottom, page.bottom))


def _add_texts(pictures: Sequence[Picture], setting: _Setting) -> list[Picture]:
    """Drawings with their texts; each line goes to one, and to the nearest."""
    gone = {word.order for picture in pictures for word in picture.words}
    boxes = [picture.bbox for picture in pictures]
    left = [
        (line, [_distance(line.box, box) for box in boxes] if len(boxes) > 1 else [0.0])
        for line in setting.texts.lines if line.words[0].order not in gone
    ]  # fmt: skip
    done: list[Picture] = []
    for place, picture in enumerate(pictures):
        near = [line for line, far in left if not far[place] or far[place] <= min(far)]
        done.append(_with_texts(picture, near, setting))
        gone.update([word.order for word in done[-1].words])
        left = [(line, far) for line, far in left if line.words[0].order not in gone]
    return done


def _with_texts(picture: Picture, free: Sequence[Line], setting: _Setting) -> Picture:
    """A drawing with its labels, its legend and its title."""
    drawing, texts = picture.bbox, setting.texts
    is_chart = picture.kind == "chart"
    first = find_slanted_foot(drawing, free, texts) if is_chart else []
    if picture.kind == "map":
        first = find_foot(drawing, free, texts)  # the names of places have fewer words
    free = _leave(free, first)
    samples, names = find_outer_names(setting.samples, setting.shapes, drawing, free) if is_chart else ([], [])
    box = unite([drawing, *samples, *[line.box for line in names]])
    others = _leave(free, names)
    if picture.kind == "diagram":
        whole, found = take_inner_labels(box, others)
    else:
        # tags tell the words of a figure, however far out
        is_pie = is_chart and _is_round(drawing) and not picture.lines
        whole, found = take_labels(box, others, texts, is_pie=is_pie)
    labels = [*picture.lines, *names, *found]
    left = _leave(others, found)
    beside = find_bar_names([bar.box for bar in setting.shapes.bars if has_middle_in(bar.box, drawing)], left, labels)
    ticks = [*_find_ticks(labels, left, setting.scales), *beside]
    whole, labels = unite([whole, *[line.box for line in ticks]]), [*labels, *ticks]
    caption = find_inner_title(labels, drawing)
    if caption is not None and (has_sample(caption, setting.samples) or _names_bar(caption, setting.shapes, drawing)):
        caption = None
    if caption is None and picture.kind != "diagram":
        caption = find_title(whole, drawing, _leave(free, labels), texts)
        if caption is not None:
            whole, labels = unite([whole, caption.box]), [caption, *labels]
    begin = find_begin(caption, _leave(free, labels)) if caption is not None and is_chart else []
    whole = unite([whole, *[line.box for line in begin]])
    may_have_foot = caption is None and picture.kind in {"chart", "diagram", "map"}
    foot = (first or find_foot(whole, _leave(free, labels), texts)) if may_have_foot else []
    labels = [*labels, *begin, *foot]
    named = [*begin, caption] if caption is not None else foot
    labels.sort(key=lambda line: (line.baseline, line.box.x0))
    return picture._replace(
        bbox=unite([whole, *[line.box for line in foot]]),
        caption=" ".join(map(join_label, named)) or None,
        labels=[join_label(line) for line in labels],
        lines=labels,
    )


def _leave(lines: Iterable[Line], taken: Iterable[Line]) -> list[Line]:
    """All lines but those that are taken."""
    gone = {line.words[0].order for line in taken}
    return [line for line in lines if line.words[0].order not in gone]


def _find_ticks(labels: Sequence[Line], others: Sequence[Line], scales: Sequence[Box]) -> list[Line]:
    """The tick labels further off, of scales of which two stand among the labels."""
    own = [scale for scale in scales if [has_middle_in(line.box, scale) for line in labels].count(True) > 1]
    return [line for line in others if any(has_middle_in(line.box, scale) for scale in own)] if own else []


def _names_bar(line: Line, shapes: Shapes, drawing: Box) -> bool:
    """Whether a line stands wholly to the left of the bars, lines and areas in a drawing, and not above them."""
    top = float("inf")
    for group in (shapes.bars, shapes.outlines, shapes.curves):
        for box in [shape.box for shape in group]:
            if has_middle_in(box, drawing):
                if box.x0 < line.box.x1:
                    return False
                top = min(top, box.top)
    return line.box.middle[1] > top


def _is_round(box: Box) -> bool:
    return abs(box.width - box.height) < 0.05 * max(box.width, 1.0)
