"""The contracts in Arrow's words: the schema that is written, and the types that are accepted when read."""

import pyarrow as pa

from ptce_data.schema.contracts import Table

TYPES = {
    "text": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "text[]": pa.list_(pa.string()),
}


def schema(table: Table) -> pa.Schema:
    """The Arrow schema of a contract, in the order of its columns."""
    return pa.schema(pa.field(column.name, TYPES[column.type], column.nullable) for column in table.columns)


def accepts(declared: str, found: pa.DataType) -> bool:
    """Whether a column of type `found` may be read as `declared`: width and encoding are free, nature isn't."""
    if pa.types.is_dictionary(found):
        found = found.value_type
    if declared == "text[]":
        return (pa.types.is_list(found) or pa.types.is_large_list(found)) and accepts("text", found.value_type)
    if declared == "text":
        return pa.types.is_string(found) or pa.types.is_large_string(found)
    if declared == "integer":
        return pa.types.is_integer(found)
    return pa.types.is_floating(found)
