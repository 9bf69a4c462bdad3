"""What the figures of a page are made of, said above them: a made-up sample, or a wave that somebody answers for."""

from ptce_data import texts
from ptce_data.datasets.release import Policy, Release
from ptce_data.indicators import Answer
from ptce_data.views.components.blocks import show_html
from ptce_data.views.live import Tree, tag

DEMONSTRATION = tag(
    "div",
    tag("strong", "Échantillon de démonstration"),
    "Les réponses de l’enquête ne sont pas publiques. Ces pôles et ces structures sont fabriqués pour reproduire les "
    "chiffres publiés, à l’arrondi près\u00a0: aucun n’existe. "
    "Seules les valeurs dites «\u202fpubliées\u202f» viennent de l’enquête.",
    class_="ptce-banner",
    role="note",
)

#: What each policy lets out, in words.
POLICIES = {
    Policy.OPEN: "diffusion ouverte, les répondants ont donné leur accord",
    Policy.THRESHOLD: "secret statistique, moins de 3\u00a0répondants ne sont jamais montrés",
    Policy.PROTECTED: "secret statistique, effectifs légèrement brouillés et moins de 3 jamais montrés",
}


def sample_banner(answer: Answer) -> None:
    """Say what the sample is, where some figures are made of it."""
    if answer.release is None or not any(result.provenance == answer.release.provenance for result in answer.results):
        return
    show_html(banner(answer.release, _earlier(answer)))


def banner(release: Release, earlier: str = "") -> Tree:
    """The banner; earlier: the wave shown beside, "" where there is none."""
    if not release.imported:
        return DEMONSTRATION
    owner = f" par {release.owner}" if release.owner else ""
    words = f"Réponses réelles, importées le {texts.date(release.date)}{owner}. Règle\u00a0: "
    beside = f" La vague {earlier} est montrée à côté, en creux." if earlier else ""
    return tag(
        "div",
        tag("strong", f"Vague {release.wave} de l’enquête"),
        f"{words}{POLICIES[release.policy]}.{beside}",
        class_="ptce-banner ptce-imported",
        role="note",
    )


def _earlier(answer: Answer) -> str:
    """The wave shown beside, "" where there is none."""
    return next((result.earlier.wave for result in answer.results if result.earlier is not None), "")
