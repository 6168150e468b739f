"""An invented report with every kind of block, in two languages: what the tests of the engine print."""

from datetime import date
from decimal import Decimal
from typing import Literal

from programmes.charts import figures
from programmes.sections import blocks

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
PROSE = (
    "Trois articles inventés ont paru dans des revues à comité de lecture, et un brevet a été déposé conjointement. "
    "La restitution publique a réuni cent quarante participants à Caen, dont une vingtaine d’entreprises régionales. "
    "La campagne de mesures de printemps a confirmé les gains attendus, avec une incertitude réduite d’un tiers."
)
MONEY_COLUMNS = (
    blocks.Column(label="Financeur", width=30, name="funder"),
    blocks.Column(label="Prévu", kind="money", name="planned"),
    blocks.Column(label="Voté", kind="money", name="voted"),
    blocks.Column(label="Engagé", kind="money", name="committed"),
    blocks.Column(label="Mandaté", kind="money", name="paid"),
    blocks.Column(label="Reste à mandater", kind="money", name="left_to_pay"),
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


def commitments() -> blocks.Chapter:
    """A commitment with a level and one without."""
    columns = (
        blocks.Column(label="Année", kind="year", width=20),
        blocks.Column(label="Cible", kind="number"),
        blocks.Column(label="Réalisé", kind="number"),
    )
    reached = blocks.Part(
        anchor="engagement-4",
        title="Formation par la recherche et doctorats",
        eyebrow="Engagement 4",
        pill=blocks.Pill(state="on_track", label="En bonne voie"),
        blocks=(
            blocks.Quote(text="favoriser la formation pour et par la recherche", source="Communiqué du 21/09/2021"),
            blocks.Chart(
                figure=figures.LevelTrack(actual=47, target=50, baseline=22),
                title="47 thèses sur 50 visées",
                alt="47 thèses cofinancées sur 50 visées, dont 22 avant le protocole.",
            ),
            blocks.Chart(
                figure=figures.Trajectory(
                    since=2021,
                    actual=tuple(figures.YearValue(year=2017 + at, value=4 + 5 * at) for at in range(8)),
                    targets=tuple(figures.YearValue(year=2021 + at, value=22 + 7 * at) for at in range(5)),
                ),
                title="La trajectoire est tenue",
                alt="Le nombre de thèses passe de 4 en 2017 à 39 en 2024 pour 50 visées en 2025.",
            ),
            blocks.Table(
                caption="Thèses cofinancées, cumul depuis 2017",
                columns=columns,
                rows=((2021, 22, 23), (2022, 29, blocks.Measure(value=30, precision="about")), (2023, 36, None)),
                name="engagement-4",
            ),
        ),
    )
    unknown = blocks.Part(
        anchor="engagement-9",
        title="Partenariats internationaux",
        eyebrow="Engagement 9",
        pill=blocks.Pill(state="unknown", label="Non renseigné"),
        blocks=(
            blocks.Chart(figure=figures.LevelTrack(actual=None), title="", alt="L’indicateur reste à définir."),
            blocks.Missing(text="Indicateur à définir."),
        ),
    )
    return blocks.Chapter(slug="engagements", title="Les neuf engagements", parts=(reached, unknown))


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


def action(number: int) -> blocks.Part:
    """A sheet with everything an action may show."""
    milestones = (
        figures.Milestone(number=1, planned=date(2021, 9, 21), reached=date(2021, 9, 21)),
        figures.Milestone(number=2),
        figures.Milestone(number=3, planned=date(2024, 3, 31), reached=date(2024, 9, 12)),
        figures.Milestone(number=4, planned=date(2024, 6, 30)),
    )
    line = figures.MilestoneLine(
        start=date(2021, 1, 1), end=date(2026, 12, 31), today=date(2024, 12, 31),
        milestones=milestones, tone=f"theme-{number}",
    )  # fmt: skip
    segments = tuple(
        figures.Segment(label=label, value=Decimal(value), tone=tone)
        for label, value, tone in (("Région", 4_650_000, "region"), ("CNRS", 350_000, "cnrs"), ("UFR", 9_000, "other"))
    )
    return blocks.Part(
        anchor=f"action-{number}",
        title="Le spectromètre de masse inventé pour l’occasion",
        eyebrow=f"Thème {number} · A-{number}",
        pill=blocks.Pill(state="reached", label="En service"),
        new_page=True,
        blocks=(
            blocks.Facts(
                facts=(
                    blocks.Fact(label="Porteur", value="Camille Exemple"),
                    blocks.Fact(label="Laboratoire", value=blocks.Link(text="COBRA", url="https://example.org/cobra")),
                    blocks.Fact(label="Début", value=date(2021, 9, 21), kind="date"),
                    blocks.Fact(label="Fin", value=None, kind="date"),
                    blocks.Fact(label="Ouvert aux équipes extérieures", value=True),
                )
            ),
            blocks.Paragraph(text=PROSE + "\n\n" + PROSE),
            blocks.Rich(html="<h2>Sur place</h2><ul><li>Un <strong>prototype</strong></li><li>Un brevet</li></ul>"),
            blocks.Heading(text="Jalons"),
            blocks.Chart(figure=line, title="Six mois de retard", alt="Deux jalons atteints sur quatre."),
            blocks.Heading(text="Qui a payé quoi"),
            blocks.Chart(
                figure=figures.FundersBar(segments=segments),
                title="La Région porte l’essentiel",
                alt="La Région apporte 4 650 000 euros, le CNRS 350 000.",
            ),
            blocks.Table(
                caption="Financement, arrêté au 31 décembre 2024",
                columns=MONEY_COLUMNS,
                rows=(
                    ("Région Normandie", Decimal(4_650_000), Decimal(4_650_000), None, Decimal("87983.50"), None),
                    ("CNRS", Decimal(350_000), None, None, None, None),
                ),
                total=("Total", Decimal(5_000_000), Decimal(4_650_000), None, Decimal("87983.50"), None),
                note="Les travaux sont comptés à part.",
                source="Communiqué inventé",
            ),
            blocks.Bullets(items=("Prototype validé", blocks.Link(text="Engagement 4", anchor="engagement-4"))),
            blocks.Remark(text="Une source dit 7,5 M€, une autre 7,7 M€.", source="Presse inventée"),
            blocks.Paragraph(text="Source : dossier inventé.", style="source"),
        ),
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
