<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About RSD Studio</source>
        <translation>À propos de RSD Studio</translation>
    </message>
    <message>
        <source>Enlarges and restores photos on this computer. It connects to nothing.</source>
        <translation>Agrandit et restaure des photos sur cet ordinateur. Ne se connecte à rien.</translation>
    </message>
    <message>
        <source>Versions, licences, this machine</source>
        <translation>Versions, licences, cette machine</translation>
    </message>
    <message>
        <source>The engine is being asked …</source>
        <translation>Interrogation du moteur…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy it for a bug report</source>
        <translation>Copier pour un rapport d’erreur</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>Cette machine</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Licences</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Open …</source>
        <translation>Ouvrir…</translation>
    </message>
    <message>
        <source>Add photos</source>
        <translation>Ajouter des photos</translation>
    </message>
    <message>
        <source>Open a folder …</source>
        <translation>Ouvrir un dossier…</translation>
    </message>
    <message>
        <source>Add all photos of a folder</source>
        <translation>Ajouter toutes les photos d’un dossier</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Coller</translation>
    </message>
    <message>
        <source>Add a copied picture, or copied files</source>
        <translation>Ajouter une image ou des fichiers copiés</translation>
    </message>
    <message>
        <source>Save the result as …</source>
        <translation>Enregistrer le résultat sous…</translation>
    </message>
    <message>
        <source>Copy the result to another place</source>
        <translation>Copier le résultat ailleurs</translation>
    </message>
    <message>
        <source>Copy the result</source>
        <translation>Copier le résultat</translation>
    </message>
    <message>
        <source>Put the result on the clipboard</source>
        <translation>Mettre le résultat dans le presse-papiers</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Montrer dans le dossier</translation>
    </message>
    <message>
        <source>Show the result in its folder</source>
        <translation>Montrer le résultat dans son dossier</translation>
    </message>
    <message>
        <source>Models …</source>
        <translation>Modèles …</translation>
    </message>
    <message>
        <source>See, import and remove models</source>
        <translation>Voir, importer et supprimer des modèles</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>Fermer la fenêtre</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Take the last change back</source>
        <translation>Revenir sur la dernière modification</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Do the change again</source>
        <translation>Refaire la modification</translation>
    </message>
    <message>
        <source>Select all photos</source>
        <translation>Sélectionner toutes les photos</translation>
    </message>
    <message>
        <source>Remove from the queue</source>
        <translation>Retirer de la liste</translation>
    </message>
    <message>
        <source>Take the selected photos out of the queue; no file is deleted</source>
        <translation>Retirer les photos sélectionnées de la liste ; aucun fichier n’est supprimé</translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation>Tout retirer</translation>
    </message>
    <message>
        <source>Empty the queue; no file is deleted</source>
        <translation>Vider la liste ; aucun fichier n’est supprimé</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Monter</translation>
    </message>
    <message>
        <source>Enlarge the selected photos earlier</source>
        <translation>Agrandir plus tôt les photos sélectionnées</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Descendre</translation>
    </message>
    <message>
        <source>Enlarge the selected photos later</source>
        <translation>Agrandir plus tard les photos sélectionnées</translation>
    </message>
    <message>
        <source>Apply settings to all</source>
        <translation>Appliquer les réglages à toutes</translation>
    </message>
    <message>
        <source>Apply these settings to all photos</source>
        <translation>Appliquer ces réglages à toutes les photos</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Ajuster</translation>
    </message>
    <message>
        <source>Show the whole picture</source>
        <translation>Montrer toute l’image</translation>
    </message>
    <message>
        <source>Fit or 100 %</source>
        <translation>Ajuster ou 100 %</translation>
    </message>
    <message>
        <source>Between the whole picture and 100 %</source>
        <translation>Alterner entre toute l’image et 100 %</translation>
    </message>
    <message>
        <source>One pixel of the result for one of the screen</source>
        <translation>Un pixel du résultat pour un pixel de l’écran</translation>
    </message>
    <message>
        <source>Every pixel of the result twice</source>
        <translation>Chaque pixel du résultat en double</translation>
    </message>
    <message>
        <source>Every pixel of the result four times</source>
        <translation>Chaque pixel du résultat quatre fois</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Zoom avant</translation>
    </message>
    <message>
        <source>Show less, larger</source>
        <translation>Montrer moins, en plus grand</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Zoom arrière</translation>
    </message>
    <message>
        <source>Show more, smaller</source>
        <translation>Montrer plus, en plus petit</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Partagé</translation>
    </message>
    <message>
        <source>Before and after, with a divider between them</source>
        <translation>Avant et après, avec un séparateur entre les deux</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Côte à côte</translation>
    </message>
    <message>
        <source>Before and after beside each other</source>
        <translation>Avant et après l’un à côté de l’autre</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Différence</translation>
    </message>
    <message>
        <source>What the program has changed</source>
        <translation>Ce que le programme a changé</translation>
    </message>
    <message>
        <source>Flip while held</source>
        <translation>Basculer tant que maintenu</translation>
    </message>
    <message>
        <source>The other one in place, while it is held</source>
        <translation>L’autre image au même endroit, tant que maintenu</translation>
    </message>
    <message>
        <source>Loupe</source>
        <translation>Loupe</translation>
    </message>
    <message>
        <source>A magnifier at the pointer</source>
        <translation>Une loupe au pointeur</translation>
    </message>
    <message>
        <source>Previous photo</source>
        <translation>Photo précédente</translation>
    </message>
    <message>
        <source>Show the previous photo</source>
        <translation>Montrer la photo précédente</translation>
    </message>
    <message>
        <source>Next photo</source>
        <translation>Photo suivante</translation>
    </message>
    <message>
        <source>Show the next photo</source>
        <translation>Montrer la photo suivante</translation>
    </message>
    <message>
        <source>Strip and settings</source>
        <translation>Bande et réglages</translation>
    </message>
    <message>
        <source>Show or hide what is beside the picture</source>
        <translation>Montrer ou masquer ce qui entoure l’image</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Plein écran</translation>
    </message>
    <message>
        <source>Use the whole screen</source>
        <translation>Utiliser tout l’écran</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Démarrer</translation>
    </message>
    <message>
        <source>Enlarge all photos that wait</source>
        <translation>Agrandir toutes les photos en attente</translation>
    </message>
    <message>
        <source>Start the selected photos</source>
        <translation>Démarrer les photos sélectionnées</translation>
    </message>
    <message>
        <source>Enlarge the selected photos only</source>
        <translation>Agrandir seulement les photos sélectionnées</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Hold the work, or let it go on</source>
        <translation>Suspendre le travail ou le reprendre</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Stop; what is done stays and can be gone on with</source>
        <translation>Arrêter ; ce qui est fait reste et peut être repris</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Regarder à nouveau</translation>
    </message>
    <message>
        <source>Other fine detail, by another seed</source>
        <translation>D’autres détails fins, avec une autre graine</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>All keys on one sheet</source>
        <translation>Toutes les touches sur une page</translation>
    </message>
    <message>
        <source>Open the log folder</source>
        <translation>Ouvrir le dossier des journaux</translation>
    </message>
    <message>
        <source>Where the program writes what it does</source>
        <translation>Là où le programme note ce qu’il fait</translation>
    </message>
    <message>
        <source>About RSD Studio</source>
        <translation>À propos de RSD Studio</translation>
    </message>
    <message>
        <source>Versions, licences, this machine</source>
        <translation>Versions, licences, cette machine</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Before and after</source>
        <translation>Avant et après</translation>
    </message>
    <message>
        <source>Arrow keys move the divider, with Ctrl the picture; plus and minus zoom, backslash flips.</source>
        <translation>Les flèches déplacent le séparateur, avec Ctrl l’image ; plus et moins zooment, la barre oblique inverse bascule.</translation>
    </message>
    <message>
        <source>before</source>
        <translation>avant</translation>
    </message>
    <message>
        <source>after</source>
        <translation>après</translation>
    </message>
</context>
<context>
    <name>Document</name>
    <message numerus="yes">
        <source>add %n photo(s)</source>
        <translation>
            <numerusform>ajouter %n photo</numerusform>
            <numerusform>ajouter %n photos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>remove %n photo(s)</source>
        <translation>
            <numerusform>retirer %n photo</numerusform>
            <numerusform>retirer %n photos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>move %n photo(s)</source>
        <translation>
            <numerusform>déplacer %n photo</numerusform>
            <numerusform>déplacer %n photos</numerusform>
        </translation>
    </message>
    <message>
        <source>apply settings to all</source>
        <translation>appliquer les réglages à toutes</translation>
    </message>
    <message>
        <source>change settings</source>
        <translation>modifier les réglages</translation>
    </message>
    <message numerus="yes">
        <source>change settings of %n photo(s)</source>
        <translation>
            <numerusform>modifier les réglages de %n photo</numerusform>
            <numerusform>modifier les réglages de %n photos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DropOverlay</name>
    <message numerus="yes">
        <source>Drop to add %n file(s) or folder(s)</source>
        <translation>
            <numerusform>Déposez pour ajouter %n fichier ou dossier</numerusform>
            <numerusform>Déposez pour ajouter %n fichiers ou dossiers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EmptyPage</name>
    <message>
        <source>Drop photos or folders here</source>
        <translation>Déposez ici des photos ou des dossiers</translation>
    </message>
    <message>
        <source>They are enlarged and restored on this computer. Nothing leaves it.</source>
        <translation>Elles sont agrandies et restaurées sur cet ordinateur. Rien n’en sort.</translation>
    </message>
    <message>
        <source>Or paste a picture with Ctrl+V.</source>
        <translation>Ou collez une image avec Ctrl+V.</translation>
    </message>
    <message>
        <source>Open photos …</source>
        <translation>Ouvrir des photos…</translation>
    </message>
    <message>
        <source>Enlarge the sample photo</source>
        <translation>Agrandir la photo d’exemple</translation>
    </message>
</context>
<context>
    <name>ErrorBar</name>
    <message>
        <source>Error</source>
        <translation>Erreur</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copier les détails</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… et %n autre</numerusform>
            <numerusform>… et %n autres</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileForm</name>
    <message>
        <source>What it is</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Écarter</translation>
    </message>
    <message>
        <source>Do not import this file</source>
        <translation>Ne pas importer ce fichier</translation>
    </message>
    <message>
        <source>Left out: {0}</source>
        <translation>Écarté : {0}</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>Veuillez choisir</translation>
    </message>
    <message>
        <source>The file does not say it; the page that you have it from does</source>
        <translation>Le fichier ne le dit pas ; la page d’où il vient, si</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>Kept in the model. What ResShift, SinSR and RSD published is non-commercial.</source>
        <translation>Conservée dans le modèle. Ce que ResShift, SinSR et RSD ont publié est non commercial.</translation>
    </message>
</context>
<context>
    <name>Filmstrip</name>
    <message>
        <source>Photos</source>
        <translation>Photos</translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Édition</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Affichage</translation>
    </message>
    <message>
        <source>Enlarge</source>
        <translation>Agrandir</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>Ouvrir un fichier récent</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Couleurs</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Outils</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import models</source>
        <translation>Importer des modèles</translation>
    </message>
    <message>
        <source>Progress of the import</source>
        <translation>Progression de l’import</translation>
    </message>
    <message>
        <source>Add a file …</source>
        <translation>Ajouter un fichier …</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importer</translation>
    </message>
    <message>
        <source>Checking and converting. The files themselves stay as they are.</source>
        <translation>Vérification et conversion. Les fichiers eux-mêmes restent tels quels.</translation>
    </message>
    <message>
        <source>Looking at the files …</source>
        <translation>Examen des fichiers …</translation>
    </message>
    <message>
        <source>Nothing can be imported.</source>
        <translation>Rien ne peut être importé.</translation>
    </message>
    <message>
        <source>{0} needs its autoencoder: add autoencoder_vq_f4.pth as a second file, once for all models.</source>
        <translation>{0} a besoin de son autoencodeur : ajoutez autoencoder_vq_f4.pth comme second fichier, une fois pour tous les modèles.</translation>
    </message>
    <message>
        <source>Two models have one name.</source>
        <translation>Deux modèles portent le même nom.</translation>
    </message>
    <message>
        <source>There is a model of this name already.</source>
        <translation>Un modèle porte déjà ce nom.</translation>
    </message>
    <message>
        <source>Say what each model is, and give it a name of letters, figures, dots and dashes.</source>
        <translation>Dites ce qu’est chaque modèle et donnez-lui un nom fait de lettres, chiffres, points et tirets.</translation>
    </message>
    <message>
        <source>Nothing in a file is executed. The files themselves stay as they are.</source>
        <translation>Rien de ce que contient un fichier n’est exécuté. Les fichiers eux-mêmes restent tels quels.</translation>
    </message>
</context>
<context>
    <name>Importer</name>
    <message>
        <source>Photos</source>
        <translation>Photos</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Tous les fichiers</translation>
    </message>
    <message>
        <source>Add photos</source>
        <translation>Ajouter des photos</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>Ajouter un dossier</translation>
    </message>
    <message>
        <source>The clipboard holds neither a picture nor files.</source>
        <translation>Le presse-papiers ne contient ni image ni fichiers.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>%n file(s) are in the queue already</source>
        <translation>
            <numerusform>%n fichier est déjà dans la liste</numerusform>
            <numerusform>%n fichiers sont déjà dans la liste</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} in {1}</source>
        <translation>{0} en {1}</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) failed</source>
        <translation>
            <numerusform>%n photo a échoué</numerusform>
            <numerusform>%n photos ont échoué</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped. Start goes on where it was.</source>
        <translation>Arrêté. Démarrer reprend où c’était.</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>%n photo</numerusform>
            <numerusform>%n photos</numerusform>
        </translation>
    </message>
    <message>
        <source>{0}: about {1}</source>
        <translation>{0} : environ {1}</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be added:</source>
        <translation>
            <numerusform>%n fichier n’a pas pu être ajouté :</numerusform>
            <numerusform>%n fichiers n’ont pas pu être ajoutés :</numerusform>
        </translation>
    </message>
    <message>
        <source>The language changes with the next start.</source>
        <translation>La langue changera au prochain démarrage.</translation>
    </message>
    <message>
        <source>Photos are being enlarged. Stop and close?</source>
        <translation>Des photos sont en cours d’agrandissement. Arrêter et fermer ?</translation>
    </message>
    <message>
        <source>What is computed is kept; the next start goes on with it.</source>
        <translation>Ce qui est calculé est conservé ; le prochain démarrage le reprend.</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>Arrêter et fermer</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuer</translation>
    </message>
</context>
<context>
    <name>ModelManager</name>
    <message>
        <source>Models</source>
        <translation>Modèles</translation>
    </message>
    <message>
        <source>Installed models</source>
        <translation>Modèles installés</translation>
    </message>
    <message>
        <source>Card of the model</source>
        <translation>Fiche du modèle</translation>
    </message>
    <message>
        <source>Use for all photos</source>
        <translation>Utiliser pour toutes les photos</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Montrer dans le dossier</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Put the removed model back</source>
        <translation>Remettre le modèle supprimé</translation>
    </message>
    <message>
        <source>Import …</source>
        <translation>Importer …</translation>
    </message>
    <message>
        <source>ResShift, SinSR and RSD files, and models of this program</source>
        <translation>Fichiers ResShift, SinSR et RSD, et modèles de ce programme</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>endommagé</translation>
    </message>
    <message>
        <source>a teacher, for training</source>
        <translation>un professeur, pour l’entraînement</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>utilisé</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Erreur</translation>
    </message>
    <message>
        <source>On disk</source>
        <translation>Sur le disque</translation>
    </message>
    <message>
        <source>{0} is removed: {1}.</source>
        <translation>{0} est supprimé : {1}.</translation>
    </message>
</context>
<context>
    <name>NameLabel</name>
    <message>
        <source>Double click: back to the default</source>
        <translation>Double-clic : retour à la valeur par défaut</translation>
    </message>
</context>
<context>
    <name>Notifier</name>
    <message numerus="yes">
        <source>%n photo(s) enlarged</source>
        <translation>
            <numerusform>%n photo agrandie</numerusform>
            <numerusform>%n photos agrandies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n en échec</numerusform>
            <numerusform>%n en échec</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueueModel</name>
    <message>
        <source>being read</source>
        <translation>lecture en cours</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en attente</translation>
    </message>
    <message>
        <source>{0} % done</source>
        <translation>{0} % fait</translation>
    </message>
    <message>
        <source>stopped, can be resumed</source>
        <translation>arrêté, peut être repris</translation>
    </message>
    <message>
        <source>done</source>
        <translation>terminé</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>échec</translation>
    </message>
    <message>
        <source>has settings of its own</source>
        <translation>a ses propres réglages</translation>
    </message>
</context>
<context>
    <name>ResultActions</name>
    <message>
        <source>{0} is on the clipboard.</source>
        <translation>{0} est dans le presse-papiers.</translation>
    </message>
    <message>
        <source>Save the result as</source>
        <translation>Enregistrer le résultat sous</translation>
    </message>
    <message>
        <source>Saved as {0}.</source>
        <translation>Enregistré sous {0}.</translation>
    </message>
</context>
<context>
    <name>SettingsDesk</name>
    <message>
        <source>All photos have these settings now.</source>
        <translation>Toutes les photos ont maintenant ces réglages.</translation>
    </message>
    <message>
        <source>Save as a preset</source>
        <translation>Enregistrer comme préréglage</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
</context>
<context>
    <name>SettingsPanel</name>
    <message>
        <source>Choose the folder for results</source>
        <translation>Choisir le dossier des résultats</translation>
    </message>
    <message>
        <source>This photo</source>
        <translation>Cette photo</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n sélectionnée</numerusform>
            <numerusform>%n sélectionnées</numerusform>
        </translation>
    </message>
    <message>
        <source>All photos</source>
        <translation>Toutes</translation>
    </message>
    <message>
        <source>Settings hold for all photos without settings of their own</source>
        <translation>Les réglages valent pour toutes les photos sans réglages propres</translation>
    </message>
    <message>
        <source>The selected photos have settings of their own</source>
        <translation>Les photos sélectionnées ont leurs propres réglages</translation>
    </message>
    <message>
        <source>Apply to all</source>
        <translation>Appliquer à toutes</translation>
    </message>
    <message>
        <source>Apply these settings to all photos</source>
        <translation>Appliquer ces réglages à toutes les photos</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>Préréglages</translation>
    </message>
    <message>
        <source>Use or save presets</source>
        <translation>Utiliser ou enregistrer des préréglages</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modèles</translation>
    </message>
    <message>
        <source>See, import and remove models</source>
        <translation>Voir, importer et supprimer des modèles</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>×1, restore only</source>
        <translation>×1, restaurer seulement</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Largeur</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Hauteur</translation>
    </message>
    <message>
        <source>Long side</source>
        <translation>Grand côté</translation>
    </message>
    <message>
        <source>Megapixels</source>
        <translation>Mégapixels</translation>
    </message>
    <message>
        <source>Size of the result</source>
        <translation>Taille du résultat</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>Auto</translation>
    </message>
    <message>
        <source>The model judges how damaged the photo is</source>
        <translation>Le modèle juge à quel point la photo est abîmée</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Condition, from clean to damaged</source>
        <translation>État, de propre à abîmé</translation>
    </message>
    <message>
        <source>Clean: change little. Damaged: repair much.</source>
        <translation>Propre : changer peu. Abîmé : réparer beaucoup.</translation>
    </message>
    <message>
        <source>clean</source>
        <translation>propre</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>abîmé</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Regarder à nouveau</translation>
    </message>
    <message>
        <source>Look again: other fine detail, by another seed (R)</source>
        <translation>Regarder à nouveau : d’autres détails fins, avec une autre graine (R)</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Graine</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>As the photo</source>
        <translation>Comme la photo</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualité</translation>
    </message>
    <message>
        <source>Quality of JPEG and WebP, 1 to 100</source>
        <translation>Qualité de JPEG et WebP, de 1 à 100</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Profondeur</translation>
    </message>
    <message>
        <source>8 bits a channel</source>
        <translation>8 bits par canal</translation>
    </message>
    <message>
        <source>16 bits a channel</source>
        <translation>16 bits par canal</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Beside each photo</source>
        <translation>À côté de la photo</translation>
    </message>
    <message>
        <source>Results go beside each photo</source>
        <translation>Les résultats vont à côté de chaque photo</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Appareil</translation>
    </message>
    <message>
        <source>The fastest</source>
        <translation>Le plus rapide</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Avancé</translation>
    </message>
    <message>
        <source>Precision, memory and tiles</source>
        <translation>Précision, mémoire et tuiles</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Précision</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatique</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Mémoire</translation>
    </message>
    <message>
        <source>Tile</source>
        <translation>Tuile</translation>
    </message>
    <message>
        <source>{0} → {1}
about {2}</source>
        <translation>{0} → {1}
environ {2}</translation>
    </message>
    <message>
        <source>Folder for results</source>
        <translation>Dossier des résultats</translation>
    </message>
    <message>
        <source>Save as a preset …</source>
        <translation>Enregistrer comme préréglage…</translation>
    </message>
    <message>
        <source>Remove a preset</source>
        <translation>Supprimer un préréglage</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Zoom at the pointer</source>
        <translation>Zoomer au pointeur</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>Molette</translation>
    </message>
    <message>
        <source>Move the picture</source>
        <translation>Déplacer l’image</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>Glisser</translation>
    </message>
    <message>
        <source>Fit or 100 %</source>
        <translation>Ajuster ou 100 %</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>Double-clic</translation>
    </message>
    <message>
        <source>Move the divider</source>
        <translation>Déplacer le séparateur</translation>
    </message>
    <message>
        <source>Left, Right; with Shift faster</source>
        <translation>Gauche, Droite ; avec Maj plus vite</translation>
    </message>
    <message>
        <source>Back to the default</source>
        <translation>Retour à la valeur par défaut</translation>
    </message>
    <message>
        <source>Double click on a setting&apos;s name</source>
        <translation>Double-clic sur le nom d’un réglage</translation>
    </message>
    <message>
        <source>Picture and settings</source>
        <translation>Image et réglages</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Starting the engine …</source>
        <translation>Démarrage du moteur…</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
    <message>
        <source>Size and zoom</source>
        <translation>Taille et zoom</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} sur {1}</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pause</translation>
    </message>
    <message>
        <source>starting …</source>
        <translation>démarrage…</translation>
    </message>
    <message>
        <source>{0} left</source>
        <translation>encore {0}</translation>
    </message>
</context>
<context>
    <name>models</name>
    <message>
        <source>Models</source>
        <translation>Modèles</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Tous les fichiers</translation>
    </message>
    <message>
        <source>Import models</source>
        <translation>Importer des modèles</translation>
    </message>
    <message>
        <source>{0}, one step</source>
        <translation>{0}, une étape</translation>
    </message>
    <message>
        <source>{0}, {1} steps</source>
        <translation>{0}, {1} étapes</translation>
    </message>
    <message>
        <source>Came with the program</source>
        <translation>Fournis avec le programme</translation>
    </message>
    <message>
        <source>Trained with this program</source>
        <translation>Entraînés avec ce programme</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Importés</translation>
    </message>
    <message>
        <source>A model of this program: {0}</source>
        <translation>Un modèle de ce programme : {0}</translation>
    </message>
    <message>
        <source>Autoencoder, {0} million parameters; stored once, for all models that use it</source>
        <translation>Autoencodeur, {0} millions de paramètres ; stocké une fois pour tous les modèles qui l’utilisent</translation>
    </message>
    <message>
        <source>Network of a student with a noise input, {0} million parameters</source>
        <translation>Réseau élève avec entrée de bruit, {0} millions de paramètres</translation>
    </message>
    <message>
        <source>Network of a teacher or student, {0} million parameters</source>
        <translation>Réseau professeur ou élève, {0} millions de paramètres</translation>
    </message>
    <message>
        <source>Your models take {0}; {1} are free.</source>
        <translation>Vos modèles occupent {0} ; {1} sont libres.</translation>
    </message>
    <message>
        <source>Shared autoencoders: {0}.</source>
        <translation>Autoencodeurs partagés : {0}.</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Pour</translation>
    </message>
    <message>
        <source>Enlarges</source>
        <translation>Agrandit</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Auteur</translation>
    </message>
    <message>
        <source>Made on</source>
        <translation>Créé le</translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation>Entraîné sur</translation>
    </message>
    <message>
        <source>Licence of the photos</source>
        <translation>Licence des photos</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>{0} s</source>
        <translation>{0} s</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} min</translation>
    </message>
    <message>
        <source>{0} h {1} min</source>
        <translation>{0} h {1} min</translation>
    </message>
</context>
</TS>
