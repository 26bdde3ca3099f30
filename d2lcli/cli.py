"""The commands, one for each lesson: what its options are and what they set.

Nothing here or in what this imports loads torch, matplotlib or numpy: help,
completion and mistakes have to be quick.
"""

from __future__ import annotations

import math
import re
import sys
from pathlib import Path
from typing import Annotated, Literal, Optional

import typer

from . import __version__
from .errors import Misuse, Refusal, quoted
from .inputs import devices, files, formulas, numbers, shapes, tensors
from .program import (
    HELP,
    TOPICS,
    Command,
    Device,
    Force,
    Json,
    Program,
    Seed,
    Traceback,
    Wanted,
    lesson_command,
    run,
)
from .request import PICTURE, TOUR, Request, load
from .request import topics as topics_of

app = typer.Typer(
    cls=Program,
    help="The preliminaries of Dive into Deep Learning, one command for each concept.",
    context_settings=HELP,
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
        ctx.get_help()  # which prints it


def tensor(
    shape: Annotated[
        Optional[str],
        typer.Option(metavar="SIZES", help="A shape of your own, such as 2,3,4."),
    ] = None,
    data: Annotated[
        Optional[str],
        typer.Option(metavar="NUMBERS", help="Numbers of your own, such as [[1,2],[3,4]]."),
    ] = None,
) -> Wanted:
    """A shape, and numbers."""
    sizes = None if shape is None else shapes.parse(shape, "--shape")
    source = None if data is None else tensors.source(tensors.parse("--data", data))
    # The tensor, its copy in one row, and two of them joined.
    needs = (0 if sizes is None else 4 * shapes.size(sizes), f"--shape {shape}")
    own = ["layout"] * (shape is not None) + ["data"] * (data is not None)
    values = {"shape": None if sizes is None else repr(sizes), "M": source}
    return Wanted(values, needs=needs, usual=own)


def broadcast(
    topics: Annotated[
        Optional[list[str]],
        typer.Argument(
            metavar="[SHAPE|TOPIC]...",
            help="Two shapes or more, such as 3,1 2; topics to show, or all.",
        ),
    ] = None,
) -> Wanted:
    """Shapes go to the sections that can take any; the first one is the book's own example."""
    words = topics or []
    named = [word for word in words if not shapes.is_shape(word)]
    for word in named:
        if re.search("[0-9]", word):
            raise Misuse(
                f"{quoted(word)}: this is neither a shape nor a topic; write a shape such as 3,1"
            )
    known = [section.name for section in topics_of(load("broadcast"))]
    if not {*named} <= {*known, "all"}:
        return Wanted(topics=named)  # to be refused like any other
    given = shapes.operands(word for word in words if shapes.is_shape(word))
    if not given:
        return Wanted(topics=named)
    size, conflict = shapes.broadcast(given)
    # The operands, and on top of each other as large as the result: all of them, and two sums.
    parts = [*given, *[tuple(size)] * (len(given) + 2)]
    needs = (sum(map(shapes.size, parts)), f"shapes {shapes.listed(given)}")
    if conflict is None:
        if "misfit" in named:
            raise Misuse(
                f"shapes {shapes.listed(given)}: they fit, and misfit is about those that do not; "
                "leave it out"
            )
        return Wanted({"shapes": repr(given)}, named or ["axes", "stretch"], needs=needs)
    # misfit has the axis table, and says instead of the others why they cannot run.
    asked = known if "all" in named else named
    shown = [topic for topic in asked if topic not in ("axes", "stretch", "misfit")]
    refusal = shapes.misfit(given, conflict)
    values = {"misfits": repr(given), "shapes": repr(given)}  # the picture draws shapes
    needs = (sum(map(shapes.size, given)), needs[1])
    return Wanted(values, [*shown, "misfit"], needs=needs, refusal=refusal)


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
        Optional[str],
        typer.Option(metavar="COUNT", help="How many elements are updated, such as 1000 or 1e6."),
    ] = None,
) -> Wanted:
    """Both ways of updating, or one."""
    count = numbers.whole("--size", size)
    values = {"size": count}
    # Five float32 tensors at once: x, the old y, y, the sum, and one that is about to be freed.
    needs = (5 * 4 * (count or 0), f"--size {size}")
    if inplace is None:
        return Wanted(values, needs=needs)
    if inplace:
        return Wanted(values, ["inplace", "cost"], "--inplace", needs)
    return Wanted(values, ["new", "cost"], "--no-inplace", needs)


def linalg(
    shape: Annotated[
        Optional[str],
        typer.Option(metavar="SIZES", help="The shape of the tensor A, such as 2,3,4."),
    ] = None,
    data: Annotated[
        Optional[str],
        typer.Option(metavar="NUMBERS", help="The tensor A itself, such as [[1,2],[3,4]]."),
    ] = None,
    dim: Annotated[
        Optional[int],
        typer.Option(
            metavar="N", help="The axis that the sum with keepdims runs along; -1 is the last."
        ),
    ] = None,
) -> Wanted:
    """The tensor, and the axis of a sum. Whether the tensor has it, torch says."""
    if shape is not None and data is not None:
        raise Misuse(
            f"--shape {shape} and --data {data}: numbers bring their own shape; "
            "leave out one of the two"
        )
    needs = (0, "")
    if shape is not None:
        sizes = shapes.parse(shape, "--shape")
        # A, its shares, its running sum, and what they are made from.
        needs = (6 * shapes.size(sizes), f"--shape {shape}")
        source = f"torch.arange({math.prod(sizes)}).reshape({sizes})"
    elif data is not None:
        given = tensors.parse("--data", data)
        sizes, source = tensors.shape(given), tensors.source(given)
    else:
        return Wanted({"dim": dim})
    if len(sizes) < 2 and dim is None:
        dim = 0  # the usual one is not there
    return Wanted({"A": source, "dim": dim}, needs=needs, usual=["reduce"])


def norm(
    vector: Annotated[
        Optional[str],
        typer.Option(metavar="NUMBERS", help="The vector u, such as 3,-4."),
    ] = None,
    matrix: Annotated[
        Optional[str],
        typer.Option(metavar="ROWS", help="The matrix M, such as [[1,2],[3,4]]."),
    ] = None,
    p: Annotated[
        Optional[str],
        typer.Option(metavar="1|2|inf|NUMBER", help="The order of a norm."),
    ] = None,
) -> Wanted:
    """A vector and a matrix, in double precision, and the order of a norm."""
    u = None if vector is None else tensors.vector("--vector", vector)
    rows = None if matrix is None else tensors.matrix("--matrix", matrix)
    own = ["vector", "order"] * (u is not None) + ["kinds"] * (rows is not None)
    return Wanted(
        {
            "u": None if u is None else tensors.source([*u], "torch.float64"),
            "M": None if rows is None else tensors.source(rows, "torch.float64"),
            "p": numbers.order(p, u),
        },
        usual=own + ["order"] * (p is not None and own != []),
    )


F = Annotated[
    Optional[str],
    typer.Option(
        metavar="FORMULA",
        help="The function of x: numbers, x, pi, e, + - * / **, parentheses, and "
        f"{' '.join(formulas.FUNCTIONS)}.",
    ),
]
LONGEST = 10**5  # characters of a traceback that are read, from its end
BY_AUTOGRAD = """# Its derivative, by autograd: sympy finds no formula for it.
def df(x):
    x = x.detach().requires_grad_(True)
    return torch.autograd.grad(f(x).sum(), x)[0]"""


def _function(f: formulas.Formula) -> dict[str, str]:
    """What ``--f`` sets in every lesson that takes it: the function, and what is written at it."""
    return {
        "f": f"# The function f(x) = {f.pretty}.\n{f.definition('f')}",
        "formula": repr(f.pretty),
    }


def derivative(
    f: F = None,
    at: Annotated[
        Optional[str],
        typer.Option(metavar="NUMBER", help="The point x, such as 1 or pi/2."),
    ] = None,
    h: Annotated[
        Optional[str],
        typer.Option(metavar="NUMBER", help="The first step."),
    ] = None,
    steps: Annotated[
        Optional[int],
        typer.Option(metavar="N", min=1, max=400, help="How many steps."),
    ] = None,
    factor: Annotated[
        Optional[str],
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
    own = {}
    if f is not None:
        formula = formulas.parse("--f", f)
        slope = formula.derivative()
        own = _function(formula) | {"df": slope.definition("df") if slope else BY_AUTOGRAD}
    return Wanted(
        {
            **own,
            "at": numbers.point("--at", at),
            "h": numbers.step(h),
            "steps": steps,
            "factor": numbers.factor(factor),
            "method": method and functions[method],
            "dtype": dtype and f"torch.{dtype}",
        }
    )


def autograd(
    f: F = None,
    at: Annotated[
        Optional[str],
        typer.Option(metavar="NUMBERS", help="The points, such as 0,1,pi/2."),
    ] = None,
) -> Wanted:
    """The function of the last section, and its points."""
    points = numbers.points("--at", at)
    own = {} if f is None else _function(formulas.parse("--f", f))
    usual = ["function"] * (f is not None or at is not None)
    return Wanted({**own, "at": points and repr(points)}, usual=usual)


def dice(
    rolls: Annotated[
        Optional[str],
        typer.Option(metavar="COUNT", help="How often the dice are rolled, such as 500 or 1e12."),
    ] = None,
    dice: Annotated[
        Optional[int], typer.Option(metavar="N", min=1, help="How many dice a roll has.")
    ] = None,
    faces: Annotated[
        Optional[int],
        typer.Option(
            metavar="N",
            min=2,
            max=numbers.FACES,
            help="How many faces a fair die has.",
            show_default="6",
        ),
    ] = None,
    probs: Annotated[
        Optional[str],
        typer.Option(
            metavar="WEIGHTS",
            help="A loaded die: the weight of each face.",
            show_default="a fair die",
        ),
    ] = None,
) -> Wanted:
    """How many dice of which kind are rolled how often."""
    usual = load("dice").defaults
    count = numbers.whole("--rolls", rolls)
    numbers.throws(count or int(usual["rolls"] or 0), dice or int(usual["dice"] or 0))
    weights = numbers.weights(probs, faces)
    die = faces and f"torch.ones({faces}, dtype=torch.float64) / {faces}"
    if weights is not None:
        die = f"{tensors.source([*weights], 'torch.float64')} / {math.fsum(weights):.17g}"
    return Wanted({"rolls": count, "dice": dice, "die": die})


def env() -> Wanted:
    """No options of its own."""
    return Wanted()


lesson_command(tensor, data="M")
lesson_command(broadcast, **{TOPICS: "shapes"})
lesson_command(memory)
lesson_command(linalg, shape="A", data="A")
lesson_command(norm, vector="u", matrix="M")
lesson_command(derivative)
lesson_command(autograd)
lesson_command(dice, faces="die", probs="die")
lesson_command(env)


@app.command(cls=Command)
def explain(
    message: Annotated[
        Optional[list[str]],
        typer.Argument(
            metavar="[MESSAGE]...",
            help="A message of PyTorch, in quotes; without it, a traceback is read from a pipe.",
        ),
    ] = None,
) -> None:
    """What a message of PyTorch means, and what helps."""
    if not message and (sys.stdin is None or sys.stdin.isatty()):
        raise Misuse(
            "explain: there is no message; give it in quotes, or pipe a whole traceback in"
        )
    text = " ".join(message) if message else _piped()
    if not text.strip():
        raise Misuse(
            f"explain {quoted(text)}: that is no message; give one as PyTorch wrote it, in quotes"
            if message
            else "explain: nothing came through the pipe; a traceback is written to stderr, "
            "so pipe that in too, with 2>&1"
        )
    from . import messages
    from .outputs.terminal import Page, console

    found, page = messages.explain(text), Page(console())
    if found is not None:
        titles = {topic: section.title for topic, section in messages.questions()}
        page.explain(found, titles[found.topic])
        return
    nearest = messages.nearest(text)
    if nearest:
        page.unknown(nearest)
    told = quoted(messages.headline(text).rstrip(":"))
    raise Refusal(
        f"explain {told}: d2l does not know this message; give all of it, as PyTorch wrote "
        f"it, or look at {'the topics above' if nearest else 'd2l --help'}"
    )


def _piped() -> str:
    """The end of what comes through the pipe: there a traceback has its message."""
    text = ""
    try:
        while part := sys.stdin.read(LONGEST):
            text = (text + part)[-LONGEST:]
    except OSError as error:
        raise Refusal(
            f"explain: the input cannot be read ({error.strerror}); give the message in quotes"
        ) from error
    return text


@app.command(cls=Command)
def tour(
    plot: Annotated[
        Optional[Path],
        typer.Option(metavar="FOLDER", help="Save the pictures here, as png."),
    ] = None,
    export: Annotated[
        Optional[Path],
        typer.Option(
            metavar="FOLDER|FILE",
            help="Take the runs away: a notebook for each, or one .ipynb, .py or .html.",
        ),
    ] = None,
    force: Force = False,
    device: Device = "cpu",
    seed: Seed = None,
    json: Json = False,
    traceback: Traceback = False,
) -> None:
    """Every lesson, one after another, with one import of torch."""
    devices.check_name(device)
    if plot is not None or export is not None:
        # Before a folder is made: what cannot run must not leave one behind.
        device = devices.choose(device, alone=True)
    seed = numbers.seed(seed)
    chapter = export if export is not None and export.suffix.lower() in files.EXPORTS else None
    notebooks = export if chapter is None else None
    if notebooks is None:
        files.export("--export", chapter, force)
    else:
        for name in TOUR:
            files.own_work("--export", notebooks / f"{name}.ipynb", force)
    files.folders({"--plot": plot, "--export": notebooks})
    requests = []
    for name in TOUR:
        draws = PICTURE in load(name).sections
        file = plot / f"{name}.png" if plot and draws else None
        notebook = None
        if notebooks is not None:
            notebook = files.export("--export", notebooks / f"{name}.ipynb", force)
        requests.append(
            Request(
                name,
                device=device,
                seed=seed,
                plot=file,
                export=notebook,
                force=force,
                draw=chapter is not None,
            )
        )
    run(requests, json, traceback, tour=True, chapter=chapter)
