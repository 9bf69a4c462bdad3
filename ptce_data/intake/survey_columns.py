"""The columns of a whole survey's three tables, as a file may name and fill them: from the contracts, once."""

from dataclasses import replace
from functools import lru_cache

from ptce_data.datasets.catalogue import DATASET
from ptce_data.intake.fields import POLE_FIELDS, STRUCTURE_FIELDS, Field, Kind
from ptce_data.schema import codes
from ptce_data.schema.codes import CodeList
from ptce_data.schema.contracts import Column
from ptce_data.schema.questions import QUESTION
from ptce_data.texts.formats import spaced

#: Table → name of its sheet, then the other names that its sheet or its file may have.
SHEETS = {
    "sample_poles": ("Pôles", "poles", "sample_poles"),
    "structures": ("Structures",),
    "responses": ("Réponses", "responses"),
}

#: Drawn at the import: no file brings it.
DRAWN = ("record_key",)

#: Columns that may be absent or empty → the column that determines them.
DERIVED = {"region_code": "departement_code", "unit": "question"}

#: Columns that only a whole survey has: label, then other headers.
_OWN = {
    "pole_id": ("Identifiant du pôle", "pole", "code du pole"),
    "structure_id": ("Identifiant de la structure", "code de la structure"),
    "region_code": ("Région", "region", "code region"),
    "recognition": ("Reconnaissance", "vague de reconnaissance", "reconnaissance du pole"),
    "respondent_id": ("Répondant", "identifiant du repondant"),
    "unit": ("Unité", "unite interrogee"),
    "question": ("Question",),
    "item": ("Modalité", "item"),
    "answer": ("Réponse", "reponse"),
}

_KINDS = {"text[]": Kind.SEVERAL, "number": Kind.NUMBER, "integer": Kind.NUMBER}


@lru_cache(maxsize=8)
def survey_fields(table: str) -> tuple[Field, ...]:
    """The columns that a file brings for a table, as fields."""
    known = {field.key: field for field in (POLE_FIELDS if table == "sample_poles" else STRUCTURE_FIELDS)}
    columns = DATASET[table].table.columns
    return tuple(_field(column, known.get(column.name)) for column in columns if column.name not in DRAWN)


@lru_cache(maxsize=64)
def item_field(field: Field, question: str) -> Field:
    """The field of the items of one question: labels or codes."""
    asked = QUESTION[question]
    return replace(field, kind=Kind.CODE, codes=CodeList(asked.key, asked.wording, asked.items))


def _field(column: Column, known: Field | None) -> Field:
    """A column that no one has named for people is named by what its contract says of it."""
    named = (known.label, *known.names) if known else (spaced(column.description).removesuffix("."),)
    label, *names = _OWN.get(column.name, named)
    kind = _KINDS.get(column.type, Kind.CODE if column.codes else Kind.TEXT)
    kind = Kind.YES_NO if column.codes is codes.YES_NO else kind
    # Bounds are checked later, with the rest of the contract.
    return Field(column.name, label, kind, spaced(column.description), column.codes, tuple(names))
