<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>细节</translation>
    </message>
    <message>
        <source>Faithful: only what is certain. Realistic: lost detail is invented.</source>
        <translation>忠实：只保留确定的内容。逼真：丢失的细节会被虚构出来。</translation>
    </message>
    <message>
        <source>Detail, from faithful to realistic</source>
        <translation>细节，从忠实到逼真</translation>
    </message>
    <message>
        <source>faithful</source>
        <translation>忠实</translation>
    </message>
    <message>
        <source>realistic</source>
        <translation>逼真</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Guard</source>
        <translation>保护</translation>
    </message>
    <message>
        <source>Detected and kept faithful: nothing is invented there</source>
        <translation>会被找出并保持忠实：那里不会虚构任何内容</translation>
    </message>
    <message>
        <source>Faces and text</source>
        <translation>人脸和文字</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Same as the photo</source>
        <translation>与照片相同</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>位深</translation>
    </message>
    <message>
        <source>8 bits per channel</source>
        <translation>每通道 8 位</translation>
    </message>
    <message>
        <source>16 bits per channel</source>
        <translation>每通道 16 位</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>The fastest</source>
        <translation>最快的</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>元数据</translation>
    </message>
    <message>
        <source>Which of the photo&apos;s metadata is copied into the result</source>
        <translation>照片的哪些信息带入结果</translation>
    </message>
    <message>
        <source>All of it</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Without the location</source>
        <translation>不含地点</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Corrects colours that the model lets drift over large areas</source>
        <translation>校正模型在大面积上造成的偏色</translation>
    </message>
    <message>
        <source>As in the photo</source>
        <translation>与照片一致</translation>
    </message>
    <message>
        <source>Camera RAW</source>
        <translation>相机 RAW</translation>
    </message>
    <message>
        <source>The colour space that camera RAW is developed into</source>
        <translation>冲洗相机 RAW 时使用的色域</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Tile</source>
        <translation>分块</translation>
    </message>
</context>
<context>
    <name>AboutDialog</name>
    <message>
        <source>About RSD Studio</source>
        <translation>关于 RSD Studio</translation>
    </message>
    <message>
        <source>Enlarges and restores photos on this computer. It connects to nothing.</source>
        <translation>在本机上放大并修复照片，不连接任何网络。</translation>
    </message>
    <message>
        <source>Versions, licences, this machine</source>
        <translation>版本、许可证、本机</translation>
    </message>
    <message>
        <source>Asking the engine …</source>
        <translation>正在查询引擎…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy it for a bug report</source>
        <translation>复制以用于错误报告</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>许可证</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Open …</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Add photos</source>
        <translation>添加照片</translation>
    </message>
    <message>
        <source>Open a folder …</source>
        <translation>打开文件夹…</translation>
    </message>
    <message>
        <source>Add all photos of a folder</source>
        <translation>添加文件夹中的所有照片</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Add a copied picture, or copied files</source>
        <translation>添加已复制的图片或文件</translation>
    </message>
    <message>
        <source>Save the result as …</source>
        <translation>结果另存为…</translation>
    </message>
    <message>
        <source>Copy the result to another place</source>
        <translation>将结果复制到其他位置</translation>
    </message>
    <message>
        <source>Copy the result</source>
        <translation>复制结果</translation>
    </message>
    <message>
        <source>Put the result on the clipboard</source>
        <translation>将结果放入剪贴板</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Show the result in its folder</source>
        <translation>在所在文件夹中显示结果</translation>
    </message>
    <message>
        <source>Models …</source>
        <translation>模型 …</translation>
    </message>
    <message>
        <source>See, import and remove models</source>
        <translation>查看、导入和移除模型</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Watch a folder …</source>
        <translation>监视文件夹…</translation>
    </message>
    <message>
        <source>Enlarge every photo that arrives in a folder</source>
        <translation>放大进入文件夹的每张照片</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>关闭窗口</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Undo the last change</source>
        <translation>撤销上一次更改</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Redo the change</source>
        <translation>重新执行更改</translation>
    </message>
    <message>
        <source>Select all photos</source>
        <translation>选择所有照片</translation>
    </message>
    <message>
        <source>Remove from the queue</source>
        <translation>从列表中移除</translation>
    </message>
    <message>
        <source>Take the selected photos out of the queue; no file is deleted</source>
        <translation>将所选照片从列表中移除，不会删除文件</translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation>全部移除</translation>
    </message>
    <message>
        <source>Empty the queue; no file is deleted</source>
        <translation>清空列表，不会删除文件</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Enlarge the selected photos earlier</source>
        <translation>提前放大所选照片</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Enlarge the selected photos later</source>
        <translation>稍后放大所选照片</translation>
    </message>
    <message>
        <source>Apply settings to all</source>
        <translation>将设置应用于全部</translation>
    </message>
    <message>
        <source>Apply these settings to all photos</source>
        <translation>将这些设置应用于所有照片</translation>
    </message>
    <message>
        <source>Paint</source>
        <translation>涂抹</translation>
    </message>
    <message>
        <source>Paint what should be more faithful, or more realistic, than the rest</source>
        <translation>涂抹应比其余部分更忠实或更逼真的地方</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适合窗口</translation>
    </message>
    <message>
        <source>Show the whole picture</source>
        <translation>显示整张图片</translation>
    </message>
    <message>
        <source>Fit or 100 %</source>
        <translation>适合窗口或 100 %</translation>
    </message>
    <message>
        <source>Between the whole picture and 100 %</source>
        <translation>在整图与 100 % 之间切换</translation>
    </message>
    <message>
        <source>One pixel of the result per screen pixel</source>
        <translation>结果的一个像素对应屏幕的一个像素</translation>
    </message>
    <message>
        <source>Every pixel of the result at twice its size</source>
        <translation>结果的每个像素放大两倍显示</translation>
    </message>
    <message>
        <source>Every pixel of the result at four times its size</source>
        <translation>结果的每个像素放大四倍显示</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大视图</translation>
    </message>
    <message>
        <source>Show less, larger</source>
        <translation>显示更少、更大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小视图</translation>
    </message>
    <message>
        <source>Show more, smaller</source>
        <translation>显示更多、更小</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>分割</translation>
    </message>
    <message>
        <source>Before and after, with a divider between them</source>
        <translation>处理前后，中间有分割线</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排</translation>
    </message>
    <message>
        <source>Before and after beside each other</source>
        <translation>处理前后并排显示</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>What the program has changed</source>
        <translation>程序改动的部分</translation>
    </message>
    <message>
        <source>Flip while held</source>
        <translation>按住时切换</translation>
    </message>
    <message>
        <source>Show the other picture in place, while held</source>
        <translation>按住时在原位显示另一张</translation>
    </message>
    <message>
        <source>Loupe</source>
        <translation>放大镜</translation>
    </message>
    <message>
        <source>A magnifier at the pointer</source>
        <translation>指针处的放大镜</translation>
    </message>
    <message>
        <source>What is invented</source>
        <translation>哪些是虚构的</translation>
    </message>
    <message>
        <source>Colours the result where other seeds draw different details; Esc hides it</source>
        <translation>在结果上给其他种子会画出别的细节的地方上色；按 Esc 隐藏</translation>
    </message>
    <message>
        <source>Previous photo</source>
        <translation>上一张照片</translation>
    </message>
    <message>
        <source>Show the previous photo</source>
        <translation>显示上一张照片</translation>
    </message>
    <message>
        <source>Next photo</source>
        <translation>下一张照片</translation>
    </message>
    <message>
        <source>Show the next photo</source>
        <translation>显示下一张照片</translation>
    </message>
    <message>
        <source>Strip and settings</source>
        <translation>胶片条和设置</translation>
    </message>
    <message>
        <source>Show or hide the panels beside the picture</source>
        <translation>显示或隐藏图片两侧的面板</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Use the whole screen</source>
        <translation>使用整个屏幕</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Enlarge all waiting photos</source>
        <translation>放大所有等待中的照片</translation>
    </message>
    <message>
        <source>Start the selected photos</source>
        <translation>开始处理所选照片</translation>
    </message>
    <message>
        <source>Enlarge the selected photos only</source>
        <translation>仅放大所选照片</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Pause the work, or continue it</source>
        <translation>暂停或继续处理</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop; what is done is kept and can be continued</source>
        <translation>停止；已完成的部分会保留并可继续</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>再看一次</translation>
    </message>
    <message>
        <source>Different fine detail, from another seed</source>
        <translation>用另一个种子得到不同的细节</translation>
    </message>
    <message>
        <source>Variants …</source>
        <translation>变体…</translation>
    </message>
    <message>
        <source>Other pictures that fit the photo, to choose from</source>
        <translation>与所见部分相符的其他画面，供选择</translation>
    </message>
    <message>
        <source>Train a model of your own …</source>
        <translation>训练自己的模型…</translation>
    </message>
    <message>
        <source>Make a model for your kind of photos</source>
        <translation>为您这类照片制作模型</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>All shortcuts on one sheet</source>
        <translation>所有按键一览</translation>
    </message>
    <message>
        <source>Open the log folder</source>
        <translation>打开日志文件夹</translation>
    </message>
    <message>
        <source>Where the program keeps its log</source>
        <translation>程序记录其操作的位置</translation>
    </message>
    <message>
        <source>About RSD Studio</source>
        <translation>关于 RSD Studio</translation>
    </message>
    <message>
        <source>Versions, licences, this machine</source>
        <translation>版本、许可证、本机</translation>
    </message>
</context>
<context>
    <name>AdvancedPart</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
</context>
<context>
    <name>Assistant</name>
    <message>
        <source>The process that looks at the photos has ended. Try again.</source>
        <translation>查看照片的进程已结束。请重试。</translation>
    </message>
</context>
<context>
    <name>BlindTest</name>
    <message>
        <source>Blind test</source>
        <translation>盲测</translation>
    </message>
    <message>
        <source>Two results of one photo</source>
        <translation>同一照片的两个结果</translation>
    </message>
    <message>
        <source>The left one (1)</source>
        <translation>左边（1）</translation>
    </message>
    <message>
        <source>The right one (2)</source>
        <translation>右边（2）</translation>
    </message>
    <message>
        <source>No difference (0)</source>
        <translation>没有区别（0）</translation>
    </message>
    <message>
        <source>You saw no difference.</source>
        <translation>您没有看出区别。</translation>
    </message>
    <message>
        <source>You chose your own model {0} of {1} times (95 % interval: {2} to {3} %).</source>
        <translation>您在 {1} 次中有 {0} 次选择了自己的模型（95 % 区间：{2} 至 {3} %）。</translation>
    </message>
    <message>
        <source>That may be chance.</source>
        <translation>这可能是偶然。</translation>
    </message>
    <message>
        <source>Thank you.</source>
        <translation>谢谢。</translation>
    </message>
    <message>
        <source>Which is better? {0} of {1}</source>
        <translation>哪个更好？{0} / {1}</translation>
    </message>
</context>
<context>
    <name>BrushBar</name>
    <message>
        <source>Faithful</source>
        <translation>忠实</translation>
    </message>
    <message>
        <source>Only what is certain: for faces and text</source>
        <translation>只画确定的内容：适合人脸和文字</translation>
    </message>
    <message>
        <source>Realistic</source>
        <translation>逼真</translation>
    </message>
    <message>
        <source>With invented detail: for leaves, fur and fabric</source>
        <translation>带虚构细节：适合树叶、毛发和织物</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>变体</translation>
    </message>
    <message>
        <source>Another variant, as chosen with V</source>
        <translation>用 V 选定的另一变体</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>擦除</translation>
    </message>
    <message>
        <source>Removes the strokes it touches</source>
        <translation>去掉碰到的笔画</translation>
    </message>
    <message>
        <source>Size of the brush</source>
        <translation>画笔大小</translation>
    </message>
    <message>
        <source>Size of the brush ([ and ])</source>
        <translation>画笔大小（[ 和 ]）</translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation>全部移除</translation>
    </message>
    <message>
        <source>Remove all strokes</source>
        <translation>去掉所有笔画</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Back to the picture (Esc)</source>
        <translation>返回图片（Esc）</translation>
    </message>
    <message>
        <source>This model always draws a full sample; this needs another model or a variant.</source>
        <translation>此模型总是生成完整样本；需要其他模型或变体。</translation>
    </message>
    <message>
        <source>Variant {0}</source>
        <translation>变体 {0}</translation>
    </message>
</context>
<context>
    <name>BrushController</name>
    <message>
        <source>Open a photo first.</source>
        <translation>请先打开一张照片。</translation>
    </message>
    <message>
        <source>The picture&apos;s record is full. Erase some strokes first.</source>
        <translation>图片记录容不下更多笔画。请先擦除一些。</translation>
    </message>
</context>
<context>
    <name>Command</name>
    <message>
        <source>The command has failed.</source>
        <translation>命令失败。</translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>Photos that the training has never seen. Move the divider, or press Y to see both.</source>
        <translation>训练中从未见过的照片。移动分隔线，或按 Y 并排查看。</translation>
    </message>
    <message>
        <source>On the left</source>
        <translation>左侧</translation>
    </message>
    <message>
        <source>On the right</source>
        <translation>右侧</translation>
    </message>
    <message>
        <source>Previous photo (PgUp)</source>
        <translation>上一张照片（PgUp）</translation>
    </message>
    <message>
        <source>Next photo (PgDown)</source>
        <translation>下一张照片（PgDn）</translation>
    </message>
    <message>
        <source>Compare again</source>
        <translation>重新比较</translation>
    </message>
    <message>
        <source>With what it has learned since</source>
        <translation>用之后学到的内容</translation>
    </message>
    <message>
        <source>Blind test …</source>
        <translation>盲测…</translation>
    </message>
    <message>
        <source>Which is better? Ten pairs without names</source>
        <translation>哪个更好？十对，不显示名称</translation>
    </message>
    <message>
        <source>Enlarging photos that it has never seen …</source>
        <translation>正在放大从未见过的照片…</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>受损</translation>
    </message>
    <message>
        <source>bundled model</source>
        <translation>自带模型</translation>
    </message>
    <message>
        <source>your model</source>
        <translation>自己的模型</translation>
    </message>
    <message>
        <source>original</source>
        <translation>原图</translation>
    </message>
    <message>
        <source>Measuring both …</source>
        <translation>正在测量两者…</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} / {1}</translation>
    </message>
    <message>
        <source>better</source>
        <translation>更好</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>更差</translation>
    </message>
    <message>
        <source>alike</source>
        <translation>相当</translation>
    </message>
    <message>
        <source>LPIPS and DISTS say how different it looks to the eye, PSNR and SSIM how close it is pixel by pixel; “alike” means that the difference may be chance. Your own eyes decide.</source>
        <translation>LPIPS 和 DISTS 表示看起来有多不同，PSNR 和 SSIM 表示逐像素有多接近；“相当”表示差异可能出于偶然。最终由您的眼睛判断。</translation>
    </message>
    <message>
        <source>These photos were trained on: the figures are too good.</source>
        <translation>这些照片参与过训练：指标偏好。</translation>
    </message>
    <message>
        <source>Warning: the new model is not better. More time, more photos or other damage may help.</source>
        <translation>注意：新模型并没有更好。更多时间、更多照片或其他损伤类型可能有帮助。</translation>
    </message>
    <message>
        <source>The new model is better in {0} figures and worse in {1}.</source>
        <translation>新模型在 {0} 项指标上更好，在 {1} 项上更差。</translation>
    </message>
    <message>
        <source>The new model is better in {0} of {1} figures.</source>
        <translation>新模型在 {1} 项指标中的 {0} 项上更好。</translation>
    </message>
</context>
<context>
    <name>ComparePane</name>
    <message>
        <source>At this size the photo passes through the model twice. The result appears when you run it.</source>
        <translation>在此尺寸下照片要经过模型两次，运行时才能看到结果。</translation>
    </message>
    <message>
        <source>This model takes many seconds per part. Its result appears when you run it.</source>
        <translation>此模型处理每一部分都需要很多秒，运行时才能看到结果。</translation>
    </message>
</context>
<context>
    <name>Condition</name>
    <message>
        <source>Auto</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>The model judges how damaged the photo is</source>
        <translation>由模型判断照片的损坏程度</translation>
    </message>
    <message>
        <source>clean</source>
        <translation>干净</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>受损</translation>
    </message>
    <message>
        <source>Condition, from clean to damaged</source>
        <translation>状况，从干净到受损</translation>
    </message>
    <message>
        <source>Clean: change little. Damaged: repair much.</source>
        <translation>干净：少改动。受损：多修复。</translation>
    </message>
</context>
<context>
    <name>DamagePage</name>
    <message>
        <source>Choose what your photos suffer from. What you see here is what the model will learn to undo.</source>
        <translation>选择您的照片有哪些问题。您在这里看到的，就是它要学会消除的。</translation>
    </message>
    <message>
        <source>A sample appears in a moment.</source>
        <translation>样本即将出现。</translation>
    </message>
    <message>
        <source>Condition shown</source>
        <translation>显示的状况</translation>
    </message>
    <message>
        <source>How often the damage is heavy</source>
        <translation>严重的频率</translation>
    </message>
    <message>
        <source>Left undamaged</source>
        <translation>保持完好</translation>
    </message>
    <message>
        <source>Blur up to</source>
        <translation>模糊上限</translation>
    </message>
    <message>
        <source>Noise up to</source>
        <translation>噪点上限</translation>
    </message>
    <message>
        <source>JPEG damage up to</source>
        <translation>JPEG 损伤上限</translation>
    </message>
    <message>
        <source>Another sample</source>
        <translation>另一个样本</translation>
    </message>
    <message>
        <source>Another place and other random damage (R)</source>
        <translation>另一处，另一种随机损伤（R）</translation>
    </message>
    <message>
        <source>Another photo</source>
        <translation>另一张照片</translation>
    </message>
    <message>
        <source>The same on the next photo (P)</source>
        <translation>在下一张照片上同样显示（P）</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>How strong, how often</source>
        <translation>强度与频率</translation>
    </message>
    <message>
        <source>Measure it from bad photos …</source>
        <translation>从受损照片测量…</translation>
    </message>
    <message>
        <source>Drop a few photos as bad as yours here, or choose them</source>
        <translation>将几张同样糟糕的照片拖到这里，或选择它们</translation>
    </message>
    <message>
        <source>clean</source>
        <translation>干净</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>受损</translation>
    </message>
    <message>
        <source>Measuring …</source>
        <translation>正在测量…</translation>
    </message>
    <message>
        <source>Anything, including heavy damage</source>
        <translation>各种，包括严重</translation>
    </message>
    <message>
        <source>Camera or phone</source>
        <translation>相机或手机</translation>
    </message>
    <message>
        <source>Old film and prints</source>
        <translation>老胶片与照片</translation>
    </message>
    <message>
        <source>From the web</source>
        <translation>来自网络</translation>
    </message>
    <message>
        <source>As I set or measure it</source>
        <translation>按设置或测量</translation>
    </message>
    <message>
        <source>your photo</source>
        <translation>您的照片</translation>
    </message>
    <message>
        <source>as the model will see it</source>
        <translation>模型将看到的样子</translation>
    </message>
    <message>
        <source>Photos as bad as yours</source>
        <translation>同样糟糕的照片</translation>
    </message>
    <message numerus="yes">
        <source>Measured on %n photo(s): blur {0} to {1} px, noise {2} to {3} of 255, JPEG quality {4} to {5}.</source>
        <translation>
            <numerusform>在 %n 张照片上测得：模糊 {0} 至 {1} px，噪点 {2} 至 {3}（满值 255），JPEG 质量 {4} 至 {5}。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Document</name>
    <message>
        <source>change default models</source>
        <translation>更改默认模型</translation>
    </message>
    <message numerus="yes">
        <source>add %n photo(s)</source>
        <translation>
            <numerusform>添加 %n 张照片</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>remove %n photo(s)</source>
        <translation>
            <numerusform>移除 %n 张照片</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>move %n photo(s)</source>
        <translation>
            <numerusform>移动 %n 张照片</numerusform>
        </translation>
    </message>
    <message>
        <source>apply settings to all</source>
        <translation>将设置应用于全部</translation>
    </message>
    <message>
        <source>paint</source>
        <translation>涂抹</translation>
    </message>
    <message>
        <source>erase</source>
        <translation>擦除</translation>
    </message>
    <message>
        <source>change settings</source>
        <translation>更改设置</translation>
    </message>
    <message numerus="yes">
        <source>change settings of %n photo(s)</source>
        <translation>
            <numerusform>更改 %n 张照片的设置</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DropOverlay</name>
    <message numerus="yes">
        <source>Drop to add %n file(s) or folder(s)</source>
        <translation>
            <numerusform>松开以添加 %n 个文件或文件夹</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EffortPage</name>
    <message>
        <source>How much time should it take? More is better, up to a point; you can stop early.</source>
        <translation>给它多少时间？越多越好，但有限度；可以提前停止。</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>Use of the computer</source>
        <translation>电脑占用</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>For experts</source>
        <translation>专家设置</translation>
    </message>
    <message>
        <source>The bundled model (recommended)</source>
        <translation>自带模型（推荐）</translation>
    </message>
    <message>
        <source>Nothing: takes days, and thousands of photos</source>
        <translation>从零开始：需要数天和数千张照片</translation>
    </message>
    <message>
        <source>What other programs leave idle</source>
        <translation>其他程序空闲的部分</translation>
    </message>
    <message>
        <source>Half of the processor</source>
        <translation>处理器的一半</translation>
    </message>
    <message>
        <source>All of it</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>At night, from 22 to 7 o&apos;clock</source>
        <translation>夜间，22 点到 7 点</translation>
    </message>
    <message>
        <source>While on mains power</source>
        <translation>接通电源时</translation>
    </message>
    <message>
        <source>While nobody is using it, from 5 minutes after the last key</source>
        <translation>无人使用时（最后一次按键 5 分钟后）</translation>
    </message>
    <message>
        <source>The fastest</source>
        <translation>最快的</translation>
    </message>
    <message>
        <source>Measuring how fast this computer is …</source>
        <translation>正在测量这台电脑的速度…</translation>
    </message>
    <message>
        <source>Measured on this computer ({0} cores). Needs about {1} of memory and up to {2} on the disk.</source>
        <translation>在这台电脑（{0} 核）上测得。约需 {1} 内存，最多 {2} 磁盘空间。</translation>
    </message>
    <message>
        <source>Quick try</source>
        <translation>快速试验</translation>
    </message>
    <message>
        <source>shows where it is heading</source>
        <translation>看出走向</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>良好</translation>
    </message>
    <message>
        <source>for most purposes</source>
        <translation>适合大多数用途</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>最佳</translation>
    </message>
    <message>
        <source>the last bit of quality</source>
        <translation>追求最后一点质量</translation>
    </message>
    <message>
        <source>about {0}</source>
        <translation>约 {0}</translation>
    </message>
</context>
<context>
    <name>EmptyPage</name>
    <message>
        <source>Drop photos or folders here</source>
        <translation>将照片或文件夹拖放到此处</translation>
    </message>
    <message>
        <source>They are enlarged and restored on this computer. Nothing leaves it.</source>
        <translation>照片在本机上放大和修复，不会离开本机。</translation>
    </message>
    <message>
        <source>Or paste a picture with Ctrl+V.</source>
        <translation>或按 Ctrl+V 粘贴图片。</translation>
    </message>
    <message>
        <source>Open photos …</source>
        <translation>打开照片…</translation>
    </message>
    <message>
        <source>Enlarge the sample photo</source>
        <translation>放大示例照片</translation>
    </message>
    <message>
        <source>Train a model on photos of your own …</source>
        <translation>用自己的照片训练模型…</translation>
    </message>
</context>
<context>
    <name>ErrorBar</name>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>复制详细信息</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… 还有 %n 个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileForm</name>
    <message>
        <source>What it is</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>Do not import this file</source>
        <translation>不导入此文件</translation>
    </message>
    <message>
        <source>Left out: {0}</source>
        <translation>未导入：{0}</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>The file does not say; the page you downloaded it from does</source>
        <translation>文件中没有说明；下载页面上有</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可</translation>
    </message>
    <message>
        <source>Stays attached to the model. The published ResShift, SinSR and RSD weights are non-commercial.</source>
        <translation>保存在模型中。ResShift、SinSR 和 RSD 发布的权重仅限非商业用途。</translation>
    </message>
</context>
<context>
    <name>Filmstrip</name>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
</context>
<context>
    <name>FolderControl</name>
    <message>
        <source>Beside each photo</source>
        <translation>与照片同一位置</translation>
    </message>
    <message>
        <source>Results go beside each photo</source>
        <translation>结果保存在每张照片旁</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Choose the folder for results</source>
        <translation>选择结果文件夹</translation>
    </message>
    <message>
        <source>Folder for results</source>
        <translation>结果文件夹</translation>
    </message>
</context>
<context>
    <name>Forecast</name>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>%n 张照片</numerusform>
        </translation>
    </message>
    <message>
        <source>{0}: about {1}</source>
        <translation>{0}：约 {1}</translation>
    </message>
</context>
<context>
    <name>FormatControl</name>
    <message>
        <source>Quality</source>
        <translation>质量</translation>
    </message>
    <message>
        <source>Quality of JPEG and WebP, 1 to 100</source>
        <translation>JPEG 和 WebP 的质量，1 至 100</translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Enlarge</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>打开最近文件</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import models</source>
        <translation>导入模型</translation>
    </message>
    <message>
        <source>Progress of the import</source>
        <translation>导入进度</translation>
    </message>
    <message>
        <source>Add a file …</source>
        <translation>添加文件 …</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Checking and converting. The files themselves stay as they are.</source>
        <translation>正在检查和转换。原文件保持不变。</translation>
    </message>
    <message>
        <source>Looking at the files …</source>
        <translation>正在查看文件 …</translation>
    </message>
    <message>
        <source>Nothing can be imported.</source>
        <translation>没有可导入的内容。</translation>
    </message>
    <message>
        <source>{0} needs its autoencoder: add autoencoder_vq_f4.pth as a second file, once for all models.</source>
        <translation>{0} 需要自动编码器：请添加 autoencoder_vq_f4.pth 作为第二个文件，所有模型只需一次。</translation>
    </message>
    <message>
        <source>Two models have the same name.</source>
        <translation>两个模型同名。</translation>
    </message>
    <message>
        <source>A model of this name exists already.</source>
        <translation>已有同名模型。</translation>
    </message>
    <message>
        <source>Say what each model is, and give it a name of letters, digits, dots and dashes.</source>
        <translation>请说明每个模型的类型，并用字母、数字、点和短横线命名。</translation>
    </message>
    <message>
        <source>Nothing in a file is executed. The files themselves stay as they are.</source>
        <translation>不会执行文件中的任何内容。原文件保持不变。</translation>
    </message>
</context>
<context>
    <name>Importer</name>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>Add photos</source>
        <translation>添加照片</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>添加文件夹</translation>
    </message>
    <message>
        <source>The clipboard holds neither a picture nor files.</source>
        <translation>剪贴板中既没有图片也没有文件。</translation>
    </message>
</context>
<context>
    <name>InstallPage</name>
    <message>
        <source>Once installed, it appears in the list of models and is chosen for the open photo.</source>
        <translation>安装后，它会出现在模型列表中，并为打开的照片选用。</translation>
    </message>
    <message>
        <source>Licence of the photos</source>
        <translation>照片的许可</translation>
    </message>
    <message>
        <source>Which state</source>
        <translation>哪个状态</translation>
    </message>
    <message>
        <source>The best on photos it has never seen</source>
        <translation>在从未见过的照片上最好的</translation>
    </message>
    <message>
        <source>The newest</source>
        <translation>最新的</translation>
    </message>
    <message>
        <source>Let it judge how damaged a photo is</source>
        <translation>让它判断照片的损坏程度</translation>
    </message>
    <message>
        <source>Auto then fits each photo. Learning it takes some minutes.</source>
        <translation>这样“自动”就能适合每张照片。学习需要几分钟。</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>安装</translation>
    </message>
    <message>
        <source>Add it to the model library</source>
        <translation>放入模型库</translation>
    </message>
    <message>
        <source>Save as a file …</source>
        <translation>另存为文件…</translation>
    </message>
    <message>
        <source>One file that others can import</source>
        <translation>一个他人可以导入的文件</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Nothing is installed or written</source>
        <translation>不会安装或写入任何内容</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>My model</source>
        <translation>我的模型</translation>
    </message>
    <message>
        <source>For photos like those in {0}.</source>
        <translation>适用于类似 {0} 中的照片。</translation>
    </message>
    <message>
        <source>Save as a file</source>
        <translation>另存为文件</translation>
    </message>
    <message>
        <source>Writing the model …</source>
        <translation>正在写入模型…</translation>
    </message>
    <message>
        <source>Learning to judge damage: {0} %</source>
        <translation>正在学习判断损坏程度：{0} %</translation>
    </message>
    <message>
        <source>Installed as {0}. It is chosen for the open photo.</source>
        <translation>已安装为 {0}，并已为打开的照片选用。</translation>
    </message>
    <message>
        <source>Written to {0}</source>
        <translation>已写入 {0}</translation>
    </message>
    <message>
        <source>Auto treats all photos alike: judging each one did not improve yours.</source>
        <translation>“自动”对所有照片一视同仁：逐张判断并未改善您的照片。</translation>
    </message>
</context>
<context>
    <name>KindRow</name>
    <message>
        <source>Default for</source>
        <translation>默认用于</translation>
    </message>
    <message>
        <source>Default for: {0}</source>
        <translation>默认用于：{0}</translation>
    </message>
    <message>
        <source>The bundled model serves every kind that has no other</source>
        <translation>随程序提供的模型用于没有其他模型的每种照片</translation>
    </message>
    <message>
        <source>Photos of this kind are enlarged with this model, unless another is chosen for them</source>
        <translation>除非另选模型，否则此类照片用此模型放大</translation>
    </message>
    <message>
        <source>Not in effect: {0} is chosen for all photos. To follow it, choose By kind in the list of models.</source>
        <translation>当前未生效：已为所有照片选择 {0}。请在设置的模型列表中选择“按类型”。</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>%n file(s) are in the queue already</source>
        <translation>
            <numerusform>%n 个文件已在列表中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n result(s) of earlier runs were left out; drop one by itself to add it</source>
        <translation>
            <numerusform>已略去 %n 个以前的结果；单独拖入即可添加</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} in {1}</source>
        <translation>{0}，用时 {1}</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) failed</source>
        <translation>
            <numerusform>%n 张照片失败</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped. Start continues from there.</source>
        <translation>已停止。点击“开始”可继续。</translation>
    </message>
    <message>
        <source>The language changes at the next start.</source>
        <translation>语言将在下次启动时更改。</translation>
    </message>
</context>
<context>
    <name>ModelBox</name>
    <message>
        <source>By kind: {0}</source>
        <translation>按类型：{0}</translation>
    </message>
    <message>
        <source>Chosen for black and white photos</source>
        <translation>为黑白照片选择</translation>
    </message>
    <message>
        <source>Chosen for colour photos</source>
        <translation>为彩色照片选择</translation>
    </message>
    <message>
        <source>Chosen by the kind of each photo</source>
        <translation>按每张照片的类型选择</translation>
    </message>
</context>
<context>
    <name>ModelComparison</name>
    <message>
        <source>Compare models</source>
        <translation>比较模型</translation>
    </message>
    <message>
        <source>Plain enlargement (bicubic)</source>
        <translation>普通放大（双三次）</translation>
    </message>
    <message>
        <source>Result of model {0}</source>
        <translation>模型 {0} 的结果</translation>
    </message>
    <message>
        <source>Model {0}</source>
        <translation>模型 {0}</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>无模型</translation>
    </message>
    <message>
        <source>{0}: {1} × {2} pixels of what you see, enlarged {3} times</source>
        <translation>{0}：所见部分的 {1} × {2} 像素，放大 {3} 倍</translation>
    </message>
    <message>
        <source>Computing …</source>
        <translation>正在计算…</translation>
    </message>
</context>
<context>
    <name>ModelControl</name>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>See, import and remove models</source>
        <translation>查看、导入和移除模型</translation>
    </message>
    <message>
        <source>At this size: {0}</source>
        <translation>此尺寸使用：{0}</translation>
    </message>
</context>
<context>
    <name>ModelManager</name>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Installed models</source>
        <translation>已安装的模型</translation>
    </message>
    <message>
        <source>Card of the model</source>
        <translation>模型说明</translation>
    </message>
    <message>
        <source>Use for all photos</source>
        <translation>用于所有照片</translation>
    </message>
    <message>
        <source>Train further …</source>
        <translation>继续训练…</translation>
    </message>
    <message>
        <source>Teach it your own photos: a training that starts from this model</source>
        <translation>让它学习您自己的照片：从此模型开始的训练</translation>
    </message>
    <message>
        <source>Compare on this view …</source>
        <translation>在此视图上比较…</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Restore the removed model</source>
        <translation>恢复已移除的模型</translation>
    </message>
    <message>
        <source>Import …</source>
        <translation>导入 …</translation>
    </message>
    <message>
        <source>ResShift, SinSR and RSD files, and models of this program</source>
        <translation>ResShift、SinSR 和 RSD 文件，以及本程序的模型</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>已损坏</translation>
    </message>
    <message>
        <source>a teacher, for training</source>
        <translation>教师模型，用于训练</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>On disk</source>
        <translation>占用空间</translation>
    </message>
    <message>
        <source>Open a photo first: models are compared on the part of it that you see</source>
        <translation>请先打开一张照片：模型在您看到的部分上进行比较</translation>
    </message>
    <message>
        <source>Up to three models can be compared</source>
        <translation>最多比较三个模型</translation>
    </message>
    <message>
        <source>What you see of the photo, as up to three models enlarge it; select several in the list</source>
        <translation>用最多三个模型放大您看到的照片部分；请在列表中选择多个</translation>
    </message>
    <message>
        <source>{0} is removed: {1}.</source>
        <translation>已移除 {0}：{1}。</translation>
    </message>
</context>
<context>
    <name>NameControl</name>
    <message>
        <source>Name of the result, from: {0}</source>
        <translation>结果的名称，可用：{0}</translation>
    </message>
    <message>
        <source>This does not make a name. Use {0}</source>
        <translation>无法构成名称。请用 {0}</translation>
    </message>
</context>
<context>
    <name>NameLabel</name>
    <message>
        <source>Double click: back to the default</source>
        <translation>双击：恢复默认值</translation>
    </message>
</context>
<context>
    <name>NoticeBars</name>
    <message numerus="yes">
        <source>%n file(s) could not be added:</source>
        <translation>
            <numerusform>%n 个文件无法添加：</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) were still to be enlarged when the program ended.</source>
        <translation>
            <numerusform>程序结束时还有 %n 张照片未放大。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Notifier</name>
    <message numerus="yes">
        <source>%n photo(s) enlarged</source>
        <translation>
            <numerusform>已放大 %n 张照片</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n 张失败</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OfferBar</name>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>以后再说</translation>
    </message>
</context>
<context>
    <name>PaintLayer</name>
    <message>
        <source>Painted parts</source>
        <translation>涂抹的部分</translation>
    </message>
</context>
<context>
    <name>PhotoGrid</name>
    <message>
        <source>Photos to learn from</source>
        <translation>用于学习的照片</translation>
    </message>
</context>
<context>
    <name>PhotosPage</name>
    <message>
        <source>Choose sharp, clean photos of the kind that the model is for. It learns to restore damaged ones to that quality. The photos stay where they are, and nothing leaves this computer.</source>
        <translation>请选择清晰、干净、与模型用途同类的照片。模型将学习把受损的照片恢复到这样的质量。照片留在原处，任何内容都不会离开这台电脑。</translation>
    </message>
    <message>
        <source>Drop folders of photos here</source>
        <translation>将照片文件夹拖到这里</translation>
    </message>
    <message>
        <source>Add a folder …</source>
        <translation>添加文件夹…</translation>
    </message>
    <message>
        <source>Also by dropping or pasting it</source>
        <translation>也可拖放或粘贴</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>Forget the folders; no file is changed</source>
        <translation>清除文件夹；不会更改任何文件</translation>
    </message>
    <message>
        <source>Add a folder of photos</source>
        <translation>添加照片文件夹</translation>
    </message>
    <message>
        <source>{0} of {1} photos looked at</source>
        <translation>已查看 {0} / {1} 张照片</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>too small</source>
        <translation>太小</translation>
    </message>
    <message>
        <source>duplicate</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>near duplicate</source>
        <translation>近似重复</translation>
    </message>
    <message>
        <source>blurred</source>
        <translation>模糊</translation>
    </message>
    <message>
        <source>was enlarged</source>
        <translation>曾被放大</translation>
    </message>
    <message>
        <source>strongly compressed</source>
        <translation>压缩过度</translation>
    </message>
    <message>
        <source>noisy</source>
        <translation>噪点多</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>未采用</translation>
    </message>
    <message>
        <source>pair does not fit</source>
        <translation>图像对不匹配</translation>
    </message>
    <message>
        <source>held out</source>
        <translation>留作测试</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) to learn from</source>
        <translation>
            <numerusform>%n 张用于学习的照片</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n held out as a test</source>
        <translation>
            <numerusform>%n 张留作测试</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n 张未采用</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n true pair(s)</source>
        <translation>
            <numerusform>%n 对真实图像对</numerusform>
        </translation>
    </message>
    <message>
        <source>None of these can be used. Point at a photo to see why; click a flawed one to use it anyway.</source>
        <translation>没有可用的照片。指向照片可查看原因；单击可采用有缺陷的照片。</translation>
    </message>
    <message>
        <source>Too few: a model would memorise these pictures. Add more of the same kind.</source>
        <translation>太少：模型会死记这些图像。请添加更多同类照片。</translation>
    </message>
    <message>
        <source>Enough to train, too few to hold some out: quality on unseen photos will not be measured.</source>
        <translation>足够训练，但太少，无法留出测试照片：模型的好坏将无从得知。</translation>
    </message>
    <message>
        <source>Enough. From about 100 photos on, a model learns more than just these scenes.</source>
        <translation>足够。大约 100 张以上时，模型能学到的不止这些场景。</translation>
    </message>
    <message>
        <source>Enough.</source>
        <translation>足够。</translation>
    </message>
</context>
<context>
    <name>PictureWidget</name>
    <message>
        <source>Before and after</source>
        <translation>处理前后</translation>
    </message>
    <message>
        <source>Arrow keys move the divider, with Ctrl the picture; plus and minus zoom, backslash flips.</source>
        <translation>方向键移动分割线，按住 Ctrl 移动图片；加减号缩放，反斜杠切换。</translation>
    </message>
    <message>
        <source>before</source>
        <translation>前</translation>
    </message>
    <message>
        <source>after</source>
        <translation>后</translation>
    </message>
</context>
<context>
    <name>QueueModel</name>
    <message>
        <source>being read</source>
        <translation>正在读取</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>{0} % done</source>
        <translation>已完成 {0} %</translation>
    </message>
    <message>
        <source>stopped, can be resumed</source>
        <translation>已停止，可继续</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>has settings of its own</source>
        <translation>有单独的设置</translation>
    </message>
</context>
<context>
    <name>ResultActions</name>
    <message>
        <source>{0} is on the clipboard.</source>
        <translation>{0} 已在剪贴板中。</translation>
    </message>
    <message>
        <source>Save the result as</source>
        <translation>结果另存为</translation>
    </message>
    <message>
        <source>Saved as {0}.</source>
        <translation>已保存为 {0}。</translation>
    </message>
</context>
<context>
    <name>ScopeBar</name>
    <message>
        <source>All photos</source>
        <translation>所有照片</translation>
    </message>
    <message>
        <source>This photo</source>
        <translation>此照片</translation>
    </message>
    <message>
        <source>Settings apply to all photos without settings of their own</source>
        <translation>设置适用于所有没有单独设置的照片</translation>
    </message>
    <message>
        <source>The selected photos have settings of their own</source>
        <translation>所选照片使用单独的设置</translation>
    </message>
    <message>
        <source>Apply to all</source>
        <translation>应用于全部</translation>
    </message>
    <message>
        <source>Apply these settings to all photos</source>
        <translation>将这些设置应用于所有照片</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Use or save presets</source>
        <translation>使用或保存预设</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>已选 %n 张</numerusform>
        </translation>
    </message>
    <message>
        <source>Save as a preset …</source>
        <translation>保存为预设…</translation>
    </message>
    <message>
        <source>Remove a preset</source>
        <translation>移除预设</translation>
    </message>
</context>
<context>
    <name>SeedControl</name>
    <message>
        <source>Look again: different fine detail, from another seed (R)</source>
        <translation>再看一次：用另一个种子得到不同的细节 (R)</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>再看一次</translation>
    </message>
</context>
<context>
    <name>SettingsController</name>
    <message>
        <source>All photos have these settings now.</source>
        <translation>所有照片现在都使用这些设置。</translation>
    </message>
    <message>
        <source>Save as a preset</source>
        <translation>保存为预设</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
</context>
<context>
    <name>SettingsPanel</name>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>纸张</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>状况</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>高级</translation>
    </message>
    <message>
        <source>Names, metadata, precision, memory</source>
        <translation>名称、元数据、精度、内存</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Zoom at the pointer</source>
        <translation>在指针处缩放</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>滚轮</translation>
    </message>
    <message>
        <source>Move the picture</source>
        <translation>移动图片</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>拖动</translation>
    </message>
    <message>
        <source>Fit or 100 %</source>
        <translation>适合窗口或 100 %</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>双击</translation>
    </message>
    <message>
        <source>Move the divider</source>
        <translation>移动分割线</translation>
    </message>
    <message>
        <source>Left, Right; with Shift faster</source>
        <translation>左、右；按住 Shift 更快</translation>
    </message>
    <message>
        <source>Back to the default</source>
        <translation>恢复默认值</translation>
    </message>
    <message>
        <source>Double click on a setting&apos;s name</source>
        <translation>双击设置的名称</translation>
    </message>
    <message>
        <source>Picture and settings</source>
        <translation>图片和设置</translation>
    </message>
</context>
<context>
    <name>SizeControl</name>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>纸张</translation>
    </message>
    <message>
        <source>Size of the result</source>
        <translation>结果的大小</translation>
    </message>
    <message>
        <source>A paper size, or sides such as 40x30cm, 40cm or 12x8in</source>
        <translation>纸张名称，或边长，如 40x30cm、40cm、12x8in</translation>
    </message>
    <message>
        <source>Resolution of the print</source>
        <translation>打印分辨率</translation>
    </message>
    <message>
        <source>×1, restore only</source>
        <translation>×1，仅修复</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>Long side</source>
        <translation>长边</translation>
    </message>
    <message>
        <source>Short side</source>
        <translation>短边</translation>
    </message>
    <message>
        <source>Megapixels</source>
        <translation>百万像素</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>{0} → {1}
about {2}</source>
        <translation>{0} → {1}
约 {2}</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Trainings on this computer. Open one to look at it, continue it or install its model.</source>
        <translation>这台电脑上的训练。打开可查看、继续或安装其模型。</translation>
    </message>
    <message>
        <source>Trainings</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Show this training</source>
        <translation>显示此训练</translation>
    </message>
    <message>
        <source>New training</source>
        <translation>新训练</translation>
    </message>
    <message>
        <source>Choose photos for another model</source>
        <translation>为另一个模型选择照片</translation>
    </message>
    <message>
        <source>training now</source>
        <translation>正在训练</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Starting the engine …</source>
        <translation>正在启动引擎…</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Size and zoom</source>
        <translation>大小和缩放</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>第 {0} 张，共 {1} 张</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>starting …</source>
        <translation>正在开始…</translation>
    </message>
    <message>
        <source>{0} left</source>
        <translation>还剩 {0}</translation>
    </message>
</context>
<context>
    <name>StopQuestion</name>
    <message>
        <source>Photos are being enlarged. Stop and close?</source>
        <translation>正在放大照片。要停止并关闭吗？</translation>
    </message>
    <message>
        <source>What is computed is kept; the next start continues with it.</source>
        <translation>已计算的部分会保留，下次开始时继续。</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>停止并关闭</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Samples appear with the first checkpoint.</source>
        <translation>首次保存后会显示样本。</translation>
    </message>
    <message>
        <source>Moment of the training</source>
        <translation>训练的时刻</translation>
    </message>
    <message>
        <source>Back and forth through the training</source>
        <translation>在训练过程中前后移动</translation>
    </message>
    <message>
        <source>Which of the held-out crops</source>
        <translation>哪一个留作测试的裁片</translation>
    </message>
    <message>
        <source>Sample {0}</source>
        <translation>样本 {0}</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>受损</translation>
    </message>
    <message>
        <source>bundled model</source>
        <translation>自带模型</translation>
    </message>
    <message>
        <source>step {0}</source>
        <translation>第 {0} 步</translation>
    </message>
    <message>
        <source>original</source>
        <translation>原图</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} / {1}</translation>
    </message>
</context>
<context>
    <name>TrainPage</name>
    <message>
        <source>It continues when this window is closed. Reopen the window to follow it again.</source>
        <translation>关闭此窗口后训练仍会继续；重新打开时会显示当前进度。</translation>
    </message>
    <message>
        <source>Current activity</source>
        <translation>正在进行的工作</translation>
    </message>
    <message>
        <source>Perceptual difference (LPIPS) ↓</source>
        <translation>视觉差异（LPIPS）↓</translation>
    </message>
    <message>
        <source>Fidelity (PSNR, dB) ↑</source>
        <translation>保真度（PSNR，dB）↑</translation>
    </message>
    <message>
        <source>Loss ↓</source>
        <translation>损失 ↓</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Save and wait; nothing is lost (Ctrl+P)</source>
        <translation>保存并等待；不会丢失任何内容（Ctrl+P）</translation>
    </message>
    <message>
        <source>Save now</source>
        <translation>立即保存</translation>
    </message>
    <message>
        <source>Write a checkpoint and new samples now</source>
        <translation>立即写入检查点和新样本</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop and use what there is; you can continue later</source>
        <translation>停止并使用现有成果；以后可以继续</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Finished.</source>
        <translation>已完成。</translation>
    </message>
    <message>
        <source>Stopped. Nothing is lost: continue from here, or use what there is.</source>
        <translation>已停止。没有丢失任何内容：可从原处继续，或使用现有成果。</translation>
    </message>
    <message>
        <source>Not started yet.</source>
        <translation>尚未开始。</translation>
    </message>
    <message>
        <source>Stopping: saving what it has learned …</source>
        <translation>正在停止：正在保存学到的内容…</translation>
    </message>
    <message>
        <source>Paused.</source>
        <translation>已暂停。</translation>
    </message>
    <message>
        <source>Preparing the photos …</source>
        <translation>正在准备照片…</translation>
    </message>
    <message>
        <source>Making pairs of good and damaged pictures, and measuring where it starts …</source>
        <translation>正在制作完好与受损图像对，并测量起点…</translation>
    </message>
    <message>
        <source>Phase 1 of 2: learning the damage, and how to undo it in many steps</source>
        <translation>第 1 阶段（共 2）：学习损伤以及如何多步修复</translation>
    </message>
    <message>
        <source>Phase 2 of 2: learning to do it in one step</source>
        <translation>第 2 阶段（共 2）：学习一步完成</translation>
    </message>
    <message>
        <source>Learning your photos and their damage</source>
        <translation>正在学习您的照片及其损伤</translation>
    </message>
    <message>
        <source>{0}. {1} left</source>
        <translation>{0}。剩余 {1}</translation>
    </message>
    <message>
        <source>Still improving on photos it has never seen.</source>
        <translation>在从未见过的照片上仍在进步。</translation>
    </message>
    <message>
        <source>Levelling off: you can stop, more time brings little.</source>
        <translation>趋于平稳：可以停止，再花时间收效甚微。</translation>
    </message>
    <message>
        <source>Not better yet than at the start on photos it has never seen.</source>
        <translation>在从未见过的照片上，还没有比开始时更好。</translation>
    </message>
    <message>
        <source>Too early to say how well it goes.</source>
        <translation>现在判断好坏为时尚早。</translation>
    </message>
</context>
<context>
    <name>TrainWizard</name>
    <message>
        <source>A model of your own</source>
        <translation>自己的模型</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Damage</source>
        <translation>损伤</translation>
    </message>
    <message>
        <source>Effort</source>
        <translation>投入</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>安装</translation>
    </message>
    <message>
        <source>All trainings</source>
        <translation>所有训练</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Waiting for the night.</source>
        <translation>等待夜间。</translation>
    </message>
    <message>
        <source>Waiting for mains power.</source>
        <translation>等待接通电源。</translation>
    </message>
    <message>
        <source>Waiting until nobody is using the computer.</source>
        <translation>等待无人使用电脑。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>开始训练</translation>
    </message>
</context>
<context>
    <name>TrustBar</name>
    <message>
        <source>On average, in levels of 255: the standard deviation over the seeds</source>
        <translation>平均值，以 255 级计：各种子间的标准差</translation>
    </message>
    <message>
        <source>Strength of the colour</source>
        <translation>颜色强度</translation>
    </message>
    <message>
        <source>How strong the colour is</source>
        <translation>颜色有多强</translation>
    </message>
    <message>
        <source>Hide the colour</source>
        <translation>隐藏颜色</translation>
    </message>
    <message>
        <source>Hide the colour (T or Esc)</source>
        <translation>隐藏颜色（T 或 Esc）</translation>
    </message>
    <message>
        <source>From the same in all seeds to invented</source>
        <translation>从所有种子都相同到虚构</translation>
    </message>
    <message>
        <source>the same in all seeds</source>
        <translation>所有种子都相同</translation>
    </message>
    <message>
        <source>invented here; other details fit as well</source>
        <translation>此处为虚构；别的细节同样说得通</translation>
    </message>
    <message>
        <source>Error to expect in view: {0} of 255, {1} % likely invented</source>
        <translation>所见部分预计误差：{0}/255，{1} % 很可能是虚构</translation>
    </message>
    <message>
        <source>In view: {0} of 255, {1} % likely invented</source>
        <translation>所见部分：{0}/255，{1} % 很可能是虚构</translation>
    </message>
    <message>
        <source>Waiting for the preview …</source>
        <translation>正在等待预览…</translation>
    </message>
    <message>
        <source>Computing other seeds: {0} of {1}</source>
        <translation>正在计算其他种子：{0} / {1}</translation>
    </message>
    <message>
        <source>Seeds take long here, so they are compared only on request. Variants (V) compares a part.</source>
        <translation>此处计算各种子耗时较长，因此不自动比较。变体 (V) 可比较一部分。</translation>
    </message>
    <message>
        <source>seeds agree</source>
        <translation>种子一致</translation>
    </message>
    <message>
        <source>details differ</source>
        <translation>细节不同</translation>
    </message>
    <message>
        <source>likely invented</source>
        <translation>很可能是虚构</translation>
    </message>
    <message>
        <source>Here: error of about {0} of 255, {1}</source>
        <translation>此处：误差约 {0}/255，{1}</translation>
    </message>
    <message>
        <source>Here: {0} of 255, {1}</source>
        <translation>此处：{0}/255，{1}</translation>
    </message>
    <message>
        <source>Agreement between seeds proves nothing: all of them may be wrong.</source>
        <translation>种子一致并不等于证明：它们可能全都错了。</translation>
    </message>
    <message>
        <source>Only what is outlined is compared; zoom in for the rest.</source>
        <translation>只比较了框内部分；其余请放大查看。</translation>
    </message>
</context>
<context>
    <name>VariantController</name>
    <message>
        <source>Open a photo first.</source>
        <translation>请先打开一张照片。</translation>
    </message>
</context>
<context>
    <name>Variants</name>
    <message>
        <source>Variants</source>
        <translation>变体</translation>
    </message>
    <message>
        <source>The variant on view</source>
        <translation>正在查看的变体</translation>
    </message>
    <message>
        <source>Seed {0}</source>
        <translation>种子 {0}</translation>
    </message>
    <message>
        <source>Variant {0}, seed {1}</source>
        <translation>变体 {0}，种子 {1}</translation>
    </message>
    <message>
        <source>Look at this variant ({0})</source>
        <translation>查看此变体 ({0})</translation>
    </message>
    <message>
        <source>Show where they &amp;differ</source>
        <translation>显示不同之处(&amp;D)</translation>
    </message>
    <message>
        <source>Colours what other seeds would have drawn differently (T)</source>
        <translation>给其他种子会画得不同的地方上色 (T)</translation>
    </message>
    <message>
        <source>Strength of the colour</source>
        <translation>颜色强度</translation>
    </message>
    <message>
        <source>How strong the colour is</source>
        <translation>颜色有多强</translation>
    </message>
    <message>
        <source>Computing …</source>
        <translation>正在计算…</translation>
    </message>
    <message>
        <source>{0}: {1} × {2} pixels of what you see. Where detail was lost, several pictures fit.</source>
        <translation>{0}：所见部分的 {1} × {2} 像素。细节丢失之处，多种画面都说得通。</translation>
    </message>
    <message>
        <source>the same in all</source>
        <translation>全部相同</translation>
    </message>
    <message>
        <source>invented here; other details fit as well</source>
        <translation>此处为虚构；别的细节同样说得通</translation>
    </message>
    <message>
        <source>From the same in all to invented</source>
        <translation>从全部相同到虚构</translation>
    </message>
    <message>
        <source>Use this one</source>
        <translation>使用这一个</translation>
    </message>
    <message>
        <source>The whole picture gets the seed of this variant (Enter)</source>
        <translation>整张图片采用此变体的种子 (Enter)</translation>
    </message>
    <message>
        <source>Paint with it</source>
        <translation>用它涂抹</translation>
    </message>
    <message>
        <source>Paint the part of the picture that gets this variant</source>
        <translation>您涂抹的部分将采用此变体</translation>
    </message>
    <message>
        <source>The variants differ by {0} of 255 levels on average, and clearly on {1} % of what you see. Agreement proves nothing, though.</source>
        <translation>各变体平均相差 255 级中的 {0} 级，在所见部分的 {1} % 上明显不同。它们一致之处也不等于证明。</translation>
    </message>
</context>
<context>
    <name>WatchController</name>
    <message>
        <source>enlarged</source>
        <translation>已放大</translation>
    </message>
    <message>
        <source>Watching {0}: new photos are enlarged into {1}.</source>
        <translation>正在监视 {0}：新照片会放大到 {1}。</translation>
    </message>
    <message>
        <source>{0} is no longer watched.</source>
        <translation>不再监视 {0}。</translation>
    </message>
    <message>
        <source>Folder to watch</source>
        <translation>要监视的文件夹</translation>
    </message>
</context>
<context>
    <name>models</name>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>Import models</source>
        <translation>导入模型</translation>
    </message>
    <message>
        <source>{0}, one step</source>
        <translation>{0}，一步</translation>
    </message>
    <message>
        <source>{0}, {1} steps</source>
        <translation>{0}，{1} 步</translation>
    </message>
    <message>
        <source>Came with the program</source>
        <translation>随程序提供</translation>
    </message>
    <message>
        <source>Trained with this program</source>
        <translation>用本程序训练</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>已导入</translation>
    </message>
    <message>
        <source>Colour photos</source>
        <translation>彩色照片</translation>
    </message>
    <message>
        <source>Black and white photos</source>
        <translation>黑白照片</translation>
    </message>
    <message>
        <source>A model of this program: {0}</source>
        <translation>本程序的模型：{0}</translation>
    </message>
    <message>
        <source>Autoencoder, {0} million parameters; stored once, for all models that use it</source>
        <translation>自动编码器，{0} 百万参数；供所有模型共用，只保存一份</translation>
    </message>
    <message>
        <source>Network of a student with a noise input, {0} million parameters</source>
        <translation>带噪声输入的学生网络，{0} 百万参数</translation>
    </message>
    <message>
        <source>Network of a teacher or student, {0} million parameters</source>
        <translation>教师或学生网络，{0} 百万参数</translation>
    </message>
    <message>
        <source>Your models take {0}; {1} are free.</source>
        <translation>您的模型占用 {0}；剩余 {1}。</translation>
    </message>
    <message>
        <source>Shared autoencoders: {0}.</source>
        <translation>共用自动编码器：{0}。</translation>
    </message>
    <message>
        <source>For</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Enlarges</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Made on</source>
        <translation>制作日期</translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation>训练数据</translation>
    </message>
    <message>
        <source>Licence of the photos</source>
        <translation>照片的许可</translation>
    </message>
</context>
<context>
    <name>notices</name>
    <message>
        <source>It had started to get worse: it continues from step {0}, more carefully.</source>
        <translation>结果开始变差：从第 {0} 步起更谨慎地继续。</translation>
    </message>
    <message>
        <source>{0} photos are few: from about {1} on, a model learns more than just these scenes.</source>
        <translation>{0} 张照片偏少：约 {1} 张以上，模型才能学到这些场景之外的东西。</translation>
    </message>
    <message>
        <source>Too few photos to hold any out: quality on unseen photos will not be measured.</source>
        <translation>没有照片可留作检验：无法知道模型在其他照片上的表现。</translation>
    </message>
    <message>
        <source>Most photos are flawed: a model never gets better than the photos it learns from.</source>
        <translation>大多数照片有缺陷：模型不会比给它看的好样本更好。</translation>
    </message>
    <message>
        <source>Most photos are black and white: the model will not know colours.</source>
        <translation>大多数照片是黑白的：模型将不懂颜色。</translation>
    </message>
    <message>
        <source>The photos have several colour profiles. That is harmless.</source>
        <translation>照片有多种色彩配置文件，没有影响。</translation>
    </message>
    <message>
        <source>{0} of {1} files are left out; the first step shows why.</source>
        <translation>{1} 个文件中有 {0} 个未采用；第一步会显示原因。</translation>
    </message>
    <message>
        <source>Files of this training are gone ({0}); it continues without them.</source>
        <translation>此训练的部分文件已不在（{0} 个）；将不用它们继续。</translation>
    </message>
    <message>
        <source>This kind of model is meant for a graphics card: here a step takes many minutes.</source>
        <translation>这类模型适合显卡：在这里每一步要花很多分钟。</translation>
    </message>
    <message>
        <source>One of its metrics (LPIPS-VGG) is not installed; it trains without it. To fetch it: {0}</source>
        <translation>其中一项度量（LPIPS-VGG）未安装，训练将不用它。获取方法：{0}</translation>
    </message>
    <message>
        <source>Fitted to the free memory, {0} MB.</source>
        <translation>已按可用内存 {0} MB 调整。</translation>
    </message>
    <message>
        <source>The computer slept for {0}; that time does not count.</source>
        <translation>电脑休眠了 {0}，不计入时间。</translation>
    </message>
    <message>
        <source>Memory is short: it works in smaller parts from here on. The result is the same.</source>
        <translation>内存不足：此后分成更小的部分处理，结果相同。</translation>
    </message>
    <message>
        <source>What it had learned at the pause is worse than before; that is kept as well.</source>
        <translation>暂停时的状态比之前差；之前的也已保留。</translation>
    </message>
    <message>
        <source>The disk is full: nothing could be saved. Free some space; it will try again.</source>
        <translation>磁盘已满：无法保存。请腾出空间，稍后会重试。</translation>
    </message>
    <message>
        <source>The newest saved state was damaged; it continued from the one before.</source>
        <translation>最新的保存状态已损坏；已从前一个继续。</translation>
    </message>
    <message>
        <source>On photos it has never seen it is worse now than at the start ({0}: {1} and {2}).</source>
        <translation>在从未见过的照片上，现在比开始时差（{0}：{1} 与 {2}）。</translation>
    </message>
    <message>
        <source>On photos it has never seen it was better at step {0}; that state is kept.</source>
        <translation>在从未见过的照片上，第 {0} 步时更好；该状态已保留。</translation>
    </message>
    <message>
        <source>The sample pictures could not be written: {0}</source>
        <translation>无法写入示例图片：{0}</translation>
    </message>
    <message>
        <source>It cannot be compared with the bundled model during training; at the end it can.</source>
        <translation>训练途中无法与自带模型比较；结束时可以。</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>{0} s</source>
        <translation>{0} 秒</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} 分钟</translation>
    </message>
    <message>
        <source>{0} h {1} min</source>
        <translation>{0} 小时 {1} 分钟</translation>
    </message>
</context>
</TS>
