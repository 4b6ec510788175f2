<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>Automatic</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>細部</translation>
    </message>
    <message>
        <source>Faithful: only what is certain. Realistic: lost detail is invented.</source>
        <translation>忠実：確かなものだけ。リアル：失われた細部を補って描きます。</translation>
    </message>
    <message>
        <source>Detail, from faithful to realistic</source>
        <translation>細部、忠実からリアルまで</translation>
    </message>
    <message>
        <source>faithful</source>
        <translation>忠実</translation>
    </message>
    <message>
        <source>realistic</source>
        <translation>リアル</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>シード</translation>
    </message>
    <message>
        <source>Guard</source>
        <translation>保護</translation>
    </message>
    <message>
        <source>Detected and kept faithful: nothing is invented there</source>
        <translation>見つけて忠実に保ちます：そこには何も作り出しません</translation>
    </message>
    <message>
        <source>Faces and text</source>
        <translation>顔と文字</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>Same as the photo</source>
        <translation>写真と同じ</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>深度</translation>
    </message>
    <message>
        <source>8 bits per channel</source>
        <translation>8 ビット/チャンネル</translation>
    </message>
    <message>
        <source>16 bits per channel</source>
        <translation>16 ビット/チャンネル</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>デバイス</translation>
    </message>
    <message>
        <source>The fastest</source>
        <translation>最速のもの</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>メタデータ</translation>
    </message>
    <message>
        <source>Which of the photo&apos;s metadata is copied into the result</source>
        <translation>写真の情報のうち結果に引き継ぐもの</translation>
    </message>
    <message>
        <source>All of it</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Without the location</source>
        <translation>撮影場所を除く</translation>
    </message>
    <message>
        <source>None</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>色</translation>
    </message>
    <message>
        <source>Corrects colours that the model lets drift over large areas</source>
        <translation>モデルが広い範囲でずらした色を補正します</translation>
    </message>
    <message>
        <source>As in the photo</source>
        <translation>写真のとおり</translation>
    </message>
    <message>
        <source>Camera RAW</source>
        <translation>カメラRAW</translation>
    </message>
    <message>
        <source>The colour space that camera RAW is developed into</source>
        <translation>カメラのRAWを現像するときの色域</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>メモリ</translation>
    </message>
    <message>
        <source>Tile</source>
        <translation>タイル</translation>
    </message>
</context>
<context>
    <name>AboutDialog</name>
    <message>
        <source>About RSD Studio</source>
        <translation>RSD Studio について</translation>
    </message>
    <message>
        <source>Enlarges and restores photos on this computer. It connects to nothing.</source>
        <translation>このコンピューター上で写真を拡大・修復します。どこにも接続しません。</translation>
    </message>
    <message>
        <source>Versions, licences, this machine</source>
        <translation>バージョン、ライセンス、このマシン</translation>
    </message>
    <message>
        <source>Asking the engine …</source>
        <translation>エンジンに問い合わせ中…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Copy it for a bug report</source>
        <translation>不具合報告のためにコピー</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>このマシン</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>ライセンス</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Open …</source>
        <translation>開く…</translation>
    </message>
    <message>
        <source>Add photos</source>
        <translation>写真を追加</translation>
    </message>
    <message>
        <source>Open a folder …</source>
        <translation>フォルダーを開く…</translation>
    </message>
    <message>
        <source>Add all photos of a folder</source>
        <translation>フォルダー内のすべての写真を追加</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>貼り付け</translation>
    </message>
    <message>
        <source>Add a copied picture, or copied files</source>
        <translation>コピーした画像またはファイルを追加</translation>
    </message>
    <message>
        <source>Save the result as …</source>
        <translation>結果に名前を付けて保存…</translation>
    </message>
    <message>
        <source>Copy the result to another place</source>
        <translation>結果を別の場所にコピー</translation>
    </message>
    <message>
        <source>Copy the result</source>
        <translation>結果をコピー</translation>
    </message>
    <message>
        <source>Put the result on the clipboard</source>
        <translation>結果をクリップボードに入れる</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>フォルダーに表示</translation>
    </message>
    <message>
        <source>Show the result in its folder</source>
        <translation>結果をフォルダーで表示</translation>
    </message>
    <message>
        <source>Models …</source>
        <translation>モデル …</translation>
    </message>
    <message>
        <source>See, import and remove models</source>
        <translation>モデルの表示、読み込み、削除</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Watch a folder …</source>
        <translation>フォルダーを監視…</translation>
    </message>
    <message>
        <source>Enlarge every photo that arrives in a folder</source>
        <translation>フォルダーに入る写真をすべて拡大します</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>ウィンドウを閉じる</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Undo the last change</source>
        <translation>直前の変更を取り消す</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>やり直す</translation>
    </message>
    <message>
        <source>Redo the change</source>
        <translation>変更をもう一度行う</translation>
    </message>
    <message>
        <source>Select all photos</source>
        <translation>すべての写真を選択</translation>
    </message>
    <message>
        <source>Remove from the queue</source>
        <translation>リストから外す</translation>
    </message>
    <message>
        <source>Take the selected photos out of the queue; no file is deleted</source>
        <translation>選択した写真をリストから外します。ファイルは削除されません</translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation>すべて外す</translation>
    </message>
    <message>
        <source>Empty the queue; no file is deleted</source>
        <translation>リストを空にします。ファイルは削除されません</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上へ移動</translation>
    </message>
    <message>
        <source>Enlarge the selected photos earlier</source>
        <translation>選択した写真を先に拡大</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下へ移動</translation>
    </message>
    <message>
        <source>Enlarge the selected photos later</source>
        <translation>選択した写真を後で拡大</translation>
    </message>
    <message>
        <source>Apply settings to all</source>
        <translation>設定をすべてに適用</translation>
    </message>
    <message>
        <source>Apply these settings to all photos</source>
        <translation>この設定をすべての写真に適用</translation>
    </message>
    <message>
        <source>Paint</source>
        <translation>塗る</translation>
    </message>
    <message>
        <source>Paint what should be more faithful, or more realistic, than the rest</source>
        <translation>他より忠実に、または写実的にしたい部分を塗る</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>全体表示</translation>
    </message>
    <message>
        <source>Show the whole picture</source>
        <translation>画像全体を表示</translation>
    </message>
    <message>
        <source>Fit or 100 %</source>
        <translation>全体または 100 %</translation>
    </message>
    <message>
        <source>Between the whole picture and 100 %</source>
        <translation>全体と 100 % を切り替え</translation>
    </message>
    <message>
        <source>One pixel of the result per screen pixel</source>
        <translation>結果の 1 画素を画面の 1 画素で表示</translation>
    </message>
    <message>
        <source>Every pixel of the result at twice its size</source>
        <translation>結果の各画素を 2 倍で</translation>
    </message>
    <message>
        <source>Every pixel of the result at four times its size</source>
        <translation>結果の各画素を 4 倍で</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>ズームイン</translation>
    </message>
    <message>
        <source>Show less, larger</source>
        <translation>狭い範囲を大きく表示</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>ズームアウト</translation>
    </message>
    <message>
        <source>Show more, smaller</source>
        <translation>広い範囲を小さく表示</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>分割</translation>
    </message>
    <message>
        <source>Before and after, with a divider between them</source>
        <translation>前後を仕切り線で分けて表示</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>左右に並べる</translation>
    </message>
    <message>
        <source>Before and after beside each other</source>
        <translation>前後を左右に並べて表示</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差分</translation>
    </message>
    <message>
        <source>What the program has changed</source>
        <translation>プログラムが変えた部分</translation>
    </message>
    <message>
        <source>Flip while held</source>
        <translation>押している間だけ切り替え</translation>
    </message>
    <message>
        <source>Show the other picture in place, while held</source>
        <translation>押している間、同じ位置にもう一方を表示</translation>
    </message>
    <message>
        <source>Loupe</source>
        <translation>ルーペ</translation>
    </message>
    <message>
        <source>A magnifier at the pointer</source>
        <translation>ポインターの位置を拡大</translation>
    </message>
    <message>
        <source>What is invented</source>
        <translation>作り出された部分</translation>
    </message>
    <message>
        <source>Colours the result where other seeds draw different details; Esc hides it</source>
        <translation>ほかのシードなら別の細部を描く部分に、結果の上で色を重ねます。Esc で隠します</translation>
    </message>
    <message>
        <source>Previous photo</source>
        <translation>前の写真</translation>
    </message>
    <message>
        <source>Show the previous photo</source>
        <translation>前の写真を表示</translation>
    </message>
    <message>
        <source>Next photo</source>
        <translation>次の写真</translation>
    </message>
    <message>
        <source>Show the next photo</source>
        <translation>次の写真を表示</translation>
    </message>
    <message>
        <source>Strip and settings</source>
        <translation>フィルムストリップと設定</translation>
    </message>
    <message>
        <source>Show or hide the panels beside the picture</source>
        <translation>画像の両側を表示または隠す</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全画面</translation>
    </message>
    <message>
        <source>Use the whole screen</source>
        <translation>画面全体を使う</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Enlarge all waiting photos</source>
        <translation>待機中のすべての写真を拡大</translation>
    </message>
    <message>
        <source>Start the selected photos</source>
        <translation>選択した写真を開始</translation>
    </message>
    <message>
        <source>Enlarge the selected photos only</source>
        <translation>選択した写真だけを拡大</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Pause the work, or continue it</source>
        <translation>処理を一時停止または再開</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop; what is done is kept and can be continued</source>
        <translation>停止。済んだ分は残り、続きから再開できます</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>もう一度</translation>
    </message>
    <message>
        <source>Different fine detail, from another seed</source>
        <translation>別のシードで細部を変える</translation>
    </message>
    <message>
        <source>Variants …</source>
        <translation>バリエーション…</translation>
    </message>
    <message>
        <source>Other pictures that fit the photo, to choose from</source>
        <translation>表示部分に合うほかの画像から選びます</translation>
    </message>
    <message>
        <source>Train a model of your own …</source>
        <translation>自分のモデルを学習させる…</translation>
    </message>
    <message>
        <source>Make a model for your kind of photos</source>
        <translation>お手持ちの種類の写真に合ったモデルを作る</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>キーボードショートカット</translation>
    </message>
    <message>
        <source>All shortcuts on one sheet</source>
        <translation>すべてのキーを一覧表示</translation>
    </message>
    <message>
        <source>Open the log folder</source>
        <translation>ログフォルダーを開く</translation>
    </message>
    <message>
        <source>Where the program keeps its log</source>
        <translation>プログラムの動作記録がある場所</translation>
    </message>
    <message>
        <source>About RSD Studio</source>
        <translation>RSD Studio について</translation>
    </message>
    <message>
        <source>Versions, licences, this machine</source>
        <translation>バージョン、ライセンス、このマシン</translation>
    </message>
</context>
<context>
    <name>AdvancedPart</name>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
</context>
<context>
    <name>Assistant</name>
    <message>
        <source>The process that looks at the photos has ended. Try again.</source>
        <translation>写真を調べるプロセスが終了しました。もう一度お試しください。</translation>
    </message>
</context>
<context>
    <name>BlindTest</name>
    <message>
        <source>Blind test</source>
        <translation>ブラインドテスト</translation>
    </message>
    <message>
        <source>Two results of one photo</source>
        <translation>1枚の写真の2つの結果</translation>
    </message>
    <message>
        <source>The left one (1)</source>
        <translation>左（1）</translation>
    </message>
    <message>
        <source>The right one (2)</source>
        <translation>右（2）</translation>
    </message>
    <message>
        <source>No difference (0)</source>
        <translation>違いなし（0）</translation>
    </message>
    <message>
        <source>You saw no difference.</source>
        <translation>違いは見られませんでした。</translation>
    </message>
    <message>
        <source>You chose your own model {0} of {1} times (95 % interval: {2} to {3} %).</source>
        <translation>自分のモデルを{1}回中{0}回選びました（95 %区間：{2}～{3} %）。</translation>
    </message>
    <message>
        <source>That may be chance.</source>
        <translation>偶然かもしれません。</translation>
    </message>
    <message>
        <source>Thank you.</source>
        <translation>ありがとうございました。</translation>
    </message>
    <message>
        <source>Which is better? {0} of {1}</source>
        <translation>どちらが良い？ {0}/{1}</translation>
    </message>
</context>
<context>
    <name>BrushBar</name>
    <message>
        <source>Faithful</source>
        <translation>忠実</translation>
    </message>
    <message>
        <source>Only what is certain: for faces and text</source>
        <translation>確かなものだけ：顔や文字に</translation>
    </message>
    <message>
        <source>Realistic</source>
        <translation>写実的</translation>
    </message>
    <message>
        <source>With invented detail: for leaves, fur and fabric</source>
        <translation>作り出した細部つき：葉、毛、布に</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>別案</translation>
    </message>
    <message>
        <source>Another variant, as chosen with V</source>
        <translation>V で選んだ別案</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>消す</translation>
    </message>
    <message>
        <source>Removes the strokes it touches</source>
        <translation>触れた線を消します</translation>
    </message>
    <message>
        <source>Size of the brush</source>
        <translation>ブラシの大きさ</translation>
    </message>
    <message>
        <source>Size of the brush ([ and ])</source>
        <translation>ブラシの大きさ（[ と ]）</translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation>すべて外す</translation>
    </message>
    <message>
        <source>Remove all strokes</source>
        <translation>すべての線を消します</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Back to the picture (Esc)</source>
        <translation>画像に戻る（Esc）</translation>
    </message>
    <message>
        <source>This model always draws a full sample; this needs another model or a variant.</source>
        <translation>このモデルは常に完全なサンプルを作ります。別のモデルか別案が必要です。</translation>
    </message>
    <message>
        <source>Variant {0}</source>
        <translation>別案 {0}</translation>
    </message>
</context>
<context>
    <name>BrushController</name>
    <message>
        <source>Open a photo first.</source>
        <translation>先に写真を開いてください。</translation>
    </message>
    <message>
        <source>The picture&apos;s record is full. Erase some strokes first.</source>
        <translation>画像の記録にこれ以上の線は入りません。先にいくつか消してください。</translation>
    </message>
</context>
<context>
    <name>Command</name>
    <message>
        <source>The command has failed.</source>
        <translation>コマンドが失敗しました。</translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>Photos that the training has never seen. Move the divider, or press Y to see both.</source>
        <translation>学習で一度も使っていない写真です。仕切りを動かすか、Yキーで並べて表示します。</translation>
    </message>
    <message>
        <source>On the left</source>
        <translation>左側</translation>
    </message>
    <message>
        <source>On the right</source>
        <translation>右側</translation>
    </message>
    <message>
        <source>Previous photo (PgUp)</source>
        <translation>前の写真（PgUp）</translation>
    </message>
    <message>
        <source>Next photo (PgDown)</source>
        <translation>次の写真（PgDn）</translation>
    </message>
    <message>
        <source>Compare again</source>
        <translation>比較し直す</translation>
    </message>
    <message>
        <source>With what it has learned since</source>
        <translation>その後学んだ分も含めて</translation>
    </message>
    <message>
        <source>Blind test …</source>
        <translation>ブラインドテスト…</translation>
    </message>
    <message>
        <source>Which is better? Ten pairs without names</source>
        <translation>どちらが良い？ 名前のない10組</translation>
    </message>
    <message>
        <source>Enlarging photos that it has never seen …</source>
        <translation>見たことのない写真を拡大しています…</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>傷んだもの</translation>
    </message>
    <message>
        <source>bundled model</source>
        <translation>付属のモデル</translation>
    </message>
    <message>
        <source>your model</source>
        <translation>自分のモデル</translation>
    </message>
    <message>
        <source>original</source>
        <translation>オリジナル</translation>
    </message>
    <message>
        <source>Measuring both …</source>
        <translation>両方を測定中…</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0}/{1}</translation>
    </message>
    <message>
        <source>better</source>
        <translation>優</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>劣</translation>
    </message>
    <message>
        <source>alike</source>
        <translation>同等</translation>
    </message>
    <message>
        <source>LPIPS and DISTS say how different it looks to the eye, PSNR and SSIM how close it is pixel by pixel; “alike” means that the difference may be chance. Your own eyes decide.</source>
        <translation>LPIPSとDISTSは見た目の違いを、PSNRとSSIMは画素ごとの近さを示します。「同等」は差が偶然かもしれないという意味です。最後はご自分の目で。</translation>
    </message>
    <message>
        <source>These photos were trained on: the figures are too good.</source>
        <translation>これらは学習に使った写真なので、値が良すぎます。</translation>
    </message>
    <message>
        <source>Warning: the new model is not better. More time, more photos or other damage may help.</source>
        <translation>注意：新しいモデルは良くなっていません。時間や写真を増やすか、傷みの種類を変えると良くなるかもしれません。</translation>
    </message>
    <message>
        <source>The new model is better in {0} figures and worse in {1}.</source>
        <translation>新しいモデルは{0}個の指標で優れ、{1}個で劣ります。</translation>
    </message>
    <message>
        <source>The new model is better in {0} of {1} figures.</source>
        <translation>新しいモデルは{1}個中{0}個の指標で優れています。</translation>
    </message>
</context>
<context>
    <name>ComparePane</name>
    <message>
        <source>At this size the photo passes through the model twice. The result appears when you run it.</source>
        <translation>この大きさでは写真がモデルを2回通ります。結果は実行すると表示されます。</translation>
    </message>
    <message>
        <source>This model takes many seconds per part. Its result appears when you run it.</source>
        <translation>このモデルは部分ごとに何秒もかかります。結果は実行すると表示されます。</translation>
    </message>
</context>
<context>
    <name>Condition</name>
    <message>
        <source>Auto</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>The model judges how damaged the photo is</source>
        <translation>写真の傷み具合をモデルが判断します</translation>
    </message>
    <message>
        <source>clean</source>
        <translation>良好</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>傷み</translation>
    </message>
    <message>
        <source>Condition, from clean to damaged</source>
        <translation>状態：良好から傷みまで</translation>
    </message>
    <message>
        <source>Clean: change little. Damaged: repair much.</source>
        <translation>良好：変更は少なく。傷み：大きく修復。</translation>
    </message>
</context>
<context>
    <name>DamagePage</name>
    <message>
        <source>Choose what your photos suffer from. What you see here is what the model will learn to undo.</source>
        <translation>写真の傷みの種類を選んでください。ここに見えるものを直すことを学びます。</translation>
    </message>
    <message>
        <source>A sample appears in a moment.</source>
        <translation>まもなくサンプルが表示されます。</translation>
    </message>
    <message>
        <source>Condition shown</source>
        <translation>表示する状態</translation>
    </message>
    <message>
        <source>How often the damage is heavy</source>
        <translation>重度の頻度</translation>
    </message>
    <message>
        <source>Left undamaged</source>
        <translation>傷めない割合</translation>
    </message>
    <message>
        <source>Blur up to</source>
        <translation>ぼけの上限</translation>
    </message>
    <message>
        <source>Noise up to</source>
        <translation>ノイズの上限</translation>
    </message>
    <message>
        <source>JPEG damage up to</source>
        <translation>JPEGの劣化の上限</translation>
    </message>
    <message>
        <source>Another sample</source>
        <translation>別のサンプル</translation>
    </message>
    <message>
        <source>Another place and other random damage (R)</source>
        <translation>別の場所と別のランダムな傷み（R）</translation>
    </message>
    <message>
        <source>Another photo</source>
        <translation>別の写真</translation>
    </message>
    <message>
        <source>The same on the next photo (P)</source>
        <translation>次の写真で同じものを（P）</translation>
    </message>
    <message>
        <source>More</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>How strong, how often</source>
        <translation>強さと頻度</translation>
    </message>
    <message>
        <source>Measure it from bad photos …</source>
        <translation>傷んだ写真から測定…</translation>
    </message>
    <message>
        <source>Drop a few photos as bad as yours here, or choose them</source>
        <translation>同じくらい傷んだ写真を数枚ここにドロップするか選んでください</translation>
    </message>
    <message>
        <source>clean</source>
        <translation>きれい</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>傷んだもの</translation>
    </message>
    <message>
        <source>Measuring …</source>
        <translation>測定中…</translation>
    </message>
    <message>
        <source>Anything, including heavy damage</source>
        <translation>何でも（重度も）</translation>
    </message>
    <message>
        <source>Camera or phone</source>
        <translation>カメラ・スマホ</translation>
    </message>
    <message>
        <source>Old film and prints</source>
        <translation>古いフィルム・プリント</translation>
    </message>
    <message>
        <source>From the web</source>
        <translation>ウェブの画像</translation>
    </message>
    <message>
        <source>As I set or measure it</source>
        <translation>設定・測定どおり</translation>
    </message>
    <message>
        <source>your photo</source>
        <translation>あなたの写真</translation>
    </message>
    <message>
        <source>as the model will see it</source>
        <translation>モデルに見せるもの</translation>
    </message>
    <message>
        <source>Photos as bad as yours</source>
        <translation>同じくらい傷んだ写真</translation>
    </message>
    <message numerus="yes">
        <source>Measured on %n photo(s): blur {0} to {1} px, noise {2} to {3} of 255, JPEG quality {4} to {5}.</source>
        <translation>
            <numerusform>写真%n枚で測定：ぼけ{0}～{1} px、ノイズ{2}～{3}（255中）、JPEG品質{4}～{5}。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Document</name>
    <message>
        <source>change default models</source>
        <translation>既定のモデルの変更</translation>
    </message>
    <message numerus="yes">
        <source>add %n photo(s)</source>
        <translation>
            <numerusform>%n 枚の写真を追加</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>remove %n photo(s)</source>
        <translation>
            <numerusform>%n 枚の写真を外す</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>move %n photo(s)</source>
        <translation>
            <numerusform>%n 枚の写真を移動</numerusform>
        </translation>
    </message>
    <message>
        <source>apply settings to all</source>
        <translation>設定をすべてに適用</translation>
    </message>
    <message>
        <source>paint</source>
        <translation>塗る</translation>
    </message>
    <message>
        <source>erase</source>
        <translation>消す</translation>
    </message>
    <message>
        <source>change settings</source>
        <translation>設定の変更</translation>
    </message>
    <message numerus="yes">
        <source>change settings of %n photo(s)</source>
        <translation>
            <numerusform>%n 枚の写真の設定を変更</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DropOverlay</name>
    <message numerus="yes">
        <source>Drop to add %n file(s) or folder(s)</source>
        <translation>
            <numerusform>ドロップして %n 個のファイルまたはフォルダーを追加</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EffortPage</name>
    <message>
        <source>How much time should it take? More is better, up to a point; you can stop early.</source>
        <translation>どれだけ時間をかけますか。長いほど良くなりますが限度があります。途中で止めることもできます。</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>出発点</translation>
    </message>
    <message>
        <source>Use of the computer</source>
        <translation>コンピューターの使い方</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>デバイス</translation>
    </message>
    <message>
        <source>For experts</source>
        <translation>上級者向け</translation>
    </message>
    <message>
        <source>The bundled model (recommended)</source>
        <translation>付属のモデル（推奨）</translation>
    </message>
    <message>
        <source>Nothing: takes days, and thousands of photos</source>
        <translation>ゼロから：何日もかかり、数千枚の写真が必要</translation>
    </message>
    <message>
        <source>What other programs leave idle</source>
        <translation>他のプログラムが使っていない分</translation>
    </message>
    <message>
        <source>Half of the processor</source>
        <translation>プロセッサーの半分</translation>
    </message>
    <message>
        <source>All of it</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>今すぐ</translation>
    </message>
    <message>
        <source>At night, from 22 to 7 o&apos;clock</source>
        <translation>夜間（22時～7時）</translation>
    </message>
    <message>
        <source>While on mains power</source>
        <translation>電源に接続中のみ</translation>
    </message>
    <message>
        <source>While nobody is using it, from 5 minutes after the last key</source>
        <translation>誰も使っていない間（最後の操作から5分後）</translation>
    </message>
    <message>
        <source>The fastest</source>
        <translation>最速のもの</translation>
    </message>
    <message>
        <source>Measuring how fast this computer is …</source>
        <translation>このコンピューターの速さを測っています…</translation>
    </message>
    <message>
        <source>Measured on this computer ({0} cores). Needs about {1} of memory and up to {2} on the disk.</source>
        <translation>このコンピューター（{0}コア）で測定。メモリー約{1}、ディスク最大{2}が必要です。</translation>
    </message>
    <message>
        <source>Quick try</source>
        <translation>お試し</translation>
    </message>
    <message>
        <source>shows where it is heading</source>
        <translation>方向性が分かる</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>標準</translation>
    </message>
    <message>
        <source>for most purposes</source>
        <translation>ほとんどの用途に</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>最高</translation>
    </message>
    <message>
        <source>the last bit of quality</source>
        <translation>最後の品質まで</translation>
    </message>
    <message>
        <source>about {0}</source>
        <translation>約{0}</translation>
    </message>
</context>
<context>
    <name>EmptyPage</name>
    <message>
        <source>Drop photos or folders here</source>
        <translation>写真またはフォルダーをここにドロップ</translation>
    </message>
    <message>
        <source>They are enlarged and restored on this computer. Nothing leaves it.</source>
        <translation>このコンピューター上で拡大・修復されます。外部には何も送られません。</translation>
    </message>
    <message>
        <source>Or paste a picture with Ctrl+V.</source>
        <translation>または Ctrl+V で画像を貼り付けます。</translation>
    </message>
    <message>
        <source>Open photos …</source>
        <translation>写真を開く…</translation>
    </message>
    <message>
        <source>Enlarge the sample photo</source>
        <translation>サンプル写真を拡大</translation>
    </message>
    <message>
        <source>Train a model on photos of your own …</source>
        <translation>自分の写真でモデルを学習させる…</translation>
    </message>
</context>
<context>
    <name>ErrorBar</name>
    <message>
        <source>Error</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>詳細をコピー</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… ほか %n 件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileForm</name>
    <message>
        <source>What it is</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>除外する</translation>
    </message>
    <message>
        <source>Do not import this file</source>
        <translation>このファイルを読み込まない</translation>
    </message>
    <message>
        <source>Left out: {0}</source>
        <translation>除外：{0}</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>選択してください</translation>
    </message>
    <message>
        <source>The file does not say; the page you downloaded it from does</source>
        <translation>ファイルには書かれていません。入手元のページで確認できます</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>ライセンス</translation>
    </message>
    <message>
        <source>Stays attached to the model. The published ResShift, SinSR and RSD weights are non-commercial.</source>
        <translation>モデルに保存されます。ResShift、SinSR、RSD が公開したものは非商用です。</translation>
    </message>
</context>
<context>
    <name>Filmstrip</name>
    <message>
        <source>Photos</source>
        <translation>写真</translation>
    </message>
</context>
<context>
    <name>FolderControl</name>
    <message>
        <source>Beside each photo</source>
        <translation>各写真と同じ場所</translation>
    </message>
    <message>
        <source>Results go beside each photo</source>
        <translation>結果は各写真と同じ場所に保存されます</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>Choose the folder for results</source>
        <translation>結果のフォルダーを選ぶ</translation>
    </message>
    <message>
        <source>Folder for results</source>
        <translation>結果のフォルダー</translation>
    </message>
</context>
<context>
    <name>Forecast</name>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>%n 枚の写真</numerusform>
        </translation>
    </message>
    <message>
        <source>{0}: about {1}</source>
        <translation>{0}：約 {1}</translation>
    </message>
</context>
<context>
    <name>FormatControl</name>
    <message>
        <source>Quality</source>
        <translation>画質</translation>
    </message>
    <message>
        <source>Quality of JPEG and WebP, 1 to 100</source>
        <translation>JPEG と WebP の画質、1～100</translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>編集</translation>
    </message>
    <message>
        <source>View</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Enlarge</source>
        <translation>拡大</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>ヘルプ</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>最近使った写真</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>システムに合わせる</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>ツール</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import models</source>
        <translation>モデルの読み込み</translation>
    </message>
    <message>
        <source>Progress of the import</source>
        <translation>読み込みの進み具合</translation>
    </message>
    <message>
        <source>Add a file …</source>
        <translation>ファイルを追加 …</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>読み込む</translation>
    </message>
    <message>
        <source>Checking and converting. The files themselves stay as they are.</source>
        <translation>検査と変換をしています。元のファイルは変わりません。</translation>
    </message>
    <message>
        <source>Looking at the files …</source>
        <translation>ファイルを調べています …</translation>
    </message>
    <message>
        <source>Nothing can be imported.</source>
        <translation>読み込めるものがありません。</translation>
    </message>
    <message>
        <source>{0} needs its autoencoder: add autoencoder_vq_f4.pth as a second file, once for all models.</source>
        <translation>{0} にはオートエンコーダーが必要です。autoencoder_vq_f4.pth を二つ目のファイルとして追加してください（全モデルで一度だけ）。</translation>
    </message>
    <message>
        <source>Two models have the same name.</source>
        <translation>同じ名前のモデルが二つあります。</translation>
    </message>
    <message>
        <source>A model of this name exists already.</source>
        <translation>この名前のモデルはすでにあります。</translation>
    </message>
    <message>
        <source>Say what each model is, and give it a name of letters, digits, dots and dashes.</source>
        <translation>各モデルの種類を選び、英数字・ピリオド・ハイフンの名前を付けてください。</translation>
    </message>
    <message>
        <source>Nothing in a file is executed. The files themselves stay as they are.</source>
        <translation>ファイルの中身が実行されることはありません。元のファイルは変わりません。</translation>
    </message>
</context>
<context>
    <name>Importer</name>
    <message>
        <source>Photos</source>
        <translation>写真</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>すべてのファイル</translation>
    </message>
    <message>
        <source>Add photos</source>
        <translation>写真を追加</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>フォルダーを追加</translation>
    </message>
    <message>
        <source>The clipboard holds neither a picture nor files.</source>
        <translation>クリップボードに画像もファイルもありません。</translation>
    </message>
</context>
<context>
    <name>InstallPage</name>
    <message>
        <source>Once installed, it appears in the list of models and is chosen for the open photo.</source>
        <translation>インストールするとモデルの一覧に入り、開いている写真に選択されます。</translation>
    </message>
    <message>
        <source>Licence of the photos</source>
        <translation>写真のライセンス</translation>
    </message>
    <message>
        <source>Which state</source>
        <translation>どの状態</translation>
    </message>
    <message>
        <source>The best on photos it has never seen</source>
        <translation>見たことのない写真で最良のもの</translation>
    </message>
    <message>
        <source>The newest</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>Let it judge how damaged a photo is</source>
        <translation>写真の傷み具合を判断させる</translation>
    </message>
    <message>
        <source>Auto then fits each photo. Learning it takes some minutes.</source>
        <translation>「自動」が写真ごとに合うようになります。学習には数分かかります。</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>インストール</translation>
    </message>
    <message>
        <source>Add it to the model library</source>
        <translation>モデルのライブラリーに追加</translation>
    </message>
    <message>
        <source>Save as a file …</source>
        <translation>ファイルに保存…</translation>
    </message>
    <message>
        <source>One file that others can import</source>
        <translation>他の人が取り込める1つのファイル</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Nothing is installed or written</source>
        <translation>何もインストールも保存もされません</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>説明</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>My model</source>
        <translation>マイモデル</translation>
    </message>
    <message>
        <source>For photos like those in {0}.</source>
        <translation>{0}のような写真のためのモデル。</translation>
    </message>
    <message>
        <source>Save as a file</source>
        <translation>ファイルに保存</translation>
    </message>
    <message>
        <source>Writing the model …</source>
        <translation>モデルを書き込み中…</translation>
    </message>
    <message>
        <source>Learning to judge damage: {0} %</source>
        <translation>傷み具合の判断を学習中：{0} %</translation>
    </message>
    <message>
        <source>Installed as {0}. It is chosen for the open photo.</source>
        <translation>{0}としてインストールしました。開いている写真に選択されています。</translation>
    </message>
    <message>
        <source>Written to {0}</source>
        <translation>{0}に書き込みました</translation>
    </message>
    <message>
        <source>Auto treats all photos alike: judging each one did not improve yours.</source>
        <translation>「自動」はすべての写真を同じように扱います。1枚ずつ判定しても、お使いの写真では良くなりませんでした。</translation>
    </message>
</context>
<context>
    <name>KindRow</name>
    <message>
        <source>Default for</source>
        <translation>既定の対象</translation>
    </message>
    <message>
        <source>Default for: {0}</source>
        <translation>既定の対象: {0}</translation>
    </message>
    <message>
        <source>The bundled model serves every kind that has no other</source>
        <translation>付属のモデルは、ほかのモデルがない種類すべてに使われます</translation>
    </message>
    <message>
        <source>Photos of this kind are enlarged with this model, unless another is chosen for them</source>
        <translation>この種類の写真は、別のモデルが選ばれていなければ、このモデルで拡大されます</translation>
    </message>
    <message>
        <source>Not in effect: {0} is chosen for all photos. To follow it, choose By kind in the list of models.</source>
        <translation>現在は無効です: すべての写真に {0} が選ばれています。設定のモデルの一覧で「種類別」を選んでください。</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>%n file(s) are in the queue already</source>
        <translation>
            <numerusform>%n 個のファイルは既にリストにあります</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n result(s) of earlier runs were left out; drop one by itself to add it</source>
        <translation>
            <numerusform>以前の結果 %n 件を除きました。追加するには単独でドロップしてください</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} in {1}</source>
        <translation>{0}（{1}）</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) failed</source>
        <translation>
            <numerusform>%n 枚の写真が失敗</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped. Start continues from there.</source>
        <translation>停止しました。「開始」で続きから再開します。</translation>
    </message>
    <message>
        <source>The language changes at the next start.</source>
        <translation>言語は次回の起動時に変わります。</translation>
    </message>
</context>
<context>
    <name>ModelBox</name>
    <message>
        <source>By kind: {0}</source>
        <translation>種類別: {0}</translation>
    </message>
    <message>
        <source>Chosen for black and white photos</source>
        <translation>白黒写真用に選ばれています</translation>
    </message>
    <message>
        <source>Chosen for colour photos</source>
        <translation>カラー写真用に選ばれています</translation>
    </message>
    <message>
        <source>Chosen by the kind of each photo</source>
        <translation>写真の種類ごとに選ばれます</translation>
    </message>
</context>
<context>
    <name>ModelComparison</name>
    <message>
        <source>Compare models</source>
        <translation>モデルを比較</translation>
    </message>
    <message>
        <source>Plain enlargement (bicubic)</source>
        <translation>単純な拡大（バイキュービック）</translation>
    </message>
    <message>
        <source>Result of model {0}</source>
        <translation>モデル {0} の結果</translation>
    </message>
    <message>
        <source>Model {0}</source>
        <translation>モデル {0}</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>モデルなし</translation>
    </message>
    <message>
        <source>{0}: {1} × {2} pixels of what you see, enlarged {3} times</source>
        <translation>{0}：表示部分の {1} × {2} ピクセルを {3} 倍に拡大</translation>
    </message>
    <message>
        <source>Computing …</source>
        <translation>計算中…</translation>
    </message>
</context>
<context>
    <name>ModelControl</name>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>See, import and remove models</source>
        <translation>モデルの表示、読み込み、削除</translation>
    </message>
    <message>
        <source>At this size: {0}</source>
        <translation>このサイズでは: {0}</translation>
    </message>
</context>
<context>
    <name>ModelManager</name>
    <message>
        <source>Models</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Installed models</source>
        <translation>インストール済みのモデル</translation>
    </message>
    <message>
        <source>Card of the model</source>
        <translation>モデルカード</translation>
    </message>
    <message>
        <source>Use for all photos</source>
        <translation>すべての写真に使う</translation>
    </message>
    <message>
        <source>Train further …</source>
        <translation>さらに学習させる…</translation>
    </message>
    <message>
        <source>Teach it your own photos: a training that starts from this model</source>
        <translation>自分の写真を覚えさせます：このモデルから始まる学習です</translation>
    </message>
    <message>
        <source>Compare on this view …</source>
        <translation>この表示で比較…</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>フォルダーに表示</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Restore the removed model</source>
        <translation>削除したモデルを戻す</translation>
    </message>
    <message>
        <source>Import …</source>
        <translation>読み込む …</translation>
    </message>
    <message>
        <source>ResShift, SinSR and RSD files, and models of this program</source>
        <translation>ResShift、SinSR、RSD のファイルと、このプログラムのモデル</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>破損</translation>
    </message>
    <message>
        <source>a teacher, for training</source>
        <translation>学習用の教師</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>エラー</translation>
    </message>
    <message>
        <source>On disk</source>
        <translation>容量</translation>
    </message>
    <message>
        <source>Open a photo first: models are compared on the part of it that you see</source>
        <translation>先に写真を開いてください。表示されている部分でモデルを比較します</translation>
    </message>
    <message>
        <source>Up to three models can be compared</source>
        <translation>比較できるモデルは 3 つまでです</translation>
    </message>
    <message>
        <source>What you see of the photo, as up to three models enlarge it; select several in the list</source>
        <translation>写真の表示部分を最大 3 つのモデルで拡大します。一覧で複数を選択してください</translation>
    </message>
    <message>
        <source>{0} is removed: {1}.</source>
        <translation>{0} を削除しました：{1}</translation>
    </message>
</context>
<context>
    <name>NameControl</name>
    <message>
        <source>Name of the result, from: {0}</source>
        <translation>結果の名前に使えるもの: {0}</translation>
    </message>
    <message>
        <source>This does not make a name. Use {0}</source>
        <translation>名前になりません。使えるもの: {0}</translation>
    </message>
</context>
<context>
    <name>NameLabel</name>
    <message>
        <source>Double click: back to the default</source>
        <translation>ダブルクリックで既定値に戻す</translation>
    </message>
</context>
<context>
    <name>NoticeBars</name>
    <message numerus="yes">
        <source>%n file(s) could not be added:</source>
        <translation>
            <numerusform>%n 個のファイルを追加できませんでした：</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) were still to be enlarged when the program ended.</source>
        <translation>
            <numerusform>プログラムの終了時に、拡大が残っている写真が %n 枚ありました。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Notifier</name>
    <message numerus="yes">
        <source>%n photo(s) enlarged</source>
        <translation>
            <numerusform>%n 枚の写真を拡大しました</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n 枚失敗</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OfferBar</name>
    <message>
        <source>Continue</source>
        <translation>続ける</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>今はしない</translation>
    </message>
</context>
<context>
    <name>PaintLayer</name>
    <message>
        <source>Painted parts</source>
        <translation>塗った部分</translation>
    </message>
</context>
<context>
    <name>PhotoGrid</name>
    <message>
        <source>Photos to learn from</source>
        <translation>学習用の写真</translation>
    </message>
</context>
<context>
    <name>PhotosPage</name>
    <message>
        <source>Choose sharp, clean photos of the kind that the model is for. It learns to restore damaged ones to that quality. The photos stay where they are, and nothing leaves this computer.</source>
        <translation>モデルの対象となる種類の、鮮明できれいな写真を選んでください。傷んだ写真をその品質に戻すことを学びます。写真は元の場所に残り、何もこのコンピューターの外に出ません。</translation>
    </message>
    <message>
        <source>Drop folders of photos here</source>
        <translation>写真のフォルダーをここにドロップ</translation>
    </message>
    <message>
        <source>Add a folder …</source>
        <translation>フォルダーを追加…</translation>
    </message>
    <message>
        <source>Also by dropping or pasting it</source>
        <translation>ドロップや貼り付けでも追加できます</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>やり直す</translation>
    </message>
    <message>
        <source>Forget the folders; no file is changed</source>
        <translation>フォルダーを解除します。ファイルは変更されません</translation>
    </message>
    <message>
        <source>Add a folder of photos</source>
        <translation>写真のフォルダーを追加</translation>
    </message>
    <message>
        <source>{0} of {1} photos looked at</source>
        <translation>{1}枚中{0}枚を確認</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>読めません</translation>
    </message>
    <message>
        <source>too small</source>
        <translation>小さすぎる</translation>
    </message>
    <message>
        <source>duplicate</source>
        <translation>重複</translation>
    </message>
    <message>
        <source>near duplicate</source>
        <translation>ほぼ重複</translation>
    </message>
    <message>
        <source>blurred</source>
        <translation>ぼけ</translation>
    </message>
    <message>
        <source>was enlarged</source>
        <translation>拡大された画像</translation>
    </message>
    <message>
        <source>strongly compressed</source>
        <translation>強い圧縮</translation>
    </message>
    <message>
        <source>noisy</source>
        <translation>ノイズ</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>除外</translation>
    </message>
    <message>
        <source>pair does not fit</source>
        <translation>ペアが不一致</translation>
    </message>
    <message>
        <source>held out</source>
        <translation>テスト用</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) to learn from</source>
        <translation>
            <numerusform>学習用の写真%n枚</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n held out as a test</source>
        <translation>
            <numerusform>%n枚をテスト用に確保</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n枚を除外</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n true pair(s)</source>
        <translation>
            <numerusform>実物のペア%n組</numerusform>
        </translation>
    </message>
    <message>
        <source>None of these can be used. Point at a photo to see why; click a flawed one to use it anyway.</source>
        <translation>使える写真がありません。写真を指すと理由が表示され、クリックすると難のある写真も使えます。</translation>
    </message>
    <message>
        <source>Too few: a model would memorise these pictures. Add more of the same kind.</source>
        <translation>少なすぎます。モデルがこれらの画像を丸暗記してしまいます。同じ種類の写真を追加してください。</translation>
    </message>
    <message>
        <source>Enough to train, too few to hold some out: quality on unseen photos will not be measured.</source>
        <translation>学習には足りますが、テスト用に確保するには少なすぎます。モデルの良さは測れません。</translation>
    </message>
    <message>
        <source>Enough. From about 100 photos on, a model learns more than just these scenes.</source>
        <translation>十分です。約100枚以上あれば、これらの場面以外も学べます。</translation>
    </message>
    <message>
        <source>Enough.</source>
        <translation>十分です。</translation>
    </message>
</context>
<context>
    <name>PictureWidget</name>
    <message>
        <source>Before and after</source>
        <translation>前と後</translation>
    </message>
    <message>
        <source>Arrow keys move the divider, with Ctrl the picture; plus and minus zoom, backslash flips.</source>
        <translation>矢印キーで仕切りを、Ctrl と矢印で画像を動かします。+ と - でズーム、\ で切り替え。</translation>
    </message>
    <message>
        <source>before</source>
        <translation>前</translation>
    </message>
    <message>
        <source>after</source>
        <translation>後</translation>
    </message>
</context>
<context>
    <name>QueueModel</name>
    <message>
        <source>being read</source>
        <translation>読み込み中</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>{0} % done</source>
        <translation>{0} % 完了</translation>
    </message>
    <message>
        <source>stopped, can be resumed</source>
        <translation>停止中、再開できます</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>has settings of its own</source>
        <translation>個別の設定あり</translation>
    </message>
</context>
<context>
    <name>ResultActions</name>
    <message>
        <source>{0} is on the clipboard.</source>
        <translation>{0} をクリップボードに入れました。</translation>
    </message>
    <message>
        <source>Save the result as</source>
        <translation>結果に名前を付けて保存</translation>
    </message>
    <message>
        <source>Saved as {0}.</source>
        <translation>{0} として保存しました。</translation>
    </message>
</context>
<context>
    <name>ScopeBar</name>
    <message>
        <source>All photos</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>This photo</source>
        <translation>この写真</translation>
    </message>
    <message>
        <source>Settings apply to all photos without settings of their own</source>
        <translation>個別の設定がないすべての写真に適用されます</translation>
    </message>
    <message>
        <source>The selected photos have settings of their own</source>
        <translation>選択した写真に個別の設定を使います</translation>
    </message>
    <message>
        <source>Apply to all</source>
        <translation>すべてに適用</translation>
    </message>
    <message>
        <source>Apply these settings to all photos</source>
        <translation>この設定をすべての写真に適用</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>プリセット</translation>
    </message>
    <message>
        <source>Use or save presets</source>
        <translation>プリセットの使用と保存</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n 枚選択中</numerusform>
        </translation>
    </message>
    <message>
        <source>Save as a preset …</source>
        <translation>プリセットとして保存…</translation>
    </message>
    <message>
        <source>Remove a preset</source>
        <translation>プリセットを削除</translation>
    </message>
</context>
<context>
    <name>SeedControl</name>
    <message>
        <source>Look again: different fine detail, from another seed (R)</source>
        <translation>もう一度：別のシードで細部を変える (R)</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>もう一度</translation>
    </message>
</context>
<context>
    <name>SettingsController</name>
    <message>
        <source>All photos have these settings now.</source>
        <translation>すべての写真がこの設定になりました。</translation>
    </message>
    <message>
        <source>Save as a preset</source>
        <translation>プリセットとして保存</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
</context>
<context>
    <name>SettingsPanel</name>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>用紙</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>Names, metadata, precision, memory</source>
        <translation>名前、メタデータ、精度、メモリ</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>キーボードショートカット</translation>
    </message>
    <message>
        <source>Zoom at the pointer</source>
        <translation>ポインター位置でズーム</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>ホイール</translation>
    </message>
    <message>
        <source>Move the picture</source>
        <translation>画像を動かす</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>ドラッグ</translation>
    </message>
    <message>
        <source>Fit or 100 %</source>
        <translation>全体または 100 %</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>ダブルクリック</translation>
    </message>
    <message>
        <source>Move the divider</source>
        <translation>仕切りを動かす</translation>
    </message>
    <message>
        <source>Left, Right; with Shift faster</source>
        <translation>←、→（Shift で速く）</translation>
    </message>
    <message>
        <source>Back to the default</source>
        <translation>既定値に戻す</translation>
    </message>
    <message>
        <source>Double click on a setting&apos;s name</source>
        <translation>設定名をダブルクリック</translation>
    </message>
    <message>
        <source>Picture and settings</source>
        <translation>画像と設定</translation>
    </message>
</context>
<context>
    <name>SizeControl</name>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>用紙</translation>
    </message>
    <message>
        <source>Size of the result</source>
        <translation>結果のサイズ</translation>
    </message>
    <message>
        <source>A paper size, or sides such as 40x30cm, 40cm or 12x8in</source>
        <translation>用紙名、または 40x30cm、40cm、12x8in のような辺の長さ</translation>
    </message>
    <message>
        <source>Resolution of the print</source>
        <translation>プリントの解像度</translation>
    </message>
    <message>
        <source>×1, restore only</source>
        <translation>×1（修復のみ）</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>幅</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高さ</translation>
    </message>
    <message>
        <source>Long side</source>
        <translation>長辺</translation>
    </message>
    <message>
        <source>Short side</source>
        <translation>短辺</translation>
    </message>
    <message>
        <source>Megapixels</source>
        <translation>メガピクセル</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>プリント</translation>
    </message>
    <message>
        <source>{0} → {1}
about {2}</source>
        <translation>{0} → {1}
約 {2}</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Trainings on this computer. Open one to look at it, continue it or install its model.</source>
        <translation>このコンピューターの学習。開いて確認、再開、モデルのインストールができます。</translation>
    </message>
    <message>
        <source>Trainings</source>
        <translation>学習</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Show this training</source>
        <translation>この学習を表示</translation>
    </message>
    <message>
        <source>New training</source>
        <translation>新しい学習</translation>
    </message>
    <message>
        <source>Choose photos for another model</source>
        <translation>別のモデルの写真を選ぶ</translation>
    </message>
    <message>
        <source>training now</source>
        <translation>学習中</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Starting the engine …</source>
        <translation>エンジンを起動中…</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進行状況</translation>
    </message>
    <message>
        <source>Size and zoom</source>
        <translation>サイズと倍率</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0}/{1}</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>一時停止中</translation>
    </message>
    <message>
        <source>starting …</source>
        <translation>開始中…</translation>
    </message>
    <message>
        <source>{0} left</source>
        <translation>残り {0}</translation>
    </message>
</context>
<context>
    <name>StopQuestion</name>
    <message>
        <source>Photos are being enlarged. Stop and close?</source>
        <translation>写真を拡大しています。停止して閉じますか？</translation>
    </message>
    <message>
        <source>What is computed is kept; the next start continues with it.</source>
        <translation>計算済みの部分は保存され、次回の開始時に続きから行います。</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>停止して閉じる</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>続ける</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Samples appear with the first checkpoint.</source>
        <translation>最初の保存時にサンプルが表示されます。</translation>
    </message>
    <message>
        <source>Moment of the training</source>
        <translation>学習の時点</translation>
    </message>
    <message>
        <source>Back and forth through the training</source>
        <translation>学習の過程を前後に移動</translation>
    </message>
    <message>
        <source>Which of the held-out crops</source>
        <translation>確保した切り抜きのどれか</translation>
    </message>
    <message>
        <source>Sample {0}</source>
        <translation>サンプル{0}</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>傷んだもの</translation>
    </message>
    <message>
        <source>bundled model</source>
        <translation>付属のモデル</translation>
    </message>
    <message>
        <source>step {0}</source>
        <translation>ステップ{0}</translation>
    </message>
    <message>
        <source>original</source>
        <translation>オリジナル</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0}/{1}</translation>
    </message>
</context>
<context>
    <name>TrainPage</name>
    <message>
        <source>It continues when this window is closed. Reopen the window to follow it again.</source>
        <translation>このウィンドウを閉じても続きます。開き直すと今の状態が表示されます。</translation>
    </message>
    <message>
        <source>Current activity</source>
        <translation>進行中の作業</translation>
    </message>
    <message>
        <source>Perceptual difference (LPIPS) ↓</source>
        <translation>見た目の差（LPIPS）↓</translation>
    </message>
    <message>
        <source>Fidelity (PSNR, dB) ↑</source>
        <translation>忠実度（PSNR, dB）↑</translation>
    </message>
    <message>
        <source>Loss ↓</source>
        <translation>損失 ↓</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Save and wait; nothing is lost (Ctrl+P)</source>
        <translation>保存して待ちます。何も失われません（Ctrl+P）</translation>
    </message>
    <message>
        <source>Save now</source>
        <translation>今すぐ保存</translation>
    </message>
    <message>
        <source>Write a checkpoint and new samples now</source>
        <translation>今すぐ保存し、新しいサンプルを作る</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop and use what there is; you can continue later</source>
        <translation>止めて今あるものを使います。後で続けられます</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>Finished.</source>
        <translation>完了しました。</translation>
    </message>
    <message>
        <source>Stopped. Nothing is lost: continue from here, or use what there is.</source>
        <translation>停止しました。何も失われていません。続きから再開するか、今あるものを使えます。</translation>
    </message>
    <message>
        <source>Not started yet.</source>
        <translation>まだ始まっていません。</translation>
    </message>
    <message>
        <source>Stopping: saving what it has learned …</source>
        <translation>停止中：学習したものを保存しています…</translation>
    </message>
    <message>
        <source>Paused.</source>
        <translation>一時停止中です。</translation>
    </message>
    <message>
        <source>Preparing the photos …</source>
        <translation>写真を準備しています…</translation>
    </message>
    <message>
        <source>Making pairs of good and damaged pictures, and measuring where it starts …</source>
        <translation>きれいな画像と傷んだ画像のペアを作り、開始時の値を測っています…</translation>
    </message>
    <message>
        <source>Phase 1 of 2: learning the damage, and how to undo it in many steps</source>
        <translation>段階1/2：傷みと、それを多くの手順で直す方法を学習中</translation>
    </message>
    <message>
        <source>Phase 2 of 2: learning to do it in one step</source>
        <translation>段階2/2：1回の手順で行う方法を学習中</translation>
    </message>
    <message>
        <source>Learning your photos and their damage</source>
        <translation>あなたの写真とその傷みを学習中</translation>
    </message>
    <message>
        <source>{0}. {1} left</source>
        <translation>{0}。残り{1}</translation>
    </message>
    <message>
        <source>Still improving on photos it has never seen.</source>
        <translation>見たことのない写真でまだ向上しています。</translation>
    </message>
    <message>
        <source>Levelling off: you can stop, more time brings little.</source>
        <translation>横ばいになっています。止めてもかまいません。これ以上の時間はあまり効きません。</translation>
    </message>
    <message>
        <source>Not better yet than at the start on photos it has never seen.</source>
        <translation>見たことのない写真では、まだ開始時より良くなっていません。</translation>
    </message>
    <message>
        <source>Too early to say how well it goes.</source>
        <translation>うまくいっているかはまだ分かりません。</translation>
    </message>
</context>
<context>
    <name>TrainWizard</name>
    <message>
        <source>A model of your own</source>
        <translation>自分だけのモデル</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>写真</translation>
    </message>
    <message>
        <source>Damage</source>
        <translation>傷み</translation>
    </message>
    <message>
        <source>Effort</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>学習</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>インストール</translation>
    </message>
    <message>
        <source>All trainings</source>
        <translation>すべての学習</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Waiting for the night.</source>
        <translation>夜になるのを待っています。</translation>
    </message>
    <message>
        <source>Waiting for mains power.</source>
        <translation>電源への接続を待っています。</translation>
    </message>
    <message>
        <source>Waiting until nobody is using the computer.</source>
        <translation>誰もコンピューターを使わなくなるのを待っています。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>次へ</translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>学習を開始</translation>
    </message>
</context>
<context>
    <name>TrustBar</name>
    <message>
        <source>On average, in levels of 255: the standard deviation over the seeds</source>
        <translation>平均値（255 階調）：シード間の標準偏差</translation>
    </message>
    <message>
        <source>Strength of the colour</source>
        <translation>色の強さ</translation>
    </message>
    <message>
        <source>How strong the colour is</source>
        <translation>色をどれだけ強くするか</translation>
    </message>
    <message>
        <source>Hide the colour</source>
        <translation>色を隠す</translation>
    </message>
    <message>
        <source>Hide the colour (T or Esc)</source>
        <translation>色を隠す (T または Esc)</translation>
    </message>
    <message>
        <source>From the same in all seeds to invented</source>
        <translation>すべてのシードで同じから、作り出された部分まで</translation>
    </message>
    <message>
        <source>the same in all seeds</source>
        <translation>すべてのシードで同じ</translation>
    </message>
    <message>
        <source>invented here; other details fit as well</source>
        <translation>ここは作り出された部分。別の細部も当てはまります</translation>
    </message>
    <message>
        <source>Error to expect in view: {0} of 255, {1} % likely invented</source>
        <translation>表示中に見込まれる誤差：255 のうち {0}、{1} % は作り出された可能性大</translation>
    </message>
    <message>
        <source>In view: {0} of 255, {1} % likely invented</source>
        <translation>表示中：255 のうち {0}、{1} % は作り出された可能性大</translation>
    </message>
    <message>
        <source>Waiting for the preview …</source>
        <translation>プレビューを待っています…</translation>
    </message>
    <message>
        <source>Computing other seeds: {0} of {1}</source>
        <translation>ほかのシードを計算中：{0} / {1}</translation>
    </message>
    <message>
        <source>Seeds take long here, so they are compared only on request. Variants (V) compares a part.</source>
        <translation>ここではシードの計算に時間がかかるため、自動では比べません。バリエーション (V) で一部を比べられます。</translation>
    </message>
    <message>
        <source>seeds agree</source>
        <translation>シードは一致</translation>
    </message>
    <message>
        <source>details differ</source>
        <translation>細部が違う</translation>
    </message>
    <message>
        <source>likely invented</source>
        <translation>作り出された可能性大</translation>
    </message>
    <message>
        <source>Here: error of about {0} of 255, {1}</source>
        <translation>ここ：誤差は 255 のうち約 {0}、{1}</translation>
    </message>
    <message>
        <source>Here: {0} of 255, {1}</source>
        <translation>ここ：255 のうち {0}、{1}</translation>
    </message>
    <message>
        <source>Agreement between seeds proves nothing: all of them may be wrong.</source>
        <translation>シードが一致していても証明にはなりません。すべてが間違っていることもあります。</translation>
    </message>
    <message>
        <source>Only what is outlined is compared; zoom in for the rest.</source>
        <translation>比べたのは枠の中だけです。残りは拡大して見てください。</translation>
    </message>
</context>
<context>
    <name>VariantController</name>
    <message>
        <source>Open a photo first.</source>
        <translation>先に写真を開いてください。</translation>
    </message>
</context>
<context>
    <name>Variants</name>
    <message>
        <source>Variants</source>
        <translation>バリエーション</translation>
    </message>
    <message>
        <source>The variant on view</source>
        <translation>表示中のバリエーション</translation>
    </message>
    <message>
        <source>Seed {0}</source>
        <translation>シード {0}</translation>
    </message>
    <message>
        <source>Variant {0}, seed {1}</source>
        <translation>バリエーション {0}、シード {1}</translation>
    </message>
    <message>
        <source>Look at this variant ({0})</source>
        <translation>このバリエーションを見る ({0})</translation>
    </message>
    <message>
        <source>Show where they &amp;differ</source>
        <translation>違う部分を表示(&amp;D)</translation>
    </message>
    <message>
        <source>Colours what other seeds would have drawn differently (T)</source>
        <translation>ほかのシードなら違っていた部分に色を重ねます (T)</translation>
    </message>
    <message>
        <source>Strength of the colour</source>
        <translation>色の強さ</translation>
    </message>
    <message>
        <source>How strong the colour is</source>
        <translation>色をどれだけ強くするか</translation>
    </message>
    <message>
        <source>Computing …</source>
        <translation>計算中…</translation>
    </message>
    <message>
        <source>{0}: {1} × {2} pixels of what you see. Where detail was lost, several pictures fit.</source>
        <translation>{0}：表示部分の {1} × {2} ピクセル。細部が失われた所には、いくつもの画像が当てはまります。</translation>
    </message>
    <message>
        <source>the same in all</source>
        <translation>すべて同じ</translation>
    </message>
    <message>
        <source>invented here; other details fit as well</source>
        <translation>ここは作り出された部分。別の細部も当てはまります</translation>
    </message>
    <message>
        <source>From the same in all to invented</source>
        <translation>すべて同じから、作り出された部分まで</translation>
    </message>
    <message>
        <source>Use this one</source>
        <translation>これを使う</translation>
    </message>
    <message>
        <source>The whole picture gets the seed of this variant (Enter)</source>
        <translation>画像全体がこのバリエーションのシードになります (Enter)</translation>
    </message>
    <message>
        <source>Paint with it</source>
        <translation>これで塗る</translation>
    </message>
    <message>
        <source>Paint the part of the picture that gets this variant</source>
        <translation>塗った部分がこの別案になります</translation>
    </message>
    <message>
        <source>The variants differ by {0} of 255 levels on average, and clearly on {1} % of what you see. Agreement proves nothing, though.</source>
        <translation>バリエーションの差は平均で 255 階調中 {0}、表示部分の {1} % でははっきり違います。一致していても、証明にはなりません。</translation>
    </message>
</context>
<context>
    <name>WatchController</name>
    <message>
        <source>enlarged</source>
        <translation>拡大済み</translation>
    </message>
    <message>
        <source>Watching {0}: new photos are enlarged into {1}.</source>
        <translation>{0} を監視中: 入ってきた写真は {1} に拡大されます。</translation>
    </message>
    <message>
        <source>{0} is no longer watched.</source>
        <translation>{0} の監視を終了しました。</translation>
    </message>
    <message>
        <source>Folder to watch</source>
        <translation>監視するフォルダー</translation>
    </message>
</context>
<context>
    <name>models</name>
    <message>
        <source>Models</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>すべてのファイル</translation>
    </message>
    <message>
        <source>Import models</source>
        <translation>モデルの読み込み</translation>
    </message>
    <message>
        <source>{0}, one step</source>
        <translation>{0}、1 ステップ</translation>
    </message>
    <message>
        <source>{0}, {1} steps</source>
        <translation>{0}、{1} ステップ</translation>
    </message>
    <message>
        <source>Came with the program</source>
        <translation>プログラムに付属</translation>
    </message>
    <message>
        <source>Trained with this program</source>
        <translation>このプログラムで学習</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>読み込んだもの</translation>
    </message>
    <message>
        <source>Colour photos</source>
        <translation>カラー写真</translation>
    </message>
    <message>
        <source>Black and white photos</source>
        <translation>白黒写真</translation>
    </message>
    <message>
        <source>A model of this program: {0}</source>
        <translation>このプログラムのモデル：{0}</translation>
    </message>
    <message>
        <source>Autoencoder, {0} million parameters; stored once, for all models that use it</source>
        <translation>オートエンコーダー、パラメーター {0} 百万。使うモデルすべてで一つだけ保存</translation>
    </message>
    <message>
        <source>Network of a student with a noise input, {0} million parameters</source>
        <translation>ノイズ入力のある生徒ネットワーク、パラメーター {0} 百万</translation>
    </message>
    <message>
        <source>Network of a teacher or student, {0} million parameters</source>
        <translation>教師または生徒のネットワーク、パラメーター {0} 百万</translation>
    </message>
    <message>
        <source>Your models take {0}; {1} are free.</source>
        <translation>モデルの使用量 {0}、空き {1}。</translation>
    </message>
    <message>
        <source>Shared autoencoders: {0}.</source>
        <translation>共有のオートエンコーダー：{0}。</translation>
    </message>
    <message>
        <source>For</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Enlarges</source>
        <translation>拡大</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>ライセンス</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Made on</source>
        <translation>作成日</translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation>学習データ</translation>
    </message>
    <message>
        <source>Licence of the photos</source>
        <translation>写真のライセンス</translation>
    </message>
</context>
<context>
    <name>notices</name>
    <message>
        <source>It had started to get worse: it continues from step {0}, more carefully.</source>
        <translation>悪化し始めたため、ステップ {0} から慎重に続けています。</translation>
    </message>
    <message>
        <source>{0} photos are few: from about {1} on, a model learns more than just these scenes.</source>
        <translation>写真が {0} 枚では少なめです。約 {1} 枚から、これらの場面以外も学べます。</translation>
    </message>
    <message>
        <source>Too few photos to hold any out: quality on unseen photos will not be measured.</source>
        <translation>検証用に取り置ける写真がありません。他の写真での出来は分かりません。</translation>
    </message>
    <message>
        <source>Most photos are flawed: a model never gets better than the photos it learns from.</source>
        <translation>ほとんどの写真に難があります。モデルは、良い例として見せたもの以上にはなりません。</translation>
    </message>
    <message>
        <source>Most photos are black and white: the model will not know colours.</source>
        <translation>ほとんどが白黒写真です。モデルは色を学べません。</translation>
    </message>
    <message>
        <source>The photos have several colour profiles. That is harmless.</source>
        <translation>写真のカラープロファイルが混在していますが、問題ありません。</translation>
    </message>
    <message>
        <source>{0} of {1} files are left out; the first step shows why.</source>
        <translation>{1} 個中 {0} 個のファイルは使われません。理由は最初の手順で分かります。</translation>
    </message>
    <message>
        <source>Files of this training are gone ({0}); it continues without them.</source>
        <translation>この学習のファイルがなくなっています（{0} 個）。それらなしで続けます。</translation>
    </message>
    <message>
        <source>This kind of model is meant for a graphics card: here a step takes many minutes.</source>
        <translation>この種のモデルはグラフィックカード向けです。ここでは 1 ステップに何分もかかります。</translation>
    </message>
    <message>
        <source>One of its metrics (LPIPS-VGG) is not installed; it trains without it. To fetch it: {0}</source>
        <translation>評価の一つ（LPIPS-VGG）が入っていないため、なしで学習します。入手するには：{0}</translation>
    </message>
    <message>
        <source>Fitted to the free memory, {0} MB.</source>
        <translation>空きメモリ {0} MB に合わせました。</translation>
    </message>
    <message>
        <source>The computer slept for {0}; that time does not count.</source>
        <translation>コンピューターは {0} 休止していました。この時間は数えません。</translation>
    </message>
    <message>
        <source>Memory is short: it works in smaller parts from here on. The result is the same.</source>
        <translation>メモリが足りないため、ここからは小さく分けて処理します。結果は同じです。</translation>
    </message>
    <message>
        <source>What it had learned at the pause is worse than before; that is kept as well.</source>
        <translation>一時停止時の状態は以前より劣ります。以前の状態も残してあります。</translation>
    </message>
    <message>
        <source>The disk is full: nothing could be saved. Free some space; it will try again.</source>
        <translation>ディスクがいっぱいで保存できませんでした。空きを作ってください。再試行します。</translation>
    </message>
    <message>
        <source>The newest saved state was damaged; it continued from the one before.</source>
        <translation>最新の保存状態が壊れていたため、一つ前から続けました。</translation>
    </message>
    <message>
        <source>On photos it has never seen it is worse now than at the start ({0}: {1} and {2}).</source>
        <translation>見たことのない写真では、開始時より悪くなっています（{0}：{1} と {2}）。</translation>
    </message>
    <message>
        <source>On photos it has never seen it was better at step {0}; that state is kept.</source>
        <translation>見たことのない写真では、ステップ {0} の方が良好でした。その状態は残してあります。</translation>
    </message>
    <message>
        <source>The sample pictures could not be written: {0}</source>
        <translation>サンプル画像を書き込めませんでした：{0}</translation>
    </message>
    <message>
        <source>It cannot be compared with the bundled model during training; at the end it can.</source>
        <translation>途中では付属モデルと比較できません。最後に比較できます。</translation>
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
        <translation>{0} 分</translation>
    </message>
    <message>
        <source>{0} h {1} min</source>
        <translation>{0} 時間 {1} 分</translation>
    </message>
</context>
</TS>
