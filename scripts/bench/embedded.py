"""How often people's own words find an embedded work that answers them: python -m scripts.bench.embedded."""

import argparse
import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ground.errors import BadQuery
from retrieval.search import Search

QUERIES = Path(__file__).parents[2] / "tests" / "embedded" / "queries.csv"


@dataclass(frozen=True)
class Query:
    half: str  # "a" was written before anything was tuned, "b" after
    title: str
    description: str
    ids: frozenset[str]  # every work that answers it


def queries(file: Path) -> list[Query]:
    with file.open(encoding="utf-8", newline="") as lines:
        return [
            Query(row["half"], row["title"], row["description"], frozenset(row["ids"].split()))
            for row in csv.DictReader(lines)
        ]


def best(search: Search, query: Query, k: int) -> list[str]:
    try:
        return [each.work.id for each in search.suggest(query.title, query.description, k, 0)]
    except BadQuery:
        return []


def found(search: Search, asked: Sequence[Query], k: int) -> float:
    """R@k: the share of queries with a work that answers them among the first `k`."""
    return sum(bool(query.ids.intersection(best(search, query, k))) for query in asked) / len(asked)


def main() -> None:
    parser = argparse.ArgumentParser(description="Judge the embedded joint model by its test queries.")
    parser.add_argument("--queries", type=Path, default=QUERIES)
    parser.add_argument("--misses", action="store_true", help="also print the queries that find nothing")
    wanted = parser.parse_args()
    search, asked = Search.open(), queries(wanted.queries)
    print("half  queries    R@1    R@5   R@10")
    for half in ("a", "b", "ab"):
        some = [query for query in asked if query.half in half]
        print(f"{half:>4}  {len(some):7}" + "".join(f"{found(search, some, k):7.3f}" for k in (1, 5, 10)))
    for query in asked:
        if wanted.misses and not query.ids.intersection(best(search, query, 5)):
            print(f"{query.title} | {query.description}")


if __name__ == "__main__":
    main()
