"""Any table as CSV, harmless in a spreadsheet whatever its texts say."""

import pandas as pd

#: A text that begins so would be run as a formula by a spreadsheet.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def table_csv(frame: pd.DataFrame, excel: bool) -> bytes:
    """The rows of a frame, without its index.

    excel: for French Excel (byte order mark, `;`, decimal comma); otherwise UTF-8, `,`, decimal point. Lists are
    joined by `|`; what is missing is empty. A text that a spreadsheet would run begins with an apostrophe; numbers
    are left as they are.
    """
    safe = pd.DataFrame({_harmless(name): _cells(frame[name]) for name in frame.columns})
    look = {"sep": ";", "decimal": ","} if excel else {"sep": ",", "decimal": "."}
    return safe.to_csv(index=False, lineterminator="\r\n", **look).encode("utf-8-sig" if excel else "utf-8")


def _cells(column: pd.Series) -> pd.Series:
    if pd.api.types.is_numeric_dtype(column) or pd.api.types.is_datetime64_any_dtype(column):
        return column
    return column.astype(object).map(_harmless)


def _harmless(value: object) -> object:
    if isinstance(value, str):
        return f"'{value}" if value.startswith(FORMULA_STARTS) else value
    if hasattr(value, "__iter__"):
        return _harmless("|".join(map(str, value)))
    return value
