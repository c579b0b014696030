"""Tables set sideways on an upright page are read on a view of the page that is turned until they stand upright."""

from collections import Counter
from collections.abc import Iterator, Sequence

from reportparse.geometry import Box
from reportparse.pdf import Page, Rule, Word

# Fewer turned words are labels of a chart or of columns.
MIN_WORDS = 8
# How far letters reach below their line in most faces, in parts of the type size.
DESCENT_EM = 0.21


def find_turned(page: Page, words: Sequence[Word]) -> Iterator[Page]:
    """For each way in which many of `words` are turned, the page turned so that these stand upright, with them alone.

    A word keeps its `order`, by which that of the page is found again.
    """
    angles = Counter([word.angle for word in words if word.angle])
    for angle in (90, 270):
        if angles[angle] >= MIN_WORDS:
            yield _turn(page, [word for word in words if word.angle == angle], angle)


def is_sideways(words: Sequence[Word]) -> bool:
    """Whether most words of a table are turned: its rows run up or down the page, as heads of columns may alone."""
    return 2 * sum(word.angle in (90, 270) for word in words) > len(words) > MIN_WORDS


def _turn(page: Page, words: Sequence[Word], angle: int) -> Page:
    """The page with `words`, which are turned by `angle`, and all that is drawn turned back."""
    size = page.box

    def place(x0: float, top: float, x1: float, bottom: float) -> Box:
        if angle == 90:
            return Box(top, size.x1 - x1, bottom, size.x1 - x0)
        return Box(size.bottom - bottom, x0, size.bottom - top, x1)

    return page._replace(
        box=place(*size),
        fold=None,
        words=tuple(_turn_word(word, place(*word.box)) for word in words),
        rules=tuple(_turn_rule(rule, place(rule.x0, rule.top, rule.x1, rule.bottom)) for rule in page.rules),
        fills=tuple(fill._replace(box=place(*fill.box)) for fill in page.fills),
        paths=tuple(path._replace(box=place(*path.box), points=()) for path in page.paths),
    )


def _turn_word(word: Word, box: Box) -> Word:
    x0, top, x1, bottom = box
    baseline = bottom - DESCENT_EM * word.style.size
    return word._replace(x0=x0, top=top, x1=x1, bottom=bottom, baseline=baseline, angle=0)


def _turn_rule(rule: Rule, box: Box) -> Rule:
    x0, top, x1, bottom = box
    return rule._replace(x0=x0, top=top, x1=x1, bottom=bottom)
