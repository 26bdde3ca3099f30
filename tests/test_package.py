"""The package: what its wheel and its source archive hold, and that it runs by itself."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from email import message_from_string
from email.message import Message
from pathlib import Path

import pytest

from . import texts
from .matrix import LOWEST, SETS

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
TEMPORARY = ("__pycache__", ".mypy_cache", ".ruff_cache", ".hypothesis", ".pytest_cache")
CATALOGUES = {f"{texts.HOME.relative_to(ROOT)}/{name}" for name in ("d2l", "messages")}
DATA = {"d2lcli/py.typed", "d2lcli/views/html.css"}
DATA |= {f"{name}.{ending}" for name in CATALOGUES for ending in ("po", "mo")}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the source archive, built as pip does."""
    pytest.importorskip("hatchling")
    folder = tmp_path_factory.mktemp("dist")
    line = [sys.executable, "-m", "hatchling", "build", "--directory", str(folder)]
    subprocess.run(line, cwd=ROOT, check=True, capture_output=True)
    return folder


@pytest.fixture(scope="module")
def wheel(built: Path) -> zipfile.ZipFile:
    (path,) = built.glob("*.whl")
    return zipfile.ZipFile(path)


@pytest.fixture(scope="module")
def metadata(wheel: zipfile.ZipFile) -> Message:
    (name,) = (name for name in wheel.namelist() if name.endswith("/METADATA"))
    return message_from_string(wheel.read(name).decode())


def files(folder: str) -> set[str]:
    """The files of a folder of the project, by their places in it."""
    found = (path for path in (ROOT / folder).rglob("*") if path.is_file())
    return {path.relative_to(ROOT).as_posix() for path in found if not {*TEMPORARY} & {*path.parts}}


def test_the_wheel_is_the_package(wheel: zipfile.ZipFile) -> None:
    names = {name for name in wheel.namelist() if ".dist-info/" not in name}
    assert names == files("d2lcli") - {"d2lcli/lessons/ruff.toml"}
    assert {name for name in names if not name.endswith(".py")} == DATA
    about = {name.partition(".dist-info/")[2] for name in wheel.namelist()} - {""}
    assert about == {"METADATA", "WHEEL", "RECORD", "entry_points.txt", "licenses/LICENSE"}


def test_the_archive_has_what_the_tests_need(built: Path) -> None:
    """And nothing that was made on the way."""
    (path,) = built.glob("*.tar.gz")
    with tarfile.open(path) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    top = {name for name in names if "/" not in name}
    alone = {"README.md", "CHANGELOG.md", "LICENSE", "Makefile", "constraints.txt"}
    assert top == alone | {"pyproject.toml", "PKG-INFO", ".gitignore"}
    assert names - top == files("d2lcli") | files("tests") | files("docs")


def test_both_commands(wheel: zipfile.ZipFile) -> None:
    (name,) = (name for name in wheel.namelist() if name.endswith("entry_points.txt"))
    lines = wheel.read(name).decode().split("\n")
    assert {line for line in lines if "=" in line} == {
        "d2l = d2lcli.__main__:main",
        "d2lcli = d2lcli.__main__:main",
    }


def test_what_is_there_stays(metadata: Message) -> None:
    """No release is too new: pip would replace a PyTorch that somebody has."""
    needed = [need for need in metadata.get_all("Requires-Dist", []) if "extra ==" not in need]
    assert len(needed) == len(PROJECT["dependencies"])
    assert all(re.fullmatch(r"[a-z]+>=[\d.]+", need) for need in needed)
    assert metadata["Requires-Python"] == ">=3.11"


def test_the_lowest_releases_are_those_that_are_tried() -> None:
    """`make matrix` installs them."""
    tried = dict(need.split("==") for need in [*SETS["lowest"][:1], *LOWEST])
    for need in PROJECT["dependencies"]:
        name, _, lowest = need.partition(">=")
        assert re.match(rf"{re.escape(lowest)}(\.\d+)?$", tried[name]), name


def test_links_lead_to_the_book_only(metadata: Message) -> None:
    assert metadata.get_all("Project-URL") == ["The book, https://d2l.ai"]


def test_it_runs_without_the_checkout(wheel: zipfile.ZipFile, tmp_path: Path) -> None:
    """From another folder, with all that it reads besides code."""
    wheel.extractall(tmp_path / "site")
    env = {**os.environ, "PYTHONPATH": str(tmp_path / "site"), "PYTHONSAFEPATH": "1"}
    line = [sys.executable, "-m", "d2lcli", "norm", "--export", "a.html", "--plot", "a.png"]
    done = subprocess.run(line, cwd=tmp_path, env=env, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "a.html").exists() and (tmp_path / "a.png").exists()
    where = [sys.executable, "-c", "import d2lcli; print(d2lcli.__file__)"]
    found = subprocess.run(where, cwd=tmp_path, env=env, capture_output=True, text=True, check=True)
    assert found.stdout.strip() == str(tmp_path / "site" / "d2lcli" / "__init__.py")
