"""The commands, one for each lesson: what its options are and what they set.

Nothing here or in what this imports loads torch, matplotlib or numpy: help,
completion and mistakes have to be quick.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal, Optional

import typer

from . import __version__
from .inputs import devices, files, numbers, shapes
from .program import (
    Command,
    Device,
    Json,
    Program,
    Seed,
    Traceback,
    Wanted,
    lesson_command,
    run,
)
from .request import PICTURE, TOUR, Request, load

app = typer.Typer(
    cls=Program,
    help="The preliminaries of *Dive into Deep Learning*: "
    "each line of PyTorch beside what it gives.",
    context_settings={"help_option_names": ["-h", "--help"]},
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"d2l {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def program(
    ctx: typer.Context,
    version: Annotated[  # noqa: ARG001  # Typer calls _version
        bool,
        typer.Option(
            "--version",
            callback=_version,
            is_eager=True,
            help="Show the version.",
        ),
    ] = False,
) -> None:
    """Show the help where no command is given."""
    if ctx.invoked_subcommand is None:
        typer.echo(ctx.get_help())


def tensor() -> Wanted:
    """No options of its own."""
    return Wanted()


def broadcast(
    topics: Annotated[
        Optional[list[str]],
        typer.Argument(
            metavar="[SHAPE|TOPIC]...",
            help="Two shapes or more, such as 3,1 2; what to show (see below), or all.",
        ),
    ] = None,
) -> Wanted:
    """Shapes go to the sections that can take any; the first one is the book's own example."""
    words = topics or []
    given = shapes.operands(word for word in words if shapes.is_shape(word))
    named = [word for word in words if not shapes.is_shape(word)]
    if not given:
        return Wanted(topics=named)
    return Wanted({"shapes": repr(given)}, named or ["axes", "stretch"])


def memory(
    inplace: Annotated[
        Optional[bool],
        typer.Option(
            "--inplace/--no-inplace",
            help="Show only writing into the old tensor, or only making a new one, "
            "each with the table of costs.",
            show_default="both",
        ),
    ] = None,
    size: Annotated[
        Optional[int],
        typer.Option(min=1, max=2**36, help="How many elements are updated."),
    ] = None,
) -> Wanted:
    """Both ways of updating, or one."""
    values = {"size": size}
    # Five float32 tensors at once: x, the old y, y, the sum, and one that is about to be freed.
    needs = (5 * 4 * (size or 0), f"--size {size}")
    if inplace is None:
        return Wanted(values, needs=needs)
    if inplace:
        return Wanted(values, ["inplace", "cost"], "--inplace", needs)
    return Wanted(values, ["new", "cost"], "--no-inplace", needs)


def linalg(
    dim: Annotated[
        Optional[int],
        typer.Option(
            help="The axis that the sum with keepdims runs along: 0, 1 or 2, or -1 for the last."
        ),
    ] = None,
) -> Wanted:
    """The axis of a sum. Whether the tensor has it, torch says."""
    return Wanted({"dim": dim})


def norm(
    p: Annotated[
        Optional[float],
        typer.Option(metavar="1|2|inf|NUMBER", help="The order of a norm."),
    ] = None,
) -> Wanted:
    """The order of a norm."""
    return Wanted({"p": numbers.order(p)})


def derivative(
    at: Annotated[
        Optional[float],
        typer.Option(metavar="NUMBER", help="The point x."),
    ] = None,
    h: Annotated[
        Optional[float],
        typer.Option(metavar="NUMBER", help="The first step."),
    ] = None,
    steps: Annotated[
        Optional[int],
        typer.Option(min=1, max=400, help="How many steps."),
    ] = None,
    factor: Annotated[
        Optional[float],
        typer.Option(metavar="NUMBER", help="What makes each step smaller."),
    ] = None,
    method: Annotated[
        Optional[Literal["forward", "central"]],
        typer.Option(
            help="Whether the two points are x and x + h, or x - h and x + h.",
            show_default="forward",
        ),
    ] = None,
    dtype: Annotated[
        Optional[Literal["float32", "float64"]],
        typer.Option(help="The precision.", show_default="float64"),
    ] = None,
) -> Wanted:
    """The point, the steps, and how the quotient is computed."""
    functions = {"forward": "numerical_lim", "central": "central_lim"}
    return Wanted(
        {
            "at": numbers.finite("--at", at),
            "h": numbers.step(h),
            "steps": steps,
            "factor": numbers.factor(factor),
            "method": method and functions[method],
            "dtype": dtype and f"torch.{dtype}",
        }
    )


def autograd(
    at: Annotated[
        Optional[str],
        typer.Option(metavar="NUMBERS", help="The points, such as 0,1,2.5."),
    ] = None,
) -> Wanted:
    """The points of the last section."""
    return Wanted({"at": at and repr(numbers.points("--at", at))})


def dice(
    rolls: Annotated[
        Optional[int],
        typer.Option(min=1, help="How often the dice are rolled."),
    ] = None,
    dice: Annotated[Optional[int], typer.Option(min=1, help="How many dice a roll has.")] = None,
    faces: Annotated[
        Optional[int],
        typer.Option(min=2, max=1000, help="How many faces a die has."),
    ] = None,
) -> Wanted:
    """How many dice of which kind are rolled how often."""
    usual = load("dice").defaults
    numbers.throws(rolls or int(usual["rolls"] or 0), dice or int(usual["dice"] or 0))
    return Wanted({"rolls": rolls, "dice": dice, "faces": faces})


def env() -> Wanted:
    """No options of its own."""
    return Wanted()


for command in (
    *(tensor, broadcast, memory, linalg, norm, derivative, autograd, dice),
    env,
):
    lesson_command(app, command)


@app.command(cls=Command)
def tour(
    plot: Annotated[
        Optional[Path],
        typer.Option(metavar="FOLDER", help="Save the pictures here, as png."),
    ] = None,
    device: Device = "cpu",
    seed: Seed = None,
    json: Json = False,
    traceback: Traceback = False,
) -> None:
    """Every lesson, one after another, with one import of torch."""
    devices.check_name(device)
    if plot is not None:
        # Before the folder is made: what cannot run must not leave one behind.
        device = devices.choose(device)
    folder = files.folder("--plot", plot)
    seed = numbers.seed(seed)
    requests = []
    for name in TOUR:
        draws = PICTURE in load(name).sections
        file = folder / f"{name}.png" if folder and draws else None
        requests.append(Request(name, device=device, seed=seed, plot=file))
    run(requests, json, traceback, tour=True)
