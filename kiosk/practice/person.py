"""Camille Exemple, the fictitious person of the practice administration, and what people type in their name.

Everything here is invented and shown on the practice pages, so that a person practises without their own data.
The bank code 99999 belongs to no bank: the account number is well-formed and leads nowhere.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Person:
    first_name: str
    last_name: str
    birth_date: str
    salaries: tuple[str, str, str]

    @property
    def full_name(self) -> str:
        return f"{self.first_name} {self.last_name}"


@dataclass(frozen=True)
class TrainingData:
    """What the card « Vos données d'entraînement » offers."""

    person: Person
    partner: Person
    number: str
    password: str
    iban: str
    followed_request: str
    mail_address: str
    mail_password: str
    school_address: str


TRAINING = TrainingData(
    person=Person("Camille", "Exemple", "12/03/1984", ("1250", "1250", "1310")),
    partner=Person("Dominique", "Exemple", "03/06/1982", ("900", "900", "940")),
    number="1234567",
    password="soleil-rouge-12",  # noqa: S106  shown on the pages: it protects nothing
    iban="FR76 9999 9999 9900 0000 0001 220",
    followed_request="TE-204-816",
    mail_address="camille@messagerie.exercice",
    mail_password="tulipe-verte-34",  # noqa: S106  as above
    school_address="ecole@messagerie.exercice",
)
