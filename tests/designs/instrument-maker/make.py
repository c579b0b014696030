"""Makes report.pdf and truth.json: an instrument maker's annual report on nearly square paper, set with Typst.

pip install typst pillow && python make.py    (fonts: Nimbus Sans Narrow of Debian's fonts-urw-base35)
"""

import json
import random
import re
import tomllib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw, ImageFilter
from record import Truth
from typesetters import set_book

HERE = Path(__file__).parent


class Code(str):
    """Typst's code, which needs no quotes."""

    __slots__ = ()


def code(value: object) -> str:
    """A value in Typst's code: code as it is, text in quotes, lists in brackets."""
    if isinstance(value, Code):
        return value
    if isinstance(value, list):
        return f"({''.join(code(one) + ', ' for one in value)})"
    return json.dumps(value, ensure_ascii=False)


def body(text: str) -> Code:
    """Markup as an argument."""
    return Code(f"[{text}]")


def call(name: str, *values: object) -> str:
    """A call in Typst's markup."""
    return f"#{name}({', '.join(map(code, values))})\n"


def run(name: str, *values: object) -> Code:
    """A call in Typst's code."""
    return Code(call(name, *values)[1:-1])


def split(lines: Iterable[str]) -> list[list[str]]:
    """Lines as lists of their cells."""
    return [line.split("|") for line in lines]


def paint(path: Path, seed: str, width: int, height: int) -> None:
    """A picture of pipes and dials that shows nothing."""
    dice = random.Random(seed)  # noqa: S311
    image = Image.new("RGB", (width, height), (88, 120, 132))
    pen = ImageDraw.Draw(image)
    for _ in range(45):
        x, y, r = dice.randrange(width), dice.randrange(height), dice.randrange(10, 80)
        shade = dice.randrange(50, 230)
        pen.ellipse((x - r, y - r, x + r, y + r), fill=(shade, shade - 10, shade - 30), outline=(40, 50, 60), width=4)
    image.filter(ImageFilter.GaussianBlur(3)).save(path, quality=60)


class Book:
    """The pages, one method each."""

    def __init__(self, folder: Path) -> None:
        self.text: dict[str, Any] = tomllib.loads((HERE / "report.toml").read_text(encoding="utf-8"))
        company, report = re.escape(self.text["company"]), self.text["report"]
        titles = "|".join(title for _, title in split(self.text["highlights"]["contents"]))
        self.truth = Truth([r"^\d+$", f"^{company}$", f"^{report}$", rf"^\d+ {company}$", rf"^{report} \d+$",
                            rf"^\d+ ({titles})$", "^Contents$"])  # fmt: skip
        self.folder = folder

    def heading(self, title: str, rank: int) -> str:
        """A heading."""
        self.truth.add_section(title, rank)
        return call(f"h{rank}", title)

    def paragraph(self, text: str, name: str = "par") -> str:
        """A paragraph; some begin with words in bold type."""
        self.truth.add_paragraph(text.replace("**", ""))
        return call("run-in", *text[2:].split("** ")) if text.startswith("**") else call(name, text)

    def story(self, text: str) -> str:
        """Headings, paragraphs, lists and tables."""
        out = ""
        for block in text.strip().split("\n\n"):
            sign, _, rest = block.partition(" ")
            if sign in {"##", "###"}:
                out += self.heading(rest, len(sign))
            elif sign == "#":
                number, title = rest.split("|")
                self.truth.add_section(f"{number} {title}", 2, number)
                out += call("hn", number, title)
            elif block[0] == "@":
                out += self.table(block[1:])
            else:
                words, *items = block.split("\n- ")
                out += self.paragraph(words)
                for item in items:
                    self.truth.add_item(item, "■")
                out += call("dots", *items) if items else ""
        return out

    def stories(self, name: str) -> Code:
        """Two columns of running text."""
        return run("two", *(body(self.story(self.text[name][side])) for side in ("left", "right")))

    def photo(self, name: str, width: int, height: int) -> str:
        """The file of a photograph."""
        paint(self.folder / f"{name}.jpg", name, width, height)
        self.truth.add_picture("photo", self.text["photo"][name] or None)
        return f"{name}.jpg"

    def captioned(self, name: str, width: int, height: int, measure: str = "100%") -> list[Code]:
        """A caption in the margin, and the photograph beside it."""
        picture = Code(f'image("{self.photo(name, width, height)}", width: {measure})')
        return [run("margin-note", self.text["photo"][name]), picture]

    def table(self, name: str, heads: int = 1, shape: str = "") -> str:
        """A table with rules below its head and above its sums, numbers to the right."""
        data = self.text["table"][name]
        lines, over = split(data["rows"]), [(text, int(span)) for text, span in split(data.get("head", []))]
        wide = max(map(len, lines))
        rows = [[(cell.lstrip("=*"), 1) for cell in line + [""] * (wide - len(line))] for line in lines]
        self.truth.add_table([over, *rows] if over else rows, heads + bool(over), data.get("caption"), data["notes"])
        cells = [run("over", *one) for one in over]
        for r, line in enumerate(lines):
            if line[0].startswith("*"):
                cells.append(run("group", line[0][1:], wide))
                continue
            bold = r < heads or line[0].startswith("=")
            if line[0].startswith("="):
                cells.append(Code(f"table.hline(start: {wide - 2 if wide < 5 else 1}, stroke: 0.5pt)"))
            for cell in line:
                words = cell.lstrip("=")
                cells.append(run("cell", re.sub(r" (£m|m|Number)$", r"\n\1", words) if r < heads else words, bold))
            if r == heads - 1:
                cells.append(Code("table.hline(stroke: 1pt + ink)"))
        shape = shape or f"(1fr, {', '.join(['auto'] * (wide - 1))})"
        out = call("cap", data["caption"]) if data.get("caption") else ""
        return out + call("numbers", Code(shape), *cells) + "".join(call("small", note) for note in data["notes"])

    def box(self, title: str, story: Callable[[], str]) -> str:
        """Words on a tint."""
        self.truth.open_callout(title)
        inner = call("cap", title) + story()
        self.truth.close_callout()
        return call("boxed", body(inner))

    def cover(self) -> str:
        """A picture over most of it, a coloured band with the title."""
        words = [self.text["cover"]["title"], self.text["cover"]["line"], self.text["company"], self.text["report"]]
        picture = self.photo("cover", 900, 700)
        for text in words:
            self.truth.add_paragraph(text)
        return call("cover", picture, *words)

    def highlights(self) -> str:
        """Six big figures, a list, the contents beside it."""
        data = self.text["highlights"]
        head = self.heading("Highlights of the year", 1) + self.paragraph(data["lead"], "lead")
        for card in split(data["strip"]):
            self.truth.add_card(*card)
        cards = call("cards", split(data["strip"]))
        return head + cards + call("beside", body(self.story(data["text"])), "Contents", split(data["contents"]))

    def chairman(self) -> str:
        """The letter in two columns beside a quotation in the margin."""
        data = self.text["chairman"]
        head = self.heading("Chairman’s statement", 1) + self.paragraph(data["lead"], "lead")
        quote = body(self.paragraph(data["quote"], "quoted"))
        letter = self.story(data["text"]) + "".join(self.paragraph(text) for text in data["sign"])
        return head + call("aside", quote, run("flow", body(letter)), *self.captioned("pune", 800, 300))

    def review(self) -> str:
        """Two columns between photographs."""
        head = self.heading("Business review", 1) + self.paragraph(self.text["review"]["lead"], "lead")
        top = self.captioned("mains", 800, 330)
        stories = self.stories("review")
        return head + call("aside", *top, body(""), stories, *self.captioned("actuator", 400, 300, "62mm"))

    def review_on(self) -> str:
        """The rest of the review with a chart and a table."""
        stories, chart = self.stories("review2"), self.text["chart"]
        lab = self.captioned("lab", 800, 260)
        points = split(chart["points"])
        self.truth.add_bars(chart["title"], chart["names"], points)
        bars = run("bars", chart["title"], chart["names"], points)
        table = body(self.table("divisions"))
        return call("aside", body(""), stories, *lab, body(""), bars, body(""), table)

    def finance(self) -> str:
        """Two columns, the record of five years, a box."""
        head = self.heading("Financial review", 1) + f"#{self.stories('finance')}\n#v(6mm)\n"
        record = self.heading("Five-year record", 1) + self.table("five") + "#v(8mm)\n"
        return head + record + self.box(self.text["risks"]["title"], lambda: f"#{self.stories('risks')}\n")

    def statement(self, title: str, when: str, name: str) -> str:
        """A statement with its column of notes."""
        head = self.heading(title, 1) + self.paragraph(when) + "#v(3mm)\n"
        return head + self.table(name, shape="(1fr, 18mm, 24mm, 24mm)")

    def year(self) -> str:
        """Two statements on one page."""
        when = "for the year ended 30 September 2009"
        first = self.statement("Consolidated income statement", when, "income") + "#v(5mm)\n"
        return first + self.statement("Consolidated cash flow statement", when, "cash")

    def balance(self) -> str:
        """The balance sheet."""
        return self.statement("Consolidated balance sheet", "at 30 September 2009", "balance")

    def notes(self) -> str:
        """Two columns with small tables."""
        return self.heading("Notes to the financial statements", 1) + f"#{self.stories('notes')}\n"

    def holders(self) -> str:
        """What shareholders ask for."""
        data = self.text["holders"]
        head = self.heading("Information for shareholders", 1)
        left = self.story(data["left"]) + self.heading("Terms we use", 2)
        left += "".join(self.paragraph("**{}** {}".format(*term)) for term in split(data["terms"]))
        right = self.table("calendar", 0) + self.table("holdings") + self.story(data["right"])
        title, *lines = data["address"]
        foot = self.box(title, lambda: "".join(map(self.paragraph, lines)))
        return head + call("two", body(left), body(right)) + "#v(1fr)\n" + foot

    def make(self) -> str:
        """All pages."""
        pages = (self.cover, self.highlights, self.chairman, self.review, self.review_on, self.finance, self.year,
                 self.balance, self.notes, self.holders)  # fmt: skip
        sheet = f"#show: {run('sheet.with', self.text['company'], self.text['report'])}\n"
        out = [(HERE / "design.typ").read_text(encoding="utf-8"), sheet]
        for number, page in enumerate(pages, 1):
            self.truth.page = number
            out.append(page() + ("#pagebreak(weak: true)\n" if number < len(pages) else ""))
        return "".join(out)


def main() -> None:
    """Writes the book, prints it."""
    set_book(HERE, _make)


def _make(folder: Path) -> tuple[str, dict[str, Any]]:
    book = Book(folder)
    return book.make(), book.truth.records


if __name__ == "__main__":
    main()
