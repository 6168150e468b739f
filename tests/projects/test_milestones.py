"""Milestones of an action: the number each bears on lines and in tables."""

from datetime import date

from projects.models import Milestone, numbered


def milestone(rank: int, label: str, *, planned: date | None = None, reached: date | None = None) -> Milestone:
    return Milestone(rank=rank, label=label, planned_on=planned, reached_on=reached)


def test_milestones_are_numbered_day_after_day_whatever_their_ranks() -> None:
    signed = milestone(1, "Inscrit au protocole", reached=date(2021, 9, 21))
    opened = milestone(2, "Inauguration", reached=date(2025, 1, 31))
    delivered = milestone(21, "Aimant livré", planned=date(2023, 3, 31), reached=date(2023, 9, 14))

    told = numbered([signed, opened, delivered])

    assert told == [(1, signed), (2, delivered), (3, opened)]


def test_a_milestone_without_a_day_follows_the_one_before_it() -> None:
    ordered = milestone(2, "Commande au constructeur")
    signed = milestone(1, "Inscrit au protocole", reached=date(2021, 9, 21))
    opened = milestone(3, "Inauguration", planned=date(2024, 6, 30))

    told = numbered([opened, ordered, signed])

    assert told == [(1, signed), (2, ordered), (3, opened)]
