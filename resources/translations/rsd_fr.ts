<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>Automatic</source>
        <translation>Automatique</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Détail</translation>
    </message>
    <message>
        <source>Faithful: only what is certain. Realistic: lost detail is invented.</source>
        <translation>Fidèle : seulement ce qui est sûr. Réaliste : les détails perdus sont inventés.</translation>
    </message>
    <message>
        <source>Detail, from faithful to realistic</source>
        <translation>Détail, de fidèle à réaliste</translation>
    </message>
    <message>
        <source>faithful</source>
        <translation>fidèle</translation>
    </message>
    <message>
        <source>realistic</source>
        <translation>réaliste</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Graine</translation>
    </message>
    <message>
        <source>Guard</source>
        <translation>Protection</translation>
    </message>
    <message>
        <source>Detected and kept faithful: nothing is invented there</source>
        <translation>Sont trouvés et restent fidèles : rien n’y est inventé</translation>
    </message>
    <message>
        <source>Faces and text</source>
        <translation>Visages et texte</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Same as the photo</source>
        <translation>Comme la photo</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Profondeur</translation>
    </message>
    <message>
        <source>8 bits per channel</source>
        <translation>8 bits par canal</translation>
    </message>
    <message>
        <source>16 bits per channel</source>
        <translation>16 bits par canal</translation>
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
        <source>Metadata</source>
        <translation>Métadonnées</translation>
    </message>
    <message>
        <source>Which of the photo&apos;s metadata is copied into the result</source>
        <translation>Ce qui, des données de la photo, passe dans le résultat</translation>
    </message>
    <message>
        <source>All of it</source>
        <translation>Toutes</translation>
    </message>
    <message>
        <source>Without the location</source>
        <translation>Sans le lieu</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucune</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Couleurs</translation>
    </message>
    <message>
        <source>Corrects colours that the model lets drift over large areas</source>
        <translation>Corrige les couleurs que le modèle décale sur de grandes surfaces</translation>
    </message>
    <message>
        <source>As in the photo</source>
        <translation>Comme dans la photo</translation>
    </message>
    <message>
        <source>Camera RAW</source>
        <translation>RAW</translation>
    </message>
    <message>
        <source>The colour space that camera RAW is developed into</source>
        <translation>Les couleurs dans lesquelles le RAW d&apos;un appareil est développé</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Précision</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Mémoire</translation>
    </message>
    <message>
        <source>Tile</source>
        <translation>Tuile</translation>
    </message>
</context>
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
        <source>Asking the engine …</source>
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
        <source>Watch a folder …</source>
        <translation>Surveiller un dossier…</translation>
    </message>
    <message>
        <source>Enlarge every photo that arrives in a folder</source>
        <translation>Agrandir chaque photo qui arrive dans un dossier</translation>
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
        <source>Undo the last change</source>
        <translation>Revenir sur la dernière modification</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Redo the change</source>
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
        <source>Paint</source>
        <translation>Peindre</translation>
    </message>
    <message>
        <source>Paint what should be more faithful, or more realistic, than the rest</source>
        <translation>Peindre ce qui doit être plus fidèle, ou plus réaliste, que le reste</translation>
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
        <source>One pixel of the result per screen pixel</source>
        <translation>Un pixel du résultat pour un pixel de l’écran</translation>
    </message>
    <message>
        <source>Every pixel of the result at twice its size</source>
        <translation>Chaque pixel du résultat en double</translation>
    </message>
    <message>
        <source>Every pixel of the result at four times its size</source>
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
        <source>Show the other picture in place, while held</source>
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
        <source>What is invented</source>
        <translation>Ce qui est inventé</translation>
    </message>
    <message>
        <source>Colours the result where other seeds draw different details; Esc hides it</source>
        <translation>Une couleur sur le résultat là où d’autres graines dessinent d’autres détails ; Échap la masque</translation>
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
        <source>Show or hide the panels beside the picture</source>
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
        <source>Enlarge all waiting photos</source>
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
        <source>Pause the work, or continue it</source>
        <translation>Suspendre le travail ou le reprendre</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Stop; what is done is kept and can be continued</source>
        <translation>Arrêter ; ce qui est fait reste et peut être repris</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Regarder à nouveau</translation>
    </message>
    <message>
        <source>Different fine detail, from another seed</source>
        <translation>D’autres détails fins, avec une autre graine</translation>
    </message>
    <message>
        <source>Variants …</source>
        <translation>Variantes…</translation>
    </message>
    <message>
        <source>Other pictures that fit the photo, to choose from</source>
        <translation>D’autres images qui correspondent à ce que l’on voit, au choix</translation>
    </message>
    <message>
        <source>Train a model of your own …</source>
        <translation>Entraîner un modèle à vous…</translation>
    </message>
    <message>
        <source>Make a model for your kind of photos</source>
        <translation>Faire un modèle pour le genre de photos que vous avez</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>All shortcuts on one sheet</source>
        <translation>Toutes les touches sur une page</translation>
    </message>
    <message>
        <source>Open the log folder</source>
        <translation>Ouvrir le dossier des journaux</translation>
    </message>
    <message>
        <source>Where the program keeps its log</source>
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
    <name>AdvancedPart</name>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
</context>
<context>
    <name>Assistant</name>
    <message>
        <source>The process that looks at the photos has ended. Try again.</source>
        <translation>Le processus qui examine les photos s&apos;est terminé. Réessayez.</translation>
    </message>
</context>
<context>
    <name>BlindTest</name>
    <message>
        <source>Blind test</source>
        <translation>Test à l&apos;aveugle</translation>
    </message>
    <message>
        <source>Two results of one photo</source>
        <translation>Deux résultats d&apos;une photo</translation>
    </message>
    <message>
        <source>The left one (1)</source>
        <translation>Celle de gauche (1)</translation>
    </message>
    <message>
        <source>The right one (2)</source>
        <translation>Celle de droite (2)</translation>
    </message>
    <message>
        <source>No difference (0)</source>
        <translation>Aucune différence (0)</translation>
    </message>
    <message>
        <source>You saw no difference.</source>
        <translation>Vous n&apos;avez vu aucune différence.</translation>
    </message>
    <message>
        <source>You chose your own model {0} of {1} times (95 % interval: {2} to {3} %).</source>
        <translation>Vous avez choisi votre modèle {0} fois sur {1} (intervalle à 95 % : {2} à {3} %).</translation>
    </message>
    <message>
        <source>That may be chance.</source>
        <translation>C&apos;est peut-être le hasard.</translation>
    </message>
    <message>
        <source>Thank you.</source>
        <translation>Merci.</translation>
    </message>
    <message>
        <source>Which is better? {0} of {1}</source>
        <translation>Lequel est meilleur ? {0} sur {1}</translation>
    </message>
</context>
<context>
    <name>BrushBar</name>
    <message>
        <source>Faithful</source>
        <translation>Fidèle</translation>
    </message>
    <message>
        <source>Only what is certain: for faces and text</source>
        <translation>Seulement ce qui est sûr : pour les visages et le texte</translation>
    </message>
    <message>
        <source>Realistic</source>
        <translation>Réaliste</translation>
    </message>
    <message>
        <source>With invented detail: for leaves, fur and fabric</source>
        <translation>Avec des détails inventés : pour feuillages, pelages et tissus</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>Variante</translation>
    </message>
    <message>
        <source>Another variant, as chosen with V</source>
        <translation>Une autre variante, choisie avec V</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Gomme</translation>
    </message>
    <message>
        <source>Removes the strokes it touches</source>
        <translation>Enlève les traits qu’elle touche</translation>
    </message>
    <message>
        <source>Size of the brush</source>
        <translation>Taille du pinceau</translation>
    </message>
    <message>
        <source>Size of the brush ([ and ])</source>
        <translation>Taille du pinceau ([ et ])</translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation>Tout retirer</translation>
    </message>
    <message>
        <source>Remove all strokes</source>
        <translation>Enlever tous les traits</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Back to the picture (Esc)</source>
        <translation>Retour à l’image (Échap)</translation>
    </message>
    <message>
        <source>This model always draws a full sample; this needs another model or a variant.</source>
        <translation>Ce modèle tire toujours un échantillon entier ; il en faut un autre, ou une variante.</translation>
    </message>
    <message>
        <source>Variant {0}</source>
        <translation>Variante {0}</translation>
    </message>
</context>
<context>
    <name>BrushController</name>
    <message>
        <source>Open a photo first.</source>
        <translation>Ouvrez d’abord une photo.</translation>
    </message>
    <message>
        <source>The picture&apos;s record is full. Erase some strokes first.</source>
        <translation>L’enregistrement d’une image n’admet pas plus de traits. Effacez-en d’abord.</translation>
    </message>
</context>
<context>
    <name>Command</name>
    <message>
        <source>The command has failed.</source>
        <translation>La commande a échoué.</translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>Photos that the training has never seen. Move the divider, or press Y to see both.</source>
        <translation>Photos que l&apos;entraînement n&apos;a jamais vues. Déplacez le séparateur, ou appuyez sur Y pour voir les deux.</translation>
    </message>
    <message>
        <source>On the left</source>
        <translation>À gauche</translation>
    </message>
    <message>
        <source>On the right</source>
        <translation>À droite</translation>
    </message>
    <message>
        <source>Previous photo (PgUp)</source>
        <translation>Photo précédente (PgPréc)</translation>
    </message>
    <message>
        <source>Next photo (PgDown)</source>
        <translation>Photo suivante (PgSuiv)</translation>
    </message>
    <message>
        <source>Compare again</source>
        <translation>Comparer à nouveau</translation>
    </message>
    <message>
        <source>With what it has learned since</source>
        <translation>Avec ce qu&apos;il a appris depuis</translation>
    </message>
    <message>
        <source>Blind test …</source>
        <translation>Test à l&apos;aveugle…</translation>
    </message>
    <message>
        <source>Which is better? Ten pairs without names</source>
        <translation>Lequel est meilleur ? Dix paires sans noms</translation>
    </message>
    <message>
        <source>Enlarging photos that it has never seen …</source>
        <translation>Agrandit des photos jamais vues…</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>abîmée</translation>
    </message>
    <message>
        <source>bundled model</source>
        <translation>modèle fourni</translation>
    </message>
    <message>
        <source>your model</source>
        <translation>votre modèle</translation>
    </message>
    <message>
        <source>original</source>
        <translation>original</translation>
    </message>
    <message>
        <source>Measuring both …</source>
        <translation>Mesure des deux…</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} sur {1}</translation>
    </message>
    <message>
        <source>better</source>
        <translation>meilleur</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>moins bon</translation>
    </message>
    <message>
        <source>alike</source>
        <translation>égal</translation>
    </message>
    <message>
        <source>LPIPS and DISTS say how different it looks to the eye, PSNR and SSIM how close it is pixel by pixel; “alike” means that the difference may be chance. Your own eyes decide.</source>
        <translation>LPIPS et DISTS disent combien l&apos;œil voit de différence, PSNR et SSIM combien c&apos;est proche pixel par pixel ; « égal » veut dire que l&apos;écart peut être dû au hasard. Vos yeux décident.</translation>
    </message>
    <message>
        <source>These photos were trained on: the figures are too good.</source>
        <translation>Ces photos ont servi à l&apos;entraînement : les valeurs sont trop bonnes.</translation>
    </message>
    <message>
        <source>Warning: the new model is not better. More time, more photos or other damage may help.</source>
        <translation>Attention : le nouveau modèle n&apos;est pas meilleur. Plus de temps, plus de photos ou d&apos;autres défauts peuvent aider.</translation>
    </message>
    <message>
        <source>The new model is better in {0} figures and worse in {1}.</source>
        <translation>Le nouveau modèle est meilleur sur {0} valeurs et moins bon sur {1}.</translation>
    </message>
    <message>
        <source>The new model is better in {0} of {1} figures.</source>
        <translation>Le nouveau modèle est meilleur sur {0} valeurs sur {1}.</translation>
    </message>
</context>
<context>
    <name>ComparePane</name>
    <message>
        <source>At this size the photo passes through the model twice. The result appears when you run it.</source>
        <translation>À cette taille, la photo passe deux fois par le modèle. Le résultat se voit pendant l&apos;exécution.</translation>
    </message>
    <message>
        <source>This model takes many seconds per part. Its result appears when you run it.</source>
        <translation>Ce modèle met de nombreuses secondes par partie. Le résultat se voit pendant l&apos;exécution.</translation>
    </message>
</context>
<context>
    <name>Condition</name>
    <message>
        <source>Auto</source>
        <translation>Auto</translation>
    </message>
    <message>
        <source>The model judges how damaged the photo is</source>
        <translation>Le modèle juge à quel point la photo est abîmée</translation>
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
        <source>Condition, from clean to damaged</source>
        <translation>État, de propre à abîmé</translation>
    </message>
    <message>
        <source>Clean: change little. Damaged: repair much.</source>
        <translation>Propre : changer peu. Abîmé : réparer beaucoup.</translation>
    </message>
</context>
<context>
    <name>DamagePage</name>
    <message>
        <source>Choose what your photos suffer from. What you see here is what the model will learn to undo.</source>
        <translation>Choisissez ce dont souffrent vos photos. Ce que vous voyez ici, il apprendra à le corriger.</translation>
    </message>
    <message>
        <source>A sample appears in a moment.</source>
        <translation>Un échantillon arrive.</translation>
    </message>
    <message>
        <source>Condition shown</source>
        <translation>État montré</translation>
    </message>
    <message>
        <source>How often the damage is heavy</source>
        <translation>Fréquence du grave</translation>
    </message>
    <message>
        <source>Left undamaged</source>
        <translation>Laissées intactes</translation>
    </message>
    <message>
        <source>Blur up to</source>
        <translation>Flou jusqu&apos;à</translation>
    </message>
    <message>
        <source>Noise up to</source>
        <translation>Bruit jusqu&apos;à</translation>
    </message>
    <message>
        <source>JPEG damage up to</source>
        <translation>Défauts JPEG jusqu&apos;à</translation>
    </message>
    <message>
        <source>Another sample</source>
        <translation>Autre échantillon</translation>
    </message>
    <message>
        <source>Another place and other random damage (R)</source>
        <translation>Autre endroit et autre défaut au hasard (R)</translation>
    </message>
    <message>
        <source>Another photo</source>
        <translation>Autre photo</translation>
    </message>
    <message>
        <source>The same on the next photo (P)</source>
        <translation>La même chose sur la photo suivante (P)</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
    <message>
        <source>How strong, how often</source>
        <translation>Combien, et à quelle fréquence</translation>
    </message>
    <message>
        <source>Measure it from bad photos …</source>
        <translation>Mesurer sur de mauvaises photos…</translation>
    </message>
    <message>
        <source>Drop a few photos as bad as yours here, or choose them</source>
        <translation>Déposez ici quelques photos aussi abîmées que les vôtres, ou choisissez-les</translation>
    </message>
    <message>
        <source>clean</source>
        <translation>propre</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>abîmée</translation>
    </message>
    <message>
        <source>Measuring …</source>
        <translation>Mesure…</translation>
    </message>
    <message>
        <source>Anything, including heavy damage</source>
        <translation>Tout, même grave</translation>
    </message>
    <message>
        <source>Camera or phone</source>
        <translation>Appareil ou téléphone</translation>
    </message>
    <message>
        <source>Old film and prints</source>
        <translation>Vieux films et tirages</translation>
    </message>
    <message>
        <source>From the web</source>
        <translation>Du web</translation>
    </message>
    <message>
        <source>As I set or measure it</source>
        <translation>Réglé ou mesuré</translation>
    </message>
    <message>
        <source>your photo</source>
        <translation>votre photo</translation>
    </message>
    <message>
        <source>as the model will see it</source>
        <translation>telle que le modèle la verra</translation>
    </message>
    <message>
        <source>Photos as bad as yours</source>
        <translation>Photos aussi abîmées que les vôtres</translation>
    </message>
    <message numerus="yes">
        <source>Measured on %n photo(s): blur {0} to {1} px, noise {2} to {3} of 255, JPEG quality {4} to {5}.</source>
        <translation>
            <numerusform>Mesuré sur %n photo : flou {0} à {1} px, bruit {2} à {3} sur 255, qualité JPEG {4} à {5}.</numerusform>
            <numerusform>Mesuré sur %n photos : flou {0} à {1} px, bruit {2} à {3} sur 255, qualité JPEG {4} à {5}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Document</name>
    <message>
        <source>change default models</source>
        <translation>changer les modèles par défaut</translation>
    </message>
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
        <source>paint</source>
        <translation>peindre</translation>
    </message>
    <message>
        <source>erase</source>
        <translation>gommer</translation>
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
    <name>EffortPage</name>
    <message>
        <source>How much time should it take? More is better, up to a point; you can stop early.</source>
        <translation>Combien de temps lui donner ? Plus, c&apos;est mieux, jusqu&apos;à un certain point ; on peut arrêter avant.</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>Partir de</translation>
    </message>
    <message>
        <source>Use of the computer</source>
        <translation>Usage de l&apos;ordinateur</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Début</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Appareil</translation>
    </message>
    <message>
        <source>For experts</source>
        <translation>Pour experts</translation>
    </message>
    <message>
        <source>The bundled model (recommended)</source>
        <translation>Le modèle fourni (recommandé)</translation>
    </message>
    <message>
        <source>Nothing: takes days, and thousands of photos</source>
        <translation>De rien : des jours, et des milliers de photos</translation>
    </message>
    <message>
        <source>What other programs leave idle</source>
        <translation>Ce que les autres programmes laissent libre</translation>
    </message>
    <message>
        <source>Half of the processor</source>
        <translation>La moitié du processeur</translation>
    </message>
    <message>
        <source>All of it</source>
        <translation>En entier</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Maintenant</translation>
    </message>
    <message>
        <source>At night, from 22 to 7 o&apos;clock</source>
        <translation>La nuit, de 22 h à 7 h</translation>
    </message>
    <message>
        <source>While on mains power</source>
        <translation>Seulement sur secteur</translation>
    </message>
    <message>
        <source>While nobody is using it, from 5 minutes after the last key</source>
        <translation>Quand personne ne l&apos;utilise, 5 minutes après la dernière touche</translation>
    </message>
    <message>
        <source>The fastest</source>
        <translation>Le plus rapide</translation>
    </message>
    <message>
        <source>Measuring how fast this computer is …</source>
        <translation>Mesure de la vitesse de cet ordinateur…</translation>
    </message>
    <message>
        <source>Measured on this computer ({0} cores). Needs about {1} of memory and up to {2} on the disk.</source>
        <translation>Mesuré sur cet ordinateur ({0} cœurs). Demande environ {1} de mémoire et jusqu&apos;à {2} sur le disque.</translation>
    </message>
    <message>
        <source>Quick try</source>
        <translation>Essai rapide</translation>
    </message>
    <message>
        <source>shows where it is heading</source>
        <translation>montre la direction</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Bon</translation>
    </message>
    <message>
        <source>for most purposes</source>
        <translation>pour la plupart des usages</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>Le meilleur</translation>
    </message>
    <message>
        <source>the last bit of quality</source>
        <translation>le dernier brin de qualité</translation>
    </message>
    <message>
        <source>about {0}</source>
        <translation>environ {0}</translation>
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
    <message>
        <source>Train a model on photos of your own …</source>
        <translation>Entraîner un modèle sur vos photos…</translation>
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
        <source>The file does not say; the page you downloaded it from does</source>
        <translation>Le fichier ne le dit pas ; la page d’où il vient, si</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>Stays attached to the model. The published ResShift, SinSR and RSD weights are non-commercial.</source>
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
    <name>FolderControl</name>
    <message>
        <source>Beside each photo</source>
        <translation>À côté de la photo</translation>
    </message>
    <message>
        <source>Results go beside each photo</source>
        <translation>Les résultats vont à côté de chaque photo</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Choose the folder for results</source>
        <translation>Choisir le dossier des résultats</translation>
    </message>
    <message>
        <source>Folder for results</source>
        <translation>Dossier des résultats</translation>
    </message>
</context>
<context>
    <name>Forecast</name>
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
</context>
<context>
    <name>FormatControl</name>
    <message>
        <source>Quality</source>
        <translation>Qualité</translation>
    </message>
    <message>
        <source>Quality of JPEG and WebP, 1 to 100</source>
        <translation>Qualité de JPEG et WebP, de 1 à 100</translation>
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
        <source>Models</source>
        <translation>Modèles</translation>
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
        <source>Two models have the same name.</source>
        <translation>Deux modèles portent le même nom.</translation>
    </message>
    <message>
        <source>A model of this name exists already.</source>
        <translation>Un modèle porte déjà ce nom.</translation>
    </message>
    <message>
        <source>Say what each model is, and give it a name of letters, digits, dots and dashes.</source>
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
    <name>InstallPage</name>
    <message>
        <source>Once installed, it appears in the list of models and is chosen for the open photo.</source>
        <translation>Une fois installé, il est dans la liste des modèles et choisi pour la photo ouverte.</translation>
    </message>
    <message>
        <source>Licence of the photos</source>
        <translation>Licence des photos</translation>
    </message>
    <message>
        <source>Which state</source>
        <translation>Quel état</translation>
    </message>
    <message>
        <source>The best on photos it has never seen</source>
        <translation>Le meilleur sur des photos jamais vues</translation>
    </message>
    <message>
        <source>The newest</source>
        <translation>Le plus récent</translation>
    </message>
    <message>
        <source>Let it judge how damaged a photo is</source>
        <translation>Qu’il juge à quel point une photo est abîmée</translation>
    </message>
    <message>
        <source>Auto then fits each photo. Learning it takes some minutes.</source>
        <translation>« Auto » convient alors à chaque photo. L’apprendre prend quelques minutes.</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>Installer</translation>
    </message>
    <message>
        <source>Add it to the model library</source>
        <translation>Le mettre dans la bibliothèque de modèles</translation>
    </message>
    <message>
        <source>Save as a file …</source>
        <translation>Enregistrer dans un fichier…</translation>
    </message>
    <message>
        <source>One file that others can import</source>
        <translation>Un fichier que d&apos;autres peuvent importer</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Nothing is installed or written</source>
        <translation>Rien n’est installé ni écrit</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Auteur</translation>
    </message>
    <message>
        <source>My model</source>
        <translation>Mon modèle</translation>
    </message>
    <message>
        <source>For photos like those in {0}.</source>
        <translation>Pour des photos comme celles de {0}.</translation>
    </message>
    <message>
        <source>Save as a file</source>
        <translation>Enregistrer dans un fichier</translation>
    </message>
    <message>
        <source>Writing the model …</source>
        <translation>Écriture du modèle…</translation>
    </message>
    <message>
        <source>Learning to judge damage: {0} %</source>
        <translation>Apprend à juger les défauts : {0} %</translation>
    </message>
    <message>
        <source>Installed as {0}. It is chosen for the open photo.</source>
        <translation>Installé sous le nom {0}. Il est choisi pour la photo ouverte.</translation>
    </message>
    <message>
        <source>Written to {0}</source>
        <translation>Écrit dans {0}</translation>
    </message>
    <message>
        <source>Auto treats all photos alike: judging each one did not improve yours.</source>
        <translation>« Auto » traite toutes les photos de la même façon : juger chacune n’a pas amélioré les vôtres.</translation>
    </message>
</context>
<context>
    <name>KindRow</name>
    <message>
        <source>Default for</source>
        <translation>Par défaut pour</translation>
    </message>
    <message>
        <source>Default for: {0}</source>
        <translation>Par défaut pour : {0}</translation>
    </message>
    <message>
        <source>The bundled model serves every kind that has no other</source>
        <translation>Le modèle fourni avec le programme sert pour chaque type qui n’en a pas d’autre</translation>
    </message>
    <message>
        <source>Photos of this kind are enlarged with this model, unless another is chosen for them</source>
        <translation>Les photos de ce type sont agrandies avec ce modèle, sauf si un autre est choisi pour elles</translation>
    </message>
    <message>
        <source>Not in effect: {0} is chosen for all photos. To follow it, choose By kind in the list of models.</source>
        <translation>Sans effet pour l’instant : {0} est choisi pour toutes les photos. Dans les réglages, choisissez « Selon le type » dans la liste des modèles.</translation>
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
    <message numerus="yes">
        <source>%n result(s) of earlier runs were left out; drop one by itself to add it</source>
        <translation>
            <numerusform>%n résultat de traitements précédents a été laissé de côté ; déposez-le seul pour l&apos;ajouter</numerusform>
            <numerusform>%n résultats de traitements précédents ont été laissés de côté ; déposez-en un seul pour l&apos;ajouter</numerusform>
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
        <source>Stopped. Start continues from there.</source>
        <translation>Arrêté. Démarrer reprend où c’était.</translation>
    </message>
    <message>
        <source>The language changes at the next start.</source>
        <translation>La langue changera au prochain démarrage.</translation>
    </message>
</context>
<context>
    <name>ModelBox</name>
    <message>
        <source>By kind: {0}</source>
        <translation>Selon le type : {0}</translation>
    </message>
    <message>
        <source>Chosen for black and white photos</source>
        <translation>Choisi pour les photos en noir et blanc</translation>
    </message>
    <message>
        <source>Chosen for colour photos</source>
        <translation>Choisi pour les photos en couleurs</translation>
    </message>
    <message>
        <source>Chosen by the kind of each photo</source>
        <translation>Choisi selon le type de chaque photo</translation>
    </message>
</context>
<context>
    <name>ModelComparison</name>
    <message>
        <source>Compare models</source>
        <translation>Comparer les modèles</translation>
    </message>
    <message>
        <source>Plain enlargement (bicubic)</source>
        <translation>Agrandi simplement (bicubique)</translation>
    </message>
    <message>
        <source>Result of model {0}</source>
        <translation>Résultat du modèle {0}</translation>
    </message>
    <message>
        <source>Model {0}</source>
        <translation>Modèle {0}</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>Aucun modèle</translation>
    </message>
    <message>
        <source>{0}: {1} × {2} pixels of what you see, enlarged {3} times</source>
        <translation>{0} : {1} × {2} pixels de ce que vous voyez, agrandis {3} fois</translation>
    </message>
    <message>
        <source>Computing …</source>
        <translation>Calcul en cours …</translation>
    </message>
</context>
<context>
    <name>ModelControl</name>
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
        <source>At this size: {0}</source>
        <translation>À cette taille : {0}</translation>
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
        <source>Train further …</source>
        <translation>Poursuivre l&apos;entraînement …</translation>
    </message>
    <message>
        <source>Teach it your own photos: a training that starts from this model</source>
        <translation>Lui apprendre vos propres photos : un entraînement qui part de ce modèle</translation>
    </message>
    <message>
        <source>Compare on this view …</source>
        <translation>Comparer sur cette vue …</translation>
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
        <source>Restore the removed model</source>
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
        <source>Open a photo first: models are compared on the part of it that you see</source>
        <translation>Ouvrez d’abord une photo : les modèles sont comparés sur la partie que vous en voyez</translation>
    </message>
    <message>
        <source>Up to three models can be compared</source>
        <translation>Trois modèles au plus sont comparés</translation>
    </message>
    <message>
        <source>What you see of the photo, as up to three models enlarge it; select several in the list</source>
        <translation>Ce que vous voyez de la photo, agrandi par trois modèles au plus ; sélectionnez-en plusieurs dans la liste</translation>
    </message>
    <message>
        <source>{0} is removed: {1}.</source>
        <translation>{0} est supprimé : {1}.</translation>
    </message>
</context>
<context>
    <name>NameControl</name>
    <message>
        <source>Name of the result, from: {0}</source>
        <translation>Nom du résultat, à partir de : {0}</translation>
    </message>
    <message>
        <source>This does not make a name. Use {0}</source>
        <translation>Cela ne donne pas de nom. Utilisez {0}</translation>
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
    <name>NoticeBars</name>
    <message numerus="yes">
        <source>%n file(s) could not be added:</source>
        <translation>
            <numerusform>%n fichier n’a pas pu être ajouté :</numerusform>
            <numerusform>%n fichiers n’ont pas pu être ajoutés :</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) were still to be enlarged when the program ended.</source>
        <translation>
            <numerusform>Il restait %n photo à agrandir quand le programme s&apos;est arrêté.</numerusform>
            <numerusform>Il restait %n photos à agrandir quand le programme s&apos;est arrêté.</numerusform>
        </translation>
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
    <name>OfferBar</name>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Pas maintenant</translation>
    </message>
</context>
<context>
    <name>PaintLayer</name>
    <message>
        <source>Painted parts</source>
        <translation>Parties peintes</translation>
    </message>
</context>
<context>
    <name>PhotoGrid</name>
    <message>
        <source>Photos to learn from</source>
        <translation>Photos pour apprendre</translation>
    </message>
</context>
<context>
    <name>PhotosPage</name>
    <message>
        <source>Choose sharp, clean photos of the kind that the model is for. It learns to restore damaged ones to that quality. The photos stay where they are, and nothing leaves this computer.</source>
        <translation>Choisissez des photos nettes et propres, du genre auquel le modèle est destiné. Il apprend à ramener les photos abîmées à cette qualité. Les photos restent où elles sont, et rien ne quitte cet ordinateur.</translation>
    </message>
    <message>
        <source>Drop folders of photos here</source>
        <translation>Déposez ici des dossiers de photos</translation>
    </message>
    <message>
        <source>Add a folder …</source>
        <translation>Ajouter un dossier…</translation>
    </message>
    <message>
        <source>Also by dropping or pasting it</source>
        <translation>Aussi en le déposant ou en le collant</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Recommencer</translation>
    </message>
    <message>
        <source>Forget the folders; no file is changed</source>
        <translation>Oublier les dossiers ; aucun fichier n&apos;est modifié</translation>
    </message>
    <message>
        <source>Add a folder of photos</source>
        <translation>Ajouter un dossier de photos</translation>
    </message>
    <message>
        <source>{0} of {1} photos looked at</source>
        <translation>{0} photos sur {1} examinées</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>illisible</translation>
    </message>
    <message>
        <source>too small</source>
        <translation>trop petite</translation>
    </message>
    <message>
        <source>duplicate</source>
        <translation>doublon</translation>
    </message>
    <message>
        <source>near duplicate</source>
        <translation>quasi-doublon</translation>
    </message>
    <message>
        <source>blurred</source>
        <translation>floue</translation>
    </message>
    <message>
        <source>was enlarged</source>
        <translation>a été agrandie</translation>
    </message>
    <message>
        <source>strongly compressed</source>
        <translation>très compressée</translation>
    </message>
    <message>
        <source>noisy</source>
        <translation>bruitée</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>écartée</translation>
    </message>
    <message>
        <source>pair does not fit</source>
        <translation>paire mal assortie</translation>
    </message>
    <message>
        <source>held out</source>
        <translation>mise de côté</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) to learn from</source>
        <translation>
            <numerusform>%n photo pour apprendre</numerusform>
            <numerusform>%n photos pour apprendre</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n held out as a test</source>
        <translation>
            <numerusform>%n mise de côté pour le test</numerusform>
            <numerusform>%n mises de côté pour le test</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n écartée</numerusform>
            <numerusform>%n écartées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n true pair(s)</source>
        <translation>
            <numerusform>%n vraie paire</numerusform>
            <numerusform>%n vraies paires</numerusform>
        </translation>
    </message>
    <message>
        <source>None of these can be used. Point at a photo to see why; click a flawed one to use it anyway.</source>
        <translation>Aucune n&apos;est utilisable. Pointez une photo pour lire pourquoi ; un clic en accepte une imparfaite.</translation>
    </message>
    <message>
        <source>Too few: a model would memorise these pictures. Add more of the same kind.</source>
        <translation>Trop peu : un modèle apprendrait ces images par cœur. Ajoutez-en du même genre.</translation>
    </message>
    <message>
        <source>Enough to train, too few to hold some out: quality on unseen photos will not be measured.</source>
        <translation>Assez pour entraîner, trop peu pour en mettre de côté : on ne saura pas ce que vaut le modèle.</translation>
    </message>
    <message>
        <source>Enough. From about 100 photos on, a model learns more than just these scenes.</source>
        <translation>Assez. À partir d&apos;une centaine de photos, un modèle apprend plus que ces scènes.</translation>
    </message>
    <message>
        <source>Enough.</source>
        <translation>Assez.</translation>
    </message>
</context>
<context>
    <name>PictureWidget</name>
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
    <name>ScopeBar</name>
    <message>
        <source>All photos</source>
        <translation>Toutes</translation>
    </message>
    <message>
        <source>This photo</source>
        <translation>Cette photo</translation>
    </message>
    <message>
        <source>Settings apply to all photos without settings of their own</source>
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
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n sélectionnée</numerusform>
            <numerusform>%n sélectionnées</numerusform>
        </translation>
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
    <name>SeedControl</name>
    <message>
        <source>Look again: different fine detail, from another seed (R)</source>
        <translation>Regarder à nouveau : d’autres détails fins, avec une autre graine (R)</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Regarder à nouveau</translation>
    </message>
</context>
<context>
    <name>SettingsController</name>
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
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Avancé</translation>
    </message>
    <message>
        <source>Names, metadata, precision, memory</source>
        <translation>Noms, métadonnées, précision, mémoire</translation>
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
    <name>SizeControl</name>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <source>Size of the result</source>
        <translation>Taille du résultat</translation>
    </message>
    <message>
        <source>A paper size, or sides such as 40x30cm, 40cm or 12x8in</source>
        <translation>Un format de papier, ou des côtés comme 40x30cm, 40cm ou 12x8in</translation>
    </message>
    <message>
        <source>Resolution of the print</source>
        <translation>Résolution du tirage</translation>
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
        <source>Short side</source>
        <translation>Petit côté</translation>
    </message>
    <message>
        <source>Megapixels</source>
        <translation>Mégapixels</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Tirage</translation>
    </message>
    <message>
        <source>{0} → {1}
about {2}</source>
        <translation>{0} → {1}
environ {2}</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Trainings on this computer. Open one to look at it, continue it or install its model.</source>
        <translation>Entraînements sur cet ordinateur. Ouvrez-en un pour le voir, le continuer ou installer son modèle.</translation>
    </message>
    <message>
        <source>Trainings</source>
        <translation>Entraînements</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Show this training</source>
        <translation>Afficher cet entraînement</translation>
    </message>
    <message>
        <source>New training</source>
        <translation>Nouvel entraînement</translation>
    </message>
    <message>
        <source>Choose photos for another model</source>
        <translation>Choisir des photos pour un autre modèle</translation>
    </message>
    <message>
        <source>training now</source>
        <translation>en cours</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>terminé</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>arrêté</translation>
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
    <name>StopQuestion</name>
    <message>
        <source>Photos are being enlarged. Stop and close?</source>
        <translation>Des photos sont en cours d’agrandissement. Arrêter et fermer ?</translation>
    </message>
    <message>
        <source>What is computed is kept; the next start continues with it.</source>
        <translation>Ce qui est calculé est conservé ; le prochain démarrage le reprend.</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>Arrêter et fermer</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Samples appear with the first checkpoint.</source>
        <translation>Les échantillons apparaissent avec la première sauvegarde.</translation>
    </message>
    <message>
        <source>Moment of the training</source>
        <translation>Moment de l&apos;entraînement</translation>
    </message>
    <message>
        <source>Back and forth through the training</source>
        <translation>Parcourir l&apos;entraînement dans les deux sens</translation>
    </message>
    <message>
        <source>Which of the held-out crops</source>
        <translation>Lequel des extraits mis de côté</translation>
    </message>
    <message>
        <source>Sample {0}</source>
        <translation>Échantillon {0}</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>abîmée</translation>
    </message>
    <message>
        <source>bundled model</source>
        <translation>modèle fourni</translation>
    </message>
    <message>
        <source>step {0}</source>
        <translation>pas {0}</translation>
    </message>
    <message>
        <source>original</source>
        <translation>original</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} sur {1}</translation>
    </message>
</context>
<context>
    <name>TrainPage</name>
    <message>
        <source>It continues when this window is closed. Reopen the window to follow it again.</source>
        <translation>Il continue quand cette fenêtre est fermée. Rouverte, elle le retrouve là où il en est.</translation>
    </message>
    <message>
        <source>Current activity</source>
        <translation>Ce qui se fait</translation>
    </message>
    <message>
        <source>Perceptual difference (LPIPS) ↓</source>
        <translation>Différence pour l&apos;œil (LPIPS) ↓</translation>
    </message>
    <message>
        <source>Fidelity (PSNR, dB) ↑</source>
        <translation>Fidélité (PSNR, dB) ↑</translation>
    </message>
    <message>
        <source>Loss ↓</source>
        <translation>Perte ↓</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Suspendre</translation>
    </message>
    <message>
        <source>Save and wait; nothing is lost (Ctrl+P)</source>
        <translation>Sauvegarder et attendre ; rien n&apos;est perdu (Ctrl+P)</translation>
    </message>
    <message>
        <source>Save now</source>
        <translation>Sauvegarder</translation>
    </message>
    <message>
        <source>Write a checkpoint and new samples now</source>
        <translation>Écrire maintenant une sauvegarde et de nouveaux échantillons</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Stop and use what there is; you can continue later</source>
        <translation>Arrêter et utiliser ce qu&apos;il y a ; on peut continuer plus tard</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Finished.</source>
        <translation>Terminé.</translation>
    </message>
    <message>
        <source>Stopped. Nothing is lost: continue from here, or use what there is.</source>
        <translation>Arrêté. Rien n&apos;est perdu : il reprend où il était, ou vous utilisez ce qu&apos;il y a.</translation>
    </message>
    <message>
        <source>Not started yet.</source>
        <translation>Pas encore commencé.</translation>
    </message>
    <message>
        <source>Stopping: saving what it has learned …</source>
        <translation>Arrêt : ce qui est appris est sauvegardé…</translation>
    </message>
    <message>
        <source>Paused.</source>
        <translation>Suspendu.</translation>
    </message>
    <message>
        <source>Preparing the photos …</source>
        <translation>Préparation des photos…</translation>
    </message>
    <message>
        <source>Making pairs of good and damaged pictures, and measuring where it starts …</source>
        <translation>Fabrique des paires d&apos;images bonnes et abîmées, et mesure le point de départ…</translation>
    </message>
    <message>
        <source>Phase 1 of 2: learning the damage, and how to undo it in many steps</source>
        <translation>Phase 1 sur 2 : apprend les défauts, et à les corriger en de nombreux pas</translation>
    </message>
    <message>
        <source>Phase 2 of 2: learning to do it in one step</source>
        <translation>Phase 2 sur 2 : apprend à le faire en un seul pas</translation>
    </message>
    <message>
        <source>Learning your photos and their damage</source>
        <translation>Apprend vos photos et leurs défauts</translation>
    </message>
    <message>
        <source>{0}. {1} left</source>
        <translation>{0}. Reste {1}</translation>
    </message>
    <message>
        <source>Still improving on photos it has never seen.</source>
        <translation>Progresse encore sur des photos jamais vues.</translation>
    </message>
    <message>
        <source>Levelling off: you can stop, more time brings little.</source>
        <translation>Il plafonne : vous pouvez arrêter, plus de temps apporte peu.</translation>
    </message>
    <message>
        <source>Not better yet than at the start on photos it has never seen.</source>
        <translation>Pas encore meilleur qu&apos;au début sur des photos jamais vues.</translation>
    </message>
    <message>
        <source>Too early to say how well it goes.</source>
        <translation>Trop tôt pour dire si cela va bien.</translation>
    </message>
</context>
<context>
    <name>TrainWizard</name>
    <message>
        <source>A model of your own</source>
        <translation>Un modèle à vous</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Photos</translation>
    </message>
    <message>
        <source>Damage</source>
        <translation>Défauts</translation>
    </message>
    <message>
        <source>Effort</source>
        <translation>Effort</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Entraîner</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparer</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>Installer</translation>
    </message>
    <message>
        <source>All trainings</source>
        <translation>Tous les entraînements</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Waiting for the night.</source>
        <translation>Attend la nuit.</translation>
    </message>
    <message>
        <source>Waiting for mains power.</source>
        <translation>Attend le secteur.</translation>
    </message>
    <message>
        <source>Waiting until nobody is using the computer.</source>
        <translation>Attend que personne n&apos;utilise l&apos;ordinateur.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>Commencer l&apos;entraînement</translation>
    </message>
</context>
<context>
    <name>TrustBar</name>
    <message>
        <source>On average, in levels of 255: the standard deviation over the seeds</source>
        <translation>En moyenne, en niveaux sur 255 : l’écart type entre les graines</translation>
    </message>
    <message>
        <source>Strength of the colour</source>
        <translation>Intensité de la couleur</translation>
    </message>
    <message>
        <source>How strong the colour is</source>
        <translation>À quel point la couleur est forte</translation>
    </message>
    <message>
        <source>Hide the colour</source>
        <translation>Masquer la couleur</translation>
    </message>
    <message>
        <source>Hide the colour (T or Esc)</source>
        <translation>Masquer la couleur (T ou Échap)</translation>
    </message>
    <message>
        <source>From the same in all seeds to invented</source>
        <translation>D’identique pour toutes les graines à inventé</translation>
    </message>
    <message>
        <source>the same in all seeds</source>
        <translation>identique pour toutes les graines</translation>
    </message>
    <message>
        <source>invented here; other details fit as well</source>
        <translation>inventé ici ; d’autres détails conviennent aussi</translation>
    </message>
    <message>
        <source>Error to expect in view: {0} of 255, {1} % likely invented</source>
        <translation>Erreur attendue à l’écran : {0} sur 255, {1} % probablement inventé</translation>
    </message>
    <message>
        <source>In view: {0} of 255, {1} % likely invented</source>
        <translation>À l’écran : {0} sur 255, {1} % probablement inventé</translation>
    </message>
    <message>
        <source>Waiting for the preview …</source>
        <translation>En attente de l’aperçu …</translation>
    </message>
    <message>
        <source>Computing other seeds: {0} of {1}</source>
        <translation>Calcul d’autres graines : {0} sur {1}</translation>
    </message>
    <message>
        <source>Seeds take long here, so they are compared only on request. Variants (V) compares a part.</source>
        <translation>Les graines sont longues à calculer ici : elles ne sont pas comparées d’office. Variantes (V) en compare une partie.</translation>
    </message>
    <message>
        <source>seeds agree</source>
        <translation>les graines s’accordent</translation>
    </message>
    <message>
        <source>details differ</source>
        <translation>les détails diffèrent</translation>
    </message>
    <message>
        <source>likely invented</source>
        <translation>probablement inventé</translation>
    </message>
    <message>
        <source>Here: error of about {0} of 255, {1}</source>
        <translation>Ici : erreur d’environ {0} sur 255, {1}</translation>
    </message>
    <message>
        <source>Here: {0} of 255, {1}</source>
        <translation>Ici : {0} sur 255, {1}</translation>
    </message>
    <message>
        <source>Agreement between seeds proves nothing: all of them may be wrong.</source>
        <translation>Là où les graines s’accordent, ce n’est pas une preuve : toutes peuvent se tromper.</translation>
    </message>
    <message>
        <source>Only what is outlined is compared; zoom in for the rest.</source>
        <translation>Seul ce qui est encadré est comparé ; zoomez pour le reste.</translation>
    </message>
</context>
<context>
    <name>VariantController</name>
    <message>
        <source>Open a photo first.</source>
        <translation>Ouvrez d’abord une photo.</translation>
    </message>
</context>
<context>
    <name>Variants</name>
    <message>
        <source>Variants</source>
        <translation>Variantes</translation>
    </message>
    <message>
        <source>The variant on view</source>
        <translation>La variante regardée</translation>
    </message>
    <message>
        <source>Seed {0}</source>
        <translation>Graine {0}</translation>
    </message>
    <message>
        <source>Variant {0}, seed {1}</source>
        <translation>Variante {0}, graine {1}</translation>
    </message>
    <message>
        <source>Look at this variant ({0})</source>
        <translation>Regarder cette variante ({0})</translation>
    </message>
    <message>
        <source>Show where they &amp;differ</source>
        <translation>Montrer où elles &amp;diffèrent</translation>
    </message>
    <message>
        <source>Colours what other seeds would have drawn differently (T)</source>
        <translation>Une couleur sur ce que d’autres graines auraient fait autrement (T)</translation>
    </message>
    <message>
        <source>Strength of the colour</source>
        <translation>Intensité de la couleur</translation>
    </message>
    <message>
        <source>How strong the colour is</source>
        <translation>À quel point la couleur est forte</translation>
    </message>
    <message>
        <source>Computing …</source>
        <translation>Calcul en cours …</translation>
    </message>
    <message>
        <source>{0}: {1} × {2} pixels of what you see. Where detail was lost, several pictures fit.</source>
        <translation>{0} : {1} × {2} pixels de ce que vous voyez. Là où le détail est perdu, plusieurs images conviennent.</translation>
    </message>
    <message>
        <source>the same in all</source>
        <translation>identique partout</translation>
    </message>
    <message>
        <source>invented here; other details fit as well</source>
        <translation>inventé ici ; d’autres détails conviennent aussi</translation>
    </message>
    <message>
        <source>From the same in all to invented</source>
        <translation>D’identique partout à inventé</translation>
    </message>
    <message>
        <source>Use this one</source>
        <translation>Prendre celle-ci</translation>
    </message>
    <message>
        <source>The whole picture gets the seed of this variant (Enter)</source>
        <translation>Toute l’image prend la graine de cette variante (Entrée)</translation>
    </message>
    <message>
        <source>Paint with it</source>
        <translation>Peindre avec</translation>
    </message>
    <message>
        <source>Paint the part of the picture that gets this variant</source>
        <translation>La partie de l’image que vous peignez reçoit cette variante</translation>
    </message>
    <message>
        <source>The variants differ by {0} of 255 levels on average, and clearly on {1} % of what you see. Agreement proves nothing, though.</source>
        <translation>Les variantes diffèrent en moyenne de {0} niveaux sur 255, et nettement sur {1} % de ce que l’on voit. Là où elles s’accordent, ce n’est pas une preuve.</translation>
    </message>
</context>
<context>
    <name>WatchController</name>
    <message>
        <source>enlarged</source>
        <translation>agrandies</translation>
    </message>
    <message>
        <source>Watching {0}: new photos are enlarged into {1}.</source>
        <translation>{0} est surveillé : les photos qui arrivent sont agrandies dans {1}.</translation>
    </message>
    <message>
        <source>{0} is no longer watched.</source>
        <translation>{0} n&apos;est plus surveillé.</translation>
    </message>
    <message>
        <source>Folder to watch</source>
        <translation>Dossier à surveiller</translation>
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
        <source>Colour photos</source>
        <translation>Photos en couleurs</translation>
    </message>
    <message>
        <source>Black and white photos</source>
        <translation>Photos en noir et blanc</translation>
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
    <name>notices</name>
    <message>
        <source>It had started to get worse: it continues from step {0}, more carefully.</source>
        <translation>Cela commençait à se dégrader : reprise à l&apos;étape {0}, plus prudemment.</translation>
    </message>
    <message>
        <source>{0} photos are few: from about {1} on, a model learns more than just these scenes.</source>
        <translation>{0} photos, c&apos;est peu : à partir d&apos;environ {1}, un modèle apprend plus que ces scènes.</translation>
    </message>
    <message>
        <source>Too few photos to hold any out: quality on unseen photos will not be measured.</source>
        <translation>Aucune photo n&apos;a pu être mise de côté : on ne saura pas ce que vaut le modèle sur d&apos;autres photos.</translation>
    </message>
    <message>
        <source>Most photos are flawed: a model never gets better than the photos it learns from.</source>
        <translation>La plupart des photos ont des défauts : un modèle ne dépasse jamais ce qu&apos;on lui montre comme bon.</translation>
    </message>
    <message>
        <source>Most photos are black and white: the model will not know colours.</source>
        <translation>La plupart des photos sont en noir et blanc : le modèle ne connaîtra pas les couleurs.</translation>
    </message>
    <message>
        <source>The photos have several colour profiles. That is harmless.</source>
        <translation>Les photos ont plusieurs profils colorimétriques. C&apos;est sans conséquence.</translation>
    </message>
    <message>
        <source>{0} of {1} files are left out; the first step shows why.</source>
        <translation>{0} fichiers sur {1} sont écartés ; la première étape montre pourquoi.</translation>
    </message>
    <message>
        <source>Files of this training are gone ({0}); it continues without them.</source>
        <translation>Des fichiers de cet entraînement ont disparu ({0}) ; il continue sans eux.</translation>
    </message>
    <message>
        <source>This kind of model is meant for a graphics card: here a step takes many minutes.</source>
        <translation>Ce type de modèle est prévu pour une carte graphique : ici, une étape prend de longues minutes.</translation>
    </message>
    <message>
        <source>One of its metrics (LPIPS-VGG) is not installed; it trains without it. To fetch it: {0}</source>
        <translation>Une de ses mesures (LPIPS-VGG) n&apos;est pas installée ; il s&apos;entraîne sans. Pour l&apos;obtenir : {0}</translation>
    </message>
    <message>
        <source>Fitted to the free memory, {0} MB.</source>
        <translation>Adapté à la mémoire libre, {0} Mo.</translation>
    </message>
    <message>
        <source>The computer slept for {0}; that time does not count.</source>
        <translation>L&apos;ordinateur était au repos pendant {0} ; cela ne compte pas.</translation>
    </message>
    <message>
        <source>Memory is short: it works in smaller parts from here on. The result is the same.</source>
        <translation>La mémoire manque : le travail se fait désormais par plus petites parties. Le résultat est le même.</translation>
    </message>
    <message>
        <source>What it had learned at the pause is worse than before; that is kept as well.</source>
        <translation>L&apos;état au moment de la pause est moins bon que le précédent ; celui-ci est conservé aussi.</translation>
    </message>
    <message>
        <source>The disk is full: nothing could be saved. Free some space; it will try again.</source>
        <translation>Le disque est plein : rien n&apos;a pu être enregistré. Libérez de la place ; un nouvel essai suivra.</translation>
    </message>
    <message>
        <source>The newest saved state was damaged; it continued from the one before.</source>
        <translation>Le dernier état enregistré était endommagé ; reprise à partir du précédent.</translation>
    </message>
    <message>
        <source>On photos it has never seen it is worse now than at the start ({0}: {1} and {2}).</source>
        <translation>Sur des photos jamais vues, il est moins bon qu&apos;au départ ({0} : {1} et {2}).</translation>
    </message>
    <message>
        <source>On photos it has never seen it was better at step {0}; that state is kept.</source>
        <translation>Sur des photos jamais vues, il était meilleur à l&apos;étape {0} ; cet état est conservé.</translation>
    </message>
    <message>
        <source>The sample pictures could not be written: {0}</source>
        <translation>Les images d&apos;exemple n&apos;ont pas pu être écrites : {0}</translation>
    </message>
    <message>
        <source>It cannot be compared with the bundled model during training; at the end it can.</source>
        <translation>En cours de route, il ne peut pas être comparé au modèle fourni ; à la fin, oui.</translation>
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
