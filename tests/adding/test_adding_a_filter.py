"""Walk of docs/architecture.md, "Adding": a filter is one file; all that must follow does."""

import json

import pytest

pytestmark = [pytest.mark.process, pytest.mark.slow]

DECLARED = """    Filter(
        field="confidences",
        key="confiance",
        label="Confiance dans la fiche",
        short="Confiance",
        column="confidence",
        codes=codes.CONFIDENCES,
        public_meaning="Ce qui fonde la fiche du pôle.",
        optional=False,
        named=True,
    ),
"""

WALK = """
from ptce_data.indicators import answer
from ptce_data.selection import Selection
from ptce_data.schema.sides import Side
from ptce_data.views.components import filter_bar
from tests.pages.opening import opened, toggle
from tests.pages.trees import places, text
from pathlib import Path

root = Path.cwd()
chosen = Selection.from_query("confiance=high&region=84")
assert chosen == Selection(confidences=("high",), regions=("84",)), chosen
assert chosen.to_query() == "region=84&confiance=high"

whole, high, medium = (answer(Selection(confidences=codes), "carte") for codes in ((), ("high",), ("medium",)))
assert whole.poles_facets["confidences"] == {"high": high.poles_total, "medium": medium.poles_total}
assert 0 < high.poles_total and high.poles_total + medium.poles_total == whole.poles_total
assert all("Confiance dans la fiche" in result.selection for result in high.results)

app = opened(root, "carte", confiance="high")
assert not app.exception and not app.error
assert "Confiance\\u00a0: Élevée" in text(places(app)[filter_bar.KEY])
app = toggle(app, "confidences", "high", "medium")
assert app.session_state["ptce-selection"] == Selection(confidences=("medium",), regions=())

sample = answer(Selection(confidences=("high",)), "effets")
assert sample.results == answer(Selection(), "effets").results, "the sample doesn't have it"
app = opened(root, "effets", confiance="high")
assert not app.exception and not app.error
assert "sans effet ici" in text(places(app)[filter_bar.KEY])
assert "confidences" not in filter_bar.panels(Side.SAMPLE) and "confidences" in filter_bar.panels(Side.POLES)
print("followed")
"""


def test_a_filter_is_one_file(scratch):
    scratch.insert("ptce_data/selection.py", ")\n\nFILTER = {", DECLARED)
    scratch.check_listed("A filter")
    assert scratch.run_code(WALK).endswith("followed\n")
    found = json.loads(scratch.run_command("figures", "--link", "confiance=high", "--format", "json"))
    whole = json.loads(scratch.run_command("figures", "--format", "json"))
    public = {result["key"] for result in whole if result["provenance"] == "public"}
    changed = {one["key"] for one, other in zip(found, whole, strict=True) if one["base"] != other["base"]}
    assert changed and changed <= public
    scratch.run_tests("tests/consistency/test_declarations.py", "tests/selection/test_selection_links.py")
