"""French promises and requests, with and without accents."""

from __future__ import annotations

from typing import Final

from extract.patterns.intents.ways import Cue, Ways

_TO_WHOM: Final = r"(?:(?:vous|te|t'|t’|le|la|les|l'|l’|lui|leur|m'|m’|me|nous|y|en|vous y|vous en) ?)*"
# What puts the present tense into the future: "on livre jeudi".
_WHEN: Final = (
    r"(?:demain|apr[èe]s-demain|aujourd['’]hui|ce soir|ce matin|cet apr[èe]s|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|semaine|fin (?:du|de|d['’]|\w)"
    r"|sous (?:\d|huit|quinz)|d['’]ici|dans (?:\d|la|une|deux|trois|quinze)|le \d{1,2}|avant le|janvier|février|mars\b|avril|\bmai\b|juin|juillet|août|septembre|octobre|novembre|décembre|prochaine?\b)"
)
_CUES: Final = (
    Cue("author", rf"\b(?:je|j'|j’) ?{_TO_WHOM}(?P<verb>[a-zàâçéèêëîïôûùü]+rai)\b", "Je vous transmettrai le contrat."),
    Cue("author", rf"\bnous {_TO_WHOM}(?P<verb>[a-zàâçéèêëîïôûùü]+rons)\b", "Nous vous livrerons lundi."),
    Cue("author", rf"\b(?:je vais|nous allons|on va) {_TO_WHOM}(?P<verb>[a-zàâçéèêëîïôûùü]+(?:er|ir|re|oir))\b", "Je vais relancer le fournisseur."),
    Cue("author", rf"\b(?:je|nous) {_TO_WHOM}(?P<verb>envoie|envoyons|transmets|transmettons|fais|faisons|rappelle|rappelons|recontacte|recontactons|reviens|revenons|tiens|tenons|prépare|préparons|confirme|confirmons|adresse|adressons|propose|proposons|communique|communiquons|regarde|regardons|vérifie|vérifions|passe|passons|mets|mettons|appelle|appelons|réserve|réservons|livre|livrons|charge|chargeons|renvoie|renvoyons) ",
        "Je vous envoie le devis demain."),
    Cue("author", r"\bje m['’](?:en occupe|occupe)|\bnous nous (?:en )?occupons|\bon s['’]en occupe", "Je m'en occupe."),
    Cue("author", rf"\b(?:je {_TO_WHOM}(?P<verb>[a-zàâçéèêëîïôûùü]{{2,}}[esx])|nous {_TO_WHOM}(?P<verb2>[a-zàâçéèêëîïôûùü]{{2,}}ons)|on {_TO_WHOM}(?P<verb3>[a-zàâçéèêëîïôûùü]{{2,}}[etda])) [^.;!?]{{0,80}}\b{_WHEN}", "Nous posons la porte jeudi."),
    Cue("author", rf"\bj['’](?P<verb>[a-zàâçéèêëîïôûùü]{{3,}}) [^.;!?]{{0,80}}\b{_WHEN}", "J'apporte la pompe demain."),
    Cue("author", rf"\b(?:je|nous) {_TO_WHOM}confirm(?:e|ons)\b[^.;!?]{{0,80}}\b{_WHEN}", "Nous confirmons le créneau demain."),
    Cue("author", r"\b(?:je|nous) (?:vous|te) (?P<verb>[a-zàâçéèêëîïôûùü]{3,}(?:e|s|ons|ds|ts)) ", "Nous vous préparons une offre."),
    Cue("author", rf"\b(?P<verb>sera|seront|suit|suivra|suivront|arrive|arrivent|parvient|parviendra|interviendra|passera)\b[^.;!?]{{0,60}}\b{_WHEN}", "Les volets seront posés mardi."),
    Cue("author", rf"^(?:livraison|pose|envoi|expédition|facture|devis|essais?|diffusion|réponse)\b[^.;!?]{{0,50}}\b{_WHEN}", "Livraison des volets lundi."),
    Cue("author", r"\bvous (?:les |la |le |l['’])?(?:recevrez|aurez|recevez)\b", "Vous recevrez la facture par courrier."),
    Cue("recipient", r"\bmerci (?:bien vouloir |par avance |d['’]avance )?(?:de |d['’])(?:bien vouloir |me |nous |m['’]|vous |le |la |les |lui |leur |l['’]|y |en )*(?P<verb>[a-zàâçéèêëîïôûùü]+(?:er|ir|re|oir))\b", "Merci de nous retourner le bon signé."),
    Cue("recipient", r"(?:^|[a-z] )(?:svp|stp|s['’]il (?:vous|te) pla[iî]t)\b", "Coupez le gaz, svp."),
    Cue("recipient", r"^(?:et |puis |donc |alors |[a-zéèêëïôç-]+, )?(?:ne |n['’])?(?:me |nous |m['’])?(?P<verb>[a-zàâçéèêëîïôûùü]{2,}ez)(?:-[a-z]+)?\b", "Gardez la facture."),
    Cue("recipient", r"^(?:et |puis |donc |alors |[a-zéèêëïôç-]+, )?(?P<verb>[a-zàâçéèêëîïôûùü]{3,}(?:e|s|ds|ts|is))-(?:moi|nous|le|la|les|lui|leur|en|y)\b", "Teste-la avant la mise en route."),
    Cue("recipient", r"^(?:et |puis |alors )?(?:fais|apporte|demande|appelle|rappelle|vérifie|regarde|pense|passe|prends|mets|laisse|garde|prévois|prépare|confirme|réponds|choisis|corrige|imprime|signe|relis|ajoute|enlève|commande|réserve|note|envoie|renvoie|donne|tranche|redémarre) ", "Apporte la clé du local."),
    Cue("recipient", r"\bil (?:me|nous) (?:faut|faudra|faudrait|manque)\b|\bpri[èe]re de\b|\b(?:à|a) (?:nous|me|m['’]) ?(?:retourner|renvoyer|adresser|transmettre|faire)\b|\best [àa] (?:renouveler|retourner|signer|régler|payer|confirmer)\b|\bvous voudrez bien\b",
        "Il nous faudrait vos cotes."),
    Cue("recipient", r"\bveuillez (?:me |nous |bien |m['’]|vous |le |la |les |lui |leur |l['’])*(?P<verb>[a-zàâçéèêëîïôûùü]+(?:er|ir|re|oir))\b", "Veuillez nous confirmer la date."),
    Cue("recipient", r"\b(?:pouvez|pourriez|voulez|voudriez)[- ]vous\b|\b(?:peux|pourrais|veux|voudrais)[- ]tu\b|\best-ce que (?:vous pouvez|vous pourriez|tu peux|tu pourrais)\b|\b(?:vous|tu) (?:pourriez|pourrais|peux|pouvez) (?:me|nous|m['’])\b",
        "Pourriez-vous vérifier le stock ?"),
    Cue("recipient", r"\b(?:je|nous) vous (?:prie|prions|remercie|remercions|demande|demandons|invite|invitons|saurais gré|serais reconnaissante?) (?:de|d['’])(?: bien vouloir| me| nous| le| la| les| lui| leur)* ?(?P<verb>[a-zàâçéèêëîïôûùü]+(?:er|ir|re|oir))\b",
        "Nous vous demandons de signer la page 2."),
    Cue("recipient", r"\b(?:j['’]aurais|j['’]ai|nous aurions|nous avons) (?:encore )?besoin (?:de|d['’])", "J'aurais besoin de votre RIB."),
    Cue("recipient", r"\b(?:n['’]oubliez|n['’]oublie|pensez|pense)(?: pas)? (?:de|d['’]|à)", "N'oubliez pas de joindre le plan."),
    Cue("recipient", r"\b(?:envoyez|envoie|renvoyez|dites|dis|faites|fais|donnez|donne|transmettez|transmets|confirmez|confirme|indiquez|tenez|retournez|appelez|rappelez|communiquez|précisez|adressez|signalez)-(?:moi|nous|le|la|les|lui)\b",
        "Dites-moi quelle date vous convient."),
    Cue("recipient", r"\bil (?:faudrait|faut) que (?:vous|tu)\b|\bvous (?:devez|devriez)\b|\btu (?:dois|devrais)\b|\b(?:serait-il|est-il) possible (?:de|que|d['’])", "Serait-il possible de décaler la livraison ?"),
)  # fmt: skip
_STATES: Final = frozenset(
    """
    serai serons aurai aurons pourrai pourrons saurai saurons voudrai voudrons devrai devrons croirai verrai verrons
    aimerai préférerai être avoir pouvoir savoir voir devoir vouloir attendrai attendrons resterai resterons irai irons
    suis sommes est étais étions ai avons avais avions eu été peux pouvons pouvez pense pensons crois croyons espère espérons
    attends attendons vois voyons sais savons veux voulons dois devons souhaite souhaitons remercie remercions prie prions
    suppose regrette regrettons comprends comprenons aime aimons demande demandons propose proposons confirme confirmons
    avez pouvez voulez êtes savez allez venez assez chez recevez trouvez devriez pourriez auriez seriez aurez serez
    viens venons vient reste restons suggère suggérons pourrait pourrais aimerions quitte quittons croyez non chez
    partir rester attendre profiter manquerai manquerons vrai
    """.split()
)  # fmt: skip
_FORMULAS: Final = frozenset(
    """
    trouver agréer agreer recevoir noter croire excuser accepter considérer être avoir prendre-note ignorer
    """.split()
)  # fmt: skip
_EMPTY: Final = (
    r"\bn['’]h[ée]sitez? (?:pas|surtout)|\bpour (?:toute|tout|plus d['’]) ?(?:question|information|renseignement|complément)|\bsi vous avez (?:des |d['’]autres |la moindre )?questions?\b",
    r"\bje vous prie d['’](?:agréer|accepter|excuser|agreer)|\bveuillez (?:trouver|agréer|agreer|recevoir|croire|noter|excuser|accepter|ne pas)\b|\bvous (?:trouverez|trouvez)\b",
    r"\bmerci (?:pour|de votre|de ta|d['’]avoir|de m['’]avoir|de nous avoir)|\b(?:ci-joint|en pièce jointe)\b.{0,20}\b(?:trouver|trouverez)",
    r"\b(?:avant d['’]imprimer|pensez à l['’]environnement|en informer l['’]expéditeur|détruire|supprimer ce message|ne pas répondre à ce)",
)  # fmt: skip
_DECISIONS: Final = (
    r"\b(?:nous|on|j['’]) ?(?:avons|a|ai) (?:donc |finalement |bien |tous )*(?:décidé|decidé|convenu|retenu|choisi|validé|opté|acté|arrêté)\b",
    r"\bcomme (?:convenu|décidé|discuté)\b|\bc['’]est (?:validé|décidé|d['’]accord)\b|\b(?:nous|je) (?:retenons|retiens|validons|valide|acceptons|accepte)\b|\bbon pour accord\b",
)  # fmt: skip
_NEXT_STEPS: Final = (r"\bprochaines? étapes?\b|\bla suite (?:est|sera)\b|\bplan d['’]action\b",)

WAYS: Final = Ways(_CUES, frozenset(), _STATES, _FORMULAS, _EMPTY, _DECISIONS, _NEXT_STEPS)
