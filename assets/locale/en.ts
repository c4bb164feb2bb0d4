<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="fr">
<context>
    <name>Closing</name>
    <message>
        <source>Retour à la page</source>
        <translation>Back to the page</translation>
    </message>
    <message>
        <source>Avant de partir</source>
        <translation>Before you leave</translation>
    </message>
    <message>
        <source>Reprenez vos papiers.</source>
        <translation>Take your papers back.</translation>
    </message>
    <message>
        <source>Et vos lettres.</source>
        <translation>And your letters.</translation>
    </message>
    <message>
        <source>Reprenez vos cartes.</source>
        <translation>Take your cards back.</translation>
    </message>
    <message>
        <source>Carte d'identité, carte Vitale, carte bancaire.</source>
        <translation>Identity card, health card (Vitale), bank card.</translation>
    </message>
    <message>
        <source>Reprenez votre clé USB.</source>
        <translation>Take your USB stick back.</translation>
    </message>
    <message>
        <source>Et vos clés.</source>
        <translation>And your keys.</translation>
    </message>
    <message>
        <source>Reprenez votre téléphone.</source>
        <translation>Take your phone back.</translation>
    </message>
    <message>
        <source>Et son câble.</source>
        <translation>And its cable.</translation>
    </message>
    <message>
        <source>**Ensuite, tout est effacé.**</source>
        <translation>**Then everything is erased.**</translation>
    </message>
    <message>
        <source>Pages, papiers, mots de passe.</source>
        <translation>Pages, papers, passwords.</translation>
    </message>
    <message>
        <source>Tout effacer et partir</source>
        <translation>Erase everything and leave</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>**Médiateur appelé.** Il vient vers vous.</source>
        <translation>**Mediator called.** They are coming to you.</translation>
    </message>
    <message>
        <source>Je suis là</source>
        <translation>I am here</translation>
    </message>
    <message>
        <source>Pour le médiateur</source>
        <translation>For the mediator</translation>
    </message>
    <message>
        <source>**Rien n'est gardé.** Tout est effacé à la fin.</source>
        <translation>**Nothing is kept.** Everything is erased at the end.</translation>
    </message>
    <message>
        <source>Appeler un médiateur</source>
        <translation>Call a mediator</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Langue</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Taille du texte</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>Contraste</source>
        <translation>Contrast</translation>
    </message>
    <message>
        <source>Contraste fort</source>
        <translation>High contrast</translation>
    </message>
    <message>
        <source>Contraste normal</source>
        <translation>Normal contrast</translation>
    </message>
</context>
<context>
    <name>Home</name>
    <message>
        <source>Le plus demandé</source>
        <translation>Most asked for</translation>
    </message>
    <message>
        <source>Par thème</source>
        <translation>By topic</translation>
    </message>
    <message>
        <source>Que voulez-vous faire ?</source>
        <translation>What do you want to do?</translation>
    </message>
    <message>
        <source>Vous</source>
        <translation>You</translation>
    </message>
    <message>
        <source>Le médiateur</source>
        <translation>The mediator</translation>
    </message>
    <message>
        <source>Seul, ou à deux.</source>
        <translation>Alone, or together.</translation>
    </message>
    <message>
        <source>Vous choisissez.</source>
        <translation>You choose.</translation>
    </message>
    <message>
        <source>Je ne sais pas</source>
        <translation>I do not know</translation>
    </message>
    <message numerus="yes">
        <source>Pour l'informatique : %n erreur(s)</source>
        <translation>
            <numerusform>For IT: %n error</numerusform>
            <numerusform>For IT: %n errors</numerusform>
        </translation>
    </message>
    <message>
        <source>Écrivez ce que vous voulez faire</source>
        <translation>Write what you want to do</translation>
    </message>
    <message>
        <source>Chercher</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Écrivez un mot.</source>
        <translation>Write a word.</translation>
    </message>
    <message>
        <source>Écrivez un mot. Exemple : passeport</source>
        <translation>Write a word. Example: passport</translation>
    </message>
</context>
<context>
    <name>Locked</name>
    <message>
        <source>Ce poste est
en pause</source>
        <translation>This station
is paused</translation>
    </message>
    <message>
        <source>Prenez un autre poste.
Ou demandez à l'accueil.</source>
        <translation>Use another station.
Or ask at the desk.</translation>
    </message>
    <message>
        <source>Ce n'est pas votre faute.</source>
        <translation>It is not your fault.</translation>
    </message>
    <message>
        <source>Effacement non vérifié</source>
        <translation>Erasing not verified</translation>
    </message>
    <message>
        <source>Effacement non vérifié, étape %1 sur %2</source>
        <translation>Erasing not verified, step %1 of %2</translation>
    </message>
    <message>
        <source>**Pour l'informatique**</source>
        <translation>**For IT**</translation>
    </message>
    <message>
        <source>Code %1</source>
        <translation>Code %1</translation>
    </message>
    <message>
        <source>Le poste reste fermé jusqu'à une vérification sur place.</source>
        <translation>The station stays closed until it is checked on site.</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>La page arrive…</source>
        <translation>The page is coming…</translation>
    </message>
    <message>
        <source>Attendez un peu. C'est normal.</source>
        <translation>Wait a little. This is normal.</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Retour</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Revenir en haut</source>
        <translation>Back to the top</translation>
    </message>
    <message>
        <source>Voir la suite</source>
        <translation>See more</translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>Pour l'informatique</source>
        <translation>For IT</translation>
    </message>
    <message>
        <source>Ces lignes ont une erreur. Le poste marche sans elles.</source>
        <translation>These lines have an error. The station works without them.</translation>
    </message>
</context>
<context>
    <name>Results</name>
    <message>
        <source>Pas encore de guide.</source>
        <translation>No guide yet.</translation>
    </message>
    <message>
        <source>Appelez un médiateur. Il va faire la démarche avec vous.</source>
        <translation>Call a mediator. They will do it with you.</translation>
    </message>
    <message>
        <source>Ou choisissez ici</source>
        <translation>Or choose here</translation>
    </message>
    <message>
        <source>Entraînement</source>
        <translation>Practice</translation>
    </message>
    <message>
        <source>Résultats pour « %1 »</source>
        <translation>Results for “%1”</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Votre situation</source>
        <translation>Your situation</translation>
    </message>
    <message>
        <source>%1 sur %2</source>
        <translation>%1 of %2</translation>
    </message>
    <message>
        <source>**Ce n'est pas grave.** Vous pouvez commencer.</source>
        <translation>**That is all right.** You can start.</translation>
    </message>
    <message>
        <source>Où le trouver ?</source>
        <translation>Where is it?</translation>
    </message>
    <message>
        <source>Je l'ai</source>
        <translation>I have it</translation>
    </message>
    <message>
        <source>Je ne l'ai pas</source>
        <translation>I do not have it</translation>
    </message>
    <message>
        <source>Préparez vos papiers</source>
        <translation>Get your papers ready</translation>
    </message>
    <message>
        <source>Vous n'avez besoin d'aucun papier.</source>
        <translation>You need no papers.</translation>
    </message>
    <message>
        <source>Sur le site **%1**</source>
        <translation>On the site **%1**</translation>
    </message>
    <message>
        <source>**Site d'entraînement.** Rien n'est envoyé.</source>
        <translation>**Practice site.** Nothing is sent.</translation>
    </message>
    <message>
        <source>**Guide pas encore vérifié sur le vrai site.** Une page peut être différente. Lisez bien l'écran.</source>
        <translation>**Guide not yet checked on the real site.** A page may be different. Read the screen carefully.</translation>
    </message>
    <message>
        <source>**On commence ?** Vous pouvez vous arrêter quand vous voulez.</source>
        <translation>**Shall we start?** You can stop whenever you want.</translation>
    </message>
    <message>
        <source>Je commence</source>
        <translation>I start</translation>
    </message>
    <message>
        <source>Le guide vous montre</source>
        <translation>The guide shows you</translation>
    </message>
    <message>
        <source>Avec le médiateur</source>
        <translation>With the mediator</translation>
    </message>
    <message>
        <source>Il vient à côté de vous</source>
        <translation>They come beside you</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Je suis là</source>
        <translation>I am here</translation>
    </message>
    <message>
        <source>Pour le médiateur</source>
        <translation>For the mediator</translation>
    </message>
    <message>
        <source>Terminer</source>
        <translation>Finish</translation>
    </message>
    <message>
        <source>Vous conduisez</source>
        <translation>You are driving</translation>
    </message>
    <message>
        <source>Médiateur appelé</source>
        <translation>Mediator called</translation>
    </message>
    <message>
        <source>Le médiateur est à côté</source>
        <translation>The mediator is beside you</translation>
    </message>
    <message>
        <source>Pas de médiateur</source>
        <translation>No mediator</translation>
    </message>
    <message>
        <source>Médiateur</source>
        <translation>Mediator</translation>
    </message>
    <message>
        <source>Perdu ?</source>
        <translation>Lost?</translation>
    </message>
    <message>
        <source>Je suis perdu</source>
        <translation>I am lost</translation>
    </message>
</context>
<context>
    <name>Unsure</name>
    <message>
        <source>On va vous aider</source>
        <translation>We will help you</translation>
    </message>
    <message>
        <source>Montrez votre lettre ou votre papier au médiateur.</source>
        <translation>Show your letter or your paper to the mediator.</translation>
    </message>
    <message>
        <source>Dites-lui ce qui vous amène. Il cherche avec vous.</source>
        <translation>Tell them what brings you here. They will look with you.</translation>
    </message>
</context>
<context>
    <name>Warning</name>
    <message>
        <source>Temps qui reste</source>
        <translation>Time left</translation>
    </message>
    <message>
        <source>Êtes-vous toujours là ?</source>
        <translation>Are you still there?</translation>
    </message>
    <message>
        <source>Sans réponse, tout sera effacé.</source>
        <translation>Without an answer, everything will be erased.</translation>
    </message>
    <message>
        <source>Je suis toujours là</source>
        <translation>I am still here</translation>
    </message>
    <message>
        <source>J'ai fini. Tout effacer.</source>
        <translation>I have finished. Erase everything.</translation>
    </message>
    <message numerus="yes">
        <source>seconde(s)</source>
        <translation>
            <numerusform>second</numerusform>
            <numerusform>seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Wiped</name>
    <message>
        <source>Tout est effacé</source>
        <translation>Everything is erased</translation>
    </message>
    <message>
        <source>Il ne reste rien de vous sur ce poste.</source>
        <translation>Nothing of yours is left on this station.</translation>
    </message>
    <message>
        <source>**Vous pouvez partir.** Bonne journée.</source>
        <translation>**You can leave.** Have a good day.</translation>
    </message>
    <message>
        <source>à %1</source>
        <translation>at %1</translation>
    </message>
    <message>
        <source>Vérifié</source>
        <translation>Verified</translation>
    </message>
    <message>
        <source>%1 sur %2. Rien ne reste.</source>
        <translation>%1 of %2. Nothing is left.</translation>
    </message>
    <message>
        <source>Nouvelle personne</source>
        <translation>New person</translation>
    </message>
    <message numerus="yes">
        <source>Retour à l'accueil dans %n seconde(s)</source>
        <translation>
            <numerusform>Back to the start in %n second</numerusform>
            <numerusform>Back to the start in %n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Wiping</name>
    <message>
        <source>On efface tout</source>
        <translation>Erasing everything</translation>
    </message>
    <message>
        <source>Attendez quelques secondes.</source>
        <translation>Wait a few seconds.</translation>
    </message>
    <message>
        <source>Effacé</source>
        <translation>Erased</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Papiers</source>
        <translation>Papers</translation>
    </message>
    <message>
        <source>Famille et école</source>
        <translation>Family and school</translation>
    </message>
    <message>
        <source>Santé et aides</source>
        <translation>Health and benefits</translation>
    </message>
    <message>
        <source>Travail</source>
        <translation>Work</translation>
    </message>
    <message>
        <source>Retraite</source>
        <translation>Pension</translation>
    </message>
    <message>
        <source>Logement</source>
        <translation>Housing</translation>
    </message>
    <message>
        <source>Transports</source>
        <translation>Transport</translation>
    </message>
    <message>
        <source>Impôts et argent</source>
        <translation>Tax and money</translation>
    </message>
    <message>
        <source>Justice</source>
        <translation>Justice</translation>
    </message>
    <message>
        <source>Étrangers</source>
        <translation>Foreign nationals</translation>
    </message>
    <message>
        <source>Mail et Internet</source>
        <translation>Email and Internet</translation>
    </message>
    <message>
        <source>Sport et culture</source>
        <translation>Sport and culture</translation>
    </message>
    <message>
        <source>Associations</source>
        <translation>Associations</translation>
    </message>
    <message>
        <source>Pages visitées et comptes ouverts</source>
        <translation>Pages visited and accounts opened</translation>
    </message>
    <message>
        <source>Papiers et photos</source>
        <translation>Papers and photos</translation>
    </message>
    <message>
        <source>Connexion au site</source>
        <translation>Connection to the site</translation>
    </message>
    <message>
        <source>Textes copiés</source>
        <translation>Copied texts</translation>
    </message>
    <message>
        <source>Fichiers de passage</source>
        <translation>Temporary files</translation>
    </message>
    <message>
        <source>Recherches et réponses</source>
        <translation>Searches and answers</translation>
    </message>
    <message>
        <source>Personne n'a répondu. La visite est finie.</source>
        <translation>Nobody answered. The visit is over.</translation>
    </message>
    <message>
        <source>La page n'est pas venue. Ce n'est pas votre faute.</source>
        <translation>The page did not come. It is not your fault.</translation>
    </message>
    <message>
        <source>La page ne répondait plus. Ce n'est pas votre faute.</source>
        <translation>The page no longer answered. It is not your fault.</translation>
    </message>
    <message>
        <source>La page s'est arrêtée. Ce n'est pas votre faute.</source>
        <translation>The page stopped. It is not your fault.</translation>
    </message>
    <message>
        <source>La page s'est mal conduite. Le poste l'a fermée.</source>
        <translation>The page did not behave. The station has closed it.</translation>
    </message>
    <message numerus="yes">
        <source>Environ %n minute(s)</source>
        <translation>
            <numerusform>About %n minute</numerusform>
            <numerusform>About %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n étape(s), une par une</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps, one by one</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) seront effacés</source>
        <translation>
            <numerusform>%n document will be erased</numerusform>
            <numerusform>%n documents will be erased</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 seconde(s)</source>
        <translation>
            <numerusform>%1 seconds</numerusform>
            <numerusform>%1 seconds</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 h %2</source>
        <translation>%1:%2</translation>
    </message>
</context>
</TS>
