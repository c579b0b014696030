"""Tags of a tagged PDF are heard where they agree with the page."""

from itertools import count

import pytest
from words import make_page, set_line

from reportparse.pdf import Page, Tag, Word
from reportparse.tables import Table, take_tables

XS = (60.0, 200.0, 300.0)
ROWS = [
    ("Area", "North", "South"),
    ("Base", "1,000", "1,200"),
    ("Weight", "0.8", "1.2"),
    ("Helplines", "14", "95"),
    ("Mediation", "7", "12"),
    ("Advice", "31", "44"),
]


def make_tag(kind: str, *kids: Tag, marks: tuple[int, ...] = (), columns: int = 1) -> Tag:
    return Tag(kind, marks, "", columns, 1, kids)


def tag_rows(rows: list[list[tuple[str, int, tuple[int, ...]]]]) -> Tag:
    """A table of rows of (type, columns, marks)."""
    cells = [[make_tag(kind, marks=marks, columns=columns) for kind, columns, marks in row] for row in rows]
    return make_tag("Document", make_tag("Table", *(make_tag("TR", *row) for row in cells)))


def mark_words(words: list[Word]) -> list[Word]:
    """Every word as marked content of its own."""
    return [word._replace(mark=word.order) for word in words]


def set_table(rows: list[tuple[str, ...]], xs: tuple[float, ...] = XS) -> list[Word]:
    number = count()
    lines = [set_line(number, 100.0 + 14 * i, *zip(xs, row, strict=True)) for i, row in enumerate(rows)]
    return mark_words([word for line in lines for word in line])


def read(words: list[Word], tags: Tag | None) -> Table:
    page: Page = make_page(words)
    (table,), _ = take_tables([page._replace(tags=(tags,)) if tags else page])
    return table


def kinds_of(header_rows: int, cell: str = "TD") -> Tag:
    return tag_rows(
        [
            [("TH" if row < header_rows or cell == "TH" else "TD", 1, (3 * row + i,)) for i in range(3)]
            for row in range(6)
        ]
    )


@pytest.mark.parametrize("header_rows", [2, 3])
def test_rows_of_header_cells_are_header_rows(header_rows: int):
    table = read(set_table(ROWS), kinds_of(header_rows))

    assert table.header_rows == header_rows
    assert "the tags of the PDF agree" in table.confidence.pro


def test_a_table_tagged_without_header_cells_or_with_nothing_else_keeps_the_header_of_the_page():
    words = set_table(ROWS)
    expected = read(words, None).header_rows

    assert read(words, kinds_of(0)).header_rows == expected
    assert read(words, kinds_of(0, "TH")).header_rows == expected


def test_tags_part_columns_that_stand_too_near_for_the_page_to_tell():
    number = count()
    rows = [
        ("Item", "Jan cases", "Feb cases"),
        ("Refuges", "14 a", "21 b"),
        ("Helplines", "31 c", "95 d"),
        ("Advice", "7 e", "12 f"),
    ]
    words = mark_words(
        [
            w
            for i, row in enumerate(rows)
            for w in set_line(number, 100.0 + 14 * i, *zip((60.0, 116.0, 165.0), row, strict=True))
        ]
    )
    marks = iter(range(len(words)))
    tags = tag_rows(
        [
            [("TH" if not i else "TD", 1, tuple(next(marks) for _ in text.split())) for text in row]
            for i, row in enumerate(rows)
        ]
    )
    table = read(words, tags)

    assert [[cell.text for cell in row] for row in table.rows] == [list(row) for row in rows]


def test_tags_that_the_page_gives_the_lie_are_not_followed():
    """Every cell is tagged in the row below its own, the last in the first."""
    words = set_table(ROWS)
    plain = read(words, None)
    rows = [[("TD", 1, (3 * ((row + 3 * i) % 6) + i,)) for i in range(3)] for row in range(6)]
    table = read(words, tag_rows(rows))

    assert [[cell.text for cell in row] for row in table.rows] == [[cell.text for cell in row] for row in plain.rows]


def test_tags_that_cut_otherwise_make_a_table_less_sure():
    words = set_table(ROWS)
    whole_rows = tag_rows([[("TD", 3, tuple(range(3 * row, 3 * row + 3)))] for row in range(6)])
    table = read(words, whole_rows)

    assert "the tags of the PDF cut it into other cells" in table.confidence.con
    assert len(table.rows[3]) == 3


def test_a_head_printed_again_on_the_next_page_stays_with_its_rows_though_no_tag_holds_it():
    words = [word._replace(mark=-1) if word.order < 3 else word for word in set_table(ROWS)]
    tags = tag_rows([[("TD", 1, (3 * row + i,)) for i in range(3)] for row in range(1, 6)])

    assert [cell.text for cell in read(words, tags).rows[0]] == ["Area", "North", "South"]


def test_a_head_beside_two_levels_reaches_over_both_where_the_tags_say_so():
    """All cells hold the same words by the page and by the tags."""
    number = count()
    words = set_line(number, 100.0, (252.5, "Both"))
    rows = [("Area", "North", "South"), *ROWS[1:]]
    for at, row in enumerate(rows, 1):
        words += set_line(number, 100.0 + 14 * at, *zip(XS, row, strict=True))
    area = Tag("TH", (1,), "", 1, 2, ())
    sides = (make_tag("TH", marks=(at,)) for at in (2, 3))
    head = [make_tag("TR", area, make_tag("TH", marks=(0,), columns=2)), make_tag("TR", *sides)]
    body = [make_tag("TR", *(make_tag("TD", marks=(3 * row + at + 1,)) for at in range(3))) for row in range(1, 6)]
    table = read(mark_words(words), make_tag("Document", make_tag("Table", *head, *body)))

    assert [(cell.text, cell.row_span, cell.column_span) for cell in table.rows[0]] == [("Area", 2, 1), ("Both", 1, 2)]


def test_tags_that_leave_out_the_empty_corner_of_a_table_do_not_move_its_heads_to_the_left():
    number = count()
    words = set_line(number, 100.0, (262.5, "Both")) + set_line(number, 112.0, (205.0, "2022"), (305.0, "2023"))
    for at in range(9):
        words += set_line(number, 126.0 + 14 * at, (60.0, f"Base{at}"), (200.0, f"{at}1,000"), (300.0, f"{at}1,200"))
    years = (make_tag("TH", marks=(at,)) for at in (1, 2))
    heads = [make_tag("TR", make_tag("TH", marks=(0,), columns=2)), make_tag("TR", *years)]
    body = [make_tag("TR", *(make_tag("TD", marks=(3 * row + at,)) for at in range(3))) for row in range(1, 10)]
    table = read(mark_words(words), make_tag("Document", make_tag("Table", *heads, *body)))

    columns = {cell.text: cell.column for row in table.rows for cell in row}
    assert (columns["2022"], columns["2023"]) == (1, 2)


def test_heads_over_long_labels_whose_row_is_tagged_without_its_empty_corner_are_over_their_values():
    number = count()
    heads = set_line(number, 100.0, (232.0, "Land"), (300.0, "Plant"))
    label = "Cost of what was bought in the year"
    words = heads + set_line(number, 114.0, (60.0, label), (230.0, "1,000"), (300.0, "40"))
    for at, name in enumerate(("Depreciation", "Disposals", "At the end of the year")):
        values = [(230.0, f"{at}1,000"), (300.0, f"{at}40")] if at else []
        words += set_line(number, 128.0 + 14 * at, (60.0, name), *values)
    rows, place = [], 0
    for texts in (["Land", "Plant"], [label, "", ""], [""], ["", "", ""], ["At the end of the year", "", ""]):
        kids = []
        for text in texts:
            length = max(1, len(text.split()))
            kids.append(make_tag("TD", marks=tuple(range(place, place + length))))
            place += length
        rows.append(make_tag("TR", *kids))
    table = read(mark_words(words), make_tag("Document", make_tag("Table", *rows)))

    columns = [[cell.column for cell in row if cell.text] for row in table.rows]
    assert columns == [[1, 2], [0, 1, 2], [0], [0, 1, 2], [0, 1, 2]]
