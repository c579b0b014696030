"""PDFium alone, as the measure for odd files: opens one and reads the text of all its pages, within limits.

    python benchmarks/plain.py FILE     # prints pages and characters without spaces; any other end is a failure
"""

import resource
import sys
from pathlib import Path

import pypdfium2

MAX_MEMORY = 1_000_000_000


def main() -> None:
    """Read the file; PDFium's own errors and crashes end the process."""
    resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    document = pypdfium2.PdfDocument(Path(sys.argv[1]).read_bytes())
    characters = sum(len("".join(page.get_textpage().get_text_range().split())) for page in document)
    if not len(document):
        sys.exit("no pages")
    print(len(document), characters)


if __name__ == "__main__":
    main()
