"""An invented report with every kind of block, in two languages: what the tests of the engine print."""

from datetime import date
from decimal import Decimal
from typing import Literal

from programmes.charts import figures
from programmes.sections import blocks
from tests.reports.sheets import MONEY_COLUMNS, action, commitments

THEMES = (
    "Physique nucléaire fondamentale et applications nucléaires pour l’énergie et la santé",
    "Chimie moléculaire, analyse, catalyse et matériaux",
    "Transition énergétique et énergies renouvelables",
    "Gestion intégrée des espaces estuariens (Baie de Seine) et dynamique du littoral",
    "Algorithmes et intelligence artificielle, mathématiques, science des données, capteurs et instruments",
    "Transitions numériques en Sciences Humaines et Sociales",
    "Mécanique des fluides, écoulements réactifs et multiphasiques, métrologie optique",
    "Transitions numériques",
)
FUNDERS = (
    figures.Series(label="Région Normandie", tone="region"),
    figures.Series(label="CNRS", tone="cnrs"),
    figures.Series(label="Entreprises", tone="company"),
)


def report(language: Literal["fr", "en"] = "fr") -> blocks.Report:
    """The whole sample."""
    return blocks.Report(
        language=language,
        kind="yearly",
        title="Rapport annuel" if language == "fr" else "Annual report",
        subtitle="Bilan des actions, des thèses cofinancées et des engagements communs",
        protocol="Protocole de coopération 2021–2025",
        year=2024,
        period_start=date(2024, 1, 1),
        period_end=date(2024, 12, 31),
        parties=("Région Normandie", "CNRS"),
        as_of=date(2024, 12, 31),
        edition="Édition 1, publiée le 12 mai 2025" if language == "fr" else "",
        contains_demo=True,
        colophon=(blocks.Paragraph(text="Rapport établi par les deux parties.\nTextes et chiffres inventés."),),
        chapters=(summary(), commitments(), *(theme(number) for number in range(1, 9)), finance()),
    )


def empty() -> blocks.Report:
    """A report of which nothing is known but its protocol."""
    nothing = blocks.Chapter(slug="synthese", title="L’année en synthèse", blocks=(blocks.Missing(),))
    bare = blocks.Table(caption="Actions", columns=MONEY_COLUMNS, rows=(), name="actions")
    facts = blocks.Facts(facts=(blocks.Fact(label="Porteur", value=None),))
    figure = blocks.Figures(figures=(blocks.KeyFigure(value=None, label="thèses cofinancées"),))
    chart = blocks.Chart(figure=figures.LevelTrack(actual=None), title="", alt="Le niveau n’est pas renseigné.")
    theme = blocks.Chapter(slug="theme-1", title=THEMES[0], theme=1, blocks=(bare, facts, figure, chart))
    return blocks.Report(
        language="fr", kind="yearly", title="Rapport annuel", protocol="Protocole", year=2021,
        as_of=date(2021, 12, 31), chapters=(nothing, theme),
    )  # fmt: skip


def of(chapter: blocks.Chapter) -> blocks.Report:
    """A report of one chapter."""
    return blocks.Report(
        language="fr", kind="yearly", title="Rapport annuel", protocol="Protocole", year=2024,
        as_of=date(2024, 12, 31), chapters=(chapter,),
    )  # fmt: skip


def summary() -> blocks.Chapter:
    """Key figures, two charts, the map."""
    bars = tuple(
        figures.ThemeBar(number=at, label=label, value=Decimal(200_000 * at), part=Decimal(90_000 * at))
        for at, label in enumerate(THEMES, start=1)
    )
    columns = tuple(
        figures.StackedColumn(label=str(year), values=(Decimal(400_000 + 90_000 * at), Decimal(350_000), None))
        for at, year in enumerate(range(2021, 2026))
    )
    cities = (("Caen", 49.1829, -0.3707), ("Rouen", 49.4432, 1.0993), ("Mont-Saint-Aignan", 49.463, 1.083))
    dots = tuple(
        figures.MapDot(label=f"L{at}", city=city, latitude=north, longitude=east, tone=f"theme-{at % 8 + 1}")
        for at in range(7)
        for city, north, east in cities
    )
    return blocks.Chapter(
        slug="synthese",
        title="L’année en synthèse",
        lead="Troisième année du protocole : les plateformes financées ouvrent, les thèses se soutiennent.",
        blocks=(
            blocks.Figures(
                figures=(
                    blocks.KeyFigure(value=6, label="actions communes, dont une inaugurée en 2025"),
                    blocks.KeyFigure(value=blocks.Measure(value=20, precision="more_than"), label="thèses"),
                    blocks.KeyFigure(value=Decimal(8_400_000), kind="money", label="documentés", note="deux actions"),
                    blocks.KeyFigure(value=59, kind="percent", label="mandatés"),
                    blocks.KeyFigure(value=None, label="brevets"),
                    blocks.KeyFigure(value=18, unit="T", label="champ de l’aimant"),
                )
            ),
            blocks.Chart(
                figure=figures.StackedColumns(series=FUNDERS, columns=columns),
                title="Les montants votés doublent en cinq ans",
                alt="Montants votés chaque année, de 750 000 euros en 2021 à 1 110 000 euros en 2025.",
                table="finances",
            ),
            blocks.Chart(
                figure=figures.ThemeBars(bars=bars),
                title="Montants prévus et mandatés par thème",
                alt="Montants prévus par thème, de 200 000 à 1 600 000 euros.",
                note="Teinte pleine : mandaté. Teinte claire : reste.",
            ),
            blocks.Chart(
                figure=figures.RegionMap(dots=dots),
                title="Les laboratoires",
                alt="Sept laboratoires dans trois villes.",
            ),
            blocks.Chart(
                figure=actions_over_time(), title="2017–2026 : les actions", alt="Trois actions dans le temps."
            ),
        ),
    )


def actions_over_time() -> figures.Gantt:
    """Every look of a stretch."""
    chair = figures.GanttRow(
        label="Chaire Normandie pour la Paix",
        tone="theme-6",
        spans=(
            figures.Span(start=date(2019, 3, 1), end=date(2022, 3, 1), label="Première édition"),
            figures.Span(start=date(2022, 3, 1), end=date(2023, 3, 1), look="hatched"),
            figures.Span(start=date(2030, 3, 1), end=date(2031, 3, 1)),
        ),
    )
    datalab = figures.GanttRow(
        label="Datalab",
        tone="theme-5",
        points=(date(2019, 6, 26), date(2031, 1, 1)),
        spans=(
            figures.Span(start=date(2019, 6, 26), end=date(2020, 1, 1), look="pale"),
            figures.Span(start=date(2024, 1, 1), end=date(2025, 12, 31), look="dotted"),
        ),
    )
    theses = figures.GanttRow(label="Thèses", counts=(figures.YearCount(year=2021, count=7),))
    return figures.Gantt(
        first_year=2017,
        last_year=2026,
        today=date(2024, 12, 31),
        marks=(
            figures.DateMark(day=date(2021, 9, 21), label="Signature"),
            figures.DateMark(day=date(2025, 9, 20), label="Terme"),
            figures.DateMark(day=date(2040, 1, 1), label="Hors du dessin"),
        ),
        rows=(theses, chair, datalab, figures.GanttRow(label="Projet API", note="dates non renseignées")),
    )


def theme(number: int) -> blocks.Chapter:
    """A theme with one action's sheet."""
    return blocks.Chapter(
        slug=f"theme-{number}",
        title=THEMES[number - 1],
        theme=number,
        eyebrow=f"Thème {number}",
        lead="Une action, trois thèses, quatre laboratoires.",
        parts=(action(number),),
    )


def finance() -> blocks.Chapter:
    """A table over several pages."""
    rows = tuple(
        (f"Action {at}", Decimal(1000 * at), Decimal(900 * at), Decimal(800 * at), Decimal(-5), Decimal(0))
        for at in range(1, 61)
    )
    table = blocks.Table(
        caption="Toutes les actions", columns=MONEY_COLUMNS, rows=rows, name="finances", source="Registre"
    )
    kept = blocks.Table(caption="Données brutes", columns=MONEY_COLUMNS, rows=rows[:2], name="brutes", printed=False)
    return blocks.Chapter(
        slug="finances",
        title="Annexe financière",
        lead="Chiffres arrêtés au 31 décembre 2024.",
        blocks=(
            table,
            kept,
            blocks.Chart(
                figure=figures.Progress(value=59), title="59 % mandatés", alt="59 % des montants votés sont mandatés."
            ),
            blocks.Quote(
                text="Words to be kept.", speaker="Alex Sample", function="chair", day=date(2024, 5, 1), language="en"
            ),
        ),
    )
