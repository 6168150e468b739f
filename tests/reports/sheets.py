"""The sheets of the invented report: two commitments, an action with everything that one may show."""

from datetime import date
from decimal import Decimal

from programmes.charts import figures
from programmes.sections import blocks

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
