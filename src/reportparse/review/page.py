"""The review page: a report's pages beside what was read from them, in one HTML file."""

from collections.abc import Callable

from reportparse.models import Report
from reportparse.pdf import Document
from reportparse.pdf.document import Source
from reportparse.review.html import render
from reportparse.review.images import PageImage, draw_pages
from reportparse.review.view import build_view

STYLES = ("theme.css", "review.css")
SCRIPTS = ("model.js", "log.js", "cards.js", "sheets.js", "main.js")


def review_page(
    report: Report, pdf: Source, *, password: str | None = None, progress: Callable[[int, int], None] | None = None
) -> str:
    """The HTML of the page by which a reader checks a report.

    Args:
        report: The record.
        pdf: The PDF that it was read from, by path, bytes or binary file object: its pages are drawn.
        password: For a file that asks for one.
        progress: Called after each page with the pages drawn so far and their whole number.

    Raises:
        NotAPdf, EncryptedPdf, DamagedPdf: The PDF can not be read.
        ValueError: It is not the file that the record was read from.
    """
    with Document(pdf, password) as document:
        if document.sha256 != report.source.sha256:
            raise ValueError(f"{document.name} is not the file that this record was read from")
        numbers = list(range(1, document.page_count + 1))
        pages: list[PageImage] = []
        for page in draw_pages(document, numbers):
            pages.append(page)
            if progress is not None:
                progress(len(pages), len(numbers))
    sheets = [_sheet(page) for page in pages]
    return render("review.html", build_view(report), styles=STYLES, scripts=SCRIPTS, pages=sheets)


def _sheet(page: PageImage) -> dict[str, object]:
    box = page.box
    view_box = f"{box.x0:.2f} {box.top:.2f} {box.width:.2f} {box.height:.2f}"
    return {"number": page.number, "uri": page.uri, "width": page.width, "height": page.height, "view_box": view_box}
