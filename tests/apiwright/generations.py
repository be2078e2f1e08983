"""Projects as earlier generations of templates grew them."""

import tarfile
from pathlib import Path

GENERATIONS = sorted((Path(__file__).parents[1] / "generations").glob("*/tracker.tar.xz"))


def unpack(generation: Path, folder: Path) -> Path:
    """The tracker of a generation, in a folder."""
    with tarfile.open(generation) as archive:
        archive.extractall(folder, filter="data")
    return folder / "tracker"
