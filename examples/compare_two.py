"""What the later of two reports tells differently of the same years, and what can not be compared.

python examples/compare_two.py EARLIER.pdf LATER.pdf
"""

import sys
from pathlib import Path

import reportparse

KENT = Path(__file__).parents[1] / "corpora" / "kent"

paths = sys.argv[1:] or [KENT / "2022-23" / "report.pdf", KENT / "2023-24" / "report.pdf"]
comparison = reportparse.compare([reportparse.parse(path) for path in paths])
names = {line.id: line.name for line in comparison.lines}

for told in comparison.restatements:
    before, after = told.before, told.after
    print(f"{names[told.line]}, {told.period}: {before.value:,} (page {before.page} of {before.report})", end=" ")
    print(f"became {after.value:,} (page {after.page} of {after.report})")
for pair in comparison.apart:
    print(f"not compared: {pair.measure}: {pair.reason}")
