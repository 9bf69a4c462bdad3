"""The release of a data folder: read whole, or refused; never guessed."""

import json

import pytest

from ptce_data.datasets.faults import DataError
from ptce_data.datasets.release import DEMONSTRATION, FILE, Policy, Release, release, write


def test_the_bundled_sample_is_a_demonstration_under_threshold(root):
    found = release(root / "data")
    assert found == DEMONSTRATION
    assert (found.wave, found.policy, found.provenance) == ("2015", Policy.THRESHOLD, "demonstration")
    assert "démonstration" in found.source.title


def test_an_imported_wave_is_protected_unless_its_owner_says_otherwise(tmp_path):
    wave = Release("2027", owner="Le Labo de l’ESS")
    assert (wave.policy, wave.provenance) == (Policy.PROTECTED, "imported")
    write(wave, tmp_path)
    assert release(tmp_path) == wave
    assert "2027" in wave.source.title
    assert wave.owner in wave.source.title
    write(Release("2027", Policy.OPEN), tmp_path)
    assert release(tmp_path).policy is Policy.OPEN


def test_without_a_release_nobody_guesses_what_respondents_agreed_to(tmp_path):
    with pytest.raises(DataError) as caught:
        release(tmp_path)
    assert caught.value.file == FILE
    assert "Remède" in str(caught.value)


@pytest.mark.parametrize(
    ("declared", "column"),
    [
        ("{", None),
        ("[]", None),
        ("\xe9", None),
        ({"policy": "open", "provenance": "imported"}, "wave"),
        ({"wave": " ", "policy": "open", "provenance": "imported"}, "wave"),
        ({"wave": 2027, "policy": "open", "provenance": "imported"}, "wave"),
        ({"wave": "2027", "provenance": "imported"}, "policy"),
        ({"wave": "2027", "policy": "Open", "provenance": "imported"}, "policy"),
        ({"wave": "2027", "policy": "open", "provenance": "public"}, "provenance"),
        ({"wave": "2027", "policy": "open", "provenance": "imported", "owner": None}, "owner"),
    ],
)
def test_a_wrong_release_is_refused(tmp_path, declared, column):
    text = declared if isinstance(declared, str) else json.dumps(declared)
    (tmp_path / FILE).write_bytes(text.encode("latin-1"))
    with pytest.raises(DataError) as caught:
        release(tmp_path)
    assert caught.value.column == column
