"""`datapackage.json`: the contracts as a Frictionless Data Package, one Table Schema per file."""

import json
from hashlib import sha256
from pathlib import Path

from ptce_data.datasets.catalogue import DATASETS, Dataset, Licence
from ptce_data.schema.contracts import Column, Table
from ptce_data.texts import spaced

FILE = "datapackage.json"

_TYPES = {"text": "string", "integer": "integer", "number": "number", "text[]": "array"}


def write(folder: Path) -> Path:
    """Describe the Parquet files of `folder`, their hashes included, in `folder`/datapackage.json."""
    content = json.dumps(descriptor(folder), ensure_ascii=False, indent=2)
    path = folder / FILE
    path.write_text(content + "\n", encoding="utf-8", newline="\n")
    return path


def descriptor(folder: Path) -> dict:
    """The package as plain values; the files of the catalogue must be in `folder`."""
    licences = {licence.name: licence for dataset in DATASETS for licence in dataset.licences}
    return {
        "profile": "data-package",
        "name": "ptce-observatoire",
        "title": "Observatoire des pôles territoriaux de coopération économique (PTCE)",
        "description": spaced("Faits publics, chiffres publiés et échantillon de démonstration : voir chaque table."),
        "licenses": [_licence(licence) for licence in licences.values()],
        "resources": [_resource(dataset, folder) for dataset in DATASETS],
    }


def table_schema(table: Table) -> dict:
    """The Frictionless Table Schema of a contract."""
    schema: dict = {"fields": [_field(column) for column in table.columns]}
    keys = [column.name for column in table.columns if column.unique]
    if keys:
        schema["primaryKey"] = keys
    if table.references:
        schema["foreignKeys"] = [
            {"fields": [column], "reference": {"resource": other, "fields": [target]}}
            for column, other, target in table.references
        ]
    return schema


def _resource(dataset: Dataset, folder: Path) -> dict:
    content = (folder / dataset.file).read_bytes()
    source = {"title": dataset.source.title} | ({"path": dataset.source.url} if dataset.source.url else {})
    return {
        "name": dataset.key,
        "path": dataset.file,
        "title": spaced(dataset.table.title),
        "description": spaced(dataset.table.description),
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "bytes": len(content),
        "hash": f"sha256:{sha256(content).hexdigest()}",
        "sources": [source],
        "licenses": [_licence(licence) for licence in dataset.licences],
        "provenance": dataset.provenance,
        "gaps": dataset.gaps,
        "schema": table_schema(dataset.table),
    }


def _licence(licence: Licence) -> dict:
    described = {"name": licence.name, "title": spaced(licence.title)}
    return described | ({"path": licence.url} if licence.url else {})


def _field(column: Column) -> dict:
    field: dict = {
        "name": column.name,
        "type": _TYPES[column.type],
        "description": spaced(column.description),
    }
    if column.unit:
        field["unit"] = column.unit
    constraints: dict = {"required": not column.nullable}
    if column.unique:
        constraints["unique"] = True
    for name, bound in (("minimum", column.minimum), ("maximum", column.maximum)):
        if bound is not None:
            constraints[name] = bound
    if column.codes is not None:
        # The codes of a list bind each of its values, not the list.
        if column.type == "text[]":
            field["arrayItem"] = {"type": "string", "constraints": {"enum": list(column.codes.keys)}}
        else:
            constraints["enum"] = list(column.codes.keys)
    return field | {"constraints": constraints}
