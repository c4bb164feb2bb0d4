"""The kinds of papers that people bring: the key that text recognition answers with, and the title of the paper.

The titles are names in French, as the services write them on their papers; they are not translated. How a kind is
recognized is the workshop's business (`workshop.inside.reading`).
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

KINDS: Mapping[str, str] = MappingProxyType(
    {
        "acte-mariage": "Acte de mariage",
        "acte-naissance": "Acte de naissance",
        "attestation-caf": "Attestation de la CAF",
        "attestation-droits": "Attestation de droits",
        "attestation-employeur": "Attestation de l'employeur",
        "attestation-france-travail": "Attestation de France Travail",
        "attestation-hebergement": "Attestation d'hébergement",
        "attestation-securite-sociale": "Attestation de sécurité sociale",
        "avis-echeance": "Avis d'échéance",
        "avis-imposition": "Avis d'imposition",
        "avis-taxe": "Avis de taxe",
        "bail": "Bail",
        "bulletin-salaire": "Bulletin de salaire",
        "carte-grise": "Carte grise",
        "carte-identite": "Carte d'identité",
        "carte-vitale": "Carte Vitale",
        "certificat-medical": "Certificat médical",
        "certificat-scolarite": "Certificat de scolarité",
        "certificat-travail": "Certificat de travail",
        "contrat-travail": "Contrat de travail",
        "curriculum-vitae": "CV",
        "facture-eau": "Facture d'eau",
        "facture-energie": "Facture d'énergie",
        "facture-telephone": "Facture de téléphone",
        "jugement": "Jugement",
        "livret-famille": "Livret de famille",
        "passeport": "Passeport",
        "permis-conduire": "Permis de conduire",
        "quittance-loyer": "Quittance de loyer",
        "releve-compte": "Relevé de compte",
        "rib": "RIB",
        "titre-sejour": "Titre de séjour",
    }
)


def title_of(kind: str | None, fallback: str) -> str:
    return KINDS.get(kind or "", fallback)
