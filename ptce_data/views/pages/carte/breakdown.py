"""The figures of the directory: where the poles are, what they do, what they are."""

from ptce_data.results import Result
from ptce_data.texts import NNBSP
from ptce_data.views.components.lazy_expander import folded


def breakdown(results: tuple[Result, ...]) -> None:
    """Draw the question, and the cards once it is opened."""
    if not results:
        return
    with folded(f"Comment se répartissent les pôles{NNBSP}?", "breakdown") as open_:
        if open_:
            from ptce_data.views.components.figure_sections import cards  # charts are imported when one is asked for

            cards(results)
