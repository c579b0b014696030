"""One measure over the years, as a table: each value with the report and the page that it stands on.

python examples/over_years.py "hate crime" REPORT.json ...
"""

import sys
from pathlib import Path

import reportparse
from reportparse.comparison import long_rows, only

CORPUS = Path(__file__).parents[1] / "corpora" / "west-midlands"

words = sys.argv[1] if len(sys.argv) > 1 else "hate crime"
records = [reportparse.load(path) for path in sys.argv[2:]]
reports = records or [reportparse.parse(path) for path in sorted(CORPUS.glob("20*/report.pdf"))]

for row in long_rows(only(reportparse.compare(reports), words).lines):
    value = "?" if row["value"] is None else f"{row['value']:,g}"
    print(f"{row['measure']:24} {row['period'] or '-':10} {value:>12}  {row['report']}, page {row['page']}")
