"""A report beside its pages, for people to check; and what they correct, back into the record."""

from reportparse.review.comparison_page import comparison_page
from reportparse.review.corrections import (
    Correction,
    Outcome,
    apply_corrections,
    load_corrections,
    read_corrections,
)
from reportparse.review.index import Entry, index_page, read_entry
from reportparse.review.page import review_page

__all__ = [
    "Correction", "Entry", "Outcome", "apply_corrections", "comparison_page", "index_page", "load_corrections",
    "read_corrections", "read_entry", "review_page",
]  # fmt: skip
