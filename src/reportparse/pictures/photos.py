"""Captions right below photographs or at their foot, in smaller or slanted type than the text, and numbers on them."""

from collections.abc import Collection, Sequence

from reportparse.geometry import has_middle_in
from reportparse.layout.hanging import is_bullet, is_number
from reportparse.layout.lines import Line
from reportparse.pdf import Page
from reportparse.pictures.feet import MAX_GAP_EM, MAX_LINES, MIN_WORDS, find_foot
from reportparse.pictures.records import Picture
from reportparse.pictures.texts import LABEL_SIZE, Texts, read_texts

# A caption is hardly larger than the text, by this factor; a slanted introduction below a photograph is.
MAX_SIZE = 1.05
# What is no higher than this, in sizes of the text, and so many times as wide is what somebody signed with: the words
# below it say who that is.
MAX_SIGNED_EM, MIN_SIGNED_RATIO = 5.0, 2.0
# A photograph larger than this part of the page is its ground, and what stands on that is no caption.
MAX_PAGE_SHARE = 0.5


def caption_photos(page: Page, photos: Sequence[Picture], taken: Collection[int], body_size: float) -> list[Picture]:
    """The photographs with what stands below each as its caption, and the words of that as its own.

    Args:
        page: Its words.
        photos: Raster images of the page.
        taken: Order of the words that other pictures have.
        body_size: Of the report's text, in points.
    """
    if not photos:
        return []
    texts = read_texts(page, body_size, [photo.bbox for photo in photos], frozenset())
    free = [line for line in texts.lines if line.words[0].order not in taken]
    pictures = [_number(_caption(photo, free, texts), free) for photo in photos]
    most = MAX_PAGE_SHARE * page.box.area if page.number > 1 else 0.0  # lines on a cover say what the report is
    return [
        _caption_inside(picture, free, texts) if picture.caption is None and picture.bbox.area <= most else picture
        for picture in pictures
    ]


def _caption_inside(photo: Picture, lines: Sequence[Line], texts: Texts) -> Picture:
    """The photograph with the few small words that are all that stands on it, at its foot, as on a strip of colour."""
    inside = sorted((line for line in lines if has_middle_in(line.box, photo.bbox)), key=lambda line: line.baseline)
    if not 0 < len(inside) <= MAX_LINES or sum(len(line.words) for line in inside) < MIN_WORDS:
        return photo
    first, last = inside[0], inside[-1]
    is_small = all(line.style.size <= LABEL_SIZE * texts.body_size for line in inside)
    is_low = photo.bbox.bottom - last.box.bottom <= MAX_GAP_EM * last.style.size
    if not is_small or not is_low or last.words[0].angle or not first.text[0].isupper():
        return photo
    return photo._replace(caption=" ".join(line.text for line in inside), lines=[*photo.lines, *inside])


def _number(photo: Picture, lines: Sequence[Line]) -> Picture:
    """The photograph with the number or letter that is all that stands on it, as a list beside it names people by."""
    inside = [line for line in lines if has_middle_in(line.box, photo.bbox)]
    if len(inside) != 1 or not is_number(inside[0]) or is_bullet(inside[0]):
        return photo
    return photo._replace(labels=[*photo.labels, inside[0].text], lines=[*inside, *photo.lines])


def _caption(photo: Picture, lines: Sequence[Line], texts: Texts) -> Picture:
    box = photo.bbox
    if box.height <= MAX_SIGNED_EM * texts.body_size and box.width >= MIN_SIGNED_RATIO * box.height:
        return photo
    found = find_foot(box, lines, texts)
    if not found or found[0].style.size > MAX_SIZE * texts.body_size:
        return photo
    is_small = found[0].style.size <= LABEL_SIZE * texts.body_size  # the text is not, however long its lines
    if not is_small and any(map(texts.is_running, found[:-1])):
        return photo
    return photo._replace(caption=" ".join(line.text for line in found), lines=found)
