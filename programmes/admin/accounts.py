"""Accounts: made, given roles, closed; never deleted."""

from typing import Any, ClassVar

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import UserChangeForm
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils import timezone

from ..models import Assignment, User
from ..roles import Role
from . import powers
from .addresses import change_page
from .base import RowAdmin
from .passwords import ask_for_link
from .rows import RowForm
from .site import Menu


class AccountForm(RowForm, UserChangeForm):
    """An account as an administrator corrects it."""

    class Meta(UserChangeForm.Meta):
        model = User
        field_classes: ClassVar[dict[str, Any]] = {}


class NewAccountForm(forms.ModelForm):
    """A new account: its address, its name, its roles. Its owner chooses the password, by a link sent by mail."""

    class Meta:
        model = User
        fields = ("email", "full_name", "organisation", "groups")

    def save(self, commit: bool = True) -> User:
        """Nobody can log in before the owner has chosen a password."""
        self.instance.set_unusable_password()
        user: User = super().save(commit)
        return user


@admin.register(User)
class AccountAdmin(RowAdmin, UserAdmin):
    """Accounts of staff. Closed, never deleted: authors of changes stay known."""

    menu = Menu.ADMINISTRATION
    begin = "Ouvrir un compte"
    guide = "comptes-et-roles"
    form = AccountForm
    add_form = NewAccountForm
    add_form_template = None
    list_display = ("full_name", "email", "organisation", "held_roles", "is_active", "last_login")
    list_filter = ("is_active", "groups", ("organisation", admin.RelatedOnlyFieldListFilter))
    search_fields = ("full_name", "email", "organisation__name")
    ordering = ("full_name", "email")
    related = ("organisation", "closed_by")
    filter_horizontal = ()
    readonly_fields = ("is_active", "joined_on", "last_login", "closed_at", "closed_by")
    sections = (
        ("La personne", ("email", "full_name", "organisation", "password")),
        ("Ce qu’elle peut faire", ("groups", "is_staff")),
        ("Vie du compte", ("is_active", "joined_on", "last_login", "closed_at", "closed_by")),
    )
    add_fieldsets = (
        ("La personne", {"fields": ("email", "full_name", "organisation")}),
        ("Ce qu’elle peut faire", {"fields": ("groups",)}),
    )

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Nobody gives themselves a role or a party, nor takes their own away: an administrator is always left."""
        own = ("groups", "is_staff", "organisation") if obj is not None and obj == request.user else ()
        return (*super().get_readonly_fields(request, obj), *own)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """A new account is told so by mail, with the link by which to choose a password."""
        super().save_related(request, form, formsets, change)
        if not change:
            ask_for_link(request, form.instance.email, "invitation")
            messages.info(request, f"{form.instance.email} reçoit un lien pour choisir son mot de passe.")

    def render_change_form(self, request: HttpRequest, context: dict[str, Any], *arguments: Any, **options: Any) -> Any:
        """Under the account, what it comes to: roles, party, rights and assignments in words."""
        account = context.get("original")
        if account is not None:
            page: Any = self.admin_site.get_model_admin(Assignment)
            context["held"] = powers.held_by(account, page.get_queryset(request))
        return super().render_change_form(request, context, *arguments, **options)

    def get_queryset(self, request: HttpRequest) -> Any:
        """Accounts with their roles."""
        return super().get_queryset(request).prefetch_related("groups")

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """A new account asks for less."""
        return self.add_fieldsets if obj is None else super().get_fieldsets(request, obj)

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **options: Any) -> Any:
        """Roles as boxes to tick."""
        if db_field.name == "groups":
            options["queryset"] = Group.objects.filter(name__in=Role.values)
            options["widget"] = forms.CheckboxSelectMultiple
            field = db_field.formfield(**options)
            field.label, field.help_text = "Rôles", "L’administrateur tient tous les rôles."
            return field
        return super().formfield_for_manytomany(db_field, request, **options)

    @admin.display(description="rôles")
    def held_roles(self, user: User) -> str:
        """Roles held, in words."""
        return ", ".join(sorted(group.name for group in user.groups.all())) or "–"

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_urls(self) -> list[URLPattern]:
        """Where an account is closed and opened again."""
        view = self.admin_site.admin_view(self.closing_view)
        return [path("<path:object_id>/cloture/", view, name="programmes_user_closing"), *super().get_urls()]

    def buttons(self, request: HttpRequest, record: User) -> list[tuple[str, str]]:
        """Close, or open again."""
        if record.is_calendar or record == request.user or not self.has_change_permission(request, record):
            return []
        words = "Clore le compte" if record.is_active else "Rouvrir le compte"
        return [(words, reverse("admin:programmes_user_closing", args=(record.pk,)))]

    def closing_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Close an account, or open it again: nobody closes their own, nor the calendar's."""
        account = self.get_object(request, unquote(object_id))
        if account is None:
            raise Http404
        if not self.buttons(request, account):
            raise PermissionDenied
        if request.method == "POST":
            closing = account.is_active
            account.is_active = not closing
            account.closed_at, account.closed_by = (timezone.now(), request.user) if closing else (None, None)
            account.save(update_fields=["is_active", "closed_at", "closed_by"])
            messages.success(request, f"Le compte de {account} est {'clos' if closing else 'ouvert'}.")
        return redirect(change_page(account))


admin.site.unregister(Group)
