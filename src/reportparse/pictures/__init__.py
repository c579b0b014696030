"""Images and drawings become pictures, with the words that stand in them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from reportparse.geometry import has_middle_in
from reportparse.pdf import Page
from reportparse.pictures.find import figure_alts, find_drawings, find_images
from reportparse.pictures.records import Picture


def take_pictures(pages: Sequence[Page]) -> tuple[list[Picture], list[Page]]:
    """Split off images, charts and diagrams; hand on the pages without their words and drawings.

    Words that stand over a photograph stay: they are text.
    """
    sizes: Counter[float] = Counter()
    for page in pages:
        for word in page.words:
            sizes[word.style.size] += len(word.text)
    body_size = sizes.most_common(1)[0][0] if sizes else 10.0
    images = find_images(pages)
    found: list[Picture] = []
    rest: list[Page] = []
    for page in pages:
        drawings = find_drawings(page, body_size)
        here = [Picture("", "photo", number, image.box) for number, image in images if number == page.number]
        found.extend(_with_alts(page, sorted([*drawings, *here], key=lambda picture: picture.bbox.top)))
        rest.append(_without(page, drawings))
    return [replace(picture, id=f"g{place}") for place, picture in enumerate(found, 1)], rest


def _with_alts(page: Page, pictures: list[Picture]) -> list[Picture]:
    """Alternative texts given in order, where the page has as many as pictures."""
    alts = figure_alts(page)
    if len(alts) != len(pictures):
        return pictures
    return [replace(picture, alt_text=alt) for picture, alt in zip(pictures, alts, strict=True)]


def _without(page: Page, drawings: Sequence[Picture]) -> Page:
    if not drawings:
        return page
    gone = {word.order for picture in drawings for word in picture.words}
    boxes = [picture.bbox for picture in drawings]
    return page._replace(
        words=tuple(word for word in page.words if word.order not in gone),
        paths=tuple(path for path in page.paths if not any(has_middle_in(path.box, box) for box in boxes)),
        fills=tuple(fill for fill in page.fills if not any(has_middle_in(fill.box, box) for box in boxes)),
        rules=tuple(
            rule
            for rule in page.rules
            if not any(
                box.x0 <= (rule.x0 + rule.x1) / 2 <= box.x1 and box.top <= (rule.top + rule.bottom) / 2 <= box.bottom
                for box in boxes
            )
        ),
    )


__all__ = ["Picture", "take_pictures"]
