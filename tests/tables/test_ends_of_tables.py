"""Where tables begin and end: heads that only colour draws, and prose in columns right below the last rule."""

from itertools import count

from words import make_page, rule, set_line

from reportparse.geometry import Box
from reportparse.pdf import Fill, Page
from reportparse.tables import take_tables

HEAD = ((62.0, "Offences"), (260.0, "2021/22"), (340.0, "2022/23"))
ROWS = (
    ((62.0, "Burglary"), (260.0, "6,910"), (340.0, "5,874")),
    ((62.0, "Robbery"), (260.0, "1,250"), (340.0, "1,180")),
    ((62.0, "Vehicle crime"), (260.0, "3,120"), (340.0, "3,344")),
)
DARK = (29, 53, 87)


def _fill(x0, top, x1, bottom):
    return Fill(Box(x0, top, x1, bottom), DARK, 0)


def _texts(page: Page) -> list[list[str]]:
    (table,) = take_tables([page])[0]
    return [[cell.text for cell in row] for row in table.rows]


def test_a_head_of_filled_cells_on_top_of_ruled_ones_is_of_the_table():
    number = count()
    words = [word for at, row in enumerate((HEAD, *ROWS)) for word in set_line(number, 115 + 20 * at, *row)]
    tops = [120.0, 140.0, 160.0, 180.0]
    level = [rule(57, top, 420, top) for top in tops]
    upright = [rule(x, tops[0], x, tops[-1]) for x in (57, 240, 330, 420)]
    heads = (_fill(57, 100, 240, 120), _fill(240, 100, 330, 120), _fill(330, 100, 420, 120))
    page = make_page(words, (*level, *upright))

    assert _texts(page._replace(fills=heads))[:2] == [[text for _, text in HEAD], [text for _, text in ROWS[0]]]
    assert _texts(page)[0] == [text for _, text in ROWS[0]]
    assert _texts(page._replace(fills=heads[:2]))[0] == [text for _, text in ROWS[0]]  # not as wide as the table


def test_columns_of_prose_right_below_the_last_rule_are_no_row():
    number = count()
    words = [word for at, row in enumerate((HEAD, *ROWS)) for word in set_line(number, 115 + 20 * at, *row)]
    prose = ((57.0, "There were many reports of noise in"), (250.0, "The picture is less good: across the"))
    more = ((57.0, "town, which fell in the year as before."), (250.0, "country it was the other way round here."))
    words += [*set_line(number, 199, *prose), *set_line(number, 212, *more)]
    page = make_page(words, tuple(rule(57, top, 420, top) for top in (120.0, 140.0, 160.0, 180.0)))

    assert _texts(page)[-1] == [text for _, text in ROWS[-1]]
