"""Walk of docs/architecture.md, "Adding": an export format is one file; cards, tables and the command line offer it."""

import pytest

pytestmark = [pytest.mark.process, pytest.mark.slow]

DECLARED = """    Format(
        "markdown",
        "Texte (Markdown)",
        "Markdown",
        "md",
        "text/markdown",
        {
            Kind.FIGURE: lambda result: f"# {result.title}\\n".encode(),
            Kind.COMPARISON: lambda standing: f"# {standing.group_words}\\n".encode(),
            Kind.DATASET: lambda key: f"# {key}\\n".encode(),
            Kind.TABLE: lambda read: f"# {len(read())} lignes\\n".encode(),
            Kind.COMMAND_LINE: lambda results: "".join(f"# {result.title}\\n" for result in results).encode(),
        },
    ),
"""

#: The end of the file, which is that of the registry.
END = ")\n"

WALK = """
from pathlib import Path
from tests.pages.opening import opened
from ptce_data.views.components.display_mode import FILES

root = Path.cwd()
app = opened(root, "portrait", before={"form-sectors": FILES})
names = [part.proto.label for part in app.get("download_button")]
assert "Texte (Markdown)" in names, names
for page in ("donnees", "verifier"):
    app = opened(root, page)
    assert not app.exception and not app.error
    assert "Markdown" in [part.proto.label for part in app.get("download_button")]
print("followed")
"""


def test_a_format_is_one_file(scratch):
    file = "ptce_data/exports/export_formats.py"
    text = (scratch.folder / file).read_text(encoding="utf-8")
    scratch.write(file, f"{text.removesuffix(END)}{DECLARED}{END}")
    scratch.check_listed("An export format")
    assert scratch.run_command("figures", "--format", "markdown").count("# ") > 10
    assert scratch.run_code(WALK).endswith("followed\n")
