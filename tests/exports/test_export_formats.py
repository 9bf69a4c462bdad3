"""One registry of formats: what is declared there is offered by cards, comparisons, tables and the command line."""

import pytest

from ptce_data import comparison, exports
from ptce_data.__main__ import main
from ptce_data.commands import COMMANDS
from ptce_data.exports import FORMATS, Format, Kind, export_formats, formats, table_csv
from ptce_data.indicators import compute
from ptce_data.published import grim_table
from ptce_data.selection import Selection
from tests.figures_by_hand import LEGAL

#: A subject of each kind.
SUBJECTS = {
    Kind.FIGURE: lambda: LEGAL,
    Kind.COMPARISON: lambda: comparison.compare(comparison.pole_of_sample(comparison.choices()[0][0].pole_id)),
    Kind.DATASET: lambda: "structures",
    Kind.TABLE: lambda: lambda: grim_table.table(()),
    Kind.COMMAND_LINE: lambda: compute(Selection(), ("sectors",)),
}


@pytest.mark.parametrize("kind", Kind)
def test_every_format_that_accepts_a_kind_makes_a_file_of_it(kind):
    assert formats(kind), "nothing takes it away"
    subject = SUBJECTS[kind]()
    for one in FORMATS:
        assert one.accepts(kind) == (one in formats(kind))
        if one.accepts(kind):
            assert isinstance(one.make(kind, subject), bytes) and one.make(kind, subject)
        else:
            with pytest.raises(KeyError):
                one.make(kind, subject)


def test_names_and_extensions_tell_formats_apart():
    for name in ("key", "label", "short", "extension"):
        assert len({getattr(one, name) for one in FORMATS}) == len(FORMATS), name


def test_the_keys_of_respondents_stay_where_they_are():
    for one in formats(Kind.DATASET):
        assert b"record_key" not in one.make(Kind.DATASET, "structures")


def test_a_declared_format_is_on_the_command_line(monkeypatch, capsys):
    keys = Format("cles", "Clés", "Clés", "txt", "text/plain", {Kind.COMMAND_LINE: lambda found: found[0].key.encode()})
    monkeypatch.setattr(export_formats, "FORMATS", (*FORMATS, keys))
    assert main(["figures", "--format", "cles"]) == 0
    assert capsys.readouterr().out == compute(Selection())[0].key
    with pytest.raises(SystemExit):
        main(["figures", "-h"])
    assert "cles" in capsys.readouterr().out


def test_files_of_tables_are_what_they_were():
    frame = grim_table.table(())
    excel, standard = formats(Kind.TABLE)
    assert excel.make(Kind.TABLE, lambda: frame) == table_csv(frame, excel=True)
    assert standard.make(Kind.TABLE, lambda: frame) == exports.table_csv(frame, excel=False)


def test_every_command_has_its_own_file(root):
    files = {path.stem for path in (root / "ptce_data/commands").glob("[!_]*.py")}
    assert files == {command.__name__.rpartition(".")[2] for command in COMMANDS}
    assert all(command.NAME and command.HELP and command.arguments and command.run for command in COMMANDS)
    assert len((root / "ptce_data/__main__.py").read_text().splitlines()) <= 40
