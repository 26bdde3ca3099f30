"""``d2l env``: what is installed, what is missing, and what mends it. A report, not a lesson."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, NamedTuple

from .. import __version__
from ..errors import one_line
from ..inputs.devices import check_name
from ..language import tr
from .facts import Facts, measure
from .machine import Machine, Nvidia
from .probes import PROBES, Finding

__all__ = ["Finding", "Line", "Machine", "Nvidia", "Report", "document", "examine", "lines"]

MARKS = {"ok": "✓", "missing": "–", "wrong": "✗"}
HEAD = ("python", "torch", "numpy", "matplotlib")  # one line, where they are fine
WIDE = 84  # columns of text for which what mends it stands in the same line


class Line(NamedTuple):
    """One line of the page: a mark, what it is about, and a text. A way out has no mark."""

    mark: str
    name: str
    text: str


@dataclass(frozen=True)
class Report:
    """What was found, judged by the device that was asked for."""

    device: str
    findings: tuple[Finding, ...]
    facts: Facts

    @property
    def blocking(self) -> tuple[Finding, ...]:
        """What keeps lessons from running on the device."""
        stops = ("lessons", "cuda") if self.device.startswith("cuda") else ("lessons",)
        return tuple(one for one in self.findings if one.level != "ok" and one.stops in stops)

    @property
    def can_run(self) -> bool:
        """Whether a lesson can run on the device."""
        return not self.blocking

    @property
    def refusal(self) -> str:
        """Why no lesson can run, and what mends it, as one sentence; empty where one can."""
        if self.can_run:
            return ""
        first = self.blocking[0]
        told, mend = first.told, first.mend or tr("--device cpu works")
        if first.stops == "cuda":
            return one_line(
                tr(
                    "env: no lesson can run on {device}: {told}; {mend}",
                    device=self.device,
                    told=told,
                    mend=mend,
                )
            )
        if not first.named:
            told = tr("{what}: {told}", what=first.name, told=told)
        return one_line(tr("env: no lesson can run: {told}; {mend}", told=told, mend=mend))


def examine(device: str = "cpu", *, alone: bool = False, machine: Machine | None = None) -> Report:
    """Look at the environment, for somebody who wants to run lessons on ``device``.

    ``alone``: see ``devices.first_import``. ``machine``: another one than this.

    Raises:
        Misuse: it is no device's name.
    """
    device = check_name(device)
    facts = measure(machine or Machine(), alone)
    found = (probe(facts, device) for probe in PROBES)
    return Report(device, tuple(one for one in found if one is not None), facts)


def document(report: Report) -> dict[str, Any]:
    """The report as plain data for ``--json``: everything that was measured, and the findings."""
    facts = asdict(report.facts)
    torch = report.facts.packages["torch"]
    version = None if torch.error else torch.version
    return {
        "schema": 2,
        "command": "env",
        "device": report.device,
        "versions": {"d2lcli": __version__, "torch": version, "python": report.facts.python},
        "can_run": report.can_run,
        "findings": [_plain(finding) for finding in report.findings],
        **facts,
        "packages": [*facts["packages"].values()],
    }


def _plain(finding: Finding) -> dict[str, Any]:
    return {key: value for key, value in asdict(finding).items() if key != "named"}


def lines(report: Report) -> list[Line]:
    """The page: what is fine in few lines, the rest each with what mends it."""
    fine = [one.told for one in report.findings if one.name in HEAD and one.level == "ok"]
    stopped = report.blocking
    head = " · ".join(fine)
    if stopped:
        head = tr("{head}: no lesson can run on {device}", head=head, device=report.device)
    page = [Line(MARKS["wrong" if stopped else "ok"], "lessons", one_line(head))]
    for finding in report.findings:
        if finding.name in HEAD and finding.level == "ok":
            continue
        mark = MARKS["wrong" if finding in stopped else finding.level]
        told, mend = one_line(finding.told), one_line(finding.mend)
        if mend and len(told) + len(mend) + 2 <= WIDE:
            told, mend = tr("{told}: {mend}", told=told, mend=mend), ""
        page.append(Line(mark, finding.name, told))
        if mend:
            page.append(Line("", "", mend))
    return page
