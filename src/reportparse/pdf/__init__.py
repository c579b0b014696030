"""A file becomes pages: characters, words, rules, images, links, tags; the only room that knows PDFium and pdfminer."""

from reportparse.pdf.document import Document, NamedBytes, Source
from reportparse.pdf.heading_tags import read_heading_tags
from reportparse.pdf.page import (
    Bookmark,
    Color,
    Fill,
    HiddenWord,
    Image,
    Link,
    Page,
    Path,
    Rule,
    Style,
    Tag,
    Word,
)

__all__ = [
    "Bookmark", "Color", "Document", "Fill", "HiddenWord", "Image", "Link", "NamedBytes", "Page", "Path", "Rule",
    "Source", "Style", "Tag", "Word", "read_heading_tags",
]  # fmt: skip
