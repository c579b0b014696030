"""JSON lines {"id", "text"} from a file or standard input, tagged, to standard output."""

import json
import sys
from pathlib import Path

from reportparse.language.batch import tag_lines

if __name__ == "__main__":
    source = sys.argv[1] if len(sys.argv) > 1 else "-"
    lines = sys.stdin if source == "-" else Path(source).read_text(encoding="utf-8").splitlines()
    for row in tag_lines(lines):
        sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
