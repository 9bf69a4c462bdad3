"""Releases are listed, restored, and refused when they are no longer what was imported."""

import pytest

from ptce_data.__main__ import main
from ptce_data.datasets import paths, reading
from ptce_data.datasets.catalogue import BUNDLED, DATASETS
from ptce_data.datasets.faults import DataError
from ptce_data.datasets.release import release
from ptce_data.releases import import_survey, restore, stored_releases
from tests.releases import surveys


@pytest.fixture
def waves(tmp_path):
    """A folder with a wave of 2025, and two releases of 2027."""
    into = tmp_path / "data"
    names = [
        import_survey(surveys.folder(tmp_path / str(size), surveys.survey(size)), wave, into).name
        for size, wave in ((8, "2025"), (9, "2027"), (10, "2027"))
    ]
    return into, names


def test_the_latest_wave_is_shown_and_the_one_before_is_at_hand(waves):
    into, (old, _, new) = waves
    assert paths.in_use(into) == {"2025": old, "2027": new}
    assert paths.pinned(into).name == new
    assert paths.earlier(into).name == old
    assert paths.earlier(paths.earlier(into)) is None
    assert len(reading.read("structures", into)) == 10
    assert len(reading.read("structures", paths.earlier(into))) == 8


def test_a_wave_brought_late_takes_its_place_before(waves, tmp_path):
    into, (old, _, new) = waves
    import_survey(surveys.folder(tmp_path / "late", surveys.survey(11)), "2021", into)
    assert paths.pinned(into).name == new
    assert paths.earlier(into).name == old


def test_what_the_folder_lacks_comes_from_the_bundled_data(waves):
    into, _ = waves
    home = paths.pinned(into)
    for folder in (into, home):
        for dataset in DATASETS:
            found = reading.path(dataset.key, folder)
            assert found.parent == (home if dataset.provenance == "demonstration" else BUNDLED)
    assert paths.located("outlines/regions.geojson", into) == BUNDLED / "outlines" / "regions.geojson"


def test_its_own_public_table_wins_over_the_bundled_one(waves):
    into, _ = waves
    own = into / "poles.parquet"
    own.write_bytes((BUNDLED / "poles.parquet").read_bytes())
    assert reading.path("poles", into) == own
    assert reading.path("poles", paths.pinned(into)) == own


def test_restore_the_former_release_of_a_wave(waves):
    into, (old, former, _) = waves
    assert restore(into, former) == {"2025": old, "2027": former}
    assert len(reading.read("structures", into)) == 9


def test_restore_an_earlier_wave_sets_later_ones_aside_and_keeps_them(waves):
    into, (old, _, new) = waves
    assert restore(into, old) == {"2025": old}
    assert release(into).wave == "2025"
    assert len(stored_releases(into)) == 3
    assert restore(into, new) == {"2025": old, "2027": new}


def test_restore_the_demonstration(waves):
    into, _ = waves
    assert restore(into, "demonstration") == {}
    assert release(into).provenance == "demonstration"
    assert reading.path("structures", into).parent == BUNDLED


def test_a_release_that_was_changed_is_not_restored(waves):
    into, (old, former, new) = waves
    file = into / "releases" / former / "structures.parquet"
    file.chmod(0o644)
    file.write_bytes(file.read_bytes() + b" ")
    with pytest.raises(DataError, match="modifiés depuis l’import"):
        restore(into, former)
    assert paths.in_use(into) == {"2025": old, "2027": new}
    assert [one.whole for one in stored_releases(into)].count(False) == 1


def test_a_pointer_that_cannot_be_read_is_said_and_repaired(waves):
    into, (_, _, new) = waves
    for content in ("{", '{"waves": {"2027": "../../etc"}}', "[]"):
        paths.pointer(into).unlink()
        paths.pointer(into).write_text(content, encoding="utf-8")
        with pytest.raises(DataError, match="releases"):
            reading.path("structures", into)
        assert len(stored_releases(into)) == 3
        restore(into, new)
        assert len(reading.read("structures", into)) == 10


def test_the_commands_list_and_restore(waves, capsys):
    into, (old, former, new) = waves
    assert main(["releases", str(into)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert sorted(line[0] for line in lines) == [" ", "*", "*"]
    assert any("vague 2027 · protected" in line and "10\u00a0structures" in line for line in lines)
    assert main(["restore", str(into), former]) == 0
    assert former in capsys.readouterr().out
    assert main(["restore", str(into), "nope"]) == 1
    said = capsys.readouterr().err
    assert "livraison inconnue" in said and old in said and new in said


def test_a_folder_without_any_release(tmp_path, capsys):
    assert stored_releases(tmp_path / "absent") == ()
    assert main(["releases", str(tmp_path)]) == 0
    assert "démonstration" in capsys.readouterr().out
    assert main(["restore", str(tmp_path), "demonstration"]) == 1
    assert not list(tmp_path.iterdir())
