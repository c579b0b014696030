"""`parse`: a PDF in, a validated record out; the one room that knows all the stages, and counts the characters."""

from reportparse.record.stages import Progress, parse

__all__ = ["Progress", "parse"]
