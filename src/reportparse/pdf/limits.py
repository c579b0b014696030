"""What is more than any report has: where it is found, the file or the page is hostile or no report."""

# Bytes of a file.  The longest of the reports and agenda packs seen have 30 MB, scans at 600 dots an inch 300.
MAX_BYTES = 1_000_000_000

# Bytes that one stream unpacks to.  A map of a million lines has 30 MB; PDFium takes twenty times as much memory.
MAX_UNPACKED = 100_000_000
# The same of an image: A0 at 300 dots an inch, in colour, has 419 MB.
MAX_UNPACKED_IMAGE = 450_000_000

# Pages.  Agenda packs have up to 700; PDFium takes a number that a file only claims to have.
MAX_PAGES = 5_000

# Characters on one page.  A page of a newspaper has 30,000; a thousand times a thousand letters take a minute to read.
MAX_PAGE_CHARACTERS = 200_000
