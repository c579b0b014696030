"""Where pictures stand: images, and drawings grown from their marks with the labels in and round them."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reportparse.geometry import Box, grow, has_middle_in, is_inside, shared_area, shared_height, shared_width, unite
from reportparse.layout import Line, find_lines
from reportparse.pdf import Image, Page, Path, Tag
from reportparse.pictures.marks import Mark, find_marks
from reportparse.pictures.records import Picture

# Images smaller than this, in points, are bullets and rules; larger than this part of the page, its ground.
MIN_IMAGE_PT = 20.0
MAX_PAGE_SHARE = 0.85
# An image at one place on this many pages is the page's own decoration.
MAX_REPEATS = 3
# Drawings this near to each other, in points, are one picture; the least space between a chart and a table is 10.
NEAR_PT = 7.0
# Labels stand this near to what they label, in points, and are set smaller than the text by this factor.
LABEL_PT = 15.0
LABEL_SIZE = 0.93
# Ground of a chart: a filled box round it, at most this many times its size, that at most so many words in the type
# of the text stand on (a title); a box with a chart and prose is a box of text.
MAX_GROUND = 8.0
MAX_GROUND_WORDS = 12
# Boxes of a diagram stand this near to the ends of its strokes, in points.
NEAR_BOX_PT = 12.0
CHART_ROUNDS = 4
# A chart's title stands this near above it, in points.
TITLE_PT = 40.0
# Gridlines come in threes at least, and are at most this many times as long as what stands between them.
MIN_GRIDLINES = 3
MAX_GRID_WIDTH = 2.5
# The category axis lies at most this part of its length below the marks.
MAX_AXIS_DROP = 0.5


def find_images(pages: Sequence[Page]) -> list[tuple[int, Image]]:
    """(page, image) for each image that is content: neither tiny, nor the ground of the page, nor on every page."""
    places = Counter((round(image.box.x0), round(image.box.top)) for page in pages for image in page.images)
    return [
        (page.number, image)
        for page in pages
        for image in page.images
        if min(image.box.width, image.box.height) >= MIN_IMAGE_PT
        and image.box.area < MAX_PAGE_SHARE * page.box.area
        and (places[round(image.box.x0), round(image.box.top)] <= MAX_REPEATS or len(pages) <= MAX_REPEATS)
    ]


def find_drawings(page: Page, body_size: float) -> list[Picture]:
    """The charts and diagrams of a page, with their words; ids are given later."""
    marks = find_marks(page.paths)
    if not marks:
        return []
    lines = find_lines(page.number, page.words)
    left = min((line.box.x0 for line in lines), default=0.0)
    clusters = _merge(_grow_cluster(cluster, page, body_size) for cluster in _cluster(marks))
    pictures: list[Picture] = []
    for box, kinds in clusters:
        kind = _kind(kinds)
        if kind is None:
            continue
        free = [line for line in lines if not _is_taken(line, pictures)]
        whole, labels = _take_labels(box, free, body_size)
        title = _find_title(whole, free, body_size, left) if kind == "chart" else None
        if title is not None:
            whole, labels = unite([whole, title.box]), [title, *labels]
        words = tuple(word for line in labels for word in line.words)
        texts = [line.text for line in sorted(labels, key=lambda line: (line.baseline, line.box.x0))]
        pictures.append(Picture("", kind, page.number, whole, labels=texts, words=words))
    return pictures


def _is_taken(line: Line, pictures: Sequence[Picture]) -> bool:
    return any(line.words[0] in picture.words for picture in pictures)


def _kind(kinds: set[str]) -> str | None:
    if kinds & {"bars", "line", "pie"}:
        return "chart"
    return "diagram" if "connector" in kinds else None


Cluster = tuple[Box, set[str]]


def _cluster(marks: Sequence[Mark]) -> list[Cluster]:
    """Marks near each other; a single slanted stroke is none."""
    found = _merge((mark.box, {mark.kind}) for mark in marks)
    counts = [sum(is_inside(mark.box, box, slack=0.5) for mark in marks) for box, _ in found]
    return [
        (box, kinds)
        for (box, kinds), count in zip(found, counts, strict=True)
        if (count >= 2 or kinds & {"line", "bars"}) and box.width > 25 and box.height > 6
    ]


def _merge(boxes: Iterator[Cluster] | Sequence[Cluster]) -> list[Cluster]:
    """Unite clusters until all lie apart."""
    found: list[Cluster] = []
    for first, its_kinds in boxes:
        box, kinds = first, set(its_kinds)
        while True:
            near = [other for other in found if shared_area(grow(box, NEAR_PT), other[0]) > 0]
            if not near:
                break
            found = [other for other in found if other not in near]
            box = unite([box, *(other[0] for other in near)])
            kinds = kinds.union(*(other[1] for other in near))
        found.append((box, kinds))
    return found


def _grow_cluster(cluster: Cluster, page: Page, body_size: float) -> Cluster:
    """Add axes, gridlines, legends and the ground of a chart, or the boxes that a diagram's strokes lead to."""
    box, kinds = cluster
    is_chart = bool(kinds - {"connector"})
    for _ in range(CHART_ROUNDS if is_chart else 1):
        near = [path.box for path in page.paths if _touches(path, box, NEAR_PT if is_chart else NEAR_BOX_PT)]
        wider = unite([box, *near])
        if wider == box:
            break
        box = wider
    if is_chart:
        box = unite([box, *_find_grid(box, page, body_size), *_find_axis(box, page, body_size)])
    grounds = [path.box for path in page.paths if path.fill is not None and _is_ground(path.box, box, page, body_size)]
    return unite([box, *grounds]), kinds


def _find_grid(box: Box, page: Page, body_size: float) -> list[Box]:
    """The gridlines of a chart: level lines of one length, evenly spaced, that its marks stand among."""
    families: defaultdict[tuple[int, int], list[float]] = defaultdict(list)
    for rule in page.rules:
        if rule.is_horizontal and rule.x0 <= box.x0 + NEAR_PT and rule.x1 >= box.x1 - NEAR_PT:
            families[round(rule.x0), round(rule.x1)].append(rule.top)
    found: list[Box] = []
    for (x0, x1), family in families.items():
        tops = sorted(set(family))
        steps = [b - a for a, b in pairwise(tops)]
        if len(tops) < MIN_GRIDLINES or x1 - x0 > MAX_GRID_WIDTH * box.width:
            continue
        usual = sorted(steps)[len(steps) // 4]  # the spaces between charts lie above it
        run = [tops[0]]
        for step, top in zip([*steps, float("inf")], [*tops[1:], 0.0], strict=True):
            if step <= 1.25 * usual:
                run.append(top)
                continue
            if len(run) >= MIN_GRIDLINES and run[0] - usual <= box.middle[1] <= run[-1] + usual:
                found.append(Box(float(x0), run[0], float(x1), run[-1]))
            run = [top]
    return [grid for grid in found if not _holds_text(grid, page, body_size)]


def _holds_text(box: Box, page: Page, body_size: float) -> bool:
    """Whether words in the type of the text stand in a box, more than a title has."""
    words = sum(w.style.size >= LABEL_SIZE * body_size and has_middle_in(w.box, box) for w in page.words)
    return words > MAX_GROUND_WORDS


def _find_axis(box: Box, page: Page, body_size: float) -> list[Box]:
    """The category axis: a level line below the marks and as wide as they are, with no running text between."""
    for rule in sorted(page.rules, key=lambda rule: rule.top):
        length = rule.x1 - rule.x0
        spans = rule.x0 <= box.x0 + NEAR_PT and rule.x1 >= box.x1 - NEAR_PT and length <= MAX_GRID_WIDTH * box.width
        if rule.is_horizontal and spans and box.bottom < rule.top <= box.bottom + MAX_AXIS_DROP * length:
            between = Box(rule.x0, box.bottom, rule.x1, rule.top)
            return [] if _holds_text(between, page, body_size) else [between]
    return []


def _touches(path: Path, box: Box, near: float) -> bool:
    """Whether a drawing lies at the picture and is not much larger than it."""
    touches = shared_width(grow(path.box, near), box) > 0 and shared_height(grow(path.box, near), box) > 0
    return touches and path.box.width <= 1.6 * box.width + 20 and path.box.height <= 1.6 * box.height + 20


def _is_ground(ground: Box, box: Box, page: Page, body_size: float) -> bool:
    """Whether a filled box lies under the picture, and under nothing else: no running text stands on it."""
    if not is_inside(box, ground, slack=1) or ground.area > min(MAX_GROUND * box.area, 0.5 * page.box.area):
        return False
    return not _holds_text(ground, page, body_size)


def _take_labels(box: Box, lines: Sequence[Line], body_size: float) -> tuple[Box, list[Line]]:
    """The lines in a picture, and the small ones round it, a ring at a time."""
    labels = [line for line in lines if has_middle_in(line.box, box)]
    left = [line for line in lines if line not in labels]
    for _ in range(3):
        ring = [line for line in left if _is_label(line, box, body_size)]
        if not ring:
            break
        labels += ring
        left = [line for line in left if line not in ring]
        box = unite([box, *(line.box for line in ring)])
    return unite([box, *(line.box for line in labels)]), labels


def _is_label(line: Line, box: Box, body_size: float) -> bool:
    """Whether a line of small type stands beside, above or below the picture, as tick labels and legends do."""
    if line.style.size > LABEL_SIZE * body_size:
        return False
    beside = shared_height(line.box, box) > 0.5 * line.box.height and line.box.width <= 0.6 * box.width
    along = shared_width(line.box, box) > 0.5 * line.box.width and line.box.width <= box.width + 2 * LABEL_PT
    gap_x = max(line.box.x0 - box.x1, box.x0 - line.box.x1)
    gap_y = max(line.box.top - box.bottom, box.top - line.box.bottom)
    return (beside and gap_x <= LABEL_PT) or (along and gap_y <= LABEL_PT)


def _find_title(box: Box, lines: Sequence[Line], body_size: float, left: float) -> Line | None:
    """A line right above the picture: of small type, or bold and further in than a heading."""
    above = [line for line in lines if 0 <= box.top - line.box.bottom <= TITLE_PT and shared_width(line.box, box) > 0]
    if not above:
        return None
    line = max(above, key=lambda line: line.baseline)
    is_within = box.x0 - TITLE_PT <= line.box.x0 and line.box.x1 <= box.x1 + TITLE_PT
    if not is_within or line.style.size > 1.1 * body_size or line.text.rstrip()[-1:] in ".,;":
        return None
    is_small = line.style.size <= LABEL_SIZE * body_size
    return line if is_small or (line.style.is_bold and line.box.x0 > left + 3) else None


def figure_alts(page: Page) -> list[str]:
    """Alternative texts of the page's figures, in the order of its tags."""
    return [alt for tag in page.tags for alt in _walk(tag)]


def _walk(tag: Tag) -> Iterator[str]:
    if tag.alt:
        yield tag.alt
    for kid in tag.kids:
        yield from _walk(kid)
