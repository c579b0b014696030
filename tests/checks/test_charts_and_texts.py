"""Charts against the prose and the table of one page, drawn and read as a whole report is."""

import pytest
from paper import draw_pdf
from reportlab.lib.colors import HexColor

import reportparse

YEARS = ["2018/19", "2019/20", "2020/21"]
BURGLARY = [6910, 5874, 3988]


def draw_report(sentence, drawn=BURGLARY, table=BURGLARY, *, title="Burglary offences", factor=1, money=""):
    """A page of a sentence, a chart of bars and a ruled table."""

    def draw(canvas):
        canvas.setFont("Helvetica-Bold", 16)
        canvas.drawString(72, 765, "Burglary")
        canvas.setFont("Helvetica", 10)
        canvas.drawString(72, 745, sentence)
        canvas.drawString(72, 731, "The chart and the table show how this went in each of the three years.")
        canvas.setFont("Helvetica-Bold", 9)
        canvas.drawString(150, 715, title)
        canvas.setFont("Helvetica", 8)
        for tick in range(0, 9000, 2000):
            canvas.drawRightString(125, 547 + tick / 50, f"{tick // factor:,}")
            canvas.line(127, 550 + tick / 50, 130, 550 + tick / 50)
        canvas.line(130, 550, 330, 550)
        canvas.setFillColor(HexColor("#336699"))
        for place, value in enumerate(drawn):
            canvas.rect(150 + 60 * place, 550, 40, value / 50, stroke=0, fill=1)
        canvas.setFillColor(HexColor("#000000"))
        for place, year in enumerate(YEARS):
            canvas.drawCentredString(170 + 60 * place, 538, year)
        canvas.setFont("Helvetica", 10)
        for x in (72, 172, 272, 372, 472):
            canvas.line(x, 420, x, 460)
        for y in (420, 440, 460):
            canvas.line(72, y, 472, y)
        for place, text in enumerate(["Measure", *YEARS]):
            canvas.drawString(76 + 100 * place, 446, text)
        for place, text in enumerate(["Burglary", *(f"{money}{value:,}" for value in table)]):
            canvas.drawString(76 + 100 * place, 426, text)

    return draw_pdf(draw)


def checks(*arguments, **options):
    report = reportparse.parse(draw_report(*arguments, **options))
    return [check for check in report.checks if "chart" in check.kind]


AGREES = "There were 5,874 burglary offences in 2019/20."


def test_a_chart_that_shows_what_text_and_table_say_agrees_with_both():
    found = checks(AGREES)

    assert [(check.kind, check.passed) for check in found] == [("chart_vs_table", True), ("text_vs_chart", True)]


def test_a_number_of_the_text_that_the_chart_does_not_show_is_told_with_both():
    (found,) = [check for check in checks("There were 5,374 burglary offences in 2019/20.") if not check.passed]

    assert (found.kind, found.found, round(found.expected)) == ("text_vs_chart", 5374, 5874)


def test_a_value_of_the_table_that_the_chart_does_not_show_is_told():
    failed = [check for check in checks(AGREES, table=[6910, 5874, 3088]) if not check.passed]

    assert [(check.kind, check.expected) for check in failed] == [("chart_vs_table", 3088)]


@pytest.mark.parametrize("sentence", [
    "There were 5,374 robbery offences in 2019/20.", "There were 5,374 burglary offences in Dudley in 2019/20.",
    "In 2017/18 there were 7,215 burglary offences.", "Burglary fell by 1,036 offences in 2019/20.",
])  # fmt: skip
def test_a_number_of_something_else_is_no_finding(sentence):
    assert all(check.passed for check in checks(sentence))


def test_a_chart_in_thousands_agrees_with_a_table_in_ones():
    (found,) = checks("Nothing more is told.", title="Burglary offences (000s)", factor=1000)

    assert (found.kind, found.passed) == ("chart_vs_table", True)
