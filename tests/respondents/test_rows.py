"""What respondents answer beside texts: milestones, figures, outputs; the state, dates and events of a thesis."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from doctorates.enums import ThesisState
from programmes.models import StatusChange, User
from projects.models import Expense, Grant, Milestone, Output, Project
from tests.respondents.conftest import Response

JSON = {"Accept": "application/json"}
BIBTEX = "@article{x,\n title = {Un aimant tr{\\`e}s froid},\n year = 2024\n}"


@pytest.fixture
def project(response: Response) -> Project:
    """The action, with a milestone and a figure of the year before."""
    project: Project = response.action.project
    project.milestones.create(rank=1, label="Aimant livré", planned_on=date(2024, 3, 1))
    project.key_figures.create(year=2023, label="Équipes accueillies", value=4, source="Registre")
    return project


def cells(name: str, **typed: Any) -> dict[str, str]:
    """What the boxes of a row send that were empty when the page was made."""
    seen = {f"seen-{name}-{field}": "" for field in typed}
    return seen | {f"{name}-{field}": str(value) for field, value in typed.items()}


def saved(visitor: Client, response: Response, sheet: Any, typed: dict[str, str], **headers: str) -> Any:
    """The answer to a form of a sheet."""
    return visitor.post(response.page, response.typed(sheet, **typed), headers=headers or JSON)


def test_a_milestone_is_reached_in_the_name_of_the_respondent(
    visitor: Client, response: Response, project: Project
) -> None:
    milestone = project.milestones.get()

    answer = saved(visitor, response, response.action, cells(f"milestone-{milestone.pk}", reached_on="2024-04-02"))

    milestone.refresh_from_db()
    trail: Any = Milestone._meta.get_field("history").related_model
    context = trail.objects.filter(pgh_obj_id=milestone.pk).latest("pgh_id").pgh_context.metadata
    assert (answer.status_code, milestone.reached_on) == (200, date(2024, 4, 2))
    assert (context["channel"], context["link"]) == ("link", response.link.pk)
    assert context["user"] == User.objects.respondents().pk


def test_a_figure_that_is_followed_keeps_its_name_when_it_is_saved_again(
    visitor: Client, response: Response, project: Project
) -> None:
    name = f"figure-after-{project.key_figures.get().pk}"
    first = {
        **cells(name, value="1 012,50", source=""),
        f"{name}-precision": "exact",
        f"seen-{name}-precision": "exact",
    }
    saved(visitor, response, response.action, first)
    second = {f"{name}-source": "Carnet", f"seen-{name}-source": ""}

    saved(visitor, response, response.action, second)

    figure = project.key_figures.get(year=2024)
    assert (figure.label, str(figure.value), figure.source) == ("Équipes accueillies", "1012.50", "Carnet")


def test_a_figure_without_its_source_is_kept_but_the_sheet_is_not_sent(
    visitor: Client, response: Response, project: Project
) -> None:
    name = f"figure-after-{project.key_figures.get().pk}"
    typed = cells(name, value="12") | {"headline": "Ouvert.", "progress": "Ouvert.", "action": "submit"}

    answer = visitor.post(response.page, response.typed(response.action, **typed))

    assert answer.status_code == 422
    assert "sa source" in answer.text
    assert project.key_figures.filter(year=2024, value=12).exists()


def test_a_new_figure_bears_its_own_name_once_it_is_kept(visitor: Client, response: Response, project: Project) -> None:
    typed = cells("figure-new", label="Journées", value="3", source="Carnet")

    told = saved(visitor, response, response.action, typed).json()

    figure = project.key_figures.get(label="Journées")
    assert told["made"] == {"figure-new": f"figure-{figure.pk}"}
    assert told["held"][f"figure-{figure.pk}-value"] == "3"
    assert (figure.year, figure.is_demo) == (2024, False)


@pytest.mark.parametrize(
    ("typed", "box"),
    [
        (cells("figure-new", label="Journées"), "figure-new-value"),
        (cells("figure-new", label="Équipes", value="beaucoup"), "figure-new-value"),
        ({"pasted": "ceci n’est rien"}, "pasted"),
        ({"pasted": "x" * 60_000}, "pasted"),
    ],
)
def test_what_cannot_be_kept_is_named_and_stays_on_screen(
    visitor: Client, response: Response, project: Project, typed: dict[str, str], box: str
) -> None:
    answer = visitor.post(response.page, response.typed(response.action, progress="Ouvert.", **typed))

    response.action.refresh_from_db()
    told = saved(visitor, response, response.action, typed).json()
    assert answer.status_code == 422
    assert list(told["refused"]) == [box]
    assert list(typed.values())[-1][:1000] in answer.text
    assert response.action.progress == "Ouvert."
    assert (project.key_figures.count(), project.outputs.count()) == (1, 0)


def test_references_are_pasted_once(visitor: Client, response: Response, project: Project) -> None:
    pasted = f"10.1021/acs.analchem.4c01234\nhal-04512345\n{BIBTEX}"

    answers = [saved(visitor, response, response.action, {"pasted": pasted}) for _time in range(2)]

    assert [answer.status_code for answer in answers] == [200, 200]
    assert sorted(project.outputs.values_list("title", flat=True)) == [
        "10.1021/acs.analchem.4c01234", "Un aimant très froid", "hal-04512345",
    ]  # fmt: skip
    assert "Un aimant très froid" in visitor.get(response.page).text


def test_two_people_at_one_cell_lose_nothing(visitor: Client, response: Response, project: Project) -> None:
    milestone = project.milestones.get()
    project.milestones.update(reached_on=date(2024, 5, 5))
    name = f"milestone-{milestone.pk}-reached_on"

    answer = saved(visitor, response, response.action, cells(f"milestone-{milestone.pk}", reached_on="2024-04-02"))
    page = visitor.post(response.page, response.typed(response.action, **cells(name[:-11], reached_on="2024-04-02")))

    assert (answer.status_code, answer.json()["clashes"]) == (409, {name: "2024-05-05"})
    assert "5\u00a0mai\u00a02024" in page.text
    assert 'value="2024-04-02"' in page.text
    assert project.milestones.get().reached_on == date(2024, 5, 5)


def test_the_state_and_the_events_of_a_thesis_are_answered(visitor: Client, response: Response) -> None:
    thesis = response.thesis.thesis
    typed = {"thesis-state": "S", "seen-thesis-state": thesis.state} | cells("thesis", defended_on="2024-11-04")
    event = cells("event-new", kind="extension", happened_on="2024-05-01", extra_days="30") | {
        "seen-event-new-extra_days": "0"
    }

    answer = saved(visitor, response, response.thesis, typed | event | cells("committee-new", held_on="2024-06-01"))
    paper = saved(visitor, response, response.thesis, {"pasted": "hal-04512345"})

    thesis.refresh_from_db()
    assert (answer.status_code, paper.status_code) == (200, 200)
    assert (thesis.state, thesis.defended_on) == (ThesisState.DEFENDED, date(2024, 11, 4))
    assert (thesis.contract_events.get().extra_days, thesis.follow_ups.get().held_on) == (30, date(2024, 6, 1))
    assert thesis.output_links.get().output.hal_id == "hal-04512345"


def test_the_rules_of_a_thesis_are_said_in_the_reader_s_language(visitor: Client, response: Response) -> None:
    typed = response.typed(response.thesis, **cells("thesis", defended_on="2024-11-04"))

    answer = visitor.post(f"/en/contribute/{response.token}/", typed)

    assert answer.status_code == 422
    assert "A defended thesis, and no other, has a date of defence." in answer.text
    assert 'value="2024-11-04"' in answer.text


def test_rows_of_others_money_and_visas_are_out_of_reach(visitor: Client, response: Response, project: Project) -> None:
    other = Project.objects.exclude(pk=project.pk).first() or project
    milestone = other.milestones.create(rank=7, label="Ailleurs")
    counts = Expense.objects.count(), Grant.objects.count(), StatusChange.objects.count()
    forged = cells("expense-new", amount="12", purpose="Forgé") | cells("grant-1", amount="9")
    forged |= cells(f"milestone-{milestone.pk}", reached_on="2024-01-01") | cells("thesis", name_is_public="on")

    saved(visitor, response, response.thesis, forged)

    milestone.refresh_from_db()
    response.thesis.thesis.refresh_from_db()
    assert (Expense.objects.count(), Grant.objects.count(), StatusChange.objects.count()) == counts
    assert (milestone.reached_on, response.thesis.thesis.name_is_public) == (None, False)
    assert not Output.objects.exists()


def test_the_page_says_which_rows_are_read_at_once_and_they_are(
    visitor: Client, response: Response, project: Project
) -> None:
    at_once, silent = "se lit sur ce site sans attendre les visas", "entre aussitôt au registre\u202f;"

    page = visitor.get(response.page).text
    saved(
        visitor, response, response.action, cells(f"milestone-{project.milestones.get().pk}", reached_on="2024-04-02")
    )

    assert (at_once in page, silent in page) == (True, True)  # the events of a thesis stay between partners
    assert "02/04/2024" in visitor.get(reverse("projects:detail", args=(project.slug,))).text
