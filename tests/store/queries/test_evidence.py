from __future__ import annotations

from store.queries.evidence import proofs_of, sources_of
from tests.firm import Person
from tests.readings import mail, meeting

GRETA = "greta@halden.example"


def test_words_are_where_they_say(ines: Person) -> None:
    ines.feed(mail(1, GRETA, ines.address), mail(2, ines.address, GRETA, answers=1), meeting("a", ines.address, GRETA))
    rows = ines.suggestions("waiting")
    with ines.app.transaction(ines.acting) as session:
        ids = [row.id for row in rows]
        proofs, sources = proofs_of(session, ids), sources_of(session, ids)
    for row in rows:
        here = {source.id: source for source in sources[row.id]}
        assert here
        for proof in proofs[row.id]:
            assert proof.origin in here
            if proof.source == "text":
                assert here[proof.origin].text[proof.start : proof.end] == proof.quote


def test_a_person_s_sources_are_where_the_evidence_stands(ines: Person) -> None:
    ines.feed(mail(1, GRETA, ines.address), mail(2, ines.address, GRETA, answers=1))
    (row,) = ines.suggestions("waiting", kind="contact")
    with ines.app.transaction(ines.acting) as session:
        found = sources_of(session, [row.id])[row.id]
    assert {source.kind for source in found} == {"mail"}
