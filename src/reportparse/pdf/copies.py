"""Words printed twice on the same spot (fake bold, shadows) are read once."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise

from reportparse.pdf.page import Word
from reportparse.pdf.words import Stretch

# A copy of a word that lies this near, in parts of the type size, is the same word printed twice.
MAX_COPY_EM = 0.15

# Words are looked up by bands of the page of this height in points: a few lines of text.
_BAND = 32.0


def drop_copies(stretches: list[Stretch], doubled: int = 0) -> tuple[list[Stretch], int]:
    """Take out words printed again on the same spot; tells how many letters went.

    Args:
        stretches: Of one page.
        doubled: How many letters were printed twice; where some were, the rest of a halo may be left of a word.
    """
    words = [word for stretch in stretches for word in stretch.words]
    room = MAX_COPY_EM * max([stretch.run.style.size for stretch in stretches], default=0.0)
    copies = _find_copies(_find_near(words, room))
    if doubled:
        copies |= _find_rests([word for word in words if word.order not in copies])
    if not copies:
        return stretches, 0
    left = [one._replace(words=[word for word in one.words if word.order not in copies]) for one in stretches]
    return [stretch for stretch in left if stretch.words], sum(copies.values())


def _find_near(words: list[Word], room: float) -> list[Word]:
    """The words in their order of those rows that lie at most `room` beside or over another."""
    rows = _split_rows(words, room)
    spots = sorted([(row[0][5], row[0][1], row[-1][1], place) for place, row in enumerate(rows)])
    near: set[int] = set()
    for number, (level, left, right, place) in enumerate(spots, 1):
        for following in range(number, len(spots)):
            low, x0, x1, other = spots[following]
            if low - level > room:
                break
            if x0 - right <= room and left - x1 <= room:
                near |= {place, other}
    return [word for place in sorted(near) for word in rows[place]]


def _split_rows(words: list[Word], room: float) -> list[list[Word]]:
    """Runs of words on one baseline each of which begins further right than the one before, and so is no copy of it."""
    begins: list[int] = []
    last = level = float("inf")
    for place, word in enumerate(words):
        if word[5] != level or word[1] - last <= room:
            begins.append(place)
            level = word[5]
        last = word[1]
    return [words[begin:end] for begin, end in pairwise([*begins, len(words)])]


def _find_rests(words: list[Word]) -> dict[int, int]:
    """Words in another colour on the last letters of longer ones, by their order, with their letters."""
    lines: defaultdict[int, list[Word]] = defaultdict(list)
    for word in words:
        lines[round(word.baseline)].append(word)
    rests: dict[int, int] = {}
    for word in words:
        room = MAX_COPY_EM * word.style.size
        near = [*lines[round(word.baseline)], *lines[round(word.baseline - room)], *lines[round(word.baseline + room)]]
        if any(_ends_with(other, word, room) for other in near):
            rests[word.order] = len(word.text)
    return rests


def _ends_with(other: Word, word: Word, room: float) -> bool:
    is_longer = len(other.text) > len(word.text) and other.text.endswith(word.text)
    is_there = abs(other.x1 - word.x1) <= room and abs(other.baseline - word.baseline) <= room
    return is_longer and is_there and other.style.color != word.style.color


def _find_copies(words: Iterable[Word]) -> dict[int, int]:
    """The copies among these words by their order, with their letters."""
    bands: dict[tuple[str, float], list[Word]] = {}
    copies: dict[int, int] = {}
    for word in words:
        text, x0, baseline, room = word[0], word[1], word[5], MAX_COPY_EM * word[6][1]
        band, place = divmod(baseline, _BAND)
        others = near = bands.setdefault((text, band), [])
        if not room < place < _BAND - room:
            near = [*bands.get((text, band - 1), ()), *others, *bands.get((text, band + 1), ())]
        for other in near:
            if -room <= x0 - other[1] <= room and -room <= baseline - other[5] <= room:
                copies[word.order] = len(text)
                break
        else:
            others.append(word)
    return copies
