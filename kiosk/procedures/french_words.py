"""The words that the rules of easy French know: hard ones, easier ones, verbs that only look passive. Data, no rule.

JARGON must be explained where it stands (the glossary does it, or a step's own words). EASIER has an everyday word.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType


def _lines(text: str) -> tuple[str, ...]:
    """One entry a line, or several parted by commas."""
    return tuple(entry.strip() for line in text.splitlines() for entry in line.split(",") if entry.strip())


def _pairs(text: str) -> Mapping[str, str]:
    """« hard, other form = easy »."""
    found: dict[str, str] = {}
    for line in text.splitlines():
        hard, _, easy = line.partition("=")
        found |= {each.strip(): easy.strip() for each in hard.split(",") if each.strip() and easy.strip()}
    return MappingProxyType(found)


JARGON = frozenset(
    _lines("""
    abattement, abattements, abonnement, accusé de réception, acompte, acomptes, acte de décès, acte de naissance
    actes de naissance, actualisation, actualiser, actualisez, admission au séjour, affiliation, affilié, affiliée
    agrément, aide au logement, aide juridictionnelle, allocataire, allocataires, allocation, allocations, amende
    amendes, annexe, antécédents, apostille, arriéré, arriérés, ascendant, ascendants, assuré, assurée, assurés
    attestation, attestations, attestation de droits, attestation d'hébergement, attestation sur l'honneur
    auto-entrepreneur, ayant droit, ayants droit, avis d'échéance, avis d'imposition, avis de contravention
    avis de situation, bail, baux, bailleur, bailleurs, barème, bénéficiaire, bénéficiaires, bordereau, caducité
    caution, cautionnement, certificat d'immatriculation, certificat de cession, certificat de non-gage, cerfa
    cession, charges, chèque énergie, classement sans suite, codicille, cohabitation, collectivité, commissariat
    complémentaire santé, compteur, concubin, concubinage, concubine, conciliateur, congé parental, conjoint
    conjointe, conjoints, consignation, contestation, contester, contestez, contravention, contraventions
    contribuable, contribuables, contrôle technique, convention, convocation, cotisation, cotisations, créance
    créancier, curatelle, cumul emploi-retraite, curriculum vitae, débiteur, décision de justice, déclarant
    déclarante, déclaration, déclarations, déclaration de cession, dégrèvement, délibération
    demandeur d'emploi, demandeurs d'emploi, département, dérogation, dépôt de garantie, descendant
    descendants, désistement, détenteur, détentrice, divorce par consentement mutuel, domiciliation
    donation, droit au compte, droits d'accès, échéance, échéances, échéancier
    énergie verte, enquête sociale, équivalence, espace personnel, espérance de vie, état civil, état des lieux
    exécution, exonération, exonéré, exonérée, expulsion, extrait, facture de régularisation, filiation
    fiscal, fiscale, fiscaux, force majeure, forfait, forfait mobilité, formulaire, formulaires, fourrière
    foyer fiscal, franchise, frais réels, garant, garante, greffe, habilitation, hébergeant
    hors délai, huissier, hypothèque, identifiant, identifiants, immatriculation, immatriculé, impayé, impayés
    impôt sur le revenu, impositions, indemnisation, indemnité, indemnités, indemnités journalières, indivision
    indu, indus, infraction, infractions, inscription, instruction, intérim, intérimaire, invalidité
    jouissance, journal officiel, jugement, juridiction, justificatif, justificatifs, justificatif de domicile
    liasse, licenciement, liquidation, livret de famille, locataire, locataires, mainlevée, majoration, mandat
    mandataire, médiateur de la République, mensualisation, mensualité, mensualités, minima sociaux, mineur isolé
    mise en demeure, motif, mutuelle, naturalisation, net à payer, net imposable, non-gage, notaire, notification
    nu-propriétaire, numéro fiscal, opposition, ordonnance, organisme, organismes, pension, pension alimentaire
    pension de réversion, pensions, périscolaire, permis de construire, pièce d'identité, pièces justificatives
    plafond, plafonds, plus-value, point de livraison, police d'assurance, préavis, préfecture, préfectures
    prélèvement, prélèvements, prélèvement à la source, préjudice, prescription, prestation, prestations
    prestataire, prime, prorata, procuration, procès-verbal, quittance, quittances, quotient familial, quotité
    radiation, radié, rapprochement familial, ratures, recensement, récépissé, réclamation, recours
    recouvrement, redevable, redevance, réduction d'impôt, refus, regroupement familial, régularisation
    relevé de carrière, relevé d'identité bancaire, relevé de situation, renouvellement, représentant légal
    requérant, requête, résidence principale, résiliation, résilier, ressortissant, ressortissants, ressources
    reste à charge, retenue à la source, réversion, revenu fiscal de référence, revenu imposable, revenus
    rupture conventionnelle, saisie, saisie sur salaire, scolarité, sinistre, solde, souscription
    sous-location, sous-préfecture, subrogation, subvention, succession, surendettement, surloyer, sursis
    suspension, taux, taxe, taxe d'habitation, taxe foncière, taxes, téléprocédure, téléservice, tiers, tiers payant
    timbre fiscal, timbre dématérialisé, titre de propriété, titre de séjour, titre professionnel, titulaire
    titulaires, trimestre, trimestres, trop-perçu, tuteur légal, tutelle, usufruit, usufruitier, validité, versement
    versements, virement, virements, visa, zone tendue
    """)
)

EASIER = _pairs("""
    acquitter, acquittez, s'acquitter = payer
    adresser, adressez = envoyer, ou demander
    afin de, afin d', en vue de, en vue d' = pour
    afin que = pour que
    à l'issue de = après
    à l'aide de, au moyen de, par le biais de, par l'intermédiaire de = avec
    antérieur, antérieure, antérieurement = avant
    apposer, apposez = mettre
    au préalable, préalablement, préalable = avant
    auprès de, auprès du, auprès des = à
    le cas échéant = si besoin
    cependant, néanmoins, toutefois = mais
    ci-après, ci-dessous = plus bas
    ci-dessus, susmentionné, susmentionnée = plus haut
    ci-joint, ci-jointe, ci-joints = avec cette lettre
    communiquer, communiquez = donner
    compléter, complétez = remplir
    concernant, relatif à, relative à, relatifs à, relatives à = sur
    conformément à = comme le dit
    conserver, conservez = garder
    dans le cadre de, dans le cadre d' = pour
    dans les meilleurs délais, dans les plus brefs délais = vite
    débuter, débutez = commencer
    délivrer, délivré, délivrée, délivre = donner
    demeurer, demeurant = habiter
    désormais, dorénavant = maintenant
    détenir, détenez, détient = avoir
    disposer de, disposez de, dispose de, disposez d' = avoir
    durant = pendant
    effectuer, effectuez, effectue, effectué, effectuée, procéder à, procédez à = faire
    également = aussi
    en cas de, en cas d' = si
    en l'absence de = s'il n'y a pas
    en raison de = à cause de
    ensemble des = tous les
    s'effectue = se fait
    fournir, fournissez = donner
    impérativement, obligatoirement, il convient de = il faut
    initial, initiale = premier
    intégralement, l'intégralité = tout
    modalités, modalité = comment faire
    munir, munissez, muni, munie = avoir avec soi
    nécessiter, nécessite, requiert, requis, requise = il faut
    notamment = par exemple
    notifier, notifiez = dire par lettre
    obtenir, obtenez = avoir
    octroyer, octroi, octroyée = donner
    ôter = enlever
    par conséquent, en conséquence, ainsi que = donc, ou et
    percevoir, perçu, perçue, perçus, perçoit, percevez = recevoir
    postérieur, postérieure, postérieurement, ultérieurement, ultérieur = après
    réaliser, réalisez = faire
    régler, réglez, règlement = payer
    renseigner, renseignez = remplir
    résider, résidez, réside = habiter
    saisir, saisissez, saisie clavier = écrire
    sélectionner, sélectionnez = choisir
    solliciter, sollicitez, sollicite = demander
    soumettre, soumettez = envoyer
    souhaiter, souhaitez, souhaite = vouloir
    spécifier, spécifiez, préciser, précisez, mentionner, mentionnez = dire
    stipuler, stipule = dire
    survenir, survient, survenu = arriver
    sous réserve de = si
    tout d'abord = d'abord
    transmettre, transmettez, transmet = envoyer
    usager, usagers = personne
    valable jusqu'au = bon jusqu'au
    veuillez, merci de, nous vous prions de = le verbe seul
    visualiser, visualisez = voir
    vous trouverez = il y a
    """)

# Long words that everybody hears every day.
HEARD_EVERY_DAY = frozenset(
    _lines("""
    électricité, électrique, université, télévision, ordinateur, anniversaire, supermarché, automatiquement
    responsabilité, nationalité, immédiatement, international, internationale, médiatrice, médiateur, photographier
    photographiez, réfrigérateur, identité, administration, opérateur, sécurité, société, télécharger, téléchargez
    téléphoner, téléphonez, vérifier, vérifiez, continuer, continuez, aujourd'hui, appartement, répondeur
    mademoiselle, entraînement, information, informations, association, application, utilisation, utiliser, utilisez
    américain, américaine, individuelle, individuel, alimentation, vétérinaire, déménager, déménagez
    actualité, activité, difficulté, possibilité, célibataire, célibataires, élémentaire, secondaire, universitaire
    habituellement, régulièrement, malheureusement, complètement, probablement
    """)
)

# Participles that end otherwise than in -é.
IRREGULAR_PARTICIPLES = frozenset(
    _lines("""
    admis, attendu, averti, choisi, compris, conclu, conduit, construit, couvert, débattu, défendu, défini, détruit
    entendu, exclu, fait
    fourni, garanti, inclus, instruit, interrompu, lu, mis, obtenu, offert, perdu, permis
    prescrit, pris, produit, promis, puni, reçu, rempli, remis, rendu, réuni, saisi, soumis, suivi, suspendu
    tenu, traduit
    transmis, vendu, versé, vu, élu, établi
    """)
)

# "Être" is how these make their past, not their passive.
WITH_BEING = frozenset(
    _lines("""
    allé, arrivé, décédé, devenu, entré, monté, né, parti, passé, rentré, resté, retourné, revenu, sorti, tombé, venu
    """)
)

# How somebody or something is, rather than what was done to it. With "par", they are passive again.
ADJECTIVES_OF_STATE = frozenset(
    _lines("""
    abonné, âgé, arrêté, bloqué, cassé, carré, compliqué, connecté, célibataire, déconnecté, divorcé, écrit
    fatigué, fermé, fini, foncé, gratuit, handicapé, inquiet, inscrit, limité, marié, obligé, occupé, ouvert, pacsé
    périmé, pressé, prêt, retraité, réservé, salarié, serré, séparé, situé, stressé, terminé, trompé, usagé
    veuf, égaré
    employé, logé, hébergé, perdu, allumé, éteint, caché, coché, plié, oublié, compris, carré, daté, signé, protégé
    """)
)

# "neuf" is also new, "un" and "deux" are hardly numbers.
NUMBERS: Mapping[str, str] = MappingProxyType(
    {
        word: str(number)
        for number, word in (
            *enumerate(("trois", "quatre", "cinq", "six", "sept", "huit"), 3),
            *enumerate(("dix", "onze", "douze", "treize", "quatorze", "quinze", "seize"), 10),
            *((20, "vingt"), (30, "trente"), (40, "quarante"), (50, "cinquante"), (60, "soixante")),
            *((100, "cent"), (1000, "mille")),
        )
    }
)
