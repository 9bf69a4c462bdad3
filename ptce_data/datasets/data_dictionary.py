"""The data dictionary for readers, in Markdown: tables, columns, codes, questionnaire."""

from collections.abc import Iterator
from pathlib import Path

from ptce_data.datasets.catalogue import DATASETS, Dataset
from ptce_data.schema import codes
from ptce_data.schema.codes import Code, CodeList
from ptce_data.schema.contracts import Column
from ptce_data.schema.questions import QUESTIONS, Question
from ptce_data.texts import spaced

FILE = "dictionnaire.md"

_TYPES = {"text": "texte", "integer": "entier", "number": "nombre", "text[]": "liste de textes"}


def write(docs: Path) -> Path:
    path = docs / FILE
    path.write_text(text(), encoding="utf-8", newline="\n")
    return path


def text() -> str:
    """The whole dictionary; it says nothing that the contracts don't."""
    lines = [
        "# Dictionnaire des données",
        "",
        "Page produite par `python -m ptce_data build` d’après `ptce_data/schema` : ne pas la modifier à la main.",
        "",
        "## Tables",
        *(line for dataset in DATASETS for line in _table(dataset)),
        "",
        "## Listes de codes",
        code_lists(),
        "",
        "## Questionnaire",
        questionnaire(),
    ]
    return spaced("\n".join(lines)) + "\n"


def columns(dataset: Dataset) -> str:
    """The columns of a table, as a Markdown table."""
    head = ("| colonne | type | vide permis | unité ou codes | description |", "|---|---|---|---|---|")
    return spaced("\n".join([*head, *(_column(column) for column in dataset.table.columns)]))


def code_lists() -> str:
    """Every code list, each under its title."""
    return spaced("\n".join(line for code_list in _code_lists() for line in _code_list(code_list)))


def questionnaire() -> str:
    """Every question, with its items."""
    return spaced("\n".join(line for question in QUESTIONS for line in _question(question)))


def _table(dataset: Dataset) -> Iterator[str]:
    table = dataset.table
    yield from ("", f"### `{dataset.file}` : {table.title}", "")
    nature = codes.PROVENANCES.label(dataset.provenance).lower()
    yield f"{table.description} Une ligne : {table.row}. Nature : {nature}."
    yield from ("", f"- Source : {dataset.source.title}, {dataset.source.date}.")
    yield f"- Licence : {dataset.source.licence}."
    yield f"- Manques connus : {dataset.gaps}"
    yield f"- Tri : {', '.join(f'`{key}`' for key in table.sort)}."
    yield from ("", columns(dataset))


def _column(column: Column) -> str:
    closed = f"codes : {column.codes.title}" if column.codes else column.unit
    nullable = "oui" if column.nullable else "non"
    description = f"{column.description} Sans doublon." if column.unique else column.description
    return f"| `{column.name}` | {_TYPES[column.type]} | {nullable} | {closed} | {description} |"


def _code_lists() -> list[CodeList]:
    """Each list used by a column, once, in the order of the tables; the questionnaire has its own section."""
    used = {
        column.codes.key: column.codes
        for dataset in DATASETS
        for column in dataset.table.columns
        if column.codes is not None and column.codes.key != "question"
    }
    return list(used.values())


def _code_list(code_list: CodeList) -> Iterator[str]:
    yield from ("", f"### {code_list.title}", "", "| code | libellé | définition |", "|---|---|---|")
    yield from (_code(code) for code in code_list)


def _code(code: Code) -> str:
    return f"| `{code.code}` | {code.label} | {code.definition} |"


def _question(question: Question) -> Iterator[str]:
    several = "plusieurs réponses possibles" if question.multiple else "une seule réponse"
    yield from ("", f"### `{question.key}` : {question.wording}", "")
    asked = "" if question.asked else " Sans chiffre publié : aucun répondant de l’échantillon n’y répond."
    base = f"Base : {codes.BASE_CERTAINTIES.label(question.base_certainty)}."
    unit = codes.UNITS.label(question.unit).lower()
    yield f"Posée à : {unit} ; {several}. {base} {question.base_note}{asked}".rstrip()
    yield from ("", *(f"- `{item.code}` : {item.label}" for item in question.items))
