"""Makes report.pdf and truth.json: a Welsh commissioner's report on landscape paper, set by reportlab.

pip install reportlab && python make.py    (Debian's fonts-liberation2 must be there)
"""

import json
import re
from html import escape
from pathlib import Path

from record import Truth
from reportlab.platypus import Paragraph
from setting import BLACK, GREY, HEIGHT, SAND, SIDE, TOP, WINE, Sheet, pair_styles, register_fonts, style

HERE = Path(__file__).parent
BODY, LEAD = style("Regular", 10.5, 13.5), style("Regular", 9, 11)
LIST = style("Regular", 10.5, 13.5, leftIndent=16, bulletIndent=3)
WELSH, ENGLISH, SUB = style("Italic", 13, 16, GREY), style("Bold", 23, 27, WINE), style("Bold", 12.5, 16, WINE)
CAPTION, SIGN, QUOTE = style("Bold", 10, 12.5), style("Bold", 10.5, 14), style("Italic", 14, 18, WINE)
RUNNING = ("Adroddiad Blynyddol | Annual Report 2023/24",
           "Comisiynydd yr Heddlu a Throseddu De Cymru | Police and Crime Commissioner for South Wales")  # fmt: skip
COVER = ("Comisiynydd yr Heddlu a Throseddu De Cymru", "Police and Crime Commissioner for South Wales",
         "Adroddiad Blynyddol", "Annual Report", "2023/24")  # fmt: skip
CONTENTS = "Cynnwys | Contents"


def set_words(text: str) -> str:
    """Text as reportlab's markup."""
    return re.sub(r"\[\^(\d)\]", r"<super size=7>\1</super>", escape(text, quote=False))


def halve(text: str) -> list[str]:
    """The English and the Welsh of a title."""
    return text.split(" | ")


class Report:
    """Blocks of text, set and recorded in one go."""

    def __init__(self, text: str) -> None:
        self.blocks = text.strip().split("\n\n")
        chapters = [halve(block[2:])[:2] for block in self.blocks if block.startswith("# ")]
        self.chapters = chapters
        self.foot = (HERE / "notes.txt").read_text(encoding="utf-8").splitlines()
        titles = [rf"^{re.escape(f'{english} {welsh}')} \d+$" for english, welsh in chapters]
        running = [f"^{re.escape(one)}$" for one in (*RUNNING, " ".join(RUNNING), CONTENTS)]
        self.truth = Truth([*running, r"^Tudalen \d+ / Page \d+$", *titles])
        self.sheet = Sheet(HERE / "report.pdf", RUNNING, "Tudalen {0} / Page {0}")
        self.starts: list[int] = []

    def make(self, pages: list[int]) -> None:
        """All pages, the contents with the numbers that a first run told."""
        self.cover()
        self.contents(pages)
        for block in self.blocks:
            self.block(block)
        self.sheet.next_page()

    def cover(self) -> None:
        """A band and five lines."""
        canvas, sheet = self.sheet.canvas, self.sheet
        canvas.setFillColor(WINE)
        canvas.rect(0, 0, 210, HEIGHT, stroke=0, fill=1)
        places = ((90, 15, "Italic", GREY), (110, 15, "Regular", BLACK), (250, 30, "Italic", GREY),
                  (296, 38, "Bold", WINE), (352, 24, "Regular", BLACK))  # fmt: skip
        for text, (top, size, face, color) in zip(COVER, places, strict=True):
            sheet.put(text, 260, top, 540, style(face, size, size * 1.2, color))
            self.truth.add_paragraph(text)
        sheet.next_page()

    def contents(self, pages: list[int]) -> None:
        """English, Welsh, page: three columns by alignment alone."""
        sheet, cells = self.sheet, pair_styles(12)
        sheet.flow(CONTENTS, ENGLISH, 20)
        rows = [
            [(english, cells["left"], 1), (welsh, style("Italic", 12, 14, GREY), 1), (str(page), cells["right"], 1)]
            for (english, welsh), page in zip(self.chapters, pages, strict=True)
        ]
        sheet.grid(rows, [300, 330, 40], 12)
        sheet.next_page()

    def block(self, block: str) -> None:
        """One block by the sign that opens it."""
        start, _, rest = block.partition(" ")
        makers = {"#": self.chapter, "##": self.heading, ">": self.quote, "=": self.sign, "[table]": self.table,
                  "[words]": self.words, "[box]": self.box, "[chart]": self.chart}  # fmt: skip
        if block.startswith("[strip]"):
            self.strip(block.splitlines()[1:])
        elif start in makers:
            makers[start](rest)
        else:
            self.paragraph(block)

    def chapter(self, rest: str) -> None:
        """A new page, Welsh above English over its whole width."""
        english, welsh, columns = halve(rest)
        sheet = self.sheet
        if sheet.y > TOP or sheet.column:
            sheet.next_page()
        sheet.columns = 1
        self.truth.page = sheet.page
        self.starts.append(sheet.page)
        self.truth.add_heading(f"{welsh} {english}", 1)
        sheet.flow(welsh, WELSH, 1)
        sheet.flow(english, ENGLISH, 12)
        sheet.columns, sheet.top = int(columns), sheet.y

    def heading(self, rest: str) -> None:
        """English and Welsh in one line."""
        english, welsh = halve(rest)
        self.sheet.need(60)
        self.mark()
        self.truth.add_heading(f"{english} · {welsh}", 2)
        self.sheet.y += 4 if self.sheet.y > self.sheet.top else 0
        self.sheet.flow(f'{english} · <font name="Serif-Italic" color="#6f6a66">{welsh}</font>', SUB, 3)

    def mark(self) -> None:
        """Tells the truth on which page the next thing stands."""
        self.truth.page = self.sheet.page

    def paragraph(self, block: str) -> None:
        """A paragraph and its list."""
        words, *items = block.split("\n")
        self.sheet.need(14 if not items else 42)
        self.mark()
        self.truth.add_paragraph(words)
        self.sheet.flow(set_words(words), BODY, 3 if items else 8)
        for number in re.findall(r"\[\^(\d)\]", words):
            self.truth.page = self.sheet.page
            self.truth.add_footnote(number, self.foot[int(number) - 1])
            self.sheet.notes.append(f"<super size=6>{number}</super> {self.foot[int(number) - 1]}")
        for n, item in enumerate(items):
            marker, _, text = item.partition(" ")
            sign = "•" if marker == "-" else marker
            self.truth.add_item(text, sign)
            self.sheet.flow(set_words(text), LIST, 6 if n + 1 == len(items) else 1.5, bulletText=sign)

    def quote(self, text: str) -> None:
        """Large words between two lines."""
        sheet = self.sheet
        sheet.need(76)
        self.mark()
        self.truth.add_paragraph(text)
        for _ in range(2):
            sheet.canvas.setStrokeColor(WINE)
            sheet.canvas.line(sheet.x, HEIGHT - sheet.y - 4, sheet.x + sheet.width, HEIGHT - sheet.y - 4)
            sheet.y += 10
            if _ == 0:
                sheet.flow(text, QUOTE, 4)
        sheet.y += 4

    def sign(self, rest: str) -> None:
        """Who signs, in both languages."""
        for line in rest.split("\n= "):
            self.mark()
            self.truth.add_paragraph(line)
            self.sheet.flow(line, SIGN, 2)

    def strip(self, lines: list[str]) -> None:
        """Big numbers with two labels each."""
        sheet = self.sheet
        width = sheet.width / len(lines)
        for n, line in enumerate(lines):
            self.truth.add_picture("other", None, labels=halve(line))
            number, english, welsh = halve(line)
            x = sheet.x + n * width
            sheet.put(number, x, sheet.y, width - 10, style("Bold", 25, 29, WINE))
            sheet.put(english, x, sheet.y + 31, width - 10, style("Regular", 10, 12))
            sheet.put(welsh, x, sheet.y + 43, width - 10, style("Italic", 10, 12, GREY))
        sheet.y += 68

    def caption(self, rest: str, height: float) -> tuple[str, list[str]]:
        """English above Welsh, and the lines below."""
        title, *lines = rest.splitlines()
        english, welsh = halve(title)
        self.sheet.need(height + 14 * len(lines))
        self.mark()
        self.sheet.flow(english, CAPTION, 0)
        self.sheet.flow(welsh, style("Italic", 10, 12.5, GREY), 5)
        return f"{english} {welsh}", lines

    def table(self, rest: str) -> None:
        """Numbers to the right, no rules."""
        caption, lines = self.caption(rest, 70)
        notes = [line for line in lines if line.startswith(("Source:", "Note:"))]
        rows = [line for line in lines if line not in notes]
        cells = pair_styles(9.5)
        wide = len(halve(rows[-1]))
        first = self.sheet.width * (0.34 if wide > 3 else 0.5)
        widths = [first, *[(self.sheet.width - first) / (wide - 1)] * (wide - 1)]
        told, drawn, heads = [], [], 0
        for row in rows:
            head = heads == 0 or (rows[0].startswith("^") and heads == 1)
            heads += head
            told.append([self.read_cell(text) for text in halve(row.lstrip("*"))])
            bold = "-bold" if head or row.startswith("*") else ""
            drawn.append(
                [(self.set_cell(text), cells[f"{'middle' if span > 1 else 'right' if c else 'left'}{bold}"], span)
                 for c, (text, span) in enumerate(self.spans(row.lstrip("*")))]
            )  # fmt: skip
        self.truth.add_cells(told, heads, caption, notes)
        self.sheet.grid(drawn, widths, 2.5)
        for note in notes:
            self.truth.add_paragraph(note)
            self.sheet.flow(note, style("Regular", 8, 10, GREY), 2)
        self.sheet.y += 9

    def words(self, rest: str) -> None:
        """A table of sentences, told apart by white alone."""
        caption, lines = self.caption(rest, 110)
        cells = pair_styles(9.5)
        drawn = [
            [(self.set_cell(text), cells["left-bold" if r == 0 else "left"], 1) for text in halve(line)]
            for r, line in enumerate(lines)
        ]
        self.truth.add_cells([[self.read_cell(text) for text in halve(line)] for line in lines], 1, caption, [])
        self.sheet.grid(drawn, [230, 380, 110], 8)
        self.sheet.y += 6

    @staticmethod
    def spans(row: str) -> list[tuple[str, int]]:
        """The cells of a row: a digit before the words tells how many columns they cover."""
        cells = [(text[2:], 2) if re.match(r"2 \d{4}/", text) else (text, 1) for text in halve(row)]
        return [("" if text == "^" else text, span) for text, span in cells]

    def read_cell(self, text: str) -> tuple[str, int]:
        """A cell as it is read."""
        [(words, span)] = self.spans(text)
        return words.replace("; ", " "), span

    @staticmethod
    def set_cell(text: str) -> str:
        """English above Welsh."""
        english, _, welsh = escape(text, quote=False).partition("; ")
        return f'{english}<br/><font name="Serif-Italic" color="#6f6a66">{welsh}</font>' if welsh else english

    def box(self, rest: str) -> None:
        """A case study on a tint."""
        title, *texts = rest.splitlines()
        texts = [text for text in texts if text]
        english, welsh = halve(title)
        sheet = self.sheet
        blocks = [(english, style("Bold", 11.5, 14, WINE)), (welsh, style("Italic", 10.5, 13, GREY))]
        blocks += [(text, style("Regular", 10, 12.5, spaceBefore=5)) for text in texts]
        high = sum(Paragraph(*one).wrap(sheet.width - 20, HEIGHT)[1] + 4 for one in blocks) + 16
        sheet.need(high)
        self.mark()
        self.truth.add_callout(f"{english} {welsh}", texts)
        sheet.canvas.setFillColor(SAND)
        sheet.canvas.rect(sheet.x, HEIGHT - sheet.y - high, sheet.width, high, stroke=0, fill=1)
        y = sheet.y + 9
        for one in blocks:
            y += sheet.put(one[0], sheet.x + 10, y, sheet.width - 20, one[1]) + 4
        sheet.y += high + 10

    def chart(self, rest: str) -> None:
        """Bars that lie, on an axis with lines."""
        title, *lines = rest.splitlines()
        english, welsh = halve(title)
        sheet, canvas = self.sheet, self.sheet.canvas
        pairs = [(name, int(value)) for name, value in map(halve, lines)]
        high = 19.0 * len(pairs)
        sheet.need(high + 70)
        self.mark()
        labels = [str(tick) for tick in range(0, 121, 20)] + [name for name, _ in pairs]
        points = [{"x": name, "y": value} for name, value in pairs]
        self.truth.add_picture(
            "chart", f"{english} {welsh}", labels=labels, series=[{"name": None, "points": points}]
        )
        sheet.flow(english, CAPTION, 0)
        sheet.flow(welsh, style("Italic", 10, 12.5, GREY), 8)
        x0, scale, base = SIDE + 130, 4.2, HEIGHT - sheet.y - high
        canvas.setFont("Serif-Regular", 9)
        for tick in range(0, 121, 20):
            canvas.setStrokeColor(GREY)
            canvas.setLineWidth(0.4)
            canvas.line(x0 + tick * scale, base, x0 + tick * scale, base + high)
            canvas.setFillColor(BLACK)
            canvas.drawCentredString(x0 + tick * scale, base - 11, str(tick))
        for n, (name, value) in enumerate(pairs):
            y = base + high - 19 * n - 15
            canvas.setFillColor(WINE)
            canvas.rect(x0, y, value * scale, 11, stroke=0, fill=1)
            canvas.setFillColor(BLACK)
            canvas.drawRightString(x0 - 6, y + 2, name)
        sheet.y += high + 24


def main() -> None:
    """Makes the pages twice: the first run tells the contents their numbers."""
    register_fonts()
    text = (HERE / "report.txt").read_text(encoding="utf-8")
    first = Report(text)
    first.make([0] * len(first.chapters))
    report = Report(text)
    report.make(first.starts)
    report.sheet.canvas.setTitle("Adroddiad Blynyddol | Annual Report 2023/24")
    report.sheet.canvas.save()
    truth = json.dumps(report.truth.records, indent=1, ensure_ascii=False)
    (HERE / "truth.json").write_text(truth + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
