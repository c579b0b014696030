"""Sphinx: `make docs` builds build/docs/index.html, which opens from disk and asks nothing of any network."""

import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE / "tools"))

import reference  # noqa: E402  # it stands beside, not in a package

project = "reportparse"
author = copyright = "the authors of reportparse"  # noqa: A001  # Sphinx's word
extensions = ["myst_parser"]
myst_enable_extensions = ["deflist", "colon_fence"]
myst_heading_anchors = 3
exclude_patterns = ["tools"]
html_theme = "furo"
html_title = "reportparse"
html_show_sourcelink = False
html_copy_source = False
html_show_copyright = False

reference.write_pages(HERE / "reference")
