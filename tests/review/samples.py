"""Reports drawn and parsed for the tests of the review page."""

import functools

from paper import draw_pdf
from reportlab.pdfgen.canvas import Canvas

import reportparse

EVIL = "<script>window.pwned = 1</script> & \"quotes\" 'single' <img src=x onerror=alert(1)>"


TOPICS = (
    ("Tackling burglary", "Recorded burglary fell from 48,428 to 39,507 offences in 2020/21, a fall of 18%."),
    ("Supporting victims", "The service helped 1,912 victims, of whom 47% were satisfied with what was done."),
    ("Safer roads", "There were 1,044 people killed or seriously injured, against a target of 900."),
)


def _body(canvas: Canvas, number: int) -> None:
    title, line = TOPICS[(number - 1) % len(TOPICS)]
    high = 740 - 35 * ((number - 1) % 5)  # what stands at one place on every page is a running head
    canvas.setFont("Helvetica-Bold", 18)
    canvas.drawString(72, high, f"Theme {number}: {title}")
    canvas.setFont("Helvetica", 11)
    canvas.drawString(72, high - 40, f"{number}. {line}")
    canvas.drawString(72, high - 70, f"Grants of £{number}.7m went to {number + 52} projects for people of the area.")


def _table(canvas: Canvas) -> None:
    rows = [("Area", "2019/20", "2020/21"), ("Dudley", "1,204", "998"), ("Walsall", "980", "1,011")]
    rows.append(("Total", "2,184", "2,009"))
    canvas.setFont("Helvetica", 10)
    for at, row in enumerate(rows):
        for column, text in enumerate(row):
            canvas.rect(72 + 120 * column, 560 - 24 * at, 120, 24)
            canvas.drawString(80 + 120 * column, 568 - 24 * at, text)


@functools.cache
def plain_pdf(pages: int = 3) -> bytes:
    """Pages with a heading, a numbered paragraph with figures, and on the first a table."""

    def page(number: int):
        def draw(canvas: Canvas) -> None:
            _body(canvas, number)
            if number == 1:
                _table(canvas)

        return draw

    return draw_pdf(*(page(number) for number in range(1, pages + 1)))


@functools.cache
def evil_pdf() -> bytes:
    """A page whose words are markup, with a link that is a script and one that is none."""

    def draw(canvas: Canvas) -> None:
        canvas.setTitle("</title><script>window.pwned = 2</script>")
        canvas.setFont("Helvetica-Bold", 18)
        canvas.drawString(72, 740, "</script><b>Victims</b>")
        canvas.setFont("Helvetica", 10)
        canvas.drawString(72, 700, EVIL)
        canvas.drawString(72, 670, "We met 53 victims </script><script>window.pwned = 3</script> this year.")
        canvas.linkURL("javascript:window.pwned=4", (72, 695, 300, 710), relative=0)
        canvas.linkURL("https://example.org/?a=<b>", (72, 665, 300, 680), relative=0)

    return draw_pdf(draw)


@functools.cache
def parsed(data: bytes) -> reportparse.Report:
    return reportparse.parse(data)
