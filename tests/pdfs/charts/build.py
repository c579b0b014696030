"""Draw the charts of the test set anew: PDFs by several producers, and what they show in truth.json.

Needs matplotlib, altair, vl-convert-python, openpyxl, python-pptx, reportlab and pikepdf from PyPI, and Chromium and
LibreOffice on the path; the PDFs are kept, so that the tests need none of them.
"""

import json
from pathlib import Path

import with_browser
import with_matplotlib
import with_office
import with_reportlab
import with_vega
from specs import CHARTS

HERE = Path(__file__).parent
BUILDERS = {
    "matplotlib": with_matplotlib.build,
    "vega": with_vega.build,
    "reportlab": with_reportlab.build,
    "browser": with_browser.build,
    "sheets": with_office.build_sheets,
    "slides": with_office.build_slides,
}


def main() -> None:
    """Build all files."""
    truth = {}
    for name, build in BUILDERS.items():
        pages = build(HERE / f"{name}.pdf")
        truth[f"{name}.pdf"] = [
            {"page": page, "chart": chart, "title": CHARTS[chart].title, "series": CHARTS[chart].truth()}
            for page, chart in enumerate(pages, 1)
        ]
    (HERE / "truth.json").write_text(json.dumps(truth, indent=1, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    main()
