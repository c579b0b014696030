"""Make `report.pdf` and `truth.json` from `report.md`: an invented annual report of Gwent, in Welsh and in English.

    python make_welsh_area.py        needs WeasyPrint, Pillow and the fonts Lato and Open Sans

The numbers, and what is said of the bodies that are named, are made up.
"""

import html
import json
import re
import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

LINK = re.compile(r"\[([^\]]+)\]\(([^)]+)\)")
CALL = re.compile(r"\[\^(\d)\]")
NOTE = re.compile(r"\[\^(.)\]: (.*)")
ATTRIBUTES = re.compile(r"(?: \{(?:\.(?P<cls>[\w-]+))? ?(?:lang=(?P<lang>\w+))?\})?$")
KINDS = {"Blaenoriaeth": "theme", "Atodiad": "appendix"}
NUMBER = re.compile(r"(?:Blaenoriaeth \d|Atodiad \w)(?=:)")
FURNITURE = (
    "Comisiynydd yr Heddlu a Throseddu Gwent", "Police and Crime Commissioner for Gwent", "Adroddiad Blynyddol 2023-24",
    "Annual Report 2023-24", r"\d+", r"Cynnwys( Contents)?",
)  # fmt: skip


def plain(text):
    """The words alone, lines joined, without calls of notes."""
    return CALL.sub("", LINK.sub(r"\1", text)).replace(" // ", " ")


class Maker:
    """Reads the source block by block, and writes page and truth of each beside each other."""

    def __init__(self, source):
        self.notes = dict(NOTE.findall(source))
        self.lines = source.splitlines()
        self.body, self.path, self.contents = [], [], []
        self.truth = {key: [] for key in ("sections", "paragraphs", "tables", "callouts", "pictures", "order")}
        self.truth |= {"strips": [], "footnotes": []}
        self.callout, self.narrow, self.at = None, False, 0

    def run(self):
        """All blocks."""
        while self.at < len(self.lines):
            line = self.lines[self.at]
            self.at += 1
            if line.startswith("!"):
                command, _, rest = line[1:].partition(" ")
                getattr(self, "_" + command.partition(".")[0])(rest, command)
            elif line.startswith("#"):
                self._heading(line)
            elif line.startswith("Table:"):
                self._table(line.removeprefix("Table:").strip())
            elif line and not NOTE.match(line):
                self._paragraph(line)
        self.truth["footnotes"] = [
            {"id": f"n{mark}", "marker": mark, "text": text} for mark, text in self.notes.items() if mark != "*"
        ]
        self.truth["furniture"] = [f"^{pattern}$" for pattern in FURNITURE]

    def _add(self, kind, letter, fields):
        record = {"id": f"{letter}{len(self.truth[kind]) + 1}", **fields}
        self.truth[kind].append(record)
        self.truth["order"].append(record["id"])
        return record

    def _section(self):
        return self.path[-1]["id"] if self.path else None

    def _mark(self, text):
        text = html.escape(text, quote=False).replace(" // ", "<br>")
        text = LINK.sub(r'<a href="\2">\1</a>', text)
        return CALL.sub(lambda m: f'<span class="note">{self.notes[m[1]]}</span>', text)

    def _heading(self, line):
        found = ATTRIBUTES.search(line)
        depth, text = re.match(r"(#+) (.*)", line[: found.start()]).groups()
        level, parts = len(depth), text.split(" / ")
        self.path = [entry for entry in self.path if entry["level"] < level]
        number = NUMBER.match(text)
        record = self._add("sections", "s", {
            "title": " ".join(parts), "level": level, "number": number[0] if number else None,
            "kind": KINDS.get(number[0].split()[0]) if number else "section", "parent": self._section(),
        })  # fmt: skip
        self.path.append(record)
        words = self._mark(text)
        if level == 1:
            words = f'<span class="cy">{html.escape(parts[0])}</span><span class="en">{html.escape(parts[1])}</span>'
            self.contents.append((record["id"], *parts))
        self.body.append(f'<h{level} id="{record["id"]}" class="{found["cls"] or ""}">{words}</h{level}>')

    def _paragraph(self, line):
        found = ATTRIBUTES.search(line)
        text, cls, lang = line[: found.start()], found["cls"] or "", found["lang"] or "en"
        quoted = text.startswith("> ")
        text = text.removeprefix("> ")
        items = []
        while self.at < len(self.lines) and (item := re.match(r"(-|1\.) (.*)", self.lines[self.at])):
            items.append({"marker": "•" if item[1] == "-" else f"{len(items) + 1}.", "text": plain(item[2]), "level": 1,
                          "items": []})  # fmt: skip
            self.at += 1
        record = self._add("paragraphs", "p", {
            "number": None, "text": plain(text), "section": self._section(), "items": items,
            "callout": self.callout and self.callout["id"], "footnotes": [f"n{mark}" for mark in CALL.findall(text)],
            "links": [{"text": words, "uri": uri} for words, uri in LINK.findall(text)],
        })  # fmt: skip
        if self.callout:
            self.callout["paragraphs"].append(record["id"])
        if cls == "source":
            self.truth["tables"][-1]["notes"] = [record["text"]]
        out = f'<p id="{record["id"]}" class="{cls}" lang="{lang}">{self._mark(text)}</p>'
        self.body.append(f"<blockquote>{out}</blockquote>" if quoted else out)
        if items:
            tag = "ul" if items[0]["marker"] == "•" else "ol"
            self.body.append(f"<{tag}>" + "".join(f"<li>{html.escape(i['text'])}</li>" for i in items) + f"</{tag}>")

    def _table(self, caption):
        rows, header, cls = [], 1, ""
        while self.at < len(self.lines) and self.lines[self.at].startswith("|"):
            kind, text = re.match(r"\|(\S*) (.*) \|$", self.lines[self.at]).groups()
            self.at += 1
            header += kind == "!"
            cls = kind if kind.isalpha() else cls
            cells = [text] if kind == "#" else [cell.strip() for cell in re.split(r" ?\| ", text)]
            rows.append((kind, cells))
        width = max(len(cells) for _, cells in rows)
        record = self._add("tables", "t", {
            "caption": caption or None, "section": self._section(), "header_rows": header, "header_columns": 1,
            "rows": [self._cells(kind, cells, row, width) for row, (kind, cells) in enumerate(rows)],
        })  # fmt: skip
        if caption:
            self.body.append(f'<p class="caption">{html.escape(caption)}</p>')
        self.body.append(f'<table id="{record["id"]}" class="{cls}"><thead>')
        numbers = {cell["column"] for cell in record["rows"][-1] if re.match(r"[-+(\d]", cell["text"])}
        for row, (kind, _) in enumerate(rows):
            if row == header:
                self.body.append("</thead><tbody>")
            self.body.append(self._row(kind, record["rows"][row], head=row < header, numbers=numbers))
        self.body.append("</tbody></table>")
        for cell in (cell for row in record["rows"] for cell in row):
            cell["text"] = cell["text"].replace(" // ", " / " if self.narrow else " ")
        if "*" in "".join(cell["text"] for row in record["rows"] for cell in row):
            record["notes"] = [f"* {self.notes['*']}"]
            self.body.append(f'<p class="star">{html.escape(record["notes"][0])}</p>')

    @staticmethod
    def _cells(kind, cells, row, width):
        out, column = [], 0
        for cell in cells:
            text, _, span = cell.partition(" >>")
            wide = width if kind == "#" else int(span or 1)
            out.append({"text": text, "row": row, "column": column, "row_span": 1, "column_span": wide})
            column += wide
        return out

    @staticmethod
    def _row(kind, cells, *, head, numbers):
        out = ""
        for cell in cells:
            tag, (first, *rest) = "th" if head else "td", html.escape(cell["text"]).split(" // ")
            cls = "span" if kind == "!" else "num" if cell["column"] in numbers else ""
            words = first + "".join(f" <i>{line}</i>" for line in rest)
            out += f'<{tag} class="{cls}" colspan="{cell["column_span"]}">{words}</{tag}>'
        return f'<tr class="{ {"=": "total", "#": "group"}.get(kind, "") }">{out}</tr>'

    def _strip(self, rest, command):
        pairs = [pair.split(" = ") for pair in rest.split("; ")]
        self.truth["strips"].append({"section": self._section(), "pairs": [[n, plain(label)] for n, label in pairs]})
        tiles = "".join(
            f"<div><b>{number}</b>" + "".join(f"<i>{line}</i>" for line in label.split(" // ")) + "</div>"
            for number, label in pairs
        )
        self.body.append(f'<div class="{command.replace(".", " ")}">{tiles}</div>')

    def _chart(self, name, _):
        from welsh_area_charts import CHARTS, draw_chart  # noqa: PLC0415

        chart = CHARTS[name]
        series = [
            {"name": title, "points": [{"x": x, "y": y} for x, y in zip(chart["labels"], values, strict=True)]}
            for title, values in chart["series"]
        ]
        fields = {"kind": "chart", "caption": chart["title"], "section": self._section(), "series": series}
        self._add("pictures", "g", fields)
        drawing = draw_chart(name)
        self.body.append(f'<figure class="chart"><figcaption>{chart["title"]}</figcaption>{drawing}</figure>')

    def _photo(self, rest, _):
        from welsh_area_charts import draw_photo  # noqa: PLC0415

        name, _, caption = rest.partition("; ")
        self._add("pictures", "g", {"kind": "photo", "caption": caption, "section": self._section(), "series": None})
        self.body.append(f'<figure><img src="{draw_photo(name)}"><figcaption>{caption}</figcaption></figure>')

    def _cover(self, *_):
        from welsh_area_charts import draw_hills  # noqa: PLC0415

        self.body.append(draw_hills())

    def _contents(self, *_):
        self.body.append("CONTENTS")

    def _open(self, title, cls):
        self.callout = self._add("callouts", "k", {"title": title, "section": self._section(), "paragraphs": []})
        self.body.append(f'<div class="{cls}">' + (f"<h4>{html.escape(title)}</h4>" if title else ""))

    def _box(self, title, _):
        self._open(title, "box")

    def _quote(self, *_):
        self._open(None, "quote")

    def _div(self, name, _):
        self.body.append(f'<div class="{name}">')

    def _cols(self, *_):
        self.narrow = True
        self.body.append('<div class="cols">')

    def _pair(self, *_):
        self.narrow = True
        self.body.append('<div class="pair"><div>')

    def _and(self, *_):
        self.body.append("</div><div>")

    def _endpair(self, *_):
        self.narrow = False
        self.body.append("</div></div>")

    def _enddiv(self, *_):
        self.callout = None
        self.body.append("</div>")

    def _endcols(self, *_):
        self.narrow = False
        self._enddiv()

    _endbox = _endquote = _enddiv

    def _break(self, *_):
        self.body.append('<div class="break"></div>')

    def _newpage(self, *_):
        self.body.append('<div class="newpage"></div>')

    def page(self):
        """The whole page, with its contents."""
        entries = "".join(
            f'<div><a href="#{name}"></a><span><b>{html.escape(cy)}</b><i>{html.escape(en)}</i></span></div>'
            for name, cy, en in self.contents
        )
        contents = f'<div class="contents"><h1>Cynnwys <span class="en">Contents</span></h1>{entries}</div>'
        body = "".join(self.body).replace("CONTENTS", contents)
        return f'<html lang="cy"><head><title>Adroddiad Blynyddol 2023-24</title></head><body>{body}</body></html>'


def main():
    """Write both files."""
    import weasyprint  # noqa: PLC0415

    maker = Maker((HERE / "report.md").read_text("utf-8"))
    maker.run()
    document = weasyprint.HTML(string=maker.page()).render(stylesheets=[weasyprint.CSS(HERE / "style.css")])
    document.write_pdf(HERE / "report.pdf")
    starts = {}
    for number, page in enumerate(document.pages, 1):
        for name in page.anchors:
            starts.setdefault(name, number)
    for kind in ("sections", "tables"):
        for record in maker.truth[kind]:
            record["page"] = starts[record["id"]]
    maker.truth["metadata"] = {
        "title": "Adroddiad Blynyddol 2023-24", "kind": "annual_report", "pcc": "gwent", "period": "2023/24",
    }  # fmt: skip
    (HERE / "truth.json").write_text(json.dumps(maker.truth, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
