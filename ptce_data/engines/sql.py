"""Populations → one SQL statement, in DuckDB's dialect, and its rows → a Reply.

Counts by plain columns share one GROUPING SETS. Rows are first counted by distinct combination ("cells", some
thousands even for millions of rows), and only cells are judged: each gets `fail`, a bitmask of the criteria it
fails, so that one pass gives both what every criterion keeps (fail = 0) and what each filter's options would keep
under the other filters (fail = that filter's bit). A list column is counted apart: its combinations are too many.
Codes are bound parameters, never text of the statement; column names come from contracts.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable

from ptce_data.datasets.catalogue import DATASET
from ptce_data.engines.vocabulary import (
    NOT_RECORDED,
    Amounts,
    AmountsRow,
    Condition,
    Count,
    Criterion,
    GroupSizes,
    Linked,
    LinkedRow,
    Names,
    Population,
    Reply,
)

#: Columns of the one result: branch, grouping, three texts, fail, three counts, five amounts.
_SHAPE = ("b", "g", "v1", "v2", "v3", "f", "n", "d1", "d2", "x1", "x2", "x3", "x4", "x5")
_TYPES = {"v": "VARCHAR", "x": "DOUBLE"}


def _name(identifier: str) -> str:
    return '"' + identifier.replace('"', '""') + '"'


class Statement:
    """One statement being written: `text` and `parameters` for the connection, `read(rows)` for the Reply.

    `table` gives the SQL name of a dataset's table.
    """

    def __init__(self, populations: tuple[Population, ...], table: Callable[[str], str]):
        self.parameters: dict[str, object] = {}
        self._names: dict[object, str] = {}
        self._table = table
        self._with: list[str] = []
        self._branches: list[str] = []
        self._readers: list[Callable[[list[tuple], dict], None]] = []
        for rank, population in enumerate(populations):
            _PopulationWriter(self, population, rank).write()
        self.text = f"WITH {', '.join(self._with)} " if self._with else ""
        self.text += " UNION ALL ".join(self._branches)

    def table(self, dataset: str) -> str:
        return self._table(dataset)

    def bind(self, value: object) -> str:
        """The placeholder of a value; the same value has the same placeholder."""
        if value not in self._names:
            self._names[value] = f"p{len(self._names)}"
            self.parameters[self._names[value]] = value
        return f"${self._names[value]}"

    def define(self, name: str, query: str) -> None:
        self._with.append(f"{name} AS ({query})")

    def branch(self, columns: dict[str, str], rest: str, reader: Callable[[list[tuple], dict], None]) -> None:
        """Add a branch of the union: expressions by name of _SHAPE, FROM and what follows, and who reads its rows."""
        columns = {"b": str(len(self._branches)), **columns}
        select = ", ".join(f"{columns.get(name) or _null(name)} AS {name}" for name in _SHAPE)
        self._branches.append(f"SELECT {select} {rest}")
        self._readers.append(reader)

    def read(self, rows: Iterable[tuple]) -> Reply:
        by_branch: dict[int, list[tuple]] = defaultdict(list)
        for row in rows:
            by_branch[row[0]].append(row)
        reply: dict[str, dict] = {"counts": {}, "sizes": {}, "names": {}, "linked": {}, "amounts": {}}
        for branch, reader in enumerate(self._readers):
            reader(by_branch[branch], reply)
        return Reply(**reply)


def _null(name: str) -> str:
    return f"NULL::{_TYPES.get(name[0], 'BIGINT')}"


class _PopulationWriter:
    """Writes the branches of one population."""

    def __init__(self, statement: Statement, population: Population, rank: int):
        self.statement = statement
        self.criteria = population.criteria
        self.asks = population.asks
        self.rank = rank
        self.source = statement.table(population.dataset)
        self.contract = DATASET[population.dataset].table
        self.bits = {criterion.key: 1 << rank for rank, criterion in enumerate(self.criteria)}

    def write(self) -> None:
        counts = [ask for ask in self.asks if isinstance(ask, Count)]
        self._plain_counts([count for count in counts if not self._listed(count.by)])
        lists = defaultdict(list)
        for count in counts:
            if self._listed(count.by):
                lists[count.by].append(count)
        for column, group in lists.items():
            self._list_counts(column, group)
        writers = {
            GroupSizes: self._group_sizes,
            Names: self._rows,
            Linked: self._linked,
            Amounts: self._amounts,
        }
        for ask in self.asks:
            if not isinstance(ask, Count):
                writers[type(ask)](ask)

    # Conditions

    def _listed(self, column: str) -> bool:
        return bool(column) and self.contract.column(column).type == "text[]"

    def _condition(self, condition: Condition, prefix: str = "", listed: bool = False) -> str:
        column = prefix + _name(condition.column)
        codes = [self.statement.bind(code) for code in condition.codes if code != NOT_RECORDED]
        if listed:
            tests = [f"list_contains({column}, {code})" for code in codes]
            missing = f"coalesce(len({column}), 0) = 0"
        else:
            tests = [f"{column} IN ({', '.join(codes)})"] if codes else []
            missing = f"{column} IS NULL"
        tests += [missing] if NOT_RECORDED in condition.codes else []
        return f"({' OR '.join(tests) or 'false'})"

    def _criterion(self, criterion: Criterion) -> str:
        alternatives = [
            " AND ".join(self._condition(condition, listed=self._listed(condition.column)) for condition in conditions)
            for conditions in criterion.alternatives
        ]
        return f"coalesce({' OR '.join(f'({one})' for one in alternatives)}, false)"

    def _where(self, ignoring: frozenset[str] = frozenset()) -> str:
        tests = [self._criterion(criterion) for criterion in self.criteria if criterion.key not in ignoring]
        return f" WHERE {' AND '.join(tests)}" if tests else ""

    def _fail(self, tests: dict[str, str]) -> str:
        """The bitmask of the criteria failed; `tests` gives the SQL test of each criterion's key."""
        terms = [f"CASE WHEN {test} THEN 0 ELSE {self.bits[key]} END" for key, test in tests.items()]
        return " + ".join(terms) or "0"

    def _kept(self, count: Count, fail: int) -> bool:
        return fail == 0 or fail == self.bits.get(count.ignoring)

    # Branches

    def _plain_counts(self, counts: list[Count]) -> None:
        if not counts:
            return
        conditions = [c.column for criterion in self.criteria for a in criterion.alternatives for c in a]
        wanted = [count.by for count in counts if count.by]
        plain = list(dict.fromkeys(column for column in [*wanted, *conditions] if not self._listed(column)))
        sets = list(dict.fromkeys(wanted))
        tests, flags = {}, []
        for criterion in self.criteria:
            tests[criterion.key] = self._criterion(criterion)
            if any(self._listed(c.column) for alternative in criterion.alternatives for c in alternative):
                flags.append(f"{tests[criterion.key]} AS flag{self.bits[criterion.key]}")
                tests[criterion.key] = f"flag{self.bits[criterion.key]}"
        cells, judged = f"cells{self.rank}", f"judged{self.rank}"
        select = ", ".join([*map(_name, plain), *flags, "count(*) AS n"])
        group = " GROUP BY ALL" if plain or flags else ""
        self.statement.define(cells, f"SELECT {select} FROM {self.source}{group}")
        values = "".join(f"coalesce({_name(column)}, '{NOT_RECORDED}') AS {_name(column)}, " for column in sets)
        self.statement.define(judged, f"SELECT {values}{self._fail(tests)} AS f, n FROM {cells}")
        names = ", ".join(map(_name, sets))
        grouping = ", ".join([*(f"(f, {_name(column)})" for column in sets), "(f)"])
        self.statement.branch(
            {
                "g": f"GROUPING({names})" if sets else "0",
                "v1": f"coalesce({names})" if sets else "NULL",
                "f": "f",
                "n": "sum(n)",
            },
            f"FROM {judged} WHERE bit_count(f) <= 1 GROUP BY GROUPING SETS ({grouping})",
            lambda rows, reply: self._read_plain(rows, reply, counts, sets),
        )

    def _read_plain(self, rows: list[tuple], reply: dict, counts: list[Count], sets: list[str]) -> None:
        # GROUPING() has one bit per column, the first column highest, 0 where the row is grouped by it.
        everything = (1 << len(sets)) - 1
        column_of = {everything & ~(1 << (len(sets) - 1 - rank)): column for rank, column in enumerate(sets)}
        found: dict[str, list[tuple[str, int, int]]] = defaultdict(list)
        for row in rows:
            found[column_of.get(row[1], "") if sets else ""].append((row[2] or "", row[5], row[6]))
        for count in counts:
            reply["counts"][count.key] = self._add(count, found[count.by])

    def _add(self, count: Count, found: list[tuple[str, int, int]]) -> dict[str, int]:
        """Sum (code, fail, rows) into code → rows kept."""
        total: dict[str, int] = {} if count.by else {"": 0}
        for code, fail, rows in found:
            if self._kept(count, fail):
                total[code] = total.get(code, 0) + int(rows)
        return total

    def _list_counts(self, column: str, counts: list[Count]) -> None:
        ignored = frozenset(count.ignoring for count in counts) & frozenset(self.bits)
        fail = self._fail({c.key: self._criterion(c) for c in self.criteria if c.key in ignored})
        name = _name(column)
        codes = f"unnest(CASE WHEN coalesce(len({name}), 0) = 0 THEN ['{NOT_RECORDED}'] ELSE {name} END)"
        rows = f"SELECT {codes} AS code, {fail} AS f FROM {self.source}{self._where(ignored)}"

        def read(found: list[tuple], reply: dict) -> None:
            for count in counts:
                reply["counts"][count.key] = self._add(count, [(row[2], row[5], row[6]) for row in found])

        self.statement.branch({"v1": "code", "f": "f", "n": "count(*)"}, f"FROM ({rows}) GROUP BY code, f", read)

    def _group_sizes(self, ask: GroupSizes) -> None:
        groups = f"SELECT count(*) AS size FROM {self.source}{self._where()} GROUP BY {_name(ask.of)}"

        def read(found: list[tuple], reply: dict) -> None:
            reply["sizes"][ask.key] = {row[5]: row[6] for row in found}

        self.statement.branch({"f": "size", "n": "count(*)"}, f"FROM ({groups}) GROUP BY size", read)

    def _rows(self, ask: Names) -> None:
        def read(found: list[tuple], reply: dict) -> None:
            reply["names"][ask.key] = tuple((row[2], row[3]) for row in found)

        columns = {"v1": _name(ask.identifier), "v2": _name(ask.name)}
        self.statement.branch(columns, f"FROM {self.source}{self._where()}", read)

    def _linked(self, ask: Linked) -> None:
        contract = DATASET[ask.dataset].table
        own = {ask.own, *(c for c in ask.distinct if c not in {column.name for column in contract.columns})}
        keys = ", ".join(map(_name, sorted(own)))
        kept = f"SELECT DISTINCT {keys} FROM {self.source}{self._where()}"
        tests = [
            self._condition(condition, "r.", contract.column(condition.column).type == "text[]")
            for condition in ask.where
        ]
        where = f" WHERE {' AND '.join(tests)}" if tests else ""
        columns = {f"v{rank}": f"r.{_name(column)}" for rank, column in enumerate(ask.by, start=1)}
        group = ", ".join(columns.values())
        columns["n"] = "count(*)"
        for rank, column in enumerate(ask.distinct, start=1):
            side = "k" if column in own else "r"
            columns[f"d{rank}"] = f"count(DISTINCT {side}.{_name(column)})"

        def read(found: list[tuple], reply: dict) -> None:
            width, distinct = 2 + len(ask.by), 7 + len(ask.distinct)
            reply["linked"][ask.key] = tuple(LinkedRow(row[2:width], row[6], row[7:distinct]) for row in found)

        join = (
            f"FROM {self.statement.table(ask.dataset)} r JOIN ({kept}) k ON r.{_name(ask.foreign)} = k.{_name(ask.own)}"
        )
        self.statement.branch(columns, f"{join}{where} GROUP BY {group}", read)

    def _amounts(self, ask: Amounts) -> None:
        kept = f"SELECT DISTINCT {_name(ask.own)} AS k FROM {self.source}{self._where()}"
        part, whole = _name(ask.part), _name(ask.whole)
        # Rounded so that 5 % read from decimals stays on its side of the edge.
        ratio = f"round(CASE WHEN {whole} > 0 THEN {part} / {whole} END, 9)"
        rows = (
            f"SELECT {part} AS part, {whole} AS whole, {ratio} AS ratio "
            f"FROM {self.statement.table(ask.dataset)} WHERE {_name(ask.foreign)} IN ({kept})"
        )
        steps = " + ".join(
            f"CASE WHEN ratio > {self.statement.bind(edge / 100)} THEN 1 ELSE 0 END" for edge in ask.edges
        )

        def read(found: list[tuple], reply: dict) -> None:
            reply["amounts"][ask.key] = {row[2]: AmountsRow(row[6], *row[9:14]) for row in found}

        self.statement.branch(
            {
                "v1": "bin",
                "n": "count(*)",
                "x1": "coalesce(sum(part), 0)",
                "x2": "coalesce(sum(whole), 0)",
                "x3": "min(ratio)",
                "x4": "max(ratio)",
                "x5": "max(whole)",
            },
            f"FROM (SELECT *, CASE WHEN ratio IS NULL THEN '{NOT_RECORDED}' ELSE ({steps})::VARCHAR END AS bin "
            f"FROM ({rows})) GROUP BY bin",
            read,
        )
