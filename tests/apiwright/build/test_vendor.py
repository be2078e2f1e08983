"""keel travels with a project as a wheel."""

import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

from apiwright.build.vendor import keel_wheel


def test_the_same_sources_give_the_same_wheel() -> None:
    assert keel_wheel() == keel_wheel()


def test_the_wheel_names_every_member_in_its_record() -> None:
    wheel = zipfile.ZipFile(BytesIO(keel_wheel()[1]))
    [record] = [name for name in wheel.namelist() if name.endswith("/RECORD")]
    lines = wheel.read(record).decode().splitlines()
    assert [line.split(",")[0] for line in lines] == wheel.namelist()
    assert "keel/py.typed" in wheel.namelist()


def test_the_wheel_can_be_installed(tmp_path: Path) -> None:
    path, content = keel_wheel()
    wheel = tmp_path / path.name
    wheel.write_bytes(content)
    target = tmp_path / "site"
    command = [sys.executable, "-m", "uv", "pip", "install", "--no-deps", "--target", target, wheel]
    subprocess.run(command, check=True, capture_output=True)
    code = "import keel.access; print(keel.access.__file__)"
    environment = {"PYTHONPATH": str(target), "PATH": ""}
    run = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    assert run.stdout.startswith(str(target))
