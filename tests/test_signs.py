"""The signs of a Chinese keyboard, in every parser."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from d2lcli.doctor import examine
from d2lcli.errors import Refusal
from d2lcli.inputs import choices, devices, formulas, numbers, shapes, tensors
from d2lcli.inputs.signs import plain
from d2lcli.options import request

ASCII = "".join(map(chr, range(0x21, 0x7F)))
WIDE = "".join(chr(ord(sign) + 0xFEE0) for sign in ASCII)


def test_every_wide_sign_is_the_ascii_one() -> None:
    assert plain(WIDE) == ASCII
    assert plain("\u3000") == " "


@given(st.text(max_size=40))
def test_one_sign_becomes_one_sign(text: str) -> None:
    """So that places stay; ASCII stays as it is, and so do digits of other scripts."""
    found = plain(text)
    assert len(found) == len(text)
    for before, after in zip(text, found, strict=True):
        if before.isascii():
            assert after == before
        if after.isascii() and after.isdigit() and not before.isascii():
            assert unicodedata.name(before).startswith("FULLWIDTH DIGIT")


@given(st.text(max_size=40))
def test_plain_text_is_plain(text: str) -> None:
    assert plain(plain(text)) == plain(text)


@pytest.mark.parametrize("sign", "²³½①٣३𝟑⅓𝐱ﬁ™")
def test_what_only_looks_alike_stays(sign: str) -> None:
    assert plain(sign) == sign


@pytest.mark.parametrize(
    ("parse", "chinese", "english"),
    [
        (lambda text: formulas.parse("--f", text), "３＊x＊＊２－４＊x", "3*x**2-4*x"),
        (lambda text: formulas.parse("--f", text), "ｓｉｎ（x）", "sin(x)"),
        (lambda text: formulas.parse("--f", text), "ｍａｘ（０，x）", "max(0,x)"),
        (lambda text: formulas.parse("--f", text), "where（x＜＝0，−x，x）", "where(x<=0,-x,x)"),
        (lambda text: shapes.parse("shape", text), "2，3，4", "2,3,4"),
        (lambda text: shapes.parse("shape", text), "（3，2）", "(3,2)"),
        (lambda text: shapes.parse("shape", text), "【３、２】", "[3,2]"),
        (lambda text: tensors.parse("--data", text), "【１，－２。５】", "[1,-2.5]"),
        (lambda text: tensors.vector("--vector", text), "3，－4", "3,-4"),
        (
            lambda text: tensors.matrix("--matrix", text),
            "［［１，２］，［３，４］］",
            "[[1,2],[3,4]]",
        ),
        (lambda text: numbers.points("--at", text), "0、1、ｐｉ／2", "0,1,pi/2"),
        (lambda text: numbers.point("--at", text), "－1．5", "-1.5"),
        (lambda text: numbers.whole("--rolls", text), "１", "1"),
        (lambda text: numbers.whole("--rolls", text), "１ｅ３", "1e3"),
        (lambda text: numbers.counts("--counts", text), "8，12，9", "8,12,9"),
        (lambda text: numbers.axes("--dim", text), "0，1", "0,1"),
        (lambda text: numbers.share("--prior", text), "０。００１５", "0.0015"),
        (lambda text: numbers.weights("--probs", text), "１，５", "1,5"),
        (
            lambda text: choices.one_of("float32", "float64")("--dtype", text),
            "ｆｌｏａｔ６４",
            "float64",
        ),
        (devices.check_name, "ｃｕｄａ：１", "cuda:1"),
        (devices.choose, "ｃｐｕ", "cpu"),
    ],
)
def test_each_parser_takes_them(parse: Callable[[str], object], chinese: str, english: str) -> None:
    assert parse(chinese) == parse(english)


def test_a_device_goes_on_in_plain_signs() -> None:
    assert request("norm", {}, (), device="ｃｐｕ").device == examine("ｃｐｕ").device == "cpu"


WHOLE: dict[str, Callable[..., int]] = {
    "--dice": numbers.dice,
    "--seed": numbers.seed,
    "--faces": numbers.faces,
    "--rolls": numbers.rolls,
}


@pytest.mark.parametrize("option", WHOLE)
@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("３", 3),
        ("1e3", 1000),
        ("10**3", 1000),
        ("1_000", 1000),
        (" 500 ", 500),
        ("１＿０００", 1000),
    ],
)
def test_one_rule_for_all_whole_numbers(option: str, text: str, value: int) -> None:
    assert WHOLE[option](option, text) == value


@pytest.mark.parametrize("option", WHOLE)
@pytest.mark.parametrize(
    "text", ["٣", "३", "1_0", "_1", "1_", "1,000", "0x10", "1.5", "", "nan", "³"]
)
def test_and_for_what_is_none(option: str, text: str) -> None:
    with pytest.raises(Refusal, match=rf"^{option} .*; (give|write)"):
        WHOLE[option](option, text)
