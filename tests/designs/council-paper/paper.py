"""Sets a paper for LibreOffice and keeps what it says: one call sets one block and records it."""

import re
from collections.abc import Sequence
from xml.sax.saxutils import escape

from charts import Series, make_chart, make_image, make_series
from recorder import Record, Recorder, place_cells, read_plain

Items = Sequence[str | tuple[str, Sequence[str]]]
ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii")
GRADES = {"Green": "#70ad47", "Amber": "#ffc000", "Red": "#ff4b4b"}
RULE = "0.5pt solid #000000"
FURNITURE = [
    "^OFFICIAL$", r"^\d{2,3}$", r"^OPCC/PCP/23-11 Page \d+ of \d+$", r"^Page \d+ of \d+$", "^OPCC/PCP/23-11$",
    "^CONTENTS$", r"^(\d+\.0|Appendix \w) .* \d+$", "^Page$",
]  # fmt: skip
_CROSS = re.compile(r"<<([^|]+)\|([^>]+)>>")
_PARTS = re.compile(r"(\[\^\d\]|\[[^\]^]+\]\([^)]+\)|<<[^>]+>>|\*[^*]+\*)")


def paragraph(style: str, content: str, tag: str = "p", extra: str = "") -> str:
    return f'<text:{tag} text:style-name="{style}"{extra}>{content}</text:{tag}>'


class Paper(Recorder):
    """The blocks in order, as OpenDocument in `out` and as records."""

    def __init__(self, notes: Sequence[str], pages: dict[str, int]) -> None:
        super().__init__(FURNITURE)
        self.notes, self.pages = notes, pages
        self.out: list[str] = []
        self.styles: list[str] = []
        self.contents: list[tuple[str, str]] = []
        self.chapter = self.step = 0
        self.letter = ""
        self.frames = 0
        self.lists: dict[str, int] = {}
        for mark, text in enumerate(notes, 1):
            self.add_footnote(str(mark), self.plain(text))

    def plain(self, text: str) -> str:
        return _CROSS.sub(r"\1", read_plain(text)).replace("*", "")

    def words(self, text: str) -> str:
        """Running text with its notes, links, cross-references and words in bold."""
        out = []
        for part in _PARTS.split(text):
            if part.startswith("[^"):
                body = paragraph("Footnote", " " + self.words(self.notes[int(part[2]) - 1]))
                out.append(
                    f'<text:note text:note-class="footnote"><text:note-citation>{part[2]}</text:note-citation>'
                    f"<text:note-body>{body}</text:note-body></text:note>"
                )
            elif part.startswith("["):
                name, uri = part[1:-1].split("](")
                out.append(self.link(name, uri))
            elif part.startswith("<<"):
                name, mark = part[2:-2].split("|")
                out.append(self.link(name, f"#{mark}"))
            elif part.startswith("*"):
                out.append(f'<text:span text:style-name="Bold">{escape(part[1:-1])}</text:span>')
            else:
                out.append(escape(part))
        return "".join(out)

    def link(self, name: str, uri: str) -> str:
        span = f'<text:span text:style-name="Link">{escape(name)}</text:span>'
        return f'<text:a xlink:type="simple" xlink:href="{uri}">{span}</text:a>'

    def style(self, family: str, props: str, parent: str = "") -> str:
        name = f"x{len(self.styles)}"
        parent = f' style:parent-style-name="{parent}"' if parent else ""
        self.styles.append(f'<style:style style:name="{name}" style:family="{family}"{parent}>{props}</style:style>')
        return name

    # -- the front ---------------------------------------------------------------------------------------------

    def line(self, style: str, text: str) -> None:
        """A line of the front that stands alone."""
        self.add_paragraph(text)
        self.out.append(paragraph(style, self.words(text)))

    def stamp(self, text: str) -> None:
        """What the pack prints over the first page."""
        self.add_paragraph(text)

    def field(self, label: str, value: str) -> None:
        self.add_paragraph(f"{label} {value}")
        self.out.append(paragraph("Field", f'<text:span text:style-name="Bold">{label}</text:span><text:tab/>{value}'))

    def list_contents(self) -> None:
        """The place of the contents, which are known at the end."""
        self.front = len(self.records["order"])
        self.place_of_contents = len(self.out)

    def set_contents(self) -> str:
        rows = ""
        for mark, title in self.contents:
            number, _, rest = title.partition(" ")
            if number == "Appendix":
                number, rest = title.split(" – ")
            cells = (self.link(number, f"#{mark}"), self.link(rest, f"#{mark}"), str(self.pages.get(title, 0)))
            rows += "<table:table-row>" + "".join(
                f'<table:table-cell>{paragraph("EntryRight" if n == 2 else "Entry", cell)}</table:table-cell>'
                for n, cell in enumerate(cells)
            ) + "</table:table-row>"
        columns = "".join(self.column(width) for width in (2.8, 11.7, 1.5))
        head = paragraph("ContentsHead", "CONTENTS")
        return f'{head}<table:table table:style-name="Plain16">{columns}{rows}</table:table>'

    # -- headings and text -------------------------------------------------------------------------------------

    def chapter_head(self, title: str, style: str = "H1") -> None:
        self.chapter, self.step = self.chapter + 1, 0
        number = f"{self.chapter}.0"
        self.add_section(f"{number} {title}", 1, number)
        mark = f"s{self.chapter}"
        self.contents.append((mark, f"{number} {title}"))
        head = paragraph(style, f'<text:bookmark text:name="{mark}"/>{escape(title)}')
        self.out.append(self.numbered(head, 1))

    def theme(self, title: str) -> None:
        self.add_section(title, 2, title.split(":", maxsplit=1)[0], "theme")
        self.out.append(paragraph("H2", escape(title), "h", ' text:outline-level="2"'))

    def sub(self, title: str) -> None:
        self.add_section(title, 3)
        self.out.append(paragraph("H3", escape(title), "h", ' text:outline-level="3"'))

    def plain_head(self, title: str) -> None:
        self.add_section(title, 1)
        self.out.append(paragraph("Front", escape(title), "h", ' text:outline-level="1"'))

    def appendix(self, letter: str, title: str, master: str) -> None:
        self.letter, self.step = letter, 0
        whole = f"Appendix {letter} – {title}"
        self.add_section(whole, 1, f"Appendix {letter}", "appendix")
        self.contents.append((f"app{letter}", whole))
        self.styles.append(
            f'<style:style style:name="App{letter}" style:family="paragraph" style:parent-style-name="Front"'
            f' style:master-page-name="{master}"/>'
        )
        words = f'<text:bookmark text:name="app{letter}"/>{escape(whole)}'
        self.out.append(paragraph(f"App{letter}", words, "h", ' text:outline-level="1"'))

    def numbered(self, content: str, level: int) -> str:
        for _ in range(level):
            content = f"<text:list-item>{content}</text:list-item>"
            content = f"<text:list>{content}</text:list>"
        name = "A" if self.letter else "N"
        count = self.lists[name] = self.lists.get(name, 0) + 1
        after = f' text:continue-list="{name}{count - 1}"' if count > 1 else ""
        opened = f'<text:list xml:id="{name}{count}" text:style-name="{name}"{after}>'
        return opened + content.removeprefix("<text:list>")

    def n(self, text: str, items: Items = (), *, bullets: bool = False) -> None:
        """A numbered paragraph with its list."""
        self.step += 1
        number = f"{self.letter or self.chapter}.{self.step}"
        mark = f'<text:bookmark text:name="p{number}"/>'
        self.out.append(self.numbered(paragraph("Text", mark + self.words(text)), 1 if self.letter else 2))
        self.record(text, number, items, bullets)

    def u(self, text: str, items: Items = (), *, style: str = "Text", bullets: bool = True) -> None:
        """A paragraph without a number."""
        self.out.append(paragraph(style, self.words(text)))
        self.record(text, None, items, bullets)

    def record(self, text: str, number: str | None, items: Items, bullets: bool) -> None:
        self.add_paragraph(text)
        one = self.records["paragraphs"][-1]
        one["number"] = number
        one["items"] = self.nest(items, 1, bullets)
        for item in items:
            both = item if isinstance(item, str) else " ".join((item[0], *item[1]))
            one["footnotes"] += [f"n{mark}" for mark in re.findall(r"\[\^(\d)\]", both)]
        if items:
            name = ("U" if self._callout is None else "UBox") if bullets else "R"
            self.out.append(f'<text:list text:style-name="{name}">{self.entries(items)}</text:list>')

    def nest(self, items: Items, level: int, bullets: bool) -> list[Record]:
        out = []
        for place, item in enumerate(items):
            text, inner = (item, ()) if isinstance(item, str) else item
            marker = ("•" if level == 1 else "o") if bullets else f"{ROMAN[place]}." if level == 1 else "•"
            out.append({
                "marker": marker, "text": self.plain(text), "level": level,
                "items": self.nest(inner, level + 1, bullets),
            })  # fmt: skip
        return out

    def entries(self, items: Items) -> str:
        out = ""
        for item in items:
            text, inner = (item, ()) if isinstance(item, str) else item
            more = f"<text:list>{self.entries(inner)}</text:list>" if inner else ""
            out += f"<text:list-item>{paragraph('Item', self.words(text))}{more}</text:list-item>"
        return out

    def quote(self, text: str, who: str) -> None:
        self.u(text, style="Quote")
        self.u(who, style="Who")

    def box(self, title: str, texts: Sequence[str], items: Items = ()) -> None:
        """A text box over the whole width."""
        self.open_callout(title)
        outside, self.out = self.out, []
        self.out.append(paragraph("BoxTitle", escape(title)))
        for place, text in enumerate(texts):
            self.u(text, items if place == len(texts) - 1 else (), style="BoxText")
        inner, self.out = "".join(self.out), outside
        self.close_callout()
        self.frames += 1
        self.out.append(paragraph("Anchor", (
            f'<draw:frame draw:name="Text Box {self.frames}" draw:style-name="BoxFrame" text:anchor-type="as-char"'
            f' svg:width="15.8cm"><draw:text-box fo:min-height="1cm">{inner}</draw:text-box></draw:frame>'
        )))  # fmt: skip

    # -- tables and pictures -----------------------------------------------------------------------------------

    def column(self, width: float) -> str:
        props = f'<style:table-column-properties style:column-width="{width}cm"/>'
        return f'<table:table-column table:style-name="{self.style("table-column", props)}"/>'

    def table(
        self, widths: Sequence[float], rows: Sequence[Sequence[str]], head: int = 1, *, caption: str | None = None,
        ruled: bool = True, notes: Sequence[str] = (), small: bool = False,
    ) -> None:  # fmt: skip
        """A table; "<" goes on with the cell to the left, "^" with the cell above; "|" parts paragraphs of a cell."""
        self.add_cells([], head, caption, notes)
        self.records["tables"][-1]["rows"] = place_cells(rows, lambda text: self.plain(text).replace("|", " "))
        if caption:
            self.out.append(paragraph("Caption", escape(caption)))
        sets = [self.row(rows, r, head, ruled, small) for r in range(len(rows))]
        top = f"<table:table-header-rows>{''.join(sets[:head])}</table:table-header-rows>" if head else ""
        kept = ' style:may-break-between-rows="false"' if len(rows) < 8 else ""
        props = f'<style:table-properties style:width="{sum(widths):.2f}cm" table:align="left"{kept}/>'
        name = self.style("table", props)
        columns = "".join(map(self.column, widths))
        self.out.append(f'<table:table table:style-name="{name}">{columns}{top}{"".join(sets[head:])}</table:table>')
        for note in notes:
            self.add_paragraph(note)
            self.out.append(paragraph("Note", self.words(note)))
        self.out.append(paragraph("Gap", ""))

    def row(self, rows: Sequence[Sequence[str]], r: int, head: int, ruled: bool, small: bool) -> str:
        cells, total = "", rows[r][0].startswith(("Total", "Net"))
        for c, text in enumerate(rows[r]):
            if text in {"<", "^"}:
                cells += "<table:covered-table-cell/>"
                continue
            across = down = 1
            while c + across < len(rows[r]) and rows[r][c + across] == "<":
                across += 1
            while r + down < len(rows) and rows[r + down][c] == "^":
                down += 1
            tint = GRADES.get(text, "#d9e2f3" if ruled and r < head else "")
            props = f'fo:border="{RULE}"' if ruled else 'fo:border="none"'
            if not ruled and total and c:
                props += f' fo:border-top="{RULE}" fo:border-bottom="{RULE}"'
            tint = f' fo:background-color="{tint}"' if tint else ""
            look = self.style("table-cell", f'<style:table-cell-properties fo:padding="0.1cm" {props}{tint}/>')
            number = c and re.fullmatch(r"[(+-]?£?[\d,.]+[%mk]?\)?", text)
            bold = r < head or total or (across > 2 and ruled)
            side = "Right" if number or (r < head and c and not ruled) else "Mid" if r < head and c else ""
            style = ("Small" if small else "Cell") + ("Bold" if bold else "") + side
            spans = f' table:number-columns-spanned="{across}" table:number-rows-spanned="{down}"'
            inner = "".join(paragraph(style, self.words(part)) for part in text.split("|"))
            cells += f'<table:table-cell table:style-name="{look}"{spans}>{inner}</table:table-cell>'
        return f"<table:table-row>{cells}</table:table-row>"

    def picture(
        self, kind: str, caption: str, alt: str, size: Sequence[float], form: str, names: Sequence[str],
        series: Series, grid: Sequence[int] = (),
    ) -> None:  # fmt: skip
        """A chart as a drawing or an image, with its caption below."""
        if form == "image":
            self.add_picture(kind, caption, alt_text=alt)
            body = make_image(names, *series.values())
        else:
            self.add_picture(kind, caption, alt_text=alt, series=make_series(names, series))
            body = make_chart(form, names, series, *grid)
        self.frames += 1
        self.out.append(paragraph("Picture", (
            f'<draw:frame draw:name="Object {self.frames}" draw:style-name="Graphic" text:anchor-type="as-char"'
            f' svg:width="{size[0]}cm" svg:height="{size[1]}cm">{body}<svg:desc>{escape(alt)}</svg:desc></draw:frame>'
        )))  # fmt: skip
        self.out.append(paragraph("Figure", escape(caption)))
