"""Words that are broken over the lines of a cell or caption are mended by what the report writes elsewhere."""

import typst

import reportparse

PROSE = """The panel read what the force had written on violence and injury. The requirement of the law is plain, and
re-offending is told beside it. Nobody who has been a victim of violence should have to ask for information twice, and
everybody who reports an offence should be told what came of the investigation into it, whatever it was about."""


def test_broken_words_of_cells_are_whole_and_written_hyphens_stay():
    data = typst.compile(
        f"""#set page(paper: "a4", margin: 60pt, columns: 2)
        #set text(size: 11pt, hyphenate: true, lang: "en")
        #set par(justify: true)
        = Violence
        {PROSE}

        #table(columns: (18mm, 1fr), table.header([*Kind*], [*Number*]), [Violence with injury], [4,064],
               [Requirement of the law], [12], [Rate of re-offending], [31])
        {PROSE}""".encode(),
        format="pdf",
        ignore_system_fonts=True,
    )
    (table,) = reportparse.parse(data).tables

    assert [row[0].text for row in table.rows] == [
        "Kind", "Violence with injury", "Requirement of the law", "Rate of re-offending"
    ]  # fmt: skip


def test_the_only_broken_word_of_a_report_is_mended_in_a_caption_too():
    data = typst.compile(
        f"""#set page(paper: "a4", margin: 60pt)
        #set text(size: 11pt, hyphenate: false, lang: "en")
        = Violence
        {PROSE}

        #box(width: 46mm)[*Table 1: The whole requi-#linebreak()rement of all of us*]
        #table(columns: (60mm, 1fr), table.header([*Kind*], [*Number*]), [With injury], [4,064], [Without], [12])
        {PROSE}""".encode(),
        format="pdf",
        ignore_system_fonts=True,
    )
    (table,) = reportparse.parse(data).tables

    assert table.caption == "Table 1: The whole requirement of all of us"
