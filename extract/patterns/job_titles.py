"""Words that head a job title, in lower case: the noun that says what somebody is.

Modifiers alone (senior, global, regional) are no titles; where a noun has many compounds, as in German and the
Scandinavian languages, its ending stands in ENDINGS.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

_TITLES_LIST: Final = """
    manager mgr director president ceo cto cfo coo cio cmo cpo ciso cro chro chairman chairwoman chairperson chair officer counsel
    attorney lawyer solicitor barrister paralegal partner associate analyst engineer developer architect administrator admin sysadmin
    consultant specialist coordinator co-ordinator assistant secretary supervisor lead leader chief vp svp evp avp v.p vice-president
    executive founder co-founder cofounder owner principal representative rep agent advisor adviser accountant auditor controller
    comptroller treasurer buyer planner scheduler trader broker geologist geophysicist scientist researcher professor prof lecturer
    dean student editor writer journalist reporter correspondent designer programmer technician operator clerk intern trainee
    apprentice strategist economist statistician recruiter liaison evangelist webmaster postmaster publisher producer photographer
    translator librarian teacher instructor trainer coach nurse physician surgeon dentist pharmacist chemist biologist physicist
    mathematician therapist underwriter actuary appraiser estimator inspector superintendent foreman electrician plumber carpenter
    receptionist bookkeeper merchandiser salesperson salesman ambassador delegate commissioner senator mayor registrar custodian
    postdoc hacker guru contractor maintainer receiver trustee locksmith winemaker anaesthetist anesthetist surveyor plumber roofer
    host curator conductor musician singer author teamlead conducteur locksmith handyman caretaker zookeeper veterinarian vet optician
    geschäftsführer geschäftsführerin geschäftsleitung geschäftsleiter inhaber inhaberin vorstand vorständin prokurist prokuristin
    leiter leiterin leitung referent referentin sachbearbeiter sachbearbeiterin sachbearbeitung mitarbeiter mitarbeiterin berater beraterin
    ingenieur ingenieurin assistent assistentin assistenz sekretärin sekretariat einkäufer einkäuferin verkäufer verkäuferin meister
    entwickler entwicklerin techniker technikerin buchhalter buchhalterin rechtsanwalt rechtsanwältin notar steuerberater steuerberaterin
    architektin redakteur redakteurin wissenschaftlicher bürgermeister innendienst außendienst teamleitung projektleitung
    directeur directrice responsable chef cheffe ingénieur ingénieure gérant gérante président présidente comptable assistante chargé
    chargée conseiller conseillère attaché attachée avocat avocate juriste adjoint adjointe technicien technicienne acheteur acheteuse
    commercial commerciale associé associée secrétaire pdg daf drh consultante développeur développeuse architecte rédacteur rédactrice
    directora gerente jefe jefa ingeniero ingeniera presidente presidenta abogado abogada asesor asesora técnico técnica comercial
    consejero encargado encargada administrativo administrativa socio socia
    direttore direttrice responsabile amministratore amministratrice ingegnere avvocato impiegato impiegata titolare addetto addetta
    hoofd adviseur medewerker medewerkster ingenieur bestuurder eigenaar teamleider projectleider accountmanager vertegenwoordiger
    diretor diretora gestor gestora engenheiro engenheira advogado advogada sócio sócia coordenador coordenadora
    dyrektor kierownik specjalista specjalistka prezes wiceprezes inżynier asystent asystentka księgowa radca doradca handlowiec
    vd direktör direktør ansvarig ingenjör ingeniør konsult konsulent rådgiver rådgivare säljare selger sælger leder medarbejder
    medarbeider koordinator sekreterare daglig
    notaire médecin réalisateur réalisatrice gestionnaire négociateur négociatrice ergonome paysagiste administrateur administratrice
    coordonnateur coordonnatrice coordinateur coordinatrice conservateur conservatrice courtier courtière traducteur traductrice géomètre
    journaliste vétérinaire auditeur auditrice commissaire gouvernante photographe expert-comptable infirmier infirmière animateur animatrice
    formateur formatrice enseignant enseignante maître professeur professeure docteur graphiste illustrateur illustratrice électricien
    geometer mediator mediatorin polier bewirtschafter treuhänder treuhänderin physiker physikerin sachverständiger sachverständige
    gesellschafter gesellschafterin designerin direktor direktorin bürgermeisterin makler maklerin disponent disponentin fachkraft
    übersetzer übersetzerin dolmetscher dolmetscherin lehrer lehrerin arzt ärztin fotograf fotografin grafiker grafikerin planer planerin
    pressesprecher pressesprecherin controllerin bauleiter kundenbetreuer kundenbetreuerin dozent dozentin
    toimitusjohtaja johtaja päällikkö asiantuntija myyntipäällikkö insinööri
    copywriter handler ecologist grower valuer monteur harbormaster harbourmaster ceramist ceramista comprador compradora vendedor
    vendedora brewer baker chef sommelier gardener arborist botanist astronomer geographer cartographer archaeologist anthropologist
    historian archivist psychologist sociologist criminologist midwife paramedic radiographer dietitian optometrist podiatrist
    pathologist radiologist oncologist cardiologist neurologist dermatologist hydrologist meteorologist seismologist metallurgist
    toolmaker machinist welder fitter joiner bricklayer glazier upholsterer tailor seamstress florist jeweller jeweler goldsmith
    printer bookbinder typesetter cinematographer videographer choreographer composer conductor dramaturg playwright novelist poet
    pilot captain skipper navigator mechanic machinist driver dispatcher forwarder stevedore conveyancer mortgage-broker realtor
    auctioneer bursar headteacher headmaster headmistress principal provost rector chancellor vicar pastor priest deacon chaplain rabbi
    ranger warden forester agronomist farmer beekeeper shepherd veterinarian groomer breeder stylist hairdresser beautician
    bookseller publicist fundraiser campaigner organiser organizer mediator arbitrator magistrate judge clerk bailiff usher
    tester dba sre devops sysop copyeditor proofreader lexicographer interpreter typist stenographer transcriber
    zastępca pracownik właściciel referentka kierowniczka dyrektorka projektant projektantka tłumacz tłumaczka prawnik prawniczka
    verkoper inkoper planner bedrijfsleider directie oprichter voorzitter penningmeester docent onderzoeker ontwerper vertaler
    grundare ägare försäljare inköpare föreståndare lärare forskare rådgivare översättare jurist advokat ekonom
    grunnlegger eier innehaver innkjøper lærer forsker oversetter ejer indehaver indkøber oversætter
    omistaja perustaja opettaja tutkija kääntäjä suunnittelija asianajaja
    titolare fondatore fondatrice socio socia progettista traduttore traduttrice giornalista commercialista geometra notaio
    fundador fundadora propietario propietaria profesor profesora investigador investigadora traductor traductora diseñador diseñadora
    proprietário proprietária fundadora professor professora tradutor tradutora arquiteto arquiteta arquitecto arquitecta
    заместитель помощник ассистент консультант переводчик основатель владелец президент координатор аналитик разработчик
    директор менеджер инженер начальник руководитель специалист бухгалтер юрист
"""
TITLES: Final = frozenset(_TITLES_LIST.split())
# Compounds: Vertriebsleiterin, Projektmanager, verkoopadviseur, försäljningschef, salgssjef, toimistopäällikkö.
ENDINGS: Final = (
    "leiter", "leiterin", "leitung", "manager", "managerin", "ingenieur", "ingenieurin", "referent", "referentin", "berater", "beraterin",
    "assistent", "assistentin", "assistenz", "entwickler", "entwicklerin", "meister", "meisterin", "techniker", "technikerin", "bearbeiter",
    "bearbeiterin", "beauftragter", "beauftragte", "verantwortlicher", "verantwortliche", "vorstand", "führer", "führerin", "kauffrau",
    "kaufmann", "einkäufer", "einkäuferin", "adviseur", "medewerker", "leider", "chef", "sjef", "direktør", "direktör", "konsulent",
    "konsult", "ingenjör", "ingeniør", "ansvarlig", "ansvarig", "päällikkö", "johtaja", "ologist", "anwalt", "anwältin",
    "betreuer", "betreuerin", "planer", "planerin", "makler", "maklerin", "prüfer", "prüferin", "lehrer", "lehrerin", "ärztin", "arzt",
    "gesellschafter", "gesellschafterin", "fachkraft", "geometer", "physiker", "physikerin", "trice", "vorsitzende", "vorsitzender",
    "übersetzer", "übersetzerin", "sachverständiger", "sachverständige", "sprecher", "sprecherin", "director", "engineer",
)  # fmt: skip
# Degrees and memberships behind a name, without full stops; they are no part of it.
POSTNOMINALS: Final = frozenset(
    """
    phd md mba msc bsc ma ba llm llb jd esq cpa cfa cfp pe pmp pgp rn bsn dds dvm psyd edd aia riba mrics frics ciob fca aca acca cima
    cissp ccie cisa mcips mciob ceng meng beng ing dipl-ing dipling ra mcsd mcse shrm phr sphr leed ap clu chfc qc kc obe mbe
    """.split()
)
# They follow "of" or stand before the noun, and make a word of TITLES out of what is none alone.
_HEADS: Final = frozenset({"head", "vice"})


# Scripts that put no blanks between words: a title is found within.
WITHIN: Final = (
    "经理", "總經理", "总监", "總監", "主任", "主管", "专员", "專員", "工程师", "工程師", "董事", "会计", "會計", "律师", "律師", "顾问", "顧問",
    "課長", "部長", "係長", "社長", "取締役", "代表", "主任", "担当", "営業部", "支店長", "店長", "弁護士",
    "과장", "부장", "차장", "대리", "사원", "대표", "이사", "팀장", "실장", "변호사",
)  # fmt: skip


def has_title(words: Iterable[str]) -> bool:
    """Whether a job title stands among these words (lower case, without punctuation around them)."""
    spoken = list(words)
    if any(word in TITLES or (len(word) > len("manager") and word.endswith(ENDINGS)) for word in spoken):
        return True
    if bool(spoken) and spoken[0] in _HEADS:
        return True
    return any(not word.isascii() and any(title in word for title in WITHIN) for word in spoken)
