"""The structure tree of a page, whatever the order of its elements."""

import pytest
from paper import bend, draw_pdf, say
from pikepdf import Array, Dictionary, Name, Pdf

from reportparse.pdf import Document

IN_ORDER = [range(10), range(10, 20), range(20, 60), range(60, 70)]
A_LATER_CHAPTER_FIRST = [range(10), range(60, 70), range(10, 20), range(20, 60)]
PIECES_OF_EACH = [range(page, 120, 3) for page in range(3)]
A_NOTE_AT_THE_END = [range(5), [*range(5, 10), 99], range(10, 99)]


def tagged_pdf(pages: list[list[int]]) -> bytes:
    """A PDF of which each page draws the kids of these numbers of the one root, each as a letter with a mark."""
    count = 1 + max(max(page) for page in pages)

    def change(pdf: Pdf) -> None:
        root = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document))
        kids = [pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P, P=root)) for _ in range(count)]
        root.K = Array(kids)
        numbers = Array()
        for place, (page, own) in enumerate(zip(pdf.pages, pages, strict=True)):
            drawn = [
                b"/P <</MCID %d>> BDC BT /F1 9 Tf 72 %d Td (a) Tj ET EMC" % (k, 780 - 7 * k) for k in range(len(own))
            ]
            font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
            page.obj.Resources = Dictionary(Font=Dictionary(F1=font))
            page.obj.Contents = pdf.make_stream(b"\n".join(drawn))
            page.obj.StructParents = place
            for mark, kid in enumerate(own):
                kids[kid].Pg, kids[kid].K = page.obj, mark
            numbers.extend([place, Array([kids[kid] for kid in own])])
        tree = Dictionary(Type=Name.StructTreeRoot, K=root, ParentTree=Dictionary(Nums=numbers))
        pdf.Root.StructTreeRoot = root.P = pdf.make_indirect(tree)
        pdf.Root.MarkInfo = Dictionary(Marked=True)

    return bend(draw_pdf(*[say("")] * len(pages)), change)


@pytest.mark.parametrize("pages", [IN_ORDER, A_LATER_CHAPTER_FIRST, PIECES_OF_EACH, A_NOTE_AT_THE_END])
def test_every_element_of_a_page_is_found_wherever_it_stands_in_the_tree(pages):
    with Document(tagged_pdf([list(page) for page in pages])) as document:
        found = [[tag.marks[0] for tag in page.tags[0].kids] for page in document.read_pages()]

    assert [sorted(marks) for marks in found] == [list(range(len(page))) for page in pages]


def test_a_page_read_alone_has_the_elements_that_it_has_among_others():
    with Document(tagged_pdf([list(page) for page in IN_ORDER])) as document:
        last = list(document.read_pages())[-1]
        again = next(document.read_pages([4]))
    with Document(tagged_pdf([list(page) for page in IN_ORDER])) as document:
        alone = next(document.read_pages([4]))

    assert last.tags == again.tags == alone.tags
    assert len(alone.tags[0].kids) == 10
