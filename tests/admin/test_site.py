"""The administration as a whole: in French, in the order of the work, closed to those who have no business there."""

from pathlib import Path

import polib
import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from programmes.models import Theme, User
from tests.admin.conftest import address
from tests.factories import ThemeFactory, UserFactory
from tests.factories.accounts import PASSWORD

HEADINGS = [
    "Protocole",
    "Actions",
    "Thèses",
    "Partenaires",
    "Financements",
    "Campagne annuelle",
    "Rapports",
    "Administration",
]


def test_the_menu_follows_the_work(desk: Client) -> None:
    page = desk.get(reverse("admin:index"))

    assert [group["name"] for group in page.context["app_list"]] == HEADINGS


def test_the_administration_is_in_french_for_everybody(desk: Client) -> None:
    page = desk.get(reverse("admin:index"), headers={"accept-language": "en"})

    assert '<html lang="fr"' in page.text
    assert page.headers["Content-Language"] == "fr"


def test_a_group_of_tables_has_no_page_of_its_own(desk: Client) -> None:
    assert desk.get(reverse("admin:app_list", args=["programmes"])).status_code == 302


def test_an_account_without_a_role_is_told_so(client: Client, db: None) -> None:
    client.force_login(UserFactory())

    assert "n’a pas encore de rôle" in client.get(reverse("admin:index")).text


def test_staff_never_read_the_word_object(desk: Client) -> None:
    theme = ThemeFactory()
    pages = [address(theme, "change"), address(theme, "delete"), address(Theme, "changelist"), address(Theme, "add")]

    assert [page for page in pages if "objet" in desk.get(page).text.lower()] == []


def test_the_compiled_words_are_those_of_the_catalogue() -> None:
    folder = Path(settings.LOCALE_PATHS[0]) / "fr" / "LC_MESSAGES"

    written, compiled = polib.pofile(str(folder / "django.po")), polib.mofile(str(folder / "django.mo"))

    assert {entry.msgid: entry.msgstr for entry in written} == {entry.msgid: entry.msgstr for entry in compiled}


def log_in(client: Client, email: str, password: str) -> str:
    return client.post(reverse("admin:login"), {"username": email, "password": password, "next": "/admin/"}).text


def test_staff_log_in_with_their_address_however_typed(client: Client, db: None) -> None:
    UserFactory(email="agent@exemple.invalid")

    answer = client.post(reverse("admin:login"), {"username": "Agent@Exemple.invalid", "password": PASSWORD})

    assert answer.status_code == 302


@pytest.mark.parametrize("email", ["agent@exemple.invalid", "inconnu@exemple.invalid"])
def test_after_five_failures_the_login_waits(email: str, client: Client, db: None) -> None:
    UserFactory(email="agent@exemple.invalid")
    answers = [log_in(client, email, "faux") for _try in range(5)]

    last = log_in(client, email, PASSWORD)

    assert "Trop d’essais" not in answers[-1]
    assert "Trop d’essais infructueux." in last


def test_a_good_password_forgets_the_failures(client: Client, db: None) -> None:
    UserFactory(email="agent@exemple.invalid")
    log_in(client, "agent@exemple.invalid", "faux")

    log_in(client, "agent@exemple.invalid", PASSWORD)
    client.logout()

    answers = [log_in(client, "agent@exemple.invalid", "faux") for _try in range(5)]
    assert "Trop d’essais" not in "".join(answers)


def test_a_new_account_gets_its_roles(desk: Client) -> None:
    from_form = desk.get(address(User, "add")).context["adminform"].form.fields["groups"].queryset
    group = from_form.get(name="contributeur")
    sent = {"email": "nouvelle@exemple.invalid", "full_name": "Nouvelle Agente", "groups": [group.pk]}

    desk.post(address(User, "add"), sent)

    account = User.objects.get(email="nouvelle@exemple.invalid")
    assert not account.has_usable_password()
    assert account.roles == {"contributeur"}


def test_two_accounts_never_share_an_address(desk: Client) -> None:
    UserFactory(email="agent@exemple.invalid")
    sent = {"email": "AGENT@exemple.invalid", "full_name": "Autre"}

    answer = desk.post(address(User, "add"), sent)

    assert "Un compte existe déjà avec cette adresse." in answer.text


def test_a_published_record_leads_to_its_public_page(desk: Client) -> None:
    theme, draft = ThemeFactory(published=True), ThemeFactory()

    pages = [desk.get(address(row, "change")) for row in (theme, draft)]

    assert f"/fr/themes/{theme.slug}/" in pages[0].text
    assert "viewsitelink" not in pages[1].text
