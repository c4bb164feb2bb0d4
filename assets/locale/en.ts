<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="fr">
<context>
    <name>Backdrop</name>
    <message>
        <source>La page revient.</source>
        <translation>The page is coming back.</translation>
    </message>
    <message>
        <source>Attendez un peu. Rien n&apos;est perdu.</source>
        <translation>Wait a moment. Nothing is lost.</translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>Revenir à la page</source>
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
        <source>Reprenez votre clé USB.</source>
        <translation>Take your USB stick back.</translation>
    </message>
    <message>
        <source>Et vos clés.</source>
        <translation>And your keys.</translation>
    </message>
    <message>
        <source>Mon reçu</source>
        <translation>My receipt</translation>
    </message>
    <message>
        <source>Reprenez votre papier dans le scanner.</source>
        <translation>Take your paper out of the scanner.</translation>
    </message>
    <message>
        <source>Soulevez le couvercle.</source>
        <translation>Lift the lid.</translation>
    </message>
    <message>
        <source>Reprenez vos feuilles dans l&apos;imprimante.</source>
        <translation>Take your sheets from the printer.</translation>
    </message>
    <message>
        <source>Prenez toutes les feuilles.</source>
        <translation>Take every sheet.</translation>
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
        <source>Votre clé USB est encore branchée.</source>
        <translation>Your USB stick is still plugged in.</translation>
    </message>
    <message>
        <source>Reprenez vos papiers et vos cartes.</source>
        <translation>Take your papers and cards back.</translation>
    </message>
    <message>
        <source>Carte d&apos;identité, carte Vitale, lettres.</source>
        <translation>Identity card, carte Vitale, letters.</translation>
    </message>
    <message>
        <source>Carte d&apos;identité, carte Vitale, carte bancaire.</source>
        <translation>Identity card, carte Vitale, bank card.</translation>
    </message>
    <message>
        <source>Branchée</source>
        <translation>Plugged in</translation>
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
    <name>Desk</name>
    <message>
        <source>On cherche le scanner…</source>
        <translation>Looking for the scanner…</translation>
    </message>
    <message>
        <source>On prépare l&apos;imprimante…</source>
        <translation>Getting the printer ready…</translation>
    </message>
    <message>
        <source>On prépare le téléphone…</source>
        <translation>Getting the phone ready…</translation>
    </message>
    <message>
        <source>On prépare votre papier…</source>
        <translation>Getting your paper ready…</translation>
    </message>
    <message>
        <source>Branchez votre clé USB</source>
        <translation>Plug in your USB stick</translation>
    </message>
    <message>
        <source>On copie vos papiers dessus. On ne regarde pas le reste.</source>
        <translation>We copy your papers onto it. We do not look at the rest.</translation>
    </message>
    <message>
        <source>Il y a plusieurs clés</source>
        <translation>There are several sticks</translation>
    </message>
    <message>
        <source>Laissez une seule clé&#xa0;: la vôtre.</source>
        <translation>Leave only one stick: yours.</translation>
    </message>
    <message>
        <source>On copie</source>
        <translation>Copying</translation>
    </message>
    <message>
        <source>Ne retirez pas la clé.</source>
        <translation>Do not pull the stick out.</translation>
    </message>
    <message>
        <source>**Vous pouvez retirer la clé.**</source>
        <translation>**You can pull the stick out.**</translation>
    </message>
    <message>
        <source>La clé est retirée</source>
        <translation>The stick is out</translation>
    </message>
    <message>
        <source>Vos papiers sont dessus. Ne l&apos;oubliez pas.</source>
        <translation>Your papers are on it. Do not forget it.</translation>
    </message>
    <message>
        <source>La copie n&apos;est pas faite</source>
        <translation>Nothing was copied</translation>
    </message>
    <message>
        <source>Imprimer</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>On prépare votre papier.</source>
        <translation>Getting your paper ready.</translation>
    </message>
    <message>
        <source>Votre papier attend</source>
        <translation>Your paper is waiting</translation>
    </message>
    <message>
        <source>Un médiateur doit taper son code. Ensuite, le papier sort.</source>
        <translation>A mediator must type their code. Then the paper comes out.</translation>
    </message>
    <message>
        <source>L&apos;imprimante travaille</source>
        <translation>The printer is working</translation>
    </message>
    <message>
        <source>Restez près de l&apos;imprimante.</source>
        <translation>Stay near the printer.</translation>
    </message>
    <message>
        <source>L&apos;imprimante attend</source>
        <translation>The printer is waiting</translation>
    </message>
    <message>
        <source>C&apos;est imprimé</source>
        <translation>It is printed</translation>
    </message>
    <message>
        <source>**Prenez votre papier dans l&apos;imprimante.**</source>
        <translation>**Take your paper from the printer.**</translation>
    </message>
    <message>
        <source>Ce n&apos;est pas imprimé</source>
        <translation>It is not printed</translation>
    </message>
    <message>
        <source>Votre téléphone est relié</source>
        <translation>Your phone is connected</translation>
    </message>
    <message>
        <source>Prenez la photo avec le téléphone. Elle arrive ici.</source>
        <translation>Take the photo with the phone. It arrives here.</translation>
    </message>
    <message>
        <source>Touchez «&#xa0;Enregistrer&#xa0;» sur le téléphone.</source>
        <translation>Touch “Save” on the phone.</translation>
    </message>
    <message>
        <source>Le téléphone a fini</source>
        <translation>The phone has finished</translation>
    </message>
    <message>
        <source>C&apos;est sur votre téléphone</source>
        <translation>It is on your phone</translation>
    </message>
    <message>
        <source>Regardez dans «&#xa0;Téléchargements&#xa0;».</source>
        <translation>Look in “Downloads”.</translation>
    </message>
    <message>
        <source>Le carré ne marche plus</source>
        <translation>The square no longer works</translation>
    </message>
    <message>
        <source>Ce n&apos;est pas grave. Demandez un nouveau carré.</source>
        <translation>That is all right. Ask for a new square.</translation>
    </message>
    <message numerus="yes">
        <source>%n papier(s) copié(s)</source>
        <translation>
            <numerusform>%n paper copied</numerusform>
            <numerusform>%n papers copied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) reçue(s).</source>
        <translation>
            <numerusform>%n photo received.</numerusform>
            <numerusform>%n photos received.</numerusform>
        </translation>
    </message>
    <message>
        <source>Enregistrés&#xa0;: %1 sur %2.</source>
        <translation>Saved: %1 of %2.</translation>
    </message>
    <message>
        <source>Le carré marche encore moins d&apos;une minute.</source>
        <translation>The square works for less than a minute more.</translation>
    </message>
    <message numerus="yes">
        <source>Le carré marche encore %n minute(s).</source>
        <translation>
            <numerusform>The square works for %n more minute.</numerusform>
            <numerusform>The square works for %n more minutes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Votre papier est toujours là.</source>
        <translation>Your paper is still here.</translation>
    </message>
    <message>
        <source>Les feuilles d&apos;avant sont gardées.</source>
        <translation>The sheets before are kept.</translation>
    </message>
    <message>
        <source>Ce qui est déjà passé est gardé.</source>
        <translation>What has arrived is kept.</translation>
    </message>
    <message>
        <source>Rien n&apos;est perdu.</source>
        <translation>Nothing is lost.</translation>
    </message>
    <message>
        <source>Réessayez. Ou appelez un médiateur.</source>
        <translation>Try again. Or call a mediator.</translation>
    </message>
    <message>
        <source>Appelez un médiateur.</source>
        <translation>Call a mediator.</translation>
    </message>
    <message>
        <source>Prenez une autre clé. Ou votre téléphone.</source>
        <translation>Use another stick. Or your phone.</translation>
    </message>
    <message>
        <source>Le poste ne trouve pas le scanner.</source>
        <translation>The computer cannot find the scanner.</translation>
    </message>
    <message>
        <source>Allumez le scanner. Puis réessayez.</source>
        <translation>Switch the scanner on. Then try again.</translation>
    </message>
    <message>
        <source>Le scanner travaille déjà.</source>
        <translation>The scanner is already working.</translation>
    </message>
    <message>
        <source>Attendez un peu. Puis réessayez.</source>
        <translation>Wait a little. Then try again.</translation>
    </message>
    <message>
        <source>Le scanner ne sent pas de feuille.</source>
        <translation>The scanner feels no sheet.</translation>
    </message>
    <message>
        <source>Posez vos feuilles en haut du scanner. Puis réessayez.</source>
        <translation>Put your sheets on top of the scanner. Then try again.</translation>
    </message>
    <message>
        <source>Une feuille est coincée dans le scanner.</source>
        <translation>A sheet is stuck in the scanner.</translation>
    </message>
    <message>
        <source>Tirez la feuille doucement. Puis réessayez.</source>
        <translation>Pull the sheet gently. Then try again.</translation>
    </message>
    <message>
        <source>Le scanner est ouvert.</source>
        <translation>The scanner is open.</translation>
    </message>
    <message>
        <source>Fermez le couvercle. Puis réessayez.</source>
        <translation>Close the lid. Then try again.</translation>
    </message>
    <message>
        <source>Le scanner s&apos;est arrêté.</source>
        <translation>The scanner has stopped.</translation>
    </message>
    <message>
        <source>Le téléphone ne peut pas parler à ce poste.</source>
        <translation>The phone cannot talk to this computer.</translation>
    </message>
    <message>
        <source>Un autre téléphone a essayé. Le poste a dit non.</source>
        <translation>Another phone tried. The computer said no.</translation>
    </message>
    <message>
        <source>Continuez avec votre téléphone.</source>
        <translation>Go on with your phone.</translation>
    </message>
    <message>
        <source>Le carré ne marche plus. Il a trop attendu.</source>
        <translation>The square no longer works. It waited too long.</translation>
    </message>
    <message>
        <source>Demandez un nouveau carré.</source>
        <translation>Ask for a new square.</translation>
    </message>
    <message>
        <source>Le téléphone ne répond plus.</source>
        <translation>The phone no longer answers.</translation>
    </message>
    <message>
        <source>Ce papier est trop lourd pour le poste.</source>
        <translation>This paper is too heavy for the computer.</translation>
    </message>
    <message>
        <source>Vos autres papiers sont gardés.</source>
        <translation>Your other papers are kept.</translation>
    </message>
    <message>
        <source>Prenez moins de pages à la fois.</source>
        <translation>Take fewer pages at a time.</translation>
    </message>
    <message>
        <source>Il y a trop de pages.</source>
        <translation>There are too many pages.</translation>
    </message>
    <message>
        <source>Les pages déjà là sont gardées.</source>
        <translation>The pages already here are kept.</translation>
    </message>
    <message>
        <source>Gardez ce papier. Puis faites-en un autre.</source>
        <translation>Keep this paper. Then make another one.</translation>
    </message>
    <message>
        <source>Il n&apos;y a plus de place pour vos papiers.</source>
        <translation>There is no room left for your papers.</translation>
    </message>
    <message>
        <source>Les papiers déjà là sont gardés.</source>
        <translation>The papers already here are kept.</translation>
    </message>
    <message>
        <source>Enlevez un papier de la page. Puis réessayez.</source>
        <translation>Remove a paper from the page. Then try again.</translation>
    </message>
    <message>
        <source>Ce papier est abîmé. Le poste ne peut pas l&apos;ouvrir.</source>
        <translation>This paper is damaged. The computer cannot open it.</translation>
    </message>
    <message>
        <source>Recommencez avec le papier du début.</source>
        <translation>Start again with the first paper.</translation>
    </message>
    <message>
        <source>Ce papier est fermé par un mot de passe.</source>
        <translation>This paper is closed by a password.</translation>
    </message>
    <message>
        <source>Demandez le même papier sans mot de passe.</source>
        <translation>Ask for the same paper without a password.</translation>
    </message>
    <message>
        <source>Ce papier demande trop de travail au poste.</source>
        <translation>This paper is too much work for the computer.</translation>
    </message>
    <message>
        <source>Essayez avec moins de pages.</source>
        <translation>Try with fewer pages.</translation>
    </message>
    <message>
        <source>Le poste ne sait pas lire ce papier.</source>
        <translation>The computer cannot read this paper.</translation>
    </message>
    <message>
        <source>Plus léger, on ne peut plus le lire.</source>
        <translation>Any lighter, nobody could read it.</translation>
    </message>
    <message>
        <source>Votre papier est comme avant.</source>
        <translation>Your paper is as it was before.</translation>
    </message>
    <message>
        <source>Gardez moins de pages. Ou appelez un médiateur.</source>
        <translation>Keep fewer pages. Or call a mediator.</translation>
    </message>
    <message>
        <source>Le poste n&apos;a pas réussi.</source>
        <translation>The computer did not manage it.</translation>
    </message>
    <message>
        <source>Le poste ne trouve pas l&apos;imprimante.</source>
        <translation>The computer cannot find the printer.</translation>
    </message>
    <message>
        <source>L&apos;imprimante ne répond pas.</source>
        <translation>The printer does not answer.</translation>
    </message>
    <message>
        <source>Regardez si elle est allumée.</source>
        <translation>Look whether it is switched on.</translation>
    </message>
    <message>
        <source>L&apos;imprimante n&apos;a plus de papier.</source>
        <translation>The printer has no paper left.</translation>
    </message>
    <message>
        <source>Mettez du papier. Ou appelez un médiateur.</source>
        <translation>Put paper in. Or call a mediator.</translation>
    </message>
    <message>
        <source>L&apos;imprimante n&apos;a plus d&apos;encre.</source>
        <translation>The printer has no ink left.</translation>
    </message>
    <message>
        <source>Une feuille est coincée dans l&apos;imprimante.</source>
        <translation>A sheet is stuck in the printer.</translation>
    </message>
    <message>
        <source>L&apos;imprimante est ouverte.</source>
        <translation>The printer is open.</translation>
    </message>
    <message>
        <source>Fermez-la doucement.</source>
        <translation>Close it gently.</translation>
    </message>
    <message>
        <source>L&apos;imprimante s&apos;est arrêtée.</source>
        <translation>The printer has stopped.</translation>
    </message>
    <message>
        <source>Le poste ne sait pas lire cette clé.</source>
        <translation>The computer cannot read this stick.</translation>
    </message>
    <message>
        <source>La clé n&apos;a pas changé.</source>
        <translation>The stick has not changed.</translation>
    </message>
    <message>
        <source>La clé est pleine.</source>
        <translation>The stick is full.</translation>
    </message>
    <message>
        <source>Rien n&apos;est effacé sur la clé.</source>
        <translation>Nothing is erased on the stick.</translation>
    </message>
    <message>
        <source>On ne peut rien mettre sur cette clé.</source>
        <translation>Nothing can be put on this stick.</translation>
    </message>
    <message>
        <source>La clé est partie trop tôt.</source>
        <translation>The stick left too soon.</translation>
    </message>
    <message>
        <source>Remettez la clé. Puis réessayez.</source>
        <translation>Put the stick back. Then try again.</translation>
    </message>
    <message>
        <source>La clé ne marche pas.</source>
        <translation>The stick does not work.</translation>
    </message>
    <message>
        <source>Réessayez. Ou prenez une autre clé.</source>
        <translation>Try again. Or use another stick.</translation>
    </message>
    <message>
        <source>réuni en un seul</source>
        <translation>put together as one</translation>
    </message>
    <message>
        <source>réduit à quelques pages</source>
        <translation>cut down to a few pages</translation>
    </message>
    <message>
        <source>tourné</source>
        <translation>turned</translation>
    </message>
    <message>
        <source>coupé aux bords</source>
        <translation>cut at the edges</translation>
    </message>
    <message>
        <source>redressé</source>
        <translation>straightened</translation>
    </message>
    <message>
        <source>éclairci</source>
        <translation>made brighter</translation>
    </message>
    <message>
        <source>mis en PDF</source>
        <translation>made a PDF</translation>
    </message>
    <message>
        <source>mis en image</source>
        <translation>made a picture</translation>
    </message>
    <message>
        <source>rendu plus léger</source>
        <translation>made lighter</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 et %2</source>
        <translation>%1 and %2</translation>
    </message>
    <message>
        <source>Ce papier a été %1.</source>
        <translation>This paper was %1.</translation>
    </message>
    <message>
        <source>Ce papier a été %1&#xa0;: de %2 à %3.</source>
        <translation>This paper was %1: from %2 to %3.</translation>
    </message>
    <message>
        <source>%1&#xa0;Ko</source>
        <translation>%1 KB</translation>
    </message>
    <message>
        <source>%1&#xa0;Mo</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>%1,%2&#xa0;Mo</source>
        <translation>%1.%2 MB</translation>
    </message>
    <message>
        <source>Ce papier pèse %1.</source>
        <translation>This paper weighs %1.</translation>
    </message>
    <message>
        <source>%1 Le site l&apos;accepte.</source>
        <translation>%1 The site accepts it.</translation>
    </message>
    <message>
        <source>Le site accepte %1.</source>
        <translation>The site accepts %1.</translation>
    </message>
    <message>
        <source>Ce papier est une image. Le site veut un PDF.</source>
        <translation>This paper is a picture. The site wants a PDF.</translation>
    </message>
    <message>
        <source>Ce papier est un PDF. Le site veut une image.</source>
        <translation>This paper is a PDF. The site wants a picture.</translation>
    </message>
    <message>
        <source>On lit bien.</source>
        <translation>Easy to read.</translation>
    </message>
    <message>
        <source>On lit mal. Recommencez avec plus de lumière.</source>
        <translation>Hard to read. Try again with more light.</translation>
    </message>
    <message>
        <source>On reconnaît&#xa0;: %1.</source>
        <translation>It looks like: %1.</translation>
    </message>
    <message>
        <source>Le scanner</source>
        <translation>The scanner</translation>
    </message>
    <message>
        <source>Posez la feuille dessus.</source>
        <translation>Lay the sheet on it.</translation>
    </message>
    <message>
        <source>Mon téléphone</source>
        <translation>My phone</translation>
    </message>
    <message>
        <source>Prenez le papier en photo.</source>
        <translation>Take a photo of the paper.</translation>
    </message>
    <message>
        <source>Ajouter un papier&#xa0;: avec quoi&#xa0;?</source>
        <translation>Add a paper: with what?</translation>
    </message>
    <message>
        <source>Les flèches du clavier le déplacent.</source>
        <translation>The arrow keys move it.</translation>
    </message>
    <message>
        <source>Coin en haut à gauche</source>
        <translation>Top left corner</translation>
    </message>
    <message>
        <source>Coin en haut à droite</source>
        <translation>Top right corner</translation>
    </message>
    <message>
        <source>Coin en bas à gauche</source>
        <translation>Bottom left corner</translation>
    </message>
    <message>
        <source>Coin en bas à droite</source>
        <translation>Bottom right corner</translation>
    </message>
    <message>
        <source>Tourner</source>
        <translation>Turn</translation>
    </message>
    <message>
        <source>Redresser</source>
        <translation>Straighten</translation>
    </message>
    <message>
        <source>En PDF</source>
        <translation>As a PDF</translation>
    </message>
    <message>
        <source>En image</source>
        <translation>As a picture</translation>
    </message>
    <message>
        <source>Plus léger</source>
        <translation>Lighter</translation>
    </message>
    <message>
        <source>Choisir des pages</source>
        <translation>Choose pages</translation>
    </message>
    <message>
        <source>Comme avant</source>
        <translation>As before</translation>
    </message>
    <message>
        <source>Regardez chaque page. Cochez celles à garder.</source>
        <translation>Look at each page. Tick those to keep.</translation>
    </message>
    <message>
        <source>Annuler</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Garder ces pages</source>
        <translation>Keep these pages</translation>
    </message>
    <message>
        <source>Rendre plus léger</source>
        <translation>Make it lighter</translation>
    </message>
    <message>
        <source>Garder</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>On lit mal ce papier.</source>
        <translation>This paper is hard to read.</translation>
    </message>
    <message>
        <source>Mettre en PDF</source>
        <translation>Make it a PDF</translation>
    </message>
    <message>
        <source>Mettre en image</source>
        <translation>Make it a picture</translation>
    </message>
    <message>
        <source>Garder cette page</source>
        <translation>Keep this page</translation>
    </message>
    <message>
        <source>%1 sur %2 à garder</source>
        <translation>%1 of %2 to keep</translation>
    </message>
    <message>
        <source>Un autre numéro</source>
        <translation>Another number</translation>
    </message>
    <message>
        <source>Un autre numéro à garder</source>
        <translation>Another number to keep</translation>
    </message>
    <message>
        <source>Ajouter</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Page d&apos;avant</source>
        <translation>Page before</translation>
    </message>
    <message>
        <source>Page d&apos;après</source>
        <translation>Page after</translation>
    </message>
    <message>
        <source>Page %1 sur %2</source>
        <translation>Page %1 of %2</translation>
    </message>
    <message>
        <source>Un instant…</source>
        <translation>One moment…</translation>
    </message>
    <message>
        <source>Image du papier</source>
        <translation>Picture of the paper</translation>
    </message>
    <message>
        <source>Voir les photos</source>
        <translation>See the photos</translation>
    </message>
    <message>
        <source>Nouveau carré</source>
        <translation>New square</translation>
    </message>
    <message>
        <source>C&apos;est fini</source>
        <translation>Finished</translation>
    </message>
    <message>
        <source>Ouvrez l&apos;appareil photo.</source>
        <translation>Open the camera.</translation>
    </message>
    <message>
        <source>Visez le carré. Touchez le lien.</source>
        <translation>Point at the square. Touch the link.</translation>
    </message>
    <message>
        <source>**Votre téléphone va montrer une alerte.** C&apos;est normal ici. Touchez «&#xa0;Paramètres avancés&#xa0;». Puis «&#xa0;Continuer&#xa0;».</source>
        <translation>**Your phone will show a warning.** This is normal here. Touch “Advanced”. Then “Proceed”.</translation>
    </message>
    <message>
        <source>Avec votre téléphone</source>
        <translation>With your phone</translation>
    </message>
    <message>
        <source>Sur votre téléphone</source>
        <translation>Onto your phone</translation>
    </message>
    <message>
        <source>Photographiez le papier.</source>
        <translation>Take a photo of the paper.</translation>
    </message>
    <message>
        <source>Touchez «&#xa0;Enregistrer&#xa0;».</source>
        <translation>Touch “Save”.</translation>
    </message>
    <message>
        <source>L&apos;adresse est %1.</source>
        <translation>The address is %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n chiffre(s)</source>
        <translation>
            <numerusform>%n digit</numerusform>
            <numerusform>%n digits</numerusform>
        </translation>
    </message>
    <message>
        <source>Médiateur, tapez votre&#xa0;code.</source>
        <translation>Mediator, type your code.</translation>
    </message>
    <message>
        <source>Valider</source>
        <translation>Confirm</translation>
    </message>
    <message>
        <source>Usager : regardez ailleurs un instant.</source>
        <translation>User: look away for a moment.</translation>
    </message>
    <message>
        <source>Effacer</source>
        <translation>Erase</translation>
    </message>
    <message>
        <source>**Trop d&apos;essais.** Ce code est fermé. Demandez à votre responsable.</source>
        <translation>**Too many tries.** This code is closed. Ask the person in charge.</translation>
    </message>
    <message numerus="yes">
        <source>Attendez %n seconde(s).</source>
        <translation>
            <numerusform>Wait %n second.</numerusform>
            <numerusform>Wait %n seconds.</numerusform>
        </translation>
    </message>
    <message>
        <source>**Ce n&apos;est pas ce code.**</source>
        <translation>**That is not the code.**</translation>
    </message>
    <message>
        <source>**Ce n&apos;est pas ce code.** Réessayez.</source>
        <translation>**That is not the code.** Try again.</translation>
    </message>
    <message>
        <source>Un médiateur tapera son code. Ensuite, le papier sort.</source>
        <translation>A mediator will type their code. Then the paper comes out.</translation>
    </message>
    <message>
        <source>Combien&#xa0;?</source>
        <translation>How many?</translation>
    </message>
    <message>
        <source>Une de moins</source>
        <translation>One less</translation>
    </message>
    <message>
        <source>Une de plus</source>
        <translation>One more</translation>
    </message>
    <message>
        <source>Arrêter</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Taper le code</source>
        <translation>Type the code</translation>
    </message>
    <message numerus="yes">
        <source>%n feuille(s) sortie(s)</source>
        <translation>
            <numerusform>%n sheet is out</numerusform>
            <numerusform>%n sheets are out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n copie(s)</source>
        <translation>
            <numerusform>%n copy</numerusform>
            <numerusform>%n copies</numerusform>
        </translation>
    </message>
    <message>
        <source>Réessayer</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Carré à montrer à l&apos;appareil photo du téléphone</source>
        <translation>Square to show to the phone&apos;s camera</translation>
    </message>
    <message>
        <source>Votre reçu</source>
        <translation>Your receipt</translation>
    </message>
    <message>
        <source>Le poste ne garde pas ce reçu.</source>
        <translation>The computer does not keep this receipt.</translation>
    </message>
    <message>
        <source>Et après&#xa0;?</source>
        <translation>And then?</translation>
    </message>
    <message>
        <source>Visez ce carré avec votre téléphone. Le reçu s&apos;affiche.</source>
        <translation>Point your phone at this square. The receipt appears.</translation>
    </message>
    <message>
        <source>Cochez les numéros à garder.</source>
        <translation>Tick the numbers to keep.</translation>
    </message>
    <message>
        <source>Vous avez un numéro de dossier&#xa0;? Écrivez-le.</source>
        <translation>Do you have a file number? Write it.</translation>
    </message>
    <message>
        <source>Revoir le texte</source>
        <translation>See the words again</translation>
    </message>
    <message>
        <source>Sur mon téléphone</source>
        <translation>Onto my phone</translation>
    </message>
    <message>
        <source>Feuille %1 sur %2</source>
        <translation>Sheet %1 of %2</translation>
    </message>
    <message>
        <source>Feuille d&apos;avant</source>
        <translation>Sheet before</translation>
    </message>
    <message>
        <source>Feuille d&apos;après</source>
        <translation>Sheet after</translation>
    </message>
    <message>
        <source>Ouvrez le scanner.</source>
        <translation>Open the scanner.</translation>
    </message>
    <message>
        <source>Posez la feuille. Le texte est contre la vitre.</source>
        <translation>Lay the sheet down. The words face the glass.</translation>
    </message>
    <message>
        <source>Fermez le couvercle.</source>
        <translation>Close the lid.</translation>
    </message>
    <message>
        <source>Le scanner avance</source>
        <translation>The scanner is moving on</translation>
    </message>
    <message>
        <source>Couper les bords</source>
        <translation>Cut the edges</translation>
    </message>
    <message>
        <source>Enlever</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Tirez les ronds bleus.</source>
        <translation>Drag the blue circles.</translation>
    </message>
    <message>
        <source>Gardez tout le papier dans le cadre.</source>
        <translation>Keep the whole paper in the frame.</translation>
    </message>
    <message>
        <source>Couper</source>
        <translation>Cut</translation>
    </message>
    <message>
        <source>Une autre photo</source>
        <translation>Another photo</translation>
    </message>
    <message>
        <source>Garder ce papier</source>
        <translation>Keep this paper</translation>
    </message>
    <message>
        <source>Attendez la fin du bruit. Laissez le couvercle fermé.</source>
        <translation>Wait until the noise stops. Leave the lid closed.</translation>
    </message>
    <message>
        <source>Remettre les bords</source>
        <translation>Put the edges back</translation>
    </message>
    <message>
        <source>Le scanner travaille</source>
        <translation>The scanner is working</translation>
    </message>
    <message>
        <source>Posez votre papier</source>
        <translation>Lay your paper down</translation>
    </message>
    <message>
        <source>Regardez votre papier</source>
        <translation>Look at your paper</translation>
    </message>
    <message>
        <source>Plusieurs feuilles</source>
        <translation>Several sheets</translation>
    </message>
    <message>
        <source>Scanner les feuilles</source>
        <translation>Scan the sheets</translation>
    </message>
    <message>
        <source>Une autre feuille</source>
        <translation>Another sheet</translation>
    </message>
    <message>
        <source>Scanner une feuille</source>
        <translation>Scan a sheet</translation>
    </message>
    <message>
        <source>La copie avance</source>
        <translation>The copy is moving on</translation>
    </message>
    <message>
        <source>Avec un carré à viser.</source>
        <translation>With a square to point at.</translation>
    </message>
    <message>
        <source>Sur une feuille.</source>
        <translation>On a sheet.</translation>
    </message>
    <message>
        <source>Ma clé USB</source>
        <translation>My USB stick</translation>
    </message>
    <message>
        <source>Branchez-la au poste.</source>
        <translation>Plug it into the computer.</translation>
    </message>
    <message>
        <source>Emporter&#xa0;: comment&#xa0;?</source>
        <translation>Take away: how?</translation>
    </message>
    <message numerus="yes">
        <source>%1 et %n autre(s)</source>
        <translation>
            <numerusform>%1 and %n other</numerusform>
            <numerusform>%1 and %n others</numerusform>
        </translation>
    </message>
    <message>
        <source>**Par mail&#xa0;:** ouvrez votre boîte mail. Cliquez sur «&#xa0;Joindre&#xa0;». Votre papier est là.</source>
        <translation>**By email:** open your mailbox. Click on “Joindre” (attach). Your paper is there.</translation>
    </message>
    <message>
        <source>Attendez un peu. C&apos;est normal.</source>
        <translation>Wait a little. This is normal.</translation>
    </message>
</context>
<context>
    <name>Devices</name>
    <message>
        <source>Étape %1 sur %2</source>
        <translation>Step %1 of %2</translation>
    </message>
    <message>
        <source>C&apos;est déjà à l&apos;usager. Prenez l&apos;autre.</source>
        <translation>This is already the user&apos;s. Take the other one.</translation>
    </message>
    <message>
        <source>Recommencer</source>
        <translation>Start again</translation>
    </message>
    <message>
        <source>Plus tard</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Usager : bougez votre souris.</source>
        <translation>User: move your mouse.</translation>
    </message>
    <message>
        <source>Usager : tapez une touche.</source>
        <translation>User: press a key.</translation>
    </message>
    <message>
        <source>Médiateur : bougez votre souris.</source>
        <translation>Mediator: move your mouse.</translation>
    </message>
    <message>
        <source>Médiateur : tapez une touche.</source>
        <translation>Mediator: press a key.</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>**Médiateur appelé.** Il vient vers vous.</source>
        <translation>**Mediator called.** They are coming to you.</translation>
    </message>
    <message>
        <source>Médiateur</source>
        <translation>Mediator</translation>
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
        <source>**Rien n&apos;est gardé.** Tout est effacé à la fin.</source>
        <translation>**Nothing is kept.** Everything is erased at the end.</translation>
    </message>
    <message>
        <source>Appeler un médiateur</source>
        <translation>Call a mediator</translation>
    </message>
</context>
<context>
    <name>Guest</name>
    <message>
        <source>Page d&apos;avant</source>
        <translation>Previous page</translation>
    </message>
    <message>
        <source>Bonne adresse</source>
        <translation>Right address</translation>
    </message>
    <message>
        <source>Adresse du site : {host}</source>
        <translation>Address of the site: {host}</translation>
    </message>
    <message>
        <source>Cette page n&apos;est pas dans la démarche.</source>
        <translation>This page is not part of the procedure.</translation>
    </message>
    <message>
        <source>Ce poste ouvre seulement les sites de votre démarche.</source>
        <translation>This computer opens only the sites of your procedure.</translation>
    </message>
    <message>
        <source>Cette page n&apos;est pas sûre.</source>
        <translation>This page is not safe.</translation>
    </message>
    <message>
        <source>Internet n&apos;est pas encore ouvert ici.</source>
        <translation>The Internet is not open here yet.</translation>
    </message>
    <message>
        <source>Demandez à l&apos;accueil d&apos;ouvrir Internet sur ce poste.</source>
        <translation>Ask at the desk to open the Internet on this computer.</translation>
    </message>
    <message>
        <source>Ce poste n&apos;a pas Internet en ce moment.</source>
        <translation>This computer has no Internet at the moment.</translation>
    </message>
    <message>
        <source>Aucun site ne peut s&apos;ouvrir. Ce n&apos;est pas votre faute.</source>
        <translation>No site can open. It is not your fault.</translation>
    </message>
    <message>
        <source>Prévenez l&apos;accueil. Réessayez dans un moment.</source>
        <translation>Tell the desk. Try again in a moment.</translation>
    </message>
    <message>
        <source>Le poste ne peut pas vérifier ce site. Il ne l&apos;ouvre pas.</source>
        <translation>The computer cannot check this site. It does not open it.</translation>
    </message>
    <message>
        <source>Revenez en arrière. Si cela recommence, demandez à l&apos;accueil.</source>
        <translation>Go back. If it happens again, ask at the desk.</translation>
    </message>
    <message>
        <source>La date du site est fausse, ou celle du poste.</source>
        <translation>The site&apos;s date is wrong, or this computer&apos;s is.</translation>
    </message>
    <message>
        <source>Pour ce poste, nous sommes le %1. Si c&apos;est faux, prévenez l&apos;accueil.</source>
        <translation>For this computer, today is %1. If that is wrong, tell the desk.</translation>
    </message>
    <message>
        <source>Cette page demande un mot de passe.</source>
        <translation>This page asks for a password.</translation>
    </message>
    <message>
        <source>Ce poste ne peut pas le donner. La page ne s&apos;ouvre pas.</source>
        <translation>This computer cannot give it. The page does not open.</translation>
    </message>
    <message>
        <source>La page s&apos;est arrêtée.</source>
        <translation>The page has stopped.</translation>
    </message>
    <message>
        <source>Ce n&apos;est pas votre faute. Réessayez.</source>
        <translation>It is not your fault. Try again.</translation>
    </message>
    <message>
        <source>Cette page ne répond pas.</source>
        <translation>This page does not answer.</translation>
    </message>
    <message>
        <source>Le site est peut-être en panne. Réessayez dans un moment.</source>
        <translation>The site may be out of order. Try again in a moment.</translation>
    </message>
    <message>
        <source>Rien n&apos;est perdu.</source>
        <translation>Nothing is lost.</translation>
    </message>
    <message>
        <source>Revenir à la page d&apos;avant</source>
        <translation>Go back to the previous page</translation>
    </message>
    <message>
        <source>Revenir au début</source>
        <translation>Back to the beginning</translation>
    </message>
    <message>
        <source>Quel papier voulez-vous donner ?</source>
        <translation>Which paper do you want to give?</translation>
    </message>
    <message>
        <source>Quels papiers voulez-vous donner ?</source>
        <translation>Which papers do you want to give?</translation>
    </message>
    <message>
        <source>Revenir sans donner</source>
        <translation>Go back without giving</translation>
    </message>
    <message>
        <source>Donner ce papier</source>
        <translation>Give this paper</translation>
    </message>
    <message>
        <source>Vous n&apos;avez pas encore ce papier ici.</source>
        <translation>You do not have this paper here yet.</translation>
    </message>
    <message>
        <source>Ouvrez votre papier en bas de l&apos;écran. Cliquez sur **Modifier**.</source>
        <translation>Open your paper at the bottom of the screen. Click on **Change**.</translation>
    </message>
    <message>
        <source>Le site refuse vos autres papiers : ce n&apos;est pas le bon format.</source>
        <translation>The site refuses your other papers: it is not the right format.</translation>
    </message>
    <message>
        <source>Le site refuse vos papiers : ce n&apos;est pas le bon format.</source>
        <translation>The site refuses your papers: it is not the right format.</translation>
    </message>
    <message>
        <source>Ajouter un papier</source>
        <translation>Add a paper</translation>
    </message>
    <message>
        <source>Donner ces papiers</source>
        <translation>Give these papers</translation>
    </message>
    <message>
        <source>Vos papiers</source>
        <translation>Your papers</translation>
    </message>
    <message>
        <source>Fermer</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Réunir des papiers</source>
        <translation>Put papers together</translation>
    </message>
    <message>
        <source>Quels papiers voulez-vous réunir ?</source>
        <translation>Which papers do you want to put together?</translation>
    </message>
    <message>
        <source>Le premier de la liste sera au début.</source>
        <translation>The first on the list will come first.</translation>
    </message>
    <message>
        <source>Réunir en un seul papier</source>
        <translation>Make one paper</translation>
    </message>
    <message>
        <source>J&apos;ai compris</source>
        <translation>I understand</translation>
    </message>
    <message>
        <source>Non, revenir</source>
        <translation>No, go back</translation>
    </message>
    <message>
        <source>Oui</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>Valider</source>
        <translation>Confirm</translation>
    </message>
    <message>
        <source>Le site {host} vous dit :</source>
        <translation>The site {host} tells you:</translation>
    </message>
    <message>
        <source>Imprimer</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Emporter</source>
        <translation>Take away</translation>
    </message>
    <message>
        <source>Modifier</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Ce papier n&apos;est plus ici.</source>
        <translation>This paper is no longer here.</translation>
    </message>
    <message>
        <source>On ne peut pas l&apos;imprimer. On ne peut pas le changer.</source>
        <translation>It cannot be printed. It cannot be changed.</translation>
    </message>
    <message>
        <source>Ce papier ne peut pas être lu ici. Vous pouvez le donner au site.</source>
        <translation>This paper cannot be read here. You can give it to the site.</translation>
    </message>
    <message>
        <source>Ce papier ne s&apos;ouvre pas. Il est peut-être abîmé.</source>
        <translation>This paper does not open. It may be damaged.</translation>
    </message>
    <message>
        <source>Cette image est trop grande pour être montrée ici.</source>
        <translation>This picture is too large to be shown here.</translation>
    </message>
    <message>
        <source>Plus petit</source>
        <translation>Smaller</translation>
    </message>
    <message>
        <source>Plus grand</source>
        <translation>Larger</translation>
    </message>
    <message>
        <source>Monter</source>
        <translation>Up</translation>
    </message>
    <message>
        <source>Descendre</source>
        <translation>Down</translation>
    </message>
    <message>
        <source>Toutes les étapes sont passées.</source>
        <translation>All the steps are done.</translation>
    </message>
    <message>
        <source>C&apos;est fini. Bravo.</source>
        <translation>It is finished. Well done.</translation>
    </message>
    <message>
        <source>**Rien n&apos;est gardé.** Tout est effacé à la fin.</source>
        <translation>**Nothing is kept.** Everything is erased at the end.</translation>
    </message>
    <message>
        <source>Retour</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Le site est en panne.</source>
        <translation>The site is out of order.</translation>
    </message>
    <message>
        <source>Revenir au guide</source>
        <translation>Back to the guide</translation>
    </message>
    <message>
        <source>Réessayer</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Terminer</source>
        <translation>Finish</translation>
    </message>
    <message>
        <source>Ce n&apos;est pas votre faute.</source>
        <translation>It is not your fault.</translation>
    </message>
    <message>
        <source>Ce n&apos;est pas votre faute. Attendez un peu. Puis réessayez.</source>
        <translation>It is not your fault. Wait a little. Then try again.</translation>
    </message>
    <message>
        <source>Le médiateur peut chercher une autre solution avec vous.</source>
        <translation>The mediator can look for another way with you.</translation>
    </message>
    <message>
        <source>Vous pouvez aussi :</source>
        <translation>You can also:</translation>
    </message>
    <message>
        <source>**Téléphoner :** {name}, {phone}</source>
        <translation>**Phone:** {name}, {phone}</translation>
    </message>
    <message>
        <source>**Aller sur place :** {where}</source>
        <translation>**Go there:** {where}</translation>
    </message>
    <message>
        <source>**Plus tard :** {when}</source>
        <translation>**Later:** {when}</translation>
    </message>
    <message>
        <source>**Vos papiers sont en bas de l&apos;écran.** Cliquez sur un papier pour le lire.</source>
        <translation>**Your papers are at the bottom of the screen.** Click on a paper to read it.</translation>
    </message>
    <message>
        <source>Plus</source>
        <translation>More</translation>
    </message>
    <message>
        <source>Plus d&apos;explications</source>
        <translation>More explanations</translation>
    </message>
    <message>
        <source>Étape {number} sur {total}</source>
        <translation>Step {number} of {total}</translation>
    </message>
    <message>
        <source>Encore environ 1 minute</source>
        <translation>About 1 more minute</translation>
    </message>
    <message>
        <source>Encore environ {minutes} minutes</source>
        <translation>About {minutes} more minutes</translation>
    </message>
    <message>
        <source>Arrêter</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Écouter</source>
        <translation>Listen</translation>
    </message>
    <message>
        <source>Médiateur appelé</source>
        <translation>Mediator called</translation>
    </message>
    <message>
        <source>Appeler un médiateur</source>
        <translation>Call a mediator</translation>
    </message>
    <message>
        <source>C&apos;est fait</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Je ne trouve pas</source>
        <translation>I cannot find it</translation>
    </message>
    <message>
        <source>**La page s&apos;est ouverte de nouveau.** Vérifiez ce que vous avez déjà écrit.</source>
        <translation>**The page has opened again.** Check what you have already typed.</translation>
    </message>
    <message>
        <source>**Il y en a plusieurs sur la page.** Lisez ce qui est autour. Puis choisissez.</source>
        <translation>**There are several on the page.** Read what is around. Then choose.</translation>
    </message>
    <message>
        <source>**À vous de taper. C&apos;est secret.** Ne le dites à personne. Même pas au médiateur.</source>
        <translation>**You type this yourself. It is secret.** Tell nobody. Not even the mediator.</translation>
    </message>
    <message>
        <source>**C&apos;est à vous de le faire.** Personne ne le fait à votre place.</source>
        <translation>**This is yours to do.** Nobody does it for you.</translation>
    </message>
    <message>
        <source>Ne le dites à personne.</source>
        <translation>Tell nobody.</translation>
    </message>
    <message>
        <source>**Ce poste ne le garde pas.** Il sera effacé à la fin.</source>
        <translation>**This computer does not keep it.** It will be erased at the end.</translation>
    </message>
    <message>
        <source>Pourquoi ?</source>
        <translation>Why?</translation>
    </message>
    <message>
        <source>**Site : %1**</source>
        <translation>**Site: %1**</translation>
    </message>
    <message>
        <source>Revenir au début du site</source>
        <translation>Back to the start of the site</translation>
    </message>
    <message>
        <source>Pas de guide pour ce site.</source>
        <translation>No guide for this site.</translation>
    </message>
    <message>
        <source>Lisez la page tranquillement.</source>
        <translation>Read the page. Take your time.</translation>
    </message>
    <message>
        <source>Vous êtes sur %1.</source>
        <translation>You are on %1.</translation>
    </message>
    <message>
        <source>Ce n&apos;est pas grave.</source>
        <translation>That is all right.</translation>
    </message>
    <message>
        <source>Ce poste n&apos;a pas de guide pour ce site. Vous pouvez revenir au début.</source>
        <translation>This computer has no guide for this site. You can go back to the start.</translation>
    </message>
    <message>
        <source>Appelez un médiateur pour être aidé.</source>
        <translation>Call a mediator to be helped.</translation>
    </message>
    <message>
        <source>C&apos;est peut-être plus bas dans la page. La page a peut-être changé.</source>
        <translation>It may be further down the page. The page may have changed.</translation>
    </message>
    <message>
        <source>La page a changé.</source>
        <translation>The page has changed.</translation>
    </message>
    <message>
        <source>Le guide ne connaît pas cette page. Ce n&apos;est pas votre faute. Rien n&apos;est perdu.</source>
        <translation>The guide does not know this page. It is not your fault. Nothing is lost.</translation>
    </message>
    <message>
        <source>**Ne cliquez pas au hasard.** Choisissez ici.</source>
        <translation>**Do not click at random.** Choose here.</translation>
    </message>
    <message>
        <source>Vous êtes sur un autre site.</source>
        <translation>You are on another site.</translation>
    </message>
    <message>
        <source>Ici : **{here}**. Le guide continue sur **{home}**.</source>
        <translation>Here: **{here}**. The guide goes on at **{home}**.</translation>
    </message>
    <message>
        <source>Vous êtes dans une autre fenêtre.</source>
        <translation>You are in another window.</translation>
    </message>
    <message>
        <source>La page du guide est toujours ouverte. Elle est derrière.</source>
        <translation>The page of the guide is still open. It is behind.</translation>
    </message>
    <message>
        <source>Vous n&apos;avez pas fini ici ? Continuez. Le guide vous attend.</source>
        <translation>You have not finished here? Go on. The guide waits for you.</translation>
    </message>
    <message>
        <source>Revenir à la bonne page</source>
        <translation>Back to the right page</translation>
    </message>
    <message>
        <source>Le site est en panne</source>
        <translation>The site is out of order</translation>
    </message>
    <message>
        <source>Vous continuez sans le guide.</source>
        <translation>You go on without the guide.</translation>
    </message>
    <message>
        <source>Le guide ne montre plus les cases. La page marche comme d&apos;habitude.</source>
        <translation>The guide no longer shows the boxes. The page works as usual.</translation>
    </message>
    <message>
        <source>Vous pouvez revenir au guide à tout moment.</source>
        <translation>You can go back to the guide at any time.</translation>
    </message>
    <message>
        <source>Revenir à l&apos;étape {number}</source>
        <translation>Go back to step {number}</translation>
    </message>
    <message>
        <source>Continuer sans le guide</source>
        <translation>Go on without the guide</translation>
    </message>
    <message>
        <source>Demandez au médiateur à côté de vous.</source>
        <translation>Ask the mediator beside you.</translation>
    </message>
    <message>
        <source>Cherchez le bouton **« {name} »**.</source>
        <translation>Look for the button **«&#xa0;{name}&#xa0;»**.</translation>
    </message>
    <message>
        <source>Cherchez le lien **« {name} »**.</source>
        <translation>Look for the link **«&#xa0;{name}&#xa0;»**.</translation>
    </message>
    <message>
        <source>Cherchez la case **« {name} »**.</source>
        <translation>Look for the box **«&#xa0;{name}&#xa0;»**.</translation>
    </message>
    <message>
        <source>Cherchez le choix **« {name} »**.</source>
        <translation>Look for the choice **«&#xa0;{name}&#xa0;»**.</translation>
    </message>
    <message>
        <source>Cherchez les mots **« {name} »**.</source>
        <translation>Look for the words **«&#xa0;{name}&#xa0;»**.</translation>
    </message>
    <message>
        <source>Vous êtes ici : étape {number} sur {total}</source>
        <translation>You are here: step {number} of {total}</translation>
    </message>
    <message>
        <source>À faire maintenant</source>
        <translation>To do now</translation>
    </message>
    <message>
        <source>Je vois le cadre jaune</source>
        <translation>I see the yellow frame</translation>
    </message>
    <message>
        <source>Regardez le cadre jaune.</source>
        <translation>Look at the yellow frame.</translation>
    </message>
    <message>
        <source>Recommencer l&apos;étape</source>
        <translation>Start the step again</translation>
    </message>
    <message>
        <source>Site : **{host}**</source>
        <translation>Site: **{host}**</translation>
    </message>
    <message>
        <source>Ce n&apos;est pas la page du guide. Revenez à la bonne page.</source>
        <translation>This is not the page of the guide. Go back to the right page.</translation>
    </message>
    <message>
        <source>maintenant</source>
        <translation>now</translation>
    </message>
    <message>
        <source>plus tard</source>
        <translation>later</translation>
    </message>
    <message>
        <source>fait</source>
        <translation>done</translation>
    </message>
    <message>
        <source>{number} Ko</source>
        <translation>{number} KB</translation>
    </message>
    <message>
        <source>{number} Mo</source>
        <translation>{number} MB</translation>
    </message>
    <message>
        <source>Ce papier est trop lourd. Le poste ne l&apos;a pas pris.</source>
        <translation>This paper is too heavy. The computer did not take it.</translation>
    </message>
    <message>
        <source>Il y a trop de papiers. Le poste n&apos;a pas pris le dernier.</source>
        <translation>There are too many papers. The computer did not take the last one.</translation>
    </message>
    <message>
        <source>Il n&apos;y a plus de place. Le poste n&apos;a pas pris le dernier papier.</source>
        <translation>There is no room left. The computer did not take the last paper.</translation>
    </message>
    <message>
        <source>Vos papiers : {number}</source>
        <translation>Your papers: {number}</translation>
    </message>
    <message>
        <source>Les papiers du site arrivent ici.</source>
        <translation>Papers from the site arrive here.</translation>
    </message>
    <message>
        <source>Tout voir : {number}</source>
        <translation>See all:&#xa0;{number}</translation>
    </message>
    <message>
        <source>{name}, prêt. Appuyez pour lire.</source>
        <translation>{name}, ready. Press to read.</translation>
    </message>
    <message>
        <source>Prêt</source>
        <translation>Ready</translation>
    </message>
    <message>
        <source>Le médiateur conduit. Votre souris ne change rien sur la page.</source>
        <translation>The mediator is driving. Your mouse changes nothing on the page.</translation>
    </message>
    <message>
        <source>Vous conduisez ensemble.</source>
        <translation>You are driving together.</translation>
    </message>
    <message>
        <source>Frein. Personne ne touche à la page.</source>
        <translation>Brake. Nobody touches the page.</translation>
    </message>
    <message>
        <source>Vous conduisez. Le médiateur montre.</source>
        <translation>You are driving. The mediator points.</translation>
    </message>
    <message>
        <source>Vous conduisez.</source>
        <translation>You are driving.</translation>
    </message>
    <message>
        <source>Regardez. Le médiateur vous montre.</source>
        <translation>Watch. The mediator shows you.</translation>
    </message>
    <message>
        <source>Il fait cette étape avec vous. Il ne fait rien sans votre accord.</source>
        <translation>They do this step with you. They do nothing unless you agree.</translation>
    </message>
    <message>
        <source>**Vous pouvez demander**
« Où cliquez-vous ? »
« Pourquoi ? »</source>
        <translation>**You can ask**
“Where are you clicking?”
“Why?”</translation>
    </message>
    <message>
        <source>Je reprends la main</source>
        <translation>I take the wheel back</translation>
    </message>
    <message>
        <source>Frein : tout arrêter</source>
        <translation>Brake: stop everything</translation>
    </message>
    <message>
        <source>Vous pouvez toujours :</source>
        <translation>You can always:</translation>
    </message>
    <message>
        <source>Rien n&apos;est perdu. Parlez ensemble.</source>
        <translation>Nothing is lost. Talk together.</translation>
    </message>
    <message>
        <source>Rien n&apos;est perdu. Parlez ensemble. Puis choisissez qui conduit.</source>
        <translation>Nothing is lost. Talk together. Then choose who drives.</translation>
    </message>
    <message>
        <source>On fait une pause.</source>
        <translation>Let us pause.</translation>
    </message>
    <message>
        <source>Le médiateur conduit</source>
        <translation>The mediator drives</translation>
    </message>
    <message>
        <source>Je conduis</source>
        <translation>I drive</translation>
    </message>
    <message>
        <source>Qui conduit maintenant ?</source>
        <translation>Who drives now?</translation>
    </message>
    <message>
        <source>Frein</source>
        <translation>Brake</translation>
    </message>
    <message>
        <source>C&apos;est secret</source>
        <translation>It is secret</translation>
    </message>
    <message>
        <source>Le médiateur regarde ailleurs. Sa souris est coupée.</source>
        <translation>The mediator looks away. Their mouse is off.</translation>
    </message>
    <message>
        <source>Ensemble</source>
        <translation>Together</translation>
    </message>
    <message>
        <source>**Vous conduisez ensemble.** Parlez avant de cliquer.</source>
        <translation>**You are driving together.** Talk before you click.</translation>
    </message>
    <message>
        <source>Personne ne touche à la page.</source>
        <translation>Nobody touches the page.</translation>
    </message>
    <message>
        <source>Scanner mon papier</source>
        <translation>Scan my paper</translation>
    </message>
    <message>
        <source>Photographier mon papier</source>
        <translation>Take a photo of my paper</translation>
    </message>
    <message>
        <source>Rendre plus léger</source>
        <translation>Make it lighter</translation>
    </message>
    <message>
        <source>Mon reçu</source>
        <translation>My receipt</translation>
    </message>
    <message>
        <source>**Il manque le papier.** Ajoutez-le d&apos;abord.</source>
        <translation>**The paper is missing.** Add it first.</translation>
    </message>
    <message>
        <source>Écrire : %1 %2</source>
        <translation>Type: %1 %2</translation>
    </message>
    <message>
        <source>Cliquer : %1 %2</source>
        <translation>Click: %1 %2</translation>
    </message>
    <message>
        <source>Choisir : %1 %2</source>
        <translation>Choose: %1 %2</translation>
    </message>
    <message>
        <source>Envoyer : %1 %2</source>
        <translation>Send: %1 %2</translation>
    </message>
    <message>
        <source>bouton</source>
        <translation>button</translation>
    </message>
    <message>
        <source>lien</source>
        <translation>link</translation>
    </message>
    <message>
        <source>champ</source>
        <translation>field</translation>
    </message>
    <message>
        <source>champ secret</source>
        <translation>secret field</translation>
    </message>
    <message>
        <source>liste</source>
        <translation>list</translation>
    </message>
    <message>
        <source>case</source>
        <translation>box</translation>
    </message>
    <message>
        <source>réponse</source>
        <translation>answer</translation>
    </message>
    <message>
        <source>question</source>
        <translation>question</translation>
    </message>
    <message>
        <source>papier</source>
        <translation>paper</translation>
    </message>
    <message>
        <source>onglet</source>
        <translation>tab</translation>
    </message>
    <message>
        <source>élément</source>
        <translation>element</translation>
    </message>
    <message>
        <source>J&apos;enregistre</source>
        <translation>I am recording</translation>
    </message>
    <message>
        <source>Faites la démarche. Chaque geste est noté ici.</source>
        <translation>Do the procedure. Every action is noted here.</translation>
    </message>
    <message>
        <source>**Ce que vous écrivez n&apos;est jamais noté.** Mettez des données inventées.</source>
        <translation>**What you type is never noted.** Use invented data.</translation>
    </message>
    <message>
        <source>Gestes notés : %1</source>
        <translation>Actions noted: %1</translation>
    </message>
    <message>
        <source>À la fin, cliquez sur **Terminer**, en haut.</source>
        <translation>At the end, click on **Finish**, at the top.</translation>
    </message>
    <message>
        <source>Annuler le dernier geste</source>
        <translation>Undo the last action</translation>
    </message>
    <message>
        <source>(sans nom)</source>
        <translation>(no name)</translation>
    </message>
    <message>
        <source>**Étape à réparer**
%1
Allez jusque-là. Faites-la.</source>
        <translation>**Step to repair**
%1
Go as far as it. Do it.</translation>
    </message>
    <message>
        <source>l&apos;adresse du site</source>
        <translation>the address of the site</translation>
    </message>
    <message>
        <source>les papiers</source>
        <translation>the papers</translation>
    </message>
    <message>
        <source>le temps</source>
        <translation>the time</translation>
    </message>
    <message>
        <source>la fiche officielle</source>
        <translation>the official sheet</translation>
    </message>
    <message>
        <source>le téléphone</source>
        <translation>the phone number</translation>
    </message>
    <message>
        <source>les situations</source>
        <translation>the situations</translation>
    </message>
    <message>
        <source>les étapes</source>
        <translation>the steps</translation>
    </message>
    <message>
        <source>**Ce guide n&apos;est pas encore vérifié sur le vrai site.** La page peut être différente.</source>
        <translation>**This guide is not yet checked on the real site.** The page may be different.</translation>
    </message>
    <message>
        <source>**À vérifier :** {what}.</source>
        <translation>**To be checked:** {what}.</translation>
    </message>
    <message>
        <source>C&apos;est fait.</source>
        <translation>It is done.</translation>
    </message>
    <message>
        <source>Ce site n&apos;a pas de guide.</source>
        <translation>This site has no guide.</translation>
    </message>
    <message>
        <source>C&apos;est fini.</source>
        <translation>It is finished.</translation>
    </message>
    <message>
        <source>Ce n&apos;est pas grave. Le guide vous aide à trouver.</source>
        <translation>That is all right. The guide helps you to find it.</translation>
    </message>
    <message>
        <source>La page a changé. Rien n&apos;est perdu.</source>
        <translation>The page has changed. Nothing is lost.</translation>
    </message>
    <message>
        <source>Vous êtes sur un autre site, ou dans une autre fenêtre.</source>
        <translation>You are on another site, or in another window.</translation>
    </message>
    <message>
        <source>Le site est en panne. Ce n&apos;est pas votre faute.</source>
        <translation>The site is out of order. It is not your fault.</translation>
    </message>
    <message>
        <source>Étape {number} sur {total}.</source>
        <translation>Step {number} of {total}.</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>Guide du médiateur</source>
        <translation>Mediator&apos;s guide</translation>
    </message>
    <message>
        <source>Deux souris et deux claviers sont branchés. Dites à qui est chacun.</source>
        <translation>Two mice and two keyboards are plugged in. Say whose each one is.</translation>
    </message>
    <message>
        <source>Ce poste a une seule souris et un seul clavier.</source>
        <translation>This computer has only one mouse and one keyboard.</translation>
    </message>
    <message>
        <source>Avec une deuxième paire, vous pourrez conduire à deux.</source>
        <translation>With a second pair, two people can drive.</translation>
    </message>
    <message>
        <source>Dire à qui est chaque souris</source>
        <translation>Say whose each mouse is</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Langue</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Vos données</source>
        <translation>Your data</translation>
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
        <source>Que voulez-vous faire&#xa0;?</source>
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
    <message>
        <source>Guide</source>
        <translation>Guide</translation>
    </message>
    <message>
        <source>Espace médiateur</source>
        <translation>Mediator&apos;s area</translation>
    </message>
    <message>
        <source>Espace</source>
        <translation>Staff</translation>
    </message>
    <message numerus="yes">
        <source>Pour l&apos;informatique&#xa0;: %n erreur(s)</source>
        <translation>
            <numerusform>For IT: %n error</numerusform>
            <numerusform>For IT: %n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n erreur(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
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
        <source>Écrivez un mot. Exemple&#xa0;: passeport</source>
        <translation>Write a word. Example: passport</translation>
    </message>
</context>
<context>
    <name>Information</name>
    <message>
        <source>Le poste peut vous guider</source>
        <translation>The computer can guide you</translation>
    </message>
    <message>
        <source>Avec le guide : %1</source>
        <translation>With the guide: %1</translation>
    </message>
    <message>
        <source>Source : Service-Public.gouv.fr, le site de l&apos;État. Ceci est une copie.</source>
        <translation>Source: Service-Public.gouv.fr, the State&apos;s site. This is a copy.</translation>
    </message>
    <message>
        <source>Cette fiche est en français.</source>
        <translation>This sheet is in French.</translation>
    </message>
    <message>
        <source>Sur le site **%1**</source>
        <translation>On the site **%1**</translation>
    </message>
    <message>
        <source>Choisissez votre situation</source>
        <translation>Choose your situation</translation>
    </message>
    <message>
        <source>Où aller : %1</source>
        <translation>Where to go: %1</translation>
    </message>
    <message>
        <source>Fiche du %1</source>
        <translation>Sheet of %1</translation>
    </message>
</context>
<context>
    <name>Locked</name>
    <message>
        <source>Ce poste est
en pause</source>
        <translation>This computer
is paused</translation>
    </message>
    <message>
        <source>Prenez un autre poste.
Ou demandez à l&apos;accueil.</source>
        <translation>Use another computer.
Or ask at the desk.</translation>
    </message>
    <message>
        <source>Ce n&apos;est pas votre faute.</source>
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
        <source>**Pour l&apos;informatique**</source>
        <translation>**For IT**</translation>
    </message>
    <message>
        <source>Code %1</source>
        <translation>Code %1</translation>
    </message>
    <message>
        <source>Le poste reste fermé jusqu&apos;à une vérification sur place.</source>
        <translation>The computer stays closed until it is checked on site.</translation>
    </message>
    <message>
        <source>La mémoire peut aller sur un disque (swap)</source>
        <translation>Memory may go to a disk (swap)</translation>
    </message>
</context>
<context>
    <name>Marks</name>
    <message>
        <source>ici</source>
        <translation>here</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>La page arrive…</source>
        <translation>The page is coming…</translation>
    </message>
    <message>
        <source>Attendez un peu. C&apos;est normal.</source>
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
        <source>Pour l&apos;informatique</source>
        <translation>For IT</translation>
    </message>
    <message>
        <source>Ces lignes ont une erreur. Le poste marche sans elles.</source>
        <translation>These lines have an error. The computer works without them.</translation>
    </message>
</context>
<context>
    <name>Receipt</name>
    <message>
        <source>Votre reçu</source>
        <translation>Your receipt</translation>
    </message>
    <message>
        <source>Ce que vous avez fait le %1</source>
        <translation>What you did on %1</translation>
    </message>
    <message>
        <source>Aujourd&apos;hui</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Vos numéros, à garder</source>
        <translation>Your numbers, to keep</translation>
    </message>
    <message>
        <source>Et après&#xa0;?</source>
        <translation>What next?</translation>
    </message>
    <message>
        <source>Une question ? Appelez</source>
        <translation>A question? Call</translation>
    </message>
    <message>
        <source>Ce papier est à vous. Ce poste ne garde rien.</source>
        <translation>This paper is yours. This computer keeps nothing.</translation>
    </message>
    <message>
        <source>Un papier scanné.</source>
        <translation>One paper scanned.</translation>
    </message>
    <message>
        <source>%1 papiers scannés.</source>
        <translation>%1 papers scanned.</translation>
    </message>
    <message>
        <source>Un papier photographié.</source>
        <translation>One paper photographed.</translation>
    </message>
    <message>
        <source>%1 papiers photographiés.</source>
        <translation>%1 papers photographed.</translation>
    </message>
    <message>
        <source>Un papier imprimé.</source>
        <translation>One paper printed.</translation>
    </message>
    <message>
        <source>%1 papiers imprimés.</source>
        <translation>%1 papers printed.</translation>
    </message>
    <message>
        <source>Un papier emporté.</source>
        <translation>One paper taken away.</translation>
    </message>
    <message>
        <source>%1 papiers emportés.</source>
        <translation>%1 papers taken away.</translation>
    </message>
    <message>
        <source>Toutes les étapes sont faites.</source>
        <translation>All the steps are done.</translation>
    </message>
    <message>
        <source>Étapes faites : %1 sur %2.</source>
        <translation>Steps done: %1 of %2.</translation>
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
        <source>Fiches d&apos;information</source>
        <translation>Information sheets</translation>
    </message>
    <message>
        <source>Voir toutes les fiches</source>
        <translation>See all the sheets</translation>
    </message>
    <message>
        <source>Entraînement</source>
        <translation>Practice</translation>
    </message>
    <message>
        <source>Sur ce poste</source>
        <translation>On this computer</translation>
    </message>
    <message>
        <source>Site au choix</source>
        <translation>Site of your choice</translation>
    </message>
    <message>
        <source>Résultats pour «&#xa0;%1&#xa0;»</source>
        <translation>Results for “%1”</translation>
    </message>
    <message>
        <source>Fiches pour « %1 »</source>
        <translation>Sheets for “%1”</translation>
    </message>
</context>
<context>
    <name>Ring</name>
    <message>
        <source>Écrivez ici</source>
        <translation>Write here</translation>
    </message>
    <message>
        <source>Cliquez ici</source>
        <translation>Click here</translation>
    </message>
    <message>
        <source>Choisissez ici</source>
        <translation>Choose here</translation>
    </message>
    <message>
        <source>Envoyez ici</source>
        <translation>Send here</translation>
    </message>
    <message>
        <source>Regardez ici</source>
        <translation>Look here</translation>
    </message>
    <message>
        <source>À vous de taper</source>
        <translation>You type this</translation>
    </message>
</context>
<context>
    <name>Setup</name>
    <message>
        <source>Continuer</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>Le poste cherche. Cela prend quelques secondes.</source>
        <translation>The computer is looking. This takes a few seconds.</translation>
    </message>
    <message>
        <source>Chercher encore</source>
        <translation>Look again</translation>
    </message>
    <message>
        <source>Quelle langue sur le premier écran ?</source>
        <translation>Which language on the first screen?</translation>
    </message>
    <message>
        <source>Chaque usager peut en changer.</source>
        <translation>Each user can change it.</translation>
    </message>
    <message>
        <source>Combien de souris ?</source>
        <translation>How many mice?</translation>
    </message>
    <message>
        <source>À deux, chacun a sa souris et son clavier.</source>
        <translation>Two people: each has a mouse and a keyboard.</translation>
    </message>
    <message>
        <source>Quelle imprimante ?</source>
        <translation>Which printer?</translation>
    </message>
    <message>
        <source>Celles que CUPS connaît sont ici.</source>
        <translation>Those that CUPS knows are here.</translation>
    </message>
    <message>
        <source>Quel scanner ?</source>
        <translation>Which scanner?</translation>
    </message>
    <message>
        <source>Branchez-le et allumez-le.</source>
        <translation>Plug it in and switch it on.</translation>
    </message>
    <message>
        <source>Le code de l&apos;informatique</source>
        <translation>The IT code</translation>
    </message>
    <message>
        <source>Il ouvre tout : l&apos;état du poste et l&apos;espace médiateur.</source>
        <translation>It opens everything: the state of the computer and the mediators’ area.</translation>
    </message>
    <message>
        <source>Les codes des médiateurs</source>
        <translation>The codes of the mediators</translation>
    </message>
    <message>
        <source>Un code par personne. Il ouvre l&apos;espace médiateur.</source>
        <translation>One code for each person. It opens the mediators’ area.</translation>
    </message>
    <message>
        <source>Prénom, sans majuscule ni accent</source>
        <translation>First name, small letters without accents</translation>
    </message>
    <message>
        <source>Code secret, de 6 à 12 chiffres</source>
        <translation>Secret code, 6 to 12 digits</translation>
    </message>
    <message>
        <source>Le même code, encore une fois</source>
        <translation>The same code once more</translation>
    </message>
    <message>
        <source>Donner ce code</source>
        <translation>Give this code</translation>
    </message>
    <message>
        <source>Personne n&apos;a encore de code.</source>
        <translation>Nobody has a code yet.</translation>
    </message>
    <message>
        <source>Enlever</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Internet répond-il ?</source>
        <translation>Does the internet answer?</translation>
    </message>
    <message>
        <source>**Le poste peut ouvrir quand même.** L&apos;entraînement marche sans Internet.</source>
        <translation>**The computer can open all the same.** Practice works without the internet.</translation>
    </message>
    <message>
        <source>Réessayer</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Le poste essaie les sites des démarches.</source>
        <translation>The computer is trying the sites of the procedures.</translation>
    </message>
    <message>
        <source>Oui. Tous ces sites répondent.</source>
        <translation>Yes. All these sites answer.</translation>
    </message>
    <message>
        <source>Pas partout. Voici ce qui manque.</source>
        <translation>Not everywhere. Here is what is missing.</translation>
    </message>
    <message>
        <source>Essai en cours</source>
        <translation>Being tried</translation>
    </message>
    <message>
        <source>Répond</source>
        <translation>Answers</translation>
    </message>
    <message>
        <source>Pas de réseau</source>
        <translation>No network</translation>
    </message>
    <message>
        <source>Mène au réseau du lieu</source>
        <translation>Leads to the network of the place</translation>
    </message>
    <message>
        <source>Ne prouve pas son nom</source>
        <translation>Does not prove its name</translation>
    </message>
    <message>
        <source>Ne répond pas</source>
        <translation>Does not answer</translation>
    </message>
    <message>
        <source>Installation du poste</source>
        <translation>Setting up the computer</translation>
    </message>
    <message>
        <source>Étape %1 sur %2</source>
        <translation>Step %1 of %2</translation>
    </message>
    <message>
        <source>Où est ce poste ?</source>
        <translation>Where is this computer?</translation>
    </message>
    <message>
        <source>Le nom du lieu, en haut de chaque écran</source>
        <translation>The name of the place, at the top of each screen</translation>
    </message>
    <message>
        <source>Le nom de ce poste, pour l&apos;informatique</source>
        <translation>The name of this computer, for IT</translation>
    </message>
    <message>
        <source>Des lettres, des chiffres et des tirets. Exemple : accueil-1.</source>
        <translation>Letters, digits and hyphens. Example: accueil-1.</translation>
    </message>
    <message>
        <source>Plus tard</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>J&apos;ai un fichier sur une clé</source>
        <translation>I have a file on a stick</translation>
    </message>
    <message>
        <source>Le poste est prêt</source>
        <translation>The computer is ready</translation>
    </message>
    <message>
        <source>Est-ce juste ?</source>
        <translation>Is this right?</translation>
    </message>
    <message>
        <source>Ouvrir le poste</source>
        <translation>Open the computer</translation>
    </message>
    <message>
        <source>Enregistrer</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>**C&apos;est enregistré.** Pour changer : sudo kiosk setup.</source>
        <translation>**It is saved.** To change it: sudo kiosk setup.</translation>
    </message>
    <message>
        <source>Le poste va demander à qui est chaque souris.</source>
        <translation>The computer will ask whose each mouse is.</translation>
    </message>
    <message>
        <source>Il en manque. Branchez-les, ou faites-le plus tard.</source>
        <translation>Some are missing. Plug them in, or do it later.</translation>
    </message>
    <message>
        <source>Deux souris et deux claviers</source>
        <translation>Two mice and two keyboards</translation>
    </message>
    <message>
        <source>Une souris et un clavier</source>
        <translation>One mouse and one keyboard</translation>
    </message>
    <message>
        <source>On se passe la souris.</source>
        <translation>The mouse is passed from one to the other.</translation>
    </message>
    <message>
        <source>Ne répond pas en ce moment.</source>
        <translation>Does not answer at the moment.</translation>
    </message>
    <message>
        <source>Pas d&apos;imprimante</source>
        <translation>No printer</translation>
    </message>
    <message>
        <source>Pas de scanner</source>
        <translation>No scanner</translation>
    </message>
    <message>
        <source>pas encore choisi</source>
        <translation>not chosen yet</translation>
    </message>
    <message>
        <source>deux de chaque</source>
        <translation>two of each</translation>
    </message>
    <message>
        <source>deux de chaque, à montrer plus tard</source>
        <translation>two of each, to be shown later</translation>
    </message>
    <message>
        <source>une de chaque</source>
        <translation>one of each</translation>
    </message>
    <message>
        <source>Lieu</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Poste</source>
        <translation>Computer</translation>
    </message>
    <message>
        <source>Langue</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Souris et claviers</source>
        <translation>Mice and keyboards</translation>
    </message>
    <message>
        <source>Imprimante</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>pas d&apos;imprimante</source>
        <translation>no printer</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>Scanner</translation>
    </message>
    <message>
        <source>pas de scanner</source>
        <translation>no scanner</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>Codes</translation>
    </message>
    <message>
        <source>personne n&apos;en a</source>
        <translation>nobody has one</translation>
    </message>
    <message>
        <source>**%1 :** %2</source>
        <translation>**%1:** %2</translation>
    </message>
    <message>
        <source>Écrivez le nom du lieu.</source>
        <translation>Write the name of the place.</translation>
    </message>
    <message>
        <source>Le nom du poste : des lettres, des chiffres et des tirets, sans espace.</source>
        <translation>The name of the computer: letters, digits and hyphens, no spaces.</translation>
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
        <source>**Ce n&apos;est pas grave.** Vous pouvez commencer.</source>
        <translation>**That is all right.** You can start.</translation>
    </message>
    <message>
        <source>Où le trouver&#xa0;?</source>
        <translation>Where is it?</translation>
    </message>
    <message>
        <source>Je l&apos;ai</source>
        <translation>I have it</translation>
    </message>
    <message>
        <source>Je ne l&apos;ai pas</source>
        <translation>I do not have it</translation>
    </message>
    <message>
        <source>Préparez vos papiers</source>
        <translation>Get your papers ready</translation>
    </message>
    <message>
        <source>Vous n&apos;avez besoin d&apos;aucun papier.</source>
        <translation>You need no papers.</translation>
    </message>
    <message>
        <source>Écouter</source>
        <translation>Listen</translation>
    </message>
    <message>
        <source>Lire la fiche officielle</source>
        <translation>Read the official sheet</translation>
    </message>
    <message>
        <source>**Sur ce poste**, sans site Internet</source>
        <translation>**On this computer**, without a website</translation>
    </message>
    <message>
        <source>Sur le site **que vous choisissez**</source>
        <translation>On the site **that you choose**</translation>
    </message>
    <message>
        <source>Sur le site **%1**</source>
        <translation>On the site **%1**</translation>
    </message>
    <message>
        <source>**Site d&apos;entraînement.** Rien n&apos;est envoyé.</source>
        <translation>**Practice site.** Nothing is sent.</translation>
    </message>
    <message>
        <source>**Guide pas encore vérifié sur le vrai site.** Une page peut être différente. Lisez bien l&apos;écran.</source>
        <translation>**Guide not yet checked on the real site.** A page may be different. Read the screen carefully.</translation>
    </message>
    <message>
        <source>**On commence&#xa0;?** Vous pouvez vous arrêter quand vous voulez.</source>
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
    <name>Staff</name>
    <message numerus="yes">
        <source>Demandé %n fois</source>
        <translation>
            <numerusform>Asked for %n time</numerusform>
            <numerusform>Asked for %n times</numerusform>
        </translation>
    </message>
    <message>
        <source>Suivi publicitaire</source>
        <translation>Advertising tracker</translation>
    </message>
    <message>
        <source>Autorisé</source>
        <translation>Allowed</translation>
    </message>
    <message>
        <source>Autoriser</source>
        <translation>Allow</translation>
    </message>
    <message>
        <source>Sites bloqués</source>
        <translation>Blocked sites</translation>
    </message>
    <message>
        <source>Recharger la page</source>
        <translation>Load the page again</translation>
    </message>
    <message>
        <source>Ce qui est écrit dans la page sera perdu.</source>
        <translation>What is typed in the page will be lost.</translation>
    </message>
    <message>
        <source>La page n&apos;a demandé aucun autre site.</source>
        <translation>The page asked for no other site.</translation>
    </message>
    <message>
        <source>C&apos;est autorisé pour cette fois. Rechargez la page : ce qui y est écrit sera perdu.</source>
        <translation>It is allowed for this time. Load the page again: what is typed there will be lost.</translation>
    </message>
    <message>
        <source>La page a demandé ces sites. Autorisez seulement ceux que vous connaissez.</source>
        <translation>The page asked for these sites. Allow only those that you know.</translation>
    </message>
    <message>
        <source>Ouvrir un autre site</source>
        <translation>Open another site</translation>
    </message>
    <message>
        <source>Pour une démarche sans guide.</source>
        <translation>For a procedure without a guide.</translation>
    </message>
    <message>
        <source>Écrire une démarche</source>
        <translation>Write a procedure</translation>
    </message>
    <message>
        <source>Vous la faites une fois. Le poste note les gestes.</source>
        <translation>You do it once. The computer notes each action.</translation>
    </message>
    <message>
        <source>Réparer une démarche</source>
        <translation>Repair a procedure</translation>
    </message>
    <message>
        <source>Quand la page a changé.</source>
        <translation>When the page has changed.</translation>
    </message>
    <message>
        <source>À écrire ensuite</source>
        <translation>To write next</translation>
    </message>
    <message>
        <source>Ce que les usagers demandent, et les guides à réparer.</source>
        <translation>What users ask for, and the guides to repair.</translation>
    </message>
    <message>
        <source>Pour l&apos;informatique : ce qui marche, ce qui manque.</source>
        <translation>For IT: what works, what is missing.</translation>
    </message>
    <message>
        <source>Espace médiateur</source>
        <translation>Mediator&apos;s area</translation>
    </message>
    <message>
        <source>Sites ouverts sans guide</source>
        <translation>Sites opened without a guide</translation>
    </message>
    <message>
        <source>Aucun pour le moment.</source>
        <translation>None for now.</translation>
    </message>
    <message>
        <source>Guides à réparer</source>
        <translation>Guides to repair</translation>
    </message>
    <message numerus="yes">
        <source>%n fois</source>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
    <message>
        <source>Cet espace se ferme tout seul après deux minutes.</source>
        <translation>This area closes by itself after two minutes.</translation>
    </message>
    <message>
        <source>Fermer l&apos;espace</source>
        <translation>Close the area</translation>
    </message>
    <message>
        <source>C&apos;est le code que l&apos;informatique vous a donné.</source>
        <translation>It is the code that IT gave you.</translation>
    </message>
    <message>
        <source>Personne n&apos;a encore de code.</source>
        <translation>Nobody has a code yet.</translation>
    </message>
    <message>
        <source>L&apos;informatique peut en donner un. Elle tape sur ce poste :</source>
        <translation>IT can give one. They type on this computer:</translation>
    </message>
    <message>
        <source>**Écrivez une adresse.** Exemple : www.exemple.fr</source>
        <translation>**Type an address.** Example: www.exemple.fr</translation>
    </message>
    <message>
        <source>**Il faut une adresse, pas des mots.** Exemple : www.exemple.fr</source>
        <translation>**An address is needed, not words.** Example: www.exemple.fr</translation>
    </message>
    <message>
        <source>**Ce poste ouvre seulement des sites sûrs.** L&apos;adresse commence par https.</source>
        <translation>**This computer opens only safe sites.** The address begins with https.</translation>
    </message>
    <message>
        <source>**Il y a un @ dans l&apos;adresse.** Écrivez seulement le nom du site.</source>
        <translation>**There is an @ in the address.** Type only the name of the site.</translation>
    </message>
    <message>
        <source>**Une adresse en chiffres ne s&apos;ouvre pas ici.** Écrivez le nom du site.</source>
        <translation>**An address in digits does not open here.** Type the name of the site.</translation>
    </message>
    <message>
        <source>**Enlevez les deux points et ce qui suit.** Exemple : www.exemple.fr</source>
        <translation>**Remove the colon and what follows.** Example: www.exemple.fr</translation>
    </message>
    <message>
        <source>**Ce n&apos;est pas un nom de site.** Regardez les points et les lettres.</source>
        <translation>**This is not the name of a site.** Look at the dots and the letters.</translation>
    </message>
    <message>
        <source>**Cette adresse est celle de beaucoup de sites.** Écrivez l&apos;adresse entière.</source>
        <translation>**This address is shared by many sites.** Type the whole address.</translation>
    </message>
    <message>
        <source>**C&apos;est une adresse du lieu.** Ce poste ouvre seulement des sites publics.</source>
        <translation>**This is an address of this place.** This computer opens only public sites.</translation>
    </message>
    <message>
        <source>**C&apos;est un site d&apos;entraînement.** Choisissez-le sur le premier écran.</source>
        <translation>**This is a practice site.** Choose it on the first screen.</translation>
    </message>
    <message>
        <source>**L&apos;adresse est trop longue.** Gardez le début, jusqu&apos;au nom du site.</source>
        <translation>**The address is too long.** Keep the beginning, up to the name of the site.</translation>
    </message>
    <message>
        <source>Adresse du site</source>
        <translation>Address of the site</translation>
    </message>
    <message>
        <source>Ouvrir</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Vérifiez l&apos;adresse avec l&apos;usager. Il n&apos;y a pas de guide pour ce site.</source>
        <translation>Check the address with the user. There is no guide for this site.</translation>
    </message>
    <message>
        <source>Le poste ouvre ce site, et FranceConnect. Tout est effacé à la fin.</source>
        <translation>The computer opens this site, and FranceConnect. Everything is erased at the end.</translation>
    </message>
    <message>
        <source>Le poste compte ce site. Il ne note rien de l&apos;usager.</source>
        <translation>The computer counts this site. It notes nothing of the user.</translation>
    </message>
    <message numerus="yes">
        <source>%1 (pas trouvée %n fois)</source>
        <translation>
            <numerusform>%1 (not found %n time)</numerusform>
            <numerusform>%1 (not found %n times)</numerusform>
        </translation>
    </message>
    <message>
        <source>Quelle étape n&apos;est plus au bon endroit ? Vous la montrerez sur la page.</source>
        <translation>Which step is no longer in the right place? You will show it on the page.</translation>
    </message>
    <message>
        <source>D&apos;abord les étapes que le guide ne trouve plus. Puis toutes les démarches.</source>
        <translation>First the steps that the guide no longer finds. Then all the procedures.</translation>
    </message>
    <message>
        <source>Aucune étape ne manque. Choisissez une démarche à revoir.</source>
        <translation>No step is missing. Choose a procedure to look at again.</translation>
    </message>
    <message>
        <source>Avant : %1</source>
        <translation>Before: %1</translation>
    </message>
    <message>
        <source>Maintenant : %1</source>
        <translation>Now: %1</translation>
    </message>
    <message>
        <source>L&apos;ancien nom reste aussi, au cas où il revient.</source>
        <translation>The old name stays too, in case it comes back.</translation>
    </message>
    <message>
        <source>Essayer maintenant</source>
        <translation>Try now</translation>
    </message>
    <message>
        <source>**Rien n&apos;a été montré.** Le dernier geste n&apos;a pas de nom sur la page.</source>
        <translation>**Nothing was shown.** The last action has no name on the page.</translation>
    </message>
    <message>
        <source>Recommencer</source>
        <translation>Start again</translation>
    </message>
    <message>
        <source>La phrase : une action, 12 mots au plus</source>
        <translation>The sentence: one action, 12 words at most</translation>
    </message>
    <message>
        <source>Pourquoi ? (si c&apos;est utile)</source>
        <translation>Why? (if it is useful)</translation>
    </message>
    <message>
        <source>Seul l&apos;usager peut le faire : un secret, une signature</source>
        <translation>Only the user can do it: a secret, a signature</translation>
    </message>
    <message>
        <source>Étape d&apos;avant</source>
        <translation>Step before</translation>
    </message>
    <message>
        <source>Étape suivante</source>
        <translation>Next step</translation>
    </message>
    <message>
        <source>Étape %1 sur %2</source>
        <translation>Step %1 of %2</translation>
    </message>
    <message>
        <source>Monter</source>
        <translation>Up</translation>
    </message>
    <message>
        <source>Descendre</source>
        <translation>Down</translation>
    </message>
    <message>
        <source>Enlever cette étape</source>
        <translation>Remove this step</translation>
    </message>
    <message>
        <source>Le guide ne montre rien sur la page : le nom manque.</source>
        <translation>The guide shows nothing on the page: the name is missing.</translation>
    </message>
    <message>
        <source>Sur la page : %1</source>
        <translation>On the page: %1</translation>
    </message>
    <message>
        <source>Est-ce que tout a marché ?</source>
        <translation>Did everything work?</translation>
    </message>
    <message>
        <source>Le guide a-t-il montré chaque étape au bon endroit ?</source>
        <translation>Did the guide show each step in the right place?</translation>
    </message>
    <message>
        <source>Oui, tout a marché</source>
        <translation>Yes, everything worked</translation>
    </message>
    <message>
        <source>Non, je corrige</source>
        <translation>No, I will correct it</translation>
    </message>
    <message>
        <source>Réessayer</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Sites à ajouter</source>
        <translation>Sites to add</translation>
    </message>
    <message>
        <source>Vous avez autorisé ces sites. La démarche en a-t-elle besoin ?</source>
        <translation>You allowed these sites. Does the procedure need them?</translation>
    </message>
    <message>
        <source>Continuer</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>Ajouter</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Ajouté</source>
        <translation>Added</translation>
    </message>
    <message>
        <source>Où ranger cette démarche ?</source>
        <translation>Where does this procedure belong?</translation>
    </message>
    <message>
        <source>C&apos;est enregistré.</source>
        <translation>It is saved.</translation>
    </message>
    <message>
        <source>Ce n&apos;est pas enregistré.</source>
        <translation>It is not saved.</translation>
    </message>
    <message>
        <source>La démarche est dans la liste. Tout le monde peut la suivre.</source>
        <translation>The procedure is in the list. Everybody can follow it.</translation>
    </message>
    <message>
        <source>Pour la partager, l&apos;informatique copie son fichier.</source>
        <translation>To share it, IT copies its file.</translation>
    </message>
    <message>
        <source>Le poste ne peut pas écrire dans le dossier des démarches.</source>
        <translation>The computer cannot write in the folder of the procedures.</translation>
    </message>
    <message>
        <source>Rien n&apos;est perdu : la démarche reste dans « Écrire une démarche ».</source>
        <translation>Nothing is lost: the procedure stays in “Write a procedure”.</translation>
    </message>
    <message>
        <source>Appelez l&apos;informatique. Elle tape : sudo kiosk doctor</source>
        <translation>Call IT. They type: sudo kiosk doctor</translation>
    </message>
    <message>
        <source>**Écrivez un titre.** Exemple : Demander une carte de transport</source>
        <translation>**Type a title.** Example: Demander une carte de transport</translation>
    </message>
    <message>
        <source>**Aucun geste n&apos;a été noté.** Recommencez quand vous voulez.</source>
        <translation>**No action was noted.** Start again when you want.</translation>
    </message>
    <message>
        <source>Titre de la démarche</source>
        <translation>Title of the procedure</translation>
    </message>
    <message>
        <source>Adresse du début</source>
        <translation>Address of the start</translation>
    </message>
    <message>
        <source>Demander une carte de transport</source>
        <translation>Demander une carte de transport</translation>
    </message>
    <message>
        <source>Commencer</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Ou continuez une démarche commencée :</source>
        <translation>Or go on with a procedure that was begun:</translation>
    </message>
    <message>
        <source>**Utilisez seulement des données inventées ou une démarche d&apos;entraînement.** Le poste garde les noms des boutons et des champs, et les adresses. Jamais ce que vous écrivez.</source>
        <translation>**Use only invented data or a practice procedure.** The computer keeps the names of buttons and fields, and the addresses. Never what you type.</translation>
    </message>
    <message>
        <source>Santé du poste</source>
        <translation>Health of the computer</translation>
    </message>
    <message>
        <source>Regarder encore</source>
        <translation>Look again</translation>
    </message>
    <message>
        <source>Le poste n&apos;a pas pu se regarder. Sur place ou à distance : sudo kiosk doctor</source>
        <translation>The computer could not look at itself. On the spot or from afar: sudo kiosk doctor</translation>
    </message>
    <message>
        <source>Le poste se regarde. Attendez une demi-minute.</source>
        <translation>The computer is looking at itself. Wait half a minute.</translation>
    </message>
    <message>
        <source>Tout est en ordre.</source>
        <translation>Everything is in order.</translation>
    </message>
    <message numerus="yes">
        <source>À réparer : %n.</source>
        <translation>
            <numerusform>To mend: %n.</numerusform>
            <numerusform>To mend: %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>À regarder : %n.</source>
        <translation>
            <numerusform>To look at: %n.</numerusform>
            <numerusform>To look at: %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>À réparer</source>
        <translation>To mend</translation>
    </message>
    <message>
        <source>À regarder</source>
        <translation>To look at</translation>
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
        <source>Site : **%1**</source>
        <translation>Site: **%1**</translation>
    </message>
    <message numerus="yes">
        <source>%n bloqué(s)</source>
        <translation>
            <numerusform>%n blocked</numerusform>
            <numerusform>%n blocked</numerusform>
        </translation>
    </message>
    <message>
        <source>Sites bloqués, pour le médiateur</source>
        <translation>Blocked sites, for the mediator</translation>
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
        <source>Le médiateur montre</source>
        <translation>The mediator points</translation>
    </message>
    <message>
        <source>Vous regardez</source>
        <translation>You are watching</translation>
    </message>
    <message>
        <source>Le médiateur conduit</source>
        <translation>The mediator is driving</translation>
    </message>
    <message>
        <source>Le médiateur conduit aussi</source>
        <translation>The mediator drives too</translation>
    </message>
    <message>
        <source>Vous : pause</source>
        <translation>You: paused</translation>
    </message>
    <message>
        <source>Médiateur : pause</source>
        <translation>Mediator: paused</translation>
    </message>
    <message>
        <source>Le médiateur regarde ailleurs</source>
        <translation>The mediator looks away</translation>
    </message>
    <message>
        <source>Perdu&#xa0;?</source>
        <translation>Lost?</translation>
    </message>
    <message>
        <source>Je suis perdu</source>
        <translation>I am lost</translation>
    </message>
</context>
<context>
    <name>TouchKeyboard</name>
    <message>
        <source>Clavier à l&apos;écran</source>
        <translation>Keyboard on the screen</translation>
    </message>
    <message>
        <source>Entrée</source>
        <translation>Enter</translation>
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
        <source>Êtes-vous toujours là ? Sans réponse, tout sera effacé. Pour rester, appuyez sur le bouton.</source>
        <translation>Are you still there? Without an answer, everything will be erased. To stay, press the button.</translation>
    </message>
    <message>
        <source>Êtes-vous toujours là&#xa0;?</source>
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
        <source>J&apos;ai fini. Tout effacer.</source>
        <translation>I have finished. Erase everything.</translation>
    </message>
    <message>
        <source>{minutes} min {seconds}</source>
        <translation>{minutes} min {seconds}</translation>
    </message>
    <message numerus="yes">
        <source>seconde(s)</source>
        <translation>
            <numerusform>second</numerusform>
            <numerusform>seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Encore %n seconde(s)</source>
        <translation>
            <numerusform>%n more second</numerusform>
            <numerusform>%n more seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WheelBar</name>
    <message>
        <source>Montrez avec votre souris.</source>
        <translation>Point with your mouse.</translation>
    </message>
    <message>
        <source>Montrez avec votre souris. Un clic laisse une marque.</source>
        <translation>Point with your mouse. A click leaves a mark.</translation>
    </message>
    <message>
        <source>Le médiateur conduit.</source>
        <translation>The mediator is driving.</translation>
    </message>
    <message>
        <source>Votre souris ne change rien sur la page.</source>
        <translation>Your mouse changes nothing on the page.</translation>
    </message>
    <message>
        <source>Vous conduisez ensemble.</source>
        <translation>You are driving together.</translation>
    </message>
    <message>
        <source>Pause.</source>
        <translation>Paused.</translation>
    </message>
    <message>
        <source>Choisissez qui conduit.</source>
        <translation>Choose who drives.</translation>
    </message>
    <message>
        <source>C&apos;est secret</source>
        <translation>It is secret</translation>
    </message>
    <message>
        <source>C&apos;est secret : le médiateur regarde ailleurs</source>
        <translation>It is secret: the mediator looks away</translation>
    </message>
    <message>
        <source>Touche %1</source>
        <translation>Key %1</translation>
    </message>
    <message>
        <source>Barre du médiateur</source>
        <translation>Mediator&apos;s bar</translation>
    </message>
    <message>
        <source>Rendre la main</source>
        <translation>Give the wheel back</translation>
    </message>
    <message>
        <source>L&apos;usager conduit</source>
        <translation>The user drives</translation>
    </message>
    <message>
        <source>Prendre la main</source>
        <translation>Take the wheel</translation>
    </message>
    <message>
        <source>Ensemble</source>
        <translation>Together</translation>
    </message>
    <message>
        <source>Frein</source>
        <translation>Brake</translation>
    </message>
    <message numerus="yes">
        <source>Le médiateur conduit depuis %n minute(s). Pensez à rendre la main.</source>
        <translation>
            <numerusform>The mediator has been driving for %n minute. Think of giving the wheel back.</numerusform>
            <numerusform>The mediator has been driving for %n minutes. Think of giving the wheel back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Depuis %n minute(s). Pensez à rendre la main.</source>
        <translation>
            <numerusform>For %n minute. Think of giving the wheel back.</numerusform>
            <numerusform>For %n minutes. Think of giving the wheel back.</numerusform>
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
        <translation>Nothing of yours is left on this computer.</translation>
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
        <source>Retour au premier écran dans %n seconde(s)</source>
        <translation>
            <numerusform>Back to the first screen in %n second</numerusform>
            <numerusform>Back to the first screen in %n seconds</numerusform>
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
        <source>Papiers du scanner, du téléphone et des clés</source>
        <translation>Papers from the scanner, phone and sticks</translation>
    </message>
    <message>
        <source>Papiers pour l&apos;imprimante</source>
        <translation>Papers for the printer</translation>
    </message>
    <message>
        <source>Personne n&apos;a répondu. La visite est finie.</source>
        <translation>Nobody answered. The visit is over.</translation>
    </message>
    <message>
        <source>La page n&apos;est pas venue. Ce n&apos;est pas votre faute.</source>
        <translation>The page did not come. It is not your fault.</translation>
    </message>
    <message>
        <source>La page ne répondait plus. Ce n&apos;est pas votre faute.</source>
        <translation>The page no longer answered. It is not your fault.</translation>
    </message>
    <message>
        <source>La page s&apos;est arrêtée. Ce n&apos;est pas votre faute.</source>
        <translation>The page stopped. It is not your fault.</translation>
    </message>
    <message>
        <source>La page s&apos;est mal conduite. Le poste l&apos;a fermée.</source>
        <translation>The page did not behave. The computer has closed it.</translation>
    </message>
    <message>
        <source>La souris de l&apos;usager est débranchée. Rebranchez-la : rien n&apos;est perdu.</source>
        <translation>The user&apos;s mouse is unplugged. Plug it back in: nothing is lost.</translation>
    </message>
    <message>
        <source>La souris de l&apos;usager est revenue.</source>
        <translation>The user&apos;s mouse is back.</translation>
    </message>
    <message>
        <source>Le clavier de l&apos;usager est débranché. Rebranchez-le : rien n&apos;est perdu.</source>
        <translation>The user&apos;s keyboard is unplugged. Plug it back in: nothing is lost.</translation>
    </message>
    <message>
        <source>Le clavier de l&apos;usager est revenu.</source>
        <translation>The user&apos;s keyboard is back.</translation>
    </message>
    <message>
        <source>L&apos;écran tactile de l&apos;usager est débranché. Rebranchez-le : rien n&apos;est perdu.</source>
        <translation>The user&apos;s touch screen is unplugged. Plug it back in: nothing is lost.</translation>
    </message>
    <message>
        <source>L&apos;écran tactile de l&apos;usager est revenu.</source>
        <translation>The user&apos;s touch screen is back.</translation>
    </message>
    <message>
        <source>La souris du médiateur est débranchée. Rebranchez-la : rien n&apos;est perdu.</source>
        <translation>The mediator&apos;s mouse is unplugged. Plug it back in: nothing is lost.</translation>
    </message>
    <message>
        <source>La souris du médiateur est revenue.</source>
        <translation>The mediator&apos;s mouse is back.</translation>
    </message>
    <message>
        <source>Le clavier du médiateur est débranché. Rebranchez-le : rien n&apos;est perdu.</source>
        <translation>The mediator&apos;s keyboard is unplugged. Plug it back in: nothing is lost.</translation>
    </message>
    <message>
        <source>Le clavier du médiateur est revenu.</source>
        <translation>The mediator&apos;s keyboard is back.</translation>
    </message>
    <message>
        <source>L&apos;écran tactile du médiateur est débranché. Rebranchez-le : rien n&apos;est perdu.</source>
        <translation>The mediator&apos;s touch screen is unplugged. Plug it back in: nothing is lost.</translation>
    </message>
    <message>
        <source>L&apos;écran tactile du médiateur est revenu.</source>
        <translation>The mediator&apos;s touch screen is back.</translation>
    </message>
    <message>
        <source>Durée non connue</source>
        <translation>Time not known</translation>
    </message>
    <message numerus="yes">
        <source>Environ %n minute(s)</source>
        <translation>
            <numerusform>About %n minute</numerusform>
            <numerusform>About %n minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>Ce guide est en français.</source>
        <translation>This guide is in French.</translation>
    </message>
    <message>
        <source>Une partie de ce guide est en français.</source>
        <translation>A part of this guide is in French.</translation>
    </message>
    <message numerus="yes">
        <source>%n étape(s), une par une</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps, one by one</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n papier(s) seront effacés</source>
        <translation>
            <numerusform>%n paper will be erased</numerusform>
            <numerusform>%n papers will be erased</numerusform>
        </translation>
    </message>
    <message>
        <source>tout de suite</source>
        <translation>at once</translation>
    </message>
    <message numerus="yes">
        <source>%1 seconde(s)</source>
        <translation>
            <numerusform>%1 seconds</numerusform>
            <numerusform>%1 seconds</numerusform>
        </translation>
    </message>
    <message>
        <source>%1&#xa0;h&#xa0;%2</source>
        <translation>%1:%2</translation>
    </message>
    <message>
        <source>Vous avez fait %1&#xa0;% des gestes.</source>
        <translation>You did %1% of the actions.</translation>
    </message>
</context>
</TS>
