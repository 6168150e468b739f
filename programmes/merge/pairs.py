"""Likely duplicates of a whole table, in one query that the database answers through its indexes.

Names are compared without case nor accents, by groups of three letters (pg_trgm). People are many: only those whose
family name begins with the same two letters, and given name with the same one, are compared.
"""

from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction
from django.db.models import Model

from ..models import Identifier, Laboratory, Person

NEAR = 0.6  # from which two full names are worth a look
SURE = 0.9  # from which they are, even in two different cities
WHY = {
    "name": "noms proches",
    "short": "même nom ou sigle",
    "number": "même identifiant",
    "code": "même numéro d’unité",
    "initial": "même nom, initiale du prénom",
    "swapped": "nom et prénom échangés",
}
NAMES = """
    SELECT a.id AS one, b.id AS other, similarity({a_name}, {b_name}) AS score, 'name' AS why
    FROM {table} a JOIN {table} b ON a.id < b.id AND {b_name} % {a_name} AND similarity({a_name}, {b_name}) >= {near}
        AND (a.city = '' OR b.city = '' OR plain_text(a.city) = plain_text(b.city)
             OR similarity({a_name}, {b_name}) >= {sure})
        AND regexp_replace(a.name, '\\D', '', 'g') = regexp_replace(b.name, '\\D', '', 'g')
"""
SHORT = """
    SELECT a.id, b.id, 1.0, 'short' FROM known a JOIN known b ON a.id < b.id AND a.called = b.called
"""
KNOWN = """
    known AS (SELECT DISTINCT id, plain_text(called) AS called
              FROM {table}, LATERAL (VALUES {columns}) AS names(called) WHERE called <> ''),
"""
PEOPLE = """
    SELECT a.id AS one, b.id AS other, similarity(a.called, b.called) AS score, 'name' AS why
    FROM known a JOIN known b ON a.id < b.id AND a.start = b.start AND similarity(a.called, b.called) >= {near}
    UNION ALL
    SELECT a.id, b.id, 0.9, 'initial' FROM known a JOIN known b
        ON a.id <> b.id AND a.family = b.family AND a.given ~ '^[a-z][.]?$' AND left(b.given, 1) = left(a.given, 1)
    UNION ALL
    SELECT a.id, b.id, 0.95, 'swapped' FROM known a JOIN known b
        ON a.id < b.id AND a.family = b.given AND a.given = b.family
"""
KNOWN_PEOPLE = """
    known AS (SELECT id, plain_text(family_name) AS family, plain_text(given_name) AS given,
                     plain_text(family_name || ' ' || given_name) AS called,
                     left(plain_text(family_name), 2) || left(plain_text(given_name), 1) AS start
              FROM {table} WHERE merged_into_id IS NULL),
"""
NUMBERS = """
    UNION ALL SELECT a.{holder}, b.{holder}, 1.0, 'number' FROM programmes_identifier a JOIN programmes_identifier b
        ON a.{holder} < b.{holder} AND a.value = b.value
"""
CODES = """
    UNION ALL SELECT a.laboratory_id, b.laboratory_id, 0.95, 'code'
    FROM programmes_unitcode a JOIN programmes_unitcode b ON a.laboratory_id < b.laboratory_id AND a.number = b.number
"""
WHOLE = """
WITH {known} pair AS ({found})
SELECT least(one, other), greatest(one, other), array_agg(DISTINCT why), count(*) OVER ()
FROM pair JOIN {table} first ON first.id = one AND first.merged_into_id IS NULL
    JOIN {table} second ON second.id = other AND second.merged_into_id IS NULL
WHERE NOT EXISTS (SELECT FROM programmes_distinctpair known_pair WHERE known_pair.content_type_id = %s
    AND known_pair.first_id = least(one, other) AND known_pair.second_id = greatest(one, other))
GROUP BY 1, 2 ORDER BY max(score) DESC, 1, 2 LIMIT %s OFFSET %s
"""


@dataclass(frozen=True, kw_only=True)
class Pair:
    """Two records that look alike, by number, and why."""

    one: int
    other: int
    reasons: tuple[str, ...]


def likely_pairs(model: type[Model], *, first: int = 0, number: int = 50) -> tuple[list[Pair], int]:
    """Likely duplicates, the likeliest first, from the rank `first`; and how many there are in all."""
    kind = ContentType.objects.get_for_model(model)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT set_config('pg_trgm.similarity_threshold', %s, true)", [str(NEAR)])
        cursor.execute(_sql(model), [kind.pk, number, first])
        rows = cursor.fetchall()
        cursor.execute("SELECT set_config('pg_trgm.similarity_threshold', '0.3', true)")
    pairs = [Pair(one=one, other=other, reasons=tuple(WHY[why] for why in whys)) for one, other, whys, _all in rows]
    return pairs, rows[0][3] if rows else 0


def _sql(model: Any) -> str:
    """The query of a table: names of our own tables and columns, nothing from outside."""
    table = model._meta.db_table
    if model is Person:
        known, found = KNOWN_PEOPLE.format(table=table), PEOPLE.format(near=NEAR)
    else:
        columns = ", ".join(f"({name})" for name in model.called)
        known = KNOWN.format(table=table, columns=columns)
        names = {"a_name": "plain_text(a.name)", "b_name": "plain_text(b.name)"}
        found = NAMES.format(table=table, near=NEAR, sure=SURE, **names) + "UNION ALL" + SHORT
    holders = [field.attname for field in Identifier._meta.concrete_fields if field.related_model is model]
    found += "".join(NUMBERS.format(holder=holder) for holder in holders)
    found += CODES if model is Laboratory else ""
    return WHOLE.format(known=known, found=found, table=table).replace(" % plain", " %% plain")
