"""README and docs: what they show is what the program prints, and they name every command."""

from __future__ import annotations

import os
import re
import shlex
from pathlib import Path
from typing import Any

import pytest

from d2lcli.cli import app
from d2lcli.language import LANGUAGES

from .conftest import Run
from .release import MATPLOTLIB, TORCH

ROOT = Path(__file__).parents[1]
READMES = {"en": ROOT / "README.md", "zh": ROOT / "README.zh.md"}
BLOCK = re.compile(r"^```console\n\$ (d2l[^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
TEXTS = {language: file.read_text(encoding="utf-8") for language, file in READMES.items()}
LONGEST = 180
COMMANDS = [(lang, match[1]) for lang, text in TEXTS.items() for match in BLOCK.finditer(text)]
every = pytest.mark.parametrize("language", LANGUAGES)


def program() -> Any:
    from typer.main import get_command

    return get_command(app)


@pytest.mark.parametrize(("language", "command"), COMMANDS)
def test_output_is_the_programs(language: str, command: str, d2l: Run) -> None:
    """Compared whole. After reading a change, write the blocks anew with `make docs`."""
    outcome = d2l(*shlex.split(command)[1:], COLUMNS="80", D2L_LANG=language)
    printed = (outcome.out + outcome.err).strip("\n") + "\n"
    readme = READMES[language]
    text = readme.read_text(encoding="utf-8")
    if os.environ.get("D2L_REWRITE"):

        def fill(match: re.Match[str]) -> str:
            return f"```console\n$ {command}\n{printed}```" if match[1] == command else match[0]

        text = BLOCK.sub(fill, text)
        readme.write_text(text, encoding="utf-8")
    (shown,) = (match[2] for match in BLOCK.finditer(text) if match[1] == command)
    assert shown == printed


@every
def test_the_readme_is_short(language: str) -> None:
    assert len(READMES[language].read_text(encoding="utf-8").splitlines()) <= LONGEST


def test_both_readmes_show_the_same() -> None:
    english, chinese = (
        [command for lang, command in COMMANDS if lang == language] for language in LANGUAGES
    )
    assert english == chinese
    headings = [re.findall(r"^#+ ", text, re.MULTILINE) for text in TEXTS.values()]
    assert headings[0] == headings[1]


@every
def test_every_command_is_documented(language: str) -> None:
    rows = set(re.findall(r"^\| `d2l (\w+)` \|", TEXTS[language], re.MULTILINE))
    assert rows == {*program().list_commands(None)}


@every
def test_every_option_is_documented(language: str) -> None:
    """In the README or, for what is not used every day, in the help that it names."""
    text = TEXTS[language]
    everywhere = {"--plot", "--export", "--json", "--code", "--seed", "--device"}
    assert all(f"`{option}" in text for option in everywhere)
    assert {"--step", "--predict"} <= set(re.findall(r"`(--\w+)`", text))


def test_links_lead_somewhere() -> None:
    for file in [*READMES.values(), *(ROOT / "docs").glob("*.md")]:
        for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", file.read_text(encoding="utf-8")):
            assert (file.parent / target).exists(), f"{file.name}: {target}"


@every
def test_make_targets_exist(language: str) -> None:
    targets = set(re.findall(r"^([a-z-]+):.*##", (ROOT / "Makefile").read_text(), re.MULTILINE))
    named = set(re.findall(r"^make ([a-z-]+)", TEXTS[language], re.MULTILINE))
    assert named <= targets
    assert {"demo", "test"} <= named


@pytest.mark.skipif(MATPLOTLIB < (3, 8) or TORCH < (2, 5), reason="newer ones draw them")
@pytest.mark.parametrize("name", ["derivative", "dice", "broadcast", "autograd"])
def test_pictures_are_the_programs(name: str, d2l: Run, tmp_path: Path) -> None:
    """Of the same size, and alike but for what releases of matplotlib draw otherwise."""
    from matplotlib.image import imread

    there, now = ROOT / "docs" / f"{name}.png", tmp_path / "now.png"
    assert d2l(name, "--seed", "1", "--plot", str(now)).code == 0
    if os.environ.get("D2L_REWRITE"):
        there.write_bytes(now.read_bytes())
    shown, drawn = imread(there), imread(now)
    assert shown.shape == drawn.shape == (1080, 1920, 4)
    # Of the whole range. A title in other words differs by 0.003, another curve by 0.005.
    assert abs(shown - drawn).mean() < 0.002
