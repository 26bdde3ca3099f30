"""Options without a command line: how each is written, checked and named.

The command line and the library make the same of them: a value is checked once, where it comes in,
and stays a value.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, get_args

from .errors import Misuse
from .inputs import devices, files, numbers
from .inputs.words import Words
from .language import tr
from .request import Request


@dataclass(frozen=True)
class Option:
    """One option of a lesson.

    Attributes:
        parse: makes a checked value of the option's name and of a text or a Python value.
        metavar: what stands for the value in the help.
        help: what it means.
        sets: what it sets in the lesson, where that has other names.
        words: where it may stand behind the command without its name: parts the words there into
            those that are its value, and topics.
        flag: how a switch is written, such as ``--inplace/--no-inplace``.
        default: what holds where it is not given, as a reader would type it or in words; without
            it the lesson's own default is told, if that is a number, numbers or a plain name.
    """

    parse: Callable[[str, Any], Any]
    metavar: str = ""
    help: str = ""
    sets: tuple[str, ...] = ()
    words: Callable[[Sequence[str]], Words] | None = None
    flag: str = ""
    default: str = ""


@dataclass(frozen=True)
class Asked:
    """What a lesson's own options ask for; see ``Request`` for the fields."""

    title: str = ""
    facts: tuple[str, ...] = ()
    values: Mapping[str, object] = field(default_factory=dict)
    page: tuple[str, ...] = ()
    needs: tuple[int, str] = (0, "")
    refusal: str = ""
    unfit: Mapping[str, str] = field(default_factory=dict)


# Words that people try for a topic.
ALIASES: Mapping[str, Mapping[str, str]] = {
    "tensor": {"arange": "create", "concat": "cat", "copy": "clone", "dtype": "dtypes"}
    | {"slice": "slices", "view": "views"},
    "broadcast": {"add": "sum", "repeat": "expand"},
    "linalg": {"det": "singular", "dot": "products", "inverse": "singular", "keepdims": "reduce"}
    | {"matmul": "products", "sum": "reduce"},
    "norm": {"frobenius": "matrix", "l2": "vector"},
    "autograd": {"backward": "gradient", "hessian": "second", "nan": "where"},
    "dice": {"bayes": "conditional"},
}

Concept = Callable[..., Asked]


@cache
def declared(concept: Concept) -> Mapping[str, Option]:
    """The options of a concept by their parameters' names."""
    parameters = inspect.signature(concept, eval_str=True).parameters.values()
    return {p.name: get_args(p.annotation)[1] for p in parameters}


def spelled(name: str) -> str:
    """An option as it is typed."""
    return "--" + name.replace("_", "-")


def asked(concept: Concept, given: Mapping[str, Any]) -> tuple[Asked, dict[str, frozenset[str]]]:
    """What ``concept`` makes of the options given, and what each of them set.

    Args:
        concept: one of ``concepts``.
        given: texts or Python values by the options' names; None for what was not given.

    Raises:
        Misuse: one of them is not as it has to be.
    """
    known = declared(concept)
    values = {
        name: known[name].parse(spelled(name), value)
        for name, value in given.items()
        if value is not None
    }
    found = concept(**values)
    options = {}
    for name in values:
        set_by_it = [target for target in known[name].sets or (name,) if target in found.values]
        if any(found.values[target] is not None for target in set_by_it):
            options[typed(name, known[name], given[name])] = frozenset(set_by_it)
    return found, options


def typed(name: str, option: Option, value: object) -> str:
    """An option as a reader types it: its name, its switch, or the words that are its value."""
    if option.flag:
        return option.flag.split("/")[0 if value else -1]
    if option.words is not None and isinstance(value, tuple):
        return " ".join(map(str, value))
    return spelled(name)


def request(
    lesson: str,
    own: Mapping[str, Any],
    topics: Sequence[str],
    *,
    device: str = "cpu",
    seed: object = None,
    plot: Path | None = None,
    export: Path | None = None,
    force: bool = False,
) -> Request:
    """The request that options ask for, each checked once.

    Raises:
        Misuse: the command line alone shows that something is wrong.
        Refusal: a file cannot be written, or is there already.
    """
    found, options = asked(concept(lesson), own)
    device = devices.check_name(device)
    for name, option in declared(concept(lesson)).items():
        # A switch that sets nothing says what to show, as a topic does.
        if topics and option.flag and own.get(name) is not None and name not in found.values:
            raise Misuse(
                tr(
                    "{topics}: {option} says what to show, too; leave out one of the two",
                    topics=" ".join(topics),
                    option=typed(name, option, own[name]),
                )
            )
    return Request(
        lesson=lesson,
        title=found.title,
        facts=found.facts,
        topics=tuple(ALIASES.get(lesson, {}).get(topic, topic) for topic in topics),
        page=found.page,
        values={name: value for name, value in found.values.items() if value is not None},
        options=options,
        device=device,
        seed=numbers.seed("--seed", seed),
        plot=files.picture("--plot", plot),
        export=files.export("--export", export, force),
        force=force,
        needs=found.needs,
        refusal=found.refusal,
        unfit=found.unfit,
    )


def concept(lesson: str) -> Concept:
    """What this lesson can be asked."""
    found: Concept = import_module(f"d2lcli.concepts.{lesson}").ask
    return found
