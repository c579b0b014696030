"""Reports as files that other programs read: CSV, JSON lines, Markdown, Excel, Parquet; and as data frames.

    export(reports, "out.xlsx")          one sheet each for figures, tables, paragraphs and checks
    export(reports, "figures.csv")       one kind of rows: `sheet="figures"` by default
    to_pandas(reports), to_polars(reports), to_arrow(reports)
"""

from reportparse.exports.files import FORMATS, export
from reportparse.exports.frames import to_arrow, to_pandas, to_polars

__all__ = ["FORMATS", "export", "to_arrow", "to_pandas", "to_polars"]
