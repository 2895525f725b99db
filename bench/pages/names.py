"""What made-up people, companies and subjects are called: parts that come together to what looks like names."""

from __future__ import annotations

from typing import Final


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


GIVEN: Final = _words(
    """Anna Ben Clara David Elena Felix Greta Hanna Ivan Jana Karl Lena Marta Nils Olga Paul Rosa Stefan Tina Uwe Vera
    Walter Yara Zoe Amelie Bruno Carmen Dario Eva Frida Gustav Helga Ida Jakob Katja Leon Maria Noah Oskar Petra Quinn
    Ralf Sofia Tom Ulla Viktor Wanda Xenia Yusuf Zita Alice Brian Chloe Daniel Emma Frank Grace Harry Iris Jack Kate
    Liam Megan Nora Oliver Peter Rachel Simon Tara Victor Adele Bastien Claire Denis Elise Fabien Gilles Henri Ines
    Jules Karine Luc Manon Nadia Odette Pierre Rene Sylvie Theo Valerie Andrei Bogdan Cosmin Dana Emil Florin"""
)
BEGIN: Final = _words(
    """Al Ba Ber Bo Bran Bu Da Der Do Ei Fa Fer Fo Gar Ge Gra Ha Hel Ho Jan Ka Ker Kle Ko Kra La Len Lin Lo Ma Mei
    Mo Nie No Ol Pa Pe Ra Rei Ro Sa Schu Sei Sto Ta Til Vo Wal Wei Zim"""
)
MIDDLE: Final = _words("b ch ck d ff g ld ll lt m mm n nd ng nn nt p r rd rg rn rt s ss st t tt v w z")
END: Final = _words(
    """a acher ak aldi ard au bach baum berg born dahl ell elmann en er ett feld ford holm hoff horst i ier ing insky
    isch ke kamp land ler lich lund mann meier ner o ova owski quist sen son stein ström thal ton ucci ulis veld weg
    wood"""
)
TRADES: Final = _words(
    """Analytics Bau Chemie Druck Energie Foods Glas Handel Invest Kran Labor Logistik Maschinen Medien Metall Optik
    Papier Pharma Robotik Software Stahl Systeme Technik Textil Transport Werke"""
)
FORMS: Final = _words("GmbH AG Ltd SARL BV AB SpA")
SUBJECTS: Final = _words(
    """Offer Contract Invoice Delivery Visit Samples Prices Renewal Question Drawings Pilot Audit Training Complaint
    Schedule Workshop Budget Tender Service Repair Order Roadmap Terms Forecast Release Migration Licences Warranty
    Kickoff Review Agenda Figures Payment Shipment Certificate Proposal Meeting Draft Numbers Plan"""
)
ENDINGS: Final = ("de", "fr", "example", "com", "at", "nl")
