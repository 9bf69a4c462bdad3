"""How a made-up sample is brought to exact margins: hash draws, IPF, controlled rounding, Pareto sampling.

Only additions, multiplications, divisions and a hash are used, in a fixed order: IEEE arithmetic then gives the same
bits on every machine, which a random generator or an exponential wouldn't promise from one version to the next.

- Iterative proportional fitting (Deming and Stephan, 1940): a table of weights scaled until its margins are met.
- Controlled rounding (Cox, 1987): each cell goes to the integer below or above, and no margin moves.
- Pareto sampling (Rosén, 1997): exactly n units, those of higher odds more often.
"""

from collections.abc import Callable, Iterable, Sequence
from hashlib import blake2b

_SEED = "ptce-demonstration-1"
_BITS = 48
_NEGLIGIBLE = 1e-9

Table = list[list[float]]


def draw(*names: object) -> float:
    """A number in ]0, 1[ that depends on the names alone, evenly spread."""
    digest = blake2b("/".join(map(str, (_SEED, *names))).encode(), digest_size=_BITS // 8).digest()
    return (int.from_bytes(digest, "big") + 0.5) / 2**_BITS


def odds(spread: float, *names: object) -> float:
    """Odds drawn between 1/(1 + spread) and 1 + spread, centred on 1."""
    value = draw(*names)
    return (1 + spread * value) / (1 + spread * (1 - value))


def apportion(total: int, weights: Sequence[float]) -> list[int]:
    """`total` shared out as the weights, by largest remainder (Hamilton); earlier ones first when equal."""
    shares = [total * weight / sum(weights) for weight in weights]
    whole = [int(share) for share in shares]
    order = sorted(range(len(shares)), key=lambda at: whole[at] - shares[at])
    for at in order[: total - sum(whole)]:
        whole[at] += 1
    return whole


def fit(seed: Table, rows: Sequence[int], columns: Sequence[int]) -> Table:
    """IPF: the table nearest to `seed` (positive weights) whose rows and columns add up as asked.

    Raises ValueError when both sides don't add up to the same, or when they can't be met from this seed.
    """
    if sum(rows) != sum(columns):
        raise ValueError(f"Margins disagree: {sum(rows)} in rows, {sum(columns)} in columns.")
    table = [list(row) for row in seed]
    for _ in range(10_000):
        for row, wanted in zip(table, rows, strict=True):
            _scale(row, wanted)
        found = [sum(column) for column in zip(*table, strict=True)]
        if all(abs(have - wanted) < _NEGLIGIBLE for have, wanted in zip(found, columns, strict=True)):
            return table
        factors = [wanted / have if have else 1.0 for have, wanted in zip(found, columns, strict=True)]
        table = [[cell * factor for cell, factor in zip(row, factors, strict=True)] for row in table]
    raise ValueError("These margins can't be met from this seed.")


def _scale(row: list[float], wanted: int) -> None:
    have = sum(row)
    for at, cell in enumerate(row):
        row[at] = cell * wanted / have if have else 0.0


def rounded(table: Table) -> list[list[int]]:
    """Controlled rounding of a table whose margins are integers: same margins, each cell moved by less than 1.

    As long as cells are fractional, a cycle of them exists: its cells are raised and lowered in turn, by the least
    amount that makes one of them an integer.
    """
    cells = [list(row) for row in table]
    while cycle := _cycle(cells):
        up, down = cycle[0::2], cycle[1::2]
        rise = min([1 - _part(cells, at) for at in up] + [_part(cells, at) for at in down])
        fall = min([_part(cells, at) for at in up] + [1 - _part(cells, at) for at in down])
        step = rise if rise <= fall else -fall
        for sign, places in ((1, up), (-1, down)):
            for row, column in places:
                cells[row][column] += sign * step
    return [[round(cell) for cell in row] for row in cells]


def _part(cells: Table, at: tuple[int, int]) -> float:
    """The fractional part of a cell; 0 when it is an integer but for the arithmetic."""
    value = cells[at[0]][at[1]]
    return 0.0 if abs(value - round(value)) < 1000 * _NEGLIGIBLE else value - value // 1


def _cycle(cells: Table) -> list[tuple[int, int]]:
    """Fractional cells that turn alternately in a row and in a column, back to the first; [] when none is left.

    Rows and columns are the nodes of a graph, fractional cells its edges: margins being integers, no node has one
    edge alone, so a walk that never turns back meets itself.
    """
    fractional = [(row, column) for row in range(len(cells)) for column in range(len(cells[row]))]
    fractional = [at for at in fractional if _part(cells, at)]
    if not fractional:
        return []
    nodes, edges = [(0, fractional[0][0])], [(-1, -1)]
    while True:
        axis, line = nodes[-1]
        edge = next(at for at in fractional if at[axis] == line and at != edges[-1])
        node = (1 - axis, edge[1 - axis])
        edges.append(edge)
        if node in nodes:
            return edges[nodes.index(node) + 1 :]
        nodes.append(node)


def pick(units: Iterable[str], number: int, odds_of: Callable[[str], float], *names: object) -> list[str]:
    """Exactly `number` of the units, by Pareto sampling on their odds, in the order of the units."""
    units = list(units)

    def rank(unit: str) -> float:
        value = draw("pareto", *names, unit)
        return value / (1 - value) / odds_of(unit)

    chosen = set(sorted(units, key=rank)[:number])
    return [unit for unit in units if unit in chosen]
