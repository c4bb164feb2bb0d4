<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="fr">
<context>
    <name>Desk</name>
    <message numerus="yes">
        <source>%n papier(s) copié(s)</source>
        <translation>
            <numerusform>%n papier copié</numerusform>
            <numerusform>%n papiers copiés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) reçue(s).</source>
        <translation>
            <numerusform>%n photo reçue.</numerusform>
            <numerusform>%n photos reçues.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Le carré marche encore %n minute(s).</source>
        <translation>
            <numerusform>Le carré marche encore %n minute.</numerusform>
            <numerusform>Le carré marche encore %n minutes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chiffre(s)</source>
        <translation>
            <numerusform>%n chiffre</numerusform>
            <numerusform>%n chiffres</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Attendez %n seconde(s).</source>
        <translation>
            <numerusform>Attendez %n seconde.</numerusform>
            <numerusform>Attendez %n secondes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n feuille(s) sortie(s)</source>
        <translation>
            <numerusform>%n feuille sortie</numerusform>
            <numerusform>%n feuilles sorties</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n copie(s)</source>
        <translation>
            <numerusform>%n copie</numerusform>
            <numerusform>%n copies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 et %n autre(s)</source>
        <translation>
            <numerusform>%1 et %n autre</numerusform>
            <numerusform>%1 et %n autres</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Home</name>
    <message numerus="yes">
        <source>Pour l&apos;informatique&#xa0;: %n erreur(s)</source>
        <translation>
            <numerusform>Pour l&apos;informatique&#xa0;: %n erreur</numerusform>
            <numerusform>Pour l&apos;informatique&#xa0;: %n erreurs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n erreur(s)</source>
        <translation>
            <numerusform>%n erreur</numerusform>
            <numerusform>%n erreurs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Staff</name>
    <message numerus="yes">
        <source>Demandé %n fois</source>
        <translation>
            <numerusform>Demandé %n fois</numerusform>
            <numerusform>Demandé %n fois</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fois</source>
        <translation>
            <numerusform>%n fois</numerusform>
            <numerusform>%n fois</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>À réparer : %n.</source>
        <translation>
            <numerusform>À réparer : %n.</numerusform>
            <numerusform>À réparer : %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>À regarder : %n.</source>
        <translation>
            <numerusform>À regarder : %n.</numerusform>
            <numerusform>À regarder : %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (pas trouvée %n fois)</source>
        <translation>
            <numerusform>%1 (pas trouvée %n fois)</numerusform>
            <numerusform>%1 (pas trouvée %n fois)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message numerus="yes">
        <source>%n bloqué(s)</source>
        <translation>
            <numerusform>%n bloqué</numerusform>
            <numerusform>%n bloqués</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Warning</name>
    <message numerus="yes">
        <source>seconde(s)</source>
        <translation>
            <numerusform>seconde</numerusform>
            <numerusform>secondes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Encore %n seconde(s)</source>
        <translation>
            <numerusform>Encore %n seconde</numerusform>
            <numerusform>Encore %n secondes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WheelBar</name>
    <message numerus="yes">
        <source>Le médiateur conduit depuis %n minute(s). Pensez à rendre la main.</source>
        <translation>
            <numerusform>Le médiateur conduit depuis %n minute. Pensez à rendre la main.</numerusform>
            <numerusform>Le médiateur conduit depuis %n minutes. Pensez à rendre la main.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Depuis %n minute(s). Pensez à rendre la main.</source>
        <translation>
            <numerusform>Depuis %n minute. Pensez à rendre la main.</numerusform>
            <numerusform>Depuis %n minutes. Pensez à rendre la main.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Wiped</name>
    <message numerus="yes">
        <source>Retour au premier écran dans %n seconde(s)</source>
        <translation>
            <numerusform>Retour au premier écran dans %n seconde</numerusform>
            <numerusform>Retour au premier écran dans %n secondes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>Environ %n minute(s)</source>
        <translation>
            <numerusform>Environ %n minute</numerusform>
            <numerusform>Environ %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n étape(s), une par une</source>
        <translation>
            <numerusform>%n étape</numerusform>
            <numerusform>%n étapes, une par une</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n papier(s) seront effacés</source>
        <translation>
            <numerusform>%n papier sera effacé</numerusform>
            <numerusform>%n papiers seront effacés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 seconde(s)</source>
        <translation>
            <numerusform>%1 seconde</numerusform>
            <numerusform>%1 secondes</numerusform>
        </translation>
    </message>
</context>
</TS>
