"""The command line: arguments in, one library call, text out."""

from reportparse.cli.group import main

__all__ = ["main"]
