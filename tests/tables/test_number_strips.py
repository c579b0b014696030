"""Number strips are no tables: large figures, each over its label."""

from itertools import count

import pytest
from words import PLAIN, make_page, set_line

from reportparse.tables import take_tables

LARGE = PLAIN._replace(size=22.0)
FIGURES = ((60.0, "92,340"), (190.0, "15,008"), (320.0, "1,702"), (450.0, "80.3%"))
LABELS = ((60.0, "crimes with victims"), (190.0, "offences of harm"), (320.0, "rapes"), (450.0, "of victims content"))
MORE = ((60.0, "5,120"), (190.0, "9,440"), (320.0, "2,004"), (450.0, "12.4%"))
OTHERS = ((60.0, "vehicle offences"), (190.0, "other thefts"), (320.0, "hate crimes"), (450.0, "of cases solved"))


@pytest.mark.parametrize(("style", "tables"), [(LARGE, 0), (PLAIN, 1)])
def test_figures_are_a_strip_where_they_are_larger_than_their_labels(style, tables):
    number = count()
    words = [
        *set_line(number, 100, *FIGURES, style=style), *set_line(number, 118, *LABELS),
        *set_line(number, 150, *MORE, style=style), *set_line(number, 168, *OTHERS),
    ]  # fmt: skip

    found, (rest,) = take_tables([make_page(words)])

    assert (len(found), len(rest.words) == len(words)) == (tables, not tables)


def test_a_label_of_two_lines_makes_no_table_of_a_strip():
    number = count()
    small = PLAIN._replace(size=9.0)
    words = []
    for baseline, figures, labels in ((134, FIGURES, LABELS), (188, MORE, OTHERS)):
        for figure, label in zip(figures, labels, strict=True):
            words += set_line(number, baseline, figure, style=LARGE)
            words += set_line(number, baseline + 13, label, style=small)
            if figure[1] == "15,008":
                words += set_line(number, baseline + 26.4, (figure[0], "to people"), style=small)

    found, (rest,) = take_tables([make_page(words)])

    assert (found, len(rest.words)) == ([], len(words))
