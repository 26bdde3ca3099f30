"""Own inputs of every lesson, drawn by a generator with a fixed seed."""

# ruff: noqa: E501  # sentences stand in one line, as notes say them

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from typing import Any

from .reader import Case

Draw = random.Random

SIZES = (0, 1, 1, 1, 2, 2, 3, 3, 4, 5, 7)
SMALL = ("0", "1", "-1", "2", "3", "0.5", "-2.5", "4", "7", "-3", "10", "0.1")
ODD = (
    "1e-300",
    "1e300",
    "1e16",
    "-1e16",
    "1e-8",
    "123456789",
    "1e8",
    "-9.8",
    "9.7",
    "3e38",
    "-0.0",
)
WHOLE = ("0", "1", "2", "-3", "4", "5", "12", "-7")
HUGE = ("9223372036854775807", "4611686018427387904", "-9223372036854775807", "3000000000")
# Formulas of x with points that suit them: what is special about each, and something ordinary.
SMOOTH = (
    "3*x**2-4*x", "x**3", "sin(x)", "exp(x)", "x*sin(x)", "exp(-x**2)", "tanh(x)", "sigmoid(x)",
    "1/(1+x**2)", "atan(x)", "cosh(x)", "x**4-x", "5", "x", "2**x", "cos(10*x)", "x**0", "0*x",
    "sqrt(x**2+1)", "log(x**2+1)", "x**7/1e3", "sin(x)+1e9", "(x+1e16)-1e16", "exp(x)-x",
    "sinh(x)/3",
)  # fmt: skip
POINTS = ("0", "1", "-1", "2", "0.5", "-2.5", "pi", "pi/2", "3", "10", "1e-8", "-1e-8", "1e10", "100",
    "1e-320", "0.1", "-0.3", "1e5", "74e12", "29.3", "1e300", "700")  # fmt: skip
SPECIAL: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("abs(x)", ("0", "1", "-1e-9")),
    ("relu(x)", ("0", "1", "-1")),
    ("abs(x-1)", ("1", "2")),
    ("abs(x-0.1)", ("0.1",)),
    ("exp(10*x)+abs(x-1)", ("1",)),
    ("x**20+abs(x-2)", ("2",)),
    ("x**4+0.001*abs(x-3)", ("3",)),
    ("cosh(x)+abs(x-12)", ("12", "1")),
    ("sqrt(x)", ("0", "-1", "4", "1e-300")),
    ("1/x", ("0", "1", "0.01", "-2")),
    ("1/x**2", ("0", "1e-5")),
    ("log(x)", ("0", "-1", "1", "e")),
    ("sin(x)/x", ("0", "0.3", "pi")),
    ("(1-cos(x))/x**2", ("0", "1e-8")),
    ("exp(-1/x**2)", ("0", "1")),
    ("exp(1/x)", ("0", "1")),
    ("sin(1/x)", ("0", "1")),
    ("x*sin(1/x)", ("0", "2")),
    ("x**2*sin(1/x)", ("0",)),
    ("where(x<0, x**2, x)", ("0", "1", "-1")),
    ("where(x<0, -1, 1)", ("0", "2")),
    ("where(x<1, x, x+1)", ("1",)),
    ("where(x==0, 1, sin(x)/x)", ("0", "1")),
    ("where(x==2, 5, x)", ("2", "3")),
    ("where(x>0, sqrt(x), x)", ("-1", "0", "4")),
    ("abs(x)**0.5", ("0", "1")),
    ("abs(x)**(1/3)", ("0", "8")),
    ("where(x<0, -(-x)**(1/3), x**(1/3))", ("0", "8")),
    ("tan(x)", ("pi/2", "1", "0")),
    ("asin(x)", ("1", "-1", "0.5", "2")),
    ("acos(x)", ("1", "0")),
    ("x*abs(x)", ("0", "1", "-2")),
    ("x/abs(x)", ("0", "1")),
    ("max(x, x**2)", ("0", "1", "0.5", "3")),
    ("min(x, 1)", ("1", "0")),
    ("sqrt(x**4)", ("0", "1")),
    ("sqrt(1-x**2)", ("1", "0", "2")),
    ("(x**2-1)/(x-1)", ("1", "2")),
    ("x*log(x)", ("0", "1")),
    ("x**x", ("0", "1", "-1")),
    ("sqrt(relu(x))", ("-1", "0", "4")),
    ("exp(x)", ("709", "710", "-800", "0")),
    ("sin(exp(x))", ("29.3", "1")),
    ("atan(1/x)", ("0", "1")),
    ("x**0.5", ("0", "4")),
    ("x**1.5", ("0", "1")),
    ("abs(sin(x))", ("0", "pi", "1")),
    ("sqrt(abs(x-2))", ("2", "3")),
    ("x**-1", ("0", "2")),
    ("1e200*x**2", ("1e60", "1")),
    ("log(abs(x))", ("0", "-1")),
    ("abs(x)/x+x", ("0",)),
    ("abs(x-pi)", ("pi",)),
    ("1/(x-3)", ("3", "4")),
    ("atan(1e12*x)", ("0", "1")),
    ("sin(1e16*x)", ("0.1",)),
    ("x**2/(1+x**2)", ("0", "1", "1e200")),
    ("sqrt(x**2+1e-30)", ("0", "1")),
    ("asin(sin(x))", ("1", "pi/2")),
    ("where(x<0, sqrt(-x), -sqrt(x))", ("0",)),
    ("tanh(1/x)", ("0",)),
    ("x**3*abs(x)", ("0",)),
    ("1e300*x", ("1e10", "1")),
    ("log(x)/x", ("1", "2", "0")),
    ("abs(x)-abs(x)", ("0",)),
    ("exp(-1/x)", ("0", "1")),
)
SEVERAL = (
    "3*x**2+5*exp(y)", "x*y", "x*y*z", "sin(x*y)", "x**2+y**2+z**2", "sqrt(x**2+y**2)", "abs(x)+y",
    "max(x,y)", "x/y", "log(x)*y", "exp(x-y)*z", "where(x<y, x, y)", "x*abs(y)", "x**y", "atan(y/x)",
    "y**2", "x+y+z", "relu(x*y)", "sin(x)*cos(y)", "1/(x-y)",
)  # fmt: skip
SEVERAL_AT = ("0", "1", "2", "-1", "0.5", "3", "-2.5")


def one_of(draw: Draw, values: Any) -> Any:
    return values[draw.randrange(len(values))]


def shape(draw: Draw, most: int = 4, least: int = 0, sizes: Any = SIZES) -> tuple[int, ...]:
    return tuple(one_of(draw, sizes) for _ in range(draw.randint(least, most)))


def nested(draw: Draw, sizes: tuple[int, ...], numbers: Any) -> str:
    """Numbers of this shape, as somebody types them."""
    if not sizes:
        return str(one_of(draw, numbers))
    return "[" + ",".join(nested(draw, sizes[1:], numbers) for _ in range(sizes[0])) + "]"


def numbers(draw: Draw) -> tuple[str, ...]:
    kind = draw.random()
    if kind < 0.4:
        return WHOLE
    if kind < 0.75:
        return SMALL
    return (*HUGE, "1", "2") if kind < 0.87 else (*ODD, *SMALL[:4])


def tensor(draw: Draw) -> Case:
    kind = draw.random()
    if kind < 0.1:
        topic = one_of(draw, ("views", "slices", "write", "create", "dtypes", "clone"))
        return Case("tensor", {"seed": draw.randrange(1000)} if topic == "create" else {}, (topic,))
    if kind < 0.16:
        options = one_of(
            draw, ({}, {"function": "zeros"}, {"function": "sum"}, {"function": "cat"})
        )
        return Case("tensor", options, ("parameters",))
    if kind < 0.25:
        topics = one_of(draw, (("views",), ("slices",), ("reshape",)))
        return Case("tensor", {"data": nested(draw, shape(draw, 3, 1), numbers(draw))}, topics)
    if kind < 0.6:
        return Case("tensor", {"data": nested(draw, shape(draw, 3), numbers(draw))})
    if kind < 0.95:
        return Case("tensor", {"shape": ",".join(map(str, shape(draw, 4, 1)))})
    return Case("tensor", {"shape": one_of(draw, ("2000,3000", "0,5", "1000000", "1,1,1,1,1,1"))})


def compatible(draw: Draw) -> list[tuple[int, ...]]:
    """Shapes that broadcast, as a rule."""
    result = shape(draw, 4, sizes=(0, 1, 2, 3, 3, 4, 5, 7))
    found = []
    for _ in range(draw.choice((2, 2, 2, 3, 4))):
        own = tuple(1 if draw.random() < 0.4 else size for size in result)
        found.append(own[draw.randint(0, len(own)) if draw.random() < 0.4 else 0 :])
    return found


def broadcast(draw: Draw) -> Case:
    kind = draw.random()
    if kind < 0.05:
        return Case(
            "broadcast", {}, one_of(draw, ((), ("stretch",), ("expand",), ("grow",), ("all",)))
        )
    if kind < 0.62:
        given = compatible(draw)
    elif kind < 0.93:
        count = draw.choice((2, 2, 3))
        given = [shape(draw, 3, sizes=(0, 1, 2, 3, 4, 5)) for _ in range(count)]
    else:
        given = [
            tuple(draw.choice((1, 2, 1000, 10**6, 10**7)) for _ in range(draw.randint(1, 3)))
            for _ in range(draw.choice((2, 3)))
        ]
    topics = (
        (("stretch",) if kind < 0.08 else ("expand",)) if len(given) == 2 and kind < 0.12 else ()
    )
    return Case("broadcast", {"shapes": tuple(given)}, topics)


def memory(draw: Draw) -> Case:
    size = draw.choice((0, 1, 2, 10, 1000, 4096, 10**5))
    kind = draw.random()
    if kind < 0.3:
        return Case("memory", {}, (draw.choice(("ids", "temporary", "conversions", "book")),))
    options: dict[str, Any] = {"size": size}
    if kind < 0.7:
        options["inplace"] = kind < 0.5
    return Case("memory", options)


def axes_of(draw: Draw, count: int) -> str:
    some = draw.sample(range(count), draw.randint(1, min(count, 3)))
    return ",".join(str(axis - draw.choice((0, count))) for axis in some)


def linalg(draw: Draw) -> Case:
    kind = draw.random()
    if kind < 0.05:
        return Case("linalg", {}, (draw.choice(("axis", "singular", "products", "reduce", "all")),))
    if kind < 0.17:
        size = draw.choice((1, 2, 2, 3, 4))
        own = (size, size) if draw.random() < 0.8 else shape(draw, 3)
        text = nested(draw, own, draw.choice((("0", "1", "-1", "2"), numbers(draw))))
        return Case("linalg", {"data": text}, draw.choice((("singular",), ("products",))))
    if kind < 0.3:
        sizes = shape(draw, 4, 1)
        dim = {"dim": axes_of(draw, len(sizes))} if draw.random() < 0.7 else {}
        return Case("linalg", {"shape": ",".join(map(str, sizes)), **dim})
    if kind < 0.6:
        sizes = shape(draw, 3)
        dim = {"dim": axes_of(draw, len(sizes))} if sizes and draw.random() < 0.7 else {}
        return Case("linalg", {"data": nested(draw, sizes, numbers(draw)), **dim})
    left, right = (shape(draw, 4, sizes=(0, 1, 2, 3, 3, 4)) for _ in range(2))
    if draw.random() < 0.5 and left and right:
        right = (*right[:-2], left[-1], *right[-1:]) if len(right) > 1 else left[-1:]
    return Case("linalg", {"multiply": (left, right)})


def norm(draw: Draw) -> Case:
    kind = draw.random()
    pool = (*SMALL, *ODD[4:]) if draw.random() < 0.6 else (*SMALL, *ODD)
    p = {"p": draw.choice(("1", "1.5", "2", "3", "inf", "10", "100", "1.0001", "7.25"))}
    if kind < 0.5:
        given = ",".join(one_of(draw, pool) for _ in range(draw.choice((1, 2, 2, 3, 3, 5, 9))))
        return Case("norm", {"vector": given, **(p if draw.random() < 0.7 else {})})
    if kind < 0.8:
        rows, columns = draw.choice((1, 2, 2, 3, 4)), draw.choice((1, 2, 2, 3))
        text = nested(draw, (rows, columns), pool if draw.random() < 0.7 else ("1", "2"))
        if draw.random() < 0.25:  # rows that depend on each other, or nearly so
            row = [draw.choice((1, 2, 3, 0.1, 7)) for _ in range(columns)]
            factors = [draw.choice((1, 2, 3, 0.3)) for _ in range(rows)]
            text = str([[a * b for a in row] for b in factors]).replace(" ", "")
        return Case("norm", {"matrix": text})
    if kind < 0.95:
        sizes = shape(draw, 3, 1, sizes=(1, 2, 3, 4))
        dim = {"dim": axes_of(draw, len(sizes))} if draw.random() < 0.7 else {}
        return Case("norm", {"data": nested(draw, sizes, SMALL), **dim})
    return Case("norm", {}, (draw.choice(("matrix", "kinds", "order", "alike", "zero")),))


def formula(draw: Draw) -> tuple[str, str]:
    """A formula of x and a point."""
    kind = draw.random()
    if kind < 0.5:
        text, points = one_of(draw, SPECIAL)
        return text, one_of(draw, points)
    text = one_of(draw, SMOOTH)
    if kind < 0.75:
        return text, one_of(draw, POINTS)
    # Two of them, joined.
    other, points = one_of(draw, SPECIAL)
    sign = draw.choice(("+", "*", "-"))
    return f"({text}){sign}({other})", one_of(draw, points)


def derivative(draw: Draw) -> Case:
    text, at = formula(draw)
    options: dict[str, Any] = {"f": text, "at": at}
    if draw.random() < 0.3:
        options["method"] = "central"
    if draw.random() < 0.2:
        options["dtype"] = "float32"
    if draw.random() < 0.5:
        options["h"] = draw.choice((1.0, 0.5, 0.01, 1e-3, 1e-6, 2.0, 1e-10))
        options["factor"] = draw.choice((0.1, 0.5, 0.2, 0.01))
        options["steps"] = draw.choice((1, 2, 3, 5, 8, 14))
    topics = draw.choice(((), (), (), (), ("exact",), ("sides",), ("exact", "sides"), ("smaller",)))
    if topics:
        options = {name: options[name] for name in ("f", "at")}
    return Case("derivative", options if topics != ("smaller",) else {}, topics)


def autograd(draw: Draw) -> Case:
    kind = draw.random()
    if kind < 0.06:
        return Case(
            "autograd", {}, draw.choice(((), ("graph",), ("second",), ("jacobian",), ("all",)))
        )
    if kind < 0.3:
        text = one_of(draw, SEVERAL)
        count = sum(name in text.replace("exp", "").replace("max", "") for name in "xyz")
        at = ",".join(draw.choice(SEVERAL_AT) for _ in range(count))
        topics = draw.choice(
            ((), (), ("second",), ("several",), ("graph",), ("function",), ("chain",))
        )
        return Case("autograd", {"f": text, "at": at}, topics)
    text, at = formula(draw)
    more = [draw.choice(POINTS[:9]) for _ in range(draw.choice((0, 0, 1, 2, 3)))]
    points = [at, *more]
    draw.shuffle(points)
    options: dict[str, Any] = {"f": text, "at": ",".join(points)}
    topics = draw.choice(
        ((), (), (), ("second",), ("several",), ("graph",), ("jacobian",), ("chain",))
    )
    if not topics and draw.random() < 0.2:
        options["weights"] = ",".join(draw.choice(("1", "0", "2", "-1")) for _ in points)
    return Case("autograd", options, topics)


def dice(draw: Draw) -> Case:
    kind = draw.random()
    if kind < 0.06:
        topics: tuple[str, ...] = (draw.choice(("large", "multinomial", "digits", "conditional")),)
        return Case("dice", {}, topics)
    faces = draw.choice((2, 2, 3, 4, 6, 6, 6, 8, 12, 20))
    weights: list[float] = [draw.choice((1, 1, 2, 3, 0.5, 5)) for _ in range(faces)]
    if draw.random() < 0.15:
        weights[draw.randrange(faces)] = 0
    if draw.random() < 0.1:
        weights = [*[0.0] * (faces - 1), 1.0]
    probs: dict[str, Any] = {"probs": ",".join(map(str, weights))} if draw.random() < 0.45 else {}
    if kind < 0.45:
        most = draw.choice((1, 3, 10, 30, 200, 10**4))
        counts = [draw.randint(0, most) for _ in range(faces)]
        counts[0] += not any(counts)
        return Case("dice", {"counts": ",".join(map(str, counts)), **probs})
    if kind < 0.6:
        share = ("0", "1", "0.5", "0.0015", "0.9", "1e-9", "0.99", "0.02", "1e-15")
        tests = draw.choice((1, 2, 3))
        hit = [draw.choice(share[1:]) for _ in range(tests)]
        alarm = [draw.choice(share) for _ in range(tests)]
        return Case(
            "dice",
            {"prior": draw.choice(share), "sensitivity": ",".join(hit)}
            | {"false_positive": ",".join(alarm)},
        )
    options: dict[str, Any] = {
        "rolls": draw.choice((1, 2, 5, 7, 29, 50, 500, 10**6, 10**9)),
        "seed": draw.randrange(99),
    }
    options |= {"dice": draw.choice((1, 1, 2, 10))}
    topics = ("fair",) if draw.random() < 0.3 else ()
    options |= probs or {"faces": faces}
    return Case("dice", options, topics)


DRAWN: dict[str, Callable[[Draw], Case]] = {
    "tensor": tensor,
    "broadcast": broadcast,
    "memory": memory,
    "linalg": linalg,
    "norm": norm,
    "derivative": derivative,
    "autograd": autograd,
    "dice": dice,
}
SHARES = {
    **{"tensor": 2, "broadcast": 3, "memory": 1, "linalg": 3, "norm": 2},
    **{"derivative": 4, "autograd": 3, "dice": 2},
}


def cases(count: int, seed: int, only: str = "") -> Iterator[Case]:
    """So many cases of all lessons, or of one."""
    draw = Draw(seed)
    names = [name for name, share in SHARES.items() for _ in range(share)]
    for place in range(count):
        yield DRAWN[only or names[place % len(names)]](draw)
