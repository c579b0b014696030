"""Bad input is a typed error or a warning with its page; never a traceback, never an empty record called success."""

import pickle

import pikepdf
import pytest
from paper import bend, draw_pdf, say, with_content

import reportparse
from reportparse.errors import DamagedPdf, EncryptedPdf, NotAPdf, ReportError, TooLarge
from reportparse.pdf import Document

CIPHERS = {
    "RC4 40": {"R": 2, "aes": False, "metadata": False},
    "RC4 128": {"R": 3, "aes": False, "metadata": False},
    "AES 128": {"R": 4, "aes": True},
    "AES 256": {"R": 6, "aes": True},
}


def encrypt(cipher, user, owner):
    encryption = pikepdf.Encryption(user=user, owner=owner, **CIPHERS[cipher])
    return bend(draw_pdf(say("Crime fell")), lambda pdf: None, encryption=encryption)


def texts(data, password=None):
    with Document(data, password) as document:
        assert document.is_encrypted
        return [word.text for page in document.read_pages() for word in page.words]


def said(report):
    return " ".join(paragraph.text for paragraph in report.paragraphs)


@pytest.mark.parametrize("cipher", CIPHERS)
@pytest.mark.parametrize("password", ["user", "owner"])
def test_either_password_opens_a_file(cipher, password):
    assert texts(encrypt(cipher, "user", "owner"), password) == ["Crime", "fell"]


@pytest.mark.parametrize("cipher", CIPHERS)
def test_a_file_that_protects_changes_alone_opens_with_any_password(cipher):
    data = encrypt(cipher, "", "owner")

    assert texts(data) == texts(data, "another") == texts(data, "owner") == ["Crime", "fell"]


@pytest.mark.parametrize("cipher", CIPHERS)
def test_no_password_and_a_wrong_one_are_told_apart(cipher):
    data = encrypt(cipher, "user", "owner")

    with pytest.raises(EncryptedPdf, match="is encrypted; pass --password"):
        Document(data)
    with pytest.raises(EncryptedPdf, match="does not open it"):
        Document(data, "wrong")


@pytest.mark.parametrize("cipher", CIPHERS)
def test_a_file_locked_for_changes_only_just_opens(cipher):
    assert texts(encrypt(cipher, "", "owner")) == ["Crime", "fell"]


@pytest.mark.parametrize("cipher", ["AES 128", "AES 256"])
def test_pdfminer_opens_what_pdfium_opens(cipher):
    with Document(encrypt(cipher, "user", "owner"), "user") as document:
        assert [word.text for word in document.read_page_slowly(1).words] == ["Crime", "fell"]


def test_a_password_may_hold_any_letters():
    assert texts(encrypt("AES 256", "pässwörd", "owner"), "pässwörd") == ["Crime", "fell"]


@pytest.mark.parametrize("data", [b"", b"hello", b"PK\x03\x04 a zip", b"<html>%PDF</html>", b"\x00" * 5000])
def test_what_is_no_pdf_is_refused(data):
    with pytest.raises(NotAPdf):
        reportparse.parse(data)


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.4\n%%EOF", b"%PDF-1.7\n" + bytes(range(256)) * 9])
def test_a_damaged_file_is_refused_in_one_line(data):
    with pytest.raises(DamagedPdf) as caught:
        reportparse.parse(data)

    assert "\n" not in str(caught.value)
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)


def test_a_file_without_pages_is_damaged():
    def remove(pdf):
        del pdf.pages[0]

    with pytest.raises(DamagedPdf, match="it has no pages"):
        reportparse.parse(bend(draw_pdf(say("gone")), remove))


def test_a_file_cut_anywhere_is_parsed_or_refused():
    sentences = ["Crime fell by a third.", "Victims were heard.", "Officers came back.", "Money was saved."]
    data = draw_pdf(*[say(text, y=700 - 90 * place) for place, text in enumerate(sentences)])
    parsed = refused = 0

    for length in [*range(0, len(data), 101), len(data) - 1]:
        try:
            report = reportparse.parse(data[:length])
        except ReportError:
            refused += 1
            continue
        parsed += 1
        told = {warning.page for warning in report.warnings}
        assert said(report)
        pages = range(1, 1 + report.source.page_count)
        assert all(sentences[page - 1] in said(report) or page in told for page in pages)

    assert parsed
    assert refused


def test_a_folder_a_missing_file_and_an_empty_path_are_the_systems_errors(tmp_path):
    for path in (tmp_path, tmp_path / "missing.pdf"):
        with pytest.raises(OSError, match=path.name):
            reportparse.parse(path)


def break_page(pdf):
    pdf.Root.Pages.Kids[1] = pikepdf.Dictionary(Type=pikepdf.Name.Pages)


def test_a_page_that_can_not_be_read_is_a_warning_with_its_page():
    report = reportparse.parse(bend(draw_pdf(say("One."), say("Two."), say("Three.")), break_page))

    assert said(report) == "One. Three."
    assert {warning.page for warning in report.warnings} == {2}
    assert "broken-page" in {warning.code for warning in report.warnings}


@pytest.mark.parametrize(
    "content",
    [
        b"BT /F1 12 Tf 72 700 Td (lost) Tj ET q Q Q Q Q ( unbalanced BT ET",
        b"BT /Missing 12 Tf 72 600 Td (lost) Tj ET",
        b"/Missing Do /Missing gs /Missing sh",
        b"1 0 0 1 " + b"q " * 20_000,
        b"[" * 20_000,
        b"<<" * 20_000,
        b"BT " + b"(" * 20_000,
        b"\xff\x00\x80" * 1000,
        b"1e400 1e400 m 1 1 l S nan inf re f",
    ],
)
def test_content_that_makes_no_sense_does_not_lose_the_page_before_it(content):
    def add(pdf):
        pdf.pages[1].obj.Contents = pdf.make_stream(content)

    report = reportparse.parse(bend(draw_pdf(say("Crime fell."), say("two")), add))

    assert said(report).startswith("Crime fell.")
    assert report.source.page_count == 2


def add_image(pdf):
    pixels = pikepdf.Stream(pdf, b"\x00" * 10_000)
    pixels.stream_dict = pikepdf.Dictionary(
        Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=100, Height=100, BitsPerComponent=8,
        ColorSpace=pikepdf.Name.DeviceGray,
    )  # fmt: skip
    pdf.pages[-1].obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Scan=pixels))
    pdf.pages[-1].obj.Contents = pdf.make_stream(b"q 600 0 0 800 0 0 cm /Scan Do Q")


def test_a_scanned_page_among_others_is_told_with_its_number():
    report = reportparse.parse(bend(draw_pdf(say("Crime fell"), say("")), add_image))

    assert report.source.scanned_pages == [2]
    assert [(warning.code, warning.page) for warning in report.warnings] == [("scanned-page", 2)]


def test_a_record_of_a_scan_says_that_it_holds_no_text():
    report = reportparse.parse(bend(draw_pdf(say("")), add_image))

    assert report.source.scanned_pages == [1]
    assert [(warning.code, warning.page) for warning in report.warnings] == [("no-text", None), ("scanned-page", 1)]


def test_a_form_that_draws_itself_ends():
    def loop(pdf):
        page = pdf.pages[0]
        form = pdf.make_stream(b"BT /F1 12 Tf 10 10 Td (again) Tj ET /Fm Do")
        form.Type, form.Subtype, form.BBox = pikepdf.Name.XObject, pikepdf.Name.Form, pikepdf.Array([0, 0, 600, 800])
        form.Resources = pikepdf.Dictionary(Font=page.obj.Resources.Font, XObject=pikepdf.Dictionary(Fm=form))
        page.obj.Resources.XObject = pikepdf.Dictionary(Fm=form)

    report = reportparse.parse(bend(with_content(b"/Fm Do BT /F1 12 Tf 72 700 Td (Crime fell.) Tj ET"), loop))

    assert "Crime fell." in said(report)


def test_bookmarks_that_point_at_each_other_end():
    def loop(pdf):
        entry = pdf.make_indirect(pikepdf.Dictionary(Title=pikepdf.String("One")))
        entry.Next, entry.First = entry, entry
        pdf.Root.Outlines = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.Outlines, First=entry, Last=entry))

    with Document(bend(draw_pdf(say("Crime")), loop)) as document:
        assert [bookmark.title for bookmark in document.read_bookmarks()] == ["One"]


def test_a_structure_tree_that_holds_itself_ends():
    def loop(pdf):
        element = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.StructElem, S=pikepdf.Name.P))
        element.K, element.P, element.Pg = pikepdf.Array([element]), element, pdf.pages[0].obj
        pdf.Root.StructTreeRoot = pdf.make_indirect(
            pikepdf.Dictionary(Type=pikepdf.Name.StructTreeRoot, K=pikepdf.Array([element]))
        )
        pdf.Root.MarkInfo = pikepdf.Dictionary(Marked=True)

    report = reportparse.parse(bend(draw_pdf(say("Crime fell")), loop))

    assert [paragraph.text for paragraph in report.paragraphs] == ["Crime fell"]


def test_more_pages_than_a_report_has_are_refused(monkeypatch):
    monkeypatch.setattr("reportparse.pdf.document.MAX_PAGES", 2)
    with pytest.raises(TooLarge, match="has 3 pages, more than 2; split it"):
        reportparse.parse(draw_pdf(say("1"), say("2"), say("3")))


def test_more_bytes_than_a_report_has_are_refused(monkeypatch):
    monkeypatch.setattr("reportparse.pdf.document.MAX_BYTES", 500)
    with pytest.raises(TooLarge, match="bytes, more than 500"):
        reportparse.parse(draw_pdf(say("1")))


def test_a_page_with_more_letters_than_pages_have_is_told_and_the_others_are_read():
    letters = b"abcdefghij" * 25
    flood = b"".join(b"BT /F1 0.4 Tf 10 %.1f Td (%s) Tj ET " % (row / 2, letters) for row in range(1000))

    def add(pdf):
        pdf.pages[1].obj.Contents = pdf.make_stream(flood)

    report = reportparse.parse(bend(draw_pdf(say("Crime fell."), say("x")), add))

    assert said(report) == "Crime fell."
    assert [(warning.code, warning.page) for warning in report.warnings] == [("too-much-text", 2)]


def test_a_page_whose_box_is_no_number_and_that_needs_pdfminer_is_told():
    def break_box(pdf):
        pdf.pages[1].obj.MediaBox = pikepdf.Array([0, 0, 594.9, 841.9, pikepdf.Name("/$"), 998])

    with Document(bend(draw_pdf(say("One."), say("Two.")), break_box)) as document:
        page = document.read_page_slowly(2)

    assert "unread-page" in {code for code, _ in page.problems}
