"""Charts of time: the milestones of an action, the actions over the years of the protocol."""

from collections.abc import Callable
from datetime import date
from typing import Final

from django.utils.safestring import SafeString

from programmes import wording

from . import palette, svg
from .figures import Gantt, GanttRow, MilestoneLine, Span

LABELS: Final = 172.0  # pixels kept for the names of the actions
ROW: Final = 30.0
HEAD: Final = 17.0  # one line of words a vertical mark

Place = Callable[[date], float]


def milestone_line(figure: MilestoneLine, alt: str, language: str, width: float) -> SafeString:
    """Planned dates above in grey rings, reached dates below in discs, today in red dashes."""
    left, low, high = 76.0, 34.0, 78.0
    place = _scale(figure.start, figure.end, left + 12, width - 14)
    words = svg.WORDS[language]
    tone = palette.colour(figure.tone)
    body = [svg.label(0, low + 4, words["planned"]), svg.label(0, high + 4, words["reached"], fill=tone, bold=True)]
    for year in range(figure.start.year, figure.end.year + 2):
        x = place(date(year, 1, 1))
        if left <= x <= width:
            body.append(svg.line(x, low - 12, x, high + 16, palette.RULE))
        if left <= x <= width - 34:
            body.append(svg.label(x + 4, high + 28, str(year), size=12, fill=palette.MUTED))
    body.append(svg.rect(left, low - 2, width - left, 4, palette.RULE))
    body.append(svg.rect(left, high - 2, place(min(figure.today, figure.end)) - left, 4, palette.mixed(tone, 0.4)))
    body += _milestones(figure, place, low, high)
    if figure.start <= figure.today <= figure.end:
        body.append(_today(place(figure.today), figure.today, high + 16, language, width))
    return svg.drawing(width, high + 34, alt, *body)


def gantt(figure: Gantt, alt: str, language: str, width: float) -> SafeString:
    """The actions over the years: known full, preparation pale, unknown dotted, sources in conflict hatched."""
    start, end = date(figure.first_year, 1, 1), date(figure.last_year, 12, 31)
    place = _scale(start, end, LABELS, width)
    head = HEAD * len(figure.marks) + 10
    bottom = head + ROW * len(figure.rows)
    body = []
    for year in range(figure.first_year, figure.last_year + 1):
        x = place(date(year, 1, 1))
        body.append(svg.line(x, head, x, bottom, palette.RULE))
        middle = (x + place(date(year, 12, 31))) / 2
        body.append(svg.label(middle, bottom + 18, str(year), size=12, fill=palette.MUTED, anchor="middle"))
    body.append(svg.line(0, bottom, width, bottom, palette.INK))
    for index, mark in enumerate(figure.marks):
        if start <= mark.day <= end:
            x, top = place(mark.day), HEAD * (len(figure.marks) - 1 - index)
            words = f"{mark.label}, {wording.short_day(mark.day, language)}"
            anchor, offset = ("end", -6) if x > width * 0.66 else (None, 6)
            body.append(svg.line(x, top + 2, x, bottom, palette.INK, 1.5))
            body.append(svg.label(x + offset, top + 12, words, fill=palette.INK, bold=True, anchor=anchor))
    for index, row in enumerate(figure.rows):  # over the marks: no line may cross the name of a part
        body.append(_row(row, head + ROW * index, place, start, end, width))
    if figure.today and start <= figure.today <= end:
        body.append(svg.line(place(figure.today), head - 6, place(figure.today), bottom, palette.TODAY, 1.2, "2 3"))
        body.append(_dated(figure, figure.today, place, head - 9, language, width))
    return svg.drawing(width, bottom + 26, alt, *body)


def _dated(figure: Gantt, today: date, place: Place, top: float, language: str, width: float) -> str:
    """The day of the dashes, unless a mark beside them needs the room."""
    words, x = wording.short_day(today, language), place(today)
    wide = svg.text_width(words, 12) + 6
    if any(abs(place(mark.day) - x) < wide for mark in figure.marks):
        return ""
    anchor, offset = ("end", -4) if x + wide > width else (None, 4)
    return svg.label(x + offset, top, words, size=12, fill=palette.TODAY_TEXT, anchor=anchor)


def _scale(start: date, end: date, left: float, right: float) -> Place:
    ratio = (right - left) / max((end - start).days, 1)
    return lambda day: left + (day - start).days * ratio


def _milestones(figure: MilestoneLine, place: Place, low: float, high: float) -> list[str]:
    left, right = place(figure.start), place(figure.end)
    planned = sorted((one.planned, one.number) for one in figure.milestones if one.planned)
    reached = sorted((one.reached, one.number) for one in figure.milestones if one.reached)
    above = dict(
        zip(
            (number for _, number in planned),
            svg.spread([place(day) for day, _ in planned], 22, left, right),
            strict=True,
        )
    )
    below = dict(
        zip(
            (number for _, number in reached),
            svg.spread([place(day) for day, _ in reached], 22, left, right),
            strict=True,
        )
    )
    body = [
        svg.line(above[number], low, below[number], high, palette.STRONG_RULE) for number in above if number in below
    ]
    for number, x in above.items():
        body.append(svg.disc(x, low, 9.5, palette.WHITE, palette.MUTED, 1.3))
        body.append(svg.label(x, low + 4.2, str(number), size=12, fill=palette.MUTED, anchor="middle"))
    body += [svg.numbered_disc(x, high, number, figure.tone) for number, x in below.items()]
    return body


def _today(x: float, today: date, bottom: float, language: str, width: float) -> str:
    words = wording.day(today, language)
    half = svg.text_width(words, 12) / 2
    middle = min(max(x, half), width - half)
    dashes = svg.line(x, 16, x, bottom, palette.TODAY, 1.2, "2 3")
    return dashes + svg.label(middle, 11, words, size=12, fill=palette.TODAY_TEXT, anchor="middle")


def _row(row: GanttRow, top: float, place: Place, start: date, end: date, width: float) -> str:
    middle, tone = top + ROW / 2, palette.colour(row.tone)
    body = svg.line(0, top, width, top, palette.RULE)
    lines = svg.wrapped(row.label, LABELS - 14, 13)
    for index, words in enumerate(lines):
        body += svg.label(0, middle + 4.5 + 14 * index - 7 * (len(lines) - 1), words, bold=True)
    if row.note:
        body += svg.rect(LABELS + 2, middle - 9, svg.text_width(row.note, 13) + 8, 18, palette.WHITE)
        body += svg.label(LABELS + 6, middle + 4.5, row.note, fill=palette.MUTED)
    for span in row.spans:
        body += _span(span, top + 7, place, start, end, tone)
    for day in row.points:
        if start <= day <= end:
            x = place(day)
            diamond = svg.polyline([(x, middle - 7), (x + 7, middle), (x, middle + 7), (x - 7, middle)]) + "Z"
            body += svg.element("path", d=diamond, fill=palette.WHITE, stroke=palette.INK, stroke_width=1.5)
    highest = max((one.count for one in row.counts), default=0) or 1
    for one in row.counts:
        x = (place(date(one.year, 1, 1)) + place(date(one.year, 12, 31))) / 2
        tall = (ROW - 17) * one.count / highest
        body += svg.rect(x - 11, top + ROW - tall - 1, 22, tall, tone)
        body += svg.label(x, top + ROW - tall - 4, str(one.count), size=11, anchor="middle")
    return body


def _span(span: Span, top: float, place: Place, start: date, end: date, tone: str) -> str:
    x1, x2 = place(max(span.start, start)), place(min(span.end, end))
    tall, wide = ROW - 14, x2 - x1
    if wide <= 0:
        return ""
    words, ink = span.label if svg.text_width(span.label, 12) < wide - 12 else "", palette.TEXT
    match span.look:
        case "dotted":
            return svg.line(x1, top + tall / 2, x2, top + tall / 2, palette.MUTED, 2, "2 3")
        case "hatched":
            body = svg.rect(x1, top, wide, tall, palette.mixed(tone, 0.12)) + _hatching(x1, top, wide, tall, tone)
        case "pale":
            body = svg.rect(x1, top, wide, tall, palette.mixed(tone, 0.35))
        case _:
            body, ink = svg.rect(x1, top, wide, tall, tone), palette.WHITE
    return body + (svg.label(x1 + 7, top + tall / 2 + 4.2, words, size=12, fill=ink, bold=True) if words else "")


def _hatching(x: float, y: float, wide: float, tall: float, tone: str) -> str:
    """Oblique strokes clipped to a rectangle by hand: a pattern would need an identifier unique in the page."""
    body, offset = "", -tall
    while offset < wide:
        x1, x2 = max(offset, 0.0), min(offset + tall, wide)
        body += svg.line(x + x1, y + tall - (x1 - offset), x + x2, y + tall - (x2 - offset), tone, 1.2)
        offset += 6
    return body
