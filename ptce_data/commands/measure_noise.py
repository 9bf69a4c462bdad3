"""`noise`: what a protected release does to the survey's figures, measured on the demonstration sample.

The sample is copied aside, its respondents are given keys that are always the same, and every share of the whole is
set against itself without noise. Keys written in a program protect nobody: these are for this measure alone.
"""

import argparse
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from random import Random

NAME = "noise"
HELP = "dire l’effet du brouillage sur chaque pourcentage publié"

#: Sets of keys that the measure is repeated with.
DRAWS = 20


@dataclass(frozen=True)
class Shift:
    """One published percentage: mean and greatest shift of its share over the draws, in points, and how many times it
    was masked."""

    figure: str
    label: str
    published: float
    mean: float
    most: float
    masked: int


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--draws", type=int, default=DRAWS, metavar="N", help=f"tirages de clés ({DRAWS} par défaut)")


def run(options: argparse.Namespace) -> int:
    from ptce_data.texts import NBSP, number

    found = shifts(max(1, options.draws))
    width = max(len(one.label) for one in found)
    print(f"{'modalité'.ljust(width)}  publié   écart moyen   écart maximal   masqué")
    for one in found:
        mean, most = number(one.mean, 2), number(one.most, 2)
        published = number(one.published, 0)
        print(f"{one.label.ljust(width)}  {published:>6}  {mean:>12}  {most:>14}  {one.masked:>7}")
    measured = [one for one in found if one.masked < options.draws]
    print(f"\nÉcarts en points de pourcentage, {options.draws} tirages, {len(found)} pourcentages publiés.")
    print(f"Moyen{NBSP}: {number(sum(one.mean for one in measured) / len(measured), 2)}. ", end="")
    print(f"Maximal{NBSP}: {number(max(one.most for one in measured), 2)}.")
    return 0


def shifts(draws: int = DRAWS) -> list[Shift]:
    """The effect on every published percentage that is a share of the sample."""
    from ptce_data.datasets.catalogue import BUNDLED
    from ptce_data.datasets.release import Policy
    from ptce_data.indicators import compute
    from ptce_data.selection import Selection

    gaps: dict[tuple[str, str], list[float | None]] = {}
    with tempfile.TemporaryDirectory() as name:
        bare = _shares(compute(Selection(), folder=_copy(BUNDLED, Path(name) / "open", Policy.OPEN, 0)))
        for draw in range(draws):
            folder = _copy(BUNDLED, Path(name) / str(draw), Policy.PROTECTED, draw)
            noisy = _shares(compute(Selection(), folder=folder))
            for key, item in bare.items():
                shown = noisy[key].share
                gaps.setdefault(key, []).append(None if shown is None else 100 * abs(shown - item.share))
    return [_shift(key, item, gaps[key]) for key, item in bare.items()]


def _shift(key: tuple[str, str], item, gaps: list[float | None]) -> Shift:
    known = [gap for gap in gaps if gap is not None]
    mean = sum(known) / len(known) if known else 0.0
    return Shift(key[0], item.label, item.published, mean, max(known, default=0.0), len(gaps) - len(known))


def _shares(results) -> dict:
    return {
        (result.key, item.code): item
        for result in results
        for item in result.items
        if item.published is not None and result.policy and item.code not in ("minimum", "maximum")
    }


def _copy(source: Path, folder: Path, policy, seed: int) -> Path:
    """A copy of a data folder, with keys for its respondents and another policy."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    from ptce_data.datasets import release
    from ptce_data.disclosure.cell_keys import KEYED
    from ptce_data.engines import KEY_COLUMN, KEY_MODULUS

    folder.mkdir()
    random = Random(f"noise-{seed}")
    for file in source.glob("*.parquet"):
        if file.stem not in KEYED:
            shutil.copy(file, folder)
            continue
        table = pq.read_table(file)
        keys = pa.array(random.sample(range(KEY_MODULUS), len(table)), pa.int64())
        place = table.schema.get_field_index(KEY_COLUMN)
        pq.write_table(table.set_column(place, table.schema.field(place), keys), folder / file.name)
    release.write(release.Release("essai", policy, "demonstration"), folder)
    return folder
