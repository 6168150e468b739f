"""manage.py build_report: the annual report in the foreground, the same as the button's."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from programmes.enums import CampaignKind, Language
from programmes.models import Campaign, Protocol
from programmes.reports import files, stamp
from programmes.reports.child import RenderingError
from programmes.reports.freezing import freeze
from programmes.sections.blocks import as_plain


class Command(BaseCommand):
    """Builds the report of a year as it stands now, as a PDF. Exits 1 with one sentence when it cannot."""

    help = "Produit le rapport d’une année en PDF, dans l’état présent des fiches."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The year, and which report of it."""
        parser.add_argument(
            "year", type=int, choices=range(1900, 3000), metavar="YEAR", help="année du rapport, par exemple 2024"
        )
        parser.add_argument("--protocol", help="référence du protocole\u202f; sans elle, le plus récent")
        parser.add_argument(
            "--kind", choices=CampaignKind.values, default=CampaignKind.YEARLY, help="nature du rapport"
        )
        parser.add_argument("--language", choices=Language.values, default=Language.FRENCH, help="langue du rapport")
        parser.add_argument("--output", type=Path, help="fichier à écrire")

    def handle(self, *_args: Any, year: int, **options: Any) -> None:
        """Freezes, renders, writes."""
        protocol = self._protocol(options["protocol"], year)
        campaign = Campaign.objects.of_year(protocol, year, options["kind"])
        language = options["language"]
        target: Path = options["output"] or Path(f"rapport-{protocol.reference}-{year}-{language}.pdf")
        try:
            data = stamp.draft(files.render(as_plain(freeze(campaign, language)), self._show), language)
            target.write_bytes(data)
        except RenderingError as failure:
            raise CommandError(str(failure)) from failure
        except OSError as failure:
            raise CommandError(f"Le fichier {target} ne peut pas être écrit\u00a0: {failure.strerror}.") from failure
        self.stdout.write(f"\n{target}\u00a0: {files.count_pages(data)} pages, {len(data)} octets.")

    def _protocol(self, reference: str | None, year: int) -> Protocol:
        """The protocol asked for, or the latest that had begun in that year."""
        found = Protocol.objects.latest_first()
        if reference and not (found := found.filter(reference=reference)):
            raise CommandError(f"Aucun protocole «\u00a0{reference}\u00a0».")
        if latest := found.first():
            if begun := found.begun_by(year).first():
                return begun
            raise CommandError(f"Le protocole {latest} ne commence qu’en {latest.starts_on:%Y}.")
        raise CommandError("Aucun protocole n’est enregistré.")

    def _show(self, percent: int, words: str) -> None:
        bar = "█" * (percent // 5)
        self.stderr.write(f"\r{bar:<20} {percent:3d}\u00a0% {words:<40}", ending="")
