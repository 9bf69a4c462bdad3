"""Waves to compare with: the demonstration sample under another policy, and small ones made for an attack."""

import shutil
from pathlib import Path
from random import Random

import pyarrow as pa
import pyarrow.parquet as pq

from ptce_data.datasets import release
from ptce_data.datasets.catalogue import data_folder
from ptce_data.datasets.release import Policy, Release
from ptce_data.disclosure.cell_keys import KEYED
from ptce_data.engines import KEY_COLUMN, KEY_MODULUS
from tests.factories import sample_pole, structure, write_dataset

ITEM = "competences"


def copied(folder: Path, policy: Policy, provenance: str = "demonstration", seed: int = 1) -> Path:
    """The bundled data under a policy, with keys for its respondents."""
    shutil.copytree(data_folder(), folder)
    random = Random(seed)
    for key in KEYED:
        path = folder / f"{key}.parquet"
        table = pq.read_table(path)
        place = table.schema.get_field_index(KEY_COLUMN)
        keys = pa.array(random.sample(range(KEY_MODULUS), len(table)), pa.int64())
        pq.write_table(table.set_column(place, table.schema.field(place), keys), path)
    wave = "2015" if provenance == "demonstration" else "2027"
    release.write(Release(wave, policy, provenance), folder)
    return folder


def small(folder: Path, policy: Policy, sizes: tuple[int, ...], yes: tuple[int, ...], seed: int = 1) -> Path:
    """A real wave of poles p0, p1…: so many structures each, of which so many say yes to one item."""
    random, rows, said = Random(seed), [], []
    for pole, (size, one) in enumerate(zip(sizes, yes, strict=True)):
        for number in range(size):
            rows.append(structure(len(rows), f"p{pole}", sectors=["culture"], record_key=random.randrange(KEY_MODULUS)))
            answer = "oui" if number < one else "non"
            said.append(
                {
                    "respondent_id": rows[-1]["structure_id"],
                    "unit": "structure",
                    "question": "pooling",
                    "item": ITEM,
                    "answer": answer,
                }
            )
    poles = [sample_pole(f"p{pole}", 10, 1, record_key=random.randrange(KEY_MODULUS)) for pole in range(len(sizes))]
    return write_dataset(folder, rows, Release("2027", policy), responses=said, sample_poles=poles)
