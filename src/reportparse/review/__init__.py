"""A report beside its pages, for people to check; and what they correct, back into the record."""

from reportparse.review.corrections import (
    Correction,
    Outcome,
    apply_corrections,
    load_corrections,
    read_corrections,
)
from reportparse.review.page import review_page

__all__ = ["Correction", "Outcome", "apply_corrections", "load_corrections", "read_corrections", "review_page"]
