"""The fields of a coordinator's file: columns of a structure's row, lines about the pole; made from the codebook."""

from dataclasses import dataclass, replace
from enum import Enum

from ptce_data.schema import codes, cog
from ptce_data.schema.codes import CodeList
from ptce_data.schema.questions import QUESTIONS, Question
from ptce_data.schema.tables import SAMPLE_POLES
from ptce_data.texts.formats import spaced


class Kind(Enum):
    TEXT = "texte"
    CODE = "une valeur de la liste"
    SEVERAL = "une ou plusieurs valeurs de la liste, séparées par un point-virgule"
    YES_NO = "oui ou non"
    NUMBER = "un nombre"


@dataclass(frozen=True)
class Field:
    """One column of structures, or one line about the pole.

    key: its code, also accepted as a header; label: its French header; names: other headers, the plainest first.
    indicator, item: the tally that its answers make. minimum: least number allowed, from the contract.
    """

    key: str
    label: str
    kind: Kind
    help: str = ""
    codes: CodeList | None = None
    names: tuple[str, ...] = ()
    indicator: str = ""
    item: str = ""
    minimum: float | None = None


def _item_fields(question: Question) -> tuple[Field, ...]:
    """One yes-or-no column per item; a question of one item is its own header."""
    alone = len(question.items) == 1
    return tuple(
        Field(
            f"{question.key}.{item.code}",
            spaced(question.wording if alone else f"{question.wording} {item.label}"),
            Kind.YES_NO,
            item.definition or (item.label if alone else ""),
            codes.YES_NO,
            (item.label, item.code),
            question.key,
            item.code,
        )
        for item in question.items
    )


STRUCTURE_FIELDS: tuple[Field, ...] = (
    Field(
        "name",
        "Nom",
        Kind.TEXT,
        "Facultatif : sert à repérer une ligne écrite deux fois, et n’est pas gardé.",
        names=("nom de la structure", "structure", "raison sociale"),
    ),
    Field(
        "departement_code",
        "Département",
        Kind.CODE,
        "Code ou nom ; avec le nom, sert à repérer une ligne écrite deux fois.",
        cog.DEPARTEMENTS,
        ("departement", "dept"),
    ),
    Field(
        "sectors",
        "Secteurs",
        Kind.SEVERAL,
        "Plusieurs secteurs : les séparer par un point-virgule.",
        codes.SECTORS,
        ("secteur", "secteurs d’activité", "secteur d’activité"),
        indicator="sectors",
    ),
    Field(
        "legal_status",
        "Statut juridique",
        Kind.CODE,
        "De la structure membre.",
        codes.LEGAL_STATUSES,
        ("statut", "forme juridique"),
        indicator="legal-status",
    ),
    Field(
        "in_qpv",
        "En quartier prioritaire (QPV)",
        Kind.YES_NO,
        "La structure est-elle implantée dans un quartier prioritaire de la politique de la ville ?",
        codes.YES_NO,
        ("qpv", "quartier prioritaire"),
        indicator="qpv",
        item="oui",
    ),
    Field(
        "iae",
        "Insertion par l’activité économique (IAE)",
        Kind.YES_NO,
        "La structure relève-t-elle de l’insertion par l’activité économique ?",
        codes.YES_NO,
        ("insertion", "insertion par l’activité économique"),
        indicator="iae",
        item="oui",
    ),
    *(field for question in QUESTIONS if question.asked for field in _item_fields(question)),
)


def _pole_number(key: str, label: str, *names: str) -> Field:
    column = SAMPLE_POLES.column(key)
    return Field(key, label, Kind.NUMBER, column.description, names=names, minimum=column.minimum)


POLE_FIELDS: tuple[Field, ...] = (
    Field("name", "Nom du pôle", Kind.TEXT, "Facultatif : titre de vos documents.", names=("nom",)),
    Field(
        "departement_code",
        "Département du pôle",
        Kind.CODE,
        "Code ou nom.",
        cog.DEPARTEMENTS,
        ("departement",),
    ),
    Field(
        "legal_status",
        "Statut de la structure porteuse",
        Kind.CODE,
        SAMPLE_POLES.column("legal_status").description,
        codes.LEGAL_STATUSES,
        ("statut", "statut juridique", "statut porteuse"),
    ),
    Field(
        "recognition",
        "Reconnaissance",
        Kind.CODE,
        SAMPLE_POLES.column("recognition").description,
        codes.RECOGNITIONS,
        ("reconnaissance", "vague"),
    ),
    _pole_number("fte_total", "ETP total", "etp total", "etp"),
    _pole_number("fte_coordination", "ETP d’animation", "etp animation", "etp de coordination", "etp coordination"),
)

#: In a CSV, the columns about the pole have this prefix.
POLE_PREFIX = "pole_"


def _pole_column(field: Field) -> Field:
    label, *names = (f"{POLE_PREFIX}{words.replace(' ', '_')}" for words in (*field.names, field.key, field.label))
    return replace(field, key=f"{POLE_PREFIX}{field.key}", label=label, names=tuple(names))


#: The columns of a CSV about the pole, in the order of POLE_FIELDS; their labels are those of the template.
POLE_COLUMNS: tuple[Field, ...] = tuple(map(_pole_column, POLE_FIELDS))

#: Names of the sheets of a workbook.
STRUCTURES_SHEET, POLE_SHEET, HELP_SHEET, LISTS_SHEET = "Structures", "Pôle", "Aide", "Listes"

#: Header of the column that the corrected file adds, and that is not read again.
REMARKS = "À corriger"
