"""Populations → one SQL statement, in DuckDB's dialect, and its rows → a Reply.

Rows are first counted by distinct combination of the plain columns ("cells", some thousands even for millions of
rows), and only cells are judged: each gets `f`, a bitmask of the criteria it fails, so that one pass gives both
what every criterion keeps (f = 0) and what each filter's options would keep under the other filters (f = that
filter's bit), and GROUPING SETS sums them by every column at once. A list column is counted apart: its combinations
are too many. Codes are bound parameters, never text of the statement; column names come from contracts.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import fields

from ptce_data.datasets.catalogue import DATASET
from ptce_data.engines.vocabulary import (
    KEY_COLUMN,
    KEY_MODULUS,
    NOT_RECORDED,
    Amounts,
    AmountsRow,
    Condition,
    Count,
    Criterion,
    Crossing,
    GroupSizes,
    Linked,
    LinkedRow,
    Names,
    Population,
    Records,
    Reply,
)
from ptce_data.schema.contracts import NUMBERS, DerivedColumn

#: A row of the one result: rank of the branch, texts, numbers (whole numbers are exact up to 2^53).
_Row = tuple[int, list[str], list[float]]
_Reader = Callable[[list[_Row], dict[str, dict]], None]


def _name(identifier: str) -> str:
    return '"' + identifier.replace('"', '""') + '"'


def _code(column: str, column_type: str | None) -> str:
    """The code of a plain column, null where it has none: of a number, what `vocabulary.number_code` writes."""
    if column_type not in NUMBERS:
        return column
    value = f"{column}::DOUBLE"
    whole = f"{value} = trunc({value}) AND abs({value}) < 1e15"
    return f"(CASE WHEN isnan({value}) THEN NULL WHEN {whole} THEN {value}::BIGINT::VARCHAR ELSE {value}::VARCHAR END)"


def derived_column(derived: DerivedColumn) -> str:
    """The expression of a derived column, in a SELECT from the columns of its file."""
    source = _name(derived.source)
    number = f"count(*) OVER (PARTITION BY {source})" if derived.counted else source
    bands = "".join(
        f"WHEN {number} <= {band.upper!r} THEN {_text(band.code)} " for band in derived.bins if band.upper is not None
    )
    last = f"ELSE {_text(derived.bins[-1].code)}"
    return f"CASE WHEN {source} IS NULL THEN NULL {bands}{last} END AS {_name(derived.name)}"


def _text(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


class Statement:
    """One statement being written: `text` and `parameters` for the connection, `read(rows)` for the Reply.

    `table` gives the SQL name of a dataset's table.
    """

    def __init__(self, populations: tuple[Population, ...], table: Callable[[str], str]):
        self.parameters: dict[str, object] = {}
        self.table = table
        self._names: dict[object, str] = {}
        self._with: list[str] = []
        self._branches: list[str] = []
        self._readers: list[_Reader] = []
        for rank, population in enumerate(populations):
            _PopulationWriter(self, population, rank).write()
        self.text = f"WITH {', '.join(self._with)} " if self._with else ""
        self.text += " UNION ALL ".join(self._branches)

    def bind(self, value: object) -> str:
        """The placeholder of a value; the same value has the same placeholder."""
        if value not in self._names:
            self._names[value] = f"p{len(self._names)}"
            self.parameters[self._names[value]] = value
        return f"${self._names[value]}"

    def define(self, name: str, query: str) -> None:
        self._with.append(f"{name} AS ({query})")

    def branch(self, texts: Iterable[str], numbers: Iterable[str], rest: str, reader: _Reader) -> None:
        """Add a branch of the union: expressions, FROM and what follows, and who reads its rows."""
        rank = len(self._branches)
        values = f"[{', '.join(texts)}]::VARCHAR[], [{', '.join(numbers)}]::DOUBLE[]"
        self._branches.append(f"SELECT {rank}, {values} {rest}")
        self._readers.append(reader)

    def read(self, rows: Iterable[_Row]) -> Reply:
        by_branch: dict[int, list[_Row]] = defaultdict(list)
        for row in rows:
            by_branch[row[0]].append(row)
        reply: dict[str, dict] = {field.name: {} for field in fields(Reply)}
        for rank, reader in enumerate(self._readers):
            reader(by_branch[rank], reply)
        return Reply(**reply)


class _PopulationWriter:
    """Writes the branches of one population."""

    def __init__(self, statement: Statement, population: Population, rank: int):
        self.statement = statement
        self.criteria = population.criteria
        self.asks = population.asks
        self.keyed = population.keyed
        self.rank = rank
        self.source = statement.table(population.dataset)
        self.types = {column.name: column.type for column in DATASET[population.dataset].table.all_columns}
        self.bits = {criterion.key: 1 << rank for rank, criterion in enumerate(self.criteria)}
        self.tests = {criterion.key: self._criterion(criterion) for criterion in self.criteria}

    def write(self) -> None:
        plain, listed = [], defaultdict(list)
        for ask in self.asks:
            if isinstance(ask, Count):
                (listed[ask.by] if self._listed(ask.by) else plain).append(ask)
        if plain:
            self._plain_counts(plain)
        for column, counts in listed.items():
            self._list_counts(column, counts)
        writers = {
            GroupSizes: self._group_sizes,
            Names: self._kept_names,
            Records: self._records,
            Crossing: self._crossing,
            Linked: self._linked,
            Amounts: self._amounts,
        }
        for ask in self.asks:
            if type(ask) in writers:
                writers[type(ask)](ask)

    # Conditions

    def _listed(self, column: str) -> bool:
        return self.types.get(column) == "text[]"

    def _criterion(self, criterion: Criterion) -> str:
        """The SQL test of a criterion; null counts as false wherever it stands."""
        alternatives = [
            " AND ".join(self._condition(condition, self.types.get(condition.column)) for condition in conditions)
            for conditions in criterion.alternatives
        ]
        return f"({' OR '.join(alternatives)})"

    def _condition(self, condition: Condition, column_type: str | None, prefix: str = "") -> str:
        listed = column_type == "text[]"
        column = _code(prefix + _name(condition.column), column_type)
        codes = [self.statement.bind(code) for code in condition.codes if code != NOT_RECORDED]
        if listed:
            tests = [f"list_contains({column}, {code})" for code in codes]
            missing = f"coalesce(len({column}), 0) = 0"
        else:
            tests = [f"{column} IN ({', '.join(codes)})"] if codes else []
            missing = f"{column} IS NULL"
        tests += [missing] if NOT_RECORDED in condition.codes else []
        return f"({' OR '.join(tests) or 'false'})"

    def _code(self, column: str) -> str:
        """The code of a plain column, "nr" for null."""
        return f"coalesce({_code(_name(column), self.types.get(column))}, '{NOT_RECORDED}')"

    @staticmethod
    def _elements(column: str) -> str:
        """The codes of a list column, one a row, "nr" for an empty list."""
        name = _name(column)
        return f"unnest(CASE WHEN coalesce(len({name}), 0) = 0 THEN ['{NOT_RECORDED}'] ELSE {name} END)"

    def _where(self, ignoring: frozenset[str] = frozenset()) -> str:
        tests = [test for key, test in self.tests.items() if key not in ignoring]
        return f" WHERE {' AND '.join(tests)}" if tests else ""

    def _fail(self, tests: dict[str, str]) -> str:
        """The bitmask of the criteria failed; `tests` gives the SQL test of each criterion's key."""
        terms = [f"CASE WHEN {test} THEN 0 ELSE {self.bits[key]} END" for key, test in tests.items()]
        return " + ".join(terms) or "0"

    def _add(self, reply: dict, count: Count, found: Iterable[tuple[str, float, float, float]]) -> None:
        """Sum (code, bitmask, rows, key) into code → rows kept, and their key where it was asked."""
        total: dict[str, int] = {} if count.by else {"": 0}
        keys: dict[str, int] = dict(total)
        for code, fail, rows, key in found:
            if fail == 0 or fail == self.bits.get(count.ignoring):
                total[code] = total.get(code, 0) + int(rows)
                keys[code] = (keys.get(code, 0) + int(key)) % KEY_MODULUS
        reply["counts"][count.key] = total
        if self.keyed:
            reply["cell_keys"][count.key] = keys

    def _key(self, summed: str = _name(KEY_COLUMN), distinct: bool = False) -> str:
        """The key of a cell: an expression that sums a column of keys; 0 where none was asked."""
        return f"coalesce(sum({'DISTINCT ' * distinct}{summed}), 0) % {KEY_MODULUS}" if self.keyed else "0"

    # Branches

    def _plain_counts(self, counts: list[Count]) -> None:
        wanted = list(dict.fromkeys(count.by for count in counts))
        columns = dict.fromkeys(column for column in wanted if column)
        tests, flags = dict(self.tests), []
        for criterion in self.criteria:
            of = [condition.column for conditions in criterion.alternatives for condition in conditions]
            if any(map(self._listed, of)):
                # A list is judged row by row, and only the verdict goes into the cell.
                flag = f"flag{self.bits[criterion.key]}"
                flags.append(f"{tests[criterion.key]} AS {flag}")
                tests[criterion.key] = flag
            else:
                columns.update(dict.fromkeys(of))
        cells, judged = f"cells{self.rank}", f"judged{self.rank}"
        names = [_name(column) for column in columns]
        group = " GROUP BY ALL" if names or flags else ""
        select = ", ".join([*names, *flags, "count(*) AS n", f"{self._key()} AS q"])
        self.statement.define(cells, f"SELECT {select} FROM {self.source}{group}")
        by = {column: f"c{rank}" for rank, column in enumerate(filter(None, wanted))}
        codes = "".join(f"{self._code(column)} AS {code}, " for column, code in by.items())
        self.statement.define(judged, f"SELECT {codes}{self._fail(tests)} AS f, n, q FROM {cells}")

        # One column of each row of the result has a code; the others, which its set leaves out, are null.
        ranks = "".join(f"WHEN {code} IS NOT NULL THEN {wanted.index(column)} " for column, code in by.items())
        total = wanted.index("") if "" in wanted else -1
        rank_of = f"CASE {ranks}ELSE {total} END" if by else str(total)
        sets = ", ".join(f"({by[column]}, f)" if column else "(f)" for column in wanted)

        def read(rows: list[_Row], reply: dict) -> None:
            found = defaultdict(list)
            for _, (code,), (rank, fail, units, key) in rows:
                found[wanted[int(rank)]].append((code, fail, units, key))
            for count in counts:
                self._add(reply, count, found[count.by])

        code = f"coalesce({', '.join((*by.values(), repr('')))})"
        grouped = f"FROM {judged} WHERE bit_count(f) <= 1 GROUP BY GROUPING SETS ({sets})"
        self.statement.branch([code], [rank_of, "f", "sum(n)", self._key("q")], grouped, read)

    def _list_counts(self, column: str, counts: list[Count]) -> None:
        ignored = frozenset(count.ignoring for count in counts) & frozenset(self.bits)
        fail = self._fail({key: test for key, test in self.tests.items() if key in ignored})
        codes = self._elements(column)
        key = f", {_name(KEY_COLUMN)}" if self.keyed else ""
        rows = f"SELECT {codes} AS code, {fail} AS f{key} FROM {self.source}{self._where(ignored)}"

        def read(found: list[_Row], reply: dict) -> None:
            for count in counts:
                self._add(reply, count, ((code, *numbers) for _, (code,), numbers in found))

        self.statement.branch(["code"], ["f", "count(*)", self._key()], f"FROM ({rows}) GROUP BY code, f", read)

    def _group_sizes(self, ask: GroupSizes) -> None:
        keyed = self.keyed and ask.keys is not None
        groups = f"SELECT {_name(ask.of)} AS id, count(*) AS size FROM {self.source}{self._where()} GROUP BY id"
        source = f"({groups}) g"
        if keyed:
            source += f" LEFT JOIN {self._keys(ask.keys)} q ON q.id = g.id"

        def read(rows: list[_Row], reply: dict) -> None:
            reply["sizes"][ask.key] = {int(size): int(number) for _, _, (size, number, _) in rows}
            if keyed:
                reply["cell_keys"][ask.key] = {int(size): int(key) for _, _, (size, _, key) in rows}

        numbers = ["size", "count(*)", self._key("q.key") if keyed else "0"]
        self.statement.branch([], numbers, f"FROM {source} GROUP BY size", read)

    def _keys(self, source: tuple[str, str]) -> str:
        """A table of the keys (`key`) of units (`id`) of another dataset."""
        dataset, identifier = source
        return f"(SELECT {_name(identifier)} AS id, {_name(KEY_COLUMN)} AS key FROM {self.statement.table(dataset)})"

    def _kept_names(self, ask: Names) -> None:
        def read(rows: list[_Row], reply: dict) -> None:
            reply["names"][ask.key] = tuple(tuple(texts) for _, texts, _ in rows)

        columns = [_name(ask.identifier), _name(ask.name)]
        self.statement.branch(columns, [], f"FROM {self.source}{self._where()}", read)

    def _records(self, ask: Records) -> None:
        def read(rows: list[_Row], reply: dict) -> None:
            reply["records"][ask.key] = tuple((tuple(texts), tuple(numbers)) for _, texts, numbers in rows)

        texts = [self._code(column) for column in ask.texts]
        self.statement.branch(texts, map(_name, ask.numbers), f"FROM {self.source}{self._where()}", read)

    def _crossing(self, ask: Crossing) -> None:
        code = self._elements(ask.by) if self._listed(ask.by) else self._code(ask.by)
        key = f", {_name(KEY_COLUMN)}" if self.keyed else ""
        cells = f"SELECT {self._code(ask.of)} AS unit, {code} AS code{key} FROM {self.source}{self._where()}"

        def read(rows: list[_Row], reply: dict) -> None:
            reply["linked"][ask.key] = tuple(
                LinkedRow(tuple(texts), int(number), cell_key=int(key)) for _, texts, (number, key) in rows
            )

        numbers = ["count(*)", self._key()]
        self.statement.branch(["unit", "code"], numbers, f"FROM ({cells}) GROUP BY unit, code", read)

    def _linked(self, ask: Linked) -> None:
        types = {column.name: column.type for column in DATASET[ask.dataset].table.all_columns}
        kept = (
            f"SELECT DISTINCT {', '.join(map(_name, self._own_columns(ask, types)))} FROM {self.source}{self._where()}"
        )
        tests = [self._condition(condition, types[condition.column], "r.") for condition in ask.where]
        where = f" WHERE {' AND '.join(tests)}" if tests else ""
        texts = [f"{'r' if column in types else 'k'}.{_name(column)}" for column in ask.by]
        distinct = [f"count(DISTINCT {'r' if column in types else 'k'}.{_name(column)})" for column in ask.distinct]

        keyed = self.keyed and ask.keys is not None
        key = self._key("q.key", distinct=True) if keyed else "0"

        def read(rows: list[_Row], reply: dict) -> None:
            reply["linked"][ask.key] = tuple(
                LinkedRow(tuple(by), int(number), tuple(map(int, numbers)), int(key))
                for _, by, (number, *numbers, key) in rows
            )

        join = f"JOIN ({kept}) k ON r.{_name(ask.foreign)} = k.{_name(ask.own)}"
        join += f" LEFT JOIN {self._keys(ask.keys)} q ON q.id = r.{_name(ask.foreign)}" if keyed else ""
        rest = f"FROM {self.statement.table(ask.dataset)} r {join}{where} GROUP BY {', '.join(texts)}"
        self.statement.branch(texts, ["count(*)", *distinct, key], rest, read)

    @staticmethod
    def _own_columns(ask: Linked, types: dict[str, str]) -> list[str]:
        """Columns of the population that the link and the distinct counts need."""
        return list(dict.fromkeys([ask.own, *(name for name in (*ask.by, *ask.distinct) if name not in types)]))

    def _amounts(self, ask: Amounts) -> None:
        kept = f"SELECT {_name(ask.own)} FROM {self.source}{self._where()}"
        part, whole = _name(ask.part), _name(ask.whole)
        # Rounded so that 5 % read from decimals stays on its side of the edge.
        ratio = f"round(CASE WHEN {whole} > 0 THEN {part} / {whole} END, 9)"
        key = f", {_name(KEY_COLUMN)}" if self.keyed else ""
        rows = (
            f"SELECT {part} AS part, {whole} AS whole, {ratio} AS ratio{key} "
            f"FROM {self.statement.table(ask.dataset)} WHERE {_name(ask.foreign)} IN ({kept})"
        )
        steps = " + ".join(f"(ratio > {self.statement.bind(edge / 100)})::INTEGER" for edge in ask.edges)
        binned = f"SELECT *, coalesce(({steps})::VARCHAR, '{NOT_RECORDED}') AS bin FROM ({rows})"

        def read(found: list[_Row], reply: dict) -> None:
            reply["amounts"][ask.key] = {
                code: AmountsRow(int(number), part or 0.0, whole or 0.0, *rest, int(key))
                for _, (code,), (number, part, whole, *rest, key) in found
            }

        numbers = ["count(*)", "sum(part)", "sum(whole)", "min(ratio)", "max(ratio)", "max(whole)", self._key()]
        self.statement.branch(["bin"], numbers, f"FROM ({binned}) GROUP BY bin", read)
