"""Pictures: what is drawn is what the lesson computed, and a file is never lost."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from matplotlib.figure import Figure

from d2lcli.outputs import figure
from d2lcli.request import PICTURE, load
from d2lcli.results import snapshot
from d2lcli.runner import plan, run

from .conftest import Run

INPUTS: list[tuple[str, dict[str, str]]] = [
    ("derivative", {}),
    ("derivative", {"h": "1.0", "factor": "0.5"}),
    ("derivative", {"at": "-2.0", "h": "-0.5"}),
    ("derivative", {"at": "0.0", "h": "1e-9", "steps": "1"}),
    ("derivative", {"at": "1e6", "h": "50.0"}),
    ("derivative", {"at": "-0.5", "h": "2.0", "method": "central_lim"}),
    ("dice", {}),
    ("dice", {"rolls": "1", "dice": "1"}),
    ("dice", {"rolls": "7", "die": "torch.ones(2).double() / 2"}),
    ("dice", {"rolls": "5001", "die": "torch.ones(20).double() / 20", "dice": "1"}),
    ("dice", {"rolls": "10**12"}),
]


def drawn(lesson: str, values: dict[str, str]) -> dict[str, Any]:
    """The variables of a lesson's picture."""
    parsed = load(lesson)
    names: dict[str, Any] = {}
    cells = plan(parsed, [parsed.sections[PICTURE]], {"seed": "7", **values})
    for step in run(cells, snapshot, names):
        assert step.error is None, step.error
        assert step.warnings == ()
    return names


@pytest.mark.parametrize(("lesson", "values"), INPUTS)
def test_texts_are_inside_and_apart(lesson: str, values: dict[str, str]) -> None:
    """No text leaves the canvas, and no title or label touches another."""
    picture = drawn(lesson, values)["figure"]
    assert isinstance(picture, Figure)
    picture.draw_without_rendering()
    (axes,) = picture.axes
    texts = [axes.title, axes.xaxis.label, axes.yaxis.label, *axes.texts]
    texts += [*axes.get_xticklabels(), *axes.get_yticklabels()]
    canvas = picture.bbox
    boxes = []
    for text in texts:
        box = text.get_window_extent()
        if not text.get_text() or not text.get_visible() or box.width == 0:
            continue
        at = box.x0, box.y0, box.x1, box.y1
        within = axes.bbox.padded(1)
        tick = text in axes.get_xticklabels() or text in axes.get_yticklabels()
        across = within.contains((box.x0 + box.x1) / 2, within.y0 + 2)
        along = within.contains(within.x0 + 2, (box.y0 + box.y1) / 2)
        if tick and not across and not along:
            continue  # a tick outside the limits is not drawn
        assert at[0] >= canvas.x0 - 1 and at[1] >= canvas.y0 - 1, text
        assert at[2] <= canvas.x1 + 1 and at[3] <= canvas.y1 + 1, text
        boxes.append((text, box))
    # The first tick of each axis meets in the corner by design.
    ticks = {*axes.get_xticklabels(), *axes.get_yticklabels()}
    for number, (text, box) in enumerate(boxes):
        for other, there in boxes[number + 1 :]:
            if not (text in ticks and other in ticks):
                assert not box.overlaps(there), (text, other)


def line(names: dict[str, Any], label: str) -> Any:
    (axes,) = names["figure"].axes
    return next(line for line in axes.lines if line.get_label().startswith(label))


@pytest.mark.parametrize("values", [values for lesson, values in INPUTS if lesson == "derivative"])
def test_the_tangent_is_computed(values: dict[str, str]) -> None:
    """Its slope is f′ in closed form, it touches the curve, and secants meet the curve twice."""
    names = drawn("derivative", values)
    at = names["at"]
    x, y = line(names, "tangent").get_data()
    slope = 6 * at - 4
    assert np.allclose(np.diff(y) / np.diff(x), slope, rtol=1e-6, atol=1e-6 * (1 + abs(at)))
    assert np.allclose(y, 3 * at**2 - 4 * at + slope * (x - at), rtol=1e-9)
    curve, value = line(names, "f(x)").get_data()
    assert np.allclose(value, 3 * curve**2 - 4 * curve, rtol=1e-12, atol=1e-12)
    (axes,) = names["figure"].axes
    for secant in (line for line in axes.lines if line.get_label().startswith("secant")):
        x, y = secant.get_data()
        label = secant.get_label().replace("−", "-")
        h = float(label.partition("h = ")[2].partition(":")[0])
        for point in (at, at + h):
            assert np.interp(point, x, y) == pytest.approx(3 * point**2 - 4 * point, rel=1e-3)


def test_a_secant_that_can_be_seen_is_drawn() -> None:
    (axes,) = drawn("derivative", {"h": "1.0", "factor": "0.5"})["figure"].axes
    assert sum(line.get_label().startswith("secant") for line in axes.lines) == 5


@pytest.mark.parametrize("values", [values for lesson, values in INPUTS if lesson == "dice"])
def test_curves_are_the_estimates(values: dict[str, str]) -> None:
    names = drawn("dice", values)
    (axes,) = names["figure"].axes
    curves = [line for line in axes.lines if len(line.get_xdata()) == len(names["n"])]
    assert len(curves) >= names["faces"]
    for face in range(names["faces"]):
        x, y = curves[face - names["faces"]].get_data()
        assert np.array_equal(x, names["n"])
        assert np.array_equal(y, names["counts"][:, face].numpy() / (x * names["dice"]))
    assert names["n"][-1] == names["rolls"]
    assert line(names, "probability").get_ydata()[0] == 1 / names["faces"]
    assert axes.get_xscale() == ("linear" if names["rolls"] <= 5000 else "log")


def test_the_band_is_where_95_of_100_estimates_lie() -> None:
    """The band's half width is 1.96 standard errors; in a long run few checkpoints leave it."""
    names = drawn("dice", {"rolls": "1000", "die": "torch.ones(2).double() / 2", "dice": "1"})
    (axes,) = names["figure"].axes
    (band,) = axes.collections
    top = max(point[1] for point in band.get_paths()[0].vertices if point[0] == 1000)
    assert top == pytest.approx(0.5 + 1.959964 * 0.5 / 1000**0.5, abs=1e-6)


@pytest.mark.parametrize("ending", ["png", "svg", "pdf", "PNG"])
def test_a_picture_is_saved(ending: str, d2l: Run, tmp_path: Path) -> None:
    path = tmp_path / f"a.{ending}"
    path.write_text("old")
    assert d2l("dice", "count", "--seed", "7", "--plot", str(path)).code == 0
    data = path.read_bytes()
    start = {"png": b"\x89PNG", "svg": b"<?xml", "pdf": b"%PDF"}[ending.lower()]
    assert data.startswith(start)
    assert [file.name for file in tmp_path.iterdir()] == [path.name]
    assert path.stat().st_mode & 0o777 == 0o666 & ~_umask()
    if ending == "svg":
        assert b"<text" in data
        assert b"face 1" in data


def _umask() -> int:
    import os

    mask = os.umask(0)
    os.umask(mask)
    return mask


@pytest.mark.parametrize("ending", ["svg", "pdf", "png"])
def test_the_same_seed_gives_the_same_file(ending: str, d2l: Run, tmp_path: Path) -> None:
    for name in ("a", "b"):
        d2l("dice", "count", "--seed", "7", "--plot", str(tmp_path / f"{name}.{ending}"))
    files = [(tmp_path / f"{name}.{ending}").read_bytes() for name in ("a", "b")]
    assert files[0] == files[1]


def test_places_where_no_picture_can_be(d2l: Run, tmp_path: Path) -> None:
    missing = tmp_path / "none" / "a.png"
    outcome = d2l("dice", "--plot", str(missing))
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err == (
        f"d2l: --plot {missing}: there is no folder {missing.parent}; make it or name another\n"
    )
    folder = tmp_path / "a.png"
    folder.mkdir()
    outcome = d2l("dice", "--plot", str(folder))
    assert outcome.code == 1
    assert "this is a folder" in outcome.err
    outcome = d2l("tour", "--plot", str(tmp_path / "none" / "pictures"))
    assert outcome.code == 1
    assert "this folder cannot be made" in outcome.err


def test_an_older_picture_survives_a_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, d2l: Run
) -> None:
    path = tmp_path / "a.png"
    path.write_text("old")

    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Figure, "savefig", fail)
    outcome = d2l("dice", "count", "--plot", str(path))
    assert outcome.code == 1
    assert "the picture could not be written (No space left on device)" in outcome.err
    assert "standard errors off" in outcome.out
    assert path.read_text() == "old"
    assert [file.name for file in tmp_path.iterdir()] == ["a.png"]


def test_a_read_only_place_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, d2l: Run
) -> None:
    """On a read-only file system not even the removal of what is not there is allowed."""

    def refuse(path: Path, *_: object, **__: object) -> None:
        raise OSError(30, "Read-only file system", str(path))

    monkeypatch.setattr(Path, "unlink", refuse)
    real = Path.open

    def no_writing(path: Path, mode: str = "r", *rest: Any, **named: Any) -> Any:
        return refuse(path) if "x" in mode else real(path, mode, *rest, **named)

    monkeypatch.setattr(Path, "open", no_writing)
    outcome = d2l("dice", "count", "--plot", str(tmp_path / "a.png"))
    assert outcome.code == 1
    assert "the picture could not be written (Read-only file system); choose" in outcome.err
    assert outcome.err.count("\n") == 1


SAVE = """
import os, resource, signal, sys
from d2lcli.outputs import figure
from matplotlib.figure import Figure
from pathlib import Path
picture = Figure()
picture.subplots().plot([1, 2])
{before}
figure.save(picture, Path(sys.argv[1]))
"""
KILL = """
real = Figure.savefig
def half(self, file, **options):
    file.write(b"half a picture")
    file.flush()
    os.kill(os.getpid(), signal.SIGKILL)
Figure.savefig = half
"""
FULL = "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))"


def save(path: Path, before: str) -> subprocess.CompletedProcess[str]:
    code = SAVE.format(before=before)
    return subprocess.run(
        [sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=False
    )


def test_a_killed_process_leaves_the_old_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    path.write_text("old")
    assert save(path, KILL).returncode == -signal.SIGKILL
    assert path.read_text() == "old"
    assert save(path, "").returncode == 0
    assert path.read_bytes().startswith(b"\x89PNG")


def test_a_file_that_grows_too_large_leaves_the_old_one_as_it_was(tmp_path: Path) -> None:
    """The system's own error, in the middle of writing, as on a full disk."""
    path = tmp_path / "a.png"
    path.write_text("old")
    done = save(path, FULL)
    assert "the picture could not be written (File too large); choose another place" in done.stderr
    assert path.read_text() == "old"
    assert [file.name for file in tmp_path.iterdir()] == ["a.png"]


def test_saving_leaves_no_temporary_file_behind(tmp_path: Path) -> None:
    figure.save(Figure(), tmp_path / "a.pdf")
    assert [file.name for file in tmp_path.iterdir()] == ["a.pdf"]
