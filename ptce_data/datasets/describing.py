"""The datasets as a data folder has them: the catalogue's, the sample's replaced by what its release declares."""

from dataclasses import replace
from pathlib import Path

from ptce_data.datasets.catalogue import DATASETS, SAMPLE, Dataset, Licence
from ptce_data.datasets.release import Release, release
from ptce_data.texts import spaced

#: Who may use the answers of an imported wave is its owner's to say.
_OWNED = Licence("proprietaire", "droits de la structure qui a mené l’enquête")

_GAPS = spaced("Ce que l’enquête n’a pas demandé ou pas obtenu ; les réponses une à une ne sont diffusées que si ")

#: (title, description) of each table of a wave.
_WORDS = {
    "sample_poles": ("Pôles de la vague {wave}", "Les pôles qui ont pris part à la vague {wave}."),
    "structures": ("Structures de la vague {wave}", "Les structures membres qui ont pris part à la vague {wave}."),
    "responses": ("Réponses de la vague {wave}", "Une ligne par répondant, question et modalité."),
}


def datasets(folder: str | Path | None = None) -> tuple[Dataset, ...]:
    """Every dataset of a data folder, in the order of the catalogue. Raises DataError."""
    declared = release(folder)
    if not declared.imported:
        return DATASETS
    return tuple(_imported(one, declared) if one.key in SAMPLE else one for one in DATASETS)


def _imported(dataset: Dataset, declared: Release) -> Dataset:
    title, description = (words.format(wave=declared.wave) for words in _WORDS[dataset.key])
    columns = tuple(replace(one, description="Nom.") if one.name == "name" else one for one in dataset.table.columns)
    return replace(
        dataset,
        table=replace(dataset.table, title=title, description=description, columns=columns),
        source=replace(declared.source, licence=spaced(_OWNED.title)),
        provenance=declared.provenance,
        gaps=f"{_GAPS}leurs auteurs l’ont accepté.",
        licences=(_OWNED,),
    )
