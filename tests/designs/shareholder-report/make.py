"""Makes report.pdf and truth.json: a company's report to its shareholders on letter paper, set by reportlab.

pip install reportlab pillow && python make.py    (Debian's fonts-urw-base35 must be there)
"""

import io
import json
import random
import tomllib
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw, ImageFilter
from record import Truth
from reportlab.lib.colors import white
from reportlab.platypus import Paragraph
from setting import (
    BODY,
    BULLET,
    CAPTION,
    GREY,
    HEADS,
    HEIGHT,
    LEAD,
    LETTER,
    NOTE,
    QUOTE,
    RED,
    SAND,
    SIDE,
    WIDTH,
    Ledger,
    Sheet,
    read_table,
    register_fonts,
    style,
    to_markup,  # fmt: skip
)

HERE = Path(__file__).parent
LEFT, RIGHT, FOOT = 54.0, WIDTH - 54, 722.0
ALL = RIGHT - LEFT
HALF = (ALL - 22) / 2
MARGIN_WIDTH = 118.0
TEXT = LEFT + MARGIN_WIDTH + 20
_FIRST_FOLIO = 2  # pages before folio 1
_PAGES = {"Financial highlights": 1, "Letter to shareholders": 2, "Review of operations": 4, "Five-year summary": 6,
          "Management’s discussion and analysis": 7, "Consolidated statements of income": 8,
          "Consolidated balance sheets": 9, "Notes to consolidated financial statements": 10,
          "Board of directors": 12}  # fmt: skip


def paint(seed: str, width: int, height: int) -> io.BytesIO:
    """A picture of hills, pipes or faces that shows nobody and nothing."""
    dice = random.Random(seed)  # noqa: S311
    image = Image.new("RGB", (width, height), (196, 190, 178))
    pen = ImageDraw.Draw(image)
    for _ in range(40):
        x, y, r = dice.randrange(width), dice.randrange(height), dice.randrange(8, 70)
        shade = dice.randrange(60, 220)
        pen.ellipse((x - r, y - r, x + r, y + r), fill=(shade, shade * 9 // 10, shade * 8 // 10))
    out = io.BytesIO()
    image.filter(ImageFilter.GaussianBlur(7)).save(out, "JPEG", quality=60)
    out.seek(0)
    return out


class Report:
    """The pages, one method each."""

    def __init__(self) -> None:
        self.text: dict[str, Any] = tomllib.loads((HERE / "report.toml").read_text(encoding="utf-8"))
        self.sheet = Sheet(HERE / "report.pdf")
        titles = "|".join(_PAGES)
        self.truth = Truth([r"^\d+$", f"^({titles})$", f"^({titles}) \\d+$", rf"^\d+ ({titles})$", "^Contents$",
                            f"^({titles}) \\(continued\\)$", f"^{self.text['company']}( 2004 Annual Report)?$",
                            "^2004 Annual Report$"])  # fmt: skip

    def make(self) -> None:
        """All pages."""
        for page in (self.cover, self.inside, self.highlights, self.letter, self.operations, self.summary,
                     self.analysis, self.statements, self.notes, self.board):  # fmt: skip
            page()
        self.sheet.canvas.setTitle("Larkfield Industries, Inc. 2004 Annual Report")
        self.sheet.canvas.save()

    def end(self, chapter: str | None) -> None:
        """Running head and folio at the outer edge, then the next page."""
        if chapter:
            folio = self.sheet.page - _FIRST_FOLIO
            small = style("Helvetica", 7, 9, GREY)
            x, align = (RIGHT, "right") if self.sheet.page % 2 else (LEFT, "left")
            self.sheet.write(x, 38, chapter, small, align=align, space=0.8)
            self.sheet.rule(LEFT, 44, RIGHT, 0.4)
            self.sheet.write(x, 758, str(folio), style("Head", 11, 12, RED), align=align)
            x, align = (LEFT, "left") if self.sheet.page % 2 else (RIGHT, "right")
            self.sheet.write(x, 758, f"{self.text['company']} 2004 Annual Report", small, align=align)
        self.sheet.end_page()
        self.truth.page = self.sheet.page

    def title(self, name: str, top: float = 62) -> float:
        """The heading of a chapter."""
        heading = self.text.get(name, {}).get("heading", name)
        self.truth.add_heading(heading, 1)
        return self.sheet.block(LEFT, top, ALL, heading, HEADS[1]) + 12

    def say(self, x: float, top: float, width: float, text: str, like: Any) -> float:
        """A paragraph on its own."""
        self.truth.add_paragraph(text.strip())
        return self.sheet.block(x, top, width, text.strip(), like)

    def lines(self, x: float, top: float, width: float, texts: list[str], like: Any) -> None:
        """Lines at one leading, which are one paragraph: who signs and when, or an address."""
        self.truth.add_paragraph(" ".join(texts))
        for text in texts:
            top = self.sheet.block(x, top, width, text, like)

    def table(self, name: str, x: float, top: float, width: float, slot: float, caption: str | None = None,
              **more: float) -> float:  # fmt: skip
        """A table and its notes, which are none of the page's text."""
        table = self.text["tables"][name]
        rows, heads = read_table(table)
        notes = table.get("notes", [])
        self.truth.add_cells(rows, heads, caption, notes)
        y = Ledger(self.sheet, table, **more).draw(x, top, width, slot)
        for note in notes:
            y = self.sheet.block(x, y + 3, width, note, style("Helvetica", 7, 9, GREY))
        return y

    def flow(self, text: str, frames: list[Any], *, body: Any = BODY, side: bool = False,
             turn: Any = None) -> float:  # fmt: skip
        """Running text through frames of (left, top, width, bottom); None stands for a turned page."""
        waiting = list(frames)
        x, y, width, bottom = waiting.pop(0)
        for block in text.strip().split("\n\n"):
            for line in block.split("\n"):
                start, _, rest = line.partition(" ")
                if start == "@":
                    if y + 11.5 * self.text["tables"][rest]["rows"].count("\n") + 43 > bottom:
                        x, y, width, bottom = self._next(waiting, turn)
                    y = self._inner_table(rest, x, y - 4, width, side=side) + 9
                    continue
                like, words = {"##": (HEADS[2], rest), "###": (HEADS[3], rest), ">": (QUOTE, rest),
                               "-": (BULLET, rest)}.get(start, (body, line))  # fmt: skip
                head = start in {"##", "###"}
                if head and y + 80 > bottom:
                    x, y, width, bottom = self._next(waiting, turn)
                self._tell(start, words)
                if head and side:
                    self.sheet.block(LEFT, y + 1, MARGIN_WIDTH, words, SIDE)
                    continue
                y += (7 if head and len(start) == 2 else 0) + (like.spaceBefore or 0)
                paragraph = Paragraph(to_markup(words), like, bulletText="•" if start == "-" else None)
                while True:
                    tall = paragraph.wrap(width, HEIGHT)[1]
                    if y + tall <= bottom:
                        break
                    parts = paragraph.split(width, bottom - y)
                    if parts:
                        parts[0].wrap(width, HEIGHT)
                        self.sheet.draw(parts[0], x, y)
                        paragraph = parts[1]
                    x, y, width, bottom = self._next(waiting, turn)
                self.sheet.draw(paragraph, x, y)
                y += tall + like.spaceAfter
        return y

    def _inner_table(self, name: str, x: float, top: float, width: float, *, side: bool) -> float:
        """A table in running text, in small type where its column is narrow."""
        if side:
            return self.table(name, x, top, width, 66, size=8.5, pitch=13.5)
        slot = {1: 58, 2: 52, 3: 46, 4: 40}[self.text["tables"][name]["columns"]]
        return self.table(name, x, top, width, slot, size=7.6, pitch=11.5)

    @staticmethod
    def _next(waiting: list[Any], turn: Any) -> tuple[float, float, float, float]:
        if waiting[0] is None:
            waiting.pop(0)
            turn()
        return waiting.pop(0)

    def _tell(self, start: str, words: str) -> None:
        if start in {"##", "###"}:
            self.truth.add_heading(words, len(start))
        elif start == "-":
            self.truth.add_item(words)
        else:
            self.truth.add_paragraph(words)

    def cover(self) -> None:
        """A photo over all the page with a band across."""
        self.sheet.photo(paint("cover", 400, 520), 0, 0, WIDTH, HEIGHT)
        self.truth.add_picture("photo", None)
        self.sheet.fill(0, 500, WIDTH, 150, RED)
        first, second, third = self.text["cover"]["lines"]
        for text, y, like in ((first, 556, style("Head", 30, 34, white)),
                              (second, 590, style("Helvetica", 15, 18, SAND)),
                              (third, 626, style("Times-Italic", 15, 18, white))):  # fmt: skip
            self.sheet.write(LEFT, y, text, like)
            self.truth.add_paragraph(text)
        self.end(None)

    def inside(self) -> None:
        """The profile, with the contents below it."""
        top = self.title("profile", 90)
        for text in self.text["profile"]["text"].strip().split("\n\n"):
            top = self.say(LEFT, top, 380, text, style("Times-Roman", 13, 19)) + 10
        y = 520.0
        self.sheet.write(LEFT, y, "Contents", style("Head", 15, 18, RED))
        for name, page in _PAGES.items():
            y += 19
            self.sheet.write(LEFT + 16, y, str(page), style("Helvetica-Bold", 9, 11, RED), align="right")
            self.sheet.write(LEFT + 28, y, name, style("Helvetica", 9, 11))
        self.end(None)

    def highlights(self) -> None:
        """The main figures, and two charts of bars."""
        y = self.title("highlights")
        y = self.say(LEFT, y, ALL, self.text["highlights"]["text"], style("Times-Roman", 11, 15)) + 14
        y = self.table("highlights", LEFT, y, ALL, 82, size=9, pitch=16) + 30
        for n, name in enumerate(("sales", "earnings")):
            chart = self.text["charts"][name]
            x = LEFT + n * (HALF + 22)
            self.sheet.write(x, y + 8, chart["caption"], style("Helvetica-Bold", 9, 11))
            self.sheet.write(x, y + 19, chart["unit"], CAPTION)
            chart["texts"] = [f"{value:.{1 + n}f}" for _, value in chart["points"]]
            self.sheet.bars(chart, x, y + 30, HALF, 150)
            labels = [chart["unit"], *(word for pair in zip(chart["texts"], chart["points"], strict=True)
                                       for word in (pair[0], pair[1][0]))]  # fmt: skip
            points = [{"x": year, "y": value} for year, value in chart["points"]]
            self.truth.add_picture("chart", chart["caption"], labels=labels, series=[{"name": None, "points": points}])
        self.end("Financial highlights")

    def letter(self) -> None:
        """Two columns on two pages, signed."""
        top = self.title("letter")
        right = LEFT + HALF + 22

        def turn() -> None:
            self.sheet.photo(paint("portrait", 500, 180), LEFT, 545, ALL, 177)
            self.truth.add_picture("photo", None)
            self.end("Letter to shareholders")

        first = [(LEFT, top, HALF, 530), (right, top, HALF, 530)]
        second = [(LEFT, 62, HALF, 345), (right, 62, HALF, 420)]
        y = self.flow(self.text["letter"]["text"], [*first, None, *second], body=LETTER, turn=turn)
        y += 8
        self.lines(right, y, HALF, self.text["letter"]["sign_off"], style("Times-Italic", 10, 13))
        self.sheet.photo(paint("school", 500, 250), LEFT, 440, ALL, 250)
        self.sheet.block(LEFT, 697, ALL, self.text["letter"]["photo"], CAPTION)
        self.truth.add_picture("photo", self.text["letter"]["photo"])
        self.end("Letter to shareholders")

    def operations(self) -> None:
        """A wide column of text, what belongs to its pictures in the margin."""
        self.title("Review of operations")
        for name, tall, place in (("fluid", 190, 104), ("filtration", 150, 62), ("marine", 0, 460)):
            part = self.text[name]
            self.truth.add_heading(part["heading"], 2)
            y = self.sheet.block(TEXT, place, RIGHT - TEXT, part["heading"], style("Head", 17, 21, RED)) + 6
            y = self.say(TEXT, y, RIGHT - TEXT, part["lead"], LEAD) + 10
            if tall:
                self.sheet.photo(paint(name, 400, tall), TEXT, y, RIGHT - TEXT, tall)
                self.sheet.block(LEFT, y, MARGIN_WIDTH, part["caption"], CAPTION)
                self.truth.add_picture("photo", part["caption"])
                y += tall + 12
            self.flow(part["text"].replace("## ", "### "), [(TEXT, y, RIGHT - TEXT, FOOT)])
            for n, (number, label) in enumerate(part.get("strip", [])):
                self.sheet.write(LEFT, y + 40 + 62 * n, number, style("Head", 26, 28, RED))
                self.sheet.block(LEFT, y + 46 + 62 * n, MARGIN_WIDTH, label, style("Helvetica", 8, 10))
                self.truth.add_picture("other", None, labels=[number, label])
            if name == "fluid":
                self.end("Review of operations")
        chart = self.text["charts"]["segments"]
        self.sheet.write(LEFT, 470, chart["caption"], style("Helvetica-Bold", 9, 11))
        self.sheet.pie(chart, LEFT + 4, 482, 48)
        labels = [word for name, share in chart["points"] for word in (f"{share}%", name)]
        points = [{"x": name, "y": share} for name, share in chart["points"]]
        self.truth.add_picture("chart", chart["caption"], labels=labels, series=[{"name": None, "points": points}])
        self.end("Review of operations")

    def summary(self) -> None:
        """A table over all the page."""
        y = self.title("summary")
        caption = self.text["summary"]["caption"]
        y = self.sheet.block(LEFT, y - 8, ALL, caption, style("Helvetica", 9, 12, GREY)) + 8
        self.table("summary", LEFT, y, ALL, 64, caption, size=8.8, pitch=17)
        self.end("Five-year summary")

    def analysis(self) -> None:
        """Heads hang in the margin."""
        y = self.title("analysis")
        self.flow(self.text["analysis"]["text"], [(TEXT, y, RIGHT - TEXT, FOOT)], side=True)
        self.end("Management’s discussion and analysis")

    def statements(self) -> None:
        """Income on one page, the balance on the next."""
        for name, size, pitch in (("income", 9, 19), ("balance", 8.5, 14)):
            y = self.title(name)
            caption = self.text[name]["caption"]
            y = self.sheet.block(LEFT, y - 8, ALL, caption, style("Helvetica", 9, 12, GREY)) + 6
            y = self.table(name, LEFT, y, ALL, 78, caption, size=size, pitch=pitch)
            self.say(LEFT, y + 8, ALL, self.text[name]["end"], style("Times-Italic", 9, 11))
            self.end(self.text[name]["heading"])

    def notes(self) -> None:
        """Two columns on two pages, with small tables in them."""
        top = self.title("notes")
        right = LEFT + HALF + 22
        name = self.text["notes"]["heading"]

        def turn() -> None:
            self.end(name)
            self.sheet.write(LEFT, 74, f"{name} (continued)", style("Head", 14, 18, RED))

        first = [(LEFT, top, HALF, FOOT), (right, top, HALF, FOOT)]
        second = [(LEFT, 90, HALF, FOOT), (right, 90, HALF, FOOT)]
        self.flow(self.text["notes"]["text"], [*first, None, *second], body=NOTE, turn=turn)
        self.end(name)

    def board(self) -> None:
        """Portraits with the lives beside them, and what a shareholder asks below."""
        y = self.title("board")
        for n, member in enumerate(self.text["board"]["members"]):
            x = LEFT + (n % 2) * (HALF + 22)
            top = y + (n // 2) * 122
            self.sheet.photo(paint(member["role"], 80, 100), x, top, 80, 100)
            self.truth.add_heading(member["role"], 2)
            self.truth.add_picture("photo", None)
            below = self.sheet.block(x + 92, top, HALF - 92, member["role"], HEADS[2])
            self.say(x + 92, below, HALF - 92, member["text"], style("Times-Roman", 9.5, 12))
        y = self.title("shareholders", y + 262)
        third = (ALL - 36) / 3
        for n, block in enumerate(self.text["shareholders"]["blocks"]):
            x = LEFT + n * (third + 18)
            self.truth.add_heading(block["heading"], 2)
            below = self.sheet.block(x, y, third, block["heading"], HEADS[2])
            self.say(x, below, third, block["text"], style("Times-Roman", 9.5, 12))
        self.sheet.rule(LEFT, 650, RIGHT, 0.8, RED)
        self.truth.leave()
        first, *address = self.text["back"]["lines"]
        y = self.say(LEFT, 660, ALL, first, style("Helvetica-Bold", 9, 14))
        self.lines(LEFT, y, ALL, address, style("Helvetica", 9, 14))
        self.end("Board of directors")


def main() -> None:
    """One making."""
    register_fonts()
    report = Report()
    report.make()
    truth = json.dumps(report.truth.records, indent=1, ensure_ascii=False)
    (HERE / "truth.json").write_text(truth + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
