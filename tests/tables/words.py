"""Words and pages placed by hand."""

from itertools import count

from reportparse.geometry import Box
from reportparse.pdf import Page, Rule, Style, Word

PLAIN = Style("Sans", 10.0, False, False, (0, 0, 0))
BOLD = Style("Sans-Bold", 10.0, True, False, (0, 0, 0))
LETTER_PT = 5.0


def set_line(number: count, baseline: float, *cells: tuple[float, str], style: Style = PLAIN) -> list[Word]:  # type: ignore[type-arg]
    """Texts at their left edges on one baseline; every letter is as wide as the others."""
    words = []
    for left, text in cells:
        x0 = left
        for part in text.split():
            x1 = x0 + LETTER_PT * len(part)
            words.append(Word(part, x0, baseline - 8, x1, baseline + 2, baseline, style, 0, False, -1, next(number)))
            x0 = x1 + 2.5
    return words


def make_page(words: list[Word], rules: tuple[Rule, ...] = ()) -> Page:
    """An A4 page of these words and rules alone."""
    box = Box(0, 0, 595, 842)
    return Page(1, "1", box, 0, tuple(words), (), (), rules, (), (), (), (), ())


def rule(x0: float, top: float, x1: float, bottom: float) -> Rule:
    """A thin black line."""
    return Rule(x0, top, x1, bottom, (0, 0, 0), 0.5, False)


def say(number: count, baseline: float) -> list[Word]:  # type: ignore[type-arg]
    """Some lines of prose as wide as the page, so that the type of the text is plain."""
    words = []
    for at in range(4):
        text = "The force has worked with all of its partners for the whole of the year and met most of its aims"
        words += set_line(number, baseline + 12 * at, (60.0, text))
    return words
