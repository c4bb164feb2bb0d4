"""The kinds of papers that people bring: the key that text recognition answers with, and the title of the paper.

The titles are names in French, as the services write them on their papers; they are not translated. The signs are words
that stand on such a paper, with how much they weigh: 2 is enough to name it. Knows nothing of how words are recognized.
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


SIGNS: Mapping[str, Mapping[str, float]] = MappingProxyType(
    {
        "acte-mariage": {"acte de mariage": 3, "célébré le mariage": 1, "officier de l'état civil": 0.5},
        "acte-naissance": {"acte de naissance": 3, "extrait de naissance": 3, "officier de l'état civil": 0.5},
        "attestation-caf": {"caisse d'allocations familiales": 1, "allocations familiales": 1, "quotient familial": 1},
        "attestation-droits": {"attestation de droits": 3, "droits à l'assurance maladie": 2},
        "attestation-employeur": {"attestation d'employeur": 3, "attestation employeur": 3, "employé en qualité": 1},
        "attestation-france-travail": {"france travail": 2, "pôle emploi": 2, "demandeur d'emploi": 1},
        "attestation-hebergement": {"attestation d'hébergement": 3, "héberger à mon domicile": 2, "hébergeant": 1},
        "attestation-securite-sociale": {"attestation de sécurité sociale": 3, "attestation vitale": 2.5},
        "avis-echeance": {"avis d'échéance": 3, "loyer": 0.5, "bailleur": 0.5},
        "avis-imposition": {
            "avis d'imposition": 3,
            "avis d'impôt": 3,
            "avis de situation déclarative": 3,
            "impôt sur les revenus": 1,
            "revenu fiscal de référence": 1.5,
            "finances publiques": 0.5,
        },
        "avis-taxe": {
            "taxe d'habitation": 2.5,
            "taxe foncière": 2.5,
            "taxes foncières": 2.5,
            "finances publiques": 0.5,
        },
        "bail": {"contrat de location": 2.5, "bail d'habitation": 3, "le bailleur": 1, "le locataire": 1},
        "bulletin-salaire": {
            "bulletin de paie": 3,
            "bulletin de salaire": 3,
            "net à payer": 1,
            "salaire de base": 1,
            "salaire brut": 1,
            "cotisations": 0.5,
        },
        "carte-grise": {"certificat d'immatriculation": 3, "carte grise": 2, "numéro d'immatriculation": 0.5},
        "carte-identite": {"carte nationale d'identité": 2.5, "identity card": 1, "carte d'identité": 1},
        "carte-vitale": {"carte vitale": 2, "carte d'assurance maladie": 2},
        "certificat-medical": {"certificat médical": 3, "docteur": 0.5, "état de santé": 1},
        "certificat-scolarite": {"certificat de scolarité": 3, "année scolaire": 0.5, "est inscrit": 0.5},
        "certificat-travail": {"certificat de travail": 3, "libre de tout engagement": 2},
        "contrat-travail": {"contrat de travail": 2, "contrat à durée déterminée": 1.5, "période d'essai": 1},
        "curriculum-vitae": {
            "curriculum vitae": 3,
            "expérience professionnelle": 1,
            "centres d'intérêt": 1,
            "langues": 0.5,
        },
        "facture-eau": {"facture d'eau": 2.5, "distribution de l'eau": 1.5, "eau potable": 1, "assainissement": 0.5},
        "facture-energie": {"facture": 0.5, "électricité": 1, "gaz": 0.5, "kwh": 1, "point de livraison": 1},
        "facture-telephone": {"facture": 0.5, "téléphone": 0.5, "forfait": 1, "ligne mobile": 1, "internet": 0.5},
        "jugement": {
            "jugement": 1,
            "tribunal judiciaire": 1.5,
            "juge aux affaires familiales": 2,
            "par ces motifs": 1.5,
        },
        "livret-famille": {"livret de famille": 3},
        "passeport": {"passeport": 2, "passport": 1},
        "permis-conduire": {"permis de conduire": 2.5, "driving licence": 1},
        "quittance-loyer": {"quittance de loyer": 3, "quittance": 1, "loyer": 0.5, "bailleur": 0.5},
        "releve-compte": {"relevé de compte": 3, "solde": 0.5, "ancien solde": 1, "nouveau solde": 1, "débit": 0.5},
        "rib": {"relevé d'identité bancaire": 3, "iban": 1, "bic": 1, "titulaire du compte": 0.5, "domiciliation": 0.5},
        "titre-sejour": {"titre de séjour": 2.5, "carte de séjour": 2.5, "residence permit": 1, "récépissé": 0.5},
    }
)


def title_of(kind: str | None, fallback: str) -> str:
    return KINDS.get(kind or "", fallback)
