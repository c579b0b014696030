"""Where a report does not agree with itself: what was expected, what was found, and on which page.

python examples/check_report.py REPORT.pdf
"""

import sys
from pathlib import Path

import reportparse

BUNDLED = Path(__file__).parents[1] / "corpora" / "west-midlands" / "2014-15" / "report.pdf"

report = reportparse.parse(sys.argv[1] if len(sys.argv) > 1 else BUNDLED)
failed = [check for check in report.checks if not check.passed]
print(f"{len(report.checks)} checks, {len(failed)} did not pass")
for check in failed:
    print(f"{check.kind} ({', '.join(check.where)}): {check.message}")
    print(f"    expected {check.expected}, found {check.found}")

covered = report.coverage.recorded + report.coverage.furniture
print(f"{covered / report.coverage.characters:.2%} of the characters are in records or page furniture")
for rest in report.residue:
    print(f"    page {rest.page}: {rest.text!r} is in none")
