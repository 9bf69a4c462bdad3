"""A whole survey into a data folder: checked whole, written aside, put in use in one step; or nothing is written."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from ptce_data.datasets import paths
from ptce_data.datasets.catalogue import DATASET, SAMPLE
from ptce_data.datasets.faults import DataError, Fault
from ptce_data.datasets.parquet_files import write
from ptce_data.datasets.release import Policy, Release
from ptce_data.intake.survey_rows import read_survey_rows
from ptce_data.intake.survey_sheets import open_survey
from ptce_data.releases import manifest, switching, validating
from ptce_data.releases.locking import locked
from ptce_data.releases.record_keys import add_record_keys
from ptce_data.schema.questions import QUESTION
from ptce_data.texts import spaced

_WAVE = re.compile(r"(19|20)[0-9]{2}")


def import_survey(
    source: str | Path,
    wave: str,
    into: str | Path,
    policy: Policy = Policy.PROTECTED,
    owner: str = "",
    reworded: Iterable[str] = (),
) -> Path:
    """Import a survey and put it in use; return the folder of its release.

    source: a workbook of three sheets, or a folder of three files; wave: its year; reworded: questions that it words,
    or puts to others, otherwise than the codebook. Raises DataError with every fault; then nothing has changed.
    """
    source, into = Path(source), Path(into)
    reworded = tuple(reworded)
    _refuse(_arguments(wave, reworded))
    survey = {sheet.table: read_survey_rows(sheet) for sheet in open_survey(source)}
    _refuse(validating.survey_faults(survey))
    now = datetime.now(UTC)
    release = Release(wave, Policy(policy), "imported", now.date().isoformat(), owner)
    with locked(into):
        used = paths.in_use(into)
        former = into / paths.RELEASES / used[wave] if wave in used else None
        with switching.staging_folder(into) as staging:
            for key in SAMPLE:
                write(add_record_keys(key, survey[key].values, former), DATASET[key].table, staging)
            counts = {key: len(survey[key].values) for key in SAMPLE}
            moment = f"{now:%Y%m%dT%H%M%S}{now.microsecond // 1000:03}Z"  # releases are listed in the order of names
            name = f"{wave}-{moment}-{manifest.write_manifest(release, staging, counts, reworded)}"
            stored = switching.store(staging, name)
        switching.switch(into, used | {wave: name})
    return stored


def _arguments(wave: str, reworded: tuple[str, ...]) -> tuple[Fault, ...]:
    faults = []
    if not _WAVE.fullmatch(wave):
        faults.append(Fault("--wave", None, None, f"{wave[:40]!r} n’est pas une année", "écrire par exemple 2027"))
    for key in reworded:
        if key not in QUESTION:
            rule = f"question inconnue {key[:40]!r}"
            faults.append(Fault("--reworded", None, None, rule, spaced(f"prendre l’une de : {', '.join(QUESTION)}")))
    return tuple(faults)


def _refuse(faults: tuple[Fault, ...]) -> None:
    if faults:
        raise DataError(faults)
