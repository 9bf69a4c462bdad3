"""Attacks on what pages show: by differencing, by a solver, by asking again."""

from itertools import combinations
from random import Random

import pytest

from ptce_data.datasets.release import Policy
from ptce_data.disclosure import TABLE, below_threshold
from ptce_data.indicators import answer
from ptce_data.selection import FILTER, Selection
from tests.disclosure.attacking import Attacker, Shown, counted, folder, sample, shown, single_views, truth, views

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def protected(tmp_path_factory):
    """What every view of a small protected wave shows, and the truth."""
    rows = sample(2, 20)
    path = folder(tmp_path_factory.mktemp("protected"), rows, Policy.PROTECTED)
    return {view: list(shown(view, answer(view, folder=path))) for view in views()}, truth(rows), path


def _targets(numbers, counts):
    """Counts of 1 or 2 respondents among what is shown; "non renseigné" is no answer."""
    return {
        one.profiles: one
        for one in numbers
        if below_threshold(counts[list(one.profiles)].sum()) and not one.name.endswith("=nr") and one.profiles
    }


@pytest.mark.parametrize(("seed", "size"), [(1, 30), (2, 20), (3, 14)])
def test_under_threshold_no_masked_count_is_found_within_a_view(tmp_path, seed, size):
    rows = sample(seed, size)
    counts, path = truth(rows), folder(tmp_path, rows, Policy.THRESHOLD)
    chosen = Random(seed).sample(views(), 9) + [Selection(departements=("69",), legal_statuses=("association",))]
    attacked = 0
    for view in chosen:
        attacker, numbers = Attacker(noisy=False), list(shown(view, answer(view, folder=path)))
        for one in numbers:
            attacker.learn(one)
        for profiles, one in _targets(numbers, counts).items():
            true = counts[list(profiles)].sum()
            assert one.value is None, (view, one.name)
            assert attacker.other(profiles, true) is not None, (view, one.name, true)
            attacked += 1
    assert attacked > 10


def test_the_attack_finds_what_is_badly_masked():
    """Without complementary suppression the solver does recover: the tests above can fail."""
    attacker = Attacker(noisy=False)
    attacker.learn(Shown("total", counted(Selection()), 20))
    status = FILTER["legal_statuses"]
    parts = {code: counted(Selection(), status, code) for code in ("association", "scic", "nr")}
    attacker.learn(Shown("association", parts["association"], 13))
    attacker.learn(Shown("nr", parts["nr"], 5))
    assert attacker.other(parts["scic"], 2) is None


def test_under_protected_the_difference_of_two_views_tells_nothing_certain(protected):
    """Every pair of numbers, of any views, where one counts the other's respondents and one or two more."""
    pages, counts, _ = protected
    numbers = {one.profiles: one for view in single_views() for one in pages[view] if "/" not in one.name}
    for view in pages:
        numbers |= {one.profiles: one for one in pages[view] if one.name == "total"}
    attacker, tried = Attacker(noisy=True), 0
    for first, second in combinations(numbers.values(), 2):
        for whole, part in ((first, second), (second, first)):
            more = set(whole.profiles) - set(part.profiles)
            if not set(part.profiles) < set(whole.profiles) or not below_threshold(counts[list(more)].sum()):
                continue
            (low, high), (least, most) = attacker.possible(whole), attacker.possible(part)
            assert high - least > max(low - most, 0), (whole, part)
            tried += 1
    assert tried > 20


@pytest.mark.parametrize("seed", range(3))
def test_under_protected_a_solver_over_many_views_recovers_nothing(protected, seed):
    pages, counts, _ = protected
    chosen = Random(seed).sample(sorted(pages, key=repr), (8, 25, len(pages))[seed])
    attacker = Attacker(noisy=True)
    numbers = [one for view in chosen for one in pages[view]]
    for one in numbers:
        attacker.learn(one)
    targets = _targets(numbers, counts)
    assert len(targets) > 10
    for profiles in Random(seed).sample(sorted(targets), 10):
        assert attacker.other(profiles, counts[list(profiles)].sum()) is not None, targets[profiles]


def test_asking_again_tells_nothing_more(protected):
    pages, _, path = protected
    for view in single_views():
        assert list(shown(view, answer(view, folder=path))) == pages[view]
    # The same respondents reached by other filters are shown the same.
    seen = {}
    for numbers in pages.values():
        for one in numbers:
            if "/" not in one.name:
                assert seen.setdefault(one.profiles, (one.value, one.few))[0] == one.value or one.few


def test_under_protected_numbers_move_and_zeros_do_not(protected):
    pages, counts, _ = protected
    moved, hidden_behind_zero = 0, 0
    for numbers in pages.values():
        for one in numbers:
            true = counts[list(one.profiles)].sum()
            if one.value is not None:
                assert abs(one.value - true) <= TABLE.bound or "/" in one.name
                assert true or not one.value
                assert not below_threshold(one.value)
                moved += one.value != true
                hidden_behind_zero += one.value == 0 and true > 0
    assert moved > 100
    assert hidden_behind_zero > 10


def test_an_open_release_masks_nothing(tmp_path):
    rows = sample(3, 14)
    counts, path = truth(rows), folder(tmp_path, rows, Policy.OPEN)
    for view in single_views():
        for one in shown(view, answer(view, folder=path)):
            assert one.value == counts[list(one.profiles)].sum(), (view, one.name)
