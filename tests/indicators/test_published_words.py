"""What a source printed in words is shown in words, and every page that it was read on is named."""

import json

from ptce_data.charts import frame
from ptce_data.indicators import compute
from ptce_data.results import wording
from ptce_data.selection import Selection
from ptce_data.views.components import figure_words
from tests.factories import figure, structure, write_dataset
from tests.pages.trees import parts, text


def shown(key):
    (result,) = compute(Selection(), (key,))
    return result


def test_two_thirds_is_written_as_printed_and_drawn_as_a_number():
    result = shown("hr-impact")
    (item,) = result.items
    assert (item.published, item.published_text) == (66.7, "deux tiers")
    assert wording.published_text(item) == "deux tiers"
    assert "(publié\u00a0: deux tiers)" in wording.sentence(result)
    assert frame(result)["published_text"].tolist() == ["deux tiers"]
    assert json.loads(json.dumps(result.to_dict()))["items"][0]["published"] == 66.7


def test_a_percentage_has_no_words_of_its_own():
    assert {item.published_text for key in ("values", "sectors") for item in shown(key).items} == {""}


def test_pages_of_one_figure_are_all_named_the_one_of_most_items_first():
    source = shown("sectors").published_source
    assert [wording.site(url) for url in (source.url, *source.more_urls)] == ["banquedesterritoires.fr", "ash.tm.fr"]
    assert wording.source_line(source).endswith("lu sur banquedesterritoires.fr et ash.tm.fr")
    foot = [figure_words.foot(shown("sectors"))]
    assert len(parts(foot, "a")) == 2 and any("https://ash.tm.fr/" in link[1]["href"] for link in parts(foot, "a"))
    assert "lu sur banquedesterritoires.fr et ash.tm.fr" in text(foot)
    assert shown("values").published_source.more_urls == ()


def test_an_address_that_is_none_is_no_link(tmp_path):
    figures = [
        figure("a", "legal-status", "association", 57.0, source_url="https://example.org/a"),
        figure("b", "legal-status", "sarl", 9.0, source_url="javascript:alert(1)"),
    ]
    folder = write_dataset(tmp_path, [structure(n, legal_status="sarl") for n in range(5)], figures=figures)
    (result,) = compute(Selection(), ("legal-status",), folder)
    foot = [figure_words.foot(result)]
    assert "javascript:alert(1)" in text(foot)
    assert [link[1]["href"] for link in parts(foot, "a")] == ["https://example.org/a"]
