"""A Result as CSV: one row per item, each row saying its question, base, provenance and source."""

import pandas as pd

from ptce_data.exports.csv_tables import table_csv
from ptce_data.results import Item, Result, wording
from ptce_data.schema.codes import PROVENANCES


def csv_excel(result: Result) -> bytes:
    """CSV that opens in French Excel with a double click."""
    return table_csv(rows(result), excel=True)


def csv_standard(result: Result) -> bytes:
    """CSV for programs: UTF-8, commas, decimal points."""
    return table_csv(rows(result), excel=False)


def rows(result: Result) -> pd.DataFrame:
    """One row per item. Percentages are from 0 to 100; `état` says in a word why a number is missing; zero is 0."""
    context = _context(result)
    table = pd.DataFrame([_item(item) | _before(result, item) | context for item in result.items])
    table = table.reindex(columns=[*_item(_NOTHING), *_before(result, _NOTHING), *context])
    return table.astype({"effectif": "Int64", "sans réponse": "Int64", "non posée": "Int64"})


_NOTHING = Item("", "")


def _item(item: Item) -> dict[str, object]:
    return {
        "code": item.code,
        "libellé": item.label,
        "état": wording.FILE_STATES.get(item.status, "mesuré"),
        "effectif": item.count,
        "part (%)": _percentage(item.share),
        "borne basse à 95 % (%)": _percentage(item.low),
        "borne haute à 95 % (%)": _percentage(item.high),
        "publié (%)": item.published,
        "sans réponse": item.no_answer,
        "non posée": item.not_asked,
    }


def _before(result: Result, item: Item) -> dict[str, object]:
    """The same item in the wave before, where there is one."""
    if result.earlier is None:
        return {}
    found = next((one for one in result.earlier.items if one.code == item.code), _NOTHING)
    return {
        "vague précédente": result.earlier.wave,
        "effectif, vague précédente": found.count,
        "part (%), vague précédente": _percentage(found.share),
        "état, vague précédente": wording.FILE_STATES.get(found.status, "mesuré"),
        "base, vague précédente": _base(result.earlier),
        "comparable": "oui" if result.joined else "non",
    }


def _context(result: Result) -> dict[str, object]:
    published = result.published_source
    return {
        "question": wording.title(result),
        "sélection": result.selection or "ensemble",
        "base": _base(result),
        "unité": wording.unit_word(result.base.unit, 1),
        "population": result.base.population,
        "base publiée": wording.base_note(result),
        "plusieurs réponses": "oui" if result.multiple else "non",
        "nature": PROVENANCES.label(result.provenance),
        "secret": result.policy_note,
        "source": result.source.title,
        "date": result.source.date,
        "source du publié": published.title if published else "",
        "date du publié": published.date if published else "",
    }


def _base(result: Result) -> int | str:
    return "moins de 3" if result.base.few else result.base.n


def _percentage(share: float | None) -> float | None:
    return None if share is None else round(share * 100, 4)
