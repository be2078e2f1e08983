"""Writes anew what the golden blueprints grow, for review: `make golden`.

The examples are golden too; their pages are copied from `examples/`.
"""

import shutil
from pathlib import Path

from apiwright.build.grow import grow
from apiwright.surface.page import read_page

GOLDEN = Path(__file__).parent
EXAMPLES = GOLDEN.parents[1] / "examples"

for example in EXAMPLES.glob("*.yaml"):
    (GOLDEN / example.stem).mkdir(exist_ok=True)
    shutil.copy(example, GOLDEN / example.stem / "blueprint.yaml")

for page in GOLDEN.glob("*/blueprint.yaml"):
    files = grow(read_page(page).blueprint(str(page)))
    after = page.parent / "after"
    shutil.rmtree(after, ignore_errors=True)
    for path, content in files.items():
        (after / path).parent.mkdir(parents=True, exist_ok=True)
        (after / path).write_bytes(content)
