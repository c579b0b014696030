"""Statements become lines with their values, and lines tell what changed, what was restated, what stays apart."""
