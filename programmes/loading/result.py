"""What a load did, in plain French."""

from dataclasses import dataclass, field


@dataclass
class Result:
    """What a load created, found unchanged, and left to the people who changed or deleted it.

    `outdated`: nobody touched the row, but its file was corrected since it was loaded; `filled`: where it said nothing.
    """

    created: int = 0
    unchanged: int = 0
    changed: list[str] = field(default_factory=list)
    filled: list[str] = field(default_factory=list)
    outdated: list[str] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)

    @property
    def lines(self) -> list[str]:
        """The account of the load, line by line: the figures, then what was left as people made it."""
        figures = (
            f"Créés\u00a0: {self.created} · inchangés\u00a0: {self.unchanged} · "
            f"modifiés depuis\u00a0: {len(self.changed)} · supprimés depuis\u00a0: {len(self.deleted)}"
        )
        nothing = [] if self.created or self.filled else ["Rien à créer\u00a0: la base n’a pas changé."]
        changed = [f"modifié depuis\u00a0: {one}" for one in self.changed]
        filled = [f"complété d’après le fichier\u00a0: {one}" for one in self.filled]
        outdated = [f"fichier corrigé depuis, à reprendre dans l’application\u00a0: {one}" for one in self.outdated]
        deleted = [f"supprimé depuis\u00a0: {one}" for one in self.deleted]
        return [figures, *nothing, *changed, *filled, *outdated, *deleted]
