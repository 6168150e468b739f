"""Charts of amounts: columns by year, bars by theme, one bar cut by funder, counts by year."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from django.utils.safestring import SafeString

from . import palette, svg
from .figures import FundersBar, Number, Segment, StackedColumn, StackedColumns, ThemeBar, ThemeBars, YearHistogram

DARK: Final = frozenset({"region", "cnrs", "company", "ink"})  # tones on which white words stand above 4.5:1


def stacked_columns(figure: StackedColumns, alt: str, language: str, width: float) -> SafeString:
    """Amounts by year, stacked; the total above each column, at most five grid lines, zero line in ink."""
    keys, top = svg.legend([(one.label, palette.colour(one.tone)) for one in figure.series], 0, width)
    top, height, left = top + 22, 146.0, 62.0
    scale = svg.ticks(max((_sum(column) for column in figure.columns), default=Decimal(0)))
    ratio = height / float(scale[-1])
    body = [keys]
    for value in scale:
        y = top + height - float(value) * ratio
        body.append(svg.line(left, y, width, y, palette.RULE if value else palette.INK))
        words = svg.amount(value, figure.unit, language)
        body.append(svg.label(left - 8, y + 4, words, size=12, fill=palette.MUTED, anchor="end"))
    step = (width - left) / max(len(figure.columns), 1)
    for index, column in enumerate(figure.columns):
        middle = left + step * (index + 0.5)
        body.append(_column(figure, column, middle, min(step * 0.58, 64), top + height, ratio))
        head = top + height - float(_sum(column)) * ratio - 6
        words = svg.amount(_sum(column), figure.unit, language)
        body.append(svg.label(middle, head, words, bold=True, anchor="middle"))
        body.append(svg.label(middle, top + height + 18, column.label, anchor="middle"))
    return svg.drawing(width, top + height + 26, alt, *body)


def theme_bars(figure: ThemeBars, alt: str, language: str, width: float) -> SafeString:
    """One bar a theme, full tint for the part done, pale for the rest, the amount at its end."""
    left, middle = width * 0.5, 0.0
    highest = max((bar.value or 0 for bar in figure.bars), default=0) or 1
    ratio = (width - left - 70) / float(highest)
    body = []
    for bar in figure.bars:
        lines = svg.wrapped(bar.label, left - 44, 12.5, 3)
        row = 15.0 * len(lines) + 8
        middle += row / 2
        body.append(_theme_head(bar, middle, lines))
        tone = palette.colour(bar.tone or palette.theme_tone(bar.number))
        whole, part = float(bar.value or 0) * ratio, float(bar.part or 0) * ratio
        if bar.part is None:
            part = whole
        body.append(svg.rect(left, middle - 8, whole, 16, palette.mixed(tone, 0.28), 2))
        body.append(svg.rect(left, middle - 8, min(part, whole), 16, tone, 2) if part else "")
        words = "–" if bar.value is None else svg.amount(bar.value, figure.unit, language)
        body.append(svg.label(left + whole + 8, middle + 4.5, words, bold=True))
        middle += row / 2
    return svg.drawing(width, middle + 2, alt, *body)


def funders_bar(figure: FundersBar, alt: str, language: str, width: float) -> SafeString:
    """Who paid what: a white gap between segments, words inside only where they stand out, all of them below."""
    total = sum((Decimal(one.value) for one in figure.segments if one.value > 0), Decimal(0))
    body, x = [], 0.0
    for one in figure.segments:
        wide = float(max(Decimal(one.value), Decimal(0)) / (total or 1)) * width
        body.append(svg.rect(x, 0, wide - 1.5, 30, palette.colour(one.tone)))
        words = _segment_words(one, figure, language)
        if one.tone in DARK and svg.text_width(words, 14) < wide - 20:
            body.append(svg.label(x + 10, 20, words, size=14, fill=palette.WHITE, bold=True))
        x += wide
    entries = [(_segment_words(one, figure, language), palette.colour(one.tone)) for one in figure.segments]
    keys, height = svg.legend(entries, 42, width)
    return svg.drawing(width, 42 + height, alt, *body, keys)


def year_histogram(figure: YearHistogram, alt: str, language: str, width: float) -> SafeString:
    """Counts by year beside a filter; years left out by the reader are pale. It stands on every list: few bytes."""
    highest = max((one.count for one in figure.years), default=0) or 1
    step, height = width / max(len(figure.years), 1), 56
    bars: dict[str, str] = {palette.INK: "", palette.STRONG_RULE: ""}
    counts = ""
    for index, one in enumerate(figure.years):
        tall, middle = round(height * one.count / highest), round(step * (index + 0.5))
        wide = round(step * 0.36)
        bars[palette.INK if one.chosen else palette.STRONG_RULE] += (
            f"M{middle - wide} {16 + height}v-{tall}h{2 * wide}v{tall}z"
        )
        counts += svg.element("text", str(one.count), x=middle, y=11 + height - tall)
    body = [svg.line(0, 16 + height, width, 16 + height, palette.INK)]
    body += [svg.element("path", d=data, fill=fill) for fill, data in bars.items() if data]
    body.append(svg.element("g", counts, font_size=11, fill=palette.MUTED, text_anchor="middle"))
    if figure.years:
        body.append(svg.label(0, height + 32, str(figure.years[0].year), fill=palette.MUTED))
        body.append(svg.label(width, height + 32, str(figure.years[-1].year), fill=palette.MUTED, anchor="end"))
    return svg.drawing(width, height + 38, alt, *body)


def _sum(column: StackedColumn) -> Decimal:
    return sum((Decimal(value) for value in _positive(column.values)), Decimal(0))


def _positive(values: Sequence[Number | None]) -> list[Number]:
    """What can be drawn upwards: a paid-back amount is in the table, not in the drawing."""
    return [max(value or 0, 0) for value in values]


def _column(
    figure: StackedColumns, column: StackedColumn, middle: float, wide: float, bottom: float, ratio: float
) -> str:
    body, y = "", bottom
    for series, value in zip(figure.series, _positive(column.values), strict=True):
        tall = float(value) * ratio
        if tall:
            gap = 1 if tall > 3 else 0
            body += svg.rect(middle - wide / 2, y - tall + gap, wide, tall - gap, palette.colour(series.tone))
        y -= tall
    return body


def _theme_head(bar: ThemeBar, middle: float, lines: Sequence[str]) -> str:
    first = middle + 4.5 - 7.5 * (len(lines) - 1)
    words = (svg.label(32, first + 15 * index, text, size=12.5) for index, text in enumerate(lines))
    return svg.numbered_disc(11, middle, bar.number, bar.tone or palette.theme_tone(bar.number)) + "".join(words)


def _segment_words(segment: Segment, figure: FundersBar, language: str) -> str:
    return f"{segment.label} {svg.amount(segment.value, figure.unit, language)}"
