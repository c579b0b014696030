"""Small PDFs for the reader's tests, drawn with reportlab and bent with pikepdf."""

import io
from collections.abc import Callable

import pikepdf
from reportlab.pdfgen.canvas import Canvas

Draw = Callable[[Canvas], None]


def draw_pdf(*pages: Draw, size: tuple[float, float] = (600, 800), **options: object) -> bytes:
    """A PDF with one page for each function, which draws on it."""
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=size, invariant=1, **options)
    for draw in pages:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def say(text: str, x: float = 72, y: float = 700, size: float = 12, font: str = "Helvetica") -> Draw:
    """A page that says `text` once."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont(font, size)
        canvas.drawString(x, y, text)

    return draw


def bend(data: bytes, change: Callable[[pikepdf.Pdf], None], **options: object) -> bytes:
    """`data` after `change` was made to it."""
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        change(pdf)
        pdf.save(target, **options)
    return target.getvalue()


def with_content(content: bytes, **entries: object) -> bytes:
    """One page of 600 by 800 points with this content stream and Helvetica as /F1."""

    def change(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0]
        font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        page.obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
        page.obj.Contents = pdf.make_stream(content)
        for name, value in entries.items():
            page.obj[f"/{name}"] = value

    return bend(draw_pdf(say("")), change)
