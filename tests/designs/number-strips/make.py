"""Makes report.pdf and truth.json: a brochure in three columns with strips of big numbers, set with Typst.

pip install typst pillow && python make.py    (fonts: Open Sans, and URW Gothic and P052 of Debian's fonts-urw-base35)
"""

import json
import random
import re
import tomllib
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw, ImageFilter
from record import Truth
from typesetters import set_book

HERE = Path(__file__).parent
NAVY, SEA, MOSS, PLUM, BRICK = "#14324f", "#0f6b78", "#4d6b2f", "#6b3a6e", "#a5432f"


class Code(str):
    """Typst's code, which needs no quotes."""

    __slots__ = ()


def code(value: object) -> str:
    """A value in Typst's code: code as it is, text in quotes, lists in brackets."""
    if isinstance(value, Code):
        return value
    if value is None:
        return "none"
    if isinstance(value, list):
        return f"({''.join(code(one) + ', ' for one in value)})"
    return json.dumps(value, ensure_ascii=False)


def call(name: str, *values: object) -> str:
    """A call in Typst's markup."""
    return f"#{name}({', '.join(map(code, values))})\n"


def run(name: str, *values: object) -> Code:
    """A call in Typst's code."""
    return Code(call(name, *values)[1:-1])


def body(text: str) -> Code:
    """Markup as an argument."""
    return Code(f"[{text}]")


def mark_up(text: str) -> Code:
    """Typst's markup of links and the marks of notes."""
    text = re.sub(r"([\\#$_`<>@~/=*-])", r"\\\1", text)
    text = re.sub(r"\[\^(\d)\]", r"#super[\1]", text)
    link = lambda found: f'#link("{found[2].replace(chr(92), "")}")[#underline[{found[1]}]]'  # noqa: E731
    return body(re.sub(r"\[([^\]^]+)\]\(([^)]+)\)", link, text))


def paint(path: Path, seed: str, width: int, height: int) -> None:
    """A blurred coast in place of a photograph: sky, hills, sea and somebody in front of it."""
    dice = random.Random(seed)  # noqa: S311
    image = Image.new("RGB", (width, height), (196, 212, 220))
    pen = ImageDraw.Draw(image)
    for layer in range(5):
        y = height * (0.3 + 0.14 * layer)
        ridge = [(x, y + dice.uniform(-0.06, 0.06) * height) for x in range(0, width + 40, 40)]
        shade = tuple(int(c * (1 - 0.13 * layer)) for c in (120, 150, 150 + dice.randrange(30)))
        pen.polygon([(0, height), *ridge, (width, height)], fill=shade)
    for _ in range(3):
        x, size = dice.randrange(width), height * dice.uniform(0.25, 0.4)
        pen.rounded_rectangle((x, height - size, x + size * 0.4, height), 12, fill=(40, 48, dice.randrange(60, 140)))
        pen.ellipse((x + size * 0.08, height - size * 1.3, x + size * 0.32, height - size), fill=(190, 150, 128))
    image.filter(ImageFilter.GaussianBlur(2.5)).save(path, quality=55)


class Book:
    """The pages, one method each, into markup and truth at once."""

    def __init__(self, folder: Path) -> None:
        self.text: dict[str, Any] = tomllib.loads((HERE / "report.toml").read_text(encoding="utf-8"))
        office, report = self.text["office"], self.text["report"]
        tabs = "|".join(["Overview", *(entry["tab"] for entry in self.text.values() if "tab" in entry)])
        self.truth = Truth([r"^\d+$", f"^{office}$", rf"^\d+ {office}$", rf"^{office} \d+$", f"(?i)^{report}$",
                            f"(?i)^({tabs})$", f"^{self.text['contents']['head']}$"])  # fmt: skip
        self.folder, self.tone, self.noted = folder, NAVY, []

    @property
    def colour(self) -> Code:
        """The colour of the chapter."""
        return run("rgb", self.tone)

    def heading(self, title: str, rank: int) -> str:
        """A heading within a chapter."""
        self.truth.add_section(title, rank)
        return call(f"h{rank}", title, self.colour)

    def paragraph(self, text: str, after: str = "") -> str:
        """A paragraph, perhaps with its first words in bold type or with a drop capital; after that it is indented."""
        words = text.removeprefix("~ ")
        self.truth.add_paragraph(words)
        self.noted += re.findall(r"\[\^(\d)\]", text)
        if text.startswith("~ "):
            return call("drop", words)
        if text.startswith("**"):
            head, rest = words[2:].split("** ")
            return call("run-in", head, mark_up(rest), self.colour)
        return call("indented", mark_up(words)) if after == "~" else mark_up(words)[1:-1] + "\n"

    def quote(self, words: str, by: str | None, name: str = "quoted") -> str:
        """Words pulled out."""
        for text in filter(None, [f"“{words}”", by]):
            self.truth.add_paragraph(text)
        return call(name, f"“{words}”", by, self.colour)

    def story(self, text: str) -> str:
        """Running text with what stands in it."""
        out = sign = ""
        for block in text.strip().split("\n\n"):
            last, (sign, _, rest) = sign, block.partition(" ")
            if sign in {"##", "###"}:
                out += self.heading(rest, len(sign))
            elif sign == ">":
                words, _, by = rest.partition("\n| ")
                out += self.quote(words, by or None)
            elif sign == "@":
                out += self.table(rest, "(1fr, auto, auto)")
            elif sign == "%":
                out += self.chart(rest)
            elif sign == "=":
                out += call("stacked", self.numbers(rest), self.colour)
            elif sign == "-":
                items = block.removeprefix("- ").split("\n- ")
                for item in items:
                    self.truth.add_item(item, "■")
                out += call("dots", self.colour, *map(mark_up, items))
            else:
                out += self.paragraph(block, last)
            out += "\n"
        return out

    def numbers(self, name: str) -> list[list[str]]:
        """Big numbers with their labels, recorded; a bar parts a number from its unit."""
        cells = [[*entry["number"].split("|"), entry["label"]] for entry in self.text["strip"][name]]
        for *number, label in cells:
            self.truth.add_number("".join(number), label)
        return cells

    def strip(self, name: str, *, dark: bool) -> str:
        """Big numbers side by side, white on the chapter's colour or coloured on sand."""
        white, sand = Code("white"), Code("sand")
        return call("strip", self.numbers(name), white if dark else self.colour, self.colour if dark else sand)

    def chart(self, name: str) -> str:
        """A drawn chart."""
        data = self.text["chart"][name]
        self.truth.add_chart(data["title"], data["names"], data["points"])
        if data["kind"] == "ring":
            return call("ring-share", data["title"], data["points"], data["middle"], self.colour)
        drawn = {"bars": "bars", "lines": "lines", "stack": "stack-bar"}[data["kind"]]
        return call(drawn, data["title"], data["names"], data["points"], self.colour)

    def table(self, name: str, shape: str, *, striped: bool = False) -> str:
        """A table on a coloured head, some with groups and a total."""
        data = self.text["table"][name]
        head, total = data["head"], data.get("total")
        rows = [*data["rows"], *([total] if total else [])]
        blank = [""] * (len(head) - 1)  # beside the name of a group
        true = [[(text.lstrip("*"), 1) for text in (row if row[1:] else [*row, *blank])] for row in (head, *rows)]
        notes = data.get("notes", [])
        self.truth.add_cells(true, 1, data["title"], notes)
        cells = [run("cell", text, True, Code("white")) for text in head]
        for row in rows:
            if row[0].startswith("*"):
                words = run("cell", row[0][1:], True, self.colour)
                cells.append(Code(f"table.cell(colspan: {len(head)}, {words})"))
                continue
            if row is total:
                cells.append(Code(f"table.hline(stroke: 0.6pt + {self.colour})"))
            cells += [run("cell", text, row is total, Code("ink")) for text in row]
        out = call("cap", data["title"], self.colour)
        out += call("numbers", Code(shape), data.get("words", 1), self.colour, striped, *cells)
        for note in notes:
            self.truth.add_paragraph(note)
            out += call("small", note)
        return out

    def photo(self, name: str, words: str | None, width: int, height: int) -> str:
        """The file of a photograph."""
        paint(self.folder / f"{name}.jpg", name, width, height)
        self.truth.add_picture("photo", words)
        return f"{name}.jpg"

    def box(self, data: dict[str, Any], columns: int) -> str:
        """A case study under its tag."""
        self.truth.open_callout(f"{data['tag']} {data['box_title']}")
        inner = self.story(data["box"])
        self.truth.close_callout()
        return call("tagged", data["tag"], data["box_title"], self.colour, columns, body(inner))

    def flow(self, data: dict[str, Any], key: str = "", name: str = "flow") -> str:
        """Running text in columns, each as tall as a share of it and a little more."""
        slack = data[f"{key}_slack" if key else "slack"]
        return call(name, slack, body(self.story(data[key or "text"])))

    def leaf(self, tab: str, place: int, content: str, *, banded: bool = True) -> str:
        """A page with what stands round it, and the notes that were marked on it; the next one follows."""
        marks, self.noted = self.noted, []
        for mark in marks:
            self.truth.add_footnote(mark, self.text["notes"][mark])
        foot = call("notes-foot", [[mark, self.text["notes"][mark]] for mark in marks]) if marks else ""
        page = [self.text["report"], self.text["office"], tab, self.colour, place, banded]
        self.truth.page += 1
        return call("leaf", *page, body("\n" + content + foot))

    def opening(self, data: dict[str, Any]) -> str:
        """The band and the words below it."""
        self.truth.add_title(data.get("kicker", ""), data["title"])
        self.truth.add_paragraph(data["lead"])
        band = call("band", data.get("kicker", ""), data["title"], self.colour)
        return band + call("lead", data["lead"], self.colour)

    def cover(self) -> str:
        """A photograph over all of it, a panel on top."""
        picture = self.photo("cover", None, 1000, 1400)
        for line in self.text["cover"]["lines"]:
            self.truth.add_paragraph(line)
        self.truth.page += 1
        return call("cover", picture, self.text["cover"]["lines"])

    def contents(self) -> str:
        """Tiles, each with the number of a page; beside them what the report is."""
        data, tones = self.text["contents"], [NAVY, NAVY, SEA, MOSS, PLUM, BRICK, NAVY, NAVY]
        tiles = run("tiles", [row.split("|") for row in data["tiles"]], [run("rgb", tone) for tone in tones])
        side = self.heading(data["title"], 2) + self.story(data["text"]) + "#v(5mm)\n"
        side += self.story(data["note"]) + call("photo", self.photo("about", None, 500, 600), None, 62)
        head = call("title", data["head"], self.colour)
        return self.leaf("", 0, head + call("two-one", tiles, body(side)), banded=False)

    def foreword(self) -> str:
        """A letter in three columns under a photograph."""
        data = self.text["foreword"]
        out = self.opening(data) + call("photo", self.photo("foreword", None, 1100, 330), None, 44) + self.flow(data)
        self.truth.add_paragraph(" ".join(data["sign"]))
        return self.leaf("Overview", 0, out + call("sign", data["sign"]))

    def glance(self) -> str:
        """Strips of numbers, moments on a line, ten people."""
        data = self.text["glance"]
        out = self.opening(data) + self.strip("glance", dark=True) + self.strip("more", dark=False)
        moments = [one.split("|") for one in data["timeline"]]
        self.truth.add_section(data["timeline_title"], 2)
        self.truth.add_picture("diagram", None, labels=[word for one in moments for word in one])
        out += call("moments", data["timeline_title"], moments, self.colour) + self.flow(data)
        self.truth.add_picture("other", None, labels=data["people"])
        return self.leaf("Overview", 0, out + call("crowd", *data["people"], data["people_filled"], self.colour))

    def one(self) -> str:
        """The first priority: three columns, a photograph with its caption on it."""
        self.tone, data = SEA, self.text["one"]
        out = self.opening(data) + self.flow(data)
        photo = self.photo("one", data["photo"], 1100, 300)
        return self.leaf(data["tab"], 1, out + call("barred-photo", photo, data["photo"], self.colour, 44))

    def one_more(self) -> str:
        """Text over a case study in two of three columns, the third for another matter."""
        data = self.text["one_more"]
        top = call("barred-photo", self.photo("cadets", data["photo"], 1100, 520), data["photo"], self.colour, 84)
        left = call("pair", data["left_slack"], body(self.story(data["left"]))) + self.box(data, 2)
        right = body(self.story(data["right"]))
        return self.leaf(self.text["one"]["tab"], 1, top + call("two-one", body(left), right), banded=False)

    def two(self) -> str:
        """The second priority: rings, columns that run on over the page, steps."""
        self.tone, data = MOSS, self.text["two"]
        out = self.opening(data) + call("rings", self.numbers("two"), self.colour) + self.flow(data)
        first = self.leaf(data["tab"], 2, out)
        out = self.flow(data, "second")
        photo = self.photo("town", data["photo"], 1100, 420)
        out += call("barred-photo", photo, data["photo"], self.colour, 66)
        steps = [one.split("|") for one in data["wide"]]
        self.truth.add_section(data["wide_title"], 2)
        for title, text in steps:
            self.truth.add_callout(title, [text])
        out += call("steps", data["wide_title"], steps, self.colour)
        return first + self.leaf(data["tab"], 2, out, banded=False)

    def three(self) -> str:
        """The third priority: run-in heads, a case study over all columns."""
        self.tone, data = PLUM, self.text["three"]
        return self.leaf(data["tab"], 3, self.opening(data) + self.flow(data) + self.box(data, 2))

    def four(self) -> str:
        """The fourth priority: a strip, columns, a quotation across, columns again."""
        self.tone, data = BRICK, self.text["four"]
        out = self.opening(data) + self.strip("four", dark=True) + self.flow(data)
        self.truth.open_callout(None)
        out += self.quote(data["quote"], data["quote_by"], "banner-quote")
        self.truth.close_callout()
        out += self.flow(data, "second")
        return self.leaf(data["tab"], 4, out)

    def account(self) -> str:
        """Columns, a table over all of them, a chart below."""
        self.tone, data = NAVY, self.text["account"]
        out = self.opening(data) + self.flow(data) + self.table("measures", "(1fr, 24mm, 24mm, 26mm, 20mm)")
        charts = [body(self.chart(name)) for name in ("crimes", "satisfaction")]
        return self.leaf(data["tab"], 5, out + f"#grid(columns: (1fr, 1fr), column-gutter: 8mm, {', '.join(charts)})\n")

    def money(self) -> str:
        """Columns with a bar of shares, the budget below."""
        data = self.text["money"]
        table = "(1fr, 24mm, 24mm, 24mm, 24mm)"
        out = self.opening(data) + self.flow(data) + self.strip("money", dark=False)
        first = self.leaf(data["tab"], 6, out + self.table("budget", table, striped=True))
        ring, box = body(self.chart("income")), body(self.box(data["box"], 1))
        out = f"#grid(columns: (1fr, 1fr), column-gutter: 8mm, {ring}, {box})\n"
        out += self.table("bands", f"(1fr, {'16mm, ' * 8})")
        return first + self.leaf(data["tab"], 6, out + self.table("grants", "(1fr, 1.4fr, 30mm, 22mm)"), banded=False)

    def back(self) -> str:
        """Where to write to."""
        data = self.text["back"]
        self.truth.add_section(data["title"], 1)
        for text in (*data["text"], data["urgent"]):
            self.truth.add_paragraph(text)
        return call("back", data["title"], list(map(mark_up, data["text"])), data["urgent"])

    def make(self) -> str:
        """All pages."""
        pages = (self.cover, self.contents, self.foreword, self.glance, self.one, self.one_more, self.two, self.three,
                 self.four, self.account, self.money, self.back)  # fmt: skip
        out = [(HERE / "design.typ").read_text(encoding="utf-8")]
        out += [page() for page in pages]
        return "".join(out)


def main() -> None:
    """Writes the book, prints it."""
    set_book(HERE, _make)


def _make(folder: Path) -> tuple[str, dict[str, Any]]:
    book = Book(folder)
    return book.make(), book.truth.records


if __name__ == "__main__":
    main()
