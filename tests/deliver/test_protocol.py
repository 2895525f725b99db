from __future__ import annotations

from deliver.protocol import Carrier, CarrierError, Letter, Refused, TryLater, Unknown
from deliver.settings import DeliverSettings
from deliver.smtp import Smtp


def test_smtp_is_a_carrier_and_its_errors_say_what_to_do() -> None:
    carrier: Carrier = Smtp(DeliverSettings(smtp_host="localhost"))
    assert callable(carrier.send)
    assert {TryLater, Refused, Unknown} == set(CarrierError.__subclasses__())


def test_a_letter_is_one_and_the_same_however_often_it_is_tried() -> None:
    letter = Letter("ines@alder.example", "Ines", "A", "text", "<one@alder.example>")
    assert letter == Letter("ines@alder.example", "Ines", "A", "text", "<one@alder.example>")
