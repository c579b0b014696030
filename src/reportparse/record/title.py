"""What the report says about itself, from the lines of its first two pages with text."""

from collections.abc import Sequence
from urllib.parse import urlsplit

from reportparse.layout import FlowLine
from reportparse.metadata import Metadata, read_metadata
from reportparse.pdf import Document
from reportparse.record.parts import Parts
from reportparse.structure import Structure


def read_title(document: Document, parts: Parts) -> Metadata:
    """Title, area, period and the like, with the running heads, the file and the links as witnesses."""
    lines = [item.line for item in parts.flow if isinstance(item, FlowLine)]
    first = list(dict.fromkeys(line.page for line in lines))[:2]
    uris = (link.uri for page in parts.pages for link in page.links if link.uri)
    return read_metadata(
        _opening(parts.structure, first) or [line.text for line in lines if line.page in first],
        furniture=list(dict.fromkeys(item.line.text for item in parts.furniture if not item.is_page_number)),
        document=document.metadata,
        hosts=[host for host in (urlsplit(uri).hostname for uri in uris) if host],
        body=" ".join(line.text for line in lines),
    )


def _opening(structure: Structure, pages: Sequence[int]) -> list[str]:
    """Paragraphs and headings of the opening pages, in order: whole where a title runs over two lines."""
    sections = {section.id: section.title for section in structure.sections if section.page in pages}
    texts = {p.id: p.text for p in structure.paragraphs if p.spans and p.spans[0].page in pages} | sections
    return [texts[name] for name in structure.order if name in texts]
