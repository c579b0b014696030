"""Words printed twice on the same spot (fake bold, shadows) are read once."""

from reportparse.geometry import grow, shared_area
from reportparse.pdf.page import Word
from reportparse.pdf.words import PlacedWord

# A copy of a word that lies this near, in parts of the type size, is the same word printed twice.
MAX_COPY_EM = 0.15

# Words are looked up by squares of this side, in points.
_SQUARE = 8


def drop_copies(placed: list[PlacedWord]) -> tuple[list[PlacedWord], int]:
    """Take out words printed again on the same spot; tells how many letters went."""
    kept: list[PlacedWord] = []
    firsts: dict[str, Word] = {}
    places: dict[tuple[str, int, int], list[Word]] = {}
    dropped = 0
    for item in placed:
        word = item[0]
        text = word[0]
        first = firsts.setdefault(text, word)
        if first is not word:
            if _is_copy(word, first) or any(_is_copy(word, other) for other in _near(word, places)):
                dropped += len(text)
                continue
            places.setdefault((text, int(word[1] // _SQUARE), int(word[5] // _SQUARE)), []).append(word)
        kept.append(item)
    return kept, dropped


def _near(word: Word, places: dict[tuple[str, int, int], list[Word]]) -> list[Word]:
    """The words of the same text in those squares where a copy may begin."""
    if not places:
        return []
    room = min(MAX_COPY_EM * word.style.size, _SQUARE)
    text, x, y = word[0], word[1], word[5]
    columns = {int((x - room) // _SQUARE), int((x + room) // _SQUARE)}
    rows = {int((y - room) // _SQUARE), int((y + room) // _SQUARE)}
    return [other for column in columns for row in rows for other in places.get((text, column, row), ())]


def _is_copy(word: Word, other: Word) -> bool:
    room = MAX_COPY_EM * word.style.size
    return (
        abs(word.x0 - other.x0) <= room
        and abs(word.baseline - other.baseline) <= room
        and shared_area(grow(word.box, 0.1), other.box) > 0
    )
