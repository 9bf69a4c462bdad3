"""The release of a survey: which wave it is, who answers for it, and which policy of secrecy its owner declares.

`release.json` lies beside the Parquet files of the sample and goes where they go. Public facts and published figures
have no release: they are not secret.
"""

import json
from dataclasses import asdict, dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from ptce_data.datasets.catalogue import DATASET
from ptce_data.datasets.faults import DataError, Fault
from ptce_data.datasets.paths import located
from ptce_data.results import Source
from ptce_data.texts import spaced

FILE = "release.json"


class Policy(StrEnum):
    """What a release lets out of its respondents' answers (see `ptce_data.disclosure`)."""

    OPEN = "open"  # respondents agreed: nothing is masked
    THRESHOLD = "threshold"  # small groups are masked
    PROTECTED = "protected"  # the same, and every count is shifted a little


@dataclass(frozen=True)
class Release:
    """What the owner of a wave declares of it.

    wave: the year, or whatever names the wave ("2015"); provenance: "demonstration" or "imported"; date: as printed
    in a caption; owner: who answers for it, as printed. An imported wave is protected unless its owner says otherwise.
    """

    wave: str
    policy: Policy = Policy.PROTECTED
    provenance: str = "imported"
    date: str = ""
    owner: str = ""

    @property
    def imported(self) -> bool:
        return self.provenance == "imported"

    @property
    def origin(self) -> str:
        """What follows the name of its units: `structures de la vague 2027`."""
        return f"de la vague {self.wave}" if self.imported else "de l’échantillon de démonstration"

    @property
    def source(self) -> Source:
        """What captions say of where the sample comes from."""
        if self.provenance == "demonstration":
            return DATASET["structures"].source
        by = f", {self.owner}" if self.owner else ""
        return Source(spaced(f"Enquête auprès des PTCE, vague {self.wave}{by}"), self.date or self.wave)


#: The sample that comes with the project.
DEMONSTRATION = Release(
    "2015", Policy.THRESHOLD, "demonstration", "données de 2015, publiées en 2017", "Observatoire des PTCE"
)

_PROVENANCES = ("demonstration", "imported")
_REMEDY = (
    "remettre le fichier de la livraison, ou en écrire un comme "
    '{"wave": "2027", "policy": "protected", "provenance": "imported", "date": "2027", "owner": "…"}'
)


def release(folder: str | Path | None = None) -> Release:
    """The release of the sample in a data folder (the one in use by default).

    Raises DataError where `release.json` is missing or wrong: what its respondents agreed to isn't known then.
    """
    file = located(FILE, folder)
    try:
        state = file.stat()
    except OSError:
        raise _error(None, f"fichier introuvable dans {file.parent.name}/") from None
    return _read(file, state.st_mtime_ns, state.st_size)


def write(release: Release, folder: str | Path) -> Path:
    """Write `release.json` in `folder`: the same bytes for the same Release."""
    path = Path(folder) / FILE
    content = json.dumps(asdict(release), ensure_ascii=False, indent=2)
    path.write_text(content + "\n", encoding="utf-8", newline="\n")
    return path


@lru_cache(maxsize=16)
def _read(file: Path, mtime: int, size: int) -> Release:
    try:
        declared = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        raise _error(None, "fichier illisible\u00a0: ce n’est pas du JSON en UTF-8") from None
    if not isinstance(declared, dict):
        raise _error(None, "un objet JSON est attendu")
    values = {}
    # Keys that say something else of the release are its writer's business.
    for name in ("wave", "policy", "provenance", "date", "owner"):
        value = declared.get(name, "")
        if not isinstance(value, str) or (name == "wave" and not value.strip()):
            raise _error(name, "un texte est attendu")
        values[name] = value
    if values["policy"] not in list(Policy):
        raise _error("policy", f"politique de secret inconnue, parmi {', '.join(Policy)}")
    if values["provenance"] not in _PROVENANCES:
        raise _error("provenance", f"nature inconnue, parmi {', '.join(_PROVENANCES)}")
    return Release(**values | {"policy": Policy(values["policy"])})


def _error(column: str | None, rule: str) -> DataError:
    return DataError((Fault(FILE, column, None, rule, _REMEDY),))
