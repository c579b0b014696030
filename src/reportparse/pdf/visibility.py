"""Which words of a page can be seen: text that is invisible, off the page, covered or of its ground's colour is not read."""

from collections.abc import Iterable

from reportparse.geometry import Box, grow, has_middle_in, is_inside, shared_area
from reportparse.pdf.drawings import Drawings
from reportparse.pdf.page import Color, Fill, HiddenWord, Path, Word
from reportparse.pdf.words import PlacedWord

_INVISIBLE_MODES = (3, 7)  # PDF 32000-1, table 106: neither fill nor stroke
_STROKED_MODES = (1, 5)

# Type smaller than this, in points, can not be read on paper; footnotes go down to 5, marks to 3.5.
MIN_TYPE_SIZE = 1.5

# Two colours whose channels all differ by less than this, of 255, can not be told apart on a page.  WCAG has no
# such bound; pale grey watermarks on white begin at 24.
MIN_CONTRAST = 12
_WHITE: Color = (255, 255, 255)


def split_hidden(
    placed: list[PlacedWord], page_box: Box, drawings: Drawings, fills: list[Fill]
) -> tuple[list[Word], list[HiddenWord]]:
    """The words that can be seen, and those that can not with the reason."""
    seen: list[Word] = []
    hidden: list[HiddenWord] = []
    has_picture = any(image.box.area > 0.5 * page_box.area for image in drawings.images)
    covers = [fill for fill in fills if fill.box.area > 4]
    for word, run, unmapped in placed:
        depth = drawings.text_depths.get(run.address, 0)
        reason = _find_reason(word, run.render_mode, page_box, has_picture)
        if reason is None and unmapped and unmapped * 2 >= len(word.text):
            reason = "unmapped"
        if reason is None and covers:
            reason = _find_cover(word, run.render_mode, depth, covers, drawings)
        elif reason is None and _is_alike(word.style.color, _WHITE) and not _stands_on_drawing(word, depth, drawings):
            reason = "same-colour"
        if reason is None:
            seen.append(word)
        else:
            hidden.append(HiddenWord(word, reason))
    return seen, hidden


def _find_reason(word: Word, render_mode: int, page_box: Box, has_picture: bool) -> str | None:
    # Invisible text over a picture of the page is what OCR adds to a scan: there it is the text.
    if render_mode in _INVISIBLE_MODES and not has_picture:
        return "invisible"
    if not has_middle_in(word.box, page_box):
        return "off-page"
    if 0 < word.style.size < MIN_TYPE_SIZE:
        return "tiny"
    return None


def _find_cover(word: Word, render_mode: int, depth: int, fills: list[Fill], drawings: Drawings) -> str | None:
    """What was painted last under the middle of the word, or over all of it."""
    ground: Color = _WHITE
    for fill in fills:
        if fill.depth < depth:
            if has_middle_in(word.box, fill.box):
                ground = fill.color
        elif is_inside(word.box, fill.box, slack=0.5) and depth:
            return "covered"
    if render_mode in _STROKED_MODES or not _is_alike(word.style.color, ground):
        return None
    return None if _stands_on_drawing(word, depth, drawings) else "same-colour"


def _stands_on_drawing(word: Word, depth: int, drawings: Drawings) -> bool:
    """Whether an image or a shape other than a plain box lies under the word: its ground can not be told then."""
    shapes: Iterable[Path] = (path for path in drawings.paths if path.fill is not None and not _is_alike(path.fill, word.style.color or _WHITE))
    under = [*(image.box for image in drawings.images if image.depth < depth), *(path.box for path in shapes if path.depth < depth)]
    return any(has_middle_in(word.box, box) for box in under)


def _is_alike(a: Color | None, b: Color) -> bool:
    return a is not None and all(abs(x - y) < MIN_CONTRAST for x, y in zip(a, b, strict=True))


# A copy of a word that lies this near, in parts of the type size, is the same word printed twice.
MAX_COPY_EM = 0.15


def drop_copies(placed: list[PlacedWord]) -> tuple[list[PlacedWord], int]:
    """Take out words printed again on the same spot (fake bold, shadows); tells how many letters went."""
    kept: list[PlacedWord] = []
    at: dict[tuple[str, int, int], list[Word]] = {}
    dropped = 0
    for item in placed:
        word = item.word
        x, y = int(word.x0 // 4), int(word.baseline // 4)
        near = (other for dx in (-1, 0, 1) for dy in (-1, 0, 1) for other in at.get((word.text, x + dx, y + dy), ()))
        if any(_is_copy(word, other) for other in near):
            dropped += len(word.text)
            continue
        at.setdefault((word.text, x, y), []).append(word)
        kept.append(item)
    return kept, dropped


def _is_copy(word: Word, other: Word) -> bool:
    room = MAX_COPY_EM * word.style.size
    return (
        abs(word.x0 - other.x0) <= room
        and abs(word.baseline - other.baseline) <= room
        and shared_area(grow(word.box, 0.1), other.box) > 0
    )
