"""Boxes and lists as typesetters break them: over pages, and without space between their lines."""

import pytest
import typst

import reportparse

TITLE = "Knife surrender bins"
TEXTS = [
    "A mother who had lost her son asked why there was nowhere to leave a knife without being asked questions.",
    "In its first month the bin took a sword, eleven kitchen knives and a thing that nobody could name.",
]


def typeset(body):
    page = '#set page(paper: "a4", margin: 60pt)\n#set text(size: 11pt)\n'
    return reportparse.parse(typst.compile((page + body).encode(), format="pdf", ignore_system_fonts=True))


@pytest.mark.parametrize("room", range(560, 660, 12))
@pytest.mark.parametrize("drawn", ["fill: luma(230)", "stroke: 1pt", 'fill: rgb("#eef3e6"), stroke: 0.7pt'])
def test_a_box_that_a_page_tears_is_one_callout(drawn, room):
    report = typeset(
        f"""= Safer streets
        What the year brought is told in the box below, and nobody expected it.
        #v({room}pt)
        #block({drawn}, inset: 9pt, width: 100%, breakable: true)[*{TITLE}*

        {TEXTS[0]}

        {TEXTS[1]}]

        The work goes on in the coming year with the money that is left."""
    )

    assert [callout.title for callout in report.callouts] == [TITLE]
    assert [p.text for p in report.paragraphs if p.id in report.callouts[0].paragraphs] == TEXTS


def test_letters_that_follow_each_other_down_a_page_are_a_list_without_space_or_colon():
    report = typeset(
        """#set par(spacing: 0.65em)
        Section 28 asks the panel to review the report in public and to make a report or recommendations on it to us.

        #grid(columns: (10mm, 1fr), [1.2], [Members are asked to
        #set enum(numbering: "(a)")
        + note the annual report;
        + put questions on it;
        + agree what they wish to recommend.])"""
    )

    assert [item.text for p in report.paragraphs for item in p.items] == [
        "note the annual report;",
        "put questions on it;",
        "agree what they wish to recommend.",
    ]


@pytest.mark.parametrize(("lead", "count"), [("", 1), ("*What came next*\n\n", 2)])
def test_a_box_whose_list_goes_on_in_the_next_column_is_one_callout(lead, count):
    box = '#block(fill: rgb("#eef3e6"), inset: 9pt, width: 100%)'
    report = typeset(
        f"""#set page(columns: 2)
        #v(400pt)
        {box}[*{TITLE}*

        {TEXTS[0]}
        #list[the square][the park]]
        #colbreak()
        {box}[{lead}#list[the station, which is lit all night][the library, which has a warden]]

        The work goes on in the coming year with the money that is left, and with those who give their time to it."""
    )

    assert len(report.callouts) == count
    assert sum(len(paragraph.items) for paragraph in report.paragraphs) == 4
