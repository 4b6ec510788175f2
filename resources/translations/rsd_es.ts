<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>Automatic</source>
        <translation>Automático</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Detalle</translation>
    </message>
    <message>
        <source>Faithful: only what is certain. Realistic: lost detail is invented.</source>
        <translation>Fiel: solo lo que es seguro. Realista: el detalle perdido se inventa.</translation>
    </message>
    <message>
        <source>Detail, from faithful to realistic</source>
        <translation>Detalle, de fiel a realista</translation>
    </message>
    <message>
        <source>faithful</source>
        <translation>fiel</translation>
    </message>
    <message>
        <source>realistic</source>
        <translation>realista</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Semilla</translation>
    </message>
    <message>
        <source>Guard</source>
        <translation>Protección</translation>
    </message>
    <message>
        <source>Detected and kept faithful: nothing is invented there</source>
        <translation>Se detectan y quedan fieles: ahí no se inventa nada</translation>
    </message>
    <message>
        <source>Faces and text</source>
        <translation>Rostros y texto</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>Same as the photo</source>
        <translation>Como la foto</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Profundidad</translation>
    </message>
    <message>
        <source>8 bits per channel</source>
        <translation>8 bits por canal</translation>
    </message>
    <message>
        <source>16 bits per channel</source>
        <translation>16 bits por canal</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Dispositivo</translation>
    </message>
    <message>
        <source>The fastest</source>
        <translation>El más rápido</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>Metadatos</translation>
    </message>
    <message>
        <source>Which of the photo&apos;s metadata is copied into the result</source>
        <translation>Qué datos de la foto pasan al resultado</translation>
    </message>
    <message>
        <source>All of it</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>Without the location</source>
        <translation>Sin el lugar</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>Corrects colours that the model lets drift over large areas</source>
        <translation>Corrige los colores que el modelo desvía en zonas amplias</translation>
    </message>
    <message>
        <source>As in the photo</source>
        <translation>Como en la foto</translation>
    </message>
    <message>
        <source>Camera RAW</source>
        <translation>RAW</translation>
    </message>
    <message>
        <source>The colour space that camera RAW is developed into</source>
        <translation>Los colores en que se revela el RAW de una cámara</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Precisión</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Memoria</translation>
    </message>
    <message>
        <source>Tile</source>
        <translation>Tesela</translation>
    </message>
</context>
<context>
    <name>AboutDialog</name>
    <message>
        <source>About RSD Studio</source>
        <translation>Acerca de RSD Studio</translation>
    </message>
    <message>
        <source>Enlarges and restores photos on this computer. It connects to nothing.</source>
        <translation>Amplía y restaura fotos en este ordenador. No se conecta a nada.</translation>
    </message>
    <message>
        <source>Versions, licences, this machine</source>
        <translation>Versiones, licencias, este equipo</translation>
    </message>
    <message>
        <source>Asking the engine …</source>
        <translation>Consultando el motor…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy it for a bug report</source>
        <translation>Copiar para un informe de error</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>Este equipo</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Licencias</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Open …</source>
        <translation>Abrir…</translation>
    </message>
    <message>
        <source>Add photos</source>
        <translation>Añadir fotos</translation>
    </message>
    <message>
        <source>Open a folder …</source>
        <translation>Abrir una carpeta…</translation>
    </message>
    <message>
        <source>Add all photos of a folder</source>
        <translation>Añadir todas las fotos de una carpeta</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Pegar</translation>
    </message>
    <message>
        <source>Add a copied picture, or copied files</source>
        <translation>Añadir una imagen o archivos copiados</translation>
    </message>
    <message>
        <source>Save the result as …</source>
        <translation>Guardar el resultado como…</translation>
    </message>
    <message>
        <source>Copy the result to another place</source>
        <translation>Copiar el resultado a otro lugar</translation>
    </message>
    <message>
        <source>Copy the result</source>
        <translation>Copiar el resultado</translation>
    </message>
    <message>
        <source>Put the result on the clipboard</source>
        <translation>Poner el resultado en el portapapeles</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Mostrar en la carpeta</translation>
    </message>
    <message>
        <source>Show the result in its folder</source>
        <translation>Mostrar el resultado en su carpeta</translation>
    </message>
    <message>
        <source>Models …</source>
        <translation>Modelos …</translation>
    </message>
    <message>
        <source>See, import and remove models</source>
        <translation>Ver, importar y quitar modelos</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Watch a folder …</source>
        <translation>Vigilar una carpeta…</translation>
    </message>
    <message>
        <source>Enlarge every photo that arrives in a folder</source>
        <translation>Ampliar cada foto que llegue a una carpeta</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>Cerrar la ventana</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Undo the last change</source>
        <translation>Revertir el último cambio</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rehacer</translation>
    </message>
    <message>
        <source>Redo the change</source>
        <translation>Volver a hacer el cambio</translation>
    </message>
    <message>
        <source>Select all photos</source>
        <translation>Seleccionar todas las fotos</translation>
    </message>
    <message>
        <source>Remove from the queue</source>
        <translation>Quitar de la lista</translation>
    </message>
    <message>
        <source>Take the selected photos out of the queue; no file is deleted</source>
        <translation>Quitar las fotos seleccionadas de la lista; no se borra ningún archivo</translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation>Quitar todas</translation>
    </message>
    <message>
        <source>Empty the queue; no file is deleted</source>
        <translation>Vaciar la lista; no se borra ningún archivo</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Subir</translation>
    </message>
    <message>
        <source>Enlarge the selected photos earlier</source>
        <translation>Ampliar antes las fotos seleccionadas</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Bajar</translation>
    </message>
    <message>
        <source>Enlarge the selected photos later</source>
        <translation>Ampliar después las fotos seleccionadas</translation>
    </message>
    <message>
        <source>Apply settings to all</source>
        <translation>Aplicar ajustes a todas</translation>
    </message>
    <message>
        <source>Apply these settings to all photos</source>
        <translation>Aplicar estos ajustes a todas las fotos</translation>
    </message>
    <message>
        <source>Paint</source>
        <translation>Pintar</translation>
    </message>
    <message>
        <source>Paint what should be more faithful, or more realistic, than the rest</source>
        <translation>Pinte lo que deba ser más fiel, o más realista, que el resto</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Ajustar</translation>
    </message>
    <message>
        <source>Show the whole picture</source>
        <translation>Mostrar la imagen entera</translation>
    </message>
    <message>
        <source>Fit or 100 %</source>
        <translation>Ajustar o 100 %</translation>
    </message>
    <message>
        <source>Between the whole picture and 100 %</source>
        <translation>Alternar entre la imagen entera y 100 %</translation>
    </message>
    <message>
        <source>One pixel of the result per screen pixel</source>
        <translation>Un píxel del resultado por cada píxel de la pantalla</translation>
    </message>
    <message>
        <source>Every pixel of the result at twice its size</source>
        <translation>Cada píxel del resultado al doble</translation>
    </message>
    <message>
        <source>Every pixel of the result at four times its size</source>
        <translation>Cada píxel del resultado cuatro veces</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Acercar</translation>
    </message>
    <message>
        <source>Show less, larger</source>
        <translation>Mostrar menos, más grande</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Alejar</translation>
    </message>
    <message>
        <source>Show more, smaller</source>
        <translation>Mostrar más, más pequeño</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Dividido</translation>
    </message>
    <message>
        <source>Before and after, with a divider between them</source>
        <translation>Antes y después, con un divisor en medio</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Lado a lado</translation>
    </message>
    <message>
        <source>Before and after beside each other</source>
        <translation>Antes y después uno junto al otro</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Diferencia</translation>
    </message>
    <message>
        <source>What the program has changed</source>
        <translation>Lo que ha cambiado el programa</translation>
    </message>
    <message>
        <source>Flip while held</source>
        <translation>Alternar mientras se mantiene</translation>
    </message>
    <message>
        <source>Show the other picture in place, while held</source>
        <translation>La otra imagen en el mismo sitio mientras se mantiene</translation>
    </message>
    <message>
        <source>Loupe</source>
        <translation>Lupa</translation>
    </message>
    <message>
        <source>A magnifier at the pointer</source>
        <translation>Una lupa junto al puntero</translation>
    </message>
    <message>
        <source>What is invented</source>
        <translation>Lo que es inventado</translation>
    </message>
    <message>
        <source>Colours the result where other seeds draw different details; Esc hides it</source>
        <translation>Un color sobre el resultado donde otras semillas dibujan otros detalles; Esc lo oculta</translation>
    </message>
    <message>
        <source>Previous photo</source>
        <translation>Foto anterior</translation>
    </message>
    <message>
        <source>Show the previous photo</source>
        <translation>Mostrar la foto anterior</translation>
    </message>
    <message>
        <source>Next photo</source>
        <translation>Foto siguiente</translation>
    </message>
    <message>
        <source>Show the next photo</source>
        <translation>Mostrar la foto siguiente</translation>
    </message>
    <message>
        <source>Strip and settings</source>
        <translation>Tira y ajustes</translation>
    </message>
    <message>
        <source>Show or hide the panels beside the picture</source>
        <translation>Mostrar u ocultar lo que hay junto a la imagen</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Pantalla completa</translation>
    </message>
    <message>
        <source>Use the whole screen</source>
        <translation>Usar toda la pantalla</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Iniciar</translation>
    </message>
    <message>
        <source>Enlarge all waiting photos</source>
        <translation>Ampliar todas las fotos en espera</translation>
    </message>
    <message>
        <source>Start the selected photos</source>
        <translation>Iniciar las fotos seleccionadas</translation>
    </message>
    <message>
        <source>Enlarge the selected photos only</source>
        <translation>Ampliar solo las fotos seleccionadas</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Pause the work, or continue it</source>
        <translation>Detener el trabajo o continuarlo</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Stop; what is done is kept and can be continued</source>
        <translation>Detener; lo hecho se conserva y puede continuarse</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Mirar otra vez</translation>
    </message>
    <message>
        <source>Different fine detail, from another seed</source>
        <translation>Otros detalles finos, con otra semilla</translation>
    </message>
    <message>
        <source>Variants …</source>
        <translation>Variantes…</translation>
    </message>
    <message>
        <source>Other pictures that fit the photo, to choose from</source>
        <translation>Otras imágenes que encajan con lo visible, para elegir</translation>
    </message>
    <message>
        <source>Train a model of your own …</source>
        <translation>Entrenar un modelo propio…</translation>
    </message>
    <message>
        <source>Make a model for your kind of photos</source>
        <translation>Hacer un modelo para el tipo de fotos que tiene</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>All shortcuts on one sheet</source>
        <translation>Todas las teclas en una hoja</translation>
    </message>
    <message>
        <source>Open the log folder</source>
        <translation>Abrir la carpeta de registros</translation>
    </message>
    <message>
        <source>Where the program keeps its log</source>
        <translation>Donde el programa anota lo que hace</translation>
    </message>
    <message>
        <source>About RSD Studio</source>
        <translation>Acerca de RSD Studio</translation>
    </message>
    <message>
        <source>Versions, licences, this machine</source>
        <translation>Versiones, licencias, este equipo</translation>
    </message>
</context>
<context>
    <name>AdvancedPart</name>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
</context>
<context>
    <name>Assistant</name>
    <message>
        <source>The process that looks at the photos has ended. Try again.</source>
        <translation>El proceso que mira las fotos ha terminado. Inténtelo de nuevo.</translation>
    </message>
</context>
<context>
    <name>BlindTest</name>
    <message>
        <source>Blind test</source>
        <translation>Prueba a ciegas</translation>
    </message>
    <message>
        <source>Two results of one photo</source>
        <translation>Dos resultados de una foto</translation>
    </message>
    <message>
        <source>The left one (1)</source>
        <translation>La de la izquierda (1)</translation>
    </message>
    <message>
        <source>The right one (2)</source>
        <translation>La de la derecha (2)</translation>
    </message>
    <message>
        <source>No difference (0)</source>
        <translation>Ninguna diferencia (0)</translation>
    </message>
    <message>
        <source>You saw no difference.</source>
        <translation>No ha visto ninguna diferencia.</translation>
    </message>
    <message>
        <source>You chose your own model {0} of {1} times (95 % interval: {2} to {3} %).</source>
        <translation>Ha elegido el modelo propio {0} de {1} veces (intervalo del 95 %: {2} a {3} %).</translation>
    </message>
    <message>
        <source>That may be chance.</source>
        <translation>Puede ser casualidad.</translation>
    </message>
    <message>
        <source>Thank you.</source>
        <translation>Gracias.</translation>
    </message>
    <message>
        <source>Which is better? {0} of {1}</source>
        <translation>¿Cuál es mejor? {0} de {1}</translation>
    </message>
</context>
<context>
    <name>BrushBar</name>
    <message>
        <source>Faithful</source>
        <translation>Fiel</translation>
    </message>
    <message>
        <source>Only what is certain: for faces and text</source>
        <translation>Solo lo seguro: para rostros y texto</translation>
    </message>
    <message>
        <source>Realistic</source>
        <translation>Realista</translation>
    </message>
    <message>
        <source>With invented detail: for leaves, fur and fabric</source>
        <translation>Con detalle inventado: para hojas, pelo y telas</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>Variante</translation>
    </message>
    <message>
        <source>Another variant, as chosen with V</source>
        <translation>Otra variante, elegida con V</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>Removes the strokes it touches</source>
        <translation>Quita los trazos que toca</translation>
    </message>
    <message>
        <source>Size of the brush</source>
        <translation>Tamaño del pincel</translation>
    </message>
    <message>
        <source>Size of the brush ([ and ])</source>
        <translation>Tamaño del pincel ([ y ])</translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation>Quitar todas</translation>
    </message>
    <message>
        <source>Remove all strokes</source>
        <translation>Quitar todos los trazos</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Back to the picture (Esc)</source>
        <translation>Volver a la imagen (Esc)</translation>
    </message>
    <message>
        <source>This model always draws a full sample; this needs another model or a variant.</source>
        <translation>Este modelo siempre hace una muestra completa; hace falta otro, o una variante.</translation>
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
        <translation>Abra primero una foto.</translation>
    </message>
    <message>
        <source>The picture&apos;s record is full. Erase some strokes first.</source>
        <translation>No caben más trazos en el registro de una imagen. Borre antes algunos.</translation>
    </message>
</context>
<context>
    <name>Command</name>
    <message>
        <source>The command has failed.</source>
        <translation>El comando ha fallado.</translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>Photos that the training has never seen. Move the divider, or press Y to see both.</source>
        <translation>Fotos que el entrenamiento nunca ha visto. Mueva el divisor o pulse Y para ver ambas.</translation>
    </message>
    <message>
        <source>On the left</source>
        <translation>A la izquierda</translation>
    </message>
    <message>
        <source>On the right</source>
        <translation>A la derecha</translation>
    </message>
    <message>
        <source>Previous photo (PgUp)</source>
        <translation>Foto anterior (RePág)</translation>
    </message>
    <message>
        <source>Next photo (PgDown)</source>
        <translation>Foto siguiente (AvPág)</translation>
    </message>
    <message>
        <source>Compare again</source>
        <translation>Comparar de nuevo</translation>
    </message>
    <message>
        <source>With what it has learned since</source>
        <translation>Con lo aprendido desde entonces</translation>
    </message>
    <message>
        <source>Blind test …</source>
        <translation>Prueba a ciegas…</translation>
    </message>
    <message>
        <source>Which is better? Ten pairs without names</source>
        <translation>¿Cuál es mejor? Diez pares sin nombres</translation>
    </message>
    <message>
        <source>Enlarging photos that it has never seen …</source>
        <translation>Ampliando fotos que nunca ha visto…</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>dañada</translation>
    </message>
    <message>
        <source>bundled model</source>
        <translation>modelo incluido</translation>
    </message>
    <message>
        <source>your model</source>
        <translation>modelo propio</translation>
    </message>
    <message>
        <source>original</source>
        <translation>original</translation>
    </message>
    <message>
        <source>Measuring both …</source>
        <translation>Midiendo ambos…</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} de {1}</translation>
    </message>
    <message>
        <source>better</source>
        <translation>mejor</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>peor</translation>
    </message>
    <message>
        <source>alike</source>
        <translation>igual</translation>
    </message>
    <message>
        <source>LPIPS and DISTS say how different it looks to the eye, PSNR and SSIM how close it is pixel by pixel; “alike” means that the difference may be chance. Your own eyes decide.</source>
        <translation>LPIPS y DISTS dicen cuánto difiere a la vista, PSNR y SSIM cuánto se acerca píxel a píxel; «igual» significa que la diferencia puede ser casual. Deciden sus ojos.</translation>
    </message>
    <message>
        <source>These photos were trained on: the figures are too good.</source>
        <translation>Se ha entrenado con estas fotos: los valores son demasiado buenos.</translation>
    </message>
    <message>
        <source>Warning: the new model is not better. More time, more photos or other damage may help.</source>
        <translation>Atención: el modelo nuevo no es mejor. Más tiempo, más fotos u otros daños pueden ayudar.</translation>
    </message>
    <message>
        <source>The new model is better in {0} figures and worse in {1}.</source>
        <translation>El modelo nuevo es mejor en {0} valores y peor en {1}.</translation>
    </message>
    <message>
        <source>The new model is better in {0} of {1} figures.</source>
        <translation>El modelo nuevo es mejor en {0} de {1} valores.</translation>
    </message>
</context>
<context>
    <name>ComparePane</name>
    <message>
        <source>At this size the photo passes through the model twice. The result appears when you run it.</source>
        <translation>Con este tamaño la foto pasa dos veces por el modelo. El resultado se ve al ejecutarlo.</translation>
    </message>
    <message>
        <source>This model takes many seconds per part. Its result appears when you run it.</source>
        <translation>Este modelo tarda muchos segundos por parte. El resultado se ve al ejecutarlo.</translation>
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
        <translation>El modelo juzga lo dañada que está la foto</translation>
    </message>
    <message>
        <source>clean</source>
        <translation>limpia</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>dañada</translation>
    </message>
    <message>
        <source>Condition, from clean to damaged</source>
        <translation>Estado, de limpia a dañada</translation>
    </message>
    <message>
        <source>Clean: change little. Damaged: repair much.</source>
        <translation>Limpia: cambiar poco. Dañada: reparar mucho.</translation>
    </message>
</context>
<context>
    <name>DamagePage</name>
    <message>
        <source>Choose what your photos suffer from. What you see here is what the model will learn to undo.</source>
        <translation>Elija de qué sufren sus fotos. Lo que ve aquí es lo que aprenderá a deshacer.</translation>
    </message>
    <message>
        <source>A sample appears in a moment.</source>
        <translation>Enseguida aparece una muestra.</translation>
    </message>
    <message>
        <source>Condition shown</source>
        <translation>Estado mostrado</translation>
    </message>
    <message>
        <source>How often the damage is heavy</source>
        <translation>Con qué frecuencia grave</translation>
    </message>
    <message>
        <source>Left undamaged</source>
        <translation>Sin dañar</translation>
    </message>
    <message>
        <source>Blur up to</source>
        <translation>Desenfoque hasta</translation>
    </message>
    <message>
        <source>Noise up to</source>
        <translation>Ruido hasta</translation>
    </message>
    <message>
        <source>JPEG damage up to</source>
        <translation>Daño JPEG hasta</translation>
    </message>
    <message>
        <source>Another sample</source>
        <translation>Otra muestra</translation>
    </message>
    <message>
        <source>Another place and other random damage (R)</source>
        <translation>Otro lugar y otro daño al azar (R)</translation>
    </message>
    <message>
        <source>Another photo</source>
        <translation>Otra foto</translation>
    </message>
    <message>
        <source>The same on the next photo (P)</source>
        <translation>Lo mismo en la foto siguiente (P)</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>How strong, how often</source>
        <translation>Cuánto y con qué frecuencia</translation>
    </message>
    <message>
        <source>Measure it from bad photos …</source>
        <translation>Medirlo en fotos malas…</translation>
    </message>
    <message>
        <source>Drop a few photos as bad as yours here, or choose them</source>
        <translation>Suelte aquí unas fotos tan malas como las suyas, o elíjalas</translation>
    </message>
    <message>
        <source>clean</source>
        <translation>limpia</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>dañada</translation>
    </message>
    <message>
        <source>Measuring …</source>
        <translation>Midiendo…</translation>
    </message>
    <message>
        <source>Anything, including heavy damage</source>
        <translation>Todo, también grave</translation>
    </message>
    <message>
        <source>Camera or phone</source>
        <translation>Cámara o móvil</translation>
    </message>
    <message>
        <source>Old film and prints</source>
        <translation>Película y copias viejas</translation>
    </message>
    <message>
        <source>From the web</source>
        <translation>De la web</translation>
    </message>
    <message>
        <source>As I set or measure it</source>
        <translation>Ajustado o medido</translation>
    </message>
    <message>
        <source>your photo</source>
        <translation>su foto</translation>
    </message>
    <message>
        <source>as the model will see it</source>
        <translation>como la verá el modelo</translation>
    </message>
    <message>
        <source>Photos as bad as yours</source>
        <translation>Fotos tan malas como las suyas</translation>
    </message>
    <message numerus="yes">
        <source>Measured on %n photo(s): blur {0} to {1} px, noise {2} to {3} of 255, JPEG quality {4} to {5}.</source>
        <translation>
            <numerusform>Medido en %n foto: desenfoque {0} a {1} px, ruido {2} a {3} de 255, calidad JPEG {4} a {5}.</numerusform>
            <numerusform>Medido en %n fotos: desenfoque {0} a {1} px, ruido {2} a {3} de 255, calidad JPEG {4} a {5}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Document</name>
    <message>
        <source>change default models</source>
        <translation>cambiar los modelos predeterminados</translation>
    </message>
    <message numerus="yes">
        <source>add %n photo(s)</source>
        <translation>
            <numerusform>añadir %n foto</numerusform>
            <numerusform>añadir %n fotos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>remove %n photo(s)</source>
        <translation>
            <numerusform>quitar %n foto</numerusform>
            <numerusform>quitar %n fotos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>move %n photo(s)</source>
        <translation>
            <numerusform>mover %n foto</numerusform>
            <numerusform>mover %n fotos</numerusform>
        </translation>
    </message>
    <message>
        <source>apply settings to all</source>
        <translation>aplicar ajustes a todas</translation>
    </message>
    <message>
        <source>paint</source>
        <translation>pintar</translation>
    </message>
    <message>
        <source>erase</source>
        <translation>borrar</translation>
    </message>
    <message>
        <source>change settings</source>
        <translation>cambiar ajustes</translation>
    </message>
    <message numerus="yes">
        <source>change settings of %n photo(s)</source>
        <translation>
            <numerusform>cambiar ajustes de %n foto</numerusform>
            <numerusform>cambiar ajustes de %n fotos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DropOverlay</name>
    <message numerus="yes">
        <source>Drop to add %n file(s) or folder(s)</source>
        <translation>
            <numerusform>Suelte para añadir %n archivo o carpeta</numerusform>
            <numerusform>Suelte para añadir %n archivos o carpetas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EffortPage</name>
    <message>
        <source>How much time should it take? More is better, up to a point; you can stop early.</source>
        <translation>¿Cuánto tiempo tendrá? Más es mejor, hasta cierto punto; se puede parar antes.</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>Partir de</translation>
    </message>
    <message>
        <source>Use of the computer</source>
        <translation>Uso del ordenador</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Dispositivo</translation>
    </message>
    <message>
        <source>For experts</source>
        <translation>Para expertos</translation>
    </message>
    <message>
        <source>The bundled model (recommended)</source>
        <translation>El modelo incluido (recomendado)</translation>
    </message>
    <message>
        <source>Nothing: takes days, and thousands of photos</source>
        <translation>Desde cero: tarda días y necesita miles de fotos</translation>
    </message>
    <message>
        <source>What other programs leave idle</source>
        <translation>Lo que otros programas dejan libre</translation>
    </message>
    <message>
        <source>Half of the processor</source>
        <translation>La mitad del procesador</translation>
    </message>
    <message>
        <source>All of it</source>
        <translation>Entero</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Ahora</translation>
    </message>
    <message>
        <source>At night, from 22 to 7 o&apos;clock</source>
        <translation>De noche, de 22 a 7 horas</translation>
    </message>
    <message>
        <source>While on mains power</source>
        <translation>Solo con corriente</translation>
    </message>
    <message>
        <source>While nobody is using it, from 5 minutes after the last key</source>
        <translation>Mientras nadie lo usa, desde 5 minutos después de la última tecla</translation>
    </message>
    <message>
        <source>The fastest</source>
        <translation>El más rápido</translation>
    </message>
    <message>
        <source>Measuring how fast this computer is …</source>
        <translation>Midiendo la velocidad de este ordenador…</translation>
    </message>
    <message>
        <source>Measured on this computer ({0} cores). Needs about {1} of memory and up to {2} on the disk.</source>
        <translation>Medido en este ordenador ({0} núcleos). Necesita unos {1} de memoria y hasta {2} en el disco.</translation>
    </message>
    <message>
        <source>Quick try</source>
        <translation>Prueba rápida</translation>
    </message>
    <message>
        <source>shows where it is heading</source>
        <translation>muestra adónde va</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Bueno</translation>
    </message>
    <message>
        <source>for most purposes</source>
        <translation>para casi todo</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>El mejor</translation>
    </message>
    <message>
        <source>the last bit of quality</source>
        <translation>el último punto de calidad</translation>
    </message>
    <message>
        <source>about {0}</source>
        <translation>unos {0}</translation>
    </message>
</context>
<context>
    <name>EmptyPage</name>
    <message>
        <source>Drop photos or folders here</source>
        <translation>Suelte aquí fotos o carpetas</translation>
    </message>
    <message>
        <source>They are enlarged and restored on this computer. Nothing leaves it.</source>
        <translation>Se amplían y restauran en este ordenador. Nada sale de él.</translation>
    </message>
    <message>
        <source>Or paste a picture with Ctrl+V.</source>
        <translation>O pegue una imagen con Ctrl+V.</translation>
    </message>
    <message>
        <source>Open photos …</source>
        <translation>Abrir fotos…</translation>
    </message>
    <message>
        <source>Enlarge the sample photo</source>
        <translation>Ampliar la foto de ejemplo</translation>
    </message>
    <message>
        <source>Train a model on photos of your own …</source>
        <translation>Entrenar un modelo con sus fotos…</translation>
    </message>
</context>
<context>
    <name>ErrorBar</name>
    <message>
        <source>Error</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copiar detalles</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… y %n más</numerusform>
            <numerusform>… y %n más</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileForm</name>
    <message>
        <source>What it is</source>
        <translation>Qué es</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Omitir</translation>
    </message>
    <message>
        <source>Do not import this file</source>
        <translation>No importar este archivo</translation>
    </message>
    <message>
        <source>Left out: {0}</source>
        <translation>Omitido: {0}</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>Elija, por favor</translation>
    </message>
    <message>
        <source>The file does not say; the page you downloaded it from does</source>
        <translation>El archivo no lo dice; la página de donde procede, sí</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licencia</translation>
    </message>
    <message>
        <source>Stays attached to the model. The published ResShift, SinSR and RSD weights are non-commercial.</source>
        <translation>Se guarda en el modelo. Lo publicado por ResShift, SinSR y RSD es no comercial.</translation>
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
        <translation>Junto a cada foto</translation>
    </message>
    <message>
        <source>Results go beside each photo</source>
        <translation>Los resultados van junto a cada foto</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>Choose the folder for results</source>
        <translation>Elegir la carpeta de resultados</translation>
    </message>
    <message>
        <source>Folder for results</source>
        <translation>Carpeta de resultados</translation>
    </message>
</context>
<context>
    <name>Forecast</name>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>%n foto</numerusform>
            <numerusform>%n fotos</numerusform>
        </translation>
    </message>
    <message>
        <source>{0}: about {1}</source>
        <translation>{0}: unos {1}</translation>
    </message>
</context>
<context>
    <name>FormatControl</name>
    <message>
        <source>Quality</source>
        <translation>Calidad</translation>
    </message>
    <message>
        <source>Quality of JPEG and WebP, 1 to 100</source>
        <translation>Calidad de JPEG y WebP, de 1 a 100</translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ver</translation>
    </message>
    <message>
        <source>Enlarge</source>
        <translation>Ampliar</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>Abrir recientes</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Herramientas</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import models</source>
        <translation>Importar modelos</translation>
    </message>
    <message>
        <source>Progress of the import</source>
        <translation>Progreso de la importación</translation>
    </message>
    <message>
        <source>Add a file …</source>
        <translation>Añadir un archivo …</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importar</translation>
    </message>
    <message>
        <source>Checking and converting. The files themselves stay as they are.</source>
        <translation>Comprobando y convirtiendo. Los archivos quedan como están.</translation>
    </message>
    <message>
        <source>Looking at the files …</source>
        <translation>Examinando los archivos …</translation>
    </message>
    <message>
        <source>Nothing can be imported.</source>
        <translation>No hay nada que importar.</translation>
    </message>
    <message>
        <source>{0} needs its autoencoder: add autoencoder_vq_f4.pth as a second file, once for all models.</source>
        <translation>{0} necesita su autocodificador: añada autoencoder_vq_f4.pth como segundo archivo, una vez para todos los modelos.</translation>
    </message>
    <message>
        <source>Two models have the same name.</source>
        <translation>Dos modelos tienen el mismo nombre.</translation>
    </message>
    <message>
        <source>A model of this name exists already.</source>
        <translation>Ya hay un modelo con este nombre.</translation>
    </message>
    <message>
        <source>Say what each model is, and give it a name of letters, digits, dots and dashes.</source>
        <translation>Diga qué es cada modelo y dele un nombre de letras, cifras, puntos y guiones.</translation>
    </message>
    <message>
        <source>Nothing in a file is executed. The files themselves stay as they are.</source>
        <translation>No se ejecuta nada de un archivo. Los archivos quedan como están.</translation>
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
        <translation>Todos los archivos</translation>
    </message>
    <message>
        <source>Add photos</source>
        <translation>Añadir fotos</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>Añadir una carpeta</translation>
    </message>
    <message>
        <source>The clipboard holds neither a picture nor files.</source>
        <translation>El portapapeles no contiene ni imagen ni archivos.</translation>
    </message>
</context>
<context>
    <name>InstallPage</name>
    <message>
        <source>Once installed, it appears in the list of models and is chosen for the open photo.</source>
        <translation>Una vez instalado, está en la lista de modelos y elegido para la foto abierta.</translation>
    </message>
    <message>
        <source>Licence of the photos</source>
        <translation>Licencia de las fotos</translation>
    </message>
    <message>
        <source>Which state</source>
        <translation>Qué estado</translation>
    </message>
    <message>
        <source>The best on photos it has never seen</source>
        <translation>El mejor con fotos que nunca ha visto</translation>
    </message>
    <message>
        <source>The newest</source>
        <translation>El más reciente</translation>
    </message>
    <message>
        <source>Let it judge how damaged a photo is</source>
        <translation>Que juzgue lo dañada que está una foto</translation>
    </message>
    <message>
        <source>Auto then fits each photo. Learning it takes some minutes.</source>
        <translation>«Automático» se ajusta entonces a cada foto. Aprenderlo tarda unos minutos.</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>Instalar</translation>
    </message>
    <message>
        <source>Add it to the model library</source>
        <translation>Ponerlo en la biblioteca de modelos</translation>
    </message>
    <message>
        <source>Save as a file …</source>
        <translation>Guardar como archivo…</translation>
    </message>
    <message>
        <source>One file that others can import</source>
        <translation>Un archivo que otros pueden importar</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Nothing is installed or written</source>
        <translation>No se instala ni se escribe nada</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Descripción</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Autor</translation>
    </message>
    <message>
        <source>My model</source>
        <translation>Mi modelo</translation>
    </message>
    <message>
        <source>For photos like those in {0}.</source>
        <translation>Para fotos como las de {0}.</translation>
    </message>
    <message>
        <source>Save as a file</source>
        <translation>Guardar como archivo</translation>
    </message>
    <message>
        <source>Writing the model …</source>
        <translation>Escribiendo el modelo…</translation>
    </message>
    <message>
        <source>Learning to judge damage: {0} %</source>
        <translation>Aprende a juzgar los daños: {0} %</translation>
    </message>
    <message>
        <source>Installed as {0}. It is chosen for the open photo.</source>
        <translation>Instalado como {0}. Está elegido para la foto abierta.</translation>
    </message>
    <message>
        <source>Written to {0}</source>
        <translation>Escrito en {0}</translation>
    </message>
    <message>
        <source>Auto treats all photos alike: judging each one did not improve yours.</source>
        <translation>«Automático» trata todas las fotos por igual: juzgar cada una no mejoró las suyas.</translation>
    </message>
</context>
<context>
    <name>KindRow</name>
    <message>
        <source>Default for</source>
        <translation>Predeterminado para</translation>
    </message>
    <message>
        <source>Default for: {0}</source>
        <translation>Predeterminado para: {0}</translation>
    </message>
    <message>
        <source>The bundled model serves every kind that has no other</source>
        <translation>El modelo incluido con el programa vale para cada tipo que no tenga otro</translation>
    </message>
    <message>
        <source>Photos of this kind are enlarged with this model, unless another is chosen for them</source>
        <translation>Las fotos de este tipo se amplían con este modelo, salvo que se elija otro para ellas</translation>
    </message>
    <message>
        <source>Not in effect: {0} is chosen for all photos. To follow it, choose By kind in the list of models.</source>
        <translation>Ahora sin efecto: {0} está elegido para todas las fotos. En los ajustes, elija «Según el tipo» en la lista de modelos.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>%n file(s) are in the queue already</source>
        <translation>
            <numerusform>%n archivo ya está en la lista</numerusform>
            <numerusform>%n archivos ya están en la lista</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n result(s) of earlier runs were left out; drop one by itself to add it</source>
        <translation>
            <numerusform>Se omitió %n resultado de ejecuciones anteriores; suéltelo por separado para añadirlo</numerusform>
            <numerusform>Se omitieron %n resultados de ejecuciones anteriores; suelte uno por separado para añadirlo</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} in {1}</source>
        <translation>{0} en {1}</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) failed</source>
        <translation>
            <numerusform>%n foto ha fallado</numerusform>
            <numerusform>%n fotos han fallado</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped. Start continues from there.</source>
        <translation>Detenido. Iniciar continúa donde estaba.</translation>
    </message>
    <message>
        <source>The language changes at the next start.</source>
        <translation>El idioma cambiará en el próximo inicio.</translation>
    </message>
</context>
<context>
    <name>ModelBox</name>
    <message>
        <source>By kind: {0}</source>
        <translation>Según el tipo: {0}</translation>
    </message>
    <message>
        <source>Chosen for black and white photos</source>
        <translation>Elegido para fotos en blanco y negro</translation>
    </message>
    <message>
        <source>Chosen for colour photos</source>
        <translation>Elegido para fotos en color</translation>
    </message>
    <message>
        <source>Chosen by the kind of each photo</source>
        <translation>Elegido según el tipo de cada foto</translation>
    </message>
</context>
<context>
    <name>ModelComparison</name>
    <message>
        <source>Compare models</source>
        <translation>Comparar modelos</translation>
    </message>
    <message>
        <source>Plain enlargement (bicubic)</source>
        <translation>Ampliado simplemente (bicúbico)</translation>
    </message>
    <message>
        <source>Result of model {0}</source>
        <translation>Resultado del modelo {0}</translation>
    </message>
    <message>
        <source>Model {0}</source>
        <translation>Modelo {0}</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>Ningún modelo</translation>
    </message>
    <message>
        <source>{0}: {1} × {2} pixels of what you see, enlarged {3} times</source>
        <translation>{0}: {1} × {2} píxeles de lo que ve, ampliados {3} veces</translation>
    </message>
    <message>
        <source>Computing …</source>
        <translation>Calculando …</translation>
    </message>
</context>
<context>
    <name>ModelControl</name>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>See, import and remove models</source>
        <translation>Ver, importar y quitar modelos</translation>
    </message>
    <message>
        <source>At this size: {0}</source>
        <translation>A este tamaño: {0}</translation>
    </message>
</context>
<context>
    <name>ModelManager</name>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>Installed models</source>
        <translation>Modelos instalados</translation>
    </message>
    <message>
        <source>Card of the model</source>
        <translation>Ficha del modelo</translation>
    </message>
    <message>
        <source>Use for all photos</source>
        <translation>Usar para todas las fotos</translation>
    </message>
    <message>
        <source>Train further …</source>
        <translation>Seguir entrenando …</translation>
    </message>
    <message>
        <source>Teach it your own photos: a training that starts from this model</source>
        <translation>Enseñarle sus propias fotos: un entrenamiento que parte de este modelo</translation>
    </message>
    <message>
        <source>Compare on this view …</source>
        <translation>Comparar en esta vista …</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Mostrar en la carpeta</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Restore the removed model</source>
        <translation>Recuperar el modelo quitado</translation>
    </message>
    <message>
        <source>Import …</source>
        <translation>Importar …</translation>
    </message>
    <message>
        <source>ResShift, SinSR and RSD files, and models of this program</source>
        <translation>Archivos de ResShift, SinSR y RSD, y modelos de este programa</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>dañado</translation>
    </message>
    <message>
        <source>a teacher, for training</source>
        <translation>un profesor, para entrenar</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>en uso</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>On disk</source>
        <translation>En disco</translation>
    </message>
    <message>
        <source>Open a photo first: models are compared on the part of it that you see</source>
        <translation>Abra primero una foto: los modelos se comparan en la parte que ve de ella</translation>
    </message>
    <message>
        <source>Up to three models can be compared</source>
        <translation>Se comparan hasta tres modelos</translation>
    </message>
    <message>
        <source>What you see of the photo, as up to three models enlarge it; select several in the list</source>
        <translation>Lo que ve de la foto, ampliado por hasta tres modelos; seleccione varios en la lista</translation>
    </message>
    <message>
        <source>{0} is removed: {1}.</source>
        <translation>{0} se ha quitado: {1}.</translation>
    </message>
</context>
<context>
    <name>NameControl</name>
    <message>
        <source>Name of the result, from: {0}</source>
        <translation>Nombre del resultado, a partir de: {0}</translation>
    </message>
    <message>
        <source>This does not make a name. Use {0}</source>
        <translation>Eso no da un nombre. Use {0}</translation>
    </message>
</context>
<context>
    <name>NameLabel</name>
    <message>
        <source>Double click: back to the default</source>
        <translation>Doble clic: volver al valor predeterminado</translation>
    </message>
</context>
<context>
    <name>NoticeBars</name>
    <message numerus="yes">
        <source>%n file(s) could not be added:</source>
        <translation>
            <numerusform>%n archivo no se pudo añadir:</numerusform>
            <numerusform>%n archivos no se pudieron añadir:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) were still to be enlarged when the program ended.</source>
        <translation>
            <numerusform>Quedaba %n foto por ampliar cuando el programa terminó.</numerusform>
            <numerusform>Quedaban %n fotos por ampliar cuando el programa terminó.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Notifier</name>
    <message numerus="yes">
        <source>%n photo(s) enlarged</source>
        <translation>
            <numerusform>%n foto ampliada</numerusform>
            <numerusform>%n fotos ampliadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n fallida</numerusform>
            <numerusform>%n fallidas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OfferBar</name>
    <message>
        <source>Continue</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
</context>
<context>
    <name>PaintLayer</name>
    <message>
        <source>Painted parts</source>
        <translation>Partes pintadas</translation>
    </message>
</context>
<context>
    <name>PhotoGrid</name>
    <message>
        <source>Photos to learn from</source>
        <translation>Fotos para aprender</translation>
    </message>
</context>
<context>
    <name>PhotosPage</name>
    <message>
        <source>Choose sharp, clean photos of the kind that the model is for. It learns to restore damaged ones to that quality. The photos stay where they are, and nothing leaves this computer.</source>
        <translation>Elija fotos nítidas y limpias del tipo para el que será el modelo. Aprende a devolver las dañadas a esa calidad. Las fotos se quedan donde están y nada sale de este ordenador.</translation>
    </message>
    <message>
        <source>Drop folders of photos here</source>
        <translation>Suelte aquí carpetas de fotos</translation>
    </message>
    <message>
        <source>Add a folder …</source>
        <translation>Añadir una carpeta…</translation>
    </message>
    <message>
        <source>Also by dropping or pasting it</source>
        <translation>También soltándola o pegándola</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Empezar de nuevo</translation>
    </message>
    <message>
        <source>Forget the folders; no file is changed</source>
        <translation>Olvidar las carpetas; no se cambia ningún archivo</translation>
    </message>
    <message>
        <source>Add a folder of photos</source>
        <translation>Añadir una carpeta de fotos</translation>
    </message>
    <message>
        <source>{0} of {1} photos looked at</source>
        <translation>{0} de {1} fotos miradas</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>ilegible</translation>
    </message>
    <message>
        <source>too small</source>
        <translation>demasiado pequeña</translation>
    </message>
    <message>
        <source>duplicate</source>
        <translation>duplicada</translation>
    </message>
    <message>
        <source>near duplicate</source>
        <translation>casi duplicada</translation>
    </message>
    <message>
        <source>blurred</source>
        <translation>borrosa</translation>
    </message>
    <message>
        <source>was enlarged</source>
        <translation>fue ampliada</translation>
    </message>
    <message>
        <source>strongly compressed</source>
        <translation>muy comprimida</translation>
    </message>
    <message>
        <source>noisy</source>
        <translation>con ruido</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>descartada</translation>
    </message>
    <message>
        <source>pair does not fit</source>
        <translation>el par no encaja</translation>
    </message>
    <message>
        <source>held out</source>
        <translation>apartada</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) to learn from</source>
        <translation>
            <numerusform>%n foto para aprender</numerusform>
            <numerusform>%n fotos para aprender</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n held out as a test</source>
        <translation>
            <numerusform>%n apartada como prueba</numerusform>
            <numerusform>%n apartadas como prueba</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n descartada</numerusform>
            <numerusform>%n descartadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n true pair(s)</source>
        <translation>
            <numerusform>%n par auténtico</numerusform>
            <numerusform>%n pares auténticos</numerusform>
        </translation>
    </message>
    <message>
        <source>None of these can be used. Point at a photo to see why; click a flawed one to use it anyway.</source>
        <translation>Ninguna sirve. Señale una foto para leer por qué; un clic admite una defectuosa.</translation>
    </message>
    <message>
        <source>Too few: a model would memorise these pictures. Add more of the same kind.</source>
        <translation>Demasiado pocas: un modelo se las aprendería de memoria. Añada más del mismo tipo.</translation>
    </message>
    <message>
        <source>Enough to train, too few to hold some out: quality on unseen photos will not be measured.</source>
        <translation>Bastan para entrenar, pero son pocas para apartar algunas: no se sabrá lo bueno que es el modelo.</translation>
    </message>
    <message>
        <source>Enough. From about 100 photos on, a model learns more than just these scenes.</source>
        <translation>Suficientes. A partir de unas 100 fotos, un modelo aprende más que estas escenas.</translation>
    </message>
    <message>
        <source>Enough.</source>
        <translation>Suficientes.</translation>
    </message>
</context>
<context>
    <name>PictureWidget</name>
    <message>
        <source>Before and after</source>
        <translation>Antes y después</translation>
    </message>
    <message>
        <source>Arrow keys move the divider, with Ctrl the picture; plus and minus zoom, backslash flips.</source>
        <translation>Las flechas mueven el divisor, con Ctrl la imagen; más y menos hacen zoom, la barra invertida alterna.</translation>
    </message>
    <message>
        <source>before</source>
        <translation>antes</translation>
    </message>
    <message>
        <source>after</source>
        <translation>después</translation>
    </message>
</context>
<context>
    <name>QueueModel</name>
    <message>
        <source>being read</source>
        <translation>leyéndose</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en espera</translation>
    </message>
    <message>
        <source>{0} % done</source>
        <translation>{0} % hecho</translation>
    </message>
    <message>
        <source>stopped, can be resumed</source>
        <translation>detenida, se puede continuar</translation>
    </message>
    <message>
        <source>done</source>
        <translation>hecha</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fallida</translation>
    </message>
    <message>
        <source>has settings of its own</source>
        <translation>tiene ajustes propios</translation>
    </message>
</context>
<context>
    <name>ResultActions</name>
    <message>
        <source>{0} is on the clipboard.</source>
        <translation>{0} está en el portapapeles.</translation>
    </message>
    <message>
        <source>Save the result as</source>
        <translation>Guardar el resultado como</translation>
    </message>
    <message>
        <source>Saved as {0}.</source>
        <translation>Guardado como {0}.</translation>
    </message>
</context>
<context>
    <name>ScopeBar</name>
    <message>
        <source>All photos</source>
        <translation>Todas</translation>
    </message>
    <message>
        <source>This photo</source>
        <translation>Esta foto</translation>
    </message>
    <message>
        <source>Settings apply to all photos without settings of their own</source>
        <translation>Los ajustes valen para todas las fotos sin ajustes propios</translation>
    </message>
    <message>
        <source>The selected photos have settings of their own</source>
        <translation>Las fotos seleccionadas tienen ajustes propios</translation>
    </message>
    <message>
        <source>Apply to all</source>
        <translation>Aplicar a todas</translation>
    </message>
    <message>
        <source>Apply these settings to all photos</source>
        <translation>Aplicar estos ajustes a todas las fotos</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>Preajustes</translation>
    </message>
    <message>
        <source>Use or save presets</source>
        <translation>Usar o guardar preajustes</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n seleccionada</numerusform>
            <numerusform>%n seleccionadas</numerusform>
        </translation>
    </message>
    <message>
        <source>Save as a preset …</source>
        <translation>Guardar como preajuste…</translation>
    </message>
    <message>
        <source>Remove a preset</source>
        <translation>Quitar un preajuste</translation>
    </message>
</context>
<context>
    <name>SeedControl</name>
    <message>
        <source>Look again: different fine detail, from another seed (R)</source>
        <translation>Mirar otra vez: otros detalles finos, con otra semilla (R)</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Mirar otra vez</translation>
    </message>
</context>
<context>
    <name>SettingsController</name>
    <message>
        <source>All photos have these settings now.</source>
        <translation>Todas las fotos tienen ahora estos ajustes.</translation>
    </message>
    <message>
        <source>Save as a preset</source>
        <translation>Guardar como preajuste</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
</context>
<context>
    <name>SettingsPanel</name>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papel</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Avanzado</translation>
    </message>
    <message>
        <source>Names, metadata, precision, memory</source>
        <translation>Nombres, metadatos, precisión, memoria</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>Zoom at the pointer</source>
        <translation>Zoom en el puntero</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>Rueda</translation>
    </message>
    <message>
        <source>Move the picture</source>
        <translation>Mover la imagen</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>Arrastrar</translation>
    </message>
    <message>
        <source>Fit or 100 %</source>
        <translation>Ajustar o 100 %</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>Doble clic</translation>
    </message>
    <message>
        <source>Move the divider</source>
        <translation>Mover el divisor</translation>
    </message>
    <message>
        <source>Left, Right; with Shift faster</source>
        <translation>Izquierda, Derecha; con Mayús más rápido</translation>
    </message>
    <message>
        <source>Back to the default</source>
        <translation>Volver al valor predeterminado</translation>
    </message>
    <message>
        <source>Double click on a setting&apos;s name</source>
        <translation>Doble clic en el nombre de un ajuste</translation>
    </message>
    <message>
        <source>Picture and settings</source>
        <translation>Imagen y ajustes</translation>
    </message>
</context>
<context>
    <name>SizeControl</name>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papel</translation>
    </message>
    <message>
        <source>Size of the result</source>
        <translation>Tamaño del resultado</translation>
    </message>
    <message>
        <source>A paper size, or sides such as 40x30cm, 40cm or 12x8in</source>
        <translation>Un formato de papel, o lados como 40x30cm, 40cm o 12x8in</translation>
    </message>
    <message>
        <source>Resolution of the print</source>
        <translation>Resolución de la impresión</translation>
    </message>
    <message>
        <source>×1, restore only</source>
        <translation>×1, solo restaurar</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Anchura</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Altura</translation>
    </message>
    <message>
        <source>Long side</source>
        <translation>Lado largo</translation>
    </message>
    <message>
        <source>Short side</source>
        <translation>Lado corto</translation>
    </message>
    <message>
        <source>Megapixels</source>
        <translation>Megapíxeles</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Impresión</translation>
    </message>
    <message>
        <source>{0} → {1}
about {2}</source>
        <translation>{0} → {1}
unos {2}</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Trainings on this computer. Open one to look at it, continue it or install its model.</source>
        <translation>Entrenamientos en este ordenador. Abra uno para verlo, seguir con él o instalar su modelo.</translation>
    </message>
    <message>
        <source>Trainings</source>
        <translation>Entrenamientos</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Show this training</source>
        <translation>Mostrar este entrenamiento</translation>
    </message>
    <message>
        <source>New training</source>
        <translation>Nuevo entrenamiento</translation>
    </message>
    <message>
        <source>Choose photos for another model</source>
        <translation>Elegir fotos para otro modelo</translation>
    </message>
    <message>
        <source>training now</source>
        <translation>entrenando ahora</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>terminado</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>parado</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Starting the engine …</source>
        <translation>Iniciando el motor…</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>Size and zoom</source>
        <translation>Tamaño y zoom</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} de {1}</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pausa</translation>
    </message>
    <message>
        <source>starting …</source>
        <translation>iniciando…</translation>
    </message>
    <message>
        <source>{0} left</source>
        <translation>quedan {0}</translation>
    </message>
</context>
<context>
    <name>StopQuestion</name>
    <message>
        <source>Photos are being enlarged. Stop and close?</source>
        <translation>Se están ampliando fotos. ¿Detener y cerrar?</translation>
    </message>
    <message>
        <source>What is computed is kept; the next start continues with it.</source>
        <translation>Lo calculado se conserva; el próximo inicio continúa desde ahí.</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>Detener y cerrar</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Samples appear with the first checkpoint.</source>
        <translation>Las muestras aparecen con el primer punto guardado.</translation>
    </message>
    <message>
        <source>Moment of the training</source>
        <translation>Momento del entrenamiento</translation>
    </message>
    <message>
        <source>Back and forth through the training</source>
        <translation>Adelante y atrás por el entrenamiento</translation>
    </message>
    <message>
        <source>Which of the held-out crops</source>
        <translation>Cuál de los recortes apartados</translation>
    </message>
    <message>
        <source>Sample {0}</source>
        <translation>Muestra {0}</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>dañada</translation>
    </message>
    <message>
        <source>bundled model</source>
        <translation>modelo incluido</translation>
    </message>
    <message>
        <source>step {0}</source>
        <translation>paso {0}</translation>
    </message>
    <message>
        <source>original</source>
        <translation>original</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} de {1}</translation>
    </message>
</context>
<context>
    <name>TrainPage</name>
    <message>
        <source>It continues when this window is closed. Reopen the window to follow it again.</source>
        <translation>Sigue cuando se cierra esta ventana. Al abrirla de nuevo, lo encuentra donde esté.</translation>
    </message>
    <message>
        <source>Current activity</source>
        <translation>Lo que se está haciendo</translation>
    </message>
    <message>
        <source>Perceptual difference (LPIPS) ↓</source>
        <translation>Diferencia para el ojo (LPIPS) ↓</translation>
    </message>
    <message>
        <source>Fidelity (PSNR, dB) ↑</source>
        <translation>Fidelidad (PSNR, dB) ↑</translation>
    </message>
    <message>
        <source>Loss ↓</source>
        <translation>Pérdida ↓</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Save and wait; nothing is lost (Ctrl+P)</source>
        <translation>Guardar y esperar; no se pierde nada (Ctrl+P)</translation>
    </message>
    <message>
        <source>Save now</source>
        <translation>Guardar ahora</translation>
    </message>
    <message>
        <source>Write a checkpoint and new samples now</source>
        <translation>Escribir ahora un punto guardado y muestras nuevas</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Stop and use what there is; you can continue later</source>
        <translation>Parar y usar lo que hay; se puede seguir más tarde</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Finished.</source>
        <translation>Terminado.</translation>
    </message>
    <message>
        <source>Stopped. Nothing is lost: continue from here, or use what there is.</source>
        <translation>Parado. No se pierde nada: sigue donde estaba, o usa lo que hay.</translation>
    </message>
    <message>
        <source>Not started yet.</source>
        <translation>Aún no ha empezado.</translation>
    </message>
    <message>
        <source>Stopping: saving what it has learned …</source>
        <translation>Parando: se guarda lo aprendido…</translation>
    </message>
    <message>
        <source>Paused.</source>
        <translation>En pausa.</translation>
    </message>
    <message>
        <source>Preparing the photos …</source>
        <translation>Preparando las fotos…</translation>
    </message>
    <message>
        <source>Making pairs of good and damaged pictures, and measuring where it starts …</source>
        <translation>Hace pares de imágenes buenas y dañadas y mide el punto de partida…</translation>
    </message>
    <message>
        <source>Phase 1 of 2: learning the damage, and how to undo it in many steps</source>
        <translation>Fase 1 de 2: aprende los daños y cómo deshacerlos en muchos pasos</translation>
    </message>
    <message>
        <source>Phase 2 of 2: learning to do it in one step</source>
        <translation>Fase 2 de 2: aprende a hacerlo en un solo paso</translation>
    </message>
    <message>
        <source>Learning your photos and their damage</source>
        <translation>Aprende sus fotos y sus daños</translation>
    </message>
    <message>
        <source>{0}. {1} left</source>
        <translation>{0}. Quedan {1}</translation>
    </message>
    <message>
        <source>Still improving on photos it has never seen.</source>
        <translation>Sigue mejorando con fotos que nunca ha visto.</translation>
    </message>
    <message>
        <source>Levelling off: you can stop, more time brings little.</source>
        <translation>Se estabiliza: puede parar, más tiempo aporta poco.</translation>
    </message>
    <message>
        <source>Not better yet than at the start on photos it has never seen.</source>
        <translation>Aún no mejor que al principio con fotos que nunca ha visto.</translation>
    </message>
    <message>
        <source>Too early to say how well it goes.</source>
        <translation>Demasiado pronto para decir cómo va.</translation>
    </message>
</context>
<context>
    <name>TrainWizard</name>
    <message>
        <source>A model of your own</source>
        <translation>Un modelo propio</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>Damage</source>
        <translation>Daños</translation>
    </message>
    <message>
        <source>Effort</source>
        <translation>Esfuerzo</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Entrenar</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>Instalar</translation>
    </message>
    <message>
        <source>All trainings</source>
        <translation>Todos los entrenamientos</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Waiting for the night.</source>
        <translation>Espera la noche.</translation>
    </message>
    <message>
        <source>Waiting for mains power.</source>
        <translation>Espera la corriente.</translation>
    </message>
    <message>
        <source>Waiting until nobody is using the computer.</source>
        <translation>Espera a que nadie use el ordenador.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>Empezar el entrenamiento</translation>
    </message>
</context>
<context>
    <name>TrustBar</name>
    <message>
        <source>On average, in levels of 255: the standard deviation over the seeds</source>
        <translation>En promedio, en niveles de 255: la desviación típica entre las semillas</translation>
    </message>
    <message>
        <source>Strength of the colour</source>
        <translation>Intensidad del color</translation>
    </message>
    <message>
        <source>How strong the colour is</source>
        <translation>Qué fuerza tiene el color</translation>
    </message>
    <message>
        <source>Hide the colour</source>
        <translation>Ocultar el color</translation>
    </message>
    <message>
        <source>Hide the colour (T or Esc)</source>
        <translation>Ocultar el color (T o Esc)</translation>
    </message>
    <message>
        <source>From the same in all seeds to invented</source>
        <translation>De igual en todas las semillas a inventado</translation>
    </message>
    <message>
        <source>the same in all seeds</source>
        <translation>igual en todas las semillas</translation>
    </message>
    <message>
        <source>invented here; other details fit as well</source>
        <translation>inventado aquí; otros detalles también encajan</translation>
    </message>
    <message>
        <source>Error to expect in view: {0} of 255, {1} % likely invented</source>
        <translation>Error esperable a la vista: {0} de 255, {1} % probablemente inventado</translation>
    </message>
    <message>
        <source>In view: {0} of 255, {1} % likely invented</source>
        <translation>A la vista: {0} de 255, {1} % probablemente inventado</translation>
    </message>
    <message>
        <source>Waiting for the preview …</source>
        <translation>Esperando la vista previa …</translation>
    </message>
    <message>
        <source>Computing other seeds: {0} of {1}</source>
        <translation>Calculando otras semillas: {0} de {1}</translation>
    </message>
    <message>
        <source>Seeds take long here, so they are compared only on request. Variants (V) compares a part.</source>
        <translation>Aquí las semillas tardan mucho y no se comparan sin pedirlo. Variantes (V) compara una parte.</translation>
    </message>
    <message>
        <source>seeds agree</source>
        <translation>las semillas coinciden</translation>
    </message>
    <message>
        <source>details differ</source>
        <translation>los detalles difieren</translation>
    </message>
    <message>
        <source>likely invented</source>
        <translation>probablemente inventado</translation>
    </message>
    <message>
        <source>Here: error of about {0} of 255, {1}</source>
        <translation>Aquí: error de unos {0} de 255, {1}</translation>
    </message>
    <message>
        <source>Here: {0} of 255, {1}</source>
        <translation>Aquí: {0} de 255, {1}</translation>
    </message>
    <message>
        <source>Agreement between seeds proves nothing: all of them may be wrong.</source>
        <translation>Donde las semillas coinciden, eso no es prueba: todas pueden equivocarse.</translation>
    </message>
    <message>
        <source>Only what is outlined is compared; zoom in for the rest.</source>
        <translation>Solo se compara lo enmarcado; acérquese para ver el resto.</translation>
    </message>
</context>
<context>
    <name>VariantController</name>
    <message>
        <source>Open a photo first.</source>
        <translation>Abra primero una foto.</translation>
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
        <translation>La variante que se mira</translation>
    </message>
    <message>
        <source>Seed {0}</source>
        <translation>Semilla {0}</translation>
    </message>
    <message>
        <source>Variant {0}, seed {1}</source>
        <translation>Variante {0}, semilla {1}</translation>
    </message>
    <message>
        <source>Look at this variant ({0})</source>
        <translation>Ver esta variante ({0})</translation>
    </message>
    <message>
        <source>Show where they &amp;differ</source>
        <translation>Mostrar dónde &amp;difieren</translation>
    </message>
    <message>
        <source>Colours what other seeds would have drawn differently (T)</source>
        <translation>Un color sobre lo que otras semillas habrían hecho distinto (T)</translation>
    </message>
    <message>
        <source>Strength of the colour</source>
        <translation>Intensidad del color</translation>
    </message>
    <message>
        <source>How strong the colour is</source>
        <translation>Qué fuerza tiene el color</translation>
    </message>
    <message>
        <source>Computing …</source>
        <translation>Calculando …</translation>
    </message>
    <message>
        <source>{0}: {1} × {2} pixels of what you see. Where detail was lost, several pictures fit.</source>
        <translation>{0}: {1} × {2} píxeles de lo que ve. Donde se perdió el detalle, encajan varias imágenes.</translation>
    </message>
    <message>
        <source>the same in all</source>
        <translation>igual en todas</translation>
    </message>
    <message>
        <source>invented here; other details fit as well</source>
        <translation>inventado aquí; otros detalles también encajan</translation>
    </message>
    <message>
        <source>From the same in all to invented</source>
        <translation>De igual en todas a inventado</translation>
    </message>
    <message>
        <source>Use this one</source>
        <translation>Usar esta</translation>
    </message>
    <message>
        <source>The whole picture gets the seed of this variant (Enter)</source>
        <translation>Toda la imagen recibe la semilla de esta variante (Intro)</translation>
    </message>
    <message>
        <source>Paint with it</source>
        <translation>Pintar con ella</translation>
    </message>
    <message>
        <source>Paint the part of the picture that gets this variant</source>
        <translation>La parte de la imagen que pinte recibe esta variante</translation>
    </message>
    <message>
        <source>The variants differ by {0} of 255 levels on average, and clearly on {1} % of what you see. Agreement proves nothing, though.</source>
        <translation>Las variantes difieren en promedio {0} de 255 niveles, y claramente en el {1} % de lo visible. Donde coinciden, eso no es prueba.</translation>
    </message>
</context>
<context>
    <name>WatchController</name>
    <message>
        <source>enlarged</source>
        <translation>ampliadas</translation>
    </message>
    <message>
        <source>Watching {0}: new photos are enlarged into {1}.</source>
        <translation>Se vigila {0}: las fotos que llegan se amplían en {1}.</translation>
    </message>
    <message>
        <source>{0} is no longer watched.</source>
        <translation>Ya no se vigila {0}.</translation>
    </message>
    <message>
        <source>Folder to watch</source>
        <translation>Carpeta que se vigila</translation>
    </message>
</context>
<context>
    <name>models</name>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Todos los archivos</translation>
    </message>
    <message>
        <source>Import models</source>
        <translation>Importar modelos</translation>
    </message>
    <message>
        <source>{0}, one step</source>
        <translation>{0}, un paso</translation>
    </message>
    <message>
        <source>{0}, {1} steps</source>
        <translation>{0}, {1} pasos</translation>
    </message>
    <message>
        <source>Came with the program</source>
        <translation>Incluidos en el programa</translation>
    </message>
    <message>
        <source>Trained with this program</source>
        <translation>Entrenados con este programa</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Importados</translation>
    </message>
    <message>
        <source>Colour photos</source>
        <translation>Fotos en color</translation>
    </message>
    <message>
        <source>Black and white photos</source>
        <translation>Fotos en blanco y negro</translation>
    </message>
    <message>
        <source>A model of this program: {0}</source>
        <translation>Un modelo de este programa: {0}</translation>
    </message>
    <message>
        <source>Autoencoder, {0} million parameters; stored once, for all models that use it</source>
        <translation>Autocodificador, {0} millones de parámetros; se guarda una vez para todos los modelos que lo usan</translation>
    </message>
    <message>
        <source>Network of a student with a noise input, {0} million parameters</source>
        <translation>Red de un alumno con entrada de ruido, {0} millones de parámetros</translation>
    </message>
    <message>
        <source>Network of a teacher or student, {0} million parameters</source>
        <translation>Red de un profesor o alumno, {0} millones de parámetros</translation>
    </message>
    <message>
        <source>Your models take {0}; {1} are free.</source>
        <translation>Sus modelos ocupan {0}; quedan {1} libres.</translation>
    </message>
    <message>
        <source>Shared autoencoders: {0}.</source>
        <translation>Autocodificadores compartidos: {0}.</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Para</translation>
    </message>
    <message>
        <source>Enlarges</source>
        <translation>Amplía</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licencia</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Autor</translation>
    </message>
    <message>
        <source>Made on</source>
        <translation>Creado el</translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation>Entrenado con</translation>
    </message>
    <message>
        <source>Licence of the photos</source>
        <translation>Licencia de las fotos</translation>
    </message>
</context>
<context>
    <name>notices</name>
    <message>
        <source>It had started to get worse: it continues from step {0}, more carefully.</source>
        <translation>Había empezado a empeorar: sigue desde el paso {0}, con más cuidado.</translation>
    </message>
    <message>
        <source>{0} photos are few: from about {1} on, a model learns more than just these scenes.</source>
        <translation>{0} fotos son pocas: a partir de unas {1}, un modelo aprende más que estas escenas.</translation>
    </message>
    <message>
        <source>Too few photos to hold any out: quality on unseen photos will not be measured.</source>
        <translation>No se pudo reservar ninguna foto: no se sabrá cómo de bueno es el modelo con otras fotos.</translation>
    </message>
    <message>
        <source>Most photos are flawed: a model never gets better than the photos it learns from.</source>
        <translation>La mayoría de las fotos tienen defectos: un modelo nunca supera lo que se le muestra como bueno.</translation>
    </message>
    <message>
        <source>Most photos are black and white: the model will not know colours.</source>
        <translation>La mayoría de las fotos son en blanco y negro: el modelo no conocerá los colores.</translation>
    </message>
    <message>
        <source>The photos have several colour profiles. That is harmless.</source>
        <translation>Las fotos tienen varios perfiles de color. No importa.</translation>
    </message>
    <message>
        <source>{0} of {1} files are left out; the first step shows why.</source>
        <translation>Se dejan fuera {0} de {1} archivos; el primer paso muestra por qué.</translation>
    </message>
    <message>
        <source>Files of this training are gone ({0}); it continues without them.</source>
        <translation>Faltan archivos de este entrenamiento ({0}); sigue sin ellos.</translation>
    </message>
    <message>
        <source>This kind of model is meant for a graphics card: here a step takes many minutes.</source>
        <translation>Este tipo de modelo está pensado para una tarjeta gráfica: aquí un paso tarda muchos minutos.</translation>
    </message>
    <message>
        <source>One of its metrics (LPIPS-VGG) is not installed; it trains without it. To fetch it: {0}</source>
        <translation>Una de sus medidas (LPIPS-VGG) no está instalada; entrena sin ella. Para obtenerla: {0}</translation>
    </message>
    <message>
        <source>Fitted to the free memory, {0} MB.</source>
        <translation>Ajustado a la memoria libre, {0} MB.</translation>
    </message>
    <message>
        <source>The computer slept for {0}; that time does not count.</source>
        <translation>El ordenador descansó {0}; eso no cuenta.</translation>
    </message>
    <message>
        <source>Memory is short: it works in smaller parts from here on. The result is the same.</source>
        <translation>Falta memoria: desde aquí trabaja en partes más pequeñas. El resultado es el mismo.</translation>
    </message>
    <message>
        <source>What it had learned at the pause is worse than before; that is kept as well.</source>
        <translation>El estado en la pausa es peor que el anterior; ese también se conserva.</translation>
    </message>
    <message>
        <source>The disk is full: nothing could be saved. Free some space; it will try again.</source>
        <translation>El disco está lleno: no se pudo guardar nada. Libere espacio; lo intentará de nuevo.</translation>
    </message>
    <message>
        <source>The newest saved state was damaged; it continued from the one before.</source>
        <translation>El último estado guardado estaba dañado; siguió desde el anterior.</translation>
    </message>
    <message>
        <source>On photos it has never seen it is worse now than at the start ({0}: {1} and {2}).</source>
        <translation>Con fotos que nunca ha visto, ahora es peor que al principio ({0}: {1} y {2}).</translation>
    </message>
    <message>
        <source>On photos it has never seen it was better at step {0}; that state is kept.</source>
        <translation>Con fotos que nunca ha visto era mejor en el paso {0}; ese estado se conserva.</translation>
    </message>
    <message>
        <source>The sample pictures could not be written: {0}</source>
        <translation>No se pudieron escribir las imágenes de muestra: {0}</translation>
    </message>
    <message>
        <source>It cannot be compared with the bundled model during training; at the end it can.</source>
        <translation>Por el camino no se puede comparar con el modelo incluido; al final sí.</translation>
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
