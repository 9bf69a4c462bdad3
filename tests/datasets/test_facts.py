"""Facts that can't be read: which file, which line, which rule, what to do; nothing of `data/` is lost."""

from collections.abc import Callable
from pathlib import Path

import pytest

from ptce_data.build import fact_lines
from ptce_data.build.data_folder import build
from ptce_data.datasets.faults import DataError

#: file, what is replaced by what (first place), column, line, words of the rule.
BROKEN = [
    ("poles.csv", "id,name,alias", "id;name;alias", None, 1, "en-tête inattendu"),
    ("poles.csv", "emploi et sécurisation des parcours;", "pêche;", "sectors", 2, "'pêche' inconnue"),
    ("poles.csv", "2013,laureat", "1913,laureat", "recognition_status", 2, "reconnaissance"),
    ("poles.csv", "26281,26,", "26281,27,", "dept", 2, "n’est pas de cette région"),
    ("poles.csv", "26281,26,", "35236,26,", "insee", 2, "n’est pas de ce département"),
    ("poles.csv", "26281,26,", ",26,", "geo_basis", 2, "sans commune"),
    ("poles.csv", ",association,", ",club,", "carrier_legal_status", 4, "'club' inconnue"),
    ("poles.csv", "laureat,2007,", "laureat,vers 2007,", "year_created", 2, "nombre entier"),
    ("poles.csv", "https://www.archer.fr", "javascript:alert(1)//", "source_url", 2, "adresse"),
    ("figures.csv", ",160,", ",cent soixante,", "value", 5, "nombre (point décimal)"),
    ("figures.csv", ",160,", ",nan,", "value", 5, "'nan' n’est pas un nombre"),
    ("poles.csv", "laureat,2007,", "laureat,2_007,", "year_created", 2, "'2_007' n’est pas un nombre entier"),
    ("figures.csv", ",unstated,", ",floue,", "base_certainty", 15, "'floue' inconnue"),
    ("figures.csv", "iae,oui,", "iae,,", "item_code", 17, "sans modalité"),
    ("figures.csv", "legal-status,sarl", "legal-status,association", "item_code", 19, "déjà documentée"),
    ("neighbourhoods.csv", ",01053,", ",01999,", "commune_codes", 2, "'01999' inconnue"),
    ("neighbourhoods.csv", ",01053,", ",,", "commune_codes", 2, "aucune commune"),
    ("communes.csv", "01001,", ",", "code", 2, "obligatoire"),
    ("communes.csv", "01001,L'Abergement-Clémenciat", "01001,Un,Deux", None, 2, "valeurs au lieu de"),
]


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def _refused(folder: Path) -> DataError:
    before = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    with pytest.raises(DataError) as refused:
        build(folder)
    assert {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()} == before
    assert {path.name for path in folder.iterdir() if path.is_dir()} == {"facts", "outlines"}
    return refused.value


@pytest.mark.parametrize(("file", "old", "new", "column", "row", "words"), BROKEN, ids=lambda value: str(value)[:30])
def test_faulty_line(small_data: Path, file: str, old: str, new: str, column: str | None, row: int, words: str):
    _replace(small_data / "facts" / file, old, new)
    found = [(fault.file, fault.column, fault.row) for fault in _refused(small_data).faults if words in fault.rule]
    assert (file, column, row) in found


def _latin(path: Path) -> None:
    path.write_bytes(path.read_text(encoding="utf-8").encode("cp1252", "replace"))


def _unclosed(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b'"never closed')


def _header_only(path: Path) -> None:
    path.write_bytes(path.read_bytes().splitlines(keepends=True)[0])


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (Path.unlink, "introuvable"),
        (_latin, "pas en UTF-8"),
        (_unclosed, "mal formé"),
        (_header_only, "aucune ligne"),
        (lambda path: path.write_bytes(b""), "en-tête inattendu"),
        (lambda path: path.write_bytes(b"\x00\xff" * 100), "pas en UTF-8"),
    ],
    ids=["missing", "latin", "unclosed", "header only", "empty", "binary"],
)
@pytest.mark.parametrize("file", ["poles.csv", "figures.csv"])
def test_unreadable_file(small_data: Path, file: str, damage: Callable[[Path], object], words: str):
    damage(small_data / "facts" / file)
    error = _refused(small_data)
    assert error.file == file
    assert words in error.rule
    assert error.remedy


@pytest.mark.parametrize("content", [None, b"{", b'{"features": []}', b"[]"], ids=str)
def test_unreadable_outlines(small_data: Path, content: bytes | None):
    path = small_data / "outlines" / "regions.geojson"
    path.unlink() if content is None else path.write_bytes(content)
    assert _refused(small_data).file == path.name


def test_faults_of_all_files_come_together(small_data: Path):
    _replace(small_data / "facts" / "poles.csv", ",association,", ",club,")
    _replace(small_data / "facts" / "figures.csv", ",160,", ",x,")
    assert {fault.file for fault in _refused(small_data).faults} == {"poles.csv", "figures.csv"}


def test_a_line_number_counts_the_lines_of_a_quoted_text(tmp_path: Path):
    path = tmp_path / "small.csv"
    path.write_text('a,b\n"one\ntwo",1\nthree,x\n', encoding="utf-8")
    lines = fact_lines.read(path, ("a", "b"))
    assert [line.row for line in lines] == [3, 4]
    assert [line.integer("b") for line in lines] == [1, None]
    with pytest.raises(DataError, match="ligne 4"):
        fact_lines.refuse(lines)


def test_a_file_saved_with_a_byte_order_mark_is_read(tmp_path: Path):
    path = tmp_path / "small.csv"
    path.write_text("a,b\n1,2;3\n", encoding="utf-8-sig")
    (line,) = fact_lines.read(path, ("a", "b"))
    assert (line.text("a"), line.several("b")) == ("1", ["2", "3"])


def test_a_corrected_fact_reaches_the_tables(small_data: Path):
    from ptce_data.datasets.reading import read

    _replace(small_data / "facts" / "poles.csv", "laureat,2007,25,", "laureat,2008,26,")
    build(small_data)
    pole = read("poles", small_data).set_index("pole_id").loc["pole-sud-archer"]
    assert (pole["year_created"], pole["members"]) == (2008, 26)
