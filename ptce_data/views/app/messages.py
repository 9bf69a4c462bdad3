"""What is said when a link could not be kept as it was."""

import streamlit as st

from ptce_data.selection import ReadQuery
from ptce_data.texts import NBSP, NNBSP

#: More codes than that are not listed: the link is broken, not mistyped.
_LISTED = 5


def dropped(report: ReadQuery | None) -> None:
    """Say which codes of the link were dropped, or that it was not read at all."""
    if report is None:
        return
    if report.too_long:
        st.warning(
            "Ce lien est trop long pour venir de ce site\u00a0: il n’a pas été lu, et tout est affiché. "
            "Choisissez vos filtres ci-dessous.",
            icon=":material/link_off:",
        )
        return
    codes = ", ".join(f"{_code(key)}{NBSP}= {_code(value)}" for key, value in report.dropped[:_LISTED])
    more = f" et {len(report.dropped) - _LISTED} autres" if len(report.dropped) > _LISTED else ""
    st.warning(
        f"Ce lien demande des codes inconnus, laissés de côté{NBSP}: {codes}{more}. Le reste du lien est respecté. "
        f"Un lien recopié à la main{NNBSP}? Choisissez plutôt dans les filtres ci-dessous.",
        icon=":material/link_off:",
    )


def _code(text: str) -> str:
    """Text of a link shown as code, whatever it holds."""
    shown = "".join(letter if letter.isprintable() and letter != "`" else "·" for letter in text)
    return f"`{shown}`"
