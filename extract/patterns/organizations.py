"""Words in the names of organizations and of their departments, in lower case."""

from __future__ import annotations

from typing import Final

# A line that holds one of these, and is neither a title nor an address, most likely names an organization.
_ORGANIZATIONS_LIST: Final = """
    institute institut instituto istituto instytut university universität universitaet université universidad universidade università
    universiteit universitet uniwersytet yliopisto college hochschule fachhochschule polytechnic politecnico academy akademie bank banque
    banco banca foundation stiftung fondation fundación fondazione stichting association verband verein associazione asociación
    federation society company companies holdings holding group groupe gruppe grupo gruppo ministry ministerium ministère council
    commission agency agentur agence agencia authority bureau chamber handelskammer trust hospital klinikum clinic klinik library
    museum press verlag publishing publications newspaper radio television airlines airways railways insurance versicherung
    versicherungen assurance assurances logistics logistik technologies technology technologie technik consulting consultants
    consultancy solutions systems systemes système services software networks laboratories laboratory labs industries energy
    pharmaceuticals partners associates enterprises ventures capital securities brokers international corporation works werke
    architekten ingenieure rechtsanwälte steuerberater kanzlei notaires avocats abogados avvocati advocaten advokatfirma studio
    studios media marketing productions entertainment resources exploration petroleum oil gas pipeline power electric utilities
    communications telecom telekom motors automotive maschinenbau anlagenbau engineering construction bau properties realty
    immobilien foods beverages brewery brauerei winery farms dairy fund charity hospice orchestra
    theatre theater gallery galerie galería galleria farm estate vineyard vineyards bodega bodegas domaine château hotel hôtel
    restaurant ristorante café bakery bäckerei brasserie kitchen kitchens design designs architects builders contractors joinery carpentry
    plumbing heating roofing electrical printing print translations übersetzungen traductions traduzioni events travel tours touristik
    transport transporte transports spedition logistica logística freight shipping cargo marine yachts optics dental orthodontics
    physiotherapy pharmacy apotheke pharmacie veterinary surveying surveyors analytics robotics biotech diagnostics genomics solar
    windkraft renewables hydro mining minerals metals steel stahl timber holz papier textiles fabrics fashion furniture möbel
    ceramics glass glas plastics kunststoffe chemicals chemie farben coatings packaging verpackungen tools werkzeuge instruments
    training academy tutoring recruitment staffing personalberatung coaching mediation accountants auditors
"""
ORGANIZATIONS: Final = frozenset(_ORGANIZATIONS_LIST.split())
# These alone make an organization whatever stands around them; the rest of the list also heads departments.
FIRM: Final = frozenset(
    """
    institute institut instituto istituto university universität universitaet université universidad universidade università
    universiteit universitet college hochschule bank banque foundation stiftung fondation association verband verein federation
    society holdings holding ministry ministerium council commission agency chamber hospital klinikum verlag corporation airlines
    """.split()
)
_DEPARTMENTS_LIST: Final = """
    department dept dept. depto depto. directorate secretariat division div office büro bureau abteilung abt bereich referat fachbereich fakultät faculty school unit team section sektion branch
    département direction service pôle departamento dipartimento ufficio reparto afdeling avdeling avdelning osasto wydział dział zakład
    lab chair lehrstuhl programme program
"""
DEPARTMENTS: Final = frozenset(_DEPARTMENTS_LIST.split())
# Alone at the end of a name these are organizations themselves, though they are parts of larger ones as well.
SCHOOLS: Final = frozenset({"school", "schools"})
# They are many, whatever title stands before: "Associate Program".
TEAMS: Final = frozenset({"team", "program", "programme"})
# Offices within a company that need no such word.
FUNCTIONS: Final = frozenset(
    """
    human desk legal sales marketing accounting finance operations procurement purchasing logistics engineering research development hr it
    treasury tax audit compliance communications vertrieb einkauf buchhaltung personal entwicklung produktion versand qualitätssicherung
    ventes achats comptabilité ressources humaines recherche informatique
    """.split()
)
# Of these, what somebody does rather than where, when no title stands in the block: "Inside Sales", "Front desk".
POSTS: Final = frozenset({"sales", "desk"})
# They are written small in names of organizations, and first letters leave them out: DIT is "Institute of Technology, Derry".
SMALL_WORDS: Final = frozenset("of and the for de la le du des der die das und für et y e i di del von".split())
# A line that begins or ends with one of these goes on: "Institute / of Oceanography".
CONNECTORS: Final = frozenset("and & of for und für et de du des der den y e di en och og i".split())
