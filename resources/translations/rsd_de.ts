<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Faithful: only what is certain. Realistic: lost detail is invented.</source>
        <translation>Treu: nur, was sicher ist. Realistisch: Verlorene Details werden erfunden.</translation>
    </message>
    <message>
        <source>Detail, from faithful to realistic</source>
        <translation>Details, von treu bis realistisch</translation>
    </message>
    <message>
        <source>faithful</source>
        <translation>treu</translation>
    </message>
    <message>
        <source>realistic</source>
        <translation>realistisch</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Guard</source>
        <translation>Schutz</translation>
    </message>
    <message>
        <source>Detected and kept faithful: nothing is invented there</source>
        <translation>Werden gefunden und bleiben getreu: Dort wird nichts erfunden</translation>
    </message>
    <message>
        <source>Faces and text</source>
        <translation>Gesichter und Schrift</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Same as the photo</source>
        <translation>Wie das Foto</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Farbtiefe</translation>
    </message>
    <message>
        <source>8 bits per channel</source>
        <translation>8 Bit je Kanal</translation>
    </message>
    <message>
        <source>16 bits per channel</source>
        <translation>16 Bit je Kanal</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>The fastest</source>
        <translation>Das schnellste</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>Metadaten</translation>
    </message>
    <message>
        <source>Which of the photo&apos;s metadata is copied into the result</source>
        <translation>Was von den Daten des Fotos ins Ergebnis mitgeht</translation>
    </message>
    <message>
        <source>All of it</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Without the location</source>
        <translation>Ohne den Ort</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Corrects colours that the model lets drift over large areas</source>
        <translation>Berichtigt Farben, die das Modell über große Flächen verschiebt</translation>
    </message>
    <message>
        <source>As in the photo</source>
        <translation>Wie im Foto</translation>
    </message>
    <message>
        <source>Camera RAW</source>
        <translation>Kamera-RAW</translation>
    </message>
    <message>
        <source>The colour space that camera RAW is developed into</source>
        <translation>Die Farben, in die das RAW einer Kamera entwickelt wird</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Tile</source>
        <translation>Kachel</translation>
    </message>
</context>
<context>
    <name>AboutDialog</name>
    <message>
        <source>About RSD Studio</source>
        <translation>Über RSD Studio</translation>
    </message>
    <message>
        <source>Enlarges and restores photos on this computer. It connects to nothing.</source>
        <translation>Vergrößert und restauriert Fotos auf diesem Computer. Es verbindet sich mit nichts.</translation>
    </message>
    <message>
        <source>Versions, licences, this machine</source>
        <translation>Versionen, Lizenzen, dieser Rechner</translation>
    </message>
    <message>
        <source>Asking the engine …</source>
        <translation>Die Engine wird gefragt …</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy it for a bug report</source>
        <translation>Für einen Fehlerbericht kopieren</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>Dieser Rechner</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Lizenzen</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Open …</source>
        <translation>Öffnen …</translation>
    </message>
    <message>
        <source>Add photos</source>
        <translation>Fotos hinzufügen</translation>
    </message>
    <message>
        <source>Open a folder …</source>
        <translation>Ordner öffnen …</translation>
    </message>
    <message>
        <source>Add all photos of a folder</source>
        <translation>Alle Fotos eines Ordners hinzufügen</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Add a copied picture, or copied files</source>
        <translation>Ein kopiertes Bild oder kopierte Dateien hinzufügen</translation>
    </message>
    <message>
        <source>Save the result as …</source>
        <translation>Ergebnis speichern unter …</translation>
    </message>
    <message>
        <source>Copy the result to another place</source>
        <translation>Das Ergebnis an einen anderen Ort kopieren</translation>
    </message>
    <message>
        <source>Copy the result</source>
        <translation>Ergebnis kopieren</translation>
    </message>
    <message>
        <source>Put the result on the clipboard</source>
        <translation>Das Ergebnis in die Zwischenablage legen</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Show the result in its folder</source>
        <translation>Das Ergebnis in seinem Ordner zeigen</translation>
    </message>
    <message>
        <source>Models …</source>
        <translation>Modelle …</translation>
    </message>
    <message>
        <source>See, import and remove models</source>
        <translation>Modelle ansehen, importieren und entfernen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Watch a folder …</source>
        <translation>Ordner beobachten …</translation>
    </message>
    <message>
        <source>Enlarge every photo that arrives in a folder</source>
        <translation>Jedes Foto vergrößern, das in einen Ordner kommt</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>Das Fenster schließen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Undo the last change</source>
        <translation>Die letzte Änderung zurücknehmen</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Redo the change</source>
        <translation>Die Änderung noch einmal machen</translation>
    </message>
    <message>
        <source>Select all photos</source>
        <translation>Alle Fotos auswählen</translation>
    </message>
    <message>
        <source>Remove from the queue</source>
        <translation>Aus der Liste entfernen</translation>
    </message>
    <message>
        <source>Take the selected photos out of the queue; no file is deleted</source>
        <translation>Die ausgewählten Fotos aus der Liste nehmen; keine Datei wird gelöscht</translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation>Alle entfernen</translation>
    </message>
    <message>
        <source>Empty the queue; no file is deleted</source>
        <translation>Die Liste leeren; keine Datei wird gelöscht</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Enlarge the selected photos earlier</source>
        <translation>Die ausgewählten Fotos früher vergrößern</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Enlarge the selected photos later</source>
        <translation>Die ausgewählten Fotos später vergrößern</translation>
    </message>
    <message>
        <source>Apply settings to all</source>
        <translation>Einstellungen auf alle anwenden</translation>
    </message>
    <message>
        <source>Apply these settings to all photos</source>
        <translation>Diese Einstellungen auf alle Fotos anwenden</translation>
    </message>
    <message>
        <source>Paint</source>
        <translation>Malen</translation>
    </message>
    <message>
        <source>Paint what should be more faithful, or more realistic, than the rest</source>
        <translation>Malen, was getreuer oder realistischer werden soll als der Rest</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Show the whole picture</source>
        <translation>Das ganze Bild zeigen</translation>
    </message>
    <message>
        <source>Fit or 100 %</source>
        <translation>Einpassen oder 100 %</translation>
    </message>
    <message>
        <source>Between the whole picture and 100 %</source>
        <translation>Zwischen ganzem Bild und 100 % wechseln</translation>
    </message>
    <message>
        <source>One pixel of the result per screen pixel</source>
        <translation>Ein Pixel des Ergebnisses je Pixel des Bildschirms</translation>
    </message>
    <message>
        <source>Every pixel of the result at twice its size</source>
        <translation>Jedes Pixel des Ergebnisses doppelt</translation>
    </message>
    <message>
        <source>Every pixel of the result at four times its size</source>
        <translation>Jedes Pixel des Ergebnisses vierfach</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Show less, larger</source>
        <translation>Weniger zeigen, größer</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Show more, smaller</source>
        <translation>Mehr zeigen, kleiner</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Geteilt</translation>
    </message>
    <message>
        <source>Before and after, with a divider between them</source>
        <translation>Vorher und nachher, mit einer Trennlinie dazwischen</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>Before and after beside each other</source>
        <translation>Vorher und nachher nebeneinander</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>What the program has changed</source>
        <translation>Was das Programm geändert hat</translation>
    </message>
    <message>
        <source>Flip while held</source>
        <translation>Umschalten, solange gehalten</translation>
    </message>
    <message>
        <source>Show the other picture in place, while held</source>
        <translation>Das andere Bild an derselben Stelle, solange gehalten</translation>
    </message>
    <message>
        <source>Loupe</source>
        <translation>Lupe</translation>
    </message>
    <message>
        <source>A magnifier at the pointer</source>
        <translation>Eine Lupe am Mauszeiger</translation>
    </message>
    <message>
        <source>What is invented</source>
        <translation>Was erfunden ist</translation>
    </message>
    <message>
        <source>Colours the result where other seeds draw different details; Esc hides it</source>
        <translation>Eine Farbe über dem Ergebnis, wo andere Startwerte andere Details zeichnen; Esc blendet sie aus</translation>
    </message>
    <message>
        <source>Previous photo</source>
        <translation>Voriges Foto</translation>
    </message>
    <message>
        <source>Show the previous photo</source>
        <translation>Das vorige Foto zeigen</translation>
    </message>
    <message>
        <source>Next photo</source>
        <translation>Nächstes Foto</translation>
    </message>
    <message>
        <source>Show the next photo</source>
        <translation>Das nächste Foto zeigen</translation>
    </message>
    <message>
        <source>Strip and settings</source>
        <translation>Filmstreifen und Einstellungen</translation>
    </message>
    <message>
        <source>Show or hide the panels beside the picture</source>
        <translation>Zeigen oder verbergen, was neben dem Bild ist</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Use the whole screen</source>
        <translation>Den ganzen Bildschirm nutzen</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Enlarge all waiting photos</source>
        <translation>Alle wartenden Fotos vergrößern</translation>
    </message>
    <message>
        <source>Start the selected photos</source>
        <translation>Ausgewählte Fotos starten</translation>
    </message>
    <message>
        <source>Enlarge the selected photos only</source>
        <translation>Nur die ausgewählten Fotos vergrößern</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Pause the work, or continue it</source>
        <translation>Die Arbeit anhalten oder weiterlaufen lassen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Stop; what is done is kept and can be continued</source>
        <translation>Anhalten; Fertiges bleibt und kann fortgesetzt werden</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Different fine detail, from another seed</source>
        <translation>Andere feine Details, mit anderem Startwert</translation>
    </message>
    <message>
        <source>Variants …</source>
        <translation>Varianten …</translation>
    </message>
    <message>
        <source>Other pictures that fit the photo, to choose from</source>
        <translation>Andere Bilder, die zum Gesehenen passen, zur Auswahl</translation>
    </message>
    <message>
        <source>Train a model of your own …</source>
        <translation>Ein eigenes Modell trainieren …</translation>
    </message>
    <message>
        <source>Make a model for your kind of photos</source>
        <translation>Ein Modell für die Art Fotos machen, die Sie haben</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>All shortcuts on one sheet</source>
        <translation>Alle Tasten auf einem Blatt</translation>
    </message>
    <message>
        <source>Open the log folder</source>
        <translation>Protokollordner öffnen</translation>
    </message>
    <message>
        <source>Where the program keeps its log</source>
        <translation>Wo das Programm festhält, was es tut</translation>
    </message>
    <message>
        <source>About RSD Studio</source>
        <translation>Über RSD Studio</translation>
    </message>
    <message>
        <source>Versions, licences, this machine</source>
        <translation>Versionen, Lizenzen, dieser Rechner</translation>
    </message>
</context>
<context>
    <name>AdvancedPart</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
</context>
<context>
    <name>Assistant</name>
    <message>
        <source>The process that looks at the photos has ended. Try again.</source>
        <translation>Der Prozess, der die Fotos ansieht, wurde beendet. Versuchen Sie es noch einmal.</translation>
    </message>
</context>
<context>
    <name>BlindTest</name>
    <message>
        <source>Blind test</source>
        <translation>Blindtest</translation>
    </message>
    <message>
        <source>Two results of one photo</source>
        <translation>Zwei Ergebnisse eines Fotos</translation>
    </message>
    <message>
        <source>The left one (1)</source>
        <translation>Das linke (1)</translation>
    </message>
    <message>
        <source>The right one (2)</source>
        <translation>Das rechte (2)</translation>
    </message>
    <message>
        <source>No difference (0)</source>
        <translation>Kein Unterschied (0)</translation>
    </message>
    <message>
        <source>You saw no difference.</source>
        <translation>Sie haben keinen Unterschied gesehen.</translation>
    </message>
    <message>
        <source>You chose your own model {0} of {1} times (95 % interval: {2} to {3} %).</source>
        <translation>Sie haben das eigene Modell {0} von {1} Mal gewählt (95-%-Intervall: {2} bis {3} %).</translation>
    </message>
    <message>
        <source>That may be chance.</source>
        <translation>Das kann Zufall sein.</translation>
    </message>
    <message>
        <source>Thank you.</source>
        <translation>Danke.</translation>
    </message>
    <message>
        <source>Which is better? {0} of {1}</source>
        <translation>Was ist besser? {0} von {1}</translation>
    </message>
</context>
<context>
    <name>BrushBar</name>
    <message>
        <source>Faithful</source>
        <translation>Getreu</translation>
    </message>
    <message>
        <source>Only what is certain: for faces and text</source>
        <translation>Nur, was sicher ist: für Gesichter und Schrift</translation>
    </message>
    <message>
        <source>Realistic</source>
        <translation>Realistisch</translation>
    </message>
    <message>
        <source>With invented detail: for leaves, fur and fabric</source>
        <translation>Mit erfundenen Details: für Laub, Fell und Stoff</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>Variante</translation>
    </message>
    <message>
        <source>Another variant, as chosen with V</source>
        <translation>Eine andere Variante, mit V gewählt</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Radieren</translation>
    </message>
    <message>
        <source>Removes the strokes it touches</source>
        <translation>Nimmt die Striche weg, die es berührt</translation>
    </message>
    <message>
        <source>Size of the brush</source>
        <translation>Größe des Pinsels</translation>
    </message>
    <message>
        <source>Size of the brush ([ and ])</source>
        <translation>Größe des Pinsels ([ und ])</translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation>Alle entfernen</translation>
    </message>
    <message>
        <source>Remove all strokes</source>
        <translation>Alle Striche wegnehmen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Back to the picture (Esc)</source>
        <translation>Zurück zum Bild (Esc)</translation>
    </message>
    <message>
        <source>This model always draws a full sample; this needs another model or a variant.</source>
        <translation>Dieses Modell zieht immer die volle Stichprobe; dafür braucht es ein anderes oder eine Variante.</translation>
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
        <translation>Öffnen Sie zuerst ein Foto.</translation>
    </message>
    <message>
        <source>The picture&apos;s record is full. Erase some strokes first.</source>
        <translation>Mehr Striche passen nicht in die Aufzeichnung eines Bildes. Radieren Sie zuerst einige weg.</translation>
    </message>
</context>
<context>
    <name>Command</name>
    <message>
        <source>The command has failed.</source>
        <translation>Der Befehl ist fehlgeschlagen.</translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>Photos that the training has never seen. Move the divider, or press Y to see both.</source>
        <translation>Fotos, die das Training nie gesehen hat. Verschieben Sie den Teiler, oder drücken Sie Y, um beide zu sehen.</translation>
    </message>
    <message>
        <source>On the left</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>On the right</source>
        <translation>Rechts</translation>
    </message>
    <message>
        <source>Previous photo (PgUp)</source>
        <translation>Voriges Foto (Bild auf)</translation>
    </message>
    <message>
        <source>Next photo (PgDown)</source>
        <translation>Nächstes Foto (Bild ab)</translation>
    </message>
    <message>
        <source>Compare again</source>
        <translation>Neu vergleichen</translation>
    </message>
    <message>
        <source>With what it has learned since</source>
        <translation>Mit dem, was es seither gelernt hat</translation>
    </message>
    <message>
        <source>Blind test …</source>
        <translation>Blindtest …</translation>
    </message>
    <message>
        <source>Which is better? Ten pairs without names</source>
        <translation>Was ist besser? Zehn Paare ohne Namen</translation>
    </message>
    <message>
        <source>Enlarging photos that it has never seen …</source>
        <translation>Vergrößert nie gesehene Fotos …</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>beschädigt</translation>
    </message>
    <message>
        <source>bundled model</source>
        <translation>mitgeliefertes Modell</translation>
    </message>
    <message>
        <source>your model</source>
        <translation>eigenes Modell</translation>
    </message>
    <message>
        <source>original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Measuring both …</source>
        <translation>Misst beide …</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} von {1}</translation>
    </message>
    <message>
        <source>better</source>
        <translation>besser</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>schlechter</translation>
    </message>
    <message>
        <source>alike</source>
        <translation>gleich</translation>
    </message>
    <message>
        <source>LPIPS and DISTS say how different it looks to the eye, PSNR and SSIM how close it is pixel by pixel; “alike” means that the difference may be chance. Your own eyes decide.</source>
        <translation>LPIPS und DISTS sagen, wie anders es fürs Auge aussieht, PSNR und SSIM, wie nah es Pixel für Pixel ist; „gleich“ heißt, dass der Unterschied Zufall sein kann. Ihre Augen entscheiden.</translation>
    </message>
    <message>
        <source>These photos were trained on: the figures are too good.</source>
        <translation>Mit diesen Fotos wurde trainiert: Die Werte sind zu gut.</translation>
    </message>
    <message>
        <source>Warning: the new model is not better. More time, more photos or other damage may help.</source>
        <translation>Achtung: Das neue Modell ist nicht besser. Mehr Zeit, mehr Fotos oder andere Schäden können helfen.</translation>
    </message>
    <message>
        <source>The new model is better in {0} figures and worse in {1}.</source>
        <translation>Das neue Modell ist in {0} Werten besser und in {1} schlechter.</translation>
    </message>
    <message>
        <source>The new model is better in {0} of {1} figures.</source>
        <translation>Das neue Modell ist in {0} von {1} Werten besser.</translation>
    </message>
</context>
<context>
    <name>ComparePane</name>
    <message>
        <source>At this size the photo passes through the model twice. The result appears when you run it.</source>
        <translation>In dieser Größe geht das Foto zweimal durch das Modell. Was herauskommt, ist zu sehen, wenn es läuft.</translation>
    </message>
    <message>
        <source>This model takes many seconds per part. Its result appears when you run it.</source>
        <translation>Dieses Modell braucht für jeden Teil viele Sekunden. Was es macht, ist zu sehen, wenn es läuft.</translation>
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
        <translation>Das Modell beurteilt, wie beschädigt das Foto ist</translation>
    </message>
    <message>
        <source>clean</source>
        <translation>sauber</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>beschädigt</translation>
    </message>
    <message>
        <source>Condition, from clean to damaged</source>
        <translation>Zustand, von sauber bis beschädigt</translation>
    </message>
    <message>
        <source>Clean: change little. Damaged: repair much.</source>
        <translation>Sauber: wenig ändern. Beschädigt: viel reparieren.</translation>
    </message>
</context>
<context>
    <name>DamagePage</name>
    <message>
        <source>Choose what your photos suffer from. What you see here is what the model will learn to undo.</source>
        <translation>Wählen Sie, woran Ihre Fotos leiden. Was Sie hier sehen, lernt es zu beheben.</translation>
    </message>
    <message>
        <source>A sample appears in a moment.</source>
        <translation>Gleich erscheint eine Probe.</translation>
    </message>
    <message>
        <source>Condition shown</source>
        <translation>Gezeigter Zustand</translation>
    </message>
    <message>
        <source>How often the damage is heavy</source>
        <translation>Wie oft schwer</translation>
    </message>
    <message>
        <source>Left undamaged</source>
        <translation>Unbeschädigt gelassen</translation>
    </message>
    <message>
        <source>Blur up to</source>
        <translation>Unschärfe bis</translation>
    </message>
    <message>
        <source>Noise up to</source>
        <translation>Rauschen bis</translation>
    </message>
    <message>
        <source>JPEG damage up to</source>
        <translation>JPEG-Schäden bis</translation>
    </message>
    <message>
        <source>Another sample</source>
        <translation>Andere Probe</translation>
    </message>
    <message>
        <source>Another place and other random damage (R)</source>
        <translation>Andere Stelle und anderer zufälliger Schaden (R)</translation>
    </message>
    <message>
        <source>Another photo</source>
        <translation>Anderes Foto</translation>
    </message>
    <message>
        <source>The same on the next photo (P)</source>
        <translation>Dasselbe am nächsten Foto (P)</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>How strong, how often</source>
        <translation>Wie stark, wie oft</translation>
    </message>
    <message>
        <source>Measure it from bad photos …</source>
        <translation>An schlechten Fotos messen …</translation>
    </message>
    <message>
        <source>Drop a few photos as bad as yours here, or choose them</source>
        <translation>Ein paar Fotos, so schlecht wie Ihre, hier ablegen oder wählen</translation>
    </message>
    <message>
        <source>clean</source>
        <translation>sauber</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>beschädigt</translation>
    </message>
    <message>
        <source>Measuring …</source>
        <translation>Misst …</translation>
    </message>
    <message>
        <source>Anything, including heavy damage</source>
        <translation>Alles, auch Schweres</translation>
    </message>
    <message>
        <source>Camera or phone</source>
        <translation>Kamera oder Handy</translation>
    </message>
    <message>
        <source>Old film and prints</source>
        <translation>Alter Film und Abzüge</translation>
    </message>
    <message>
        <source>From the web</source>
        <translation>Aus dem Netz</translation>
    </message>
    <message>
        <source>As I set or measure it</source>
        <translation>Selbst bestimmt</translation>
    </message>
    <message>
        <source>your photo</source>
        <translation>Ihr Foto</translation>
    </message>
    <message>
        <source>as the model will see it</source>
        <translation>wie das Modell es sehen wird</translation>
    </message>
    <message>
        <source>Photos as bad as yours</source>
        <translation>Fotos, so schlecht wie Ihre</translation>
    </message>
    <message numerus="yes">
        <source>Measured on %n photo(s): blur {0} to {1} px, noise {2} to {3} of 255, JPEG quality {4} to {5}.</source>
        <translation>
            <numerusform>An %n Foto gemessen: Unschärfe {0} bis {1} px, Rauschen {2} bis {3} von 255, JPEG-Qualität {4} bis {5}.</numerusform>
            <numerusform>An %n Fotos gemessen: Unschärfe {0} bis {1} px, Rauschen {2} bis {3} von 255, JPEG-Qualität {4} bis {5}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Document</name>
    <message>
        <source>change default models</source>
        <translation>Standardmodelle ändern</translation>
    </message>
    <message numerus="yes">
        <source>add %n photo(s)</source>
        <translation>
            <numerusform>%n Foto hinzufügen</numerusform>
            <numerusform>%n Fotos hinzufügen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>remove %n photo(s)</source>
        <translation>
            <numerusform>%n Foto entfernen</numerusform>
            <numerusform>%n Fotos entfernen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>move %n photo(s)</source>
        <translation>
            <numerusform>%n Foto verschieben</numerusform>
            <numerusform>%n Fotos verschieben</numerusform>
        </translation>
    </message>
    <message>
        <source>apply settings to all</source>
        <translation>Einstellungen auf alle anwenden</translation>
    </message>
    <message>
        <source>paint</source>
        <translation>malen</translation>
    </message>
    <message>
        <source>erase</source>
        <translation>radieren</translation>
    </message>
    <message>
        <source>change settings</source>
        <translation>Einstellungen ändern</translation>
    </message>
    <message numerus="yes">
        <source>change settings of %n photo(s)</source>
        <translation>
            <numerusform>Einstellungen von %n Foto ändern</numerusform>
            <numerusform>Einstellungen von %n Fotos ändern</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DropOverlay</name>
    <message numerus="yes">
        <source>Drop to add %n file(s) or folder(s)</source>
        <translation>
            <numerusform>Ablegen, um %n Datei oder Ordner hinzuzufügen</numerusform>
            <numerusform>Ablegen, um %n Dateien oder Ordner hinzuzufügen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EffortPage</name>
    <message>
        <source>How much time should it take? More is better, up to a point; you can stop early.</source>
        <translation>Wie viel Zeit soll es haben? Mehr ist besser, bis zu einem Punkt; früher aufhören geht.</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>Ausgehen von</translation>
    </message>
    <message>
        <source>Use of the computer</source>
        <translation>Nutzung des Computers</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>For experts</source>
        <translation>Für Fachleute</translation>
    </message>
    <message>
        <source>The bundled model (recommended)</source>
        <translation>Dem mitgelieferten Modell (empfohlen)</translation>
    </message>
    <message>
        <source>Nothing: takes days, and thousands of photos</source>
        <translation>Von nichts: dauert Tage und braucht Tausende Fotos</translation>
    </message>
    <message>
        <source>What other programs leave idle</source>
        <translation>Was andere Programme übrig lassen</translation>
    </message>
    <message>
        <source>Half of the processor</source>
        <translation>Die Hälfte des Prozessors</translation>
    </message>
    <message>
        <source>All of it</source>
        <translation>Ganz</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>At night, from 22 to 7 o&apos;clock</source>
        <translation>Nachts, von 22 bis 7 Uhr</translation>
    </message>
    <message>
        <source>While on mains power</source>
        <translation>Nur am Stromnetz</translation>
    </message>
    <message>
        <source>While nobody is using it, from 5 minutes after the last key</source>
        <translation>Während niemand ihn benutzt, ab 5 Minuten nach der letzten Taste</translation>
    </message>
    <message>
        <source>The fastest</source>
        <translation>Das schnellste</translation>
    </message>
    <message>
        <source>Measuring how fast this computer is …</source>
        <translation>Misst, wie schnell dieser Computer ist …</translation>
    </message>
    <message>
        <source>Measured on this computer ({0} cores). Needs about {1} of memory and up to {2} on the disk.</source>
        <translation>Auf diesem Computer gemessen ({0} Kerne). Braucht etwa {1} Speicher und bis zu {2} auf der Platte.</translation>
    </message>
    <message>
        <source>Quick try</source>
        <translation>Kurzer Versuch</translation>
    </message>
    <message>
        <source>shows where it is heading</source>
        <translation>zeigt, wohin es geht</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Gut</translation>
    </message>
    <message>
        <source>for most purposes</source>
        <translation>für die meisten Zwecke</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>Am besten</translation>
    </message>
    <message>
        <source>the last bit of quality</source>
        <translation>das letzte bisschen Güte</translation>
    </message>
    <message>
        <source>about {0}</source>
        <translation>etwa {0}</translation>
    </message>
</context>
<context>
    <name>EmptyPage</name>
    <message>
        <source>Drop photos or folders here</source>
        <translation>Fotos oder Ordner hier ablegen</translation>
    </message>
    <message>
        <source>They are enlarged and restored on this computer. Nothing leaves it.</source>
        <translation>Sie werden auf diesem Computer vergrößert und restauriert. Nichts verlässt ihn.</translation>
    </message>
    <message>
        <source>Or paste a picture with Ctrl+V.</source>
        <translation>Oder ein Bild mit Strg+V einfügen.</translation>
    </message>
    <message>
        <source>Open photos …</source>
        <translation>Fotos öffnen …</translation>
    </message>
    <message>
        <source>Enlarge the sample photo</source>
        <translation>Das Beispielfoto vergrößern</translation>
    </message>
    <message>
        <source>Train a model on photos of your own …</source>
        <translation>Ein Modell mit eigenen Fotos trainieren …</translation>
    </message>
</context>
<context>
    <name>ErrorBar</name>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Details kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… und %n weitere</numerusform>
            <numerusform>… und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileForm</name>
    <message>
        <source>What it is</source>
        <translation>Was es ist</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Weglassen</translation>
    </message>
    <message>
        <source>Do not import this file</source>
        <translation>Diese Datei nicht importieren</translation>
    </message>
    <message>
        <source>Left out: {0}</source>
        <translation>Weggelassen: {0}</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>Bitte wählen</translation>
    </message>
    <message>
        <source>The file does not say; the page you downloaded it from does</source>
        <translation>Die Datei sagt es nicht; die Seite, von der sie kommt, schon</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Stays attached to the model. The published ResShift, SinSR and RSD weights are non-commercial.</source>
        <translation>Bleibt im Modell. Was ResShift, SinSR und RSD veröffentlicht haben, ist nicht kommerziell nutzbar.</translation>
    </message>
</context>
<context>
    <name>Filmstrip</name>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
</context>
<context>
    <name>FolderControl</name>
    <message>
        <source>Beside each photo</source>
        <translation>Neben jedem Foto</translation>
    </message>
    <message>
        <source>Results go beside each photo</source>
        <translation>Ergebnisse kommen neben das jeweilige Foto</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Choose the folder for results</source>
        <translation>Den Ordner für Ergebnisse wählen</translation>
    </message>
    <message>
        <source>Folder for results</source>
        <translation>Ordner für Ergebnisse</translation>
    </message>
</context>
<context>
    <name>Forecast</name>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>%n Foto</numerusform>
            <numerusform>%n Fotos</numerusform>
        </translation>
    </message>
    <message>
        <source>{0}: about {1}</source>
        <translation>{0}: etwa {1}</translation>
    </message>
</context>
<context>
    <name>FormatControl</name>
    <message>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>Quality of JPEG and WebP, 1 to 100</source>
        <translation>Qualität von JPEG und WebP, 1 bis 100</translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Enlarge</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import models</source>
        <translation>Modelle importieren</translation>
    </message>
    <message>
        <source>Progress of the import</source>
        <translation>Fortschritt des Imports</translation>
    </message>
    <message>
        <source>Add a file …</source>
        <translation>Datei hinzufügen …</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Checking and converting. The files themselves stay as they are.</source>
        <translation>Wird geprüft und umgewandelt. Die Dateien selbst bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Looking at the files …</source>
        <translation>Dateien werden angesehen …</translation>
    </message>
    <message>
        <source>Nothing can be imported.</source>
        <translation>Es gibt nichts zu importieren.</translation>
    </message>
    <message>
        <source>{0} needs its autoencoder: add autoencoder_vq_f4.pth as a second file, once for all models.</source>
        <translation>{0} braucht seinen Autoencoder: autoencoder_vq_f4.pth als zweite Datei hinzufügen, einmal für alle Modelle.</translation>
    </message>
    <message>
        <source>Two models have the same name.</source>
        <translation>Zwei Modelle heißen gleich.</translation>
    </message>
    <message>
        <source>A model of this name exists already.</source>
        <translation>Ein Modell dieses Namens gibt es schon.</translation>
    </message>
    <message>
        <source>Say what each model is, and give it a name of letters, digits, dots and dashes.</source>
        <translation>Bitte sagen, was jedes Modell ist, und ihm einen Namen aus Buchstaben, Ziffern, Punkten und Strichen geben.</translation>
    </message>
    <message>
        <source>Nothing in a file is executed. The files themselves stay as they are.</source>
        <translation>Nichts in einer Datei wird ausgeführt. Die Dateien selbst bleiben, wie sie sind.</translation>
    </message>
</context>
<context>
    <name>Importer</name>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
    <message>
        <source>Add photos</source>
        <translation>Fotos hinzufügen</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>Ordner hinzufügen</translation>
    </message>
    <message>
        <source>The clipboard holds neither a picture nor files.</source>
        <translation>Die Zwischenablage enthält weder ein Bild noch Dateien.</translation>
    </message>
</context>
<context>
    <name>InstallPage</name>
    <message>
        <source>Once installed, it appears in the list of models and is chosen for the open photo.</source>
        <translation>Installiert steht es in der Liste der Modelle und ist für das geöffnete Foto gewählt.</translation>
    </message>
    <message>
        <source>Licence of the photos</source>
        <translation>Lizenz der Fotos</translation>
    </message>
    <message>
        <source>Which state</source>
        <translation>Welcher Stand</translation>
    </message>
    <message>
        <source>The best on photos it has never seen</source>
        <translation>Der beste auf nie gesehenen Fotos</translation>
    </message>
    <message>
        <source>The newest</source>
        <translation>Der neueste</translation>
    </message>
    <message>
        <source>Let it judge how damaged a photo is</source>
        <translation>Es soll beurteilen, wie beschädigt ein Foto ist</translation>
    </message>
    <message>
        <source>Auto then fits each photo. Learning it takes some minutes.</source>
        <translation>„Automatisch“ passt dann zu jedem Foto. Das zu lernen dauert einige Minuten.</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>Installieren</translation>
    </message>
    <message>
        <source>Add it to the model library</source>
        <translation>In die Sammlung der Modelle aufnehmen</translation>
    </message>
    <message>
        <source>Save as a file …</source>
        <translation>Als Datei sichern …</translation>
    </message>
    <message>
        <source>One file that others can import</source>
        <translation>Eine Datei, die andere importieren können</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Nothing is installed or written</source>
        <translation>Es wird nichts installiert oder geschrieben</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Urheber</translation>
    </message>
    <message>
        <source>My model</source>
        <translation>Mein Modell</translation>
    </message>
    <message>
        <source>For photos like those in {0}.</source>
        <translation>Für Fotos wie die in {0}.</translation>
    </message>
    <message>
        <source>Save as a file</source>
        <translation>Als Datei sichern</translation>
    </message>
    <message>
        <source>Writing the model …</source>
        <translation>Schreibt das Modell …</translation>
    </message>
    <message>
        <source>Learning to judge damage: {0} %</source>
        <translation>Lernt, Schäden zu beurteilen: {0} %</translation>
    </message>
    <message>
        <source>Installed as {0}. It is chosen for the open photo.</source>
        <translation>Installiert als {0}. Es ist für das geöffnete Foto gewählt.</translation>
    </message>
    <message>
        <source>Written to {0}</source>
        <translation>Geschrieben nach {0}</translation>
    </message>
    <message>
        <source>Auto treats all photos alike: judging each one did not improve yours.</source>
        <translation>„Automatisch“ behandelt alle Fotos gleich: Jedes einzeln zu beurteilen hat Ihre nicht besser gemacht.</translation>
    </message>
</context>
<context>
    <name>KindRow</name>
    <message>
        <source>Default for</source>
        <translation>Standard für</translation>
    </message>
    <message>
        <source>Default for: {0}</source>
        <translation>Standard für: {0}</translation>
    </message>
    <message>
        <source>The bundled model serves every kind that has no other</source>
        <translation>Das mitgelieferte Modell gilt für jede Art, die kein anderes hat</translation>
    </message>
    <message>
        <source>Photos of this kind are enlarged with this model, unless another is chosen for them</source>
        <translation>Fotos dieser Art werden mit diesem Modell vergrößert, wenn für sie kein anderes gewählt ist</translation>
    </message>
    <message>
        <source>Not in effect: {0} is chosen for all photos. To follow it, choose By kind in the list of models.</source>
        <translation>Zurzeit ohne Wirkung: {0} ist für alle Fotos gewählt. In den Einstellungen in der Modellliste „Nach Art“ wählen.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>%n file(s) are in the queue already</source>
        <translation>
            <numerusform>%n Datei ist schon in der Liste</numerusform>
            <numerusform>%n Dateien sind schon in der Liste</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n result(s) of earlier runs were left out; drop one by itself to add it</source>
        <translation>
            <numerusform>%n Ergebnis früherer Läufe wurde ausgelassen; einzeln abgelegt kommt es dazu</numerusform>
            <numerusform>%n Ergebnisse früherer Läufe wurden ausgelassen; einzeln abgelegt kommen sie dazu</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} in {1}</source>
        <translation>{0} in {1}</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) failed</source>
        <translation>
            <numerusform>%n Foto fehlgeschlagen</numerusform>
            <numerusform>%n Fotos fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped. Start continues from there.</source>
        <translation>Angehalten. Start macht dort weiter.</translation>
    </message>
    <message>
        <source>The language changes at the next start.</source>
        <translation>Die Sprache wechselt beim nächsten Start.</translation>
    </message>
</context>
<context>
    <name>ModelBox</name>
    <message>
        <source>By kind: {0}</source>
        <translation>Nach Art: {0}</translation>
    </message>
    <message>
        <source>Chosen for black and white photos</source>
        <translation>Gewählt für Schwarzweißfotos</translation>
    </message>
    <message>
        <source>Chosen for colour photos</source>
        <translation>Gewählt für Farbfotos</translation>
    </message>
    <message>
        <source>Chosen by the kind of each photo</source>
        <translation>Nach der Art jedes Fotos gewählt</translation>
    </message>
</context>
<context>
    <name>ModelComparison</name>
    <message>
        <source>Compare models</source>
        <translation>Modelle vergleichen</translation>
    </message>
    <message>
        <source>Plain enlargement (bicubic)</source>
        <translation>Einfach vergrößert (bikubisch)</translation>
    </message>
    <message>
        <source>Result of model {0}</source>
        <translation>Ergebnis von Modell {0}</translation>
    </message>
    <message>
        <source>Model {0}</source>
        <translation>Modell {0}</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>Kein Modell</translation>
    </message>
    <message>
        <source>{0}: {1} × {2} pixels of what you see, enlarged {3} times</source>
        <translation>{0}: {1} × {2} Pixel dessen, was Sie sehen, {3}-fach vergrößert</translation>
    </message>
    <message>
        <source>Computing …</source>
        <translation>Wird berechnet …</translation>
    </message>
</context>
<context>
    <name>ModelControl</name>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>See, import and remove models</source>
        <translation>Modelle ansehen, importieren und entfernen</translation>
    </message>
    <message>
        <source>At this size: {0}</source>
        <translation>Bei dieser Größe: {0}</translation>
    </message>
</context>
<context>
    <name>ModelManager</name>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Installed models</source>
        <translation>Installierte Modelle</translation>
    </message>
    <message>
        <source>Card of the model</source>
        <translation>Karte des Modells</translation>
    </message>
    <message>
        <source>Use for all photos</source>
        <translation>Für alle Fotos verwenden</translation>
    </message>
    <message>
        <source>Train further …</source>
        <translation>Weiter trainieren …</translation>
    </message>
    <message>
        <source>Teach it your own photos: a training that starts from this model</source>
        <translation>Ihm die eigenen Fotos beibringen: ein Training, das bei diesem Modell beginnt</translation>
    </message>
    <message>
        <source>Compare on this view …</source>
        <translation>An dieser Ansicht vergleichen …</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Restore the removed model</source>
        <translation>Das entfernte Modell zurückholen</translation>
    </message>
    <message>
        <source>Import …</source>
        <translation>Importieren …</translation>
    </message>
    <message>
        <source>ResShift, SinSR and RSD files, and models of this program</source>
        <translation>Dateien von ResShift, SinSR und RSD, und Modelle dieses Programms</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>beschädigt</translation>
    </message>
    <message>
        <source>a teacher, for training</source>
        <translation>ein Lehrer, zum Trainieren</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>in Gebrauch</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>On disk</source>
        <translation>Auf der Platte</translation>
    </message>
    <message>
        <source>Open a photo first: models are compared on the part of it that you see</source>
        <translation>Öffnen Sie erst ein Foto: Modelle werden an dem Teil verglichen, den Sie davon sehen</translation>
    </message>
    <message>
        <source>Up to three models can be compared</source>
        <translation>Verglichen werden bis zu drei Modelle</translation>
    </message>
    <message>
        <source>What you see of the photo, as up to three models enlarge it; select several in the list</source>
        <translation>Was Sie vom Foto sehen, von bis zu drei Modellen vergrößert; wählen Sie mehrere in der Liste aus</translation>
    </message>
    <message>
        <source>{0} is removed: {1}.</source>
        <translation>{0} ist entfernt: {1}.</translation>
    </message>
</context>
<context>
    <name>NameControl</name>
    <message>
        <source>Name of the result, from: {0}</source>
        <translation>Name des Ergebnisses, aus: {0}</translation>
    </message>
    <message>
        <source>This does not make a name. Use {0}</source>
        <translation>Das ergibt keinen Namen. Möglich: {0}</translation>
    </message>
</context>
<context>
    <name>NameLabel</name>
    <message>
        <source>Double click: back to the default</source>
        <translation>Doppelklick: zurück zum Standard</translation>
    </message>
</context>
<context>
    <name>NoticeBars</name>
    <message numerus="yes">
        <source>%n file(s) could not be added:</source>
        <translation>
            <numerusform>%n Datei konnte nicht hinzugefügt werden:</numerusform>
            <numerusform>%n Dateien konnten nicht hinzugefügt werden:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) were still to be enlarged when the program ended.</source>
        <translation>
            <numerusform>%n Foto war noch zu vergrößern, als das Programm endete.</numerusform>
            <numerusform>%n Fotos waren noch zu vergrößern, als das Programm endete.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Notifier</name>
    <message numerus="yes">
        <source>%n photo(s) enlarged</source>
        <translation>
            <numerusform>%n Foto vergrößert</numerusform>
            <numerusform>%n Fotos vergrößert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n fehlgeschlagen</numerusform>
            <numerusform>%n fehlgeschlagen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OfferBar</name>
    <message>
        <source>Continue</source>
        <translation>Weitermachen</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
</context>
<context>
    <name>PaintLayer</name>
    <message>
        <source>Painted parts</source>
        <translation>Gemalte Teile</translation>
    </message>
</context>
<context>
    <name>PhotoGrid</name>
    <message>
        <source>Photos to learn from</source>
        <translation>Fotos zum Lernen</translation>
    </message>
</context>
<context>
    <name>PhotosPage</name>
    <message>
        <source>Choose sharp, clean photos of the kind that the model is for. It learns to restore damaged ones to that quality. The photos stay where they are, and nothing leaves this computer.</source>
        <translation>Wählen Sie scharfe, saubere Fotos der Art, für die das Modell gedacht ist. Es lernt, beschädigte wieder in diese Güte zu bringen. Die Fotos bleiben, wo sie sind, und nichts verlässt diesen Computer.</translation>
    </message>
    <message>
        <source>Drop folders of photos here</source>
        <translation>Ordner mit Fotos hier ablegen</translation>
    </message>
    <message>
        <source>Add a folder …</source>
        <translation>Ordner hinzufügen …</translation>
    </message>
    <message>
        <source>Also by dropping or pasting it</source>
        <translation>Auch durch Ablegen oder Einfügen</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Neu anfangen</translation>
    </message>
    <message>
        <source>Forget the folders; no file is changed</source>
        <translation>Die Ordner vergessen; keine Datei wird geändert</translation>
    </message>
    <message>
        <source>Add a folder of photos</source>
        <translation>Einen Ordner mit Fotos hinzufügen</translation>
    </message>
    <message>
        <source>{0} of {1} photos looked at</source>
        <translation>{0} von {1} Fotos angesehen</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>too small</source>
        <translation>zu klein</translation>
    </message>
    <message>
        <source>duplicate</source>
        <translation>doppelt</translation>
    </message>
    <message>
        <source>near duplicate</source>
        <translation>fast doppelt</translation>
    </message>
    <message>
        <source>blurred</source>
        <translation>unscharf</translation>
    </message>
    <message>
        <source>was enlarged</source>
        <translation>wurde vergrößert</translation>
    </message>
    <message>
        <source>strongly compressed</source>
        <translation>stark komprimiert</translation>
    </message>
    <message>
        <source>noisy</source>
        <translation>verrauscht</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>pair does not fit</source>
        <translation>Paar passt nicht</translation>
    </message>
    <message>
        <source>held out</source>
        <translation>zurückgehalten</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) to learn from</source>
        <translation>
            <numerusform>%n Foto zum Lernen</numerusform>
            <numerusform>%n Fotos zum Lernen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n held out as a test</source>
        <translation>
            <numerusform>%n als Test zurückgehalten</numerusform>
            <numerusform>%n als Test zurückgehalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n ausgelassen</numerusform>
            <numerusform>%n ausgelassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n true pair(s)</source>
        <translation>
            <numerusform>%n echtes Paar</numerusform>
            <numerusform>%n echte Paare</numerusform>
        </translation>
    </message>
    <message>
        <source>None of these can be used. Point at a photo to see why; click a flawed one to use it anyway.</source>
        <translation>Keines davon ist brauchbar. Zeigen Sie auf ein Foto, um den Grund zu lesen; ein Klick nimmt ein mangelhaftes auf.</translation>
    </message>
    <message>
        <source>Too few: a model would memorise these pictures. Add more of the same kind.</source>
        <translation>Zu wenige: Ein Modell würde diese Bilder auswendig lernen. Fügen Sie mehr derselben Art hinzu.</translation>
    </message>
    <message>
        <source>Enough to train, too few to hold some out: quality on unseen photos will not be measured.</source>
        <translation>Genug zum Trainieren, zu wenige, um einige zurückzuhalten: Wie gut das Modell ist, bleibt unbekannt.</translation>
    </message>
    <message>
        <source>Enough. From about 100 photos on, a model learns more than just these scenes.</source>
        <translation>Genug. Ab etwa 100 Fotos lernt ein Modell mehr als diese Motive.</translation>
    </message>
    <message>
        <source>Enough.</source>
        <translation>Genug.</translation>
    </message>
</context>
<context>
    <name>PictureWidget</name>
    <message>
        <source>Before and after</source>
        <translation>Vorher und nachher</translation>
    </message>
    <message>
        <source>Arrow keys move the divider, with Ctrl the picture; plus and minus zoom, backslash flips.</source>
        <translation>Pfeiltasten bewegen die Trennlinie, mit Strg das Bild; Plus und Minus zoomen, Backslash schaltet um.</translation>
    </message>
    <message>
        <source>before</source>
        <translation>vorher</translation>
    </message>
    <message>
        <source>after</source>
        <translation>nachher</translation>
    </message>
</context>
<context>
    <name>QueueModel</name>
    <message>
        <source>being read</source>
        <translation>wird gelesen</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>{0} % done</source>
        <translation>{0} % fertig</translation>
    </message>
    <message>
        <source>stopped, can be resumed</source>
        <translation>angehalten, kann fortgesetzt werden</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>has settings of its own</source>
        <translation>hat eigene Einstellungen</translation>
    </message>
</context>
<context>
    <name>ResultActions</name>
    <message>
        <source>{0} is on the clipboard.</source>
        <translation>{0} ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Save the result as</source>
        <translation>Ergebnis speichern unter</translation>
    </message>
    <message>
        <source>Saved as {0}.</source>
        <translation>Gespeichert als {0}.</translation>
    </message>
</context>
<context>
    <name>ScopeBar</name>
    <message>
        <source>All photos</source>
        <translation>Alle Fotos</translation>
    </message>
    <message>
        <source>This photo</source>
        <translation>Dieses Foto</translation>
    </message>
    <message>
        <source>Settings apply to all photos without settings of their own</source>
        <translation>Die Einstellungen gelten für alle Fotos ohne eigene Einstellungen</translation>
    </message>
    <message>
        <source>The selected photos have settings of their own</source>
        <translation>Die ausgewählten Fotos haben eigene Einstellungen</translation>
    </message>
    <message>
        <source>Apply to all</source>
        <translation>Auf alle anwenden</translation>
    </message>
    <message>
        <source>Apply these settings to all photos</source>
        <translation>Diese Einstellungen auf alle Fotos anwenden</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>Vorgaben</translation>
    </message>
    <message>
        <source>Use or save presets</source>
        <translation>Vorgaben nutzen oder speichern</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n ausgewählt</numerusform>
            <numerusform>%n ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Save as a preset …</source>
        <translation>Als Vorgabe speichern …</translation>
    </message>
    <message>
        <source>Remove a preset</source>
        <translation>Vorgabe entfernen</translation>
    </message>
</context>
<context>
    <name>SeedControl</name>
    <message>
        <source>Look again: different fine detail, from another seed (R)</source>
        <translation>Noch einmal: andere feine Details, mit anderem Startwert (R)</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Noch einmal</translation>
    </message>
</context>
<context>
    <name>SettingsController</name>
    <message>
        <source>All photos have these settings now.</source>
        <translation>Alle Fotos haben jetzt diese Einstellungen.</translation>
    </message>
    <message>
        <source>Save as a preset</source>
        <translation>Als Vorgabe speichern</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
</context>
<context>
    <name>SettingsPanel</name>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Erweitert</translation>
    </message>
    <message>
        <source>Names, metadata, precision, memory</source>
        <translation>Namen, Metadaten, Genauigkeit, Speicher</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Zoom at the pointer</source>
        <translation>Am Mauszeiger zoomen</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>Rad</translation>
    </message>
    <message>
        <source>Move the picture</source>
        <translation>Das Bild bewegen</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>Ziehen</translation>
    </message>
    <message>
        <source>Fit or 100 %</source>
        <translation>Einpassen oder 100 %</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>Doppelklick</translation>
    </message>
    <message>
        <source>Move the divider</source>
        <translation>Die Trennlinie bewegen</translation>
    </message>
    <message>
        <source>Left, Right; with Shift faster</source>
        <translation>Links, Rechts; mit Umschalt schneller</translation>
    </message>
    <message>
        <source>Back to the default</source>
        <translation>Zurück zum Standard</translation>
    </message>
    <message>
        <source>Double click on a setting&apos;s name</source>
        <translation>Doppelklick auf den Namen einer Einstellung</translation>
    </message>
    <message>
        <source>Picture and settings</source>
        <translation>Bild und Einstellungen</translation>
    </message>
</context>
<context>
    <name>SizeControl</name>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <source>Size of the result</source>
        <translation>Größe des Ergebnisses</translation>
    </message>
    <message>
        <source>A paper size, or sides such as 40x30cm, 40cm or 12x8in</source>
        <translation>Ein Papierformat oder Seiten wie 40x30cm, 40cm oder 12x8in</translation>
    </message>
    <message>
        <source>Resolution of the print</source>
        <translation>Auflösung des Drucks</translation>
    </message>
    <message>
        <source>×1, restore only</source>
        <translation>×1, nur restaurieren</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <source>Long side</source>
        <translation>Lange Seite</translation>
    </message>
    <message>
        <source>Short side</source>
        <translation>Kurze Seite</translation>
    </message>
    <message>
        <source>Megapixels</source>
        <translation>Megapixel</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Druck</translation>
    </message>
    <message>
        <source>{0} → {1}
about {2}</source>
        <translation>{0} → {1}
etwa {2}</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Trainings on this computer. Open one to look at it, continue it or install its model.</source>
        <translation>Trainings auf diesem Computer. Öffnen Sie eines, um es anzusehen, fortzusetzen oder sein Modell zu installieren.</translation>
    </message>
    <message>
        <source>Trainings</source>
        <translation>Trainings</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Show this training</source>
        <translation>Dieses Training zeigen</translation>
    </message>
    <message>
        <source>New training</source>
        <translation>Neues Training</translation>
    </message>
    <message>
        <source>Choose photos for another model</source>
        <translation>Fotos für ein weiteres Modell wählen</translation>
    </message>
    <message>
        <source>training now</source>
        <translation>trainiert gerade</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>beendet</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Starting the engine …</source>
        <translation>Engine startet …</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Size and zoom</source>
        <translation>Größe und Zoom</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} von {1}</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>starting …</source>
        <translation>startet …</translation>
    </message>
    <message>
        <source>{0} left</source>
        <translation>noch {0}</translation>
    </message>
</context>
<context>
    <name>StopQuestion</name>
    <message>
        <source>Photos are being enlarged. Stop and close?</source>
        <translation>Fotos werden gerade vergrößert. Anhalten und schließen?</translation>
    </message>
    <message>
        <source>What is computed is kept; the next start continues with it.</source>
        <translation>Berechnetes bleibt erhalten; der nächste Start macht damit weiter.</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>Anhalten und schließen</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weitermachen</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Samples appear with the first checkpoint.</source>
        <translation>Proben erscheinen mit dem ersten Zwischenstand.</translation>
    </message>
    <message>
        <source>Moment of the training</source>
        <translation>Zeitpunkt des Trainings</translation>
    </message>
    <message>
        <source>Back and forth through the training</source>
        <translation>Vor und zurück durch das Training</translation>
    </message>
    <message>
        <source>Which of the held-out crops</source>
        <translation>Welcher der zurückgehaltenen Ausschnitte</translation>
    </message>
    <message>
        <source>Sample {0}</source>
        <translation>Probe {0}</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>beschädigt</translation>
    </message>
    <message>
        <source>bundled model</source>
        <translation>mitgeliefertes Modell</translation>
    </message>
    <message>
        <source>step {0}</source>
        <translation>Schritt {0}</translation>
    </message>
    <message>
        <source>original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} von {1}</translation>
    </message>
</context>
<context>
    <name>TrainPage</name>
    <message>
        <source>It continues when this window is closed. Reopen the window to follow it again.</source>
        <translation>Es geht weiter, wenn dieses Fenster geschlossen wird. Wieder geöffnet, findet das Fenster es dort, wo es ist.</translation>
    </message>
    <message>
        <source>Current activity</source>
        <translation>Was gerade geschieht</translation>
    </message>
    <message>
        <source>Perceptual difference (LPIPS) ↓</source>
        <translation>Unterschied fürs Auge (LPIPS) ↓</translation>
    </message>
    <message>
        <source>Fidelity (PSNR, dB) ↑</source>
        <translation>Treue (PSNR, dB) ↑</translation>
    </message>
    <message>
        <source>Loss ↓</source>
        <translation>Verlust ↓</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Save and wait; nothing is lost (Ctrl+P)</source>
        <translation>Sichern und warten; nichts geht verloren (Strg+P)</translation>
    </message>
    <message>
        <source>Save now</source>
        <translation>Jetzt sichern</translation>
    </message>
    <message>
        <source>Write a checkpoint and new samples now</source>
        <translation>Jetzt einen Zwischenstand und neue Proben schreiben</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Stop and use what there is; you can continue later</source>
        <translation>Beenden und nutzen, was da ist; es kann später weitergehen</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Finished.</source>
        <translation>Fertig.</translation>
    </message>
    <message>
        <source>Stopped. Nothing is lost: continue from here, or use what there is.</source>
        <translation>Beendet. Nichts ist verloren: Es geht dort weiter, wo es war, oder Sie nutzen, was da ist.</translation>
    </message>
    <message>
        <source>Not started yet.</source>
        <translation>Noch nicht begonnen.</translation>
    </message>
    <message>
        <source>Stopping: saving what it has learned …</source>
        <translation>Wird beendet: Das Gelernte wird gesichert …</translation>
    </message>
    <message>
        <source>Paused.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>Preparing the photos …</source>
        <translation>Bereitet die Fotos vor …</translation>
    </message>
    <message>
        <source>Making pairs of good and damaged pictures, and measuring where it starts …</source>
        <translation>Macht Paare aus guten und beschädigten Bildern und misst den Ausgangspunkt …</translation>
    </message>
    <message>
        <source>Phase 1 of 2: learning the damage, and how to undo it in many steps</source>
        <translation>Phase 1 von 2: lernt die Schäden und wie man sie in vielen Schritten behebt</translation>
    </message>
    <message>
        <source>Phase 2 of 2: learning to do it in one step</source>
        <translation>Phase 2 von 2: lernt, es in einem Schritt zu tun</translation>
    </message>
    <message>
        <source>Learning your photos and their damage</source>
        <translation>Lernt Ihre Fotos und deren Schäden</translation>
    </message>
    <message>
        <source>{0}. {1} left</source>
        <translation>{0}. Noch {1}</translation>
    </message>
    <message>
        <source>Still improving on photos it has never seen.</source>
        <translation>Wird auf nie gesehenen Fotos noch besser.</translation>
    </message>
    <message>
        <source>Levelling off: you can stop, more time brings little.</source>
        <translation>Wird kaum noch besser: Sie können aufhören, mehr Zeit bringt wenig.</translation>
    </message>
    <message>
        <source>Not better yet than at the start on photos it has never seen.</source>
        <translation>Auf nie gesehenen Fotos noch nicht besser als am Anfang.</translation>
    </message>
    <message>
        <source>Too early to say how well it goes.</source>
        <translation>Noch zu früh, um zu sagen, wie gut es läuft.</translation>
    </message>
</context>
<context>
    <name>TrainWizard</name>
    <message>
        <source>A model of your own</source>
        <translation>Ein eigenes Modell</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>Damage</source>
        <translation>Schäden</translation>
    </message>
    <message>
        <source>Effort</source>
        <translation>Aufwand</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Trainieren</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>Installieren</translation>
    </message>
    <message>
        <source>All trainings</source>
        <translation>Alle Trainings</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Waiting for the night.</source>
        <translation>Wartet auf die Nacht.</translation>
    </message>
    <message>
        <source>Waiting for mains power.</source>
        <translation>Wartet auf das Stromnetz.</translation>
    </message>
    <message>
        <source>Waiting until nobody is using the computer.</source>
        <translation>Wartet, bis niemand den Computer benutzt.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>Training beginnen</translation>
    </message>
</context>
<context>
    <name>TrustBar</name>
    <message>
        <source>On average, in levels of 255: the standard deviation over the seeds</source>
        <translation>Im Mittel, in Stufen von 255: die Standardabweichung über die Startwerte</translation>
    </message>
    <message>
        <source>Strength of the colour</source>
        <translation>Stärke der Farbe</translation>
    </message>
    <message>
        <source>How strong the colour is</source>
        <translation>Wie kräftig die Farbe ist</translation>
    </message>
    <message>
        <source>Hide the colour</source>
        <translation>Farbe ausblenden</translation>
    </message>
    <message>
        <source>Hide the colour (T or Esc)</source>
        <translation>Farbe ausblenden (T oder Esc)</translation>
    </message>
    <message>
        <source>From the same in all seeds to invented</source>
        <translation>Von bei allen Startwerten gleich bis erfunden</translation>
    </message>
    <message>
        <source>the same in all seeds</source>
        <translation>bei allen Startwerten gleich</translation>
    </message>
    <message>
        <source>invented here; other details fit as well</source>
        <translation>hier erfunden; andere Details passen auch</translation>
    </message>
    <message>
        <source>Error to expect in view: {0} of 255, {1} % likely invented</source>
        <translation>Zu erwartender Fehler im Bild: {0} von 255, {1} % wohl erfunden</translation>
    </message>
    <message>
        <source>In view: {0} of 255, {1} % likely invented</source>
        <translation>Im Bild: {0} von 255, {1} % wohl erfunden</translation>
    </message>
    <message>
        <source>Waiting for the preview …</source>
        <translation>Wartet auf die Vorschau …</translation>
    </message>
    <message>
        <source>Computing other seeds: {0} of {1}</source>
        <translation>Andere Startwerte werden berechnet: {0} von {1}</translation>
    </message>
    <message>
        <source>Seeds take long here, so they are compared only on request. Variants (V) compares a part.</source>
        <translation>Startwerte dauern hier lange und werden nicht ungefragt verglichen. Varianten (V) vergleicht einen Teil.</translation>
    </message>
    <message>
        <source>seeds agree</source>
        <translation>Startwerte stimmen überein</translation>
    </message>
    <message>
        <source>details differ</source>
        <translation>Details weichen ab</translation>
    </message>
    <message>
        <source>likely invented</source>
        <translation>wohl erfunden</translation>
    </message>
    <message>
        <source>Here: error of about {0} of 255, {1}</source>
        <translation>Hier: Fehler etwa {0} von 255, {1}</translation>
    </message>
    <message>
        <source>Here: {0} of 255, {1}</source>
        <translation>Hier: {0} von 255, {1}</translation>
    </message>
    <message>
        <source>Agreement between seeds proves nothing: all of them may be wrong.</source>
        <translation>Wo Startwerte übereinstimmen, ist das kein Beweis: Alle können irren.</translation>
    </message>
    <message>
        <source>Only what is outlined is compared; zoom in for the rest.</source>
        <translation>Nur das Umrandete ist verglichen; für den Rest näher heranzoomen.</translation>
    </message>
</context>
<context>
    <name>VariantController</name>
    <message>
        <source>Open a photo first.</source>
        <translation>Öffnen Sie zuerst ein Foto.</translation>
    </message>
</context>
<context>
    <name>Variants</name>
    <message>
        <source>Variants</source>
        <translation>Varianten</translation>
    </message>
    <message>
        <source>The variant on view</source>
        <translation>Die betrachtete Variante</translation>
    </message>
    <message>
        <source>Seed {0}</source>
        <translation>Startwert {0}</translation>
    </message>
    <message>
        <source>Variant {0}, seed {1}</source>
        <translation>Variante {0}, Startwert {1}</translation>
    </message>
    <message>
        <source>Look at this variant ({0})</source>
        <translation>Diese Variante ansehen ({0})</translation>
    </message>
    <message>
        <source>Show where they &amp;differ</source>
        <translation>Zeigen, wo sie &amp;abweichen</translation>
    </message>
    <message>
        <source>Colours what other seeds would have drawn differently (T)</source>
        <translation>Eine Farbe über dem, was andere Startwerte anders gemacht hätten (T)</translation>
    </message>
    <message>
        <source>Strength of the colour</source>
        <translation>Stärke der Farbe</translation>
    </message>
    <message>
        <source>How strong the colour is</source>
        <translation>Wie kräftig die Farbe ist</translation>
    </message>
    <message>
        <source>Computing …</source>
        <translation>Wird berechnet …</translation>
    </message>
    <message>
        <source>{0}: {1} × {2} pixels of what you see. Where detail was lost, several pictures fit.</source>
        <translation>{0}: {1} × {2} Pixel von dem, was Sie sehen. Wo Details verloren sind, passen mehrere Bilder.</translation>
    </message>
    <message>
        <source>the same in all</source>
        <translation>in allen gleich</translation>
    </message>
    <message>
        <source>invented here; other details fit as well</source>
        <translation>hier erfunden; andere Details passen auch</translation>
    </message>
    <message>
        <source>From the same in all to invented</source>
        <translation>Von in allen gleich bis erfunden</translation>
    </message>
    <message>
        <source>Use this one</source>
        <translation>Diese nehmen</translation>
    </message>
    <message>
        <source>The whole picture gets the seed of this variant (Enter)</source>
        <translation>Das ganze Bild bekommt den Startwert dieser Variante (Eingabe)</translation>
    </message>
    <message>
        <source>Paint with it</source>
        <translation>Damit malen</translation>
    </message>
    <message>
        <source>Paint the part of the picture that gets this variant</source>
        <translation>Ein Teil des Bildes, den Sie malen, bekommt diese Variante</translation>
    </message>
    <message>
        <source>The variants differ by {0} of 255 levels on average, and clearly on {1} % of what you see. Agreement proves nothing, though.</source>
        <translation>Die Varianten weichen im Mittel um {0} von 255 Stufen ab, deutlich auf {1} % des Gesehenen. Wo sie übereinstimmen, ist das kein Beweis.</translation>
    </message>
</context>
<context>
    <name>WatchController</name>
    <message>
        <source>enlarged</source>
        <translation>vergrößert</translation>
    </message>
    <message>
        <source>Watching {0}: new photos are enlarged into {1}.</source>
        <translation>{0} wird beobachtet: Fotos, die dazukommen, werden nach {1} vergrößert.</translation>
    </message>
    <message>
        <source>{0} is no longer watched.</source>
        <translation>{0} wird nicht mehr beobachtet.</translation>
    </message>
    <message>
        <source>Folder to watch</source>
        <translation>Ordner, der beobachtet wird</translation>
    </message>
</context>
<context>
    <name>models</name>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
    <message>
        <source>Import models</source>
        <translation>Modelle importieren</translation>
    </message>
    <message>
        <source>{0}, one step</source>
        <translation>{0}, ein Schritt</translation>
    </message>
    <message>
        <source>{0}, {1} steps</source>
        <translation>{0}, {1} Schritte</translation>
    </message>
    <message>
        <source>Came with the program</source>
        <translation>Mit dem Programm geliefert</translation>
    </message>
    <message>
        <source>Trained with this program</source>
        <translation>Mit diesem Programm trainiert</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Importiert</translation>
    </message>
    <message>
        <source>Colour photos</source>
        <translation>Farbfotos</translation>
    </message>
    <message>
        <source>Black and white photos</source>
        <translation>Schwarzweißfotos</translation>
    </message>
    <message>
        <source>A model of this program: {0}</source>
        <translation>Ein Modell dieses Programms: {0}</translation>
    </message>
    <message>
        <source>Autoencoder, {0} million parameters; stored once, for all models that use it</source>
        <translation>Autoencoder, {0} Millionen Parameter; einmal gespeichert für alle Modelle, die ihn brauchen</translation>
    </message>
    <message>
        <source>Network of a student with a noise input, {0} million parameters</source>
        <translation>Netz eines Schülers mit Rauscheingang, {0} Millionen Parameter</translation>
    </message>
    <message>
        <source>Network of a teacher or student, {0} million parameters</source>
        <translation>Netz eines Lehrers oder Schülers, {0} Millionen Parameter</translation>
    </message>
    <message>
        <source>Your models take {0}; {1} are free.</source>
        <translation>Ihre Modelle belegen {0}; {1} sind frei.</translation>
    </message>
    <message>
        <source>Shared autoencoders: {0}.</source>
        <translation>Gemeinsame Autoencoder: {0}.</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>Enlarges</source>
        <translation>Vergrößert</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Urheber</translation>
    </message>
    <message>
        <source>Made on</source>
        <translation>Erstellt am</translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation>Trainiert mit</translation>
    </message>
    <message>
        <source>Licence of the photos</source>
        <translation>Lizenz der Fotos</translation>
    </message>
</context>
<context>
    <name>notices</name>
    <message>
        <source>It had started to get worse: it continues from step {0}, more carefully.</source>
        <translation>Es wurde schlechter: Es geht ab Schritt {0} behutsamer weiter.</translation>
    </message>
    <message>
        <source>{0} photos are few: from about {1} on, a model learns more than just these scenes.</source>
        <translation>{0} Fotos sind wenige: Ab etwa {1} lernt ein Modell mehr als diese Motive.</translation>
    </message>
    <message>
        <source>Too few photos to hold any out: quality on unseen photos will not be measured.</source>
        <translation>Kein Foto konnte zurückgelegt werden: Wie gut das Modell bei anderen Fotos ist, wird man nicht wissen.</translation>
    </message>
    <message>
        <source>Most photos are flawed: a model never gets better than the photos it learns from.</source>
        <translation>Die meisten Fotos haben Mängel: Ein Modell wird nie besser als das, was man ihm als gut zeigt.</translation>
    </message>
    <message>
        <source>Most photos are black and white: the model will not know colours.</source>
        <translation>Die meisten Fotos sind schwarz-weiß: Das Modell wird keine Farben kennen.</translation>
    </message>
    <message>
        <source>The photos have several colour profiles. That is harmless.</source>
        <translation>Die Fotos haben verschiedene Farbprofile. Das schadet nicht.</translation>
    </message>
    <message>
        <source>{0} of {1} files are left out; the first step shows why.</source>
        <translation>{0} von {1} Dateien bleiben außen vor; der erste Schritt zeigt, warum.</translation>
    </message>
    <message>
        <source>Files of this training are gone ({0}); it continues without them.</source>
        <translation>Dateien dieses Trainings sind verschwunden ({0}); es geht ohne sie weiter.</translation>
    </message>
    <message>
        <source>This kind of model is meant for a graphics card: here a step takes many minutes.</source>
        <translation>Diese Art Modell ist für eine Grafikkarte gedacht: Hier dauert ein Schritt viele Minuten.</translation>
    </message>
    <message>
        <source>One of its metrics (LPIPS-VGG) is not installed; it trains without it. To fetch it: {0}</source>
        <translation>Eines seiner Maße (LPIPS-VGG) ist nicht installiert; es trainiert ohne. Zum Holen: {0}</translation>
    </message>
    <message>
        <source>Fitted to the free memory, {0} MB.</source>
        <translation>An den freien Speicher angepasst, {0} MB.</translation>
    </message>
    <message>
        <source>The computer slept for {0}; that time does not count.</source>
        <translation>Der Computer hat {0} geruht; das zählt nicht mit.</translation>
    </message>
    <message>
        <source>Memory is short: it works in smaller parts from here on. The result is the same.</source>
        <translation>Der Speicher ist knapp: Ab hier wird in kleineren Teilen gearbeitet. Das Ergebnis ist dasselbe.</translation>
    </message>
    <message>
        <source>What it had learned at the pause is worse than before; that is kept as well.</source>
        <translation>Der Stand bei der Pause ist schlechter als der davor; dieser bleibt ebenfalls erhalten.</translation>
    </message>
    <message>
        <source>The disk is full: nothing could be saved. Free some space; it will try again.</source>
        <translation>Die Platte ist voll: Es konnte nichts gespeichert werden. Bitte Platz schaffen; es wird erneut versucht.</translation>
    </message>
    <message>
        <source>The newest saved state was damaged; it continued from the one before.</source>
        <translation>Der neueste gespeicherte Stand war beschädigt; es ging vom vorigen aus weiter.</translation>
    </message>
    <message>
        <source>On photos it has never seen it is worse now than at the start ({0}: {1} and {2}).</source>
        <translation>Bei nie gesehenen Fotos ist es jetzt schlechter als am Anfang ({0}: {1} und {2}).</translation>
    </message>
    <message>
        <source>On photos it has never seen it was better at step {0}; that state is kept.</source>
        <translation>Bei nie gesehenen Fotos war es bei Schritt {0} besser; dieser Stand ist aufbewahrt.</translation>
    </message>
    <message>
        <source>The sample pictures could not be written: {0}</source>
        <translation>Die Beispielbilder konnten nicht geschrieben werden: {0}</translation>
    </message>
    <message>
        <source>It cannot be compared with the bundled model during training; at the end it can.</source>
        <translation>Unterwegs lässt es sich nicht mit dem mitgelieferten Modell vergleichen; am Ende schon.</translation>
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
