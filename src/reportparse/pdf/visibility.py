"""Which words of a page can be seen.

What is invisible, off the page, outside its clip, covered or of its ground's colour is not read.
"""

from collections import defaultdict
from dataclasses import dataclass
from operator import attrgetter

from reportparse.geometry import Box, has_middle_in, is_inside
from reportparse.pdf.drawings import Drawings
from reportparse.pdf.page import Color, Fill, HiddenWord, Word
from reportparse.pdf.runs import Run
from reportparse.pdf.words import Stretch

_INVISIBLE_MODES = (3, 7)  # PDF 32000-1, table 106: neither fill nor stroke
_STROKED_MODES = (1, 5)

# Type smaller than this, in points, can not be read on paper; footnotes go down to 5, marks to 3.5.
MIN_TYPE_SIZE = 1.5

# Two colours whose channels all differ by less than this, of 255, can not be told apart on a page.  WCAG has no
# such bound; pale grey watermarks on white begin at 24.
MIN_CONTRAST = 12
_WHITE: Color = (255, 255, 255)

# Fills are looked up by bands of this height in points, about two lines of text.
_BAND = 24
_TWO_BANDS = 2 * _BAND
_LEFT, _TOP, _RIGHT, _BOTTOM = map(attrgetter, ("x0", "top", "x1", "bottom"))


@dataclass(slots=True)
class _Ground:
    """What lies on one page besides its text."""

    page_box: Box
    drawings: Drawings
    bands: dict[int, list[Fill]]
    """Filled boxes in painting order, by the bands of the page that they cross."""
    colors: set[Color]
    is_scan: bool


def split_hidden(
    stretches: list[Stretch], page_box: Box, drawings: Drawings, fills: list[Fill]
) -> tuple[list[Word], list[HiddenWord]]:
    """The words that can be seen, and those that can not with the reason."""
    ground = _read_ground(page_box, drawings, fills)
    if _is_bare(stretches, ground):
        return [word for stretch in stretches for word in stretch.words], []
    depths, bands, clipped = drawings.depths, ground.bands, drawings.clipped
    plain: dict[int, bool] = {}  # by the identity of the run
    left, high, right, low = page_box
    seen: list[Word] = []
    hidden: list[HiddenWord] = []
    for run, address, unmapped, words in stretches:
        depth = depths.get(address, 0)
        if id(run) not in plain:
            plain[id(run)] = _is_plain(run, ground)
        is_clipped = address in clipped
        is_plain = plain[id(run)] and not unmapped and not is_clipped
        for word in words:
            x0, top, x1, bottom = word[1:5]
            if is_plain and left <= x0 and x1 <= right and high <= top and bottom <= low:
                over = bands.get(int((top + bottom) // _TWO_BANDS)) if bands else None
                if not over or over[-1][2] < depth:
                    seen.append(word)
                    continue
            reason = "clipped" if is_clipped else _find_reason(word, run, unmapped, depth, ground)
            if reason is None:
                seen.append(word)
            else:
                hidden.append(HiddenWord(word, reason))
    return seen, hidden


def _is_bare(stretches: list[Stretch], ground: _Ground) -> bool:
    """Whether nothing hides words on the page: all are plain and stand on white paper, as on most pages."""
    if ground.bands or ground.drawings.clipped or not stretches:
        return False
    words = [word for stretch in stretches for word in stretch.words]
    left, high, right, low = ground.page_box
    runs = {id(stretch.run): stretch.run for stretch in stretches}
    return (
        left <= min(map(_LEFT, words))
        and high <= min(map(_TOP, words))
        and max(map(_RIGHT, words)) <= right
        and max(map(_BOTTOM, words)) <= low
        and not any(stretch.unmapped for stretch in stretches)
        and all(_is_plain(run, ground) for run in runs.values())
    )


def is_recognised(stretches: list[Stretch], page_box: Box, drawings: Drawings) -> bool:
    """Whether the page is an image with the words that were recognised in it behind."""
    is_hidden = all(stretch.run.render_mode in _INVISIBLE_MODES for stretch in stretches)
    return bool(stretches) and is_hidden and _is_scan(page_box, drawings)


def _is_scan(page_box: Box, drawings: Drawings) -> bool:
    return any(image.box.area > 0.5 * page_box.area for image in drawings.images)


def _read_ground(page_box: Box, drawings: Drawings, fills: list[Fill]) -> _Ground:
    covers = [fill for fill in fills if fill.box.area > 4]
    bands: dict[int, list[Fill]] = defaultdict(list)
    for fill in covers:
        top, bottom = max(fill.box.top, page_box.top - _BAND), min(fill.box.bottom, page_box.bottom + _BAND)
        for band in range(int(top // _BAND), int(bottom // _BAND) + 1):
            bands[band].append(fill)
    colors = {fill.color for fill in covers} | {_WHITE}
    return _Ground(page_box, drawings, bands, colors, _is_scan(page_box, drawings))


def _is_plain(run: Run, ground: _Ground) -> bool:
    """Whether words of the run are drawn, large enough, and of no ground's colour."""
    return (
        run.render_mode not in _INVISIBLE_MODES
        and run.style.size >= MIN_TYPE_SIZE
        and not any(_is_alike(run.style.color, color) for color in ground.colors)
    )


def _find_reason(word: Word, run: Run, unmapped: int, depth: int, ground: _Ground) -> str | None:
    # Invisible text over a picture of the page is what OCR adds to a scan: there it is the text.
    if run.render_mode in _INVISIBLE_MODES:
        return None if ground.is_scan else "invisible"
    if not has_middle_in(word.box, ground.page_box):
        return "off-page"
    if word.style.size < MIN_TYPE_SIZE:
        return "tiny"
    if unmapped and unmapped * 2 >= len(word.text):
        return "unmapped"
    return _find_cover(word, run, depth, ground)


def _find_cover(word: Word, run: Run, depth: int, ground: _Ground) -> str | None:
    """What was painted last under the middle of the word, or over all of it."""
    under: Color = _WHITE
    box = word.box
    for fill in ground.bands.get(int((box.top + box.bottom) // _TWO_BANDS), ()):
        if fill.depth < depth:
            if has_middle_in(box, fill.box):
                under = fill.color
        elif depth and not fill.is_clear and is_inside(box, fill.box, slack=0.5):
            return "covered"
    if run.render_mode in _STROKED_MODES or not _is_alike(word.style.color, under):
        return None
    return None if _stands_on_drawing(word, depth, ground.drawings) else "same-colour"


def _stands_on_drawing(word: Word, depth: int, drawings: Drawings) -> bool:
    """Whether an image or a shape of another colour lies under the word: its ground can not be told then."""
    box, color = word.box, word.style.color or _WHITE
    if any(image.depth < depth and has_middle_in(box, image.box) for image in drawings.images):
        return True
    shapes = (path for path in drawings.paths if path.fill is not None and path.depth < depth)
    return any(has_middle_in(box, path.box) and not _is_alike(path.fill, color) for path in shapes)


def _is_alike(a: Color | None, b: Color) -> bool:
    return a is not None and all(abs(x - y) < MIN_CONTRAST for x, y in zip(a, b, strict=True))
