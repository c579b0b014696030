"""Mistakes that a type checker finds before they are made: each line with a comment has to be complained about."""

from pathlib import Path

import reportparse

report = reportparse.parse(Path("report.pdf"))
reportparse.parse(12)  # arg-type
report.figures[0].valeu  # attr-defined
report.where(rule="target")  # call-arg
len(report.metadata.pcc.name)  # union-attr
report.figures[0].value + 1  # operator
reportparse.pares("report.pdf")  # attr-defined
