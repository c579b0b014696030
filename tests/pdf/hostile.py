"""PDFs that were made to harm: each function makes one, small on disk, by one way that readers have fallen to."""

import zlib
from collections.abc import Callable

import pikepdf
from paper import bend, draw_pdf, say, with_content
from pikepdf import Array, Dictionary, Name, String

TEXT, MORE = "There were 39,507 offences in the year.", "Burglary fell by 12% in the spring."


def _changed(change: Callable[[pikepdf.Pdf], None]) -> bytes:
    return bend(draw_pdf(say(TEXT), say(MORE)), change)


def _streamed(content: bytes) -> bytes:
    return with_content(b"BT /F1 12 Tf 72 700 Td (" + TEXT.encode() + b") Tj ET\n" + content)


def _raw(*objects: bytes, trailer: bytes = b"/Root 1 0 R") -> bytes:
    """A file of these objects, numbered from 1, with a right cross-reference."""
    data, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    end = b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d %s >>\nstartxref\n%d\n%%%%EOF\n"
    return data + end % (size, table, size, trailer, len(data))


def pages_that_hold_themselves() -> bytes:
    def change(pdf: pikepdf.Pdf) -> None:
        tree = pdf.Root.Pages
        tree.Kids.append(tree)
        tree.Count = 3

    return _changed(change)


def parents_in_a_circle() -> bytes:
    def change(pdf: pikepdf.Pdf) -> None:
        tree = pdf.Root.Pages
        tree.Parent = tree
        del pdf.pages[0].obj["/MediaBox"]

    return _changed(change)


def a_count_of_two_thousand_million() -> bytes:
    return _raw(b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count 2147483647 /Kids [] >>")


def a_negative_count() -> bytes:
    return _raw(
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count -7 /Kids [3 0 R] >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] >>",
    )  # fmt: skip


def a_page_tree_five_thousand_deep() -> bytes:
    nodes = [
        b"<< /Type /Pages /Count 1 /Kids [%d 0 R] /Parent %d 0 R >>" % (number + 1, number - 1)
        for number in range(2, 5002)
    ]
    return _raw(b"<< /Type /Catalog /Pages 2 0 R >>", *nodes, b"<< /Type /Page /Parent 5001 0 R /MediaBox [0 0 9 9] >>")


def a_cross_reference_before_itself() -> bytes:
    data = draw_pdf(say(TEXT))
    start = data.rindex(b"startxref")
    place = int(data[start:].split()[1])
    return data.replace(b"trailer\n<<", b"trailer\n<< /Prev %d" % place)


def a_cross_reference_to_nowhere() -> bytes:
    data = draw_pdf(say(TEXT))
    start = data.rindex(b"startxref")
    return data[:start] + b"startxref\n99999999999999\n%%EOF\n"


def cross_references_all_wrong() -> bytes:
    data = draw_pdf(say(TEXT))
    head, table = data.split(b"xref\n", 1)
    return head + b"xref\n" + table.replace(b"00000 n", b"00007 n").replace(b"\n00000", b"\n00001")


def _flate(content: bytes, times: int, **entries: str) -> bytes:
    """A stream that unpacks to `times` as much, packed twice over."""
    packer = zlib.compressobj(9)
    data = b"".join(packer.compress(content) for _ in range(times)) + packer.flush()
    extra = " ".join(f"/{key} {value}" for key, value in entries.items()).encode()
    twice = zlib.compress(data, 9)
    head = b"<< /Length %d /Filter [/FlateDecode /FlateDecode] %s >>" % (len(twice), extra)
    return head + b"\nstream\n" + twice + b"\nendstream"


def _one_page(contents: bytes, *others: bytes, page: bytes = b"") -> bytes:
    return _raw(
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R %s >>" % page, contents, *others,
    )  # fmt: skip


def a_content_of_half_a_thousand_million_bytes() -> bytes:
    return _one_page(_flate(b" " * 1_000_000, 500))


def a_content_of_ten_million_lines() -> bytes:
    return _one_page(_flate(b"0 0 m 9 9 l S\n" * 10_000, 1_000))


def a_content_named_three_thousand_times() -> bytes:
    return _raw(
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents [%s] >>" % (b"4 0 R " * 3_000),
        _flate(b"3" * 1_000_000, 20),
    )  # fmt: skip


def an_image_of_four_thousand_million_pixels() -> bytes:
    image = _flate(b"\0" * 1_000, 1, Type="/XObject", Subtype="/Image", Width="65535", Height="65535",
                   ColorSpace="/DeviceRGB", BitsPerComponent="8")  # fmt: skip
    content = b"<< /Length 20 >>\nstream\n600 0 0 800 0 0 cm /I Do\nendstream"
    return _one_page(content, image, page=b"/Resources << /XObject << /I 5 0 R >> >>")


def brackets_a_hundred_thousand_deep() -> bytes:
    return _one_page(b"<< /Length 0 >>\nstream\n\nendstream", b"[" * 100_000 + b"]" * 100_000, page=b"/Annots 5 0 R")


def states_a_hundred_thousand_deep() -> bytes:
    return _streamed(b"q " * 100_000)


def forms_that_draw_each_other() -> bytes:
    def change(pdf: pikepdf.Pdf) -> None:
        one, two = pdf.make_stream(b"/B Do /B Do"), pdf.make_stream(b"/A Do /A Do")
        for form, name, other in ((one, "/B", two), (two, "/A", one)):
            form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, Array([0, 0, 600, 800])
            form.Resources = Dictionary(XObject=Dictionary({name: other}))
        page = pdf.pages[0]
        page.obj.Resources.XObject = Dictionary(A=one)
        page.contents_add(b"/A Do")

    return _changed(change)


def a_letter_that_draws_itself() -> bytes:
    def change(pdf: pikepdf.Pdf) -> None:
        font = pdf.make_indirect(
            Dictionary(
                Type=Name.Font, Subtype=Name.Type3, FontBBox=Array([0, 0, 1000, 1000]), FirstChar=97, LastChar=97,
                FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]), Widths=Array([1000]),
                Encoding=Dictionary(Type=Name.Encoding, Differences=Array([97, Name("/a")])),
            )
        )  # fmt: skip
        font.CharProcs = Dictionary(a=pdf.make_stream(b"1000 0 0 0 1000 1000 d1 BT /T 500 Tf (aaaa) Tj ET"))
        font.Resources = Dictionary(Font=Dictionary(T=font))
        page = pdf.pages[0]
        page.obj.Resources.Font["/T"] = font
        page.contents_add(b"BT /T 12 Tf 72 600 Td (aaaa) Tj ET")

    return _changed(change)


def a_font_that_is_missing() -> bytes:
    return _streamed(b"BT /F9 12 Tf 72 600 Td (lost) Tj ET")


def a_font_of_rubbish() -> bytes:
    def change(pdf: pikepdf.Pdf) -> None:
        font = pdf.pages[0].obj.Resources.Font["/F1"]
        descriptor = Dictionary(
            Type=Name.FontDescriptor, FontName=Name.Helvetica, Flags=4, FontBBox=Array([0, 0, 0, 0]), ItalicAngle=0,
            Ascent=10**9, Descent=-(10**9), CapHeight=0, StemV=0,
            FontFile2=pdf.make_stream(b"\0\1\0\0" + b"\xff" * 5_000),
        )  # fmt: skip
        font.Subtype, font.FontDescriptor, font.FirstChar, font.LastChar = Name.TrueType, descriptor, 0, 255
        font.Widths = Array([-(10**9)] * 256)

    return _changed(change)


def a_map_of_letters_without_end() -> bytes:
    def change(pdf: pikepdf.Pdf) -> None:
        rows = b"<00> <ff> <0041>\n" * 100_000
        head = b"begincmap 1 begincodespacerange <00> <ff> endcodespacerange 100000 beginbfrange\n"
        pdf.pages[0].obj.Resources.Font["/F1"].ToUnicode = pdf.make_stream(head + rows + b"endbfrange")

    return _changed(change)


def _boxed(*sides: float) -> bytes:
    return _changed(lambda pdf: setattr(pdf.pages[0].obj, "MediaBox", Array(list(sides))))


def a_page_of_no_size() -> bytes:
    return _boxed(0, 0, 0, 0)


def a_page_inside_out() -> bytes:
    return _boxed(600, 800, 0, 0)


def a_page_as_large_as_a_country() -> bytes:
    return _boxed(-(10**9), -(10**9), 10**9, 10**9)


def a_crop_box_off_the_page() -> bytes:
    return _changed(lambda pdf: setattr(pdf.pages[0].obj, "CropBox", Array([9_000, 9_000, 9_001, 9_001])))


def type_of_a_thousand_million_points() -> bytes:
    return _streamed(b"BT /F1 1000000000 Tf 72 600 Td (huge) Tj ET BT /F1 -12 Tf 72 500 Td (turned) Tj ET")


def boxes_of_negative_size() -> bytes:
    return _streamed(b"300 300 -200 -100 re f 1e38 1e38 -1e38 -1e38 re S 0 0 0 0 re f")


def a_matrix_that_squeezes_all_to_nothing() -> bytes:
    return _streamed(b"0 0 0 0 0 0 cm BT /F1 12 Tf (none) Tj ET 1 1 1 1 0 0 cm 5 5 9 9 re f")


def dashes_without_end() -> bytes:
    return _streamed(b"[0.0000001] 0 d 0 0 m 600 800 l S")


def scripts_and_programs_to_run() -> bytes:
    def change(pdf: pikepdf.Pdf) -> None:
        script = Dictionary(S=Name.JavaScript, JS=String("while (true) {}"))
        pdf.Root.OpenAction = script
        pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("a"), script])))
        pdf.Root.AA = Dictionary(WC=Dictionary(S=Name.Launch, F=String("/bin/sh")))
        pdf.pages[0].obj.AA = Dictionary(O=Dictionary(S=Name.URI, URI=String("http://127.0.0.1:9/")))
        pdf.attachments["../../evil.sh"] = b"#!/bin/sh\n"

    return _changed(change)


def bookmarks_without_end() -> bytes:
    def change(pdf: pikepdf.Pdf) -> None:
        first = pdf.make_indirect(Dictionary(Title=String("again")))
        first.Next, first.First, first.Last, first.Parent = first, first, first, first
        pdf.Root.Outlines = Dictionary(Type=Name.Outlines, First=first, Last=first, Count=2**31 - 1)

    return _changed(change)


def a_tree_of_tags_ten_thousand_deep() -> bytes:
    def change(pdf: pikepdf.Pdf) -> None:
        node = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P, K=0, Pg=pdf.pages[0].obj))
        for _ in range(10_000):
            node = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Div, K=node, Pg=pdf.pages[0].obj))
        pdf.Root.StructTreeRoot = Dictionary(Type=Name.StructTreeRoot, K=node)
        pdf.Root.MarkInfo = Dictionary(Marked=True)

    return _changed(change)


def links_by_the_thousand() -> bytes:
    def change(pdf: pikepdf.Pdf) -> None:
        action = Dictionary(S=Name.URI, URI=String("https://example.org/" + "a" * 60_000))
        link = pdf.make_indirect(
            Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 600, 800]), A=action)
        )
        pdf.pages[0].obj.Annots = Array([link] * 5_000)

    return _changed(change)


def pages_of_a_million_rules() -> bytes:
    rules = (b"%d %d m %d %d l S " % (i % 600, i % 800, 600 - i % 600, i % 800) for i in range(2_000))
    return _one_page(_flate(b"".join(rules), 100))


def words_that_are_one_letter_each() -> bytes:
    text = b"".join(b"1 0 0 1 %d %d Tm (%c) Tj " % (i % 600, i // 600 * 9 % 800, 97 + i % 26) for i in range(20_000))
    return _streamed(b"BT /F1 6 Tf " + text + b"ET")


HOSTILE: tuple[Callable[[], bytes], ...] = (
    pages_that_hold_themselves, parents_in_a_circle, a_count_of_two_thousand_million, a_negative_count,
    a_page_tree_five_thousand_deep, a_cross_reference_before_itself, a_cross_reference_to_nowhere,
    cross_references_all_wrong, a_content_of_half_a_thousand_million_bytes, a_content_of_ten_million_lines,
    a_content_named_three_thousand_times,
    an_image_of_four_thousand_million_pixels, brackets_a_hundred_thousand_deep, states_a_hundred_thousand_deep,
    forms_that_draw_each_other, a_letter_that_draws_itself, a_font_that_is_missing, a_font_of_rubbish,
    a_map_of_letters_without_end, a_page_of_no_size, a_page_inside_out, a_page_as_large_as_a_country,
    a_crop_box_off_the_page, type_of_a_thousand_million_points, boxes_of_negative_size,
    a_matrix_that_squeezes_all_to_nothing, dashes_without_end, scripts_and_programs_to_run, bookmarks_without_end,
    a_tree_of_tags_ten_thousand_deep, links_by_the_thousand, pages_of_a_million_rules, words_that_are_one_letter_each,
)  # fmt: skip
