"""The public facts that the map needs, as plain Python records, read once per version of a file."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from ptce_data.datasets import reading
from ptce_data.schema.codes import APPROXIMATE_BASES, LOCATED_BASES, NOT_RECORDED


@dataclass(frozen=True)
class Pole:
    """One real pole: the columns of the contract POLES, lists as tuples, nothing as None."""

    pole_id: str
    name: str
    alias: str | None
    commune_code: str | None
    commune_name: str | None
    departement_code: str | None
    region_code: str
    lon: float | None
    lat: float | None
    geo_basis: str
    sectors: tuple[str, ...]
    carrier: str | None
    legal_status: str | None
    recognition: str
    in_qpv: str | None
    iae: str | None
    year_created: int | None
    members: int | None
    members_note: str | None
    jobs: int | None
    jobs_note: str | None
    source_urls: tuple[str, ...]
    confidence: str
    note: str | None

    @property
    def located(self) -> bool:
        """Known well enough to be drawn: a commune, stated or approximate."""
        return self.geo_basis in LOCATED_BASES and self.lon is not None and self.lat is not None

    @property
    def approximate(self) -> bool:
        return self.geo_basis in APPROXIMATE_BASES

    @property
    def main_sector(self) -> str:
        """The first sector of the list, "nr" where none is known."""
        return self.sectors[0] if self.sectors else NOT_RECORDED

    @property
    def point(self) -> tuple[float, float]:
        return (self.lon, self.lat)


@dataclass(frozen=True)
class Neighbourhood:
    """One QPV, placed at its commune (the first, where there are several)."""

    qpv_code: str
    name: str
    commune_codes: tuple[str, ...]
    commune_names: tuple[str, ...]
    departement_code: str
    region_code: str
    population: int | None
    poverty_rate: float | None
    lon: float
    lat: float

    @property
    def point(self) -> tuple[float, float]:
        return (self.lon, self.lat)


def poles(folder: Path | None = None) -> Mapping[str, Pole]:
    """The directory, by pole_id, in the order of the file. Raises DataError as `reading.path` does."""
    return _poles(*version("poles", folder))


def neighbourhoods(folder: Path | None = None) -> tuple[Neighbourhood, ...]:
    """The QPV, in the order of the file. Raises DataError as `reading.path` does."""
    return _neighbourhoods(*version("neighbourhoods", folder))


def version(key: str, folder: Path | None = None) -> tuple[Path, int, int]:
    """(checked path, mtime in ns, size) of a dataset: what a cache of its content is keyed by."""
    file = reading.path(key, folder)
    state = file.stat()
    return file, state.st_mtime_ns, state.st_size


@lru_cache(maxsize=4)
def _poles(file: Path, mtime: int, size: int) -> Mapping[str, Pole]:
    return MappingProxyType({row["pole_id"]: Pole(**row) for row in rows(file, Pole)})


@lru_cache(maxsize=4)
def _neighbourhoods(file: Path, mtime: int, size: int) -> tuple[Neighbourhood, ...]:
    return tuple(Neighbourhood(**row) for row in rows(file, Neighbourhood))


def rows(file: Path, record: type) -> list[dict]:
    """The rows of a Parquet file, only the record's columns, lists as tuples."""
    import pyarrow.parquet as pq

    table = pq.read_table(file, columns=list(record.__dataclass_fields__)).to_pylist()
    return [{key: tuple(value) if isinstance(value, list) else value for key, value in row.items()} for row in table]
