"""Where drawings stand: from the tags where a figure's content is marked, else grown from marks on the page."""

from collections.abc import Sequence
from typing import NamedTuple

from reportparse.geometry import Box, has_middle_in, is_inside, unite
from reportparse.layout import Line, find_lines
from reportparse.pdf import Page, Rule
from reportparse.pictures.clusters import Cluster, find_clusters
from reportparse.pictures.images import MAX_PAGE_SHARE, UNREAD_CHART, Figure, called
from reportparse.pictures.labels import join_label
from reportparse.pictures.legend import Sample, find_outer_names, find_samples, has_sample
from reportparse.pictures.marks import find_marks
from reportparse.pictures.records import Picture
from reportparse.pictures.shapes import Drawn, Shapes, find_shapes
from reportparse.pictures.slanted import find_page_lines
from reportparse.pictures.texts import find_inner_title, find_title, find_walls, is_parted, is_running, take_labels
from reportparse.pictures.ticks import MIN_ROW, find_tick_columns, find_tick_rows, read_numbers

# A tagged figure with more lines of running text than this is a box of text.
MAX_FIGURE_LINES = 2
# A tagged figure that fills less of a drawing than this is a part of it.
MAX_PART = 0.7
# A scale, or a row of years or of values, has at least so many labels that begin with a digit.
MIN_NUMBERS = 2


class _Setting(NamedTuple):
    """What a drawing's texts are judged by."""

    body_size: float
    left: float
    """Where the text of the page begins."""
    rules: Sequence[Rule]
    """No sides of boxes."""
    shapes: Shapes
    samples: Sequence[Sample]
    """Of legends, perhaps."""
    scales: Sequence[Box]
    """Columns and rows of tick labels."""


def find_drawings(page: Page, figures: Sequence[Figure], drawn: Sequence[Drawn], body_size: float) -> list[Picture]:
    """The charts, maps and diagrams of a page, with their words; ids are given later.

    Args:
        page: Its words, rules and images.
        figures: Of its tags.
        drawn: What its paths draw.
        body_size: Of the report's text, in points.
    """
    shapes = find_shapes(drawn, page.box)
    parts = [Picture("", "photo", page.number, image.box) for image in page.images if image.is_part]
    if not parts and not (page.paths and (figures or any(find_marks(shapes, [])))):
        return []
    lines, numbers = find_page_lines(page), read_numbers(page.words)
    walls, columns = find_walls(lines), find_tick_columns(numbers)
    tagged = [(picture, figure.marks) for figure in figures if (picture := _read_figure(page, figure, drawn, lines))]
    has_words = bool(tagged) and all(picture.words for picture, _ in tagged)  # parts have none
    clusters = [] if has_words else find_clusters(list(find_marks(shapes, walls, columns)), page, walls)
    tagged = [(picture, marks) for picture, marks in tagged if not _is_part(picture, clusters)]
    found = [picture for picture, _ in tagged]
    if found:
        taken = frozenset().union(*(marks for _, marks in tagged))
        page = page._replace(paths=tuple([path for path in page.paths if path.mark not in taken]))
        shapes = find_shapes([one for one in drawn if one.path.mark not in taken], page.box)
        clusters = find_clusters(list(find_marks(shapes, walls, columns)), page, walls)
    grown = [Picture("", kind, page.number, cluster.box) for cluster in clusters if (kind := _kind(cluster))] + parts
    scales = [*find_tick_columns(numbers, least=MIN_ROW), *find_tick_rows(numbers)]
    left = min((line.box.x0 for line in lines), default=0.0)
    rules = [rule for rule in page.rules if not rule.is_side]
    setting = _Setting(body_size, left, rules, shapes, list(find_samples(shapes)), scales)
    pictures = _add_texts([*found, *grown], lines, setting)
    return [_name_part(picture) if picture.kind == "photo" else picture for picture in pictures if _is_sure(picture)]


def _is_part(picture: Picture, drawn: Sequence[Cluster]) -> bool:
    """Whether a tagged figure is one line or bar of a drawing, as charts of web pages tag them: it has no words."""
    box = picture.bbox
    return not picture.words and any(
        is_inside(box, other.box, slack=1) and box.area < MAX_PART * other.box.area for other in drawn
    )


def _is_nearer(line: Line, box: Box, others: Sequence[Box]) -> bool:
    """Whether a line stands nearer to another drawing."""
    own = _distance(line.box, box) if others else 0.0
    return own > 0 and any(_distance(line.box, other) < own for other in others)


def _distance(a: Box, b: Box) -> float:
    gap_x = max(a.x0 - b.x1, b.x0 - a.x1, 0.0)
    gap_y = max(a.top - b.bottom, b.top - a.bottom, 0.0)
    return gap_x + gap_y


def _kind(cluster: Cluster) -> str | None:
    if cluster.kinds & {"bars", "line", "pie", "area"}:
        return "chart"
    if "map" in cluster.kinds:
        return "map"
    return "diagram" if "connector" in cluster.kinds else None


def _is_sure(picture: Picture) -> bool:
    """Whether a drawing has what a picture has: a chart its labels, unless the report calls it one."""
    return picture.alt_text is not None or picture.kind == "photo" or bool(picture.words)


def _name_part(picture: Picture) -> Picture:
    """A part of a scanned page: a chart where its labels are numbers."""
    numbers = sum(label[0].isdigit() for label in picture.labels)
    return picture._replace(kind="chart", problems=(UNREAD_CHART,)) if numbers >= MIN_NUMBERS else picture


def _read_figure(page: Page, figure: Figure, drawn: Sequence[Drawn], lines: Sequence[Line]) -> Picture | None:
    """A figure of the tags as a drawing, where its content is drawn, and is no page of text."""
    paths = [path for path in page.paths if path.mark in figure.marks and path.mark >= 0]
    if not paths:
        return None
    words = tuple(word for word in page.words if word.mark in figure.marks)
    box = _clip(unite([*(path.box for path in paths), *(word.box for word in words)]), page.box)
    if box.area > MAX_PAGE_SHARE * page.box.area or box.area < 1:
        return None
    inside = [line for line in lines if has_middle_in(line.box, box)]
    if sum(is_running(line, inside) for line in inside) > MAX_FIGURE_LINES:
        return None
    own = [one for one in drawn if one.path.mark in figure.marks and one.path.mark >= 0]
    kind = called(figure.alt) or _kind_of(own, page)
    return Picture("", kind, page.number, box, alt_text=figure.alt or None, words=words) if kind else None


def _kind_of(drawn: Sequence[Drawn], page: Page) -> str | None:
    marks = find_marks(find_shapes(drawn, page.box), [])
    return _kind(Cluster(page.box, frozenset(mark.kind for mark in marks)))


def _clip(box: Box, page: Box) -> Box:
    return Box(max(box.x0, page.x0), max(box.top, page.top), min(box.x1, page.x1), min(box.bottom, page.bottom))


def _add_texts(pictures: Sequence[Picture], lines: Sequence[Line], setting: _Setting) -> list[Picture]:
    """Drawings with their texts; each line goes to one, and to the nearest."""
    gone = {word.order for picture in pictures for word in picture.words}
    done: list[Picture] = []
    for picture in pictures:
        others = [other.bbox for other in pictures if other is not picture]
        free = [line for line in lines if line.words[0].order not in gone]
        near = [line for line in free if not _is_nearer(line, picture.bbox, others)]
        done.append(_with_texts(picture, near, setting))
        gone.update([word.order for word in done[-1].words])
    return done


def _with_texts(picture: Picture, free: Sequence[Line], setting: _Setting) -> Picture:
    """A drawing with its labels, its legend and its title."""
    drawing, rules = picture.bbox, setting.rules
    own = find_lines(picture.page, picture.words)
    is_chart = picture.kind == "chart"
    samples, names = find_outer_names(setting.samples, setting.shapes, drawing, free) if is_chart else ([], [])
    box = unite([drawing, *samples, *(line.box for line in names)])
    others = [line for line in free if line not in names]
    whole, labels = take_labels(box, others, setting.body_size, rules, is_pie=_is_round(drawing))
    labels = [*own, *names, *labels]
    ticks = _find_ticks(labels, others, setting.scales)
    whole, labels = unite([whole, *(line.box for line in ticks)]), [*labels, *ticks]
    caption = find_inner_title(labels, drawing, _find_plot(setting.shapes, drawing))
    if caption is not None and has_sample(caption, setting.samples):
        caption = None
    if caption is None and picture.kind != "diagram":
        left = [line for line in free if line not in labels and not is_parted(line, drawing, rules)]
        caption = find_title(whole, drawing, left, setting.body_size, setting.left)
        if caption is not None:
            whole, labels = unite([whole, caption.box]), [caption, *labels]
    return picture._replace(
        bbox=whole,
        caption=join_label(caption) if caption else None,
        labels=[join_label(line) for line in sorted(labels, key=lambda line: (line.baseline, line.box.x0))],
        words=tuple(word for line in labels for word in line.words),
    )


def _find_ticks(labels: Sequence[Line], others: Sequence[Line], scales: Sequence[Box]) -> list[Line]:
    """The tick labels further off, of scales of which two stand among the labels."""
    own = [scale for scale in scales if sum(has_middle_in(line.box, scale) for line in labels) > 1]
    return [line for line in others if line not in labels and any(has_middle_in(line.box, scale) for scale in own)]


def _find_plot(shapes: Shapes, drawing: Box) -> Box | None:
    """The box of the bars, lines and areas in a drawing."""
    every = (shape.box for group in (shapes.bars, shapes.outlines, shapes.curves) for shape in group)
    boxes = [box for box in every if has_middle_in(box, drawing)]
    return unite(boxes) if boxes else None


def _is_round(box: Box) -> bool:
    return abs(box.width - box.height) < 0.05 * max(box.width, 1.0)
