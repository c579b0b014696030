"""Where pictures stand: images, and drawings grown from their marks with the labels in and round them."""

from collections import Counter
from collections.abc import Iterator, Sequence

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
# Ground of a chart: a box round it that is at most this many times its size.
MAX_GROUND = 3.5


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
    clusters = _merge(_grow_cluster(cluster, page) for cluster in _cluster(marks))
    pictures: list[Picture] = []
    for box, kinds in clusters:
        kind = _kind(kinds)
        if kind is None:
            continue
        box, labels = _take_labels(box, [line for line in lines if not _is_taken(line, pictures)], body_size)
        words = tuple(word for line in labels for word in line.words)
        texts = [line.text for line in sorted(labels, key=lambda line: (line.baseline, line.box.x0))]
        pictures.append(Picture("", kind, page.number, box, labels=texts, words=words))
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
        if (count >= 2 or "line" in kinds) and box.width > 25 and box.height > 6
    ]


def _merge(boxes: Iterator[Cluster] | Sequence[Cluster]) -> list[Cluster]:
    """Unite clusters until all lie apart."""
    found: list[Cluster] = []
    for box, kinds in boxes:
        box, kinds = box, set(kinds)
        while True:
            near = [other for other in found if shared_area(grow(box, NEAR_PT), other[0]) > 0]
            if not near:
                break
            found = [other for other in found if other not in near]
            box = unite([box, *(other[0] for other in near)])
            kinds = kinds.union(*(other[1] for other in near))
        found.append((box, kinds))
    return found


def _grow_cluster(cluster: Cluster, page: Page) -> Cluster:
    """Add axes, gridlines, legends and the ground: drawings that touch what is there."""
    box, kinds = cluster
    for _ in range(4):
        near = [path.box for path in page.paths if _belongs(path, box, page)]
        wider = unite([box, *near])
        if wider == box:
            break
        box = wider
    return box, kinds


def _belongs(path: Path, box: Box, page: Page) -> bool:
    if path.box.area > 0.5 * page.box.area:
        return False
    if is_inside(box, path.box) and path.box.area > 0:
        return path.box.area <= MAX_GROUND * max(box.area, 1)
    touches = shared_width(grow(path.box, NEAR_PT), box) > 0 and shared_height(grow(path.box, NEAR_PT), box) > 0
    fits = path.box.width <= 1.6 * box.width + 20 and path.box.height <= 1.6 * box.height + 20
    return touches and fits


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
    if line.style.size > LABEL_SIZE * body_size:
        return False
    reach = grow(box, LABEL_PT)
    return shared_area(line.box, reach) > 0.5 * line.box.area and line.box.width <= box.width + 2 * LABEL_PT


def figure_alts(page: Page) -> list[str]:
    """Alternative texts of the page's figures, in the order of its tags."""
    return [alt for tag in page.tags for alt in _walk(tag)]


def _walk(tag: Tag) -> Iterator[str]:
    if tag.alt:
        yield tag.alt
    for kid in tag.kids:
        yield from _walk(kid)
