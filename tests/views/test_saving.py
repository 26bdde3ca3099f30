"""Files are saved whole or not at all, and what was there before is never lost."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from d2lcli.errors import Refusal
from d2lcli.views import saving
from d2lcli.views.saving import written


def save(path: Path, content: bytes = b"new") -> None:
    with written("--plot", "picture", path) as file:
        file.write(content)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_there_whole(tmp_path: Path) -> None:
    save(tmp_path / "a.png")
    assert (tmp_path / "a.png").read_bytes() == b"new"
    assert names(tmp_path) == ["a.png"]


def test_an_older_file_stays_until_the_new_one_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(b"old")
    path.chmod(0o640)
    with pytest.raises(TypeError):
        save(path, "no bytes")  # type: ignore[arg-type] # on purpose
    assert path.read_bytes() == b"old" and names(tmp_path) == ["a.png"]
    save(path)
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_what_a_link_leads_to_is_written(tmp_path: Path) -> None:
    link = tmp_path / "link.png"
    link.symlink_to("target.png")
    for content in (b"first", b"second"):
        save(link, content)
        assert link.is_symlink()
        assert (tmp_path / "target.png").read_bytes() == content


@pytest.mark.parametrize("linked", [False, True])
def test_a_pipe_is_never_replaced(linked: bool, tmp_path: Path) -> None:
    """Nor a device: for root, a rename over /dev/null would succeed."""
    pipe = tmp_path / "pipe.png"
    os.mkfifo(pipe)
    path = pipe
    if linked:
        path = tmp_path / "link.png"
        path.symlink_to(pipe)
    before = names(tmp_path)
    with pytest.raises(Refusal, match="a device or a pipe"):
        save(path)
    assert pipe.is_fifo()
    assert names(tmp_path) == before


@pytest.mark.parametrize(
    "name", ["nowhere/a.png", "x" * 300 + ".png", "a\0b.png", "circle.png", "file/a.png", "folder"]
)
def test_what_cannot_be_written_is_a_sentence(name: str, tmp_path: Path) -> None:
    (tmp_path / "circle.png").symlink_to("circle.png")
    (tmp_path / "file").touch()
    (tmp_path / "folder").mkdir()
    before = names(tmp_path)
    with pytest.raises(Refusal, match=r"^--plot .*; choose another place$"):
        save(tmp_path / name)
    assert names(tmp_path) == before


def test_a_write_protected_file_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Root may write everything, so the answer is given here."""
    path = tmp_path / "a.png"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(Refusal, match="write-protected"):
        save(path)
    assert path.read_bytes() == b"old"


def test_a_temporary_file_of_somebody_else_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(saving, "token_hex", lambda _: "taken")
    other = tmp_path / ".d2l-taken.part"
    other.write_text("half of it")
    with pytest.raises(Refusal):
        save(tmp_path / "a.png")
    assert other.read_text() == "half of it"
    assert names(tmp_path) == [other.name]


# Saves a file, and on the way sends itself the signal that it is told.
SIGNALLED = """
import signal, sys
from pathlib import Path
from d2lcli.views.saving import written

number, ignored = int(sys.argv[1]), sys.argv[2] == "ignored"
# What the tests were started with does not matter: nohup, or a shell that runs them behind it.
usual = signal.default_int_handler if number == signal.SIGINT else signal.SIG_DFL
signal.signal(number, signal.SIG_IGN if ignored else usual)
with written("--plot", "picture", Path("a.png")) as file:
    file.write(b"new")
    signal.raise_signal(number)
signal.signal(number, signal.SIG_IGN if ignored else signal.SIG_DFL)
"""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
@pytest.mark.parametrize("handled", ["ignored", "not"])
def test_a_signal_leaves_nothing_behind(number: int, handled: str, tmp_path: Path) -> None:
    """It ends the program as it would have; with nohup, SIGHUP does not."""
    (tmp_path / "a.png").write_bytes(b"old")
    done = subprocess.run(
        [sys.executable, "-c", SIGNALLED, str(int(number)), handled],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        check=False,
    )
    ignored = handled == "ignored"
    assert done.returncode == (0 if ignored else -number)
    assert (tmp_path / "a.png").read_bytes() == (b"new" if ignored else b"old")
    assert names(tmp_path) == ["a.png"]
