"""Tokens that are more than one word, or set out of the ordinary, looked at letter by letter.

A token is cut where font, size or baseline change (superscripts), and where letters stand further apart than their
advances tell.  Letters printed twice on one spot are read once; the letters of a ligature share a spot and stay.
"""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from reportparse.pdf.bulk import read_drawn_origin, read_objects, read_origins
from reportparse.pdf.runs import Run, TextPage, measure_advance, measure_loose, read_runs

# A space inside a word that is wider than this, in points and in parts of the type size, is a gap: PDFium joins
# the columns of some tables.  3 pt is pdfplumber's own tolerance; 0.35 em is wider than letter-spacing in text.
MIN_GAP_PT = 3.0
MIN_GAP_EM = 0.35

# Behind a stop before a letter a gap is a space though it is narrower: fonts kern the space there ("see, roads" is set
# 0.19 em apart in Caladea, where others are 0.22), and no word has a stop with a gap inside.
STOPS, OPENERS, MIN_STOP_EM = ".,;:!?”", '“‘("', 0.12

# Between letters of two sizes on a line a gap of this part of the smaller type is a space: "£4.2m won" with the sum in
# display type, of which a space of the text's is but a tenth.  Spaces are 0.2 to 0.3 em; a unit set smaller has no gap.
MIN_SIZES_EM = 0.15

# Letters that go back further than this, in parts of the type size, begin a word of their own.
MIN_BACKSTEP_EM = 0.5

# Copies of a letter nearer to each other than this part of the type size, and than half its advance, are one letter
# printed twice (fake bold).  Shadows are drawn 0.02-0.06 em apart; the narrowest letter advances by 0.2 em.
MAX_COPY_EM = 0.12

# Ligatures with a letter twice are "ff", "ffi", "ffl" and "tt".  Where the font has no such letter alone to measure,
# the glyph's width tells, in type sizes: one is 0.3 wide, the narrowest of these 0.6.
DOUBLED_IN_LIGATURES = "ft"
MIN_LIGATURE_EM = 0.45

# Letters whose baselines lie this far apart, in parts of the type size, do not stand on one line.
MIN_RISE_EM = 0.1


class Letter(NamedTuple):
    """One character where it is drawn."""

    text: str
    run: Run
    mark: int
    """As `Word.mark`."""
    place: int
    """In the page's text."""
    x: float
    y: float
    advance: float
    """In points of user space; of the whole glyph for the letters of a ligature."""
    is_joined: bool
    """A further letter of the glyph before it, as the "i" of an "fi" ligature."""


def cut_token(page: TextPage, start: int, stop: int) -> tuple[list[list[Letter]], int]:
    """The words of one token, each its letters in order, and how many letters were printed twice."""
    letters, copies = _read_letters(page, start, stop)
    words: list[list[Letter]] = []
    for letter in letters:
        if words and not _is_break(words[-1][-1], letter):
            words[-1].append(letter)
        else:
            words.append([letter])
    return words, copies


def _read_letters(page: TextPage, start: int, stop: int) -> tuple[list[Letter], int]:
    xs, ys = _read_places(page, start, stop)
    addresses = read_objects(page.handle, range(start, stop))
    unknown = zip(addresses, range(start, stop), strict=True)
    read_runs(page, {address: index for address, index in unknown if address and address not in page.runs})
    letters: list[Letter] = []
    drawn_by: list[int | None] = []  # for each letter, its text object
    copies = 0
    run, mark, last_address = None, -1, None
    for address, index, x, y in zip(addresses, range(start, stop), xs, ys, strict=True):
        if address:
            run, mark = page.runs[address], page.marks[address]
        if run is None:
            continue
        letter = Letter(page.text[index], run, mark, index, x, y, measure_advance(page, run, index) * run.scale, False)
        before = letters[-1] if letters else None
        is_one, last_address = bool(address) and address == last_address, address  # copies are objects of their own
        on_spot = before is not None and before.x == x and before.y == y
        if before is not None and on_spot and (is_one or _is_ligature(page, before, letter)):
            advance = (measure_loose(page, run, index) or 0.0) * run.scale
            letters[-1] = before._replace(advance=advance)
            letters.append(letter._replace(advance=advance, is_joined=True))
            drawn_by.append(address)
            continue
        copied = next((place for place, other in enumerate(letters) if _is_copy(other, letter)), None)
        if copied is None:
            letters.append(letter)
            drawn_by.append(address)
            continue
        copies += 1
        if addresses.count(address) > addresses.count(drawn_by[copied]):  # halos are drawn letter by letter
            letters[copied], drawn_by[copied] = letter, address
    return _set_alike(letters, drawn_by) if copies else letters, copies


def _read_places(page: TextPage, start: int, stop: int) -> tuple[list[float], list[float]]:
    """The origins of letters; those that share one with a neighbour where they are drawn."""
    xs, ys = read_origins(page.handle, range(start, stop))
    spots = list(zip(xs, ys, strict=True))
    for place, spot in enumerate(spots):
        if spot in (*spots[max(0, place - 1) : place], *spots[place + 1 : place + 2]):
            xs[place], ys[place] = read_drawn_origin(page.handle, start + place, spot)
    return xs, ys


def _set_alike(letters: Sequence[Letter], drawn_by: Sequence[int | None]) -> list[Letter]:
    """Letters of which some are read from a halo or shadow, as PDFium leaves out what lies on these: all as the others.

    The others are those of the text object with most letters.
    """
    most = Counter(drawn_by).most_common(1)[0][0]
    main = letters[drawn_by.index(most)].run
    return [letter._replace(run=main) if letter.run.size == main.size else letter for letter in letters]


def _is_ligature(page: TextPage, before: Letter, letter: Letter) -> bool:
    """Whether two letters on one spot are one glyph: two different ones are, two equal ones if the glyph is wide."""
    if before.text != letter.text:
        return True
    seen = (measure_loose(page, letter.run, letter.place) or 0.0) * letter.run.scale
    is_wide = letter.text in DOUBLED_IN_LIGATURES and seen > MIN_LIGATURE_EM * letter.run.size
    return is_wide or seen > 1.5 * letter.advance > 0


def _is_copy(before: Letter, letter: Letter) -> bool:
    room = min(MAX_COPY_EM * letter.run.size, letter.advance / 2 or MAX_COPY_EM * letter.run.size)
    return before.text == letter.text and abs(letter.x - before.x) < room and abs(letter.y - before.y) < room


def _is_break(before: Letter, letter: Letter) -> bool:
    """Whether a new word begins; text objects alone do not cut, as some files draw each letter as one."""
    run = letter.run
    if letter.is_joined:
        return False
    if run is not before.run and (run.style != before.run.style or run.angle != before.run.angle):
        return True
    dx, dy = letter.x - before.x, letter.y - before.y
    rise = dx * run.up[0] + dy * run.up[1]
    if abs(rise) > MIN_RISE_EM * run.size:
        return True
    gap = dx * run.right[0] + dy * run.right[1] - before.advance
    if has_space(before, letter):
        return True
    return gap > max(MIN_GAP_PT, MIN_GAP_EM * run.size) or gap + before.advance < -MIN_BACKSTEP_EM * run.size


def has_space(before: Letter, letter: Letter) -> bool:
    """Whether a space parts two letters that PDFium joins: behind a stop or a bullet, or where the type's size changes.

    Fonts that tell wrong advances part an initial from its word ("M anagement"): letters stay together.
    """
    run, size = letter.run, min(letter.run.size, before.run.size)
    dx, dy = letter.x - before.x, letter.y - before.y
    gap = dx * run.right[0] + dy * run.right[1] - before.advance
    is_level = abs(dx * run.up[0] + dy * run.up[1]) <= MIN_RISE_EM * size
    if is_level and gap > max(MIN_GAP_PT, MIN_GAP_EM * run.size):
        return not (before.text.isalpha() and letter.text.isalpha())
    if run is before.run:
        is_behind_stop = before.text in STOPS and (letter.text.isalpha() or letter.text in OPENERS)
        return is_behind_stop and gap > MIN_STOP_EM * size
    return run.size != before.run.size and is_level and gap > MIN_SIZES_EM * size
