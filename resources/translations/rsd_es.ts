<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
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
        <source>The engine is being asked …</source>
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
        <source>Close the window</source>
        <translation>Cerrar la ventana</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Take the last change back</source>
        <translation>Revertir el último cambio</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rehacer</translation>
    </message>
    <message>
        <source>Do the change again</source>
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
        <source>One pixel of the result for one of the screen</source>
        <translation>Un píxel del resultado por cada píxel de la pantalla</translation>
    </message>
    <message>
        <source>Every pixel of the result twice</source>
        <translation>Cada píxel del resultado al doble</translation>
    </message>
    <message>
        <source>Every pixel of the result four times</source>
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
        <source>The other one in place, while it is held</source>
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
        <source>Show or hide what is beside the picture</source>
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
        <source>Enlarge all photos that wait</source>
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
        <source>Hold the work, or let it go on</source>
        <translation>Detener el trabajo o continuarlo</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Stop; what is done stays and can be gone on with</source>
        <translation>Detener; lo hecho se conserva y puede continuarse</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Mirar otra vez</translation>
    </message>
    <message>
        <source>Other fine detail, by another seed</source>
        <translation>Otros detalles finos, con otra semilla</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>All keys on one sheet</source>
        <translation>Todas las teclas en una hoja</translation>
    </message>
    <message>
        <source>Open the log folder</source>
        <translation>Abrir la carpeta de registros</translation>
    </message>
    <message>
        <source>Where the program writes what it does</source>
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
    <name>Canvas</name>
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
    <name>Document</name>
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
        <source>The file does not say it; the page that you have it from does</source>
        <translation>El archivo no lo dice; la página de donde procede, sí</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licencia</translation>
    </message>
    <message>
        <source>Kept in the model. What ResShift, SinSR and RSD published is non-commercial.</source>
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
        <source>Two models have one name.</source>
        <translation>Dos modelos tienen el mismo nombre.</translation>
    </message>
    <message>
        <source>There is a model of this name already.</source>
        <translation>Ya hay un modelo con este nombre.</translation>
    </message>
    <message>
        <source>Say what each model is, and give it a name of letters, figures, dots and dashes.</source>
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
    <name>MainWindow</name>
    <message numerus="yes">
        <source>%n file(s) are in the queue already</source>
        <translation>
            <numerusform>%n archivo ya está en la lista</numerusform>
            <numerusform>%n archivos ya están en la lista</numerusform>
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
        <source>Stopped. Start goes on where it was.</source>
        <translation>Detenido. Iniciar continúa donde estaba.</translation>
    </message>
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
    <message numerus="yes">
        <source>%n file(s) could not be added:</source>
        <translation>
            <numerusform>%n archivo no se pudo añadir:</numerusform>
            <numerusform>%n archivos no se pudieron añadir:</numerusform>
        </translation>
    </message>
    <message>
        <source>The language changes with the next start.</source>
        <translation>El idioma cambiará en el próximo inicio.</translation>
    </message>
    <message>
        <source>Photos are being enlarged. Stop and close?</source>
        <translation>Se están ampliando fotos. ¿Detener y cerrar?</translation>
    </message>
    <message>
        <source>What is computed is kept; the next start goes on with it.</source>
        <translation>Lo calculado se conserva; el próximo inicio continúa desde ahí.</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>Detener y cerrar</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
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
        <source>Put the removed model back</source>
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
        <source>{0} is removed: {1}.</source>
        <translation>{0} se ha quitado: {1}.</translation>
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
    <name>SettingsDesk</name>
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
        <source>Choose the folder for results</source>
        <translation>Elegir la carpeta de resultados</translation>
    </message>
    <message>
        <source>This photo</source>
        <translation>Esta foto</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n seleccionada</numerusform>
            <numerusform>%n seleccionadas</numerusform>
        </translation>
    </message>
    <message>
        <source>All photos</source>
        <translation>Todas</translation>
    </message>
    <message>
        <source>Settings hold for all photos without settings of their own</source>
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
        <source>Size</source>
        <translation>Tamaño</translation>
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
        <source>Megapixels</source>
        <translation>Megapíxeles</translation>
    </message>
    <message>
        <source>Size of the result</source>
        <translation>Tamaño del resultado</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>Auto</translation>
    </message>
    <message>
        <source>The model judges how damaged the photo is</source>
        <translation>El modelo juzga lo dañada que está la foto</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Condition, from clean to damaged</source>
        <translation>Estado, de limpia a dañada</translation>
    </message>
    <message>
        <source>Clean: change little. Damaged: repair much.</source>
        <translation>Limpia: cambiar poco. Dañada: reparar mucho.</translation>
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
        <source>Look again</source>
        <translation>Mirar otra vez</translation>
    </message>
    <message>
        <source>Look again: other fine detail, by another seed (R)</source>
        <translation>Mirar otra vez: otros detalles finos, con otra semilla (R)</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Semilla</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>As the photo</source>
        <translation>Como la foto</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Calidad</translation>
    </message>
    <message>
        <source>Quality of JPEG and WebP, 1 to 100</source>
        <translation>Calidad de JPEG y WebP, de 1 a 100</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Profundidad</translation>
    </message>
    <message>
        <source>8 bits a channel</source>
        <translation>8 bits por canal</translation>
    </message>
    <message>
        <source>16 bits a channel</source>
        <translation>16 bits por canal</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>Beside each photo</source>
        <translation>Junto a cada foto</translation>
    </message>
    <message>
        <source>Results go beside each photo</source>
        <translation>Los resultados van junto a cada foto</translation>
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
        <source>Advanced</source>
        <translation>Avanzado</translation>
    </message>
    <message>
        <source>Precision, memory and tiles</source>
        <translation>Precisión, memoria y teselas</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Precisión</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automático</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Memoria</translation>
    </message>
    <message>
        <source>Tile</source>
        <translation>Tesela</translation>
    </message>
    <message>
        <source>{0} → {1}
about {2}</source>
        <translation>{0} → {1}
unos {2}</translation>
    </message>
    <message>
        <source>Folder for results</source>
        <translation>Carpeta de resultados</translation>
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
