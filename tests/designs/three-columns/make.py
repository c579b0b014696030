"""Makes report.pdf and truth.json: a commissioner's brochure in three columns, its frames placed by hand.

pip install reportlab pillow pyphen fonttools font-lato fontpkg-roboto-slab && python make.py
"""

import json
import tomllib
from pathlib import Path
from typing import Any

from parts import AMBER, Parts
from record import Truth
from reportlab.lib.colors import white
from setting import (
    BODY,
    COLUMN,
    COLUMNS,
    GREY,
    GUTTER,
    HEADING,
    HEIGHT,
    MARGIN,
    NOTE,
    PLUM,
    STANDFIRST,
    TEAL,
    WIDTH,
    Sheet,  # fmt: skip
    Style,
    Thread,
    register_fonts,
)

HERE = Path(__file__).parent
ALL = WIDTH - 2 * MARGIN
TWO = 2 * COLUMN + GUTTER
FOOT = 786
NAME, YEAR = "Norfolk Police and Crime Commissioner", "Annual Report 2022/23"
TABS = ["Foreword", "The year in numbers", "Preventing crime", "Supporting victims", "Safer roads", "Accountability",
        "Finance", "Grants"]  # fmt: skip
_BIG = Style("Slab", 25, 29, white, 0, hyphens=False)


def read_story(text: str) -> list[dict[str, Any]]:
    """Blocks of a story."""
    blocks: list[dict[str, Any]] = []
    for chunk in text.strip().split("\n\n"):
        if chunk.startswith("## "):
            blocks.append({"kind": "heading", "text": chunk[3:]})
        elif chunk[:2] in {"- ", "1."}:
            for line in chunk.splitlines():
                mark, words = line.split(" ", 1)
                blocks.append({"kind": "text", "text": words, "marker": mark.replace("-", "\u2022")})
        else:
            blocks.append({"kind": "text", "text": chunk})
    return blocks


class Brochure:
    """The pages, one method each; `contents` maps titles to pages, as a first making found them."""

    def __init__(self, path: Path, contents: list[tuple[str, int]]) -> None:
        self.text = tomllib.loads((HERE / "report.toml").read_text(encoding="utf-8"))
        self.contents = contents
        self.sheet = Sheet(path)
        self.threads: list[Thread] = []
        tabs = "|".join(TABS)
        self.truth = Truth([r"^\d+$", f"^{NAME}$", f"^{YEAR}$", rf"^\d+ {NAME}$", rf"^{YEAR} \d+$", f"^({tabs})$"])
        self.parts = Parts(self.sheet, self.truth, self.text)

    def make(self) -> None:
        """All pages."""
        for page in (self.cover, self.inside, self.foreword, self.numbers, self.prevent, self.support, self.roads,
                     self.account, self.finance, self.grants):  # fmt: skip
            page()
        left = [thread.blocks[0]["text"] for thread in self.threads if thread.blocks]
        if left:
            raise ValueError(f"no room for {left}: make a frame longer")
        self.sheet.canvas.setTitle(f"{NAME} {YEAR}")
        self.sheet.canvas.save()

    def thread(self, name: str) -> Thread:
        """A story ready to flow."""
        self.threads.append(Thread(self.sheet, read_story(self.text[name]["text"]), self.truth.add_block))
        return self.threads[-1]

    def end(self, tab: str | None = None) -> None:
        """Folio, running foot and thumb tab, then the next page."""
        small = Style("Lato", 7.5, 9, GREY)
        bold = small._replace(font="Lato-Bold", color=TEAL, size=9)
        page = self.sheet.page
        if page % 2:
            self.sheet.write(WIDTH - MARGIN, 816, str(page), bold, "right")
            self.sheet.write(WIDTH - MARGIN - 22, 816, YEAR, small, "right")
        else:
            self.sheet.write(MARGIN, 816, str(page), bold)
            self.sheet.write(MARGIN + 22, 816, NAME, small)
        if tab:
            x, canvas = (WIDTH - 15 if page % 2 else 0), self.sheet.canvas
            at = 180 + 62 * TABS.index(tab)
            self.sheet.fill((x, at, 15, 100), AMBER)
            canvas.saveState()
            canvas.translate(x + 10, HEIGHT - at - 50)
            canvas.rotate(90)
            canvas.setFillColor(white)
            canvas.setFont("Lato-Bold", 7)
            canvas.drawCentredString(0, 0, tab)
            canvas.restoreState()
        self.sheet.end_page()

    def opening(self, name: str) -> float:
        """The band of a chapter with its title, and the lead below it; returns where columns begin."""
        story = self.text[name]
        self.sheet.fill((0, 0, WIDTH, 128), TEAL)
        self.sheet.fill((0, 128, WIDTH, 5), AMBER)
        self.sheet.block(MARGIN, 50, TWO + 40, story["heading"], _BIG)
        self.truth.add_heading(story["heading"], 1, self.sheet.page)
        top = self.sheet.block(MARGIN, 150, ALL, story["standfirst"], STANDFIRST)
        self.truth.add_paragraph(story["standfirst"])
        return top + 6

    def note(self, mark: str, x: float) -> None:
        """A note at the foot of a column."""
        self.sheet.rule(x, FOOT - 31, x + 50, FOOT - 31, 0.5)
        self.sheet.block(x, FOOT - 27, COLUMN, f"{mark} {self.text['notes'][mark]}", NOTE)
        self.truth.add_note(mark, self.text["notes"][mark], self.sheet.page)

    def cover(self) -> None:
        """Photo above, colour below."""
        self.parts.photo("beach", (0, 0, WIDTH, 470), caption=False)
        self.sheet.fill((0, 470, WIDTH, HEIGHT - 470), TEAL)
        self.sheet.fill((0, 470, WIDTH, 8), AMBER)
        first, *lines = self.text["cover"]["lines"]
        for text, y, style in [(self.text["cover"]["title"], 545, Style("Slab", 44, 50, white)),
                               (first, 584, Style("Lato", 19, 24, AMBER)),
                               (lines[0], 716, Style("Lato-Bold", 16, 20, white)),
                               (lines[1], 738, Style("Lato", 11, 14, white))]:  # fmt: skip
            self.sheet.write(MARGIN, y, text, style)
            self.truth.add_paragraph(text)
        self.sheet.end_page()

    def inside(self) -> None:
        """Contents over two columns, what the report is in the third."""
        self.sheet.write(MARGIN, 92, "Contents", Style("Slab", 30, 34, TEAL))
        y = 128.0
        for title, page in self.contents:
            self.sheet.rule(MARGIN, y, MARGIN + TWO, y, 0.6, TEAL)
            self.sheet.write(MARGIN, y + 21, f"{page:02}", Style("Slab", 15, 18, PLUM))
            self.sheet.write(MARGIN + 40, y + 20, title, Style("Lato", 11.5, 14))
            y += 33
        self.sheet.rule(MARGIN, y, MARGIN + TWO, y, 0.6, TEAL)
        x = COLUMNS[2]
        self.parts.photo("office", (x, 62, COLUMN, 190), caption=False)
        self.sheet.block(x, 268, COLUMN, self.text["about"]["heading"], HEADING)
        self.truth.add_heading(self.text["about"]["heading"], 1, 2)
        self.thread("about").flow(x, 286, FOOT)
        self.parts.photo("town", (MARGIN, 480, TWO, 270))
        self.end()

    def foreword(self) -> None:
        """A letter in three columns around a portrait."""
        top = self.opening("foreword")
        thread = self.thread("foreword")
        thread.flow(COLUMNS[0], top, FOOT)
        thread.flow(COLUMNS[1], top, 385)
        y = thread.flow(COLUMNS[2], top, 385)
        for text in self.text["foreword"]["sign_off"]:
            self.sheet.block(COLUMNS[2], y + 8, COLUMN, text, BODY._replace(font="Lato-Bold", color=TEAL))
            self.truth.add_paragraph(text)
        self.parts.quote("foreword", COLUMNS[1], 415, TWO, 25)
        self.parts.photo("portrait", (COLUMNS[1], 525, TWO, 245))
        self.end("Foreword")

    def numbers(self) -> None:
        """Two strips over the page, a chart, a table, and what to make of them."""
        top = self.opening("numbers")
        self.parts.strip("force", (MARGIN, top, ALL, 82))
        self.parts.strip("office", (MARGIN, top + 88, ALL, 72))
        top += 180
        thread = self.thread("numbers")
        thread.flow(COLUMNS[0], top, FOOT)
        thread.flow(COLUMNS[1], top, 590)
        self.parts.chart("crime", COLUMNS[2], top, COLUMN, 190)
        self.parts.table("crime", COLUMNS[1], 612, [150, 60, 60, TWO - 270])
        self.end("The year in numbers")

    def prevent(self) -> None:
        """Two pages; text runs over the turn."""
        top = self.opening("prevent")
        thread = self.thread("prevent")
        thread.flow(COLUMNS[0], top, FOOT)
        thread.flow(COLUMNS[1], top, 485)
        below = self.parts.quote("shops", COLUMNS[2], top + 3, COLUMN)
        thread.flow(COLUMNS[2], below + 12, 485)
        self.parts.photo("beach", (COLUMNS[1], 505, TWO, 262))
        self.end("Preventing crime")
        for x in COLUMNS:
            thread.flow(x, 58, 345)
        self.parts.photo("youth", (MARGIN, 375, ALL, 215))
        self.parts.box("trackers", MARGIN, 625, TWO, columns=2)
        self.parts.box("pass", COLUMNS[2], 625, COLUMN)
        self.end("Preventing crime")

    def support(self) -> None:
        """Two pages with notes, steps and a table in a column."""
        top = self.opening("support")
        self.parts.strip("support", (MARGIN, top, ALL, 82))
        top += 100
        thread = self.thread("support")
        thread.flow(COLUMNS[0], top, FOOT - 40)
        self.note("1", COLUMNS[0])
        thread.flow(COLUMNS[1], top, FOOT)
        thread.flow(COLUMNS[2], top, 640)
        self.parts.quote("victim", COLUMNS[2], 660, COLUMN)
        self.end("Supporting victims")
        thread.flow(COLUMNS[0], 58, 470)
        thread.flow(COLUMNS[1], 58, 470)
        y = self.parts.table("victims", COLUMNS[2], 62, [COLUMN - 80, 40, 40])
        self.parts.box("dog", COLUMNS[2], y + 24, COLUMN, dark=True)
        self.parts.photo("garden", (MARGIN, 500, TWO, 262))
        self.end("Supporting victims")

    def roads(self) -> None:
        """A page with numbers down its side."""
        top = self.opening("roads")
        thread = self.thread("roads")
        thread.flow(COLUMNS[0], top, 460)
        thread.flow(COLUMNS[1], top, 460)
        self.parts.stack("roads", COLUMNS[2], top + 4, COLUMN)
        self.parts.chart("roads", MARGIN, 480, TWO, 150)
        self.parts.photo("camera", (COLUMNS[2], 482, COLUMN, 140))
        self.parts.box("villages", MARGIN, 660, ALL, columns=2)
        self.end("Safer roads")

    def account(self) -> None:
        """A page with a link and a note."""
        top = self.opening("account")
        thread = self.thread("account")
        thread.flow(COLUMNS[0], top, FOOT - 40)
        self.note("2", COLUMNS[0])
        thread.flow(COLUMNS[1], top, 580)
        below = self.parts.quote("custody", COLUMNS[2], top + 3, COLUMN)
        thread.flow(COLUMNS[2], below + 14, 580)
        self.parts.photo("hearing", (COLUMNS[1], 590, TWO, 180))
        self.end("Accountability")

    def finance(self) -> None:
        """Tables and a ring chart."""
        top = self.opening("finance")
        thread = self.thread("finance")
        thread.flow(COLUMNS[0], top, 630)
        self.parts.table("income", COLUMNS[1], top, [150, 60, 60, TWO - 270])
        self.parts.chart("spending", COLUMNS[1], 345, TWO, 210)
        self.parts.table("bands", MARGIN, 638, [ALL - 8 * 53, *[53] * 8])
        self.parts.strip("money", (MARGIN, 716, ALL, 68))
        self.end("Finance")

    def grants(self) -> None:
        """The annex, and how to reach the office."""
        for name, y in (("grants", 62), ("contact", 640)):
            heading = self.text[name]["heading"]
            top = self.sheet.block(MARGIN, y, ALL, heading, _BIG._replace(color=TEAL)) + 8
            self.truth.add_heading(heading, 1, self.sheet.page)
            thread = self.thread(name)
            if name == "grants":
                top = thread.flow(MARGIN, top, 200, ALL)
                self.parts.table("grants", MARGIN, top + 6, [140, 210, 90, ALL - 440], stripes=True, words=3)
            else:
                for x in COLUMNS:
                    thread.flow(x, top, top + 60)
        self.end("Grants")


def main() -> None:
    """Twice: the second time with the pages that the contents name."""
    register_fonts()
    contents: list[tuple[str, int]] = []
    for _ in range(2):
        brochure = Brochure(HERE / "report.pdf", contents)
        brochure.make()
        sections = brochure.truth.records["sections"]
        contents = [(entry["title"], entry["page"]) for entry in sections if entry["level"] == 1 and entry["page"] > 2]
    truth = json.dumps(brochure.truth.records, indent=1, ensure_ascii=False)
    (HERE / "truth.json").write_text(truth + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
