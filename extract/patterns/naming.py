"""Words around names in running text: what stands before one, inside one, and what is none."""

from __future__ import annotations

from typing import Final

# Before a name, and no part of it.
ADDRESSES_LIST: Final = """
    dear hi hello hey thanks thank cheers regards please call contact ask tell meet cc attn attention from to re fw with
    and or copying introducing mr mr. mrs mrs. ms ms. miss dr dr. prof prof. professor sir herr frau monsieur madame mme
    m. sig. señor señora when if per via the our my his her their this that ps p.s also but so yes no maybe today yesterday
    tomorrow monday tuesday wednesday thursday friday saturday sunday good great best kind warm sincerely
"""
BEFORE: Final = frozenset(ADDRESSES_LIST.split())
# Inside a name, in lower case: "Vincent van der Berg", "Maria de la Cruz".
PARTICLES: Final = frozenset(
    "van der den de la le du des del della di da dos das do von zu zur vom ten ter af av al el bin ibn ben y e st st. mac".split()
)
# Before and behind a name, and in no address.
HONORIFICS: Final = frozenset("dr prof mr mrs ms miss sir herr frau mme mlle sr sra jr ii iii iv".split())
SUFFIXES: Final = frozenset("jr jr. sr sr. ii iii iv phd ph.d. ph.d md m.d. esq esq. mba cpa".split())
# In a capitalised phrase that names no person: places, firms, products, documents, days.
_NO_NAMES_LIST: Final = """
    account accounting accounts act administration advisory africa agency agenda agreement air airlines airport america
    american annex annual answer app applications april architecture area asia assistant associates association august
    australia authority avenue bank bay beach bill board book boulevard branch bridge british budget building business
    calendar california call canada canadian capital card care case center central centre ceo certificate chair change
    chapter chart check chief china christmas church city class client climate clinic closing club coast code college
    comments commerce commission committee communications community company conference construction consulting contact
    contract control corporate corporation corp cost council counsel count counter county court credit customer data date
    deal december decision delivery demo department design desk development digital director directors district division
    document draft drive east eastern economic edition editor education electric email energy engineering england english
    enterprise equipment estate europe european event exchange executive exhibit explorer express facilities facility
    factory fax february federal field file finance financial fire first floor form forum foundation france free french
    friday fund future game garden gas gateway general german germany global gmbh gold government grand green group guide
    hall harbor head health heights help hill history holding holdings holiday home hospital hotel hour house human id
    inc inc. india industries information initiative institute insurance interim international internet inn invoice island
    issue italy item january japan job journal july june key kit lake lane law legal letter library license light limited
    line linux list lite living llc llp local london ltd ltd. mail main maintenance management manager manual manufacturing
    march market marketing master materials may media medical meeting memo memorial message mexico microsoft middle mill
    minutes mobile model monday money month morning mountain museum music national net network new news newsletter north
    northern note notes notice november number october offer office officer oil one online open operations operator option
    order organization outlook pacific page paper park partners party payment personal phase phone plan plant plaza please
    point policy pool port post power president press price pricing prime private pro procedure process product products
    professional program project proposal protocol public purchase purchasing quarter question questions radio railway
    range rate real record red regards region regional release report republic request research reserve resource resources
    response restaurant review ridge river road room route russia sales saturday school science search season second
    section security senate senior september series server service services session settlement shop site sites small
    society software solution solutions source south southern spain special square staff standard star start state states
    station status store street strategy studio subject summary summit sunday supply support survey system systems table
    tax team technical technologies technology telephone test texas thanksgiving the theater third thursday time times
    title total tower town trade trading training transfer transmission transport travel treasury trust tuesday turkey
    tv union unit united university update user valley version vice video view village virtual wall water way web website
    allocation apparel audio automotive baby bakers bakery brewing brewery builders ceramics charter cleaning coffee
    collective components cosmetics couriers creative dairy dental docks electronics engineers events fabrics farm farms
    fireworks fisheries fitness flooring florist foods freight furniture gallery garage gardens glass grocers hardware
    homes hosting importers imports exports instruments interiors jewellers joinery kitchen labs lampshades laundry leather
    lighting linens locks logistics logistik logistiek machines mechanical metals mining motors mills nurseries optics
    orchard outdoors packaging paints papers pharma pharmacy photography plastics plumbing pottery printers printing
    properties publishing pumps realty recruitment records robotics roofing scaffolding seafood shipping signs softworks
    software sourcing spices spirits sports stationers storage surf surveyor surveyors sweets tailors textiles tiles timber
    tools toys transformers trucks upholstery vineyards watches welding windows wines woods works yachts yarns
    aps a.s ab ag as asa b.v bv eurl gmbh kft kg kk llp nv n.v oy oyj plc pte pty s.a s.p.a sa sarl sas se sl spa spzoo srl
    casa atelier galerie comptoir cabinet agence maison autohaus haus verlag kanzlei praxis büro werk werke bau metallbau
    i'm i'll i've i'd we're we'll we've you're you'll you've they're it's he's she's
    wednesday week weekend welcome west western wholesale windows wireless work workshop world year york zone
"""
NO_NAMES: Final = frozenset(_NO_NAMES_LIST.split())
# Of these, what is a family name as well, behind a known given name: "Anna Banks", "Tom Mills".
FAMILY_NAMES: Final = frozenset(
    """
    banks bay berg branch bridge church club cook counsel cross field fields forest frost glass grant green hall harbor hill
    house island king lake lane law locks light long march marsh miles mills mountain north page park parks paints price
    prime power quarter rivers ridge road rose small south spring square staff standard star stone store street summer
    valley wall ward water waters watches west winter wood woods works young
    """.split()
)  # fmt: skip
# Words that a job's title is made of; one of them makes a phrase after a name a title.
_TITLE_WORDS_LIST: Final = """
    administrator advisor adviser agent analyst architect assistant associate attorney auditor broker buyer cfo ceo chair
    chairman chairwoman chief cio cmo consultant controller coo coordinator counsel cto designer developer director
    economist editor engineer executive founder head inspector lawyer lead leader manager officer operator owner partner
    planner president principal producer professor programmer recruiter representative rep researcher scientist secretary
    specialist strategist superintendent supervisor technician trader trainee treasurer vp
    leiter leiterin geschäftsführer geschäftsführerin einkäufer einkäuferin vertriebsleiter vertriebsleiterin ingenieur
    ingenieurin berater beraterin referent referentin sachbearbeiter sachbearbeiterin vorstand assistentin assistenz
    directeur directrice responsable gérant gérante acheteur acheteuse ingénieur ingénieure chef cheffe président
    présidente adjoint adjointe conseiller conseillère
"""
TITLE_WORDS: Final = frozenset(_TITLE_WORDS_LIST.split())

# What stands around a name. Classes of letters are spelled as what they are not: counted Unicode classes make
# linear-time automata too large.
# "Greta Becker, buyer at Halden Paper": what follows "at" is a company as far as it is capitalised.
COMPANY_BEHIND: Final = r"^[ ,]+(?:[^\n,.;:()@\d]{2,40} )?(?:of|at|from|with|bei|von|de|chez) ([^\n,.;:()@]{2,60})"
# "Greta Becker, our head of purchasing" and "Greta Becker (buyer)".
TITLE_BEHIND: Final = r"^(?:\s*\(|,\s+)(?:(?:the|our|their|my|his|her|an?|who is (?:our|the)|unsere?|notre|votre)\s+)?([^\n,.;:()@\d]{2,60})"
# "our buyer Greta Becker".
TITLE_BEFORE: Final = r"(?i)(?:^|\W)(?:the|our|their|my|his|her|unsere?|notre|votre)\s+([^\n,.;:()@\d]{2,50}?),?\s+$"
# Where a title is over: "head of purchasing at Halden", "buyer and she".
TITLE_ENDS: Final = r"\s+(?:at|from|with|bei|von|chez|in|and|is|has|will|who|to)\b.*$"
# "Greta, meet Anna", "I am copying Anna", "ich nehme Anna in Kopie".
PRESENTED: Final = (
    r"(?i)\b(?:meet|introduc\w+|cop(?:y|ying|ied)|cc(?:'?ing|'?d)?|adding|add|loop(?:ing|ed)? in|bring(?:ing)? in|includ(?:e|ing)"
    r"|connect(?:ing)? you|put(?:ting)? you in touch|in touch with|vorstellen|stelle ich|in kopie|in cc|présent\w+|mets? en (?:copie|relation))\b[^.!?\n]{0,60}$"
)
# A line that greets the reader: "Dear Greta", "Guten Tag Frau Becker".
GREETING: Final = (
    r"(?i)^\s*(?:dear|hi|hello|hey|good (?:morning|afternoon|evening)|hallo|guten (?:tag|morgen|abend)|liebe[rs]?|sehr geehrte[rs]?"
    r"|bonjour|bonsoir|salut|cher|chère|moin|servus|grüezi|buongiorno|hola|beste|geachte|hej|hei)\b"
)
# A given name with a detail: "Greta at x4711", "give Greta a call on 030 23125", "Greta (greta@halden.example)".
WITH_DETAIL: Final = r"\b(\p{Lu}[\p{L}]+)\s+(?:a (?:call|ring) |directly )?(?:at|on|under|\(|unter|au)\s*(?:x|ext\.?|extension|tel\.?:?)?\s*(?:\+|\(|\d[\d ()./-]{3,18}\d|[\w.+-]+@)"
# Before a display name, and no part of what somebody is called: "Dr. Greta Becker", "Frau Mag. Becker". Without full
# stops; a lone M is an initial more often than a monsieur.
FORMS_OF_ADDRESS: Final = HONORIFICS | {"professor", "monsieur", "madame", "ing", "mag", "dipl-ing", "sig"}
# Where a display name turns to something else: a service that sends for somebody, a firm, a remark.
DISPLAY_ENDS: Final = r"(?i)\s+(?:via|on behalf of|im auftrag von|through)\s|\s+(?:\||/|–|—|-)\s+|\s*[(\[<{]|\s+@\s"
