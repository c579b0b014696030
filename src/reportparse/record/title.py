"""What the report says about itself, from the lines of its first two pages with text."""

from collections import defaultdict
from collections.abc import Sequence
from urllib.parse import urlsplit

from reportparse.layout import FlowLine
from reportparse.metadata import Metadata, read_metadata
from reportparse.pdf import Document
from reportparse.record.parts import Parts
from reportparse.structure import Structure
from reportparse.tables import Table

# Cells in a row of a front sheet: a label and its value.
LABELLED = 2


def read_title(document: Document, parts: Parts) -> Metadata:
    """Title, area, period and the like, with the running heads, the file and the links as witnesses."""
    lines = [item.line for item in parts.flow if isinstance(item, FlowLine)]
    texts = _read_texts(parts.structure)
    first = list(dict.fromkeys(line.page for line in lines))[:2]
    uris = (link.uri for page in parts.pages for link in page.links if link.uri)
    return read_metadata(
        [*_front_sheet(parts.tables, first), *(text for page in first for text in texts[page])]
        or [line.text for line in lines if line.page in first],
        furniture=list(dict.fromkeys(item.line.text for item in parts.furniture if not item.is_page_number)),
        document=document.metadata,
        hosts=[host for host in (urlsplit(uri).hostname for uri in uris) if host],
        body=" ".join(line.text for line in lines),
        pages=[texts[page] for page in sorted(texts) if page not in first[:1]],
    )


def _front_sheet(tables: Sequence[Table], pages: Sequence[int]) -> list[str]:
    """The rows of a table of labels and values on the opening pages, as the lines that they might have been."""
    return [
        f"{row[0].text.rstrip(': ')}: {row[1].text}"
        for table in tables
        if table.spans[0].page in pages
        for row in table.rows
        if len(row) == LABELLED and row[0].text and row[1].text
    ]


def _read_texts(structure: Structure) -> defaultdict[int, list[str]]:
    """Paragraphs and headings by the page that they begin on, in order: whole where a title runs over two lines."""
    begun = {p.id: (p.spans[0].page, p.text) for p in structure.paragraphs if p.spans}
    begun |= {section.id: (section.page, section.title) for section in structure.sections}
    texts: defaultdict[int, list[str]] = defaultdict(list)
    for name in structure.order:
        if name in begun:
            page, text = begun[name]
            texts[page].append(text)
    return texts
