"""The figures of one report into a CSV file.

python examples/figures_to_csv.py REPORT.pdf figures.csv
"""

import sys
from pathlib import Path

import reportparse

BUNDLED = Path(__file__).parents[1] / "corpora" / "kent" / "2023-24" / "report.pdf"

source, target = sys.argv[1:] or (BUNDLED, "figures.csv")
report = reportparse.parse(source)
reportparse.export(report, target)
print(f"{target}: {len(report.figures)} figures of {report.source.page_count} pages")
