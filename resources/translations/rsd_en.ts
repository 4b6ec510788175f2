<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>Automatic</source>
        <translation>Automatic</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Detail</translation>
    </message>
    <message>
        <source>Faithful: only what is certain. Realistic: lost detail is invented.</source>
        <translation>Faithful: only what is certain. Realistic: lost detail is invented.</translation>
    </message>
    <message>
        <source>Detail, from faithful to realistic</source>
        <translation>Detail, from faithful to realistic</translation>
    </message>
    <message>
        <source>faithful</source>
        <translation>faithful</translation>
    </message>
    <message>
        <source>realistic</source>
        <translation>realistic</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>Guard</source>
        <translation>Guard</translation>
    </message>
    <message>
        <source>Detected and kept faithful: nothing is invented there</source>
        <translation>Detected and kept faithful: nothing is invented there</translation>
    </message>
    <message>
        <source>Faces and text</source>
        <translation>Faces and text</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Same as the photo</source>
        <translation>Same as the photo</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Depth</translation>
    </message>
    <message>
        <source>8 bits per channel</source>
        <translation>8 bits per channel</translation>
    </message>
    <message>
        <source>16 bits per channel</source>
        <translation>16 bits per channel</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Device</translation>
    </message>
    <message>
        <source>The fastest</source>
        <translation>The fastest</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>Metadata</translation>
    </message>
    <message>
        <source>Which of the photo&apos;s metadata is copied into the result</source>
        <translation>Which of the photo&apos;s metadata is copied into the result</translation>
    </message>
    <message>
        <source>All of it</source>
        <translation>All of it</translation>
    </message>
    <message>
        <source>Without the location</source>
        <translation>Without the location</translation>
    </message>
    <message>
        <source>None</source>
        <translation>None</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colours</translation>
    </message>
    <message>
        <source>Corrects colours that the model lets drift over large areas</source>
        <translation>Corrects colours that the model lets drift over large areas</translation>
    </message>
    <message>
        <source>As in the photo</source>
        <translation>As in the photo</translation>
    </message>
    <message>
        <source>Camera RAW</source>
        <translation>Camera RAW</translation>
    </message>
    <message>
        <source>The colour space that camera RAW is developed into</source>
        <translation>The colour space that camera RAW is developed into</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Precision</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Memory</translation>
    </message>
    <message>
        <source>Tile</source>
        <translation>Tile</translation>
    </message>
</context>
<context>
    <name>AboutDialog</name>
    <message>
        <source>About RSD Studio</source>
        <translation>About RSD Studio</translation>
    </message>
    <message>
        <source>Enlarges and restores photos on this computer. It connects to nothing.</source>
        <translation>Enlarges and restores photos on this computer. It connects to nothing.</translation>
    </message>
    <message>
        <source>Versions, licences, this machine</source>
        <translation>Versions, licences, this machine</translation>
    </message>
    <message>
        <source>Asking the engine …</source>
        <translation>Asking the engine …</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Copy it for a bug report</source>
        <translation>Copy it for a bug report</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>This machine</translation>
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
        <translation>Open …</translation>
    </message>
    <message>
        <source>Add photos</source>
        <translation>Add photos</translation>
    </message>
    <message>
        <source>Open a folder …</source>
        <translation>Open a folder …</translation>
    </message>
    <message>
        <source>Add all photos of a folder</source>
        <translation>Add all photos of a folder</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Paste</translation>
    </message>
    <message>
        <source>Add a copied picture, or copied files</source>
        <translation>Add a copied picture, or copied files</translation>
    </message>
    <message>
        <source>Save the result as …</source>
        <translation>Save the result as …</translation>
    </message>
    <message>
        <source>Copy the result to another place</source>
        <translation>Copy the result to another place</translation>
    </message>
    <message>
        <source>Copy the result</source>
        <translation>Copy the result</translation>
    </message>
    <message>
        <source>Put the result on the clipboard</source>
        <translation>Put the result on the clipboard</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Show in folder</translation>
    </message>
    <message>
        <source>Show the result in its folder</source>
        <translation>Show the result in its folder</translation>
    </message>
    <message>
        <source>Models …</source>
        <translation>Models …</translation>
    </message>
    <message>
        <source>See, import and remove models</source>
        <translation>See, import and remove models</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quit</translation>
    </message>
    <message>
        <source>Watch a folder …</source>
        <translation>Watch a folder …</translation>
    </message>
    <message>
        <source>Enlarge every photo that arrives in a folder</source>
        <translation>Enlarge every photo that arrives in a folder</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>Close the window</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Undo the last change</source>
        <translation>Undo the last change</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>Redo the change</source>
        <translation>Redo the change</translation>
    </message>
    <message>
        <source>Select all photos</source>
        <translation>Select all photos</translation>
    </message>
    <message>
        <source>Remove from the queue</source>
        <translation>Remove from the queue</translation>
    </message>
    <message>
        <source>Take the selected photos out of the queue; no file is deleted</source>
        <translation>Take the selected photos out of the queue; no file is deleted</translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation>Remove all</translation>
    </message>
    <message>
        <source>Empty the queue; no file is deleted</source>
        <translation>Empty the queue; no file is deleted</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Move up</translation>
    </message>
    <message>
        <source>Enlarge the selected photos earlier</source>
        <translation>Enlarge the selected photos earlier</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Move down</translation>
    </message>
    <message>
        <source>Enlarge the selected photos later</source>
        <translation>Enlarge the selected photos later</translation>
    </message>
    <message>
        <source>Apply settings to all</source>
        <translation>Apply settings to all</translation>
    </message>
    <message>
        <source>Apply these settings to all photos</source>
        <translation>Apply these settings to all photos</translation>
    </message>
    <message>
        <source>Paint</source>
        <translation>Paint</translation>
    </message>
    <message>
        <source>Paint what should be more faithful, or more realistic, than the rest</source>
        <translation>Paint what should be more faithful, or more realistic, than the rest</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Fit</translation>
    </message>
    <message>
        <source>Show the whole picture</source>
        <translation>Show the whole picture</translation>
    </message>
    <message>
        <source>Fit or 100 %</source>
        <translation>Fit or 100 %</translation>
    </message>
    <message>
        <source>Between the whole picture and 100 %</source>
        <translation>Between the whole picture and 100 %</translation>
    </message>
    <message>
        <source>One pixel of the result per screen pixel</source>
        <translation>One pixel of the result per screen pixel</translation>
    </message>
    <message>
        <source>Every pixel of the result at twice its size</source>
        <translation>Every pixel of the result at twice its size</translation>
    </message>
    <message>
        <source>Every pixel of the result at four times its size</source>
        <translation>Every pixel of the result at four times its size</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Zoom in</translation>
    </message>
    <message>
        <source>Show less, larger</source>
        <translation>Show less, larger</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Zoom out</translation>
    </message>
    <message>
        <source>Show more, smaller</source>
        <translation>Show more, smaller</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Split</translation>
    </message>
    <message>
        <source>Before and after, with a divider between them</source>
        <translation>Before and after, with a divider between them</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Side by side</translation>
    </message>
    <message>
        <source>Before and after beside each other</source>
        <translation>Before and after beside each other</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Difference</translation>
    </message>
    <message>
        <source>What the program has changed</source>
        <translation>What the program has changed</translation>
    </message>
    <message>
        <source>Flip while held</source>
        <translation>Flip while held</translation>
    </message>
    <message>
        <source>Show the other picture in place, while held</source>
        <translation>Show the other picture in place, while held</translation>
    </message>
    <message>
        <source>Loupe</source>
        <translation>Loupe</translation>
    </message>
    <message>
        <source>A magnifier at the pointer</source>
        <translation>A magnifier at the pointer</translation>
    </message>
    <message>
        <source>What is invented</source>
        <translation>What is invented</translation>
    </message>
    <message>
        <source>Colours the result where other seeds draw different details; Esc hides it</source>
        <translation>Colours the result where other seeds draw different details; Esc hides it</translation>
    </message>
    <message>
        <source>Previous photo</source>
        <translation>Previous photo</translation>
    </message>
    <message>
        <source>Show the previous photo</source>
        <translation>Show the previous photo</translation>
    </message>
    <message>
        <source>Next photo</source>
        <translation>Next photo</translation>
    </message>
    <message>
        <source>Show the next photo</source>
        <translation>Show the next photo</translation>
    </message>
    <message>
        <source>Strip and settings</source>
        <translation>Strip and settings</translation>
    </message>
    <message>
        <source>Show or hide the panels beside the picture</source>
        <translation>Show or hide the panels beside the picture</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Full screen</translation>
    </message>
    <message>
        <source>Use the whole screen</source>
        <translation>Use the whole screen</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Enlarge all waiting photos</source>
        <translation>Enlarge all waiting photos</translation>
    </message>
    <message>
        <source>Start the selected photos</source>
        <translation>Start the selected photos</translation>
    </message>
    <message>
        <source>Enlarge the selected photos only</source>
        <translation>Enlarge the selected photos only</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Pause the work, or continue it</source>
        <translation>Pause the work, or continue it</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Stop; what is done is kept and can be continued</source>
        <translation>Stop; what is done is kept and can be continued</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Look again</translation>
    </message>
    <message>
        <source>Different fine detail, from another seed</source>
        <translation>Different fine detail, from another seed</translation>
    </message>
    <message>
        <source>Variants …</source>
        <translation>Variants …</translation>
    </message>
    <message>
        <source>Other pictures that fit the photo, to choose from</source>
        <translation>Other pictures that fit the photo, to choose from</translation>
    </message>
    <message>
        <source>Train a model of your own …</source>
        <translation>Train a model of your own …</translation>
    </message>
    <message>
        <source>Make a model for your kind of photos</source>
        <translation>Make a model for your kind of photos</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Keyboard shortcuts</translation>
    </message>
    <message>
        <source>All shortcuts on one sheet</source>
        <translation>All shortcuts on one sheet</translation>
    </message>
    <message>
        <source>Open the log folder</source>
        <translation>Open the log folder</translation>
    </message>
    <message>
        <source>Where the program keeps its log</source>
        <translation>Where the program keeps its log</translation>
    </message>
    <message>
        <source>About RSD Studio</source>
        <translation>About RSD Studio</translation>
    </message>
    <message>
        <source>Versions, licences, this machine</source>
        <translation>Versions, licences, this machine</translation>
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
        <translation>The process that looks at the photos has ended. Try again.</translation>
    </message>
</context>
<context>
    <name>BlindTest</name>
    <message>
        <source>Blind test</source>
        <translation>Blind test</translation>
    </message>
    <message>
        <source>Two results of one photo</source>
        <translation>Two results of one photo</translation>
    </message>
    <message>
        <source>The left one (1)</source>
        <translation>The left one (1)</translation>
    </message>
    <message>
        <source>The right one (2)</source>
        <translation>The right one (2)</translation>
    </message>
    <message>
        <source>No difference (0)</source>
        <translation>No difference (0)</translation>
    </message>
    <message>
        <source>You saw no difference.</source>
        <translation>You saw no difference.</translation>
    </message>
    <message>
        <source>You chose your own model {0} of {1} times (95 % interval: {2} to {3} %).</source>
        <translation>You chose your own model {0} of {1} times (95 % interval: {2} to {3} %).</translation>
    </message>
    <message>
        <source>That may be chance.</source>
        <translation>That may be chance.</translation>
    </message>
    <message>
        <source>Thank you.</source>
        <translation>Thank you.</translation>
    </message>
    <message>
        <source>Which is better? {0} of {1}</source>
        <translation>Which is better? {0} of {1}</translation>
    </message>
</context>
<context>
    <name>BrushBar</name>
    <message>
        <source>Faithful</source>
        <translation>Faithful</translation>
    </message>
    <message>
        <source>Only what is certain: for faces and text</source>
        <translation>Only what is certain: for faces and text</translation>
    </message>
    <message>
        <source>Realistic</source>
        <translation>Realistic</translation>
    </message>
    <message>
        <source>With invented detail: for leaves, fur and fabric</source>
        <translation>With invented detail: for leaves, fur and fabric</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>Variant</translation>
    </message>
    <message>
        <source>Another variant, as chosen with V</source>
        <translation>Another variant, as chosen with V</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Erase</translation>
    </message>
    <message>
        <source>Removes the strokes it touches</source>
        <translation>Removes the strokes it touches</translation>
    </message>
    <message>
        <source>Size of the brush</source>
        <translation>Size of the brush</translation>
    </message>
    <message>
        <source>Size of the brush ([ and ])</source>
        <translation>Size of the brush ([ and ])</translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation>Remove all</translation>
    </message>
    <message>
        <source>Remove all strokes</source>
        <translation>Remove all strokes</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Back to the picture (Esc)</source>
        <translation>Back to the picture (Esc)</translation>
    </message>
    <message>
        <source>This model always draws a full sample; this needs another model or a variant.</source>
        <translation>This model always draws a full sample; this needs another model or a variant.</translation>
    </message>
    <message>
        <source>Variant {0}</source>
        <translation>Variant {0}</translation>
    </message>
</context>
<context>
    <name>BrushController</name>
    <message>
        <source>Open a photo first.</source>
        <translation>Open a photo first.</translation>
    </message>
    <message>
        <source>The picture&apos;s record is full. Erase some strokes first.</source>
        <translation>The picture&apos;s record is full. Erase some strokes first.</translation>
    </message>
</context>
<context>
    <name>Command</name>
    <message>
        <source>The command has failed.</source>
        <translation>The command has failed.</translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>Photos that the training has never seen. Move the divider, or press Y to see both.</source>
        <translation>Photos that the training has never seen. Move the divider, or press Y to see both.</translation>
    </message>
    <message>
        <source>On the left</source>
        <translation>On the left</translation>
    </message>
    <message>
        <source>On the right</source>
        <translation>On the right</translation>
    </message>
    <message>
        <source>Previous photo (PgUp)</source>
        <translation>Previous photo (PgUp)</translation>
    </message>
    <message>
        <source>Next photo (PgDown)</source>
        <translation>Next photo (PgDown)</translation>
    </message>
    <message>
        <source>Compare again</source>
        <translation>Compare again</translation>
    </message>
    <message>
        <source>With what it has learned since</source>
        <translation>With what it has learned since</translation>
    </message>
    <message>
        <source>Blind test …</source>
        <translation>Blind test …</translation>
    </message>
    <message>
        <source>Which is better? Ten pairs without names</source>
        <translation>Which is better? Ten pairs without names</translation>
    </message>
    <message>
        <source>Enlarging photos that it has never seen …</source>
        <translation>Enlarging photos that it has never seen …</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>damaged</translation>
    </message>
    <message>
        <source>bundled model</source>
        <translation>bundled model</translation>
    </message>
    <message>
        <source>your model</source>
        <translation>your model</translation>
    </message>
    <message>
        <source>original</source>
        <translation>original</translation>
    </message>
    <message>
        <source>Measuring both …</source>
        <translation>Measuring both …</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} of {1}</translation>
    </message>
    <message>
        <source>better</source>
        <translation>better</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>worse</translation>
    </message>
    <message>
        <source>alike</source>
        <translation>alike</translation>
    </message>
    <message>
        <source>LPIPS and DISTS say how different it looks to the eye, PSNR and SSIM how close it is pixel by pixel; “alike” means that the difference may be chance. Your own eyes decide.</source>
        <translation>LPIPS and DISTS say how different it looks to the eye, PSNR and SSIM how close it is pixel by pixel; “alike” means that the difference may be chance. Your own eyes decide.</translation>
    </message>
    <message>
        <source>These photos were trained on: the figures are too good.</source>
        <translation>These photos were trained on: the figures are too good.</translation>
    </message>
    <message>
        <source>Warning: the new model is not better. More time, more photos or other damage may help.</source>
        <translation>Warning: the new model is not better. More time, more photos or other damage may help.</translation>
    </message>
    <message>
        <source>The new model is better in {0} figures and worse in {1}.</source>
        <translation>The new model is better in {0} figures and worse in {1}.</translation>
    </message>
    <message>
        <source>The new model is better in {0} of {1} figures.</source>
        <translation>The new model is better in {0} of {1} figures.</translation>
    </message>
</context>
<context>
    <name>ComparePane</name>
    <message>
        <source>At this size the photo passes through the model twice. The result appears when you run it.</source>
        <translation>At this size the photo passes through the model twice. The result appears when you run it.</translation>
    </message>
    <message>
        <source>This model takes many seconds per part. Its result appears when you run it.</source>
        <translation>This model takes many seconds per part. Its result appears when you run it.</translation>
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
        <translation>The model judges how damaged the photo is</translation>
    </message>
    <message>
        <source>clean</source>
        <translation>clean</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>damaged</translation>
    </message>
    <message>
        <source>Condition, from clean to damaged</source>
        <translation>Condition, from clean to damaged</translation>
    </message>
    <message>
        <source>Clean: change little. Damaged: repair much.</source>
        <translation>Clean: change little. Damaged: repair much.</translation>
    </message>
</context>
<context>
    <name>DamagePage</name>
    <message>
        <source>Choose what your photos suffer from. What you see here is what the model will learn to undo.</source>
        <translation>Choose what your photos suffer from. What you see here is what the model will learn to undo.</translation>
    </message>
    <message>
        <source>A sample appears in a moment.</source>
        <translation>A sample appears in a moment.</translation>
    </message>
    <message>
        <source>Condition shown</source>
        <translation>Condition shown</translation>
    </message>
    <message>
        <source>How often the damage is heavy</source>
        <translation>How often the damage is heavy</translation>
    </message>
    <message>
        <source>Left undamaged</source>
        <translation>Left undamaged</translation>
    </message>
    <message>
        <source>Blur up to</source>
        <translation>Blur up to</translation>
    </message>
    <message>
        <source>Noise up to</source>
        <translation>Noise up to</translation>
    </message>
    <message>
        <source>JPEG damage up to</source>
        <translation>JPEG damage up to</translation>
    </message>
    <message>
        <source>Another sample</source>
        <translation>Another sample</translation>
    </message>
    <message>
        <source>Another place and other random damage (R)</source>
        <translation>Another place and other random damage (R)</translation>
    </message>
    <message>
        <source>Another photo</source>
        <translation>Another photo</translation>
    </message>
    <message>
        <source>The same on the next photo (P)</source>
        <translation>The same on the next photo (P)</translation>
    </message>
    <message>
        <source>More</source>
        <translation>More</translation>
    </message>
    <message>
        <source>How strong, how often</source>
        <translation>How strong, how often</translation>
    </message>
    <message>
        <source>Measure it from bad photos …</source>
        <translation>Measure it from bad photos …</translation>
    </message>
    <message>
        <source>Drop a few photos as bad as yours here, or choose them</source>
        <translation>Drop a few photos as bad as yours here, or choose them</translation>
    </message>
    <message>
        <source>clean</source>
        <translation>clean</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>damaged</translation>
    </message>
    <message>
        <source>Measuring …</source>
        <translation>Measuring …</translation>
    </message>
    <message>
        <source>Anything, including heavy damage</source>
        <translation>Anything, including heavy damage</translation>
    </message>
    <message>
        <source>Camera or phone</source>
        <translation>Camera or phone</translation>
    </message>
    <message>
        <source>Old film and prints</source>
        <translation>Old film and prints</translation>
    </message>
    <message>
        <source>From the web</source>
        <translation>From the web</translation>
    </message>
    <message>
        <source>As I set or measure it</source>
        <translation>As I set or measure it</translation>
    </message>
    <message>
        <source>your photo</source>
        <translation>your photo</translation>
    </message>
    <message>
        <source>as the model will see it</source>
        <translation>as the model will see it</translation>
    </message>
    <message>
        <source>Photos as bad as yours</source>
        <translation>Photos as bad as yours</translation>
    </message>
    <message numerus="yes">
        <source>Measured on %n photo(s): blur {0} to {1} px, noise {2} to {3} of 255, JPEG quality {4} to {5}.</source>
        <translation>
            <numerusform>Measured on %n photo: blur {0} to {1} px, noise {2} to {3} of 255, JPEG quality {4} to {5}.</numerusform>
            <numerusform>Measured on %n photos: blur {0} to {1} px, noise {2} to {3} of 255, JPEG quality {4} to {5}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Document</name>
    <message>
        <source>change default models</source>
        <translation>change default models</translation>
    </message>
    <message numerus="yes">
        <source>add %n photo(s)</source>
        <translation>
            <numerusform>add %n photo</numerusform>
            <numerusform>add %n photos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>remove %n photo(s)</source>
        <translation>
            <numerusform>remove %n photo</numerusform>
            <numerusform>remove %n photos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>move %n photo(s)</source>
        <translation>
            <numerusform>move %n photo</numerusform>
            <numerusform>move %n photos</numerusform>
        </translation>
    </message>
    <message>
        <source>apply settings to all</source>
        <translation>apply settings to all</translation>
    </message>
    <message>
        <source>paint</source>
        <translation>paint</translation>
    </message>
    <message>
        <source>erase</source>
        <translation>erase</translation>
    </message>
    <message>
        <source>change settings</source>
        <translation>change settings</translation>
    </message>
    <message numerus="yes">
        <source>change settings of %n photo(s)</source>
        <translation>
            <numerusform>change settings of %n photo</numerusform>
            <numerusform>change settings of %n photos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DropOverlay</name>
    <message numerus="yes">
        <source>Drop to add %n file(s) or folder(s)</source>
        <translation>
            <numerusform>Drop to add %n file or folder</numerusform>
            <numerusform>Drop to add %n files or folders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EffortPage</name>
    <message>
        <source>How much time should it take? More is better, up to a point; you can stop early.</source>
        <translation>How much time should it take? More is better, up to a point; you can stop early.</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>Start from</translation>
    </message>
    <message>
        <source>Use of the computer</source>
        <translation>Use of the computer</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Begin</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Device</translation>
    </message>
    <message>
        <source>For experts</source>
        <translation>For experts</translation>
    </message>
    <message>
        <source>The bundled model (recommended)</source>
        <translation>The bundled model (recommended)</translation>
    </message>
    <message>
        <source>Nothing: takes days, and thousands of photos</source>
        <translation>Nothing: takes days, and thousands of photos</translation>
    </message>
    <message>
        <source>What other programs leave idle</source>
        <translation>What other programs leave idle</translation>
    </message>
    <message>
        <source>Half of the processor</source>
        <translation>Half of the processor</translation>
    </message>
    <message>
        <source>All of it</source>
        <translation>All of it</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>At night, from 22 to 7 o&apos;clock</source>
        <translation>At night, from 22 to 7 o&apos;clock</translation>
    </message>
    <message>
        <source>While on mains power</source>
        <translation>While on mains power</translation>
    </message>
    <message>
        <source>While nobody is using it, from 5 minutes after the last key</source>
        <translation>While nobody is using it, from 5 minutes after the last key</translation>
    </message>
    <message>
        <source>The fastest</source>
        <translation>The fastest</translation>
    </message>
    <message>
        <source>Measuring how fast this computer is …</source>
        <translation>Measuring how fast this computer is …</translation>
    </message>
    <message>
        <source>Measured on this computer ({0} cores). Needs about {1} of memory and up to {2} on the disk.</source>
        <translation>Measured on this computer ({0} cores). Needs about {1} of memory and up to {2} on the disk.</translation>
    </message>
    <message>
        <source>Quick try</source>
        <translation>Quick try</translation>
    </message>
    <message>
        <source>shows where it is heading</source>
        <translation>shows where it is heading</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Good</translation>
    </message>
    <message>
        <source>for most purposes</source>
        <translation>for most purposes</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>Best</translation>
    </message>
    <message>
        <source>the last bit of quality</source>
        <translation>the last bit of quality</translation>
    </message>
    <message>
        <source>about {0}</source>
        <translation>about {0}</translation>
    </message>
</context>
<context>
    <name>EmptyPage</name>
    <message>
        <source>Drop photos or folders here</source>
        <translation>Drop photos or folders here</translation>
    </message>
    <message>
        <source>They are enlarged and restored on this computer. Nothing leaves it.</source>
        <translation>They are enlarged and restored on this computer. Nothing leaves it.</translation>
    </message>
    <message>
        <source>Or paste a picture with Ctrl+V.</source>
        <translation>Or paste a picture with Ctrl+V.</translation>
    </message>
    <message>
        <source>Open photos …</source>
        <translation>Open photos …</translation>
    </message>
    <message>
        <source>Enlarge the sample photo</source>
        <translation>Enlarge the sample photo</translation>
    </message>
    <message>
        <source>Train a model on photos of your own …</source>
        <translation>Train a model on photos of your own …</translation>
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
        <translation>Try again</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copy details</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileForm</name>
    <message>
        <source>What it is</source>
        <translation>What it is</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Leave out</translation>
    </message>
    <message>
        <source>Do not import this file</source>
        <translation>Do not import this file</translation>
    </message>
    <message>
        <source>Left out: {0}</source>
        <translation>Left out: {0}</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>Please choose</translation>
    </message>
    <message>
        <source>The file does not say; the page you downloaded it from does</source>
        <translation>The file does not say; the page you downloaded it from does</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>Stays attached to the model. The published ResShift, SinSR and RSD weights are non-commercial.</source>
        <translation>Stays attached to the model. The published ResShift, SinSR and RSD weights are non-commercial.</translation>
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
        <translation>Beside each photo</translation>
    </message>
    <message>
        <source>Results go beside each photo</source>
        <translation>Results go beside each photo</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>Choose the folder for results</source>
        <translation>Choose the folder for results</translation>
    </message>
    <message>
        <source>Folder for results</source>
        <translation>Folder for results</translation>
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
        <translation>{0}: about {1}</translation>
    </message>
</context>
<context>
    <name>FormatControl</name>
    <message>
        <source>Quality</source>
        <translation>Quality</translation>
    </message>
    <message>
        <source>Quality of JPEG and WebP, 1 to 100</source>
        <translation>Quality of JPEG and WebP, 1 to 100</translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>File</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>View</source>
        <translation>View</translation>
    </message>
    <message>
        <source>Enlarge</source>
        <translation>Enlarge</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Models</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>Open recent</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>As the system</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colours</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Tools</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import models</source>
        <translation>Import models</translation>
    </message>
    <message>
        <source>Progress of the import</source>
        <translation>Progress of the import</translation>
    </message>
    <message>
        <source>Add a file …</source>
        <translation>Add a file …</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Checking and converting. The files themselves stay as they are.</source>
        <translation>Checking and converting. The files themselves stay as they are.</translation>
    </message>
    <message>
        <source>Looking at the files …</source>
        <translation>Looking at the files …</translation>
    </message>
    <message>
        <source>Nothing can be imported.</source>
        <translation>Nothing can be imported.</translation>
    </message>
    <message>
        <source>{0} needs its autoencoder: add autoencoder_vq_f4.pth as a second file, once for all models.</source>
        <translation>{0} needs its autoencoder: add autoencoder_vq_f4.pth as a second file, once for all models.</translation>
    </message>
    <message>
        <source>Two models have the same name.</source>
        <translation>Two models have the same name.</translation>
    </message>
    <message>
        <source>A model of this name exists already.</source>
        <translation>A model of this name exists already.</translation>
    </message>
    <message>
        <source>Say what each model is, and give it a name of letters, digits, dots and dashes.</source>
        <translation>Say what each model is, and give it a name of letters, digits, dots and dashes.</translation>
    </message>
    <message>
        <source>Nothing in a file is executed. The files themselves stay as they are.</source>
        <translation>Nothing in a file is executed. The files themselves stay as they are.</translation>
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
        <translation>All files</translation>
    </message>
    <message>
        <source>Add photos</source>
        <translation>Add photos</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>Add a folder</translation>
    </message>
    <message>
        <source>The clipboard holds neither a picture nor files.</source>
        <translation>The clipboard holds neither a picture nor files.</translation>
    </message>
</context>
<context>
    <name>InstallPage</name>
    <message>
        <source>Once installed, it appears in the list of models and is chosen for the open photo.</source>
        <translation>Once installed, it appears in the list of models and is chosen for the open photo.</translation>
    </message>
    <message>
        <source>Licence of the photos</source>
        <translation>Licence of the photos</translation>
    </message>
    <message>
        <source>Which state</source>
        <translation>Which state</translation>
    </message>
    <message>
        <source>The best on photos it has never seen</source>
        <translation>The best on photos it has never seen</translation>
    </message>
    <message>
        <source>The newest</source>
        <translation>The newest</translation>
    </message>
    <message>
        <source>Let it judge how damaged a photo is</source>
        <translation>Let it judge how damaged a photo is</translation>
    </message>
    <message>
        <source>Auto then fits each photo. Learning it takes some minutes.</source>
        <translation>Auto then fits each photo. Learning it takes some minutes.</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>Install</translation>
    </message>
    <message>
        <source>Add it to the model library</source>
        <translation>Add it to the model library</translation>
    </message>
    <message>
        <source>Save as a file …</source>
        <translation>Save as a file …</translation>
    </message>
    <message>
        <source>One file that others can import</source>
        <translation>One file that others can import</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Nothing is installed or written</source>
        <translation>Nothing is installed or written</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Author</translation>
    </message>
    <message>
        <source>My model</source>
        <translation>My model</translation>
    </message>
    <message>
        <source>For photos like those in {0}.</source>
        <translation>For photos like those in {0}.</translation>
    </message>
    <message>
        <source>Save as a file</source>
        <translation>Save as a file</translation>
    </message>
    <message>
        <source>Writing the model …</source>
        <translation>Writing the model …</translation>
    </message>
    <message>
        <source>Learning to judge damage: {0} %</source>
        <translation>Learning to judge damage: {0} %</translation>
    </message>
    <message>
        <source>Installed as {0}. It is chosen for the open photo.</source>
        <translation>Installed as {0}. It is chosen for the open photo.</translation>
    </message>
    <message>
        <source>Written to {0}</source>
        <translation>Written to {0}</translation>
    </message>
    <message>
        <source>Auto treats all photos alike: judging each one did not improve yours.</source>
        <translation>Auto treats all photos alike: judging each one did not improve yours.</translation>
    </message>
</context>
<context>
    <name>KindRow</name>
    <message>
        <source>Default for</source>
        <translation>Default for</translation>
    </message>
    <message>
        <source>Default for: {0}</source>
        <translation>Default for: {0}</translation>
    </message>
    <message>
        <source>The bundled model serves every kind that has no other</source>
        <translation>The bundled model serves every kind that has no other</translation>
    </message>
    <message>
        <source>Photos of this kind are enlarged with this model, unless another is chosen for them</source>
        <translation>Photos of this kind are enlarged with this model, unless another is chosen for them</translation>
    </message>
    <message>
        <source>Not in effect: {0} is chosen for all photos. To follow it, choose By kind in the list of models.</source>
        <translation>Not in effect: {0} is chosen for all photos. To follow it, choose By kind in the list of models.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>%n file(s) are in the queue already</source>
        <translation>
            <numerusform>%n file is in the queue already</numerusform>
            <numerusform>%n files are in the queue already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n result(s) of earlier runs were left out; drop one by itself to add it</source>
        <translation>
            <numerusform>%n result of earlier runs was left out; drop it by itself to add it</numerusform>
            <numerusform>%n results of earlier runs were left out; drop one by itself to add it</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} in {1}</source>
        <translation>{0} in {1}</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) failed</source>
        <translation>
            <numerusform>%n photo failed</numerusform>
            <numerusform>%n photos failed</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped. Start continues from there.</source>
        <translation>Stopped. Start continues from there.</translation>
    </message>
    <message>
        <source>The language changes at the next start.</source>
        <translation>The language changes at the next start.</translation>
    </message>
</context>
<context>
    <name>ModelBox</name>
    <message>
        <source>By kind: {0}</source>
        <translation>By kind: {0}</translation>
    </message>
    <message>
        <source>Chosen for black and white photos</source>
        <translation>Chosen for black and white photos</translation>
    </message>
    <message>
        <source>Chosen for colour photos</source>
        <translation>Chosen for colour photos</translation>
    </message>
    <message>
        <source>Chosen by the kind of each photo</source>
        <translation>Chosen by the kind of each photo</translation>
    </message>
</context>
<context>
    <name>ModelComparison</name>
    <message>
        <source>Compare models</source>
        <translation>Compare models</translation>
    </message>
    <message>
        <source>Plain enlargement (bicubic)</source>
        <translation>Plain enlargement (bicubic)</translation>
    </message>
    <message>
        <source>Result of model {0}</source>
        <translation>Result of model {0}</translation>
    </message>
    <message>
        <source>Model {0}</source>
        <translation>Model {0}</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>No model</translation>
    </message>
    <message>
        <source>{0}: {1} × {2} pixels of what you see, enlarged {3} times</source>
        <translation>{0}: {1} × {2} pixels of what you see, enlarged {3} times</translation>
    </message>
    <message>
        <source>Computing …</source>
        <translation>Computing …</translation>
    </message>
</context>
<context>
    <name>ModelControl</name>
    <message>
        <source>Model</source>
        <translation>Model</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Models</translation>
    </message>
    <message>
        <source>See, import and remove models</source>
        <translation>See, import and remove models</translation>
    </message>
    <message>
        <source>At this size: {0}</source>
        <translation>At this size: {0}</translation>
    </message>
</context>
<context>
    <name>ModelManager</name>
    <message>
        <source>Models</source>
        <translation>Models</translation>
    </message>
    <message>
        <source>Installed models</source>
        <translation>Installed models</translation>
    </message>
    <message>
        <source>Card of the model</source>
        <translation>Card of the model</translation>
    </message>
    <message>
        <source>Use for all photos</source>
        <translation>Use for all photos</translation>
    </message>
    <message>
        <source>Train further …</source>
        <translation>Train further …</translation>
    </message>
    <message>
        <source>Teach it your own photos: a training that starts from this model</source>
        <translation>Teach it your own photos: a training that starts from this model</translation>
    </message>
    <message>
        <source>Compare on this view …</source>
        <translation>Compare on this view …</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Show in folder</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Restore the removed model</source>
        <translation>Restore the removed model</translation>
    </message>
    <message>
        <source>Import …</source>
        <translation>Import …</translation>
    </message>
    <message>
        <source>ResShift, SinSR and RSD files, and models of this program</source>
        <translation>ResShift, SinSR and RSD files, and models of this program</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>damaged</translation>
    </message>
    <message>
        <source>a teacher, for training</source>
        <translation>a teacher, for training</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>in use</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>On disk</source>
        <translation>On disk</translation>
    </message>
    <message>
        <source>Open a photo first: models are compared on the part of it that you see</source>
        <translation>Open a photo first: models are compared on the part of it that you see</translation>
    </message>
    <message>
        <source>Up to three models can be compared</source>
        <translation>Up to three models can be compared</translation>
    </message>
    <message>
        <source>What you see of the photo, as up to three models enlarge it; select several in the list</source>
        <translation>What you see of the photo, as up to three models enlarge it; select several in the list</translation>
    </message>
    <message>
        <source>{0} is removed: {1}.</source>
        <translation>{0} is removed: {1}.</translation>
    </message>
</context>
<context>
    <name>NameControl</name>
    <message>
        <source>Name of the result, from: {0}</source>
        <translation>Name of the result, from: {0}</translation>
    </message>
    <message>
        <source>This does not make a name. Use {0}</source>
        <translation>This does not make a name. Use {0}</translation>
    </message>
</context>
<context>
    <name>NameLabel</name>
    <message>
        <source>Double click: back to the default</source>
        <translation>Double click: back to the default</translation>
    </message>
</context>
<context>
    <name>NoticeBars</name>
    <message numerus="yes">
        <source>%n file(s) could not be added:</source>
        <translation>
            <numerusform>%n file could not be added:</numerusform>
            <numerusform>%n files could not be added:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) were still to be enlarged when the program ended.</source>
        <translation>
            <numerusform>%n photo was still to be enlarged when the program ended.</numerusform>
            <numerusform>%n photos were still to be enlarged when the program ended.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Notifier</name>
    <message numerus="yes">
        <source>%n photo(s) enlarged</source>
        <translation>
            <numerusform>%n photo enlarged</numerusform>
            <numerusform>%n photos enlarged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OfferBar</name>
    <message>
        <source>Continue</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Not now</translation>
    </message>
</context>
<context>
    <name>PaintLayer</name>
    <message>
        <source>Painted parts</source>
        <translation>Painted parts</translation>
    </message>
</context>
<context>
    <name>PhotoGrid</name>
    <message>
        <source>Photos to learn from</source>
        <translation>Photos to learn from</translation>
    </message>
</context>
<context>
    <name>PhotosPage</name>
    <message>
        <source>Choose sharp, clean photos of the kind that the model is for. It learns to restore damaged ones to that quality. The photos stay where they are, and nothing leaves this computer.</source>
        <translation>Choose sharp, clean photos of the kind that the model is for. It learns to restore damaged ones to that quality. The photos stay where they are, and nothing leaves this computer.</translation>
    </message>
    <message>
        <source>Drop folders of photos here</source>
        <translation>Drop folders of photos here</translation>
    </message>
    <message>
        <source>Add a folder …</source>
        <translation>Add a folder …</translation>
    </message>
    <message>
        <source>Also by dropping or pasting it</source>
        <translation>Also by dropping or pasting it</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Start over</translation>
    </message>
    <message>
        <source>Forget the folders; no file is changed</source>
        <translation>Forget the folders; no file is changed</translation>
    </message>
    <message>
        <source>Add a folder of photos</source>
        <translation>Add a folder of photos</translation>
    </message>
    <message>
        <source>{0} of {1} photos looked at</source>
        <translation>{0} of {1} photos looked at</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>cannot be read</translation>
    </message>
    <message>
        <source>too small</source>
        <translation>too small</translation>
    </message>
    <message>
        <source>duplicate</source>
        <translation>duplicate</translation>
    </message>
    <message>
        <source>near duplicate</source>
        <translation>near duplicate</translation>
    </message>
    <message>
        <source>blurred</source>
        <translation>blurred</translation>
    </message>
    <message>
        <source>was enlarged</source>
        <translation>was enlarged</translation>
    </message>
    <message>
        <source>strongly compressed</source>
        <translation>strongly compressed</translation>
    </message>
    <message>
        <source>noisy</source>
        <translation>noisy</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>left out</translation>
    </message>
    <message>
        <source>pair does not fit</source>
        <translation>pair does not fit</translation>
    </message>
    <message>
        <source>held out</source>
        <translation>held out</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) to learn from</source>
        <translation>
            <numerusform>%n photo to learn from</numerusform>
            <numerusform>%n photos to learn from</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n held out as a test</source>
        <translation>
            <numerusform>%n held out as a test</numerusform>
            <numerusform>%n held out as a test</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n left out</numerusform>
            <numerusform>%n left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n true pair(s)</source>
        <translation>
            <numerusform>%n true pair</numerusform>
            <numerusform>%n true pairs</numerusform>
        </translation>
    </message>
    <message>
        <source>None of these can be used. Point at a photo to see why; click a flawed one to use it anyway.</source>
        <translation>None of these can be used. Point at a photo to see why; click a flawed one to use it anyway.</translation>
    </message>
    <message>
        <source>Too few: a model would memorise these pictures. Add more of the same kind.</source>
        <translation>Too few: a model would memorise these pictures. Add more of the same kind.</translation>
    </message>
    <message>
        <source>Enough to train, too few to hold some out: quality on unseen photos will not be measured.</source>
        <translation>Enough to train, too few to hold some out: quality on unseen photos will not be measured.</translation>
    </message>
    <message>
        <source>Enough. From about 100 photos on, a model learns more than just these scenes.</source>
        <translation>Enough. From about 100 photos on, a model learns more than just these scenes.</translation>
    </message>
    <message>
        <source>Enough.</source>
        <translation>Enough.</translation>
    </message>
</context>
<context>
    <name>PictureWidget</name>
    <message>
        <source>Before and after</source>
        <translation>Before and after</translation>
    </message>
    <message>
        <source>Arrow keys move the divider, with Ctrl the picture; plus and minus zoom, backslash flips.</source>
        <translation>Arrow keys move the divider, with Ctrl the picture; plus and minus zoom, backslash flips.</translation>
    </message>
    <message>
        <source>before</source>
        <translation>before</translation>
    </message>
    <message>
        <source>after</source>
        <translation>after</translation>
    </message>
</context>
<context>
    <name>QueueModel</name>
    <message>
        <source>being read</source>
        <translation>being read</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>waiting</translation>
    </message>
    <message>
        <source>{0} % done</source>
        <translation>{0} % done</translation>
    </message>
    <message>
        <source>stopped, can be resumed</source>
        <translation>stopped, can be resumed</translation>
    </message>
    <message>
        <source>done</source>
        <translation>done</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>failed</translation>
    </message>
    <message>
        <source>has settings of its own</source>
        <translation>has settings of its own</translation>
    </message>
</context>
<context>
    <name>ResultActions</name>
    <message>
        <source>{0} is on the clipboard.</source>
        <translation>{0} is on the clipboard.</translation>
    </message>
    <message>
        <source>Save the result as</source>
        <translation>Save the result as</translation>
    </message>
    <message>
        <source>Saved as {0}.</source>
        <translation>Saved as {0}.</translation>
    </message>
</context>
<context>
    <name>ScopeBar</name>
    <message>
        <source>All photos</source>
        <translation>All photos</translation>
    </message>
    <message>
        <source>This photo</source>
        <translation>This photo</translation>
    </message>
    <message>
        <source>Settings apply to all photos without settings of their own</source>
        <translation>Settings apply to all photos without settings of their own</translation>
    </message>
    <message>
        <source>The selected photos have settings of their own</source>
        <translation>The selected photos have settings of their own</translation>
    </message>
    <message>
        <source>Apply to all</source>
        <translation>Apply to all</translation>
    </message>
    <message>
        <source>Apply these settings to all photos</source>
        <translation>Apply these settings to all photos</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>Presets</translation>
    </message>
    <message>
        <source>Use or save presets</source>
        <translation>Use or save presets</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
    <message>
        <source>Save as a preset …</source>
        <translation>Save as a preset …</translation>
    </message>
    <message>
        <source>Remove a preset</source>
        <translation>Remove a preset</translation>
    </message>
</context>
<context>
    <name>SeedControl</name>
    <message>
        <source>Look again: different fine detail, from another seed (R)</source>
        <translation>Look again: different fine detail, from another seed (R)</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Look again</translation>
    </message>
</context>
<context>
    <name>SettingsController</name>
    <message>
        <source>All photos have these settings now.</source>
        <translation>All photos have these settings now.</translation>
    </message>
    <message>
        <source>Save as a preset</source>
        <translation>Save as a preset</translation>
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
        <translation>Model</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Condition</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Advanced</translation>
    </message>
    <message>
        <source>Names, metadata, precision, memory</source>
        <translation>Names, metadata, precision, memory</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Keyboard shortcuts</translation>
    </message>
    <message>
        <source>Zoom at the pointer</source>
        <translation>Zoom at the pointer</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>Wheel</translation>
    </message>
    <message>
        <source>Move the picture</source>
        <translation>Move the picture</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>Drag</translation>
    </message>
    <message>
        <source>Fit or 100 %</source>
        <translation>Fit or 100 %</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>Double click</translation>
    </message>
    <message>
        <source>Move the divider</source>
        <translation>Move the divider</translation>
    </message>
    <message>
        <source>Left, Right; with Shift faster</source>
        <translation>Left, Right; with Shift faster</translation>
    </message>
    <message>
        <source>Back to the default</source>
        <translation>Back to the default</translation>
    </message>
    <message>
        <source>Double click on a setting&apos;s name</source>
        <translation>Double click on a setting&apos;s name</translation>
    </message>
    <message>
        <source>Picture and settings</source>
        <translation>Picture and settings</translation>
    </message>
</context>
<context>
    <name>SizeControl</name>
    <message>
        <source>Size</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>Size of the result</source>
        <translation>Size of the result</translation>
    </message>
    <message>
        <source>A paper size, or sides such as 40x30cm, 40cm or 12x8in</source>
        <translation>A paper size, or sides such as 40x30cm, 40cm or 12x8in</translation>
    </message>
    <message>
        <source>Resolution of the print</source>
        <translation>Resolution of the print</translation>
    </message>
    <message>
        <source>×1, restore only</source>
        <translation>×1, restore only</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Width</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Height</translation>
    </message>
    <message>
        <source>Long side</source>
        <translation>Long side</translation>
    </message>
    <message>
        <source>Short side</source>
        <translation>Short side</translation>
    </message>
    <message>
        <source>Megapixels</source>
        <translation>Megapixels</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>{0} → {1}
about {2}</source>
        <translation>{0} → {1}
about {2}</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Trainings on this computer. Open one to look at it, continue it or install its model.</source>
        <translation>Trainings on this computer. Open one to look at it, continue it or install its model.</translation>
    </message>
    <message>
        <source>Trainings</source>
        <translation>Trainings</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Show this training</source>
        <translation>Show this training</translation>
    </message>
    <message>
        <source>New training</source>
        <translation>New training</translation>
    </message>
    <message>
        <source>Choose photos for another model</source>
        <translation>Choose photos for another model</translation>
    </message>
    <message>
        <source>training now</source>
        <translation>training now</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>finished</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>stopped</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Starting the engine …</source>
        <translation>Starting the engine …</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>Size and zoom</source>
        <translation>Size and zoom</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} of {1}</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>paused</translation>
    </message>
    <message>
        <source>starting …</source>
        <translation>starting …</translation>
    </message>
    <message>
        <source>{0} left</source>
        <translation>{0} left</translation>
    </message>
</context>
<context>
    <name>StopQuestion</name>
    <message>
        <source>Photos are being enlarged. Stop and close?</source>
        <translation>Photos are being enlarged. Stop and close?</translation>
    </message>
    <message>
        <source>What is computed is kept; the next start continues with it.</source>
        <translation>What is computed is kept; the next start continues with it.</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>Stop and close</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continue</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Samples appear with the first checkpoint.</source>
        <translation>Samples appear with the first checkpoint.</translation>
    </message>
    <message>
        <source>Moment of the training</source>
        <translation>Moment of the training</translation>
    </message>
    <message>
        <source>Back and forth through the training</source>
        <translation>Back and forth through the training</translation>
    </message>
    <message>
        <source>Which of the held-out crops</source>
        <translation>Which of the held-out crops</translation>
    </message>
    <message>
        <source>Sample {0}</source>
        <translation>Sample {0}</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>damaged</translation>
    </message>
    <message>
        <source>bundled model</source>
        <translation>bundled model</translation>
    </message>
    <message>
        <source>step {0}</source>
        <translation>step {0}</translation>
    </message>
    <message>
        <source>original</source>
        <translation>original</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} of {1}</translation>
    </message>
</context>
<context>
    <name>TrainPage</name>
    <message>
        <source>It continues when this window is closed. Reopen the window to follow it again.</source>
        <translation>It continues when this window is closed. Reopen the window to follow it again.</translation>
    </message>
    <message>
        <source>Current activity</source>
        <translation>Current activity</translation>
    </message>
    <message>
        <source>Perceptual difference (LPIPS) ↓</source>
        <translation>Perceptual difference (LPIPS) ↓</translation>
    </message>
    <message>
        <source>Fidelity (PSNR, dB) ↑</source>
        <translation>Fidelity (PSNR, dB) ↑</translation>
    </message>
    <message>
        <source>Loss ↓</source>
        <translation>Loss ↓</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Save and wait; nothing is lost (Ctrl+P)</source>
        <translation>Save and wait; nothing is lost (Ctrl+P)</translation>
    </message>
    <message>
        <source>Save now</source>
        <translation>Save now</translation>
    </message>
    <message>
        <source>Write a checkpoint and new samples now</source>
        <translation>Write a checkpoint and new samples now</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Stop and use what there is; you can continue later</source>
        <translation>Stop and use what there is; you can continue later</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Finished.</source>
        <translation>Finished.</translation>
    </message>
    <message>
        <source>Stopped. Nothing is lost: continue from here, or use what there is.</source>
        <translation>Stopped. Nothing is lost: continue from here, or use what there is.</translation>
    </message>
    <message>
        <source>Not started yet.</source>
        <translation>Not started yet.</translation>
    </message>
    <message>
        <source>Stopping: saving what it has learned …</source>
        <translation>Stopping: saving what it has learned …</translation>
    </message>
    <message>
        <source>Paused.</source>
        <translation>Paused.</translation>
    </message>
    <message>
        <source>Preparing the photos …</source>
        <translation>Preparing the photos …</translation>
    </message>
    <message>
        <source>Making pairs of good and damaged pictures, and measuring where it starts …</source>
        <translation>Making pairs of good and damaged pictures, and measuring where it starts …</translation>
    </message>
    <message>
        <source>Phase 1 of 2: learning the damage, and how to undo it in many steps</source>
        <translation>Phase 1 of 2: learning the damage, and how to undo it in many steps</translation>
    </message>
    <message>
        <source>Phase 2 of 2: learning to do it in one step</source>
        <translation>Phase 2 of 2: learning to do it in one step</translation>
    </message>
    <message>
        <source>Learning your photos and their damage</source>
        <translation>Learning your photos and their damage</translation>
    </message>
    <message>
        <source>{0}. {1} left</source>
        <translation>{0}. {1} left</translation>
    </message>
    <message>
        <source>Still improving on photos it has never seen.</source>
        <translation>Still improving on photos it has never seen.</translation>
    </message>
    <message>
        <source>Levelling off: you can stop, more time brings little.</source>
        <translation>Levelling off: you can stop, more time brings little.</translation>
    </message>
    <message>
        <source>Not better yet than at the start on photos it has never seen.</source>
        <translation>Not better yet than at the start on photos it has never seen.</translation>
    </message>
    <message>
        <source>Too early to say how well it goes.</source>
        <translation>Too early to say how well it goes.</translation>
    </message>
</context>
<context>
    <name>TrainWizard</name>
    <message>
        <source>A model of your own</source>
        <translation>A model of your own</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Photos</translation>
    </message>
    <message>
        <source>Damage</source>
        <translation>Damage</translation>
    </message>
    <message>
        <source>Effort</source>
        <translation>Effort</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Train</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Compare</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>Install</translation>
    </message>
    <message>
        <source>All trainings</source>
        <translation>All trainings</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Waiting for the night.</source>
        <translation>Waiting for the night.</translation>
    </message>
    <message>
        <source>Waiting for mains power.</source>
        <translation>Waiting for mains power.</translation>
    </message>
    <message>
        <source>Waiting until nobody is using the computer.</source>
        <translation>Waiting until nobody is using the computer.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>Start training</translation>
    </message>
</context>
<context>
    <name>TrustBar</name>
    <message>
        <source>On average, in levels of 255: the standard deviation over the seeds</source>
        <translation>On average, in levels of 255: the standard deviation over the seeds</translation>
    </message>
    <message>
        <source>Strength of the colour</source>
        <translation>Strength of the colour</translation>
    </message>
    <message>
        <source>How strong the colour is</source>
        <translation>How strong the colour is</translation>
    </message>
    <message>
        <source>Hide the colour</source>
        <translation>Hide the colour</translation>
    </message>
    <message>
        <source>Hide the colour (T or Esc)</source>
        <translation>Hide the colour (T or Esc)</translation>
    </message>
    <message>
        <source>From the same in all seeds to invented</source>
        <translation>From the same in all seeds to invented</translation>
    </message>
    <message>
        <source>the same in all seeds</source>
        <translation>the same in all seeds</translation>
    </message>
    <message>
        <source>invented here; other details fit as well</source>
        <translation>invented here; other details fit as well</translation>
    </message>
    <message>
        <source>Error to expect in view: {0} of 255, {1} % likely invented</source>
        <translation>Error to expect in view: {0} of 255, {1} % likely invented</translation>
    </message>
    <message>
        <source>In view: {0} of 255, {1} % likely invented</source>
        <translation>In view: {0} of 255, {1} % likely invented</translation>
    </message>
    <message>
        <source>Waiting for the preview …</source>
        <translation>Waiting for the preview …</translation>
    </message>
    <message>
        <source>Computing other seeds: {0} of {1}</source>
        <translation>Computing other seeds: {0} of {1}</translation>
    </message>
    <message>
        <source>Seeds take long here, so they are compared only on request. Variants (V) compares a part.</source>
        <translation>Seeds take long here, so they are compared only on request. Variants (V) compares a part.</translation>
    </message>
    <message>
        <source>seeds agree</source>
        <translation>seeds agree</translation>
    </message>
    <message>
        <source>details differ</source>
        <translation>details differ</translation>
    </message>
    <message>
        <source>likely invented</source>
        <translation>likely invented</translation>
    </message>
    <message>
        <source>Here: error of about {0} of 255, {1}</source>
        <translation>Here: error of about {0} of 255, {1}</translation>
    </message>
    <message>
        <source>Here: {0} of 255, {1}</source>
        <translation>Here: {0} of 255, {1}</translation>
    </message>
    <message>
        <source>Agreement between seeds proves nothing: all of them may be wrong.</source>
        <translation>Agreement between seeds proves nothing: all of them may be wrong.</translation>
    </message>
    <message>
        <source>Only what is outlined is compared; zoom in for the rest.</source>
        <translation>Only what is outlined is compared; zoom in for the rest.</translation>
    </message>
</context>
<context>
    <name>VariantController</name>
    <message>
        <source>Open a photo first.</source>
        <translation>Open a photo first.</translation>
    </message>
</context>
<context>
    <name>Variants</name>
    <message>
        <source>Variants</source>
        <translation>Variants</translation>
    </message>
    <message>
        <source>The variant on view</source>
        <translation>The variant on view</translation>
    </message>
    <message>
        <source>Seed {0}</source>
        <translation>Seed {0}</translation>
    </message>
    <message>
        <source>Variant {0}, seed {1}</source>
        <translation>Variant {0}, seed {1}</translation>
    </message>
    <message>
        <source>Look at this variant ({0})</source>
        <translation>Look at this variant ({0})</translation>
    </message>
    <message>
        <source>Show where they &amp;differ</source>
        <translation>Show where they &amp;differ</translation>
    </message>
    <message>
        <source>Colours what other seeds would have drawn differently (T)</source>
        <translation>Colours what other seeds would have drawn differently (T)</translation>
    </message>
    <message>
        <source>Strength of the colour</source>
        <translation>Strength of the colour</translation>
    </message>
    <message>
        <source>How strong the colour is</source>
        <translation>How strong the colour is</translation>
    </message>
    <message>
        <source>Computing …</source>
        <translation>Computing …</translation>
    </message>
    <message>
        <source>{0}: {1} × {2} pixels of what you see. Where detail was lost, several pictures fit.</source>
        <translation>{0}: {1} × {2} pixels of what you see. Where detail was lost, several pictures fit.</translation>
    </message>
    <message>
        <source>the same in all</source>
        <translation>the same in all</translation>
    </message>
    <message>
        <source>invented here; other details fit as well</source>
        <translation>invented here; other details fit as well</translation>
    </message>
    <message>
        <source>From the same in all to invented</source>
        <translation>From the same in all to invented</translation>
    </message>
    <message>
        <source>Use this one</source>
        <translation>Use this one</translation>
    </message>
    <message>
        <source>The whole picture gets the seed of this variant (Enter)</source>
        <translation>The whole picture gets the seed of this variant (Enter)</translation>
    </message>
    <message>
        <source>Paint with it</source>
        <translation>Paint with it</translation>
    </message>
    <message>
        <source>Paint the part of the picture that gets this variant</source>
        <translation>Paint the part of the picture that gets this variant</translation>
    </message>
    <message>
        <source>The variants differ by {0} of 255 levels on average, and clearly on {1} % of what you see. Agreement proves nothing, though.</source>
        <translation>The variants differ by {0} of 255 levels on average, and clearly on {1} % of what you see. Agreement proves nothing, though.</translation>
    </message>
</context>
<context>
    <name>WatchController</name>
    <message>
        <source>enlarged</source>
        <translation>enlarged</translation>
    </message>
    <message>
        <source>Watching {0}: new photos are enlarged into {1}.</source>
        <translation>Watching {0}: new photos are enlarged into {1}.</translation>
    </message>
    <message>
        <source>{0} is no longer watched.</source>
        <translation>{0} is no longer watched.</translation>
    </message>
    <message>
        <source>Folder to watch</source>
        <translation>Folder to watch</translation>
    </message>
</context>
<context>
    <name>models</name>
    <message>
        <source>Models</source>
        <translation>Models</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>All files</translation>
    </message>
    <message>
        <source>Import models</source>
        <translation>Import models</translation>
    </message>
    <message>
        <source>{0}, one step</source>
        <translation>{0}, one step</translation>
    </message>
    <message>
        <source>{0}, {1} steps</source>
        <translation>{0}, {1} steps</translation>
    </message>
    <message>
        <source>Came with the program</source>
        <translation>Came with the program</translation>
    </message>
    <message>
        <source>Trained with this program</source>
        <translation>Trained with this program</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Imported</translation>
    </message>
    <message>
        <source>Colour photos</source>
        <translation>Colour photos</translation>
    </message>
    <message>
        <source>Black and white photos</source>
        <translation>Black and white photos</translation>
    </message>
    <message>
        <source>A model of this program: {0}</source>
        <translation>A model of this program: {0}</translation>
    </message>
    <message>
        <source>Autoencoder, {0} million parameters; stored once, for all models that use it</source>
        <translation>Autoencoder, {0} million parameters; stored once, for all models that use it</translation>
    </message>
    <message>
        <source>Network of a student with a noise input, {0} million parameters</source>
        <translation>Network of a student with a noise input, {0} million parameters</translation>
    </message>
    <message>
        <source>Network of a teacher or student, {0} million parameters</source>
        <translation>Network of a teacher or student, {0} million parameters</translation>
    </message>
    <message>
        <source>Your models take {0}; {1} are free.</source>
        <translation>Your models take {0}; {1} are free.</translation>
    </message>
    <message>
        <source>Shared autoencoders: {0}.</source>
        <translation>Shared autoencoders: {0}.</translation>
    </message>
    <message>
        <source>For</source>
        <translation>For</translation>
    </message>
    <message>
        <source>Enlarges</source>
        <translation>Enlarges</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Author</translation>
    </message>
    <message>
        <source>Made on</source>
        <translation>Made on</translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation>Trained on</translation>
    </message>
    <message>
        <source>Licence of the photos</source>
        <translation>Licence of the photos</translation>
    </message>
</context>
<context>
    <name>notices</name>
    <message>
        <source>It had started to get worse: it continues from step {0}, more carefully.</source>
        <translation>It had started to get worse: it continues from step {0}, more carefully.</translation>
    </message>
    <message>
        <source>{0} photos are few: from about {1} on, a model learns more than just these scenes.</source>
        <translation>{0} photos are few: from about {1} on, a model learns more than just these scenes.</translation>
    </message>
    <message>
        <source>Too few photos to hold any out: quality on unseen photos will not be measured.</source>
        <translation>Too few photos to hold any out: quality on unseen photos will not be measured.</translation>
    </message>
    <message>
        <source>Most photos are flawed: a model never gets better than the photos it learns from.</source>
        <translation>Most photos are flawed: a model never gets better than the photos it learns from.</translation>
    </message>
    <message>
        <source>Most photos are black and white: the model will not know colours.</source>
        <translation>Most photos are black and white: the model will not know colours.</translation>
    </message>
    <message>
        <source>The photos have several colour profiles. That is harmless.</source>
        <translation>The photos have several colour profiles. That is harmless.</translation>
    </message>
    <message>
        <source>{0} of {1} files are left out; the first step shows why.</source>
        <translation>{0} of {1} files are left out; the first step shows why.</translation>
    </message>
    <message>
        <source>Files of this training are gone ({0}); it continues without them.</source>
        <translation>Files of this training are gone ({0}); it continues without them.</translation>
    </message>
    <message>
        <source>This kind of model is meant for a graphics card: here a step takes many minutes.</source>
        <translation>This kind of model is meant for a graphics card: here a step takes many minutes.</translation>
    </message>
    <message>
        <source>One of its metrics (LPIPS-VGG) is not installed; it trains without it. To fetch it: {0}</source>
        <translation>One of its metrics (LPIPS-VGG) is not installed; it trains without it. To fetch it: {0}</translation>
    </message>
    <message>
        <source>Fitted to the free memory, {0} MB.</source>
        <translation>Fitted to the free memory, {0} MB.</translation>
    </message>
    <message>
        <source>The computer slept for {0}; that time does not count.</source>
        <translation>The computer slept for {0}; that time does not count.</translation>
    </message>
    <message>
        <source>Memory is short: it works in smaller parts from here on. The result is the same.</source>
        <translation>Memory is short: it works in smaller parts from here on. The result is the same.</translation>
    </message>
    <message>
        <source>What it had learned at the pause is worse than before; that is kept as well.</source>
        <translation>What it had learned at the pause is worse than before; that is kept as well.</translation>
    </message>
    <message>
        <source>The disk is full: nothing could be saved. Free some space; it will try again.</source>
        <translation>The disk is full: nothing could be saved. Free some space; it will try again.</translation>
    </message>
    <message>
        <source>The newest saved state was damaged; it continued from the one before.</source>
        <translation>The newest saved state was damaged; it continued from the one before.</translation>
    </message>
    <message>
        <source>On photos it has never seen it is worse now than at the start ({0}: {1} and {2}).</source>
        <translation>On photos it has never seen it is worse now than at the start ({0}: {1} and {2}).</translation>
    </message>
    <message>
        <source>On photos it has never seen it was better at step {0}; that state is kept.</source>
        <translation>On photos it has never seen it was better at step {0}; that state is kept.</translation>
    </message>
    <message>
        <source>The sample pictures could not be written: {0}</source>
        <translation>The sample pictures could not be written: {0}</translation>
    </message>
    <message>
        <source>It cannot be compared with the bundled model during training; at the end it can.</source>
        <translation>It cannot be compared with the bundled model during training; at the end it can.</translation>
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
