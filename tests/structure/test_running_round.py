"""Text that runs round what a designer set into two columns at once, over the white between them."""

import pytest
from test_designs import PLAIN, SLANTED, read, texts

LEFT = "charlie. Alpha bravo"
RIGHT = "Quebec romeo tango."
SIZE = 10
SAID = ("We see the cell in", "the old house and", "then we go on to", "all of their papers.")


def lay(text, rows, hole, x0, width, side):
    """Rows of words up to `width`, those of `hole` narrower by 80 on one side, as (x, y, line)."""
    words, lines = text.split() * 60, []
    for row in range(rows):
        cut, line = 80 if row in hole else 0, []
        while words and 5.1 * len(" ".join([*line, words[0]])) <= width - cut:
            line.append(words.pop(0))
        lines.append((x0 + (cut if side == "left" else 0), 100 + 13 * row, " ".join(line)))
    return lines


@pytest.mark.parametrize("fill", ["#dde6ee", None], ids=["on a tint", "between lines"])
def test_two_columns_run_round_a_box_that_stands_over_the_white_between_them(fill):
    left = lay(LEFT, 24, range(8, 14), 60, 190, "right")
    left[-1] = (*left[-1][:2], "and of that it was told.")
    right = lay(RIGHT, 24, range(8, 14), 266, 190, "left")

    def draw(sheet):
        for x, y, line in (*left, *right):
            sheet.say(line, x, y, SIZE, PLAIN)
        if fill:
            sheet.box(170, 198, 336, 258, fill)
        else:
            sheet.rule(170, 336, 198)
            sheet.rule(170, 336, 258)
        for row, line in enumerate(SAID):
            sheet.say(line, 190, 210.5 + 13 * row, 10, SLANTED)

    report = read(lambda sheet: sheet.prose(60, 60), draw)
    found = " ".join(texts(report))

    assert " ".join(line for *_, line in left) in found
    assert " ".join(line for *_, line in right) in found
    assert " ".join(SAID) in texts(report)
    assert len(report.paragraphs) == 4
