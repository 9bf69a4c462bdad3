"""The 24 poles of the demonstration sample: where, how many members, how many jobs. Declared, not drawn.

Coordination takes 10.0 % of their jobs in all (30.6 of 306.0 FTE), from 0 (volunteers) to 38 % by pole, as published.
Régions are of unequal sizes, one of them overseas, so that a filter leaves something to read.
"""

from dataclasses import dataclass

from ptce_data.schema.cog import REGION_OF


@dataclass(frozen=True)
class DemonstrationPole:
    """size: structures; fte, coordination: full-time equivalents; carrier: legal status of the carrying one."""

    number: int
    departement: str
    size: int
    fte: float
    coordination: float
    recognition: str
    carrier: str

    @property
    def pole_id(self) -> str:
        return f"demo-{self.number:02d}"

    @property
    def region(self) -> str:
        return REGION_OF[self.departement]


POLES: tuple[DemonstrationPole, ...] = (
    DemonstrationPole(1, "69", 13, 24.0, 3.0, "aap-2013", "association"),
    DemonstrationPole(2, "38", 9, 16.0, 1.4, "aap-2013", "scic"),
    DemonstrationPole(3, "42", 7, 11.0, 1.0, "aap-2015", "association"),
    DemonstrationPole(4, "26", 8, 15.0, 1.0, "temoin-2011", "scop"),
    DemonstrationPole(5, "63", 5, 6.0, 0.0, "cite", "association"),
    DemonstrationPole(6, "93", 17, 32.0, 3.0, "aap-2013", "association"),
    DemonstrationPole(7, "75", 14, 27.5, 1.2, "temoin-2011", "association"),
    DemonstrationPole(8, "91", 6, 10.0, 0.9, "aap-2015", "collectivite"),
    DemonstrationPole(9, "77", 4, 4.0, 0.0, "cite", "association"),
    DemonstrationPole(10, "33", 11, 21.0, 1.0, "aap-2013", "association"),
    DemonstrationPole(11, "87", 7, 10.5, 1.9, "aap-2015", "scic"),
    DemonstrationPole(12, "40", 5, 5.0, 1.9, "aap-2013", "association"),
    DemonstrationPole(13, "31", 10, 18.5, 3.2, "aap-2013", "scic"),
    DemonstrationPole(14, "34", 8, 13.5, 2.1, "temoin-2011", "association"),
    DemonstrationPole(15, "46", 3, 3.5, 0.6, "cite", "cooperative"),
    DemonstrationPole(16, "59", 12, 22.0, 2.0, "aap-2013", "association"),
    DemonstrationPole(17, "62", 6, 8.5, 0.0, "aap-2015", "collectivite"),
    DemonstrationPole(18, "44", 9, 14.0, 0.6, "aap-2013", "association"),
    DemonstrationPole(19, "53", 4, 5.5, 1.6, "aap-2015", "sarl"),
    DemonstrationPole(20, "35", 8, 12.0, 0.5, "temoin-2011", "association"),
    DemonstrationPole(21, "29", 3, 2.5, 0.0, "cite", "scic"),
    DemonstrationPole(22, "54", 7, 9.0, 2.2, "aap-2013", "association"),
    DemonstrationPole(23, "13", 6, 8.0, 1.2, "temoin-2011", "scop"),
    DemonstrationPole(24, "974", 5, 7.0, 0.3, "aap-2015", "association"),
)


def rows() -> list[dict]:
    """Rows of the `sample_poles` table."""
    return [
        {
            "pole_id": pole.pole_id,
            "name": f"Pôle de démonstration {pole.number:02d}",
            "departement_code": pole.departement,
            "region_code": pole.region,
            "legal_status": pole.carrier,
            "recognition": pole.recognition,
            "fte_total": pole.fte,
            "fte_coordination": pole.coordination,
        }
        for pole in POLES
    ]
