"""Charts of a level: the track of a commitment, a progress bar, an indicator's trajectory over the years."""

from collections.abc import Sequence

from django.utils.safestring import SafeString

from programmes import wording

from . import palette, svg
from .figures import LevelTrack, Progress, Trajectory, YearValue


def level_track(figure: LevelTrack, alt: str, language: str, width: float) -> SafeString:
    """8 px: pale for what was there before the protocol, full for what came since, an ink tick at the target."""
    if figure.actual is None:
        dashes = svg.line(0, 10, width, 10, palette.STRONG_RULE, 2, "2 4")
        return svg.drawing(width, 20, alt, dashes)
    highest = float(max(figure.actual, figure.target or 0, figure.baseline or 0)) or 1.0
    ratio = (width - 2) / highest
    tone = palette.colour(figure.tone)
    reached, before = max(float(figure.actual), 0) * ratio, max(float(figure.baseline or 0), 0) * ratio
    body = [svg.rect(0, 6, width, 8, palette.RULE), svg.rect(0, 6, reached, 8, tone)]
    if before:
        body.append(svg.rect(0, 6, min(before, reached), 8, palette.mixed(tone, 0.45)))
    if figure.target is not None:
        body.append(svg.rect(max(float(figure.target), 0) * ratio, 1, 2, 18, palette.INK))
    return svg.drawing(width, 20, alt, *body)


def progress(figure: Progress, alt: str, language: str, width: float) -> SafeString:
    """A share of a whole; dashed when nobody knows."""
    track = LevelTrack(actual=figure.value, target=None, tone=figure.tone)
    if figure.value is None:
        return level_track(track, alt, language, width)
    share = min(max(float(figure.value) / (float(figure.total) or 1), 0), 1)
    body = [svg.rect(0, 6, width, 8, palette.RULE), svg.rect(0, 6, width * share, 8, palette.colour(figure.tone))]
    return svg.drawing(width, 20, alt, *body)


def trajectory(figure: Trajectory, alt: str, language: str, width: float) -> SafeString:
    """Values year by year against dotted targets; the years of the protocol on a tint."""
    points = (*figure.actual, *figure.targets)
    years = sorted({point.year for point in points})
    if not years:
        return level_track(LevelTrack(actual=None), alt, language, width)
    scale = svg.ticks(max(max(point.value for point in points), 1))
    left, right, top, height = 46.0, 90.0, 18.0, 120.0
    step = (width - left - right) / max(years[-1] - years[0], 1)

    def place(point: YearValue) -> tuple[float, float]:
        y = top + height * (1 - max(float(point.value), 0) / float(scale[-1]))
        return left + step * (point.year - years[0]), y

    body = []
    if figure.since is not None and years[0] <= figure.since <= years[-1]:
        start = left + step * (figure.since - years[0])
        body.append(svg.rect(start, top, width - right - start, height, palette.TINT))
    for value in scale:
        y = top + height * (1 - float(value / scale[-1]))
        body.append(svg.line(left, y, width - right, y, palette.RULE if value else palette.INK))
        words = wording.number(value, language)
        body.append(svg.label(left - 8, y + 4, words, size=12, fill=palette.MUTED, anchor="end"))
    for year in years:
        words = str(year)
        body.append(svg.label(left + step * (year - years[0]), top + height + 18, words, anchor="middle"))
    actual, targets = [place(one) for one in figure.actual], [place(one) for one in figure.targets]
    body += _curves(figure, actual, targets, top + height, language)
    return svg.drawing(width, top + height + 26, alt, *body)


def _curves(
    figure: Trajectory,
    actual: Sequence[tuple[float, float]],
    targets: Sequence[tuple[float, float]],
    floor: float,
    language: str,
) -> list[str]:
    tone = palette.colour(figure.tone)
    body = []
    if len(targets) > 1:
        body.append(_stroke(targets, palette.INK, 1.2, "2 3"))
    if targets:
        x, y = targets[-1]
        body.append(svg.rect(x - 5, y - 1, 10, 2.5, palette.INK))
        body.append(
            svg.label(x + 12, y + 4, wording.number(figure.targets[-1].value, language), fill=palette.INK, bold=True)
        )
    if len(actual) > 1:
        body.append(_stroke(actual, tone, 2))
    for (x, y), point in zip(actual, figure.actual, strict=True):
        body.append(svg.disc(x, y, 3.5, palette.WHITE, tone, 2))
        below = bool(targets) and y < floor - 26  # else the words would run into the years
        words = wording.number(point.value, language)
        body.append(svg.label(x, y + (18 if below else -9), words, fill=tone, bold=True, anchor="middle"))
    return body


def _stroke(points: Sequence[tuple[float, float]], colour: str, width: float, dashes: str | None = None) -> str:
    return svg.element(
        "path", d=svg.polyline(points), fill="none", stroke=colour, stroke_width=width, stroke_dasharray=dashes
    )
