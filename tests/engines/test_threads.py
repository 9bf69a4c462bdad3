"""25 sessions ask at once: every one gets its own answer."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from ptce_data import engines
from ptce_data.indicators import INDICATORS, asking
from ptce_data.schema import cog
from ptce_data.selection import Selection

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("url", ["duckdb://", "duckdb://?memory=0"])
def test_25_sessions_at_once(monkeypatch, url):
    monkeypatch.setenv("PTCE_ENGINE", url)
    # A fresh engine, so that its first use is disputed too.
    engines._engine.cache_clear()
    questions = [asking.populations(Selection(regions=(code,)), INDICATORS) for code in cog.REGIONS.keys] * 4

    def totals(question):
        reply = engines.ask(question)
        return reply.counts["poles/total"], reply.counts["structures/total"], reply.counts["sectors"]

    with ThreadPoolExecutor(25) as pool:
        together = list(pool.map(totals, questions))
    assert together == [totals(question) for question in questions]
    assert sum(poles[""] for poles, _, _ in together[: len(cog.REGIONS)]) == 111
