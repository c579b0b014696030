"""Typeset the reports of corpora/ in designs drawn at random and print what the parser finds in each.

    python benchmarks/random_designs.py FIRST LAST [OUT]

FIRST and LAST are seeds: a design is always the same for its seed, where the fonts are.  OUT keeps each PDF with its
truth.  A seed that nobody has looked at shows a design that the rules do not know; its words they do, so that a new
report is to be expected lower.
"""

import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "corpora"), str(ROOT / "tests" / "corpora")]

from score import score  # noqa: E402
from typesetting import typesetter  # noqa: E402
from typesetting.source import read_report  # noqa: E402
from typesetting.truth import make_truth, read_pages  # noqa: E402

import reportparse  # noqa: E402

FONTS = ("Libertinus Serif", "New Computer Modern", "Open Sans", "Lato", "Carlito", "Liberation Sans", "DejaVu Serif")
SIZES = (9, 9.5, 10, 10.5, 11, 12)
COLORS = ("#000000", "#5b2a86", "#0b3d6b", "#00677f", "#8a1c1c")
STROKES = (
    "0.5pt", "0.4pt + luma(120)", "(x: none, y: 0.6pt + luma(150))", "none", '(x: none, y: (dash: "dotted"))',
    "(left: none, right: none, top: 1pt, bottom: 1pt)", "0.5pt + white",
)  # fmt: skip
FILLS = ("none", "(x, y) => if y == 0 {luma(215)}", "(x, y) => if calc.odd(y) {luma(235)}", "luma(245)")
FEET = ("Page #counter(page).display() of #counter(page).final().first()", "| #counter(page).display() |")
BOXES = ("fill: luma(235)", "stroke: 1pt", 'fill: rgb("#fff4d6"), radius: 6pt', "stroke: (left: 3pt + olive)")
INSETS = ("3pt", "5pt", "8pt", "(x: 6pt, y: 2.5pt)")
PAPERS = ('paper: "a4"', 'paper: "a4"', 'paper: "a4", flipped: true', 'paper: "us-letter"')


def main(first: int, last: int, out: Path | None) -> None:
    """Print a line for each design, and the mean."""
    means = []
    for seed, report in draw_reports(first, last):
        data = typesetter.typeset(report)
        truth = make_truth(report, read_pages(data))
        if out is not None:
            (out / f"{seed}.pdf").write_bytes(data)
            (out / f"{seed}.truth.json").write_text(json.dumps(truth, ensure_ascii=False, indent=1), "utf-8")
        scores = score(truth, reportparse.parse(data))
        means.append(sum(scores.values()) / len(scores))
        missed = " ".join(f"{name} {value:.2f}" for name, value in scores.items() if value < 0.99)
        print(f"{seed:4} {report['title'][:40]:40} {means[-1]:.3f} {missed}", flush=True)
    print(f"mean of {len(means)}: {sum(means) / len(means):.4f}, lowest {min(means):.3f}")


def draw_reports(first: int, last: int) -> Iterator[tuple[int, dict[str, Any]]]:
    """Each seed with the report that it takes, in the design that it draws, which the typesetter knows from then on."""
    folders = sorted(path.parent for path in (ROOT / "corpora").glob("*/*/report.md"))
    preamble = typesetter.PREAMBLE
    for seed in range(first, last):
        rng = random.Random(seed)  # noqa: S311  # no secret
        size = rng.choice(SIZES)
        typesetter.PREAMBLE = draw_preamble(preamble, rng, size)
        typesetter.DESIGNS["random"] = draw_design(rng, size)
        columns = rng.choice((None, None, 1, 2))
        report = {"tagged": False, "contents": True, **read_report(folders[seed % len(folders)]), "design": "random"}
        for block in report["block"]:
            if block["kind"] == "page":
                block["columns"] = columns or block["columns"]
        yield seed, report


def draw_design(rng: random.Random, size: float) -> dict[str, str]:
    """Type, colour and rules."""
    return {
        "font": rng.choice(FONTS), "size": f"{size}pt", "large": f"{size * rng.choice((1.35, 1.6, 2.0)):.1f}pt",
        "justify": rng.choice(("true", "false")), "hyphenate": rng.choice(("true", "false")),
        "color": rng.choice(COLORS), "stroke": rng.choice(STROKES), "footer": rng.choice(FEET),
    }  # fmt: skip


def draw_preamble(preamble: str, rng: random.Random, size: float) -> str:
    """The typesetter's own, with other margins, leading, padding, grounds and boxes."""
    leading = rng.choice((0.5, 0.65, 0.8, 1.0))
    side, top, bottom = rng.choice((15, 18, 25, 30)), rng.choice((22, 26, 35)), rng.choice((20, 32))
    ragged = "".join(f"#show {what}: set par(justify: false)\n" for what in ("heading", "table.cell"))
    changes = {
        'paper: "a4"': rng.choice(PAPERS),
        "(x: 22mm, top: 26mm, bottom: 24mm)": f"(x: {side}mm, top: {top}mm, bottom: {bottom}mm)",
        "spacing: 1.1em": f"spacing: {max(leading + 0.35, rng.choice((0.9, 1.1, 1.4)))}em, leading: {leading}em",
        "inset: 5pt)": f"inset: {rng.choice(INSETS)}, fill: {rng.choice(FILLS)})",
        'fill: rgb("#eef3e6"), stroke: 0.7pt + rgb("#7a9a4a")': rng.choice(BOXES),
        "#show heading: set block": f"{ragged}#show heading: set block",
        "set text(13pt": f"set text({size * rng.choice((1.1, 1.2, 1.3)):.1f}pt",
    }
    for old, new in changes.items():
        preamble = preamble.replace(old, new, 1)
    return preamble


if __name__ == "__main__":
    folder = Path(sys.argv[3]) if len(sys.argv) > 3 else None
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
    main(int(sys.argv[1]), int(sys.argv[2]), folder)
