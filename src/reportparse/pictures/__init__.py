"""Images and drawings become pictures, with the words that stand in them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import attrgetter

from reportparse.geometry import Box, has_middle_in, is_inside
from reportparse.pdf import Image, Page, Style
from reportparse.pictures.crops import crop_pictures
from reportparse.pictures.find import find_drawings
from reportparse.pictures.images import UNREAD_CHART, Figure, called, find_caption, find_figures, find_images
from reportparse.pictures.named import name_alike, name_as_tables, name_pictures
from reportparse.pictures.paths import read_paths
from reportparse.pictures.photos import caption_photos
from reportparse.pictures.records import Picture
from reportparse.pictures.series import read_series
from reportparse.pictures.shapes import Drawn
from reportparse.pictures.side_captions import name_beside

# A card reaches out of a drawing on it by more than this on all sides, in points.
CARD_PT = 1.0
_STYLE, _TEXT = attrgetter("style"), attrgetter("text")


def take_pictures(pages: Sequence[Page]) -> tuple[list[Picture], list[Page]]:
    """Split off images, charts and diagrams; hand on the pages without their words and drawings.

    Words that stand over a photograph stay, but for a caption at its foot: they are text.
    """
    body_size = _body_size(pages)
    images = find_images(pages)
    found: list[Picture] = []
    rest: list[Page] = []
    for page in pages:
        figures, drawn = find_figures(page), read_paths(page.paths)
        drawings = [_with_series(page, drawn, one) for one in find_drawings(page, figures, drawn, body_size)]
        here = [image for number, image in images if number == page.number]
        taken = {word.order for drawing in drawings for word in drawing.words}
        photos = caption_photos(page, _read_images(page, here, figures), taken, body_size)
        pictures = sorted([*drawings, *photos], key=lambda picture: picture.bbox.top)
        named = name_pictures(page, pictures)
        found.extend(_with_alts(page, named, figures))
        rest.append(_without_words(_without(page, drawings), named))
    found = name_beside(rest, name_alike(rest, found))
    rest = [_without_words(page, [one for one in found if one.page == page.number]) for page in rest]
    return [picture._replace(id=f"g{place}") for place, picture in enumerate(found, 1)], rest


def name_by_tables(
    pages: Sequence[Page], pictures: Sequence[Picture], styles: Iterable[Style]
) -> tuple[list[Picture], list[Page]]:
    """The pictures with captions set as those of tables are, whose `styles` are given, and the pages without these."""
    named = name_as_tables(pages, pictures, styles)
    if all(one is other for one, other in zip(named, pictures, strict=True)):
        return named, list(pages)
    return named, [_without_words(page, [one for one in named if one.page == page.number]) for page in pages]


def _body_size(pages: Sequence[Page]) -> float:
    """Size of the type of most small words: labels of charts are numbers and begin with capitals."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for style, run in groupby(page.words, key=_STYLE):
            letters = sum(map(len, filter(str.islower, map(_TEXT, run))))
            if letters:
                sizes[style.size] += letters
    return sizes.most_common(1)[0][0] if sizes else 10.0


def _read_images(page: Page, images: Sequence[Image], figures: Sequence[Figure]) -> list[Picture]:
    """Raster images, with the alternative text of the figure that holds them."""
    alts = {mark: figure.alt for figure in figures for mark in figure.marks}
    return [Picture("", "photo", page.number, image.box, alt_text=alts.get(image.mark) or None) for image in images]


def _with_series(page: Page, drawn: Drawn, picture: Picture) -> Picture:
    if picture.kind != "chart" or picture.problems:
        return picture
    reading = read_series(page, drawn, picture)
    return picture._replace(series=reading.series or None, problems=tuple(reading.problems))


def _with_alts(page: Page, pictures: Sequence[Picture], figures: Sequence[Figure]) -> list[Picture]:
    """Alternative texts given in order, where the page has as many as pictures without; images are what those say."""
    known = {picture.alt_text for picture in pictures}
    alts = [figure.alt for figure in figures if figure.alt and figure.alt not in known]
    bare = [picture for picture in pictures if picture.alt_text is None]
    given = dict(zip(map(id, bare), alts, strict=True)) if len(alts) == len(bare) else {}
    named = [picture._replace(alt_text=given.get(id(picture), picture.alt_text)) for picture in pictures]
    return [_name_image(page, picture) if picture.kind == "photo" else picture for picture in named]


def _name_image(page: Page, picture: Picture) -> Picture:
    """A raster image as its alternative text or the caption beside it calls it; the values of a chart stay unread."""
    caption = picture.caption or find_caption(page, picture.bbox)
    kind = called(picture.alt_text) or called(caption) or picture.kind
    return picture._replace(kind=kind, caption=caption, problems=(UNREAD_CHART,) if kind == "chart" else ())


def _without_words(page: Page, pictures: Sequence[Picture]) -> Page:
    """The page without the words of pictures."""
    gone = {word.order for picture in pictures for word in picture.words}
    return page._replace(words=tuple([word for word in page.words if word.order not in gone])) if gone else page


def _without(page: Page, drawings: Sequence[Picture]) -> Page:
    """The page without what is drawn with its middle in a drawing; a box round it and more is drawn for itself."""
    if not drawings:
        return page
    paths, fills, rules = list(page.paths), list(page.fills), list(page.rules)
    for box in [picture.bbox for picture in drawings]:
        x0, top, x1, bottom = box
        paths = [path for path in paths if path.box.x0 > x1 or path.box.x1 < x0 or not _is_part(path.box, box)]
        fills = [fill for fill in fills if fill.box.x0 > x1 or fill.box.x1 < x0 or not _is_part(fill.box, box)]
        rules = [
            rule for rule in rules
            if not (x0 <= (rule.x0 + rule.x1) / 2 <= x1 and top <= (rule.top + rule.bottom) / 2 <= bottom)
        ]  # fmt: skip
    return page._replace(paths=tuple(paths), fills=tuple(fills), rules=tuple(rules))


def _is_part(box: Box, drawing: Box) -> bool:
    """Whether something is drawn in a drawing, rather than being the card that it stands on with other things."""
    return has_middle_in(box, drawing) and not is_inside(drawing, box, slack=-CARD_PT)


__all__ = ["Picture", "crop_pictures", "name_by_tables", "take_pictures"]
