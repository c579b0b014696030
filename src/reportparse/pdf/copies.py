"""Words printed twice on the same spot (fake bold, shadows) are read once."""

from reportparse.pdf.page import Word
from reportparse.pdf.words import PlacedWord

# A copy of a word that lies this near, in parts of the type size, is the same word printed twice.
MAX_COPY_EM = 0.15

# Words are looked up by bands of the page of this height in points: a few lines of text.
_BAND = 32.0


def drop_copies(placed: list[PlacedWord]) -> tuple[list[PlacedWord], int]:
    """Take out words printed again on the same spot; tells how many letters went."""
    kept: list[PlacedWord] = []
    bands: dict[tuple[str, int], list[Word]] = {}
    dropped = 0
    for item in placed:
        word = item[0]
        text, x0, baseline, style = word[0], word[1], word[5], word[6]
        band, place = divmod(baseline, _BAND)
        room = MAX_COPY_EM * style[1]
        others = bands.setdefault((text, int(band)), [])
        near = others
        if not room < place < _BAND - room:
            near = [*bands.get((text, int(band) - 1), ()), *others, *bands.get((text, int(band) + 1), ())]
        if near and any(-room <= x0 - other[1] <= room and -room <= baseline - other[5] <= room for other in near):
            dropped += len(text)
            continue
        others.append(word)
        kept.append(item)
    return kept, dropped
