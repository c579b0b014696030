"""What is more than any report has: where it is found, the file or the page is hostile or no report."""

# Bytes of a file.  The longest of the reports and agenda packs seen have 30 MB, scans at 600 dots an inch 300.
MAX_BYTES = 1_000_000_000

# Pages.  Agenda packs have up to 700; PDFium takes a number that a file only claims to have.
MAX_PAGES = 5_000

# Characters on one page.  A page of a newspaper has 30,000; a thousand times a thousand letters take a minute to read.
MAX_PAGE_CHARACTERS = 200_000
