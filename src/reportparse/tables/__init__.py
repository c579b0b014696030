"""Tables are found and rebuilt: grid, cells, headers, values; joined over pages."""

from reportparse.tables.confidence import MIN_SURE
from reportparse.tables.records import Cell, Confidence, Table, TableSpan
from reportparse.tables.shield import shield_tables, unshield_tables
from reportparse.tables.take import take_tables

__all__ = ["MIN_SURE", "Cell", "Confidence", "Table", "TableSpan", "shield_tables", "take_tables", "unshield_tables"]
