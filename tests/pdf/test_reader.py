"""What the reader promises about pages, shown on small PDFs made here."""

import io
import pickle
import subprocess
import sys
import threading

import pdfplumber
import pikepdf
import pytest
from paper import bend, draw_pdf, say, with_content
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from reportparse.layout import find_lines
from reportparse.pdf import Document, Page


def read(data: bytes, number: int = 1) -> Page:
    with Document(data) as document:
        return document.read_page(number)


def texts(page: Page) -> list[str]:
    return [word.text for word in page.words]


def hidden(page: Page) -> dict[str, str]:
    return {word.text: reason for word, reason in page.hidden}


def assert_boxes_match_pdfplumber(data: bytes) -> None:
    page = read(data)
    with pdfplumber.open(io.BytesIO(data)) as reference:
        expected = {word["text"]: word for word in reference.pages[0].extract_words()}

    assert set(texts(page)) == set(expected)
    for word in page.words:
        sides = [expected[word.text][side] for side in ("x0", "top", "x1", "bottom")]
        assert list(word.box) == pytest.approx(sides, abs=0.5), word.text


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_words_of_a_turned_page_stand_where_it_is_shown(rotation):
    upright = draw_pdf(say("Force budget"), size=(400, 800))
    data = bend(upright, lambda pdf: pdf.pages[0].rotate(rotation, relative=False))

    page = read(data)

    assert texts(page) == ["Force", "budget"]
    assert (page.width, page.height) == ((400, 800) if rotation in (0, 180) else (800, 400))
    assert all(0 <= side <= 800 for word in page.words for side in word.box)
    assert page.words[0].angle == rotation
    with pdfplumber.open(io.BytesIO(data)) as reference:
        chars = reference.pages[0].chars
    first, found = chars[0], page.words[0].box
    assert found.x0 - 0.5 <= first["x0"]
    assert first["x1"] <= found.x1 + 0.5
    assert found.top - 0.5 <= first["top"]
    assert first["bottom"] <= found.bottom + 0.5


@pytest.mark.parametrize("font", ["Helvetica", "Times-Roman", "Courier", "Helvetica-BoldOblique", "Times-Bold"])
def test_standard_fonts_that_are_not_embedded_have_their_own_measures(font):
    assert_boxes_match_pdfplumber(draw_pdf(say("Crime fell", font=font)))


@pytest.mark.parametrize("media", [(0, 0, 600, 800), (50, -100, 650, 700), (-20, 30, 580, 830)])
def test_media_box_may_begin_anywhere(media):
    data = bend(draw_pdf(say("Crime fell", y=500)), lambda pdf: setattr(pdf.pages[0], "mediabox", pikepdf.Array(media)))

    assert_boxes_match_pdfplumber(data)


def test_boxes_may_be_inherited():
    def move_up(pdf):
        pdf.Root.Pages.MediaBox = pikepdf.Array([0, 100, 600, 900])
        del pdf.pages[0].obj["/MediaBox"]

    assert_boxes_match_pdfplumber(bend(draw_pdf(say("Crime fell")), move_up))


def test_text_outside_the_crop_box_is_off_page():
    def crop(pdf):
        pdf.pages[0].cropbox = pikepdf.Array([0, 0, 600, 650])

    page = read(bend(draw_pdf(say("gone")), crop))

    assert texts(page) == []
    assert hidden(page) == {"gone": "off-page"}


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"BT /F1 12 Tf 3 Tr 72 700 Td (secret) Tj ET", "invisible"),
        (b"BT /F1 12 Tf 1 g 72 700 Td (secret) Tj ET", "same-colour"),
        (b"0.2 0.4 0.6 rg 0 600 600 200 re f BT /F1 12 Tf 72 700 Td (secret) Tj ET", "same-colour"),
        (b"BT /F1 12 Tf 72 700 Td (secret) Tj ET 1 0 0 rg 50 650 200 100 re f", "covered"),
        (b"BT /F1 12 Tf 720 700 Td (secret) Tj ET", "off-page"),
        (b"50 400 200 200 re W n BT /F1 12 Tf 72 700 Td (secret) Tj ET", "clipped"),
        (b"50 400 m 90 600 l 250 400 l 250 300 l h W n BT /F1 12 Tf 72 700 Td (secret) Tj ET", "clipped"),
        (b"BT /F1 0.6 Tf 72 700 Td (secret) Tj ET", "tiny"),
    ],
)
def test_what_no_reader_sees_is_kept_apart_with_its_reason(content, reason):
    page = read(with_content(b"q " + content + b" Q BT /F1 12 Tf 0 g 72 500 Td (seen) Tj ET"))

    assert texts(page) == ["seen"]
    assert hidden(page) == {"secret": reason}


@pytest.mark.parametrize(
    "content",
    [
        b"0 0 0.5 rg 50 680 300 50 re f BT /F1 12 Tf 1 g 72 700 Td (seen) Tj ET",
        b"0 0 0.5 rg 50 680 m 300 680 l 320 760 l 60 780 l f BT /F1 12 Tf 1 g 72 700 Td (seen) Tj ET",
        b"BT /F1 12 Tf 72 700 Td (seen) Tj ET 1 0 0 rg 300 650 200 100 re f",
        b"50 400 200 305 re W n BT /F1 12 Tf 72 700 Td (seen) Tj ET",
    ],
)
def test_text_that_stands_out_from_its_ground_is_read(content):
    assert texts(read(with_content(content))) == ["seen"]


@pytest.mark.parametrize(("opacity", "seen"), [(0.4, ["marked"]), (1.0, [])])
def test_text_under_a_marker_pen_is_read_and_text_under_a_box_is_not(opacity, seen):
    def draw(canvas):
        say("marked")(canvas)
        canvas.setFillColorRGB(1, 1, 0, alpha=opacity)
        canvas.rect(60, 690, 300, 30, stroke=0, fill=1)

    assert texts(read(draw_pdf(draw))) == seen


def test_text_of_a_size_below_nought_that_its_matrix_turns_back_stands_upright():
    (there, gone) = read(with_content(b"BT /F1 -12 Tf -1 0 0 -1 72 700 Tm (Robbery fell) Tj ET")).words

    assert [(word.text, word.angle, word.style.size) for word in (there, gone)] == [("Robbery", 0, 12), ("fell", 0, 12)]
    assert (round(there.box.x0), round(there.box.x1)) == (72, 117)


def test_white_text_on_a_gradient_is_read_and_white_text_on_white_is_not():
    content = b"/Pattern cs /P1 scn 50 680 300 50 re f 1 1 1 rg 50 480 300 50 re f BT /F1 12 Tf 1 g 72 700 Td (seen) Tj"
    data = with_content(content + b" 0 -200 Td (secret) Tj ET")

    page = read(bend(data, shade))

    assert texts(page) == ["seen"]
    assert hidden(page) == {"secret": "same-colour"}
    grounds = [fill.color for fill in page.fills]
    assert max(grounds[0]) < 150  # where the gradient begins: a box on the page, not paper
    assert grounds[1] == (255, 255, 255)


def shade(pdf):
    """Add the pattern /P1: dark blue to light blue."""
    names = {"Type": pikepdf.Name.Pattern, "PatternType": 2}
    between = pikepdf.Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0.4], C1=[0.4, 0.6, 0.8], N=1)
    shading = pikepdf.Dictionary(
        ShadingType=2, ColorSpace=pikepdf.Name.DeviceRGB, Coords=[50, 0, 350, 0], Function=between
    )
    pattern = pikepdf.Dictionary(**names, Shading=shading)
    pdf.pages[0].obj.Resources.Pattern = pikepdf.Dictionary(P1=pattern)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"BT /F1 12 Tf 72 700 Td (Data) Tj ET BT /F1 12 Tf 72.4 700 Td (Data) Tj ET", ["Data"]),
        (b"BT /F1 12 Tf 72 700 Td (book 1,100 wool) Tj ET", ["book", "1,100", "wool"]),
        (b"BT /F1 12 Tf 72 700 Td (11) Tj ET BT /F1 12 Tf 72 680 Td (11) Tj ET", ["11", "11"]),
        (b"BT /F1 12 Tf 72 700 Td [(1)  540 (1) (2) 540 (2)] TJ ET", ["12"]),
    ],
)
def test_letters_printed_twice_are_read_once_and_genuine_doubles_stay(content, words):
    assert texts(read(with_content(content))) == words


def test_a_superscript_is_a_word_of_its_own_glued_to_the_one_before():
    page = read(with_content(b"BT /F1 12 Tf 72 700 Td (2020) Tj /F1 7 Tf 5 Ts (1) Tj ET"))

    assert [(word.text, word.is_glued) for word in page.words] == [("2020", False), ("1", True)]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"[(see,) -130 (roads)]", [("see,", False), ("roads", False)]),  # as fonts kern a space behind a comma
        (b"[(see,) -60 (roads)]", [("see,roads", False)]),
        (b"[(1,) -130 (000)]", [("1,000", False)]),
    ],
)
def test_a_space_that_is_kerned_behind_a_stop_parts_words(content, words):
    page = read(with_content(b"BT /F1 12 Tf 72 700 Td " + content + b" TJ ET"))

    assert [(word.text, word.is_glued) for word in page.words] == words


@pytest.mark.parametrize(("gap", "said"), [(2.8, "£4.2m won for"), (0.0, "£4.2mwon for")])
def test_a_space_of_the_small_type_parts_words_from_a_large_figure_before_them(gap, said):
    width = pdfmetrics.stringWidth("£4.2m", "Helvetica-Bold", 26)

    def draw(canvas):
        canvas.setFont("Helvetica-Bold", 26)
        canvas.drawString(50, 500, "£4.2m")
        canvas.setFont("Helvetica", 10)
        canvas.drawString(50 + width + gap, 500, "won for")

    (line,) = find_lines(1, read(draw_pdf(draw)).words)

    assert line.text == said


@pytest.mark.parametrize(
    ("matrix", "angle"), [(b"1 0 0 1", 0), (b"0 1 -1 0", 270), (b"-1 0 0 -1", 180), (b"0 -1 1 0", 90)]
)
def test_turned_words_are_read_forwards_with_their_angle(matrix, angle):
    word = read(with_content(b"BT /F1 12 Tf " + matrix + b" 300 400 Tm (Custody) Tj ET")).words[0]

    assert (word.text, word.angle) == ("Custody", angle)
    assert max(word.box.width, word.box.height) == pytest.approx(44.7, abs=1)
    assert min(word.box.width, word.box.height) == pytest.approx(12, abs=0.1)


@pytest.mark.parametrize("matrix", [b"0.866 0.5 -0.5 0.866", b"0.866 -0.5 0.5 0.866"])
def test_the_last_digits_of_a_slanted_year_are_no_raised_mark(matrix):
    page = read(with_content(b"BT /F1 12 Tf " + matrix + b" 300 400 Tm (2016/17) Tj ET"))

    assert texts(page) == ["2016/17"]


@pytest.mark.parametrize(
    ("matrix", "rotation"), [(b"1 0 0 1", 0), (b"0 1 -1 0", 90), (b"-1 0 0 -1", 180), (b"0 -1 1 0", 270)]
)
def test_digits_of_a_page_that_is_shown_turned_are_no_raised_marks(matrix, rotation):
    said = with_content(b"BT /F1 12 Tf " + matrix + b" 300 400 Tm (2022/23 55%) Tj ET")

    page = read(bend(said, lambda pdf: pdf.pages[0].rotate(rotation, relative=False)))

    assert [(word.text, word.angle) for word in page.words] == [("2022/23", 0), ("55%", 0)]


def test_forms_are_read_with_their_matrices():
    def add_form(pdf):
        page = pdf.pages[0]
        form = pdf.make_stream(b"BT /F1 12 Tf 10 10 Td (inside) Tj ET 0 0 100 0.5 re f")
        form.Type, form.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
        form.BBox, form.Matrix = pikepdf.Array([0, 0, 200, 200]), pikepdf.Array([1, 0, 0, 1, 100, 300])
        form.Resources = page.obj.Resources
        page.obj.Resources.XObject = pikepdf.Dictionary(Fm=form)

    page = read(bend(with_content(b"q 2 0 0 2 0 0 cm /Fm Do Q"), add_form))

    assert texts(page) == ["inside"]
    assert page.words[0].x0 == pytest.approx(220, abs=0.1)
    assert page.words[0].baseline == pytest.approx(180, abs=0.1)
    assert page.words[0].style.size == 24
    assert [(round(rule.x0), round(rule.x1)) for rule in page.rules] == [(200, 400)]


def with_font(content, make):
    """One page with this content and a second font, /F2."""

    def add(pdf):
        pdf.pages[0].obj.Resources.Font.F2 = make(pdf)

    return bend(with_content(content), add)


def ligature_font(_):
    encoding = pikepdf.Dictionary(
        Type=pikepdf.Name.Encoding,
        BaseEncoding=pikepdf.Name.WinAnsiEncoding,
        Differences=pikepdf.Array([1, pikepdf.Name.fi, pikepdf.Name.fl]),
    )
    name = pikepdf.Name
    return pikepdf.Dictionary(Type=name.Font, Subtype=name.Type1, BaseFont=name.Helvetica, Encoding=encoding)


def font_without_unicode(pdf):
    """A subset addressed by glyph, as some exports leave it: no ToUnicode, no font file."""
    name = pikepdf.Name
    descriptor = pikepdf.Dictionary(
        Type=name.FontDescriptor, FontName=name("/ABCDEF+Gotham"), Flags=4, FontBBox=pikepdf.Array([0, -200, 900, 800]),
        ItalicAngle=0, Ascent=800, Descent=-200, CapHeight=700, StemV=80,
    )  # fmt: skip
    system = pikepdf.Dictionary(Registry=pikepdf.String("Adobe"), Ordering=pikepdf.String("Identity"), Supplement=0)
    glyphs = pikepdf.Dictionary(
        Type=name.Font, Subtype=name.CIDFontType2, BaseFont=name("/ABCDEF+Gotham"), CIDSystemInfo=system,
        FontDescriptor=pdf.make_indirect(descriptor), DW=500,
    )  # fmt: skip
    return pikepdf.Dictionary(
        Type=name.Font, Subtype=name.Type0, BaseFont=name("/ABCDEF+Gotham"), Encoding=name("/Identity-H"),
        DescendantFonts=pikepdf.Array([pdf.make_indirect(glyphs)]),
    )  # fmt: skip


def test_ligatures_are_read_as_their_letters_and_take_their_room():
    data = with_font(b"BT /F2 12 Tf 72 700 Td (de\001ned \002ow of\001) Tj ET", ligature_font)

    assert_boxes_match_pdfplumber(data)
    assert texts(read(data)) == ["defined", "flow", "offi"]


@pytest.mark.parametrize("ligature", [b"(\001) Tj", b"/Span <</ActualText (fi)>> BDC (\001) Tj EMC"])
def test_ligatures_in_a_form_stand_where_the_form_does(ligature):
    def add(pdf):
        form = pdf.make_stream(b"BT /F2 12 Tf 20 0 Td (we can ) Tj %s (nd all) Tj ET" % ligature)
        form.Type, form.Subtype, form.BBox = pikepdf.Name.XObject, pikepdf.Name.Form, pikepdf.Array([0, -9, 300, 20])
        form.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F2=ligature_font(pdf)))
        pdf.pages[0].obj.Resources.XObject = pikepdf.Dictionary(X=form)

    page = read(bend(with_content(b"q 1 0 0 1 200 500 cm /X Do Q"), add))

    assert texts(page) == ["we", "can", "find", "all"]
    assert [round(word.x0) for word in page.words] == [220, 239, 261, 284]


def test_a_bullet_far_before_a_word_is_a_word_of_its_own():
    page = read(with_content(b"BT /F1 12 Tf 72 700 Td 9 Tc (-a) Tj 0 Tc 19.67 0 Td (n answer) Tj ET"))

    assert [word.text for word in page.words if not word.is_glued] == ["-", "an", "answer"]


def font_told_as(*names):
    """A font whose letters a, b, c … a rewriting tool has given other names."""

    def make(_):
        name = pikepdf.Name
        differences = pikepdf.Array([ord("a"), *map(name, names)])
        encoding = pikepdf.Dictionary(Type=name.Encoding, Differences=differences)
        return pikepdf.Dictionary(Type=name.Font, Subtype=name.Type1, BaseFont=name.Helvetica, Encoding=encoding)

    return make


@pytest.mark.parametrize(
    ("names", "content", "expected"),
    [
        (["/a1", "/a2", "/a202"], b"(abc) Tj 90 0 Td (cb) Tj 90 0 Td (bca) Tj 90 0 Td (12) Tj", []),
        (["/uni0005", "/uni0006", "/c"], b"(abc) Tj 90 0 Td (cba) Tj 90 0 Td (ab) Tj 90 0 Td (12) Tj", []),
        (["/uni0005", "/b", "/c"], b"(abc) Tj 90 0 Td (cb) Tj 90 0 Td (bcb) Tj", ["\x05bc", "cb", "bcb"]),
        (["/a19", "/b", "/c"], b"(aaa) Tj 90 0 Td (cb) Tj", ["✓✓✓", "cb"]),
    ],
)
def test_a_font_most_of_whose_words_are_no_letters_is_not_believed_in_its_digits_either(names, content, expected):
    page = read(
        with_font(b"BT /F2 12 Tf 72 700 Td %s ET BT /F1 12 Tf 72 500 Td (seen) Tj ET" % content, font_told_as(*names))
    )

    assert texts(page) == [*expected, "seen"]
    assert set(hidden(page).values()) == (set() if expected else {"unmapped"})


def test_glyphs_without_unicode_are_kept_apart_and_told_with_their_font():
    page = read(
        with_font(b"BT /F2 12 Tf 72 700 Td <00230024> Tj ET BT /F1 12 Tf 72 500 Td (seen) Tj ET", font_without_unicode)
    )

    assert texts(page) == ["seen"]
    assert list(hidden(page).values()) == ["unmapped"]
    assert [code for code, _ in page.problems] == ["unmapped-glyphs"]
    assert "Gotham" in page.problems[0][1]


def test_a_pages_words_are_not_lost_by_closing():
    document = Document(draw_pdf(say("Crime fell")))
    page = document.read_page(1)
    document.close()

    assert texts(page) == ["Crime", "fell"]
    assert pickle.loads(pickle.dumps(page)) == page


def test_words_of_a_cropped_page_stand_where_pdfplumber_finds_them():
    def crop(pdf):
        pdf.pages[0].mediabox = pikepdf.Array([-30, 20, 700, 900])
        pdf.pages[0].cropbox = pikepdf.Array([50, 100, 500, 780])

    assert_boxes_match_pdfplumber(bend(draw_pdf(say("Crime fell")), crop))


@pytest.mark.parametrize(
    "content",
    [
        b"BT /F1 12 Tf 1e30 1e30 Td (far) Tj ET",
        b"BT /F1 -12 Tf 72 700 Td (turned) Tj ET",
        b"BT /F1 0 Tf 72 700 Td (none) Tj ET",
        b"BT 0 0 0 0 72 700 Tm /F1 12 Tf (flat) Tj ET",
        b"1e38 1e38 1e38 1e38 re f -1e38 0 m 1e38 1e38 l S",
        b"0 0 0 0 re f 10 10 m 10 10 l S",
        b"q Q Q Q Q ( unbalanced BT ET",
    ],
)
def test_absurd_numbers_do_no_harm(content):
    page = read(with_content(content + b"\nBT /F1 12 Tf 72 500 Td (seen) Tj ET"))

    assert all(-1e7 < side < 1e7 for word in page.words for side in word.box)


def test_a_closed_document_says_so_and_closes_again_in_peace():
    document = Document(draw_pdf(say("Crime")))
    document.close()
    document.close()

    for use in (lambda: document.read_page(1), document.read_bookmarks, lambda: document.plumber_page(1)):
        with pytest.raises(ValueError, match="is closed"):
            use()


@pytest.mark.parametrize("is_shared", [False, True])
def test_threads_read_what_one_reads_alone(is_shared):
    data = draw_pdf(*[say(f"Page number {number} of twelve", size=8 + number) for number in range(12)])
    with Document(data) as document:
        alone = list(document.read_pages())
    results: list[list[Page]] = []

    shared = Document(data)

    def work():
        if is_shared:
            results.append(list(shared.read_pages()))
            return
        with Document(data) as own:
            results.append(list(own.read_pages()))

    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        threads = [threading.Thread(target=work) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    finally:
        sys.setswitchinterval(interval)

    shared.close()
    assert results == [alone] * 8


def test_memory_stays_bounded_over_many_pages():
    script = (
        "import resource, sys; sys.path[:0] = ['src', 'tests/pdf']\n"
        "from paper import draw_pdf, say\n"
        "from reportparse.pdf import Document\n"
        "def draw(canvas):\n"
        "    for line in range(60): canvas.drawString(50, 780 - 12 * line, 'A line of some words ' * 4)\n"
        "document = Document(draw_pdf(*[draw] * 150))\n"
        "pages = document.read_pages()\n"
        "for _ in range(30): next(pages)\n"
        "early = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "for _ in pages: pass\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - early)\n"
    )
    grown = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout

    assert int(grown) < 20_000  # KiB


def test_pdfminer_reads_the_same_words():
    data = draw_pdf(say("Crime fell by 3%"))
    with Document(data) as document:
        fast, slow = document.read_page(1), document.read_page_slowly(1)

    assert texts(fast) == texts(slow)
    assert [word.box for word in slow.words] == [pytest.approx(word.box, abs=0.5) for word in fast.words]
    assert slow.problems == (("slow-page", "read by pdfminer"),)


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
@pytest.mark.parametrize("crop", [(0, 0, 600, 800), (60, 100, 500, 760)])
def test_a_drawn_page_shows_its_words_where_they_are_read(rotation, crop):
    def change(pdf):
        pdf.pages[0].obj.Rotate = rotation
        pdf.pages[0].obj.CropBox = pikepdf.Array(crop)

    scale = 2.0
    with Document(bend(draw_pdf(say("HHHHHHHH", x=120, y=650)), change)) as document:
        [word] = document.read_page(1).words
        image, box = document.draw_page(1, scale)
    ink = image.convert("L").point(lambda level: 255 * (level < 128)).getbbox()
    found = [ink[0] / scale + box.x0, ink[1] / scale + box.top, ink[2] / scale + box.x0, ink[3] / scale + box.top]

    assert image.size == (round(box.width * scale), round(box.height * scale))
    assert all(abs(a - b) <= 4 for a, b in zip(found, word.box, strict=True)), (found, word.box)


def test_a_huge_page_is_drawn_in_bounded_memory():
    with Document(draw_pdf(say("poster"), size=(14400, 14400))) as document:
        image, _ = document.draw_page(1, 3.0)

    assert image.width * image.height <= 20_100_000


@pytest.mark.parametrize("space", [1.2, 2.4])
def test_a_letter_spaced_title_is_read_in_whole_words_though_some_gaps_are_read_as_spaces(space):
    def draw(canvas):
        x = 72.0
        for part in ("A", "genda", " ", "it", "e", "m", " ", "6"):  # as a browser paints it: in pieces
            text = canvas.beginText(x, 700)
            text.setFont("Helvetica-Bold", 15)
            text.setCharSpace(space)
            text.textOut(part)
            canvas.drawText(text)
            x += canvas.stringWidth(part, "Helvetica-Bold", 15) + space * len(part)

    page = read(draw_pdf(draw))

    assert [line.text for line in find_lines(1, page.words)] == ["Agenda item 6"]


def test_a_narrow_space_behind_a_comma_parts_words():
    """As kerning leaves it, where the file draws none."""
    content = b"BT /F1 10 Tf 72 700 Td [(was,) -130 (some) -278 (things) -278 (for) -278 (1,000)] TJ ET"
    with Document(with_content(content)) as document:
        words = document.read_page(1).words

    assert [(word.text, word.is_glued) for word in words] == [
        ("was,", False), ("some", False), ("things", False), ("for", False), ("1,000", False)
    ]  # fmt: skip


def test_a_narrow_space_before_a_quote_parts_words():
    content = b'BT /F1 10 Tf 72 700 Td [(of) -278 (them.) -130 ("Now) -278 (we) -278 (are,")] TJ ET'
    with Document(with_content(content)) as document:
        words = document.read_page(1).words

    assert [word.text for word in words if not word.is_glued] == ["of", "them.", '"Now', "we", 'are,"']


@pytest.mark.parametrize(
    ("name", "is_bold"),
    [
        ("Caladea-Regular", False), ("Caladea-Italic", False), ("Caladea", True), ("Fira-Bold", True),
        ("Fira-Roman", False), ("NimbusRomNo9L-Regu", False),
    ],
)  # fmt: skip
def test_the_name_of_a_font_tells_its_weight_before_its_stems_do(name, is_bold):
    def change(pdf):
        font = pdf.pages[0].obj.Resources.Font.F1
        font.BaseFont = pikepdf.Name(f"/{name}")
        font.FontDescriptor = pikepdf.Dictionary(
            Type=pikepdf.Name.FontDescriptor, FontName=font.BaseFont, Flags=32, StemV=150, ItalicAngle=0,
            Ascent=800, Descent=-200, CapHeight=700, FontBBox=[0, -200, 1000, 800],
        )  # fmt: skip

    with Document(bend(with_content(b"BT /F1 10 Tf 72 700 Td (Crime fell) Tj ET"), change)) as document:
        assert {word.style.is_bold for word in document.read_page(1).words} == {is_bold}


@pytest.mark.parametrize(("face", "is_bold"), [("Vera", False), ("VeraBd", True)])
def test_the_tables_of_a_font_tell_its_weight_before_stems_do_that_were_reckoned_from_its_widest_letter(face, is_bold):
    """As Ghostscript does for the descriptors that it writes anew, of fonts whose names tell no weight, too."""
    pdfmetrics.registerFont(TTFont(face, f"{face}.ttf"))

    def draw(canvas):
        canvas.setFont(face, 12)
        canvas.drawString(72, 700, "Crime fell")

    def change(pdf):
        for font in pdf.pages[0].obj.Resources.Font.values():
            if "/FontDescriptor" in font:
                font.BaseFont = font.FontDescriptor.FontName = pikepdf.Name("/AAAAAA+Vera")
                font.FontDescriptor.StemV = 150

    assert {word.style.is_bold for word in read(bend(draw_pdf(draw), change)).words} == {is_bold}


@pytest.mark.parametrize(
    ("codes", "said"), [("66006900", "first"), ("6600CF00", "ffirst"), ("6600D200", "fflrst"), ("4E004E8C", "一二rst")]
)
def test_letters_of_ligatures_with_their_bytes_turned_are_latin(codes, said):
    """Ghostscript 10.0 writes such tables; the signs of other tables are what they say."""

    def change(pdf):
        cmap = f"1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfchar <58> <{codes}> endbfchar"
        pdf.pages[0].obj.Resources.Font.F1.ToUnicode = pdf.make_stream(f"begincmap {cmap} endcmap".encode())

    page = read(bend(with_content(b"BT /F1 10 Tf 72 700 Td (Xrst) Tj ET"), change))

    assert texts(page) == [said]
