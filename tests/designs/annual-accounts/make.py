"""Make `report.pdf` and `truth.json` of the text in `report.txt`, in the design of `design.typ`."""

import io
import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pikepdf
import typst
from rows import MARK, Record, mark, paint, read_row, set_row, truth_row, words

HERE = Path(__file__).parent
URL = re.compile(r"https://\S+[\w/]")


class Maker:
    """Walks over the text once; each block goes into the body of the typesetting and into the truth."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.at = 0
        self.truth: Record = {
            key: []
            for key in ("sections", "paragraphs", "tables", "callouts", "pictures", "footnotes", "order", "strips")
        }
        self.notes: dict[str, str] = {}
        self.path: list[Record] = []
        self.callout: Record | None = None
        for line in lines:
            if note := re.match(r"\[\^(\d)\] (.*)", line):
                self.notes[note[1]] = note[2]

    @property
    def section(self) -> str | None:
        return self.path[-1]["id"] if self.path else None

    def add(self, kind: str, letter: str, /, **fields: Any) -> Record:
        record = {"id": f"{letter}{len(self.truth[kind]) + 1}", **fields}
        self.truth[kind].append(record)
        if kind != "footnotes":
            self.truth["order"].append(record["id"])
        return record

    def blocks(self) -> list[str]:
        """The typesetting of all blocks up to the end of the one that holds them."""
        out = []
        while self.at < len(self.lines):
            line = self.lines[self.at]
            if line in (":::", "+++"):
                break
            self.at += 1
            if line.startswith(":::"):
                out.append(self.box(line))
            elif line.startswith("#"):
                out.append(self.heading(line))
            elif line and not line.startswith("[^"):
                out.append(self.paragraph(line))
        return out

    def end(self) -> None:
        self.at += 1

    def raw(self) -> list[str]:
        """The lines of a block that holds no others."""
        start = self.at
        while self.lines[self.at] != ":::":
            self.at += 1
        self.at += 1
        return self.lines[start : self.at - 1]

    def heading(self, line: str) -> str:
        marks, title = line.split(" ", 1)
        level = len(marks)
        self.path = [entry for entry in self.path if entry["level"] < level]
        number = re.match(r"(\d+)\. ", title)
        record = self.add(
            "sections", "s", title=title, level=level, number=number[1] if number else None, kind="section",
            parent=self.section,
        )  # fmt: skip
        self.path.append(record)
        return f"#h{level}[{mark(record)}{words(title)}]"

    def paragraph(self, line: str) -> str:
        kind = "p"
        if line.startswith("> "):
            kind, line = "lead", line[2:]
        items = []
        while self.at < len(self.lines) and (item := re.match(r"(-|\(\w\)) (.*)", self.lines[self.at])):
            items.append((item[1].replace("-", "•"), item[2]))
            self.at += 1
        record = self.add_paragraph(line, items)
        out = f"#{kind}[{mark(record)}{self.rich(line)}]"
        if items:
            call = "items" if items[0][0] == "•" else "letters"
            out += f"\n#{call}(" + "".join(f"[{words(text)}]," for _, text in items) + ")"
        return out

    def add_paragraph(self, line: str, items: Sequence[tuple[str, str]] = ()) -> Record:
        record = self.add(
            "paragraphs", "p", number=None, text=MARK.sub("", line), section=self.section,
            items=[{"marker": sign, "text": text, "level": 1, "items": []} for sign, text in items],
            callout=self.callout and self.callout["id"],
            links=[{"text": url, "uri": url} for url in URL.findall(line)], footnotes=[],
        )  # fmt: skip
        if self.callout:
            self.callout["paragraphs"].append(record["id"])
        for _, sign in MARK.findall(line):
            note = self.add("footnotes", "n", marker=sign, text=self.notes[sign])
            record["footnotes"].append(note["id"])
        return record

    def rich(self, line: str) -> str:
        out = words(URL.sub("\0", MARK.sub("\1", line)))
        for _, sign in MARK.findall(line):
            out = out.replace("\1", f"#footnote[{words(self.notes[sign])}]", 1)
        for url in URL.findall(line):
            out = out.replace("\0", f'#link("{url}")', 1)
        return out

    def box(self, line: str) -> str:
        kind = line[3:].split(" ", maxsplit=1)[0]
        options = {key: quoted or bare for key, quoted, bare in re.findall(r'(\w+)=(?:"([^"]*)"|(\S+))', line)}
        return str(getattr(self, f"box_{kind}")(options))

    def inside(self) -> str:
        out = "\n\n".join(self.blocks())
        self.end()
        return out

    def box_page(self, options: Record) -> str:
        if options.get("kind") == "cover":
            lines = self.raw()
            marks = [mark(self.add_paragraph(lines[n])) for n in (3, 0, 1, 2)]
            marks = [marks[1], marks[2], marks[3], marks[0]]
            cells = [f"[{sign}{words(text)}]" for sign, text in zip(marks, lines, strict=True)]
            return f"#cover(({', '.join(cells)}))"
        run = options.get("title")
        body = self.inside()
        first = f"[{words(run)}]" if run and not body.startswith("#h1") else "none"
        return f'#sheet("{options["nav"]}", {first})[\n{body}\n]'

    def box_columns(self, options: Record) -> str:
        height, justified = options["height"], "true" if options.get("justify") else "false"
        return f"#cols({height}, {justified})[\n{self.inside()}\n]"

    def box_split(self, options: Record) -> str:
        left = "\n\n".join(self.blocks())
        self.end()
        right = self.inside()
        return f"#split({options['left']}, {options['right']})[\n{left}\n][\n{right}\n]"

    def box_contents(self, _options: Record) -> str:
        rows = [[*line.split(" | "), ""][:2] for line in self.raw()]
        cells = [f"([{words(name)}], {f'[{number}]' if number else 'none'})" for name, number in rows]
        return f"#contents([In this report], ({', '.join(cells)},))"

    def box_strip(self, _options: Record) -> str:
        cells = []
        for line in self.raw():
            big, label = line.split(" | ")
            self.add_strip(big, label)
            cells.append(f"([], [{words(big)}], [{words(label)}])")
        return f"#strip({', '.join(cells)})"

    def add_strip(self, big: str, label: str) -> None:
        self.truth["strips"].append({"section": self.section, "pairs": [[big, label]]})

    def box_cards(self, _options: Record) -> str:
        out = self.blocks()
        self.end()
        return f"#cards({', '.join(card.removeprefix('#') for card in out)})"

    def open(self, title: str | None) -> Record:
        self.callout = self.add("callouts", "k", title=title, section=self.section, paragraphs=[])
        return self.callout

    def box_kpi(self, options: Record) -> str:
        record = self.open(options["title"])
        self.add_strip(options["big"], options["label"])
        data = [point.split(":") for point in options["bars"].split(",")]
        chart = self.picture("chart", [options["unit"], *(cell for point in data for cell in point)])
        body = self.inside()
        self.callout = None
        points = ", ".join(f'("{label}", {value})' for label, value in data)
        return (
            f"#kpi([{mark(record)}], [{words(options['title'])}], ([{mark(chart)}], [{words(options['big'])}]), "
            f"[{words(options['label'])}], [{words(options['unit'])}], ({points}), [{body}])"
        )

    def picture(self, kind: str, labels: list[str], caption: str | None = None) -> Record:
        return self.add("pictures", "g", kind=kind, caption=caption, section=self.section, labels=labels)

    def box_callout(self, options: Record) -> str:
        record = self.open(options["title"])
        body = self.inside()
        self.callout = None
        return f"#callout([{mark(record)}], [{words(options['title'])}])[\n{body}\n]"

    def box_quote(self, _options: Record) -> str:
        said, speaker = self.raw()
        first, second = self.add_paragraph(f"“{said}”"), self.add_paragraph(speaker)
        return f"#quote([{mark(first)}“{words(said)}], [{mark(second)}{words(speaker)}])"

    def box_photo(self, options: Record) -> str:
        caption = self.raw()[0]
        record = self.picture("photo", [], caption)
        name = f"photo{len(self.truth['pictures']) % 2}.jpg"
        return f'#photo("{name}", {options["height"]}, [{mark(record)}{words(caption)}])'

    def box_chart(self, options: Record) -> str:
        self.raw()
        names = options["series"].split(",")
        points = [point.split(":") for point in options["points"].split(",")]
        record = self.picture("chart", [options["unit"], *names, *(label for label, *_ in points)], options["title"])
        data = ", ".join(f'("{label}", {a}, {b})' for label, a, b in points)
        series = ", ".join(f"[{words(name)}]" for name in names)
        title = f"[{mark(record)}{words(options['title'])}]"
        return f"#chart({title}, [{words(options['unit'])}], ({series}), ({data}))"

    def box_donut(self, options: Record) -> str:
        self.raw()
        parts = [part.split(":") for part in options["parts"].split(",")]
        labels = [options["centre"], *(cell for name, value in parts for cell in (name, f"£{value}m"))]
        record = self.picture("chart", labels, options["title"])
        data = ", ".join(f'("{name}", {value})' for name, value in parts)
        return f"#donut([{mark(record)}{words(options['title'])}], [{words(options['centre'])}], ({data}))"

    def box_diagram(self, options: Record) -> str:
        self.raw()
        top, under = options["boxes"].split(";")
        names = under.split(",")
        record = self.picture("diagram", [top, *names], options["title"])
        cells = ", ".join(f"[{words(name)}]" for name in names)
        return f"#diagram([{mark(record)}{words(options['title'])}], [{words(top)}], ({cells}))"

    def box_table(self, options: Record) -> str:
        """Rows begin with "|" and their kind; a cell "3^words" spans three columns."""
        lines = self.raw()
        rows = [read_row(line) for line in lines if line.startswith("|")]
        notes = [(line[1], line[3:]) for line in lines if line.startswith("^")]
        wide = len(options["cols"])
        record = self.add(
            "tables", "t", caption=options["caption"] or None, section=self.section,
            header_rows=sum(kind == "h" for kind, _ in rows), header_columns=1,
            rows=[truth_row(n, cells, wide) for n, (_, cells) in enumerate(rows)],
        )  # fmt: skip
        if notes:
            record["notes"] = [f"{sign} {text}" for sign, text in notes]
        widths = ", ".join(options["widths"].split(","))
        aligns = ", ".join({"l": "left", "r": "right"}[letter] for letter in options["cols"])
        tint = options.get("tint", "")
        first, _, last = tint.partition("-")
        shaded = [str(n) for n in range(int(first), int(last or first) + 1)] if tint else []
        body = ", ".join(set_row(kind, cells, wide) for kind, cells in rows)
        foot = "".join(f"([{words(sign)}], [{words(text)}])," for sign, text in notes)
        caption = f"[{words(options['caption'])}]" if options["caption"] else "none"
        return (
            f'#accounts("{options["style"]}", ({widths}), ({aligns}), ({"".join(n + "," for n in shaded)}), '
            f"{caption}, [{mark(record)}], ({body},), ({foot}))"
        )


def main() -> None:
    (HERE / "cover.jpg").write_bytes(paint((420, 594), 3))
    (HERE / "photo0.jpg").write_bytes(paint((640, 180), 8))
    (HERE / "photo1.jpg").write_bytes(paint((640, 130), 5))
    maker = Maker((HERE / "report.txt").read_text("utf-8").splitlines())
    body = "\n\n".join(maker.blocks())
    source = HERE / "report.typ"
    source.write_text(
        '#import "design.typ": *\n#set page("a4")\n#set document(title: "Annual Report and Accounts 2023/24")\n'
        '#set text(9.3pt, font: sans, fill: ink, lang: "en", region: "gb", hyphenate: false)\n'
        "#set par(leading: 0.62em, spacing: 1em)\n" + body + "\n",
        "utf-8",
    )
    data = typst.compile(str(source), format="pdf")
    pages = dict(entry["value"] for entry in json.loads(typst.query(str(source), "<rec>")))
    for made in (source, HERE / "cover.jpg", HERE / "photo0.jpg", HERE / "photo1.jpg"):
        made.unlink()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for key in ("/StructTreeRoot", "/MarkInfo"):
            if key in pdf.Root:
                del pdf.Root[key]
        pdf.save(HERE / "report.pdf", object_stream_mode=pikepdf.ObjectStreamMode.generate)
    truth = maker.truth
    for kind in ("sections", "tables", "callouts", "pictures"):
        for record in truth[kind]:
            record["page"] = pages[record["id"]]
    truth["furniture"] = [
        r"^(\d+ )?Police and Crime Commissioner for Calderness \| Annual Report and Accounts 2023/24( \d+)?$",
        r"^(Principal risks|Notes to the financial statements) continued$",
        r"^(Strategic report|Governance|Financial statements|In this report|\d+)$",
    ]
    text = json.dumps(truth, ensure_ascii=False, indent=1)
    (HERE / "truth.json").write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    main()
