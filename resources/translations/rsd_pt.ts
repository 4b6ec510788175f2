<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>Automatic</source>
        <translation>Automático</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Detalhe</translation>
    </message>
    <message>
        <source>Faithful: only what is certain. Realistic: lost detail is invented.</source>
        <translation>Fiel: só o que é seguro. Realista: o detalhe perdido é inventado.</translation>
    </message>
    <message>
        <source>Detail, from faithful to realistic</source>
        <translation>Detalhe, de fiel a realista</translation>
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
        <translation>Semente</translation>
    </message>
    <message>
        <source>Guard</source>
        <translation>Proteção</translation>
    </message>
    <message>
        <source>Detected and kept faithful: nothing is invented there</source>
        <translation>São encontrados e ficam fiéis: nada é inventado ali</translation>
    </message>
    <message>
        <source>Faces and text</source>
        <translation>Rostos e texto</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>Same as the photo</source>
        <translation>Como a foto</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Profundidade</translation>
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
        <translation>O mais rápido</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>Metadados</translation>
    </message>
    <message>
        <source>Which of the photo&apos;s metadata is copied into the result</source>
        <translation>Que dados da foto passam para o resultado</translation>
    </message>
    <message>
        <source>All of it</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>Without the location</source>
        <translation>Sem o local</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Nenhum</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Cores</translation>
    </message>
    <message>
        <source>Corrects colours that the model lets drift over large areas</source>
        <translation>Corrige as cores que o modelo desvia em áreas grandes</translation>
    </message>
    <message>
        <source>As in the photo</source>
        <translation>Como na foto</translation>
    </message>
    <message>
        <source>Camera RAW</source>
        <translation>RAW</translation>
    </message>
    <message>
        <source>The colour space that camera RAW is developed into</source>
        <translation>As cores em que o RAW de uma câmara é revelado</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Precisão</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Memória</translation>
    </message>
    <message>
        <source>Tile</source>
        <translation>Mosaico</translation>
    </message>
</context>
<context>
    <name>AboutDialog</name>
    <message>
        <source>About RSD Studio</source>
        <translation>Sobre o RSD Studio</translation>
    </message>
    <message>
        <source>Enlarges and restores photos on this computer. It connects to nothing.</source>
        <translation>Amplia e restaura fotos neste computador. Não se liga a nada.</translation>
    </message>
    <message>
        <source>Versions, licences, this machine</source>
        <translation>Versões, licenças, esta máquina</translation>
    </message>
    <message>
        <source>Asking the engine …</source>
        <translation>A consultar o motor…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy it for a bug report</source>
        <translation>Copiar para um relatório de erro</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>Esta máquina</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Licenças</translation>
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
        <translation>Adicionar fotos</translation>
    </message>
    <message>
        <source>Open a folder …</source>
        <translation>Abrir uma pasta…</translation>
    </message>
    <message>
        <source>Add all photos of a folder</source>
        <translation>Adicionar todas as fotos de uma pasta</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Colar</translation>
    </message>
    <message>
        <source>Add a copied picture, or copied files</source>
        <translation>Adicionar uma imagem ou ficheiros copiados</translation>
    </message>
    <message>
        <source>Save the result as …</source>
        <translation>Guardar o resultado como…</translation>
    </message>
    <message>
        <source>Copy the result to another place</source>
        <translation>Copiar o resultado para outro local</translation>
    </message>
    <message>
        <source>Copy the result</source>
        <translation>Copiar o resultado</translation>
    </message>
    <message>
        <source>Put the result on the clipboard</source>
        <translation>Colocar o resultado na área de transferência</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Mostrar na pasta</translation>
    </message>
    <message>
        <source>Show the result in its folder</source>
        <translation>Mostrar o resultado na sua pasta</translation>
    </message>
    <message>
        <source>Models …</source>
        <translation>Modelos …</translation>
    </message>
    <message>
        <source>See, import and remove models</source>
        <translation>Ver, importar e remover modelos</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Sair</translation>
    </message>
    <message>
        <source>Watch a folder …</source>
        <translation>Observar uma pasta…</translation>
    </message>
    <message>
        <source>Enlarge every photo that arrives in a folder</source>
        <translation>Ampliar cada foto que chegar a uma pasta</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>Fechar a janela</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Desfazer</translation>
    </message>
    <message>
        <source>Undo the last change</source>
        <translation>Reverter a última alteração</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Refazer</translation>
    </message>
    <message>
        <source>Redo the change</source>
        <translation>Fazer a alteração de novo</translation>
    </message>
    <message>
        <source>Select all photos</source>
        <translation>Selecionar todas as fotos</translation>
    </message>
    <message>
        <source>Remove from the queue</source>
        <translation>Remover da lista</translation>
    </message>
    <message>
        <source>Take the selected photos out of the queue; no file is deleted</source>
        <translation>Retirar as fotos selecionadas da lista; nenhum ficheiro é apagado</translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation>Remover todas</translation>
    </message>
    <message>
        <source>Empty the queue; no file is deleted</source>
        <translation>Esvaziar a lista; nenhum ficheiro é apagado</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Mover para cima</translation>
    </message>
    <message>
        <source>Enlarge the selected photos earlier</source>
        <translation>Ampliar mais cedo as fotos selecionadas</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Mover para baixo</translation>
    </message>
    <message>
        <source>Enlarge the selected photos later</source>
        <translation>Ampliar mais tarde as fotos selecionadas</translation>
    </message>
    <message>
        <source>Apply settings to all</source>
        <translation>Aplicar definições a todas</translation>
    </message>
    <message>
        <source>Apply these settings to all photos</source>
        <translation>Aplicar estas definições a todas as fotos</translation>
    </message>
    <message>
        <source>Paint</source>
        <translation>Pintar</translation>
    </message>
    <message>
        <source>Paint what should be more faithful, or more realistic, than the rest</source>
        <translation>Pinte o que deve ficar mais fiel, ou mais realista, que o resto</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Ajustar</translation>
    </message>
    <message>
        <source>Show the whole picture</source>
        <translation>Mostrar a imagem inteira</translation>
    </message>
    <message>
        <source>Fit or 100 %</source>
        <translation>Ajustar ou 100 %</translation>
    </message>
    <message>
        <source>Between the whole picture and 100 %</source>
        <translation>Alternar entre a imagem inteira e 100 %</translation>
    </message>
    <message>
        <source>One pixel of the result per screen pixel</source>
        <translation>Um píxel do resultado por píxel do ecrã</translation>
    </message>
    <message>
        <source>Every pixel of the result at twice its size</source>
        <translation>Cada píxel do resultado a dobrar</translation>
    </message>
    <message>
        <source>Every pixel of the result at four times its size</source>
        <translation>Cada píxel do resultado quatro vezes</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Aproximar</translation>
    </message>
    <message>
        <source>Show less, larger</source>
        <translation>Mostrar menos, maior</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Afastar</translation>
    </message>
    <message>
        <source>Show more, smaller</source>
        <translation>Mostrar mais, menor</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Dividido</translation>
    </message>
    <message>
        <source>Before and after, with a divider between them</source>
        <translation>Antes e depois, com um divisor ao meio</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Lado a lado</translation>
    </message>
    <message>
        <source>Before and after beside each other</source>
        <translation>Antes e depois um ao lado do outro</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Diferença</translation>
    </message>
    <message>
        <source>What the program has changed</source>
        <translation>O que o programa alterou</translation>
    </message>
    <message>
        <source>Flip while held</source>
        <translation>Alternar enquanto premido</translation>
    </message>
    <message>
        <source>Show the other picture in place, while held</source>
        <translation>A outra imagem no mesmo sítio enquanto premido</translation>
    </message>
    <message>
        <source>Loupe</source>
        <translation>Lupa</translation>
    </message>
    <message>
        <source>A magnifier at the pointer</source>
        <translation>Uma lupa junto ao ponteiro</translation>
    </message>
    <message>
        <source>What is invented</source>
        <translation>O que é inventado</translation>
    </message>
    <message>
        <source>Colours the result where other seeds draw different details; Esc hides it</source>
        <translation>Uma cor sobre o resultado onde outras sementes desenham outros detalhes; Esc oculta-a</translation>
    </message>
    <message>
        <source>Previous photo</source>
        <translation>Foto anterior</translation>
    </message>
    <message>
        <source>Show the previous photo</source>
        <translation>Mostrar a foto anterior</translation>
    </message>
    <message>
        <source>Next photo</source>
        <translation>Foto seguinte</translation>
    </message>
    <message>
        <source>Show the next photo</source>
        <translation>Mostrar a foto seguinte</translation>
    </message>
    <message>
        <source>Strip and settings</source>
        <translation>Tira e definições</translation>
    </message>
    <message>
        <source>Show or hide the panels beside the picture</source>
        <translation>Mostrar ou ocultar o que está ao lado da imagem</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Ecrã inteiro</translation>
    </message>
    <message>
        <source>Use the whole screen</source>
        <translation>Usar todo o ecrã</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Iniciar</translation>
    </message>
    <message>
        <source>Enlarge all waiting photos</source>
        <translation>Ampliar todas as fotos em espera</translation>
    </message>
    <message>
        <source>Start the selected photos</source>
        <translation>Iniciar as fotos selecionadas</translation>
    </message>
    <message>
        <source>Enlarge the selected photos only</source>
        <translation>Ampliar apenas as fotos selecionadas</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Pause the work, or continue it</source>
        <translation>Suspender o trabalho ou retomá-lo</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Stop; what is done is kept and can be continued</source>
        <translation>Parar; o que está feito fica e pode ser retomado</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Ver de novo</translation>
    </message>
    <message>
        <source>Different fine detail, from another seed</source>
        <translation>Outros pormenores finos, com outra semente</translation>
    </message>
    <message>
        <source>Variants …</source>
        <translation>Variantes…</translation>
    </message>
    <message>
        <source>Other pictures that fit the photo, to choose from</source>
        <translation>Outras imagens que combinam com o que se vê, para escolher</translation>
    </message>
    <message>
        <source>Train a model of your own …</source>
        <translation>Treinar um modelo seu…</translation>
    </message>
    <message>
        <source>Make a model for your kind of photos</source>
        <translation>Fazer um modelo para o tipo de fotos que você tem</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atalhos de teclado</translation>
    </message>
    <message>
        <source>All shortcuts on one sheet</source>
        <translation>Todas as teclas numa folha</translation>
    </message>
    <message>
        <source>Open the log folder</source>
        <translation>Abrir a pasta de registos</translation>
    </message>
    <message>
        <source>Where the program keeps its log</source>
        <translation>Onde o programa regista o que faz</translation>
    </message>
    <message>
        <source>About RSD Studio</source>
        <translation>Sobre o RSD Studio</translation>
    </message>
    <message>
        <source>Versions, licences, this machine</source>
        <translation>Versões, licenças, esta máquina</translation>
    </message>
</context>
<context>
    <name>AdvancedPart</name>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
</context>
<context>
    <name>Assistant</name>
    <message>
        <source>The process that looks at the photos has ended. Try again.</source>
        <translation>O processo que olha as fotos terminou. Tente de novo.</translation>
    </message>
</context>
<context>
    <name>BlindTest</name>
    <message>
        <source>Blind test</source>
        <translation>Teste cego</translation>
    </message>
    <message>
        <source>Two results of one photo</source>
        <translation>Dois resultados de uma foto</translation>
    </message>
    <message>
        <source>The left one (1)</source>
        <translation>A da esquerda (1)</translation>
    </message>
    <message>
        <source>The right one (2)</source>
        <translation>A da direita (2)</translation>
    </message>
    <message>
        <source>No difference (0)</source>
        <translation>Nenhuma diferença (0)</translation>
    </message>
    <message>
        <source>You saw no difference.</source>
        <translation>Você não viu diferença.</translation>
    </message>
    <message>
        <source>You chose your own model {0} of {1} times (95 % interval: {2} to {3} %).</source>
        <translation>Você escolheu o modelo próprio {0} de {1} vezes (intervalo de 95 %: {2} a {3} %).</translation>
    </message>
    <message>
        <source>That may be chance.</source>
        <translation>Pode ser acaso.</translation>
    </message>
    <message>
        <source>Thank you.</source>
        <translation>Obrigado.</translation>
    </message>
    <message>
        <source>Which is better? {0} of {1}</source>
        <translation>Qual é melhor? {0} de {1}</translation>
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
        <translation>Só o que é seguro: para rostos e texto</translation>
    </message>
    <message>
        <source>Realistic</source>
        <translation>Realista</translation>
    </message>
    <message>
        <source>With invented detail: for leaves, fur and fabric</source>
        <translation>Com detalhe inventado: para folhas, pelos e tecidos</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>Variante</translation>
    </message>
    <message>
        <source>Another variant, as chosen with V</source>
        <translation>Outra variante, escolhida com V</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Apagar</translation>
    </message>
    <message>
        <source>Removes the strokes it touches</source>
        <translation>Remove os traços em que toca</translation>
    </message>
    <message>
        <source>Size of the brush</source>
        <translation>Tamanho do pincel</translation>
    </message>
    <message>
        <source>Size of the brush ([ and ])</source>
        <translation>Tamanho do pincel ([ e ])</translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation>Remover todas</translation>
    </message>
    <message>
        <source>Remove all strokes</source>
        <translation>Remover todos os traços</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Pronto</translation>
    </message>
    <message>
        <source>Back to the picture (Esc)</source>
        <translation>Voltar à imagem (Esc)</translation>
    </message>
    <message>
        <source>This model always draws a full sample; this needs another model or a variant.</source>
        <translation>Este modelo faz sempre uma amostra completa; é preciso outro, ou uma variante.</translation>
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
        <translation>Abra primeiro uma foto.</translation>
    </message>
    <message>
        <source>The picture&apos;s record is full. Erase some strokes first.</source>
        <translation>Não cabem mais traços no registo de uma imagem. Apague alguns primeiro.</translation>
    </message>
</context>
<context>
    <name>Command</name>
    <message>
        <source>The command has failed.</source>
        <translation>O comando falhou.</translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>Photos that the training has never seen. Move the divider, or press Y to see both.</source>
        <translation>Fotos que o treino nunca viu. Mova o divisor ou pressione Y para ver ambas.</translation>
    </message>
    <message>
        <source>On the left</source>
        <translation>À esquerda</translation>
    </message>
    <message>
        <source>On the right</source>
        <translation>À direita</translation>
    </message>
    <message>
        <source>Previous photo (PgUp)</source>
        <translation>Foto anterior (PgUp)</translation>
    </message>
    <message>
        <source>Next photo (PgDown)</source>
        <translation>Próxima foto (PgDn)</translation>
    </message>
    <message>
        <source>Compare again</source>
        <translation>Comparar de novo</translation>
    </message>
    <message>
        <source>With what it has learned since</source>
        <translation>Com o que aprendeu desde então</translation>
    </message>
    <message>
        <source>Blind test …</source>
        <translation>Teste cego…</translation>
    </message>
    <message>
        <source>Which is better? Ten pairs without names</source>
        <translation>Qual é melhor? Dez pares sem nomes</translation>
    </message>
    <message>
        <source>Enlarging photos that it has never seen …</source>
        <translation>Ampliando fotos que nunca viu…</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>danificada</translation>
    </message>
    <message>
        <source>bundled model</source>
        <translation>modelo incluído</translation>
    </message>
    <message>
        <source>your model</source>
        <translation>modelo próprio</translation>
    </message>
    <message>
        <source>original</source>
        <translation>original</translation>
    </message>
    <message>
        <source>Measuring both …</source>
        <translation>Medindo ambos…</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} de {1}</translation>
    </message>
    <message>
        <source>better</source>
        <translation>melhor</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>pior</translation>
    </message>
    <message>
        <source>alike</source>
        <translation>igual</translation>
    </message>
    <message>
        <source>LPIPS and DISTS say how different it looks to the eye, PSNR and SSIM how close it is pixel by pixel; “alike” means that the difference may be chance. Your own eyes decide.</source>
        <translation>LPIPS e DISTS dizem quanto difere aos olhos, PSNR e SSIM quanto se aproxima pixel a pixel; “igual” significa que a diferença pode ser acaso. Seus olhos decidem.</translation>
    </message>
    <message>
        <source>These photos were trained on: the figures are too good.</source>
        <translation>O treino usou estas fotos: os valores são bons demais.</translation>
    </message>
    <message>
        <source>Warning: the new model is not better. More time, more photos or other damage may help.</source>
        <translation>Atenção: o novo modelo não é melhor. Mais tempo, mais fotos ou outros danos podem ajudar.</translation>
    </message>
    <message>
        <source>The new model is better in {0} figures and worse in {1}.</source>
        <translation>O novo modelo é melhor em {0} valores e pior em {1}.</translation>
    </message>
    <message>
        <source>The new model is better in {0} of {1} figures.</source>
        <translation>O novo modelo é melhor em {0} de {1} valores.</translation>
    </message>
</context>
<context>
    <name>ComparePane</name>
    <message>
        <source>At this size the photo passes through the model twice. The result appears when you run it.</source>
        <translation>Neste tamanho a foto passa duas vezes pelo modelo. O resultado aparece durante a execução.</translation>
    </message>
    <message>
        <source>This model takes many seconds per part. Its result appears when you run it.</source>
        <translation>Este modelo leva muitos segundos por parte. O resultado aparece durante a execução.</translation>
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
        <translation>O modelo avalia quão danificada está a foto</translation>
    </message>
    <message>
        <source>clean</source>
        <translation>limpa</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>danificada</translation>
    </message>
    <message>
        <source>Condition, from clean to damaged</source>
        <translation>Estado, de limpa a danificada</translation>
    </message>
    <message>
        <source>Clean: change little. Damaged: repair much.</source>
        <translation>Limpa: mudar pouco. Danificada: reparar muito.</translation>
    </message>
</context>
<context>
    <name>DamagePage</name>
    <message>
        <source>Choose what your photos suffer from. What you see here is what the model will learn to undo.</source>
        <translation>Escolha de que suas fotos sofrem. O que você vê aqui é o que ele aprenderá a desfazer.</translation>
    </message>
    <message>
        <source>A sample appears in a moment.</source>
        <translation>Uma amostra já aparece.</translation>
    </message>
    <message>
        <source>Condition shown</source>
        <translation>Estado mostrado</translation>
    </message>
    <message>
        <source>How often the damage is heavy</source>
        <translation>Com que frequência grave</translation>
    </message>
    <message>
        <source>Left undamaged</source>
        <translation>Sem danos</translation>
    </message>
    <message>
        <source>Blur up to</source>
        <translation>Desfoque até</translation>
    </message>
    <message>
        <source>Noise up to</source>
        <translation>Ruído até</translation>
    </message>
    <message>
        <source>JPEG damage up to</source>
        <translation>Dano JPEG até</translation>
    </message>
    <message>
        <source>Another sample</source>
        <translation>Outra amostra</translation>
    </message>
    <message>
        <source>Another place and other random damage (R)</source>
        <translation>Outro lugar e outro dano ao acaso (R)</translation>
    </message>
    <message>
        <source>Another photo</source>
        <translation>Outra foto</translation>
    </message>
    <message>
        <source>The same on the next photo (P)</source>
        <translation>O mesmo na próxima foto (P)</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mais</translation>
    </message>
    <message>
        <source>How strong, how often</source>
        <translation>Quanto e com que frequência</translation>
    </message>
    <message>
        <source>Measure it from bad photos …</source>
        <translation>Medir em fotos ruins…</translation>
    </message>
    <message>
        <source>Drop a few photos as bad as yours here, or choose them</source>
        <translation>Solte aqui algumas fotos tão ruins quanto as suas, ou escolha-as</translation>
    </message>
    <message>
        <source>clean</source>
        <translation>limpa</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>danificada</translation>
    </message>
    <message>
        <source>Measuring …</source>
        <translation>Medindo…</translation>
    </message>
    <message>
        <source>Anything, including heavy damage</source>
        <translation>Tudo, também grave</translation>
    </message>
    <message>
        <source>Camera or phone</source>
        <translation>Câmera ou celular</translation>
    </message>
    <message>
        <source>Old film and prints</source>
        <translation>Filme e cópias antigas</translation>
    </message>
    <message>
        <source>From the web</source>
        <translation>Da web</translation>
    </message>
    <message>
        <source>As I set or measure it</source>
        <translation>Ajustado ou medido</translation>
    </message>
    <message>
        <source>your photo</source>
        <translation>sua foto</translation>
    </message>
    <message>
        <source>as the model will see it</source>
        <translation>como o modelo a verá</translation>
    </message>
    <message>
        <source>Photos as bad as yours</source>
        <translation>Fotos tão ruins quanto as suas</translation>
    </message>
    <message numerus="yes">
        <source>Measured on %n photo(s): blur {0} to {1} px, noise {2} to {3} of 255, JPEG quality {4} to {5}.</source>
        <translation>
            <numerusform>Medido em %n foto: desfoque {0} a {1} px, ruído {2} a {3} de 255, qualidade JPEG {4} a {5}.</numerusform>
            <numerusform>Medido em %n fotos: desfoque {0} a {1} px, ruído {2} a {3} de 255, qualidade JPEG {4} a {5}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Document</name>
    <message>
        <source>change default models</source>
        <translation>alterar os modelos padrão</translation>
    </message>
    <message numerus="yes">
        <source>add %n photo(s)</source>
        <translation>
            <numerusform>adicionar %n foto</numerusform>
            <numerusform>adicionar %n fotos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>remove %n photo(s)</source>
        <translation>
            <numerusform>remover %n foto</numerusform>
            <numerusform>remover %n fotos</numerusform>
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
        <translation>aplicar definições a todas</translation>
    </message>
    <message>
        <source>paint</source>
        <translation>pintar</translation>
    </message>
    <message>
        <source>erase</source>
        <translation>apagar</translation>
    </message>
    <message>
        <source>change settings</source>
        <translation>alterar definições</translation>
    </message>
    <message numerus="yes">
        <source>change settings of %n photo(s)</source>
        <translation>
            <numerusform>alterar definições de %n foto</numerusform>
            <numerusform>alterar definições de %n fotos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DropOverlay</name>
    <message numerus="yes">
        <source>Drop to add %n file(s) or folder(s)</source>
        <translation>
            <numerusform>Largue para adicionar %n ficheiro ou pasta</numerusform>
            <numerusform>Largue para adicionar %n ficheiros ou pastas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EffortPage</name>
    <message>
        <source>How much time should it take? More is better, up to a point; you can stop early.</source>
        <translation>Quanto tempo terá? Mais é melhor, até certo ponto; dá para parar antes.</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>Partir de</translation>
    </message>
    <message>
        <source>Use of the computer</source>
        <translation>Uso do computador</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Início</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Dispositivo</translation>
    </message>
    <message>
        <source>For experts</source>
        <translation>Para especialistas</translation>
    </message>
    <message>
        <source>The bundled model (recommended)</source>
        <translation>O modelo incluído (recomendado)</translation>
    </message>
    <message>
        <source>Nothing: takes days, and thousands of photos</source>
        <translation>Do zero: leva dias e milhares de fotos</translation>
    </message>
    <message>
        <source>What other programs leave idle</source>
        <translation>O que outros programas deixam livre</translation>
    </message>
    <message>
        <source>Half of the processor</source>
        <translation>Metade do processador</translation>
    </message>
    <message>
        <source>All of it</source>
        <translation>Por inteiro</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Agora</translation>
    </message>
    <message>
        <source>At night, from 22 to 7 o&apos;clock</source>
        <translation>À noite, das 22 às 7 horas</translation>
    </message>
    <message>
        <source>While on mains power</source>
        <translation>Somente na tomada</translation>
    </message>
    <message>
        <source>While nobody is using it, from 5 minutes after the last key</source>
        <translation>Enquanto ninguém o usa, 5 minutos após a última tecla</translation>
    </message>
    <message>
        <source>The fastest</source>
        <translation>O mais rápido</translation>
    </message>
    <message>
        <source>Measuring how fast this computer is …</source>
        <translation>Medindo a velocidade deste computador…</translation>
    </message>
    <message>
        <source>Measured on this computer ({0} cores). Needs about {1} of memory and up to {2} on the disk.</source>
        <translation>Medido neste computador ({0} núcleos). Precisa de cerca de {1} de memória e até {2} no disco.</translation>
    </message>
    <message>
        <source>Quick try</source>
        <translation>Teste rápido</translation>
    </message>
    <message>
        <source>shows where it is heading</source>
        <translation>mostra para onde vai</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Bom</translation>
    </message>
    <message>
        <source>for most purposes</source>
        <translation>para quase tudo</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>O melhor</translation>
    </message>
    <message>
        <source>the last bit of quality</source>
        <translation>o último toque de qualidade</translation>
    </message>
    <message>
        <source>about {0}</source>
        <translation>cerca de {0}</translation>
    </message>
</context>
<context>
    <name>EmptyPage</name>
    <message>
        <source>Drop photos or folders here</source>
        <translation>Largue aqui fotos ou pastas</translation>
    </message>
    <message>
        <source>They are enlarged and restored on this computer. Nothing leaves it.</source>
        <translation>São ampliadas e restauradas neste computador. Nada sai dele.</translation>
    </message>
    <message>
        <source>Or paste a picture with Ctrl+V.</source>
        <translation>Ou cole uma imagem com Ctrl+V.</translation>
    </message>
    <message>
        <source>Open photos …</source>
        <translation>Abrir fotos…</translation>
    </message>
    <message>
        <source>Enlarge the sample photo</source>
        <translation>Ampliar a foto de exemplo</translation>
    </message>
    <message>
        <source>Train a model on photos of your own …</source>
        <translation>Treinar um modelo com suas fotos…</translation>
    </message>
</context>
<context>
    <name>ErrorBar</name>
    <message>
        <source>Error</source>
        <translation>Erro</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Tentar de novo</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copiar detalhes</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… e mais %n</numerusform>
            <numerusform>… e mais %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileForm</name>
    <message>
        <source>What it is</source>
        <translation>O que é</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Deixar de fora</translation>
    </message>
    <message>
        <source>Do not import this file</source>
        <translation>Não importar este ficheiro</translation>
    </message>
    <message>
        <source>Left out: {0}</source>
        <translation>Deixado de fora: {0}</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>Escolha, por favor</translation>
    </message>
    <message>
        <source>The file does not say; the page you downloaded it from does</source>
        <translation>O ficheiro não o diz; a página de onde vem, sim</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licença</translation>
    </message>
    <message>
        <source>Stays attached to the model. The published ResShift, SinSR and RSD weights are non-commercial.</source>
        <translation>Fica no modelo. O que ResShift, SinSR e RSD publicaram é não comercial.</translation>
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
        <translation>Os resultados ficam junto a cada foto</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Pasta</translation>
    </message>
    <message>
        <source>Choose the folder for results</source>
        <translation>Escolher a pasta dos resultados</translation>
    </message>
    <message>
        <source>Folder for results</source>
        <translation>Pasta dos resultados</translation>
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
        <translation>{0}: cerca de {1}</translation>
    </message>
</context>
<context>
    <name>FormatControl</name>
    <message>
        <source>Quality</source>
        <translation>Qualidade</translation>
    </message>
    <message>
        <source>Quality of JPEG and WebP, 1 to 100</source>
        <translation>Qualidade de JPEG e WebP, de 1 a 100</translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>File</source>
        <translation>Ficheiro</translation>
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
        <translation>Ajuda</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>Abrir recentes</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como o sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Escuro</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Cores</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Ferramentas</translation>
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
        <translation>Progresso da importação</translation>
    </message>
    <message>
        <source>Add a file …</source>
        <translation>Adicionar um ficheiro …</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importar</translation>
    </message>
    <message>
        <source>Checking and converting. The files themselves stay as they are.</source>
        <translation>A verificar e converter. Os ficheiros ficam como estão.</translation>
    </message>
    <message>
        <source>Looking at the files …</source>
        <translation>A examinar os ficheiros …</translation>
    </message>
    <message>
        <source>Nothing can be imported.</source>
        <translation>Não há nada para importar.</translation>
    </message>
    <message>
        <source>{0} needs its autoencoder: add autoencoder_vq_f4.pth as a second file, once for all models.</source>
        <translation>{0} precisa do seu autocodificador: adicione autoencoder_vq_f4.pth como segundo ficheiro, uma vez para todos os modelos.</translation>
    </message>
    <message>
        <source>Two models have the same name.</source>
        <translation>Dois modelos têm o mesmo nome.</translation>
    </message>
    <message>
        <source>A model of this name exists already.</source>
        <translation>Já existe um modelo com este nome.</translation>
    </message>
    <message>
        <source>Say what each model is, and give it a name of letters, digits, dots and dashes.</source>
        <translation>Diga o que é cada modelo e dê-lhe um nome de letras, algarismos, pontos e hífenes.</translation>
    </message>
    <message>
        <source>Nothing in a file is executed. The files themselves stay as they are.</source>
        <translation>Nada de um ficheiro é executado. Os ficheiros ficam como estão.</translation>
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
        <translation>Todos os ficheiros</translation>
    </message>
    <message>
        <source>Add photos</source>
        <translation>Adicionar fotos</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>Adicionar uma pasta</translation>
    </message>
    <message>
        <source>The clipboard holds neither a picture nor files.</source>
        <translation>A área de transferência não tem imagem nem ficheiros.</translation>
    </message>
</context>
<context>
    <name>InstallPage</name>
    <message>
        <source>Once installed, it appears in the list of models and is chosen for the open photo.</source>
        <translation>Depois de instalado, está na lista de modelos e escolhido para a foto aberta.</translation>
    </message>
    <message>
        <source>Licence of the photos</source>
        <translation>Licença das fotos</translation>
    </message>
    <message>
        <source>Which state</source>
        <translation>Qual estado</translation>
    </message>
    <message>
        <source>The best on photos it has never seen</source>
        <translation>O melhor em fotos que nunca viu</translation>
    </message>
    <message>
        <source>The newest</source>
        <translation>O mais recente</translation>
    </message>
    <message>
        <source>Let it judge how damaged a photo is</source>
        <translation>Que avalie quão danificada está uma foto</translation>
    </message>
    <message>
        <source>Auto then fits each photo. Learning it takes some minutes.</source>
        <translation>«Automático» ajusta-se então a cada foto. Aprender isso leva alguns minutos.</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>Instalar</translation>
    </message>
    <message>
        <source>Add it to the model library</source>
        <translation>Colocá-lo na biblioteca de modelos</translation>
    </message>
    <message>
        <source>Save as a file …</source>
        <translation>Salvar como arquivo…</translation>
    </message>
    <message>
        <source>One file that others can import</source>
        <translation>Um arquivo que outros podem importar</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Nothing is installed or written</source>
        <translation>Nada é instalado nem gravado</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Descrição</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Autor</translation>
    </message>
    <message>
        <source>My model</source>
        <translation>Meu modelo</translation>
    </message>
    <message>
        <source>For photos like those in {0}.</source>
        <translation>Para fotos como as de {0}.</translation>
    </message>
    <message>
        <source>Save as a file</source>
        <translation>Salvar como arquivo</translation>
    </message>
    <message>
        <source>Writing the model …</source>
        <translation>Gravando o modelo…</translation>
    </message>
    <message>
        <source>Learning to judge damage: {0} %</source>
        <translation>Aprende a avaliar os danos: {0} %</translation>
    </message>
    <message>
        <source>Installed as {0}. It is chosen for the open photo.</source>
        <translation>Instalado como {0}. Está escolhido para a foto aberta.</translation>
    </message>
    <message>
        <source>Written to {0}</source>
        <translation>Gravado em {0}</translation>
    </message>
    <message>
        <source>Auto treats all photos alike: judging each one did not improve yours.</source>
        <translation>«Automático» trata todas as fotos da mesma forma: avaliar cada uma não melhorou as suas.</translation>
    </message>
</context>
<context>
    <name>KindRow</name>
    <message>
        <source>Default for</source>
        <translation>Padrão para</translation>
    </message>
    <message>
        <source>Default for: {0}</source>
        <translation>Padrão para: {0}</translation>
    </message>
    <message>
        <source>The bundled model serves every kind that has no other</source>
        <translation>O modelo incluído no programa vale para cada tipo que não tem outro</translation>
    </message>
    <message>
        <source>Photos of this kind are enlarged with this model, unless another is chosen for them</source>
        <translation>As fotos deste tipo são ampliadas com este modelo, a menos que outro seja escolhido para elas</translation>
    </message>
    <message>
        <source>Not in effect: {0} is chosen for all photos. To follow it, choose By kind in the list of models.</source>
        <translation>Sem efeito agora: {0} está escolhido para todas as fotos. Nas definições, escolha “Por tipo” na lista de modelos.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>%n file(s) are in the queue already</source>
        <translation>
            <numerusform>%n ficheiro já está na lista</numerusform>
            <numerusform>%n ficheiros já estão na lista</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n result(s) of earlier runs were left out; drop one by itself to add it</source>
        <translation>
            <numerusform>%n resultado de execuções anteriores foi omitido; solte-o sozinho para adicioná-lo</numerusform>
            <numerusform>%n resultados de execuções anteriores foram omitidos; solte um sozinho para adicioná-lo</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} in {1}</source>
        <translation>{0} em {1}</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) failed</source>
        <translation>
            <numerusform>%n foto falhou</numerusform>
            <numerusform>%n fotos falharam</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped. Start continues from there.</source>
        <translation>Parado. Iniciar retoma onde estava.</translation>
    </message>
    <message>
        <source>The language changes at the next start.</source>
        <translation>O idioma muda no próximo arranque.</translation>
    </message>
</context>
<context>
    <name>ModelBox</name>
    <message>
        <source>By kind: {0}</source>
        <translation>Por tipo: {0}</translation>
    </message>
    <message>
        <source>Chosen for black and white photos</source>
        <translation>Escolhido para fotos a preto e branco</translation>
    </message>
    <message>
        <source>Chosen for colour photos</source>
        <translation>Escolhido para fotos a cores</translation>
    </message>
    <message>
        <source>Chosen by the kind of each photo</source>
        <translation>Escolhido pelo tipo de cada foto</translation>
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
        <translation>Ampliado de forma simples (bicúbico)</translation>
    </message>
    <message>
        <source>Result of model {0}</source>
        <translation>Resultado do modelo {0}</translation>
    </message>
    <message>
        <source>Model {0}</source>
        <translation>Modelo {0}</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>Nenhum modelo</translation>
    </message>
    <message>
        <source>{0}: {1} × {2} pixels of what you see, enlarged {3} times</source>
        <translation>{0}: {1} × {2} píxeis do que vê, ampliados {3} vezes</translation>
    </message>
    <message>
        <source>Computing …</source>
        <translation>A calcular …</translation>
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
        <translation>Ver, importar e remover modelos</translation>
    </message>
    <message>
        <source>At this size: {0}</source>
        <translation>Neste tamanho: {0}</translation>
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
        <translation>Ficha do modelo</translation>
    </message>
    <message>
        <source>Use for all photos</source>
        <translation>Usar em todas as fotos</translation>
    </message>
    <message>
        <source>Train further …</source>
        <translation>Continuar a treinar …</translation>
    </message>
    <message>
        <source>Teach it your own photos: a training that starts from this model</source>
        <translation>Ensinar-lhe as suas próprias fotos: um treino que parte deste modelo</translation>
    </message>
    <message>
        <source>Compare on this view …</source>
        <translation>Comparar nesta vista …</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Mostrar na pasta</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remover</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Desfazer</translation>
    </message>
    <message>
        <source>Restore the removed model</source>
        <translation>Repor o modelo removido</translation>
    </message>
    <message>
        <source>Import …</source>
        <translation>Importar …</translation>
    </message>
    <message>
        <source>ResShift, SinSR and RSD files, and models of this program</source>
        <translation>Ficheiros ResShift, SinSR e RSD, e modelos deste programa</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>danificado</translation>
    </message>
    <message>
        <source>a teacher, for training</source>
        <translation>um professor, para treino</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>em uso</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Erro</translation>
    </message>
    <message>
        <source>On disk</source>
        <translation>No disco</translation>
    </message>
    <message>
        <source>Open a photo first: models are compared on the part of it that you see</source>
        <translation>Abra primeiro uma foto: os modelos são comparados na parte que vê dela</translation>
    </message>
    <message>
        <source>Up to three models can be compared</source>
        <translation>São comparados até três modelos</translation>
    </message>
    <message>
        <source>What you see of the photo, as up to three models enlarge it; select several in the list</source>
        <translation>O que vê da foto, ampliado por até três modelos; selecione vários na lista</translation>
    </message>
    <message>
        <source>{0} is removed: {1}.</source>
        <translation>{0} foi removido: {1}.</translation>
    </message>
</context>
<context>
    <name>NameControl</name>
    <message>
        <source>Name of the result, from: {0}</source>
        <translation>Nome do resultado, a partir de: {0}</translation>
    </message>
    <message>
        <source>This does not make a name. Use {0}</source>
        <translation>Isso não forma um nome. Use {0}</translation>
    </message>
</context>
<context>
    <name>NameLabel</name>
    <message>
        <source>Double click: back to the default</source>
        <translation>Duplo clique: voltar ao predefinido</translation>
    </message>
</context>
<context>
    <name>NoticeBars</name>
    <message numerus="yes">
        <source>%n file(s) could not be added:</source>
        <translation>
            <numerusform>%n ficheiro não pôde ser adicionado:</numerusform>
            <numerusform>%n ficheiros não puderam ser adicionados:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) were still to be enlarged when the program ended.</source>
        <translation>
            <numerusform>Faltava ampliar %n foto quando o programa terminou.</numerusform>
            <numerusform>Faltava ampliar %n fotos quando o programa terminou.</numerusform>
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
            <numerusform>%n falhou</numerusform>
            <numerusform>%n falharam</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OfferBar</name>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Agora não</translation>
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
        <translation>Escolha fotos nítidas e limpas do tipo para o qual o modelo se destina. Ele aprende a devolver as danificadas a essa qualidade. As fotos ficam onde estão e nada sai deste computador.</translation>
    </message>
    <message>
        <source>Drop folders of photos here</source>
        <translation>Solte aqui pastas de fotos</translation>
    </message>
    <message>
        <source>Add a folder …</source>
        <translation>Adicionar uma pasta…</translation>
    </message>
    <message>
        <source>Also by dropping or pasting it</source>
        <translation>Também soltando ou colando</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Recomeçar</translation>
    </message>
    <message>
        <source>Forget the folders; no file is changed</source>
        <translation>Esquecer as pastas; nenhum arquivo é alterado</translation>
    </message>
    <message>
        <source>Add a folder of photos</source>
        <translation>Adicionar uma pasta de fotos</translation>
    </message>
    <message>
        <source>{0} of {1} photos looked at</source>
        <translation>{0} de {1} fotos vistas</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>ilegível</translation>
    </message>
    <message>
        <source>too small</source>
        <translation>pequena demais</translation>
    </message>
    <message>
        <source>duplicate</source>
        <translation>duplicada</translation>
    </message>
    <message>
        <source>near duplicate</source>
        <translation>quase duplicada</translation>
    </message>
    <message>
        <source>blurred</source>
        <translation>desfocada</translation>
    </message>
    <message>
        <source>was enlarged</source>
        <translation>foi ampliada</translation>
    </message>
    <message>
        <source>strongly compressed</source>
        <translation>muito comprimida</translation>
    </message>
    <message>
        <source>noisy</source>
        <translation>com ruído</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>excluída</translation>
    </message>
    <message>
        <source>pair does not fit</source>
        <translation>o par não combina</translation>
    </message>
    <message>
        <source>held out</source>
        <translation>reservada</translation>
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
            <numerusform>%n reservada para teste</numerusform>
            <numerusform>%n reservadas para teste</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n excluída</numerusform>
            <numerusform>%n excluídas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n true pair(s)</source>
        <translation>
            <numerusform>%n par verdadeiro</numerusform>
            <numerusform>%n pares verdadeiros</numerusform>
        </translation>
    </message>
    <message>
        <source>None of these can be used. Point at a photo to see why; click a flawed one to use it anyway.</source>
        <translation>Nenhuma serve. Aponte para uma foto para ler o motivo; um clique aceita uma defeituosa.</translation>
    </message>
    <message>
        <source>Too few: a model would memorise these pictures. Add more of the same kind.</source>
        <translation>Poucas demais: um modelo decoraria estas imagens. Adicione mais do mesmo tipo.</translation>
    </message>
    <message>
        <source>Enough to train, too few to hold some out: quality on unseen photos will not be measured.</source>
        <translation>Chegam para treinar, mas são poucas para reservar algumas: não se saberá quão bom é o modelo.</translation>
    </message>
    <message>
        <source>Enough. From about 100 photos on, a model learns more than just these scenes.</source>
        <translation>Suficientes. A partir de umas 100 fotos, um modelo aprende mais do que estas cenas.</translation>
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
        <translation>Antes e depois</translation>
    </message>
    <message>
        <source>Arrow keys move the divider, with Ctrl the picture; plus and minus zoom, backslash flips.</source>
        <translation>As setas movem o divisor, com Ctrl a imagem; mais e menos fazem zoom, a barra invertida alterna.</translation>
    </message>
    <message>
        <source>before</source>
        <translation>antes</translation>
    </message>
    <message>
        <source>after</source>
        <translation>depois</translation>
    </message>
</context>
<context>
    <name>QueueModel</name>
    <message>
        <source>being read</source>
        <translation>a ser lida</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>em espera</translation>
    </message>
    <message>
        <source>{0} % done</source>
        <translation>{0} % concluído</translation>
    </message>
    <message>
        <source>stopped, can be resumed</source>
        <translation>parada, pode ser retomada</translation>
    </message>
    <message>
        <source>done</source>
        <translation>concluída</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>falhou</translation>
    </message>
    <message>
        <source>has settings of its own</source>
        <translation>tem definições próprias</translation>
    </message>
</context>
<context>
    <name>ResultActions</name>
    <message>
        <source>{0} is on the clipboard.</source>
        <translation>{0} está na área de transferência.</translation>
    </message>
    <message>
        <source>Save the result as</source>
        <translation>Guardar o resultado como</translation>
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
        <translation>As definições valem para todas as fotos sem definições próprias</translation>
    </message>
    <message>
        <source>The selected photos have settings of their own</source>
        <translation>As fotos selecionadas têm definições próprias</translation>
    </message>
    <message>
        <source>Apply to all</source>
        <translation>Aplicar a todas</translation>
    </message>
    <message>
        <source>Apply these settings to all photos</source>
        <translation>Aplicar estas definições a todas as fotos</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>Predefinições</translation>
    </message>
    <message>
        <source>Use or save presets</source>
        <translation>Usar ou guardar predefinições</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selecionada</numerusform>
            <numerusform>%n selecionadas</numerusform>
        </translation>
    </message>
    <message>
        <source>Save as a preset …</source>
        <translation>Guardar como predefinição…</translation>
    </message>
    <message>
        <source>Remove a preset</source>
        <translation>Remover uma predefinição</translation>
    </message>
</context>
<context>
    <name>SeedControl</name>
    <message>
        <source>Look again: different fine detail, from another seed (R)</source>
        <translation>Ver de novo: outros pormenores finos, com outra semente (R)</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Ver de novo</translation>
    </message>
</context>
<context>
    <name>SettingsController</name>
    <message>
        <source>All photos have these settings now.</source>
        <translation>Todas as fotos têm agora estas definições.</translation>
    </message>
    <message>
        <source>Save as a preset</source>
        <translation>Guardar como predefinição</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
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
        <translation>Tamanho</translation>
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
        <translation>Pasta</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Avançado</translation>
    </message>
    <message>
        <source>Names, metadata, precision, memory</source>
        <translation>Nomes, metadados, precisão, memória</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atalhos de teclado</translation>
    </message>
    <message>
        <source>Zoom at the pointer</source>
        <translation>Zoom no ponteiro</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>Roda</translation>
    </message>
    <message>
        <source>Move the picture</source>
        <translation>Mover a imagem</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>Arrastar</translation>
    </message>
    <message>
        <source>Fit or 100 %</source>
        <translation>Ajustar ou 100 %</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>Duplo clique</translation>
    </message>
    <message>
        <source>Move the divider</source>
        <translation>Mover o divisor</translation>
    </message>
    <message>
        <source>Left, Right; with Shift faster</source>
        <translation>Esquerda, Direita; com Shift mais rápido</translation>
    </message>
    <message>
        <source>Back to the default</source>
        <translation>Voltar ao predefinido</translation>
    </message>
    <message>
        <source>Double click on a setting&apos;s name</source>
        <translation>Duplo clique no nome de uma definição</translation>
    </message>
    <message>
        <source>Picture and settings</source>
        <translation>Imagem e definições</translation>
    </message>
</context>
<context>
    <name>SizeControl</name>
    <message>
        <source>Size</source>
        <translation>Tamanho</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papel</translation>
    </message>
    <message>
        <source>Size of the result</source>
        <translation>Tamanho do resultado</translation>
    </message>
    <message>
        <source>A paper size, or sides such as 40x30cm, 40cm or 12x8in</source>
        <translation>Um formato de papel, ou lados como 40x30cm, 40cm ou 12x8in</translation>
    </message>
    <message>
        <source>Resolution of the print</source>
        <translation>Resolução da impressão</translation>
    </message>
    <message>
        <source>×1, restore only</source>
        <translation>×1, só restaurar</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Largura</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Altura</translation>
    </message>
    <message>
        <source>Long side</source>
        <translation>Lado maior</translation>
    </message>
    <message>
        <source>Short side</source>
        <translation>Lado menor</translation>
    </message>
    <message>
        <source>Megapixels</source>
        <translation>Megapíxeis</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Impressão</translation>
    </message>
    <message>
        <source>{0} → {1}
about {2}</source>
        <translation>{0} → {1}
cerca de {2}</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Trainings on this computer. Open one to look at it, continue it or install its model.</source>
        <translation>Treinos neste computador. Abra um para vê-lo, continuá-lo ou instalar o modelo.</translation>
    </message>
    <message>
        <source>Trainings</source>
        <translation>Treinos</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Show this training</source>
        <translation>Mostrar este treino</translation>
    </message>
    <message>
        <source>New training</source>
        <translation>Novo treino</translation>
    </message>
    <message>
        <source>Choose photos for another model</source>
        <translation>Escolher fotos para outro modelo</translation>
    </message>
    <message>
        <source>training now</source>
        <translation>treinando agora</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>concluído</translation>
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
        <translation>A iniciar o motor…</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progresso</translation>
    </message>
    <message>
        <source>Size and zoom</source>
        <translation>Tamanho e zoom</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} de {1}</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>em pausa</translation>
    </message>
    <message>
        <source>starting …</source>
        <translation>a iniciar…</translation>
    </message>
    <message>
        <source>{0} left</source>
        <translation>faltam {0}</translation>
    </message>
</context>
<context>
    <name>StopQuestion</name>
    <message>
        <source>Photos are being enlarged. Stop and close?</source>
        <translation>Há fotos a ser ampliadas. Parar e fechar?</translation>
    </message>
    <message>
        <source>What is computed is kept; the next start continues with it.</source>
        <translation>O que foi calculado é guardado; o próximo início continua daí.</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>Parar e fechar</translation>
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
        <translation>As amostras aparecem com o primeiro ponto salvo.</translation>
    </message>
    <message>
        <source>Moment of the training</source>
        <translation>Momento do treino</translation>
    </message>
    <message>
        <source>Back and forth through the training</source>
        <translation>Para a frente e para trás no treino</translation>
    </message>
    <message>
        <source>Which of the held-out crops</source>
        <translation>Qual dos recortes reservados</translation>
    </message>
    <message>
        <source>Sample {0}</source>
        <translation>Amostra {0}</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>danificada</translation>
    </message>
    <message>
        <source>bundled model</source>
        <translation>modelo incluído</translation>
    </message>
    <message>
        <source>step {0}</source>
        <translation>passo {0}</translation>
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
        <translation>Continua quando esta janela é fechada. Reaberta, ela o encontra onde estiver.</translation>
    </message>
    <message>
        <source>Current activity</source>
        <translation>O que está sendo feito</translation>
    </message>
    <message>
        <source>Perceptual difference (LPIPS) ↓</source>
        <translation>Diferença para o olho (LPIPS) ↓</translation>
    </message>
    <message>
        <source>Fidelity (PSNR, dB) ↑</source>
        <translation>Fidelidade (PSNR, dB) ↑</translation>
    </message>
    <message>
        <source>Loss ↓</source>
        <translation>Perda ↓</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Save and wait; nothing is lost (Ctrl+P)</source>
        <translation>Salvar e esperar; nada se perde (Ctrl+P)</translation>
    </message>
    <message>
        <source>Save now</source>
        <translation>Salvar agora</translation>
    </message>
    <message>
        <source>Write a checkpoint and new samples now</source>
        <translation>Gravar agora um ponto e novas amostras</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Stop and use what there is; you can continue later</source>
        <translation>Parar e usar o que há; dá para continuar depois</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Finished.</source>
        <translation>Concluído.</translation>
    </message>
    <message>
        <source>Stopped. Nothing is lost: continue from here, or use what there is.</source>
        <translation>Parado. Nada se perdeu: continua de onde estava, ou você usa o que há.</translation>
    </message>
    <message>
        <source>Not started yet.</source>
        <translation>Ainda não começou.</translation>
    </message>
    <message>
        <source>Stopping: saving what it has learned …</source>
        <translation>Parando: o que foi aprendido está sendo salvo…</translation>
    </message>
    <message>
        <source>Paused.</source>
        <translation>Em pausa.</translation>
    </message>
    <message>
        <source>Preparing the photos …</source>
        <translation>Preparando as fotos…</translation>
    </message>
    <message>
        <source>Making pairs of good and damaged pictures, and measuring where it starts …</source>
        <translation>Faz pares de imagens boas e danificadas e mede o ponto de partida…</translation>
    </message>
    <message>
        <source>Phase 1 of 2: learning the damage, and how to undo it in many steps</source>
        <translation>Fase 1 de 2: aprende os danos e como desfazê-los em muitos passos</translation>
    </message>
    <message>
        <source>Phase 2 of 2: learning to do it in one step</source>
        <translation>Fase 2 de 2: aprende a fazê-lo em um só passo</translation>
    </message>
    <message>
        <source>Learning your photos and their damage</source>
        <translation>Aprende suas fotos e seus danos</translation>
    </message>
    <message>
        <source>{0}. {1} left</source>
        <translation>{0}. Faltam {1}</translation>
    </message>
    <message>
        <source>Still improving on photos it has never seen.</source>
        <translation>Ainda melhora em fotos que nunca viu.</translation>
    </message>
    <message>
        <source>Levelling off: you can stop, more time brings little.</source>
        <translation>Está estabilizando: pode parar, mais tempo traz pouco.</translation>
    </message>
    <message>
        <source>Not better yet than at the start on photos it has never seen.</source>
        <translation>Ainda não melhor que no início em fotos que nunca viu.</translation>
    </message>
    <message>
        <source>Too early to say how well it goes.</source>
        <translation>Cedo demais para dizer como vai.</translation>
    </message>
</context>
<context>
    <name>TrainWizard</name>
    <message>
        <source>A model of your own</source>
        <translation>Um modelo seu</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>Damage</source>
        <translation>Danos</translation>
    </message>
    <message>
        <source>Effort</source>
        <translation>Esforço</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Treinar</translation>
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
        <translation>Todos os treinos</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Voltar</translation>
    </message>
    <message>
        <source>Waiting for the night.</source>
        <translation>Espera a noite.</translation>
    </message>
    <message>
        <source>Waiting for mains power.</source>
        <translation>Espera a tomada.</translation>
    </message>
    <message>
        <source>Waiting until nobody is using the computer.</source>
        <translation>Espera até que ninguém use o computador.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Avançar</translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>Começar o treino</translation>
    </message>
</context>
<context>
    <name>TrustBar</name>
    <message>
        <source>On average, in levels of 255: the standard deviation over the seeds</source>
        <translation>Em média, em níveis de 255: o desvio-padrão entre as sementes</translation>
    </message>
    <message>
        <source>Strength of the colour</source>
        <translation>Intensidade da cor</translation>
    </message>
    <message>
        <source>How strong the colour is</source>
        <translation>Quão forte é a cor</translation>
    </message>
    <message>
        <source>Hide the colour</source>
        <translation>Ocultar a cor</translation>
    </message>
    <message>
        <source>Hide the colour (T or Esc)</source>
        <translation>Ocultar a cor (T ou Esc)</translation>
    </message>
    <message>
        <source>From the same in all seeds to invented</source>
        <translation>De igual em todas as sementes a inventado</translation>
    </message>
    <message>
        <source>the same in all seeds</source>
        <translation>igual em todas as sementes</translation>
    </message>
    <message>
        <source>invented here; other details fit as well</source>
        <translation>inventado aqui; outros detalhes também servem</translation>
    </message>
    <message>
        <source>Error to expect in view: {0} of 255, {1} % likely invented</source>
        <translation>Erro a esperar à vista: {0} de 255, {1} % provavelmente inventado</translation>
    </message>
    <message>
        <source>In view: {0} of 255, {1} % likely invented</source>
        <translation>À vista: {0} de 255, {1} % provavelmente inventado</translation>
    </message>
    <message>
        <source>Waiting for the preview …</source>
        <translation>À espera da pré-visualização …</translation>
    </message>
    <message>
        <source>Computing other seeds: {0} of {1}</source>
        <translation>A calcular outras sementes: {0} de {1}</translation>
    </message>
    <message>
        <source>Seeds take long here, so they are compared only on request. Variants (V) compares a part.</source>
        <translation>Aqui as sementes demoram muito e não são comparadas sem pedido. Variantes (V) compara uma parte.</translation>
    </message>
    <message>
        <source>seeds agree</source>
        <translation>as sementes concordam</translation>
    </message>
    <message>
        <source>details differ</source>
        <translation>os detalhes diferem</translation>
    </message>
    <message>
        <source>likely invented</source>
        <translation>provavelmente inventado</translation>
    </message>
    <message>
        <source>Here: error of about {0} of 255, {1}</source>
        <translation>Aqui: erro de cerca de {0} de 255, {1}</translation>
    </message>
    <message>
        <source>Here: {0} of 255, {1}</source>
        <translation>Aqui: {0} de 255, {1}</translation>
    </message>
    <message>
        <source>Agreement between seeds proves nothing: all of them may be wrong.</source>
        <translation>Onde as sementes concordam, isso não é prova: todas podem errar.</translation>
    </message>
    <message>
        <source>Only what is outlined is compared; zoom in for the rest.</source>
        <translation>Só se compara o que está contornado; amplie para ver o resto.</translation>
    </message>
</context>
<context>
    <name>VariantController</name>
    <message>
        <source>Open a photo first.</source>
        <translation>Abra primeiro uma foto.</translation>
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
        <translation>A variante em vista</translation>
    </message>
    <message>
        <source>Seed {0}</source>
        <translation>Semente {0}</translation>
    </message>
    <message>
        <source>Variant {0}, seed {1}</source>
        <translation>Variante {0}, semente {1}</translation>
    </message>
    <message>
        <source>Look at this variant ({0})</source>
        <translation>Ver esta variante ({0})</translation>
    </message>
    <message>
        <source>Show where they &amp;differ</source>
        <translation>Mostrar onde &amp;diferem</translation>
    </message>
    <message>
        <source>Colours what other seeds would have drawn differently (T)</source>
        <translation>Uma cor sobre o que outras sementes teriam feito diferente (T)</translation>
    </message>
    <message>
        <source>Strength of the colour</source>
        <translation>Intensidade da cor</translation>
    </message>
    <message>
        <source>How strong the colour is</source>
        <translation>Quão forte é a cor</translation>
    </message>
    <message>
        <source>Computing …</source>
        <translation>A calcular …</translation>
    </message>
    <message>
        <source>{0}: {1} × {2} pixels of what you see. Where detail was lost, several pictures fit.</source>
        <translation>{0}: {1} × {2} píxeis do que vê. Onde o detalhe se perdeu, várias imagens servem.</translation>
    </message>
    <message>
        <source>the same in all</source>
        <translation>igual em todas</translation>
    </message>
    <message>
        <source>invented here; other details fit as well</source>
        <translation>inventado aqui; outros detalhes também servem</translation>
    </message>
    <message>
        <source>From the same in all to invented</source>
        <translation>De igual em todas a inventado</translation>
    </message>
    <message>
        <source>Use this one</source>
        <translation>Usar esta</translation>
    </message>
    <message>
        <source>The whole picture gets the seed of this variant (Enter)</source>
        <translation>Toda a imagem recebe a semente desta variante (Enter)</translation>
    </message>
    <message>
        <source>Paint with it</source>
        <translation>Pintar com ela</translation>
    </message>
    <message>
        <source>Paint the part of the picture that gets this variant</source>
        <translation>A parte da imagem que pintar recebe esta variante</translation>
    </message>
    <message>
        <source>The variants differ by {0} of 255 levels on average, and clearly on {1} % of what you see. Agreement proves nothing, though.</source>
        <translation>As variantes diferem em média {0} de 255 níveis, e claramente em {1} % do que se vê. Onde concordam, isso não é prova.</translation>
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
        <translation>{0} está sendo observada: as fotos que chegam são ampliadas em {1}.</translation>
    </message>
    <message>
        <source>{0} is no longer watched.</source>
        <translation>{0} não está mais sendo observada.</translation>
    </message>
    <message>
        <source>Folder to watch</source>
        <translation>Pasta a observar</translation>
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
        <translation>Todos os ficheiros</translation>
    </message>
    <message>
        <source>Import models</source>
        <translation>Importar modelos</translation>
    </message>
    <message>
        <source>{0}, one step</source>
        <translation>{0}, um passo</translation>
    </message>
    <message>
        <source>{0}, {1} steps</source>
        <translation>{0}, {1} passos</translation>
    </message>
    <message>
        <source>Came with the program</source>
        <translation>Incluídos no programa</translation>
    </message>
    <message>
        <source>Trained with this program</source>
        <translation>Treinados com este programa</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Importados</translation>
    </message>
    <message>
        <source>Colour photos</source>
        <translation>Fotos a cores</translation>
    </message>
    <message>
        <source>Black and white photos</source>
        <translation>Fotos a preto e branco</translation>
    </message>
    <message>
        <source>A model of this program: {0}</source>
        <translation>Um modelo deste programa: {0}</translation>
    </message>
    <message>
        <source>Autoencoder, {0} million parameters; stored once, for all models that use it</source>
        <translation>Autocodificador, {0} milhões de parâmetros; guardado uma vez para todos os modelos que o usam</translation>
    </message>
    <message>
        <source>Network of a student with a noise input, {0} million parameters</source>
        <translation>Rede de um aluno com entrada de ruído, {0} milhões de parâmetros</translation>
    </message>
    <message>
        <source>Network of a teacher or student, {0} million parameters</source>
        <translation>Rede de um professor ou aluno, {0} milhões de parâmetros</translation>
    </message>
    <message>
        <source>Your models take {0}; {1} are free.</source>
        <translation>Os seus modelos ocupam {0}; {1} livres.</translation>
    </message>
    <message>
        <source>Shared autoencoders: {0}.</source>
        <translation>Autocodificadores partilhados: {0}.</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Para</translation>
    </message>
    <message>
        <source>Enlarges</source>
        <translation>Amplia</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licença</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Autor</translation>
    </message>
    <message>
        <source>Made on</source>
        <translation>Criado em</translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation>Treinado com</translation>
    </message>
    <message>
        <source>Licence of the photos</source>
        <translation>Licença das fotos</translation>
    </message>
</context>
<context>
    <name>notices</name>
    <message>
        <source>It had started to get worse: it continues from step {0}, more carefully.</source>
        <translation>Tinha começado a piorar: continua a partir do passo {0}, com mais cuidado.</translation>
    </message>
    <message>
        <source>{0} photos are few: from about {1} on, a model learns more than just these scenes.</source>
        <translation>{0} fotos são poucas: a partir de cerca de {1}, um modelo aprende mais do que estas cenas.</translation>
    </message>
    <message>
        <source>Too few photos to hold any out: quality on unseen photos will not be measured.</source>
        <translation>Nenhuma foto pôde ser reservada: não se saberá quão bom é o modelo noutras fotos.</translation>
    </message>
    <message>
        <source>Most photos are flawed: a model never gets better than the photos it learns from.</source>
        <translation>A maioria das fotos tem defeitos: um modelo nunca supera o que lhe é mostrado como bom.</translation>
    </message>
    <message>
        <source>Most photos are black and white: the model will not know colours.</source>
        <translation>A maioria das fotos é a preto e branco: o modelo não conhecerá as cores.</translation>
    </message>
    <message>
        <source>The photos have several colour profiles. That is harmless.</source>
        <translation>As fotos têm vários perfis de cor. Não faz mal.</translation>
    </message>
    <message>
        <source>{0} of {1} files are left out; the first step shows why.</source>
        <translation>{0} de {1} ficheiros ficam de fora; o primeiro passo mostra porquê.</translation>
    </message>
    <message>
        <source>Files of this training are gone ({0}); it continues without them.</source>
        <translation>Faltam ficheiros deste treino ({0}); continua sem eles.</translation>
    </message>
    <message>
        <source>This kind of model is meant for a graphics card: here a step takes many minutes.</source>
        <translation>Este tipo de modelo destina-se a uma placa gráfica: aqui, um passo demora muitos minutos.</translation>
    </message>
    <message>
        <source>One of its metrics (LPIPS-VGG) is not installed; it trains without it. To fetch it: {0}</source>
        <translation>Uma das suas medidas (LPIPS-VGG) não está instalada; treina sem ela. Para a obter: {0}</translation>
    </message>
    <message>
        <source>Fitted to the free memory, {0} MB.</source>
        <translation>Ajustado à memória livre, {0} MB.</translation>
    </message>
    <message>
        <source>The computer slept for {0}; that time does not count.</source>
        <translation>O computador esteve em repouso {0}; isso não conta.</translation>
    </message>
    <message>
        <source>Memory is short: it works in smaller parts from here on. The result is the same.</source>
        <translation>Falta memória: a partir daqui trabalha em partes menores. O resultado é o mesmo.</translation>
    </message>
    <message>
        <source>What it had learned at the pause is worse than before; that is kept as well.</source>
        <translation>O estado na pausa é pior do que o anterior; esse também é mantido.</translation>
    </message>
    <message>
        <source>The disk is full: nothing could be saved. Free some space; it will try again.</source>
        <translation>O disco está cheio: nada pôde ser guardado. Liberte espaço; tentará de novo.</translation>
    </message>
    <message>
        <source>The newest saved state was damaged; it continued from the one before.</source>
        <translation>O último estado guardado estava danificado; continuou a partir do anterior.</translation>
    </message>
    <message>
        <source>On photos it has never seen it is worse now than at the start ({0}: {1} and {2}).</source>
        <translation>Em fotos que nunca viu, está agora pior do que no início ({0}: {1} e {2}).</translation>
    </message>
    <message>
        <source>On photos it has never seen it was better at step {0}; that state is kept.</source>
        <translation>Em fotos que nunca viu era melhor no passo {0}; esse estado está guardado.</translation>
    </message>
    <message>
        <source>The sample pictures could not be written: {0}</source>
        <translation>Não foi possível escrever as imagens de amostra: {0}</translation>
    </message>
    <message>
        <source>It cannot be compared with the bundled model during training; at the end it can.</source>
        <translation>Pelo caminho não pode ser comparado com o modelo incluído; no fim, sim.</translation>
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
