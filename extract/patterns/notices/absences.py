"""How absence notices say that somebody is away, by language; and the sentences that programs put there themselves."""

from __future__ import annotations

from typing import Final

# Sentences of the programs themselves: nobody types them in a letter.
PROGRAMS: Final = (
    r"out of the office (?:starting|from)\s[^.\n]{4,40}\s+(?:and will not|through|until|to)\b"  # Lotus Notes
    r"|nicht im büro sein\.? ich kehre|je serai absente?\(?e?\)? (?:du|à partir du)[^.\n]{4,40}\s(?:au|et )|(?:voy a estar|estaré) ausente de la oficina desde"
    r"|sarò (?:assente|fuori) dall'ufficio (?:dal|a partire)|ik ben (?:niet op kantoor|afwezig) (?:vanaf|met ingang)"
    r"|(?:this is|dies ist|ceci est|questa è|esto es|dit is|esta é|det(?:ta)? är|dette er|to jest|это) (?:an?|eine?|une?|una|uma|en|et)? ?(?:automat|auto-?(?:reply|response|generated reply))"
    r"|(?m:^\s*[\[(*]+ ?(?:auto(?:matic|mated)?[- ]?(?:reply|response)|automatische antwort|réponse automatique) ?[\])*]+)|nachricht wurde automatisch"
)
# The subject that Lotus Notes sets: a name and that it is away, with a full stop.
SUBJECTS: Final = (
    # What people type for the assistant's subject: "Away until 3 May". Nothing follows the day.
    r"^(?:away|absent|out of (?:the )?office|on (?:leave|holiday|vacation)|abwesend|nicht im (?:haus|büro)|im urlaub|absente?|en congés?|ausente|assente|in ferie|afwezig) (?:until|till|from|bis|vom|ab|jusqu\S*|du|hasta|fino|tot) [^,?!:–-]{2,25}$"
    r"|\bis out of (?:the )?office\.$|\bist (?:außer haus|nicht im haus|abwesend)\.$|\best absente?(?:\(e\))?(?: du bureau)?\.$|\bestá (?:ausente|fuera)(?: de la oficina)?\.$"
    r"|\b(?:è|e) (?:fuori|assente)(?: (?:sede|ufficio|dall'ufficio))?\.$|\bis (?:niet op kantoor|afwezig)\.$|\bestá (?:ausente|fora)(?: do escritório)?\.$"
    r"|[(\[](?:out of (?:the )?office|auto(?:matic|mated)?[- ]?(?:reply|response)|automatische antwort|abwesen\S+|réponse automatique|absence)[^)\]]*[)\]]"
    r"|[-–—:] ?(?:abwesenheits(?:assistent|notiz|agent)|absence du bureau|réponse automatique|out of (?:the )?office|autoreply|auto-reply|away|absent)\s*$|^(?:ausente|absent|absente|assente|away|afwezig|nieobecn\S+|отсутствую) ?:|^auto(?:odpowied|svar|vast)|自動返信|自動応答|自动回复|自动答复|自動回覆|不在通知|不在のお知らせ"
)
# That somebody is away. Weak words of their own; an automatic reply with one of them speaks of an absence.
AWAY: Final = (
    r"(?:^|\P{L})(?:out of (?:the |my )?(?:office|town|country)|out[- ]of[- ]office|(?:i am|i'm|i will be|i'll be|we are|currently|be|is|and) (?:\S+ )?(?:away|out|off|offline|abroad|travell?ing|unavailable|unreachable|sick|ill)\b)"
    r"|on (?:\S+ ){0,2}(?:vacation|holidays?|leave|strike|business trip|sabbatical)|(?:maternity|paternity|parental|annual|sick|medical) leave|holiday|vacation|\bleave until|limited access|away from|(?:not|n.t) be (?:reading|checking|answering)|(?:returning|return|be back|back) (?:to|on|in|at|until)\b"
    r"|will (?:not )?return|(?:office|offices|we|shop|bank) (?:is|are|will be|remain\S*)(?: \S+)? closed|closed (?:for|until|from|through)|\bno longer (?:with|at|work|employed)|has left|have left|retired|last day|when i return|in my absence|checking (?:my )?(?:e-?)?mail"
    r"|abwesen|urlaub|nicht im (?:büro|haus|hause|dienst)|außer haus|ausser haus|dienstreise|elternzeit|mutterschutz|erkrankt|krankheit|ferien\b|betriebsferien|wieder (?:da|erreichbar|im (?:büro|haus)|für sie|zurück)|nicht erreichbar|geschlossen|in meiner abwesenheit|ausgeschieden|auf (?:messe|reisen|reise)|nicht mehr (?:im|bei|für)"
    r"|(?:^|\P{L})(?:absente?|en congés?|en vacances|en déplacement|de retour|(?:sera|est|sont) fermée?s?|mon retour|congé (?:maternité|parental|maladie)|ne (?:fait|travaille)[^.\n]{0,6} plus|a quitté)"
    r"|(?:^|\P{L})(?:fuera de (?:la )?oficina|de vacaciones|ausente|de baja|de viaje|vuelvo|regres|estaré fuera|cerrad[oa]|permiso (?:de|por)|ya no (?:trabaja|forma))"
    r"|(?:^|\P{L})(?:fuori (?:sede|ufficio)|assente|in ferie|in vacanza|in trasferta|in maternità|rientr|torn(?:o|erò)|chius[oaie]\b|non lavora più)"
    r"|(?:^|\P{L})(?:afwezig|op vakantie|met (?:vakantie|verlof|zwangerschap)|niet (?:op kantoor|aanwezig|bereikbaar)|zwangerschapsverlof|gesloten|weer (?:terug|aanwezig|bereikbaar)|terug (?:op|van|in)|ziek\b|niet meer (?:werkzaam|in dienst))"
    r"|(?:^|\P{L})(?:de férias|ausente|fora do (?:escritório|país)|de licença|licença (?:de )?maternidade|volto|regress|retorn|encerrad|fechad|já não trabalha|não trabalha mais)"
    r"|nieobecn|na urlopie|urlopie|nieczynn|wracam|wrócę|zwolnieni|delegacji|nie pracuje"
    r"|semester|tjänstledig|frånvarande|föräldraledig|sjukskriven|bortrest|åter (?:den|på|i)|tillbaka|inte på (?:kontoret|plats)|stängt|slutat"
    r"|på ferie|ferie\b|fraværende|ikke på kontoret|ikke til stede|barsel|permisjon|foreldreperm|syk(?:e)?meld|sygemeld|tilbake|tilbage|lukket|stengt|sluttet|fratrådt|på reise|bortreist"
    r"|lomalla|poissa|matkoilla|äitiysvapaa|vanhempainvapaa|virkavapaa|palaan|takaisin|sairaslomalla|suljettu|ei ole enää"
    r"|в отпуске|отпуск|отсутств|в командировке|меня не будет|не на месте|нет на месте|вернусь|больничн|выход\S+ на работу|больше не работа|уволил"
    r"|不在|休暇|休業|出張|夏季休|年末年始|お休み|休みを|産休|育休|退職|戻り|返信が遅れ|返信できません|営業いたします"
    r"|休假|放假|出差|外出|不在(?:办公|辦公)|请假|請假|产假|年假|度假|恢复上班|正常上班|離職|离职|无法及时"
)
