"""A whole survey is read tolerantly, judged whole, and nothing is written on any fault."""

import pandas as pd
import pytest

from ptce_data.__main__ import main
from ptce_data.build.checking import check
from ptce_data.datasets import reading
from ptce_data.datasets.catalogue import BUNDLED, SAMPLE
from ptce_data.datasets.faults import DataError
from ptce_data.datasets.release import Policy, release
from ptce_data.releases import import_survey
from ptce_data.spreadsheets import file_limits
from tests.releases import surveys


def faults(source, into) -> list[str]:
    with pytest.raises(DataError) as refused:
        import_survey(source, "2027", into)
    assert not list(into.glob("releases/*"))
    return [str(fault) for fault in refused.value.faults]


@pytest.mark.parametrize("make", [surveys.folder, surveys.workbook])
def test_labels_codes_accents_and_decimal_commas_are_read(make, tmp_path):
    source = make(tmp_path / ("wave" if make is surveys.folder else "wave.xlsx"), surveys.survey())
    into = tmp_path / "data"
    import_survey(source, "2027", into, owner="Unité d’animation")
    poles = reading.read("sample_poles", into).set_index("pole_id")
    assert poles.loc["p1", ["departement_code", "region_code", "fte_total"]].tolist() == ["69", "84", 12.5]
    assert poles.loc["p2", "departement_code"] == "01"
    structures = reading.read("structures", into).set_index("structure_id")
    assert list(structures.loc["s1", "sectors"]) == ["culture", "formation"]
    assert list(structures.loc["s0", "sectors"]) == []
    assert structures.loc[["s0", "s7"], "in_qpv"].tolist() == ["oui", "non"]
    responses = reading.read("responses", into)
    assert responses["answer"].value_counts().to_dict() == {"oui": 5, "non": 3}
    assert set(responses["unit"]) == {"structure"}
    declared = release(into)
    assert (declared.wave, declared.policy, declared.provenance) == ("2027", Policy.PROTECTED, "imported")
    assert declared.owner == "Unité d’animation"
    assert check(into) == ()


def test_every_record_has_a_key_drawn_at_random(tmp_path):
    source = surveys.folder(tmp_path / "wave", surveys.survey())
    keys = []
    for into in (tmp_path / "a", tmp_path / "b"):
        import_survey(source, "2027", into)
        keys.append(reading.read("structures", into)["record_key"].tolist())
    assert len(set(keys[0])) == 8 and not set(keys[0]) & set(keys[1])


def test_a_respondent_keeps_its_key_when_the_wave_is_imported_again(tmp_path):
    into = tmp_path / "data"
    found = []
    for size, wave in ((8, "2027"), (20, "2027"), (20, "2029")):
        import_survey(surveys.folder(tmp_path / f"{size}{wave}", surveys.survey(size)), wave, into)
        found.append(reading.read("structures", into).set_index("structure_id")["record_key"].to_dict())
    first, again, another = found
    assert {name: again[name] for name in first} == first
    assert len(set(again.values())) == 20
    assert not set(another.values()) & set(again.values())


def test_parquet_as_the_contracts_write_it(tmp_path):
    source = tmp_path / "wave"
    source.mkdir()
    for key in SAMPLE:
        pd.read_parquet(BUNDLED / f"{key}.parquet").drop(columns="record_key", errors="ignore").to_parquet(
            source / f"{key}.parquet"
        )
    import_survey(source, "2027", tmp_path / "data")
    for key in SAMPLE:
        bundled, found = reading.read(key, BUNDLED), reading.read(key, tmp_path / "data")
        columns = [column for column in bundled if column != "record_key"]
        pd.testing.assert_frame_equal(found[columns], bundled[columns])


def test_every_fault_at_once_at_its_line_and_nothing_is_written(tmp_path):
    tables = surveys.survey()
    tables["sample_poles"] = [*surveys.POLES, surveys.POLES[0] | {"ETP total": "-3"}]  # a repeated pole, a negative
    tables["structures"][1] |= {"Statut juridique": "assoc", "Identifiant du pôle": "p9"}
    tables["structures"][2] |= {"Nom": ""}
    tables["responses"] += [
        {"Répondant": "zz", "Question": "values", "Modalité": "Coopération", "Réponse": "oui"},
        {"Répondant": "s1", "Question": "values", "Modalité": "Coopération", "Réponse": "non"},
        {"Répondant": "s1", "Question": "values", "Modalité": "Compétences", "Réponse": "oui"},
        {"Répondant": "s1", "Question": "valeur", "Modalité": "Compétences", "Réponse": "peut-être"},
    ]
    said = "\n".join(faults(surveys.workbook(tmp_path / "w.xlsx", tables), tmp_path / "data"))
    for words in (
        "identifiant 'p1' en double",
        "sous 0",
        "lu «\u202fassoc\u202f»",
        "'p9' absent de",
        "valeur obligatoire manquante",
        "'zz' absent de",
        "réponse donnée deux fois",
        "lu «\u202fCompétences\u202f»",
        "lu «\u202fvaleur\u202f»",
        "lu «\u202fpeut-être\u202f»",
    ):
        assert words in said, words
    assert "ligne 3" in said and "ligne 12" in said
    assert said.count("valeur obligatoire manquante") == 1


def test_a_fault_of_a_value_is_said_once_at_the_line_of_the_sheet(tmp_path):
    tables = surveys.survey()
    tables["structures"][6] |= {"Identifiant du pôle": "p9"}
    (said,) = faults(surveys.folder(tmp_path / "wave", tables), tmp_path / "data")
    assert "structures.csv" in said and "ligne 8" in said and "Identifiant du pôle" in said


def test_missing_tables_and_columns_are_all_said(tmp_path):
    tables = surveys.survey()
    del tables["responses"]
    (said,) = faults(surveys.folder(tmp_path / "one", tables), tmp_path / "data")
    assert "Réponses" in said
    path = surveys.folder(tmp_path / "two", surveys.survey())
    (path / "structures.csv").write_text("Identifiant de la structure;Departements\ns1;69\n", encoding="utf-8")
    said = "\n".join(faults(path, tmp_path / "data"))
    assert "Identifiant du pôle\u202f» manquante" in said
    assert "Statut juridique\u202f» manquante" in said


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02", b"%PDF-1.7", b"nothing that is known\n1\n"])
def test_a_file_that_is_no_table_is_refused(content, tmp_path):
    path = surveys.folder(tmp_path / "wave", surveys.survey())
    (path / "structures.csv").write_bytes(content)
    assert faults(path, tmp_path / "data")
    (tmp_path / "bad.xlsx").write_bytes(content)
    assert faults(tmp_path / "bad.xlsx", tmp_path / "data")
    assert faults(tmp_path / "absent.xlsx", tmp_path / "data")


def test_a_survey_may_be_larger_than_what_a_visitor_brings(tmp_path):
    number = file_limits.MAX_ROWS + 100
    tables = surveys.survey(number, 30)
    import_survey(surveys.folder(tmp_path / "wave", tables), "2027", tmp_path / "data")
    assert len(reading.read("structures", tmp_path / "data")) == number
    assert file_limits.scale() == 1


def test_an_answer_left_empty_is_no_answer_and_never_a_no(tmp_path):
    tables = surveys.survey()
    tables["responses"][0]["Réponse"] = ""
    tables["responses"][1]["Réponse"] = "jamais"
    tables["responses"][2]["Réponse"] = "Question non posée"
    assert any("jamais" in said for said in faults(surveys.folder(tmp_path / "a", tables), tmp_path / "x"))
    tables["responses"][1]["Réponse"] = "nsp"
    import_survey(surveys.folder(tmp_path / "b", tables), "2027", tmp_path / "data")
    answers = reading.read("responses", tmp_path / "data").set_index("respondent_id")["answer"]
    assert answers[["s0", "s1", "s2", "s3"]].tolist() == ["sans-reponse", "sans-reponse", "non-posee", "oui"]


def test_the_command_says_faults_and_exits_1(tmp_path, capsys):
    tables = surveys.survey()
    tables["structures"][0]["Département"] = "Atlantide"
    source, into = surveys.folder(tmp_path / "wave", tables), tmp_path / "data"
    assert main(["import", str(source), "--wave", "2027", "--into", str(into)]) == 1
    said = capsys.readouterr().err
    assert "Atlantide" in said and "Rien n’a été importé" in said
    assert main(["import", str(source), "--wave", "vingt", "--into", str(into), "--reworded", "nope"]) == 1
    said = capsys.readouterr().err
    assert "--wave" in said and "'nope'" in said
    assert not into.exists()
