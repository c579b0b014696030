"""Tables whose rows the search for columns of text cuts in two, each row for itself."""

from itertools import count

from words import BOLD, PLAIN, set_line

from reportparse.layout.lines import find_lines
from reportparse.tables.row_bands import rejoin_bands

ROWS = (
    ("Funding does not keep up", "16", "20", "Savings programme of £9.5m"),
    ("Investigations fall short", "20", "16", "Detective academy since May"),
    ("Loss of data or systems", "15", "15", "Centre shared with three"),
)
MORE = ("with the prices", "over four years")


def _regions(rows=ROWS, right=(250.0, 300.0)):
    """The heads, then each row, in two parts: the label with a number, and a number with words."""
    number = count()
    heads = [[(60.0, "Risk"), (210.0, "2023")], [(right[0], "2024"), (right[1], "What we do")]]
    regions = [find_lines(1, set_line(number, 100, *part, style=BOLD)) for part in heads]
    for at, (risk, before, now, done) in enumerate(rows):
        top = 120 + 28 * at
        first = (((60.0, risk), (210.0, before)), ((right[0], now), (right[1], done)))
        second = (((60.0, MORE[0]),), ((right[1], MORE[1]),))
        for cells, below in zip(first, second, strict=True):
            words = set_line(number, top, *cells, style=PLAIN) + set_line(number, top + 11, *below)
            regions.append(find_lines(1, words))
    return regions


def test_rows_cut_in_two_by_turns_are_put_together_with_their_heads():
    (whole,) = rejoin_bands(_regions())

    assert [line.text for line in whole][:4] == ["Risk", "2023", "2024", "What we do"]
    assert len(whole) == 4 + 6 * len(ROWS)


def test_two_parts_side_by_side_are_columns_unless_others_follow_below():
    assert len(rejoin_bands(_regions(ROWS[:2])[2:])) == 4
    columns = _regions()[2:]
    assert len(rejoin_bands([*columns[::2], *columns[1::2]])) == 6  # one column told before the other
