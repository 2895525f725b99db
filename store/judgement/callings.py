"""What people are by the names that they and their firms go by: surgeries, schools, banks and others of private life.

A name alone says nothing: whoever is a rep's doctor may be another's customer. With words of the same matter it does.
``dent*`` is found at the beginning of a word of the name, ``*arzt`` at its end, all others as the whole word.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from extract.facts import Matter

_NAMES: Final[Mapping[Matter, str]] = {
    "health": """
        surgery, clinic*, klinik*, *klinik, cliniqu*, hospital*, hôpital*, hopital*, krankenhaus*, health, healthcare,
        medical*, medic, medizin*, *medizin, médec*, medec*, mediz*, doctor*, docteur*, dr, gp, dent*, zahn*, arzt*,
        *arzt, *aerzte, *ärzte, *ärztin, praxis*, *praxis, physio*, kine*, kiné*, osteo*, ostéo*, ortho*, pharma*,
        apothek*, optic*, optik*, optom*, augen*, eyecare, hebamme*, midwi*, therap*, *therapie, psych*, counselling,
        radiolog*, cardio*, kardio*, dermato*, paediatr*, pediatr*, nurse, matron, receptionist, patient*, pflege*,
        reha*
    """,
    "law": """
        law, lawyer*, lawyers, legal, solicitor*, attorney*, barrister*, chambers, notar*, anwalt*, anwält*, anwaelt*,
        *anwalt, *anwälte, *anwaelte, *anwältin, kanzlei*, *kanzlei, rechts*, avocat*, notaire*, huissier*, juris*,
        conveyanc*, probate, court*, gericht*, *gericht, mediat*
    """,
    "money": """
        bank*, *bank, *banken, sparkasse*, *sparkasse, *kasse, banque*, caisse*, credit*, crédit*, savings, saver*,
        mortgage*, buildingsociety, lend*, loan*, pension*, wealth, insur*, assur*, versicher*, *versicherung, mutuel*,
        steuer*, tax*, finance, financial, finanz*, bauspar*, hypothek*, ifa
    """,
    "family": """
        school*, *school, *schule, schul*, primary, elementary, grundschul*, gymnasium, academy, college, lycee*,
        lycée*, collège*, ecole*, école*, kita*, kindergart*, kinder*, hort, nursery, nurseries, preschool, daycare,
        creche*, crèche*, maternelle, teacher*, tutor*, headteacher, lehrer*, childcare, childmind*, pta, elternrat*
    """,
    "employment": """
        career*, talent*, recruit*, jobs, job, hr, hiring, staffing, headhunt*, personalberat*, personalvermitt*,
        karriere*, bewerb*, emploi*, recrut*, candidat*, payroll, executivesearch, placement*
    """,
    "home": """
        letting*, property, properties, estate*, realty, realtor*, homes, housing, rental*, landlord, hausverwalt*,
        immobil*, immo*, *immo, wohn*, *wohnen, vermiet*, syndic*, foncia*, plumb*, electric*, heizung*, sanitär*,
        sanitaer*, dachdeck*, maler*, tischler*, garden*, garten*, gym*, fitness*, yoga*, club*, *club, verein*,
        *verein, parish*, church*, kirche*, *kirche, pfarr*, paroisse*, choir*, chor, *chor, chorale*, vet, vets,
        veterinar*, vétérin*, veterin*, tierarzt*, tier*, kennel*, cattery, stable*, reit*, riding, tennis*, golf*,
        rowing*, ruder*, football*, fussball*, rugby*, cricket*, dance*, ballet*, musik*, music*, theatre*, travel*,
        reise*, hairdress*, salon*, friseur*, holiday*, cottage*
    """,
}
_SELDOM: Final = 0.05
_APART: Final = str.maketrans(dict.fromkeys(".,;:-_&/()|+'0123456789@\N{EN DASH}\N{RIGHT SINGLE QUOTATION MARK}", " "))


@dataclass(frozen=True, slots=True)
class _Names:
    whole: frozenset[str]
    beginnings: tuple[str, ...]
    ends: tuple[str, ...]

    def have(self, word: str) -> bool:
        return word in self.whole or word.startswith(self.beginnings) or word.endswith(self.ends)


@cache
def _by_matter() -> Mapping[Matter, _Names]:
    return {matter: _names(" ".join(listed.split()).split(", ")) for matter, listed in _NAMES.items()}


def _names(listed: list[str]) -> _Names:
    return _Names(
        frozenset(name for name in listed if "*" not in name),
        tuple(name[:-1] for name in listed if name.endswith("*")),
        tuple(name[1:] for name in listed if name.startswith("*")),
    )


def callings_in(*names: str) -> frozenset[Matter]:
    """The matters of private life that names speak of: of people and firms, their titles and addresses.

    Of an address's domain the last label says nothing.
    """
    parts = [_without_the_last_label(part) for name in names for part in name.lower().split()]
    words = {word for part in parts for word in part.translate(_APART).split()}
    return frozenset(matter for matter, known in _by_matter().items() if any(map(known.have, words)))


def usual(customers: Sequence[frozenset[Matter]]) -> frozenset[Matter]:
    """The callings that more than one in twenty of somebody's own customers have: they deal with such firms."""
    counted = Counter(matter for callings in customers for matter in callings)
    return frozenset(matter for matter, count in counted.items() if count > _SELDOM * len(customers))


def _without_the_last_label(part: str) -> str:
    return part.rpartition(".")[0] if "@" in part else part
