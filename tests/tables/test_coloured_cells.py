"""Tables of which some cells alone have a colour: their labels and heads stand beside and above these on white."""

import pytest
from paper import draw_pdf
from reportlab.lib.colors import HexColor

import reportparse

RED, AMBER, GREEN = "#e2574c", "#f5b041", "#58b368"
COLOURS = {"Behind": RED, "At risk": AMBER, "On track": GREEN}
HEADS = ("Measure", "Aim")
YEARS = ("Measure", "2030/31", "2031/32", "2032/33")
NUMBERS = [
    YEARS, ("Burglary", "412", "398", "377"), ("Robbery", "96", "101", "88"), ("Hate crime", "250", "261", "249"),
    ("Knife crime", "73", "80", "66"),
]  # fmt: skip
WORDS = [
    ("Aim", "Last year", "This year"), ("Cut burglary", "Behind", "At risk"), ("Answer calls", "At risk", "On track"),
    ("Reach villages", "On track", "On track"), ("Train officers", "Behind", "Behind"),
]  # fmt: skip
LONG = [
    WORDS[0], ("Victims who were content with\nhow they were treated", "Behind", "At risk"),
    ("Emergency calls that were\nanswered in ten seconds", "At risk", "On track"),
    ("Officers who have had training\nin first aid", "On track", "Behind"),
]  # fmt: skip
LATE = [(*row[:3], "" if place else "RAG") for place, row in enumerate(NUMBERS)]
NEXT = ("A new team of officers begins to\nwork in May, and will be looked\nat again then", "More come in June")
COMMENTS = [
    ("Aim", "Status", "What comes next"), ("Cut burglary", "Behind", NEXT[0]), ("Answer calls", "On track", NEXT[1]),
    ("Reach villages", "Behind", NEXT[0]), ("Train officers", "At risk", NEXT[1]),
]  # fmt: skip
OWNERS = [
    ("Aim", "Owner", "Status"), ("Cut burglary", "The force", "Behind"), ("Answer calls", "The panel", "On track"),
    ("Reach villages", "The force", "At risk"), ("Train officers", "Partners", "Behind"),
]  # fmt: skip


def named(rows):
    """With the names of two sections."""
    blank = [""] * (len(rows[0]) - 1)
    return [rows[0], ("Crime", *blank), *rows[1:5], ("Trust", *blank), *rows[1:5]]


def draw_cells(canvas, rows, is_filled, *, x=60, white=0.0, pill=None, width=80, line=17):
    """Rows whose cells have a colour where `is_filled` says so for row and column."""
    top = 720.0
    ends = [x, x + 2 * width + 20, *(x + 2 * width + 20 + width * at for at in range(1, len(rows[0])))]
    for place, row in enumerate(rows):
        high = line + 11 * max(text.count("\n") for text in row)
        for column, text in enumerate(row):
            a, b = ends[column], ends[column + 1] + (60 if len(text) > 60 else 0)
            if is_filled(place, column):
                canvas.setFillColor(HexColor(COLOURS.get(text, (RED, AMBER, GREEN)[(place * place + column) % 3])))
                if pill:
                    canvas.roundRect(a + 5, top - high / 2 - 7, pill, 14, 6, stroke=0, fill=1)
                else:
                    canvas.rect(a, top - high + white, b - a - white, high - white, stroke=0, fill=1)
            canvas.setFillColor(HexColor("#000000"))
            is_bold = row[0] in HEADS or not any(row[1:])
            canvas.setFont("Helvetica-Bold" if is_bold else "Helvetica", 9)
            lines = text.split("\n")
            for at, some in enumerate(lines):
                level = top - high / 2 - 3 + 5.5 * (len(lines) - 1) - 11 * at
                if column and not pill and len(text) < 20:
                    canvas.drawCentredString((a + b) / 2, level, some)
                else:
                    canvas.drawString(a + (9 if column else 5), level, some)
        top -= high
    return top


def read(*tables, more=None, **options):
    def draw(canvas):
        for place, (rows, is_filled) in enumerate(tables):
            foot = draw_cells(canvas, rows, is_filled, x=(40, 310)[place], **options)
        if more:
            more(canvas, foot)

    found = reportparse.parse(draw_pdf(draw)).tables
    return [(say([cell.text for cell in row] for row in table.rows), table.header_rows) for table in found]


def say(rows):
    """The texts of each row, in one line."""
    return [tuple(text.replace("\n", " ") for text in row if text) for row in rows]


def values(row, column):
    return row > 0 and column > 0


CASES = {
    "numbers": (NUMBERS, values, {"white": 2.0}),
    "numbers that touch": (NUMBERS, values, {}),
    "words": (WORDS, values, {"white": 2.0}),
    "words that touch": (WORDS, values, {}),
    "labels of two lines": (LONG, values, {}),
    "columns apart": (NUMBERS, lambda row, column: row and column in (1, 3), {}),
    "ratings before comments of three lines": (COMMENTS, lambda row, column: row and column == 1, {}),
    "some cells alone": (WORDS, lambda row, column: values(row, column) and WORDS[row][column] != "On track", {}),
    "sections of numbers": (named(NUMBERS), lambda row, column: values(row, column) and row not in (1, 6), {}),
    "sections of words": (named(WORDS), lambda row, column: values(row, column) and row not in (1, 6), {}),
    "colours without words": (LATE, lambda row, column: row and column == 3, {}),
    "pills in two columns": (WORDS, values, {"pill": 60, "line": 22}),
    "pills behind two columns": (OWNERS, lambda row, column: row and column == 2, {"pill": 60, "line": 22}),
    "pills midway beside labels": (LONG, values, {"pill": 60, "line": 22}),
}


@pytest.mark.parametrize(("rows", "is_filled", "options"), CASES.values(), ids=CASES)
def test_texts_beside_cells_of_colour_are_in_their_table(rows, is_filled, options):
    assert read((rows, is_filled), **options) == [(say(rows), 1)]


def test_tables_side_by_side_keep_their_own_labels():
    rows = [row[:3] for row in NUMBERS]

    assert read((rows, values), (WORDS, values), width=50) == [(rows, 1), (WORDS, 1)]


PROSE = (
    "answered more calls than in any", "year before and has set out how", "it will go on to do so in spring",
    "for those who live in villages,", "where the time taken is longer", "than in towns, as was said here",
    "when the new rooms are open and",
)  # fmt: skip


def test_prose_beside_a_table_is_none_of_its_columns():
    def more(canvas, _):
        canvas.setFont("Helvetica", 9)
        for place, text in enumerate(PROSE):
            canvas.drawString(410, 711 - 17 * place, text)

    assert read((WORDS, values), more=more) == [(WORDS, 1)]


def test_what_colours_mean_is_said_below_a_table_and_no_row_of_it():
    def more(canvas, foot):
        canvas.setFont("Helvetica", 8)
        for place, (text, colour) in enumerate(COLOURS.items()):
            canvas.setFillColor(HexColor(colour))
            canvas.rect(65 + 110 * place, foot - 16, 8, 8, stroke=0, fill=1)
            canvas.setFillColor(HexColor("#000000"))
            canvas.drawString(77 + 110 * place, foot - 15, text)

    assert read((NUMBERS, values), more=more) == [(NUMBERS, 1)]


@pytest.mark.parametrize("rows", [WORDS[1:], NUMBERS[1:]])
def test_a_first_row_whose_colours_rate_it_as_others_is_no_header(rows):
    assert read((rows, lambda row, column: column > 0))[0][1] == 0


def test_heads_on_white_stand_above_cells_with_white_borders():
    def more(canvas, foot):
        canvas.setStrokeColor(HexColor("#ffffff"))
        canvas.setLineWidth(1.5)
        for y in range(5):
            canvas.line(40, foot + 17 * y, 460, foot + 17 * y)
        for x in (40, 220, 300, 380, 460):
            canvas.line(x, foot, x, foot + 68)

    assert read((NUMBERS, values), more=more) == [(NUMBERS, 1)]
