"""The sheet in front of a paper: bold labels in a column, with no colons, and their values right of them."""

import pytest
from pages import BODY, BOLD, PROSE, SPACE, Sheet, read, texts

FIELDS = (
    ("Report of", ("The Police and Crime Commissioner for the whole of the county",)),
    ("Report author", ("Head of Policy and Performance, Office of the", "Commissioner")),
    ("Wards affected", ("All",)),
    ("Appendices", ("A: Indicators; B: Grants",)),
)


def sheet_of(fields, style=BODY, step=20.0):
    sheet = Sheet().line("Agenda item 7", 300, BOLD).skip(SPACE)
    for label, values in fields:
        y = sheet.y
        sheet.line(label, style=BOLD, y=y)
        for at, value in enumerate(values):
            sheet.line(value, 200, style, y=y + 12 * at)
        sheet.y = y + 12 * (len(values) - 1) + step
    return sheet.skip(20).say(PROSE)


@pytest.mark.parametrize("step", [13.0, 20.0])
def test_bold_labels_in_a_column_take_the_values_right_of_them(step):
    found = texts(read(sheet_of(FIELDS, step=step)))

    assert found[1:-1] == [f"{label} {' '.join(values)}" for label, values in FIELDS]


def test_a_form_in_a_box_is_no_callout():
    sheet = sheet_of(FIELDS).box(50, 70, 540, 175).skip(20)
    structure = read(sheet.say(PROSE))

    assert [callout.title for callout in structure.callouts] == []
    assert texts(structure)[1:5] == [f"{label} {' '.join(values)}" for label, values in FIELDS]
