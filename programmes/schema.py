"""Operations of our migrations: many tables, or many triggers, at the price of one.

Django renders all the models again after each operation. With a history table beside every table and several
triggers on each, an empty base took half a minute to migrate; it takes a few seconds this way.
"""

from collections.abc import Sequence
from typing import Any

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations import CreateModel
from django.db.migrations.operations.base import Operation, OperationCategory
from django.db.migrations.operations.fields import FieldOperation
from django.db.migrations.state import ProjectState
from pgtrigger.migrations import AddTrigger


class Together(Operation):
    """Operations of one kind that do not build on one another."""

    category = OperationCategory.MIXED

    def __init__(self, operations: Sequence[Any]) -> None:
        self.operations = list(operations)

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        """What a migration file writes."""
        return self.__class__.__name__, [], {"operations": self.operations}

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Forget the rendered models once; they are rendered again when somebody asks."""
        state.__dict__.pop("apps", None)
        for operation in self.operations:
            operation.state_forwards(app_label, state)

    def database_forwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        """Each in turn, on the models as they all are afterwards."""
        for operation in self.operations:
            operation.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        """The way back, last made first removed."""
        for operation in reversed(self.operations):
            operation.database_backwards(app_label, schema_editor, from_state, to_state)


class Changes(Together):
    """Changes of columns, rules and triggers in their order, none of which needs a table that another one makes."""

    def database_backwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        """One after the other: to take a rule away, its columns must be known, whatever time that takes."""
        states = [to_state]
        for operation in self.operations:
            states.append(states[-1].clone())
            operation.state_forwards(app_label, states[-1])
        for operation, before, after in reversed(list(zip(self.operations, states, states[1:], strict=False))):
            operation.database_backwards(app_label, schema_editor, after, before)

    def describe(self) -> str:
        """What the person who migrates reads."""
        return f"Make {len(self.operations)} changes"


class CreateTables(Together):
    """Tables that may refer to one another, with their constraints."""

    operations: list[CreateModel]

    def describe(self) -> str:
        """What the person who migrates reads."""
        return "Create tables " + ", ".join(operation.name for operation in self.operations)


class InstallTriggers(Together):
    """Triggers; rendered models do not depend on them."""

    operations: list[AddTrigger]

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Note each trigger on its model."""
        for operation in self.operations:
            options = state.models[app_label, operation.model_name].options
            options["triggers"] = [*options.get("triggers", []), operation.trigger]

    def describe(self) -> str:
        """What the person who migrates reads."""
        return f"Install {len(self.operations)} triggers"


class ReplaceTriggers(InstallTriggers):
    """Triggers of the same names with other words or another body; the way back brings the former ones."""

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Each takes the place of the one of its name."""
        for operation in self.operations:
            options = state.models[app_label, operation.model_name].options
            options["triggers"] = [one for one in options["triggers"] if one.name != operation.trigger.name]
        super().state_forwards(app_label, state)

    def database_backwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        """Install the former ones over these."""
        for operation in self.operations:
            known = to_state.models[app_label, operation.model_name].options["triggers"]
            former = next(one for one in known if one.name == operation.trigger.name)
            AddTrigger(operation.model_name, former).database_forwards(app_label, schema_editor, from_state, to_state)

    def describe(self) -> str:
        """What the person who migrates reads."""
        return f"Replace {len(self.operations)} triggers"


def at_once(operations: Sequence[Any]) -> list[Operation]:
    """The operations of a migration in as few as can be: a column of a table made just before waits for the next."""
    batches: list[list[Any]] = [[]]
    for operation in operations:
        made = {before.name_lower for before in batches[-1] if isinstance(before, CreateModel)}
        if isinstance(operation, FieldOperation) and operation.model_name_lower in made:
            batches.append([])
        batches[-1].append(operation)
    return [Changes(batch) for batch in batches]
