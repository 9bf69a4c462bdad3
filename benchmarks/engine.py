"""Speed of the figures, without any page: from a Selection to its Results.

On the bundled data, and on made-up structures (10,000,000 of them unless told) beside the one statement that
somebody who knows DuckDB would write by hand to count the same. Both take turns. Medians.

python -m benchmarks.engine [STRUCTURES]
"""

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from benchmarks.generate import generate
from benchmarks.report import Line, table
from ptce_data import statistics
from ptce_data.indicators import answer
from ptce_data.selection import Selection

ROUNDS = 11
STRUCTURES = 10_000_000

SELECTIONS = {
    "tout": Selection(),
    "3 filtres": Selection(regions=("84", "11"), sectors=("culture",), legal_statuses=("association", "scic")),
}

#: What the portrait needs when everything is kept: totals, breakdowns (the options of the filters are the same), sizes.
_WHOLE = """
WITH sizes AS (SELECT pole_id, count(*) AS n FROM '{file}' GROUP BY pole_id)
SELECT GROUPING(region_code, departement_code, legal_status, recognition, in_qpv, iae) AS g,
    coalesce(region_code, departement_code, legal_status, recognition, in_qpv, iae) AS code,
    NULL AS flags, count(*) AS n
FROM '{file}'
GROUP BY GROUPING SETS ((region_code), (departement_code), (legal_status), (recognition), (in_qpv), (iae), ())
UNION ALL SELECT -1, code, NULL, count(*)
FROM (SELECT unnest(CASE WHEN len(sectors) = 0 THEN ['nr'] ELSE sectors END) AS code FROM '{file}') GROUP BY code
UNION ALL SELECT -2, n::VARCHAR, NULL, count(*) FROM sizes GROUP BY n
"""

#: The same under three filters, each option counted under the other two.
_FILTERED = """
WITH judged AS (
    SELECT *, region_code IN ('84', '11') AS t, list_contains(sectors, 'culture') AS s,
        coalesce(legal_status IN ('association', 'scic'), false) AS l
    FROM '{file}'),
sizes AS (SELECT pole_id, count(*) AS n FROM judged WHERE t AND s AND l GROUP BY pole_id)
SELECT GROUPING(region_code, departement_code, legal_status, recognition, in_qpv, iae) AS g,
    coalesce(region_code, departement_code, legal_status, recognition, in_qpv, iae) AS code,
    t::INTEGER + 2 * s::INTEGER + 4 * l::INTEGER AS flags, count(*) AS n
FROM judged WHERE t::INTEGER + s::INTEGER + l::INTEGER >= 2
GROUP BY GROUPING SETS ((region_code, t, s, l), (departement_code, t, s, l), (legal_status, t, s, l),
    (recognition, t, s, l), (in_qpv, t, s, l), (iae, t, s, l), (t, s, l))
UNION ALL SELECT -1, code, s::INTEGER, count(*)
FROM (SELECT unnest(CASE WHEN len(sectors) = 0 THEN ['nr'] ELSE sectors END) AS code, s FROM judged WHERE t AND l)
GROUP BY code, s
UNION ALL SELECT -2, n::VARCHAR, NULL, count(*) FROM sizes GROUP BY n
"""

BY_HAND = {"tout": _WHOLE, "3 filtres": _FILTERED}


def main(arguments: list[str]) -> int:
    """Measure, print the table, and say by the exit code whether every bound holds."""
    statistics.warm()
    lines = [*bundled(), *made_up(int(arguments[0]) if arguments else STRUCTURES)]
    print(table(lines))
    return 0 if all(line.holds for line in lines) else 1


def bundled() -> list[Line]:
    """Selection → Results of each page, on the bundled data."""
    return [
        Line(f"{page}, données livrées, {name}", _medians(lambda s=selection, p=page: answer(s, p))[0], bound=10)
        for page in ("carte", "portrait", "effets")
        for name, selection in SELECTIONS.items()
    ]


def made_up(structures: int) -> list[Line]:
    """The portrait on made-up structures, beside the statement written by hand."""
    import duckdb

    lines = []
    with tempfile.TemporaryDirectory(prefix="ptce-bench-") as name:
        folder = generate(Path(name), structures)
        connection = duckdb.connect()
        connection.execute("SET parquet_metadata_cache = true")
        for name, selection in SELECTIONS.items():
            statement = BY_HAND[name].format(file=folder / "structures.parquet")

            def by_hand(statement=statement) -> list[tuple]:
                return connection.execute(statement).fetchall()

            def page(selection=selection):
                return answer(selection, "portrait", folder)

            _same(by_hand(), page())
            ours, floor = _medians(page, by_hand)
            words = f"{structures:,}".replace(",", "\u202f")
            lines.append(Line(f"portrait, {words} structures, {name}", ours, floor=floor, bound=1.5))
        connection.close()
    return lines


def _same(rows: list[tuple], found) -> None:
    """Refuse to compare two things that don't count the same."""
    sizes = {int(code): n for group, code, _, n in rows if group == -2}
    assert sum(size * n for size, n in sizes.items()) == found.sample_total
    assert sum(sizes.values()) == found.sample_poles
    by_sector = {}
    for group, code, _, n in rows:
        if group == -1:
            by_sector[code] = by_sector.get(code, 0) + n
    facet = found.sample_facets["sectors"]
    assert {code: facet[code] for code in by_sector} == by_sector


def _medians(*measured: Callable[[], object]) -> list[float]:
    """Milliseconds, after one call for nothing; they take turns, so that a busy machine slows them alike."""
    times: list[list[float]] = [[] for _ in measured]
    for run in measured:
        run()
    for _ in range(ROUNDS):
        for run, taken in zip(measured, times, strict=True):
            start = time.perf_counter()
            run()
            taken.append((time.perf_counter() - start) * 1000)
    return [median(taken) for taken in times]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
