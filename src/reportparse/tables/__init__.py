"""Tables are found and rebuilt: grid, cells, headers, values; joined over pages."""

from reportparse.tables.records import Cell, Confidence, Table, TableSpan
from reportparse.tables.take import take_tables

__all__ = ["Cell", "Confidence", "Table", "TableSpan", "take_tables"]
