"""Files as other programs' test suites hold them: odd in one way, and read or told apart all the same."""

import math

import pytest
from paper import bend, draw_pdf, say, with_content
from pikepdf import Array, Dictionary, Name
from reportlab.pdfbase.pdfmetrics import stringWidth

import reportparse
from reportparse import DamagedPdf
from reportparse.pdf import Document
from reportparse.pdf.codes import Coded, find_table


def seen(data):
    with Document(data) as document:
        return [word.text for page in document.read_pages() for word in page.words]


def hidden(data):
    with Document(data) as document:
        return [(item.word.text, item.reason) for page in document.read_pages() for item in page.hidden]


def with_map(content, *pairs):
    """One page whose font says which text (in UTF-16, as hex) its codes stand for."""
    rows = b"".join(b"<%s> <%s>\n" % pair for pair in pairs)
    head = b"begincmap 1 begincodespacerange <00> <ff> endcodespacerange %d beginbfchar\n" % len(pairs)

    def change(pdf):
        pdf.pages[0].obj.Resources.Font["/F1"].ToUnicode = pdf.make_stream(head + rows + b"endbfchar endcmap")

    return bend(with_content(content), change)


@pytest.mark.parametrize("text", ["\U0001f603", "\U0001d400\U0001d401", "\U0002000b"])
def test_characters_beyond_the_first_plane_are_read(text):
    codes = [(b"%02x" % (0x61 + n), letter.encode("utf-16-be").hex().encode()) for n, letter in enumerate(text)]
    data = with_map(b"BT /F1 12 Tf 72 700 Td (Call abc now) Tj ET".replace(b"abc", b"abcdef"[: len(text)]), *codes)
    report = reportparse.parse(data)

    assert text in seen(data)
    assert text in "".join(paragraph.text for paragraph in report.paragraphs)
    assert report.coverage.characters == report.coverage.recorded + report.coverage.furniture


def test_half_a_character_is_told_as_unreadable_and_not_dropped():
    data = with_map(b"BT /F1 12 Tf 72 700 Td (Call a now) Tj ET", (b"61", b"d83d"))

    assert seen(data) == ["C\ufffdll", "\ufffd", "now"]


def test_pdfplumber_s_page_has_characters_beyond_the_first_plane_once():
    data = with_map(b"BT /F1 12 Tf 72 700 Td (xay) Tj ET", (b"61", b"d83dde03"))
    with Document(data) as document:
        chars = document.plumber_page(1).chars

    assert [char["text"] for char in chars] == ["x", "\U0001f603", "y"]


def test_type_in_units_of_its_own_font_has_the_size_that_is_seen():
    def change(pdf):
        shape = pdf.make_stream(b"40 0 0 -4 36 32 d1 0 -4 36 36 re f")
        font = Dictionary(
            Type=Name.Font, Subtype=Name.Type3, FontBBox=Array([0, -4, 40, 32]), FontMatrix=Array([1, 0, 0, 1, 0, 0]),
            FirstChar=97, LastChar=99, Widths=Array([40, 40, 40]), Resources=Dictionary(),
            CharProcs=Dictionary(a=shape, b=shape, c=shape),
            Encoding=Dictionary(Type=Name.Encoding, Differences=Array([97, Name.a, Name.b, Name.c])),
        )  # fmt: skip
        rows = b"1 beginbfrange <61> <63> <0061> endbfrange"
        font.ToUnicode = pdf.make_stream(b"begincmap 1 begincodespacerange <00> <ff> endcodespacerange " + rows)
        pdf.pages[0].obj.Resources.Font["/T"] = pdf.make_indirect(font)

    data = bend(with_content(b"BT /T 0.24 Tf 72 700 Td (abc) Tj ET"), change)
    with Document(data) as document:
        (word,) = document.read_page(1).words

    assert (word.text, round(word.style.size)) == ("abc", 9)


def named(pdf, name, weight, flags, widths):
    """A Type 3 font as browsers write it: its name and weight stand in its descriptor alone."""
    shape = pdf.make_stream(b"500 0 0 0 450 700 d1 0 0 450 700 re f")
    descriptor = Dictionary(Type=Name.FontDescriptor, FontName=Name(f"/AAAAAA+{name}"), FontWeight=weight, Flags=flags)
    font = Dictionary(
        Type=Name.Font, Subtype=Name.Type3, FontBBox=Array([0, -4, 500, 700]), FirstChar=97, LastChar=99,
        FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]), Widths=Array(widths), Resources=Dictionary(),
        CharProcs=Dictionary(a=shape, b=shape, c=shape), FontDescriptor=pdf.make_indirect(descriptor),
        Encoding=Dictionary(Type=Name.Encoding, Differences=Array([97, Name.a, Name.b, Name.c])),
    )  # fmt: skip
    rows = b"1 beginbfrange <61> <63> <0061> endbfrange"
    font.ToUnicode = pdf.make_stream(b"begincmap 1 begincodespacerange <00> <ff> endcodespacerange " + rows)
    return pdf.make_indirect(font)


def test_type_3_fonts_have_the_names_and_weights_that_their_descriptors_tell():
    def change(pdf):
        fonts = pdf.pages[0].obj.Resources.Font
        fonts["/T1"] = named(pdf, "Face-Book", 400, 4, [500, 520, 480])
        fonts["/T2"] = named(pdf, "Face-Demi", 600, 4, [540, 560, 510])
        fonts["/T3"] = named(pdf, "Face-Slant", 400, 68, [500, 520, 0])  # of one width with the first, and less of it

    content = b"BT /T1 12 Tf 72 700 Td (abc) Tj /T2 12 Tf 0 -20 Td (abc) Tj /T3 12 Tf 0 -20 Td (ab) Tj ET"
    with Document(bend(with_content(content), change)) as document:
        styles = [word.style for word in document.read_page(1).words]

    assert [(style.font, style.is_bold, style.is_italic) for style in styles] == [
        ("Face-Book", False, False), ("Face-Demi", True, False), ("Face-Slant", False, True),
    ]  # fmt: skip


def bitmaps(text):
    """A page set in a Type 3 font that says nothing of its letters, as TeX makes them: codes alone."""

    def change(pdf):
        shape = pdf.make_stream(b"500 0 0 0 450 600 d1 0 0 450 600 re f")
        names = [Name(f"/a{code}") for code in range(256)]
        font = Dictionary(
            Type=Name.Font, Subtype=Name.Type3, FontBBox=Array([0, -4, 500, 600]), FirstChar=0, LastChar=255,
            FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]), Widths=Array([500] * 256), Resources=Dictionary(),
            CharProcs=Dictionary({str(name): shape for name in names}),
            Encoding=Dictionary(Type=Name.Encoding, Differences=Array([0, *names])),
        )  # fmt: skip
        pdf.pages[0].obj.Resources.Font["/T"] = pdf.make_indirect(font)

    lines = b" 0 -14 Td ".join(b"<%s> Tj" % line.hex().encode() for line in text)
    return bend(with_content(b"BT /T 10 Tf 72 700 Td %s ET" % lines), change)


PROSE = [
    b"the o\x1ece of the commissioner", b"was to \x1cnd, in 2012\x1513, that it",
    b"is to be asked by the panel for \xbf5m",
]  # fmt: skip


def test_codes_of_tex_s_bitmap_fonts_are_letters_where_they_read_as_words():
    assert " ".join(seen(bitmaps(PROSE))) == (
        "the oﬃce of the commissioner was to ﬁnd, in 2012–13, that it is to be asked by the panel for £5m"
    )


@pytest.mark.parametrize(
    ("text", "places", "table"),
    [("\x88 cost \xa35m", [0, 7], "TS1"), ("\x88 cost \xa3 5m", [0, 7], None), ("plain", [], None)],
)
def test_signs_of_tex_s_companion_font_are_told_by_where_they_stand(text, places, table):
    assert find_table([Coded(text, places)]) == table


def test_codes_that_read_as_no_words_are_taken_for_no_letters():
    text = b" ".join(PROSE).decode("latin-1")
    turned = "".join(chr(33 + (ord(letter) - 32) % 90) if letter != " " else letter for letter in text)

    assert find_table([Coded(text, list(range(len(text))))]) == "T1"
    assert find_table([Coded(turned, list(range(len(text))))]) is None


def test_a_descent_beyond_all_type_does_not_move_text_off_its_page():
    def change(pdf):
        font = pdf.pages[0].obj.Resources.Font["/F1"]
        font.BaseFont, font.Subtype = Name("/Odd"), Name.TrueType
        font.FontDescriptor = Dictionary(
            Type=Name.FontDescriptor, FontName=Name("/Odd"), Flags=32, FontBBox=Array([0, -2500, 1000, 3000]),
            ItalicAngle=0, Ascent=3000, Descent=-2500, CapHeight=700, StemV=80,
        )  # fmt: skip

    data = bend(with_content(b"BT /F1 12 Tf 72 20 Td (Crime fell) Tj ET"), change)

    assert seen(data) == ["Crime", "fell"]


def shaded(color):
    """A page whose heading is filled with a gradient of white to that colour."""

    def change(pdf):
        function = Dictionary(FunctionType=2, Domain=Array([0, 1]), N=1, C0=Array([1, 1, 1]), C1=Array(color))
        shading = Dictionary(
            ShadingType=2, ColorSpace=Name.DeviceRGB, Coords=Array([60, 0, 80, 0]), Function=function,
            Extend=Array([True, True]),
        )  # fmt: skip
        pattern = Dictionary(Type=Name.Pattern, PatternType=2, Shading=shading)
        pdf.pages[0].obj.Resources.Pattern = Dictionary(P1=pdf.make_indirect(pattern))

    return bend(with_content(b"/Pattern cs /P1 scn BT /F1 40 Tf 72 700 Td (Priorities) Tj ET"), change)


def test_words_filled_with_a_gradient_are_read():
    assert seen(shaded([0.2, 0, 0.6])) == ["Priorities"]


def test_words_filled_with_a_gradient_of_white_are_hidden():
    assert hidden(shaded([1, 1, 1])) == [("Priorities", "same-colour")]


def test_white_words_under_others_stay_hidden():
    data = with_content(
        b"BT /F1 12 Tf 1 g 72 700 Td (secret) Tj ET BT /F1 12 Tf 0 g 73 701 Td (Robbery) Tj ET"
    )

    assert (seen(data), hidden(data)) == (["Robbery"], [("secret", "same-colour")])


def test_a_soft_hyphen_that_a_ligature_stands_for_is_no_letter_of_its_word():
    ligature = b"/Span <</ActualText <FEFF007400AD0069>>> BDC (t) Tj EMC"
    data = with_content(b"BT /F1 12 Tf 72 700 Td (mee) Tj " + ligature + b" (ngs) Tj ET")

    assert seen(data) == ["meetings"]


def test_a_page_without_size_has_the_one_that_is_shown():
    data = with_content(b"BT /F1 12 Tf 72 700 Td (Crime fell) Tj ET", MediaBox=Array([0, 0, 0, 0]))

    assert seen(data) == ["Crime", "fell"]


@pytest.mark.parametrize("header", [b"%PDF1.4", b"%PDF.1.4"])
def test_a_header_without_its_hyphen_is_one(header):
    assert seen(draw_pdf(say("Crime fell")).replace(b"%PDF-1.3", header)) == ["Crime", "fell"]


def test_a_drawing_alone_is_a_record_that_says_so():
    report = reportparse.parse(with_content(b"0 0 1 rg 100 100 200 300 re f 1 0 0 rg 320 100 80 200 re f"))

    assert [warning.code for warning in report.warnings] == ["no-text"]


def test_text_off_the_page_alone_is_a_record_with_residue():
    report = reportparse.parse(with_content(b"BT /F1 12 Tf 900 700 Td (Crime) Tj ET"))

    assert [item.text for item in report.residue] == ["Crime"]
    assert {warning.code for warning in report.warnings} == {"hidden-text", "no-text"}


def test_letters_drawn_as_shapes_are_pages_to_recognise():
    letter = b"%d %d m %d %d l %d %d l h f\n"
    places = [(72 + 9 * (n % 40), 700 - 14 * (n // 40)) for n in range(200)]
    shapes = b"".join(letter % (x, y, x + 3, y + 9, x + 6, y) for x, y in places)

    report = reportparse.parse(with_content(shapes))

    assert report.source.scanned_pages == [1]
    assert [(warning.code, warning.page) for warning in report.warnings] == [("no-text", None), ("scanned-page", 1)]


def test_pages_that_no_reader_can_read_are_damage():
    def change(pdf):
        pdf.Root.Pages.Kids = Array([pdf.make_indirect(Dictionary(Type=Name.Font))])

    with pytest.raises(DamagedPdf):
        reportparse.parse(bend(draw_pdf(say("Crime fell")), change))


@pytest.mark.parametrize("digits", ["9" * 16, "1" + "0" * 400])
def test_digits_without_end_are_a_code_and_no_figure(digits):
    text = f"There were 40 offences of {digits} and 80 offences of 120 offences."
    report = reportparse.parse(draw_pdf(say(text, size=1.6, x=5)))

    assert "40" in {figure.text.split()[0] for figure in report.figures}
    assert not any(digits in figure.text for figure in report.figures)
    assert reportparse.load(report.model_dump_json()) == report


def test_a_report_that_says_when_it_was_published_has_that_date():
    def draw(canvas):
        canvas.setFont("Helvetica", 12)
        lines = "Annual Report 2022/23", "Published: 6 March 2023", "Crime fell by 5% in the year."
        for row, line in enumerate(lines):
            canvas.drawString(72, 700 - 30 * row, line)

    assert reportparse.parse(draw_pdf(draw)).metadata.published == "2023-03-06"


@pytest.mark.parametrize("foot", ["ı", "page ıı", "İ"])
def test_letters_that_fold_to_those_of_numerals_are_no_page_numbers(foot):
    codes = [(b"%02x" % (0x61 + n), letter.encode("utf-16-be").hex().encode()) for n, letter in enumerate(foot)]
    data = with_map(b"BT /F1 12 Tf 72 30 Td (" + b"abcdefghi"[: len(foot)] + b") Tj 0 670 Td (XXX) Tj ET", *codes)

    assert foot in " ".join(seen(data))
    assert reportparse.parse(data).coverage.residue == 0


def test_a_number_after_a_list_that_nothing_introduces_is_read():
    def draw(canvas):
        canvas.setFont("Helvetica", 11)
        rows = [("•", "first of the things"), ("•", "second of the things"), ("1", "2n"), ("2", "and more of it")]
        for row, (mark, text) in enumerate(rows):
            canvas.drawString(72, 700 - 40 * row, mark)
            canvas.drawString(96, 700 - 40 * row, text)

    report = reportparse.parse(draw_pdf(draw))

    assert report.coverage.characters == report.coverage.recorded + report.coverage.furniture


def test_words_whose_place_is_no_number_stand_off_the_page():
    huge = b"3" + b"0" * 38 + b".0"
    content = b"%s 0 0 %s %s %s cm BT /F1 12 Tf %s 0 0 -%s %s %s Tm (Crime fell) Tj ET" % ((huge,) * 8)
    with Document(with_content(content)) as document:
        page = document.read_page(1)

    assert [(item.word.text, item.reason) for item in page.hidden] == [("Crime", "off-page"), ("fell", "off-page")]
    assert all(math.isfinite(side) for item in page.hidden for side in (*item.word.box, item.word.baseline))


LINES = 2 * ("The Commission on", "crime and safety", "has delivered 12", "patrols of parks,", "streets and woods.")


def draw_letters(canvas, x=60, y=700):
    """Each letter as a text object of its own, as browsers draw type of variable fonts."""
    for row, line in enumerate(LINES):
        place = x
        for letter in line:
            if letter != " ":
                text = canvas.beginText(place, y - 12 * row)
                text.setFont("Helvetica", 10)
                text.textOut(letter)
                canvas.drawText(text)
            place += stringWidth(letter, "Helvetica", 10)


@pytest.mark.parametrize("angle", [-90, 90])
def test_words_of_letters_drawn_one_by_one_beside_a_turned_title_are_whole(angle):
    def draw(canvas):
        canvas.saveState()
        canvas.translate(20, 300)
        canvas.rotate(angle)
        canvas.drawString(0, 0, "Roads, parks and streets")
        canvas.restoreState()
        draw_letters(canvas)

    assert seen(draw_pdf(draw)) == ["Roads,", "parks", "and", "streets", *" ".join(LINES).split()]
