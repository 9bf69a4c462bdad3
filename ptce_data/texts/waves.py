"""Two waves of a survey in words: what the one before said, and whether the two may be compared."""

from ptce_data.results import Item, Result
from ptce_data.texts.formats import NBSP
from ptce_data.texts.wording import base_line, state_text, value_text, wave_word


def earlier_text(result: Result, item: Item) -> str:
    """`41,2 %`, or why there is none; "" where no earlier wave is shown."""
    if result.earlier is None:
        return ""
    found = next((one for one in result.earlier.items if one.code == item.code), None)
    if found is None:
        return "non mesuré"
    return value_text(result.earlier, found) or state_text(found)


def beside(result: Result) -> str:
    """What the wave before is, and whether a line joins the two; "" where none is shown."""
    before = result.earlier
    if before is None:
        return ""
    said = f"La {wave_word(before)} est à côté, en creux ({base_line(before).replace('Base', 'base', 1)})."
    if result.joined:
        return f"{said} Un trait relie les deux{NBSP}: question et base sont les mêmes."
    return f"{said} Rien ne les relie{NBSP}: la question, ou ceux à qui elle est posée, a changé."
