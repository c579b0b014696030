"""The review page: one HTML file that opens from disk, with pages, records, styles and scripts in it.

Nothing from outside is loaded: the page's own policy forbids it, and allows its own styles and scripts by their hash.
"""

import base64
import hashlib
import json
from collections.abc import Callable, Sequence
from functools import cache
from importlib import resources

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from reportparse.models import Report
from reportparse.pdf import Document
from reportparse.pdf.document import Source
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
    return render("review.html", build_view(report), pages=[_sheet(page) for page in pages])


def render(template: str, view: dict[str, object], **parts: object) -> str:
    """A page from its template, with the styles and scripts of the review page and `view` as its data."""
    styles, scripts = [_asset(name) for name in STYLES], [_asset(name) for name in SCRIPTS]
    environment = Environment(autoescape=True, undefined=StrictUndefined)
    return environment.from_string(_asset(template)).render(
        view=view,
        data=embed_json(view),
        policy=policy(styles, scripts),
        styles=[Markup(style) for style in styles],  # noqa: S704  # our own files
        scripts=[Markup(script) for script in scripts],  # noqa: S704
        **parts,
    )


def embed_json(data: object) -> Markup:
    r"""JSON that can stand in a script element: no "<" in it, so that no words of a PDF can end the element.

    >>> embed_json({"text": "</script>"})
    Markup('{"text":"\\u003c/script>"}')
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029"))  # noqa: S704


def policy(styles: Sequence[str], scripts: Sequence[str]) -> str:
    """A Content-Security-Policy that lets the page's own parts in, and nothing from outside."""
    parts = {
        "default-src": "'none'",
        "img-src": "data:",
        "style-src": " ".join(map(_hash, styles)) or "'none'",
        "script-src": " ".join(map(_hash, scripts)) or "'none'",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in parts.items())


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@cache
def _asset(name: str) -> str:
    return (resources.files("reportparse.review") / "assets" / name).read_text(encoding="utf-8")


def _sheet(page: PageImage) -> dict[str, object]:
    box = page.box
    view_box = f"{box.x0:.2f} {box.top:.2f} {box.width:.2f} {box.height:.2f}"
    return {"number": page.number, "uri": page.uri, "width": page.width, "height": page.height, "view_box": view_box}
