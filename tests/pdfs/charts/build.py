"""Draw the charts of the test set anew: PDFs by several producers, and what they show in truth.json.

Needs matplotlib, altair, vl-convert-python, openpyxl, python-pptx, xlsxwriter, typst, reportlab and pikepdf from PyPI,
Chromium and LibreOffice on the path, and echarts.min.js (`npm install echarts`) at the path that ECHARTS tells; the
PDFs are kept, so that the tests need none of them.  Names of files build these only: `python build.py designs.pdf`.
"""

import json
import sys
from pathlib import Path

import with_browser
import with_designs
import with_echarts
import with_matplotlib
import with_office
import with_reportlab
import with_typst
import with_vega
import with_writer
from designs import DESIGNS
from specs import CHARTS

HERE = Path(__file__).parent
BUILDERS = {
    "matplotlib": with_matplotlib.build,
    "vega": with_vega.build,
    "reportlab": with_reportlab.build,
    "browser": with_browser.build,
    "sheets": with_office.build_sheets,
    "slides": with_office.build_slides,
    "designs": with_designs.build,
    "writer": with_writer.build,
    "typst": with_typst.build,
    "echarts": with_echarts.build,
}


def main(wanted: list[str]) -> None:
    """Build all files, or those that are wanted."""
    charts = {**CHARTS, **DESIGNS}
    truth = json.loads((HERE / "truth.json").read_text("utf-8"))
    for name, build in BUILDERS.items():
        if wanted and f"{name}.pdf" not in wanted:
            continue
        pages = build(HERE / f"{name}.pdf")
        truth[f"{name}.pdf"] = [
            {"page": page, "chart": chart, "title": charts[chart].title, "series": charts[chart].truth()}
            for page, chart in enumerate(pages, 1)
        ]
    (HERE / "truth.json").write_text(json.dumps(truth, indent=1, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
