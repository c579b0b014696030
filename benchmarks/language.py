"""Print the milliseconds of CPU that the language stage takes for 400 words, a page's text.

PYTHONPATH=src python benchmarks/language.py texts.jsonl
"""

import json
import sys
import time
from pathlib import Path

from reportparse.language import tag

ROUNDS = 5

if __name__ == "__main__":
    texts = [json.loads(line)["text"] for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()]
    tag(texts[0])
    words = sum(len(text.split()) for text in texts)
    start = time.process_time()
    for _ in range(ROUNDS):
        for text in texts:
            tag(text)
    spent = (time.process_time() - start) / ROUNDS
    sys.stdout.write(f"{spent * 1000 / words * 400:.2f} ms of CPU for 400 words ({words} words, {len(texts)} texts)\n")
