"""Labels that run together into one line, cut again so that each part stands in the middle of its slot."""

import re
from collections.abc import Iterator, Sequence

from reportparse.layout.lines import make_line
from reportparse.pdf import Word
from reportparse.pictures.labels import Label, make_label

# A slot that is passed over costs as much as a part that is off by this much of the step between slots: names are
# left out evenly, words are not.
EMPTY = 0.3
# Parts are centred on their slots to this part of the type size: producers do so to 0.1, and where a word is cut, its
# letters are not equally wide.
CENTRED_EM = 0.45
# Where one label may touch the next: "MidlandsMetropolitan", "2017/182018/19", "20172018".
_TOUCH = re.compile(r"(?<=[a-z)])(?=[A-Z])|(?<=\d\d)(?=(?:19|20)\d\d)")


def cut_run(label: Label, slots: Sequence[float], step: float) -> dict[int, Label | None]:
    """The parts of a line by slot; None where a part is not in the middle: words of two labels may be mixed there."""
    atoms = [atom for word in label.line.words for atom in _split_word(word)]
    near = [slot for slot, x in enumerate(slots) if label.box.x0 - step / 2 <= x <= label.box.x1 + step / 2]
    if not near:
        return {}
    groups = _share_out(atoms, [slots[slot] for slot in near], EMPTY * step)
    parts: dict[int, Label | None] = {}
    for slot, group in zip(near, groups, strict=True):
        if group:
            part = make_label(make_line(label.line.page, group))
            parts[slot] = part if abs(part.x - slots[slot]) <= CENTRED_EM * part.size else None
    return parts


def _split_word(word: Word) -> Iterator[Word]:
    """A word, or its pieces where two labels may touch; they are as wide as their letters are many."""
    ends = [0, *(match.start() for match in _TOUCH.finditer(word.text)), len(word.text)]
    each = (word.x1 - word.x0) / max(1, len(word.text))
    for a, b in zip(ends, ends[1:], strict=False):
        x0, x1 = word.x0 + a * each, word.x0 + b * each
        yield word._replace(text=word.text[a:b], x0=x0, x1=x1, is_glued=word.is_glued or a > 0)


def _share_out(words: Sequence[Word], xs: Sequence[float], empty: float) -> list[list[Word]]:
    """The words in order, some to each place, so that all stand as near as can be over the middle of theirs."""
    best: list[tuple[float, tuple[int, ...]]] = [(0.0, ()), *((float("inf"), ()) for _ in words)]
    for x in xs:
        row: list[tuple[float, tuple[int, ...]]] = []
        for end in range(len(words) + 1):
            options = [(best[end][0] + empty, (*best[end][1], end))]
            options += [
                (best[start][0] + abs((words[start].x0 + words[end - 1].x1) / 2 - x), (*best[start][1], end))
                for start in range(end)
            ]
            row.append(min(options))
        best = row
    ends = best[-1][1]
    return [list(words[a:b]) for a, b in zip((0, *ends), ends, strict=False)]
