"""What a report costs in CPU and memory, small and large, ours and others': pytest tests/benchmarks/reports.py -s

The large one holds 500 sheets of actions and 2,000 lines of theses. Bare means one `write_pdf()` of the same HTML in
one process, untouched: once untagged, once as PDF/A-3a, which tags as ours does; Chromium prints the same HTML. CPU is
that of the process and of all its children; memory is the most that any one of them held. Prints, and judges nothing.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, replace
from pathlib import Path

import psutil
import pytest
from django.conf import settings

from programmes.reports import closed, paper
from programmes.reports.files import count_pages
from programmes.sections import blocks
from tests.conftest import CHROMIUM_FLAGS
from tests.reports import sample

ACTIONS, THESES, THEMES = 500, 2_000, 8
BARE = """
import sys, pathlib, weasyprint
weasyprint.HTML(sys.argv[1]).write_pdf(sys.argv[2], pdf_variant=sys.argv[3] or None)
"""


@dataclass(frozen=True)
class Cost:
    """Seconds of CPU, the most memory of a process in MiB, pages, bytes."""

    cpu: float
    memory: float
    pages: int
    size: int

    def __str__(self) -> str:
        a_page = f"{self.cpu / self.pages:.3f} s a page"
        weight = f"{self.pages} pages of {self.size // self.pages} bytes"
        return f"{self.cpu:7.1f} s, {a_page}, {self.memory:5.0f} MiB, {weight}"


def large(mark: str = "") -> blocks.Report:
    """Every theme with its share of actions and of theses; `mark` changes one sentence of one action."""
    report = sample.report("fr")
    chapters = [_theme(number, mark if number == 1 else "") for number in range(1, THEMES + 1)]
    return replace(report, chapters=(report.chapters[0], *chapters, report.chapters[-1]))


def _theme(number: int, mark: str) -> blocks.Chapter:
    chapter = sample.theme(number)
    model = chapter.parts[0]
    unnamed = tuple(replace(block, name="") if isinstance(block, blocks.Table) else block for block in model.blocks)
    parts = [
        replace(model, anchor=f"action-{number}-{rank}", title=f"Action {number}.{rank}", blocks=unnamed)
        for rank in range(ACTIONS // THEMES + 1)
    ]
    parts[0] = replace(parts[0], blocks=(*unnamed, blocks.Paragraph(text=mark))) if mark else parts[0]
    columns = (blocks.Column(label="Thèse", width=60), blocks.Column(label="Laboratoire"), blocks.Column(label="État"))
    rows = tuple((f"Étude inventée {rank} des matériaux", "CIMAP", "en cours") for rank in range(THESES // THEMES))
    theses = blocks.Part(
        anchor=f"theses-{number}", title="Thèses", new_page=True,
        blocks=(blocks.Table(caption="Thèses", columns=columns, rows=rows),),
    )  # fmt: skip
    plain = tuple(block for block in chapter.blocks if not isinstance(block, blocks.Table))
    return replace(chapter, blocks=plain, parts=(*parts, theses))


def measured(command: list[str], target: Path, environment: dict[str, str]) -> Cost:
    """Run a command and look at its whole family five times a second."""
    spent: dict[int, float] = {}
    most = 0.0
    with subprocess.Popen(
        command, cwd=settings.BASE_DIR, env=os.environ | environment, stdout=subprocess.DEVNULL
    ) as work:
        while work.poll() is None:
            for one in family(work.pid):
                try:
                    times, memory = one.cpu_times(), one.memory_info().rss
                except psutil.Error:
                    continue
                spent[one.pid] = times.user + times.system
                most = max(most, memory / 2**20)
            time.sleep(0.2)
    assert work.returncode == 0
    data = target.read_bytes()
    return Cost(cpu=sum(spent.values()), memory=most, pages=count_pages(data), size=len(data))


def family(pid: int) -> list[psutil.Process]:
    """A process and all that descend from it."""
    try:
        parent = psutil.Process(pid)
        return [parent, *parent.children(recursive=True)]
    except psutil.Error:
        return []


def ours(report: blocks.Report, folder: Path, name: str) -> Cost:
    """The report as the worker makes it; pieces are kept in the folder."""
    source, target = folder / f"{name}.json", folder / f"{name}.pdf"
    source.write_text(json.dumps(blocks.as_plain(report)), encoding="utf-8")
    command = [sys.executable, "-m", "programmes.reports.render", str(source), str(target)]
    return measured(command, target, {"APP_DATA": str(folder)})


def page_of(report: blocks.Report, folder: Path, name: str) -> Path:
    """The same HTML for the others, its fonts and drawings beside it."""
    for file, (data, _kind) in closed.files(paper.cover_tones(report)).items():
        (folder / file).write_bytes(data.replace(b"report:", b""))
    page = folder / f"{name}.html"
    page.write_text(paper.whole(report).replace("report:", ""), encoding="utf-8")
    return page


@pytest.mark.parametrize("size", ["small", "large"])
def test_what_a_report_costs(size: str) -> None:
    """Prints ours, bare and Chromium's side by side, then ours after one action has changed."""
    report, changed = (sample.report("fr"), None) if size == "small" else (large(), large("Une phrase de plus."))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        page, bare, printed = page_of(report, folder, "page"), folder / "bare.pdf", folder / "chromium.pdf"
        first = ours(report, folder, "ours")
        others = {
            title: measured([sys.executable, "-c", BARE, str(page), str(bare), variant], bare, {})
            for title, variant in (("bare", ""), ("bare, tagged", "pdf/a-3a"))
        }
        others |= {
            "Chromium": measured(
                ["chromium", *CHROMIUM_FLAGS, f"--print-to-pdf={printed}", page.as_uri()], printed, {}
            ),
        }
        again = ours(changed, folder, "again") if changed else None

    print(f"\n{size}\n{'ours':>18} {first}")
    for title, cost in others.items():
        ratio = (first.cpu / first.pages) / (cost.cpu / cost.pages)
        print(f"{title:>18} {cost}   ours, a page: {ratio:.2f} of it")
    if again:
        print(f"{'one action changed':>18} {again}   {again.cpu / first.cpu:.2f} of the first")
