<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>Automatic</source>
        <translation>자동</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>디테일</translation>
    </message>
    <message>
        <source>Faithful: only what is certain. Realistic: lost detail is invented.</source>
        <translation>충실: 확실한 것만. 사실적: 사라진 디테일을 만들어 냅니다.</translation>
    </message>
    <message>
        <source>Detail, from faithful to realistic</source>
        <translation>디테일, 충실에서 사실적까지</translation>
    </message>
    <message>
        <source>faithful</source>
        <translation>충실</translation>
    </message>
    <message>
        <source>realistic</source>
        <translation>사실적</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>Guard</source>
        <translation>보호</translation>
    </message>
    <message>
        <source>Detected and kept faithful: nothing is invented there</source>
        <translation>찾아서 충실하게 유지합니다: 그곳에는 아무것도 만들어 내지 않습니다</translation>
    </message>
    <message>
        <source>Faces and text</source>
        <translation>얼굴과 글자</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>형식</translation>
    </message>
    <message>
        <source>Same as the photo</source>
        <translation>사진과 같게</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>비트 심도</translation>
    </message>
    <message>
        <source>8 bits per channel</source>
        <translation>채널당 8비트</translation>
    </message>
    <message>
        <source>16 bits per channel</source>
        <translation>채널당 16비트</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>장치</translation>
    </message>
    <message>
        <source>The fastest</source>
        <translation>가장 빠른 것</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>메타데이터</translation>
    </message>
    <message>
        <source>Which of the photo&apos;s metadata is copied into the result</source>
        <translation>사진의 정보 중 결과로 옮길 것</translation>
    </message>
    <message>
        <source>All of it</source>
        <translation>모두</translation>
    </message>
    <message>
        <source>Without the location</source>
        <translation>촬영 위치 제외</translation>
    </message>
    <message>
        <source>None</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>색</translation>
    </message>
    <message>
        <source>Corrects colours that the model lets drift over large areas</source>
        <translation>모델이 넓은 영역에서 어긋나게 한 색을 바로잡습니다</translation>
    </message>
    <message>
        <source>As in the photo</source>
        <translation>사진과 같게</translation>
    </message>
    <message>
        <source>Camera RAW</source>
        <translation>카메라 RAW</translation>
    </message>
    <message>
        <source>The colour space that camera RAW is developed into</source>
        <translation>카메라 RAW를 현상할 색 영역</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>정밀도</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>메모리</translation>
    </message>
    <message>
        <source>Tile</source>
        <translation>타일</translation>
    </message>
</context>
<context>
    <name>AboutDialog</name>
    <message>
        <source>About RSD Studio</source>
        <translation>RSD Studio 정보</translation>
    </message>
    <message>
        <source>Enlarges and restores photos on this computer. It connects to nothing.</source>
        <translation>이 컴퓨터에서 사진을 확대하고 복원합니다. 어디에도 연결하지 않습니다.</translation>
    </message>
    <message>
        <source>Versions, licences, this machine</source>
        <translation>버전, 라이선스, 이 컴퓨터</translation>
    </message>
    <message>
        <source>Asking the engine …</source>
        <translation>엔진에 확인하는 중…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Copy it for a bug report</source>
        <translation>버그 신고용으로 복사</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>이 컴퓨터</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>라이선스</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Open …</source>
        <translation>열기…</translation>
    </message>
    <message>
        <source>Add photos</source>
        <translation>사진 추가</translation>
    </message>
    <message>
        <source>Open a folder …</source>
        <translation>폴더 열기…</translation>
    </message>
    <message>
        <source>Add all photos of a folder</source>
        <translation>폴더의 모든 사진 추가</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>붙여넣기</translation>
    </message>
    <message>
        <source>Add a copied picture, or copied files</source>
        <translation>복사한 그림이나 파일 추가</translation>
    </message>
    <message>
        <source>Save the result as …</source>
        <translation>결과를 다른 이름으로 저장…</translation>
    </message>
    <message>
        <source>Copy the result to another place</source>
        <translation>결과를 다른 곳에 복사</translation>
    </message>
    <message>
        <source>Copy the result</source>
        <translation>결과 복사</translation>
    </message>
    <message>
        <source>Put the result on the clipboard</source>
        <translation>결과를 클립보드에 넣기</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>폴더에서 보기</translation>
    </message>
    <message>
        <source>Show the result in its folder</source>
        <translation>결과를 해당 폴더에서 표시</translation>
    </message>
    <message>
        <source>Models …</source>
        <translation>모델 …</translation>
    </message>
    <message>
        <source>See, import and remove models</source>
        <translation>모델 보기, 가져오기, 제거</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>종료</translation>
    </message>
    <message>
        <source>Watch a folder …</source>
        <translation>폴더 감시…</translation>
    </message>
    <message>
        <source>Enlarge every photo that arrives in a folder</source>
        <translation>폴더에 들어오는 모든 사진을 확대합니다</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>창 닫기</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>Undo the last change</source>
        <translation>마지막 변경을 되돌리기</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>다시 실행</translation>
    </message>
    <message>
        <source>Redo the change</source>
        <translation>변경을 다시 적용</translation>
    </message>
    <message>
        <source>Select all photos</source>
        <translation>모든 사진 선택</translation>
    </message>
    <message>
        <source>Remove from the queue</source>
        <translation>목록에서 제거</translation>
    </message>
    <message>
        <source>Take the selected photos out of the queue; no file is deleted</source>
        <translation>선택한 사진을 목록에서 뺍니다. 파일은 삭제되지 않습니다</translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation>모두 제거</translation>
    </message>
    <message>
        <source>Empty the queue; no file is deleted</source>
        <translation>목록을 비웁니다. 파일은 삭제되지 않습니다</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>위로 이동</translation>
    </message>
    <message>
        <source>Enlarge the selected photos earlier</source>
        <translation>선택한 사진을 먼저 확대</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>아래로 이동</translation>
    </message>
    <message>
        <source>Enlarge the selected photos later</source>
        <translation>선택한 사진을 나중에 확대</translation>
    </message>
    <message>
        <source>Apply settings to all</source>
        <translation>설정을 모두에 적용</translation>
    </message>
    <message>
        <source>Apply these settings to all photos</source>
        <translation>이 설정을 모든 사진에 적용</translation>
    </message>
    <message>
        <source>Paint</source>
        <translation>칠하기</translation>
    </message>
    <message>
        <source>Paint what should be more faithful, or more realistic, than the rest</source>
        <translation>나머지보다 더 충실하거나 더 사실적으로 할 부분을 칠합니다</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>맞춤</translation>
    </message>
    <message>
        <source>Show the whole picture</source>
        <translation>그림 전체 보기</translation>
    </message>
    <message>
        <source>Fit or 100 %</source>
        <translation>맞춤 또는 100 %</translation>
    </message>
    <message>
        <source>Between the whole picture and 100 %</source>
        <translation>전체와 100 % 전환</translation>
    </message>
    <message>
        <source>One pixel of the result per screen pixel</source>
        <translation>결과의 1픽셀을 화면의 1픽셀로</translation>
    </message>
    <message>
        <source>Every pixel of the result at twice its size</source>
        <translation>결과의 각 픽셀을 두 배로</translation>
    </message>
    <message>
        <source>Every pixel of the result at four times its size</source>
        <translation>결과의 각 픽셀을 네 배로</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>확대해 보기</translation>
    </message>
    <message>
        <source>Show less, larger</source>
        <translation>더 좁게, 더 크게 보기</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>축소해 보기</translation>
    </message>
    <message>
        <source>Show more, smaller</source>
        <translation>더 넓게, 더 작게 보기</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>분할</translation>
    </message>
    <message>
        <source>Before and after, with a divider between them</source>
        <translation>전과 후를 구분선으로 나누어 보기</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>나란히</translation>
    </message>
    <message>
        <source>Before and after beside each other</source>
        <translation>전과 후를 나란히 보기</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>What the program has changed</source>
        <translation>프로그램이 바꾼 부분</translation>
    </message>
    <message>
        <source>Flip while held</source>
        <translation>누르고 있는 동안 전환</translation>
    </message>
    <message>
        <source>Show the other picture in place, while held</source>
        <translation>누르고 있는 동안 같은 자리에 다른 쪽을 표시</translation>
    </message>
    <message>
        <source>Loupe</source>
        <translation>돋보기</translation>
    </message>
    <message>
        <source>A magnifier at the pointer</source>
        <translation>포인터 위치의 돋보기</translation>
    </message>
    <message>
        <source>What is invented</source>
        <translation>만들어 낸 부분</translation>
    </message>
    <message>
        <source>Colours the result where other seeds draw different details; Esc hides it</source>
        <translation>결과에서 다른 시드라면 다른 디테일을 그릴 곳에 색을 입힙니다. Esc로 숨깁니다</translation>
    </message>
    <message>
        <source>Previous photo</source>
        <translation>이전 사진</translation>
    </message>
    <message>
        <source>Show the previous photo</source>
        <translation>이전 사진 보기</translation>
    </message>
    <message>
        <source>Next photo</source>
        <translation>다음 사진</translation>
    </message>
    <message>
        <source>Show the next photo</source>
        <translation>다음 사진 보기</translation>
    </message>
    <message>
        <source>Strip and settings</source>
        <translation>필름스트립과 설정</translation>
    </message>
    <message>
        <source>Show or hide the panels beside the picture</source>
        <translation>그림 옆의 패널을 보이거나 숨기기</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>전체 화면</translation>
    </message>
    <message>
        <source>Use the whole screen</source>
        <translation>화면 전체 사용</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Enlarge all waiting photos</source>
        <translation>대기 중인 모든 사진 확대</translation>
    </message>
    <message>
        <source>Start the selected photos</source>
        <translation>선택한 사진 시작</translation>
    </message>
    <message>
        <source>Enlarge the selected photos only</source>
        <translation>선택한 사진만 확대</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시정지</translation>
    </message>
    <message>
        <source>Pause the work, or continue it</source>
        <translation>작업을 멈추거나 계속하기</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>Stop; what is done is kept and can be continued</source>
        <translation>중지. 끝난 부분은 남고 이어서 할 수 있습니다</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>다시 보기</translation>
    </message>
    <message>
        <source>Different fine detail, from another seed</source>
        <translation>다른 시드로 다른 세부 묘사</translation>
    </message>
    <message>
        <source>Variants …</source>
        <translation>변형…</translation>
    </message>
    <message>
        <source>Other pictures that fit the photo, to choose from</source>
        <translation>보이는 부분에 맞는 다른 그림 중에서 고릅니다</translation>
    </message>
    <message>
        <source>Train a model of your own …</source>
        <translation>나만의 모델 학습…</translation>
    </message>
    <message>
        <source>Make a model for your kind of photos</source>
        <translation>가지고 있는 종류의 사진에 맞는 모델 만들기</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>키보드 단축키</translation>
    </message>
    <message>
        <source>All shortcuts on one sheet</source>
        <translation>모든 키를 한 장에</translation>
    </message>
    <message>
        <source>Open the log folder</source>
        <translation>로그 폴더 열기</translation>
    </message>
    <message>
        <source>Where the program keeps its log</source>
        <translation>프로그램이 동작을 기록하는 곳</translation>
    </message>
    <message>
        <source>About RSD Studio</source>
        <translation>RSD Studio 정보</translation>
    </message>
    <message>
        <source>Versions, licences, this machine</source>
        <translation>버전, 라이선스, 이 컴퓨터</translation>
    </message>
</context>
<context>
    <name>AdvancedPart</name>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
</context>
<context>
    <name>Assistant</name>
    <message>
        <source>The process that looks at the photos has ended. Try again.</source>
        <translation>사진을 살펴보는 프로세스가 끝났습니다. 다시 시도하세요.</translation>
    </message>
</context>
<context>
    <name>BlindTest</name>
    <message>
        <source>Blind test</source>
        <translation>블라인드 테스트</translation>
    </message>
    <message>
        <source>Two results of one photo</source>
        <translation>한 사진의 두 결과</translation>
    </message>
    <message>
        <source>The left one (1)</source>
        <translation>왼쪽 (1)</translation>
    </message>
    <message>
        <source>The right one (2)</source>
        <translation>오른쪽 (2)</translation>
    </message>
    <message>
        <source>No difference (0)</source>
        <translation>차이 없음 (0)</translation>
    </message>
    <message>
        <source>You saw no difference.</source>
        <translation>차이를 보지 못했습니다.</translation>
    </message>
    <message>
        <source>You chose your own model {0} of {1} times (95 % interval: {2} to {3} %).</source>
        <translation>{1}번 중 {0}번 내 모델을 골랐습니다 (95 % 구간: {2}~{3} %).</translation>
    </message>
    <message>
        <source>That may be chance.</source>
        <translation>우연일 수 있습니다.</translation>
    </message>
    <message>
        <source>Thank you.</source>
        <translation>고맙습니다.</translation>
    </message>
    <message>
        <source>Which is better? {0} of {1}</source>
        <translation>어느 쪽이 나을까요? {1} 중 {0}</translation>
    </message>
</context>
<context>
    <name>BrushBar</name>
    <message>
        <source>Faithful</source>
        <translation>충실</translation>
    </message>
    <message>
        <source>Only what is certain: for faces and text</source>
        <translation>확실한 것만: 얼굴과 글자에</translation>
    </message>
    <message>
        <source>Realistic</source>
        <translation>사실적</translation>
    </message>
    <message>
        <source>With invented detail: for leaves, fur and fabric</source>
        <translation>만들어 낸 디테일 포함: 나뭇잎, 털, 천에</translation>
    </message>
    <message>
        <source>Variant</source>
        <translation>변형</translation>
    </message>
    <message>
        <source>Another variant, as chosen with V</source>
        <translation>V로 고른 다른 변형</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>지우기</translation>
    </message>
    <message>
        <source>Removes the strokes it touches</source>
        <translation>닿은 획을 지웁니다</translation>
    </message>
    <message>
        <source>Size of the brush</source>
        <translation>브러시 크기</translation>
    </message>
    <message>
        <source>Size of the brush ([ and ])</source>
        <translation>브러시 크기([ 와 ])</translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation>모두 제거</translation>
    </message>
    <message>
        <source>Remove all strokes</source>
        <translation>모든 획을 지웁니다</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>Back to the picture (Esc)</source>
        <translation>사진으로 돌아가기(Esc)</translation>
    </message>
    <message>
        <source>This model always draws a full sample; this needs another model or a variant.</source>
        <translation>이 모델은 항상 전체 표본을 만듭니다. 다른 모델이나 변형이 필요합니다.</translation>
    </message>
    <message>
        <source>Variant {0}</source>
        <translation>변형 {0}</translation>
    </message>
</context>
<context>
    <name>BrushController</name>
    <message>
        <source>Open a photo first.</source>
        <translation>먼저 사진을 여십시오.</translation>
    </message>
    <message>
        <source>The picture&apos;s record is full. Erase some strokes first.</source>
        <translation>사진 기록에 더 이상 획이 들어가지 않습니다. 먼저 몇 개를 지우세요.</translation>
    </message>
</context>
<context>
    <name>Command</name>
    <message>
        <source>The command has failed.</source>
        <translation>명령이 실패했습니다.</translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>Photos that the training has never seen. Move the divider, or press Y to see both.</source>
        <translation>학습에서 한 번도 보지 않은 사진입니다. 구분선을 옮기거나 Y를 눌러 나란히 보세요.</translation>
    </message>
    <message>
        <source>On the left</source>
        <translation>왼쪽</translation>
    </message>
    <message>
        <source>On the right</source>
        <translation>오른쪽</translation>
    </message>
    <message>
        <source>Previous photo (PgUp)</source>
        <translation>이전 사진 (PgUp)</translation>
    </message>
    <message>
        <source>Next photo (PgDown)</source>
        <translation>다음 사진 (PgDn)</translation>
    </message>
    <message>
        <source>Compare again</source>
        <translation>다시 비교</translation>
    </message>
    <message>
        <source>With what it has learned since</source>
        <translation>그 뒤로 배운 것까지 포함해</translation>
    </message>
    <message>
        <source>Blind test …</source>
        <translation>블라인드 테스트…</translation>
    </message>
    <message>
        <source>Which is better? Ten pairs without names</source>
        <translation>어느 쪽이 나을까요? 이름 없는 열 쌍</translation>
    </message>
    <message>
        <source>Enlarging photos that it has never seen …</source>
        <translation>본 적 없는 사진을 확대하는 중…</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>손상됨</translation>
    </message>
    <message>
        <source>bundled model</source>
        <translation>기본 모델</translation>
    </message>
    <message>
        <source>your model</source>
        <translation>내 모델</translation>
    </message>
    <message>
        <source>original</source>
        <translation>원본</translation>
    </message>
    <message>
        <source>Measuring both …</source>
        <translation>둘을 측정하는 중…</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{1} 중 {0}</translation>
    </message>
    <message>
        <source>better</source>
        <translation>나음</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>못함</translation>
    </message>
    <message>
        <source>alike</source>
        <translation>비슷</translation>
    </message>
    <message>
        <source>LPIPS and DISTS say how different it looks to the eye, PSNR and SSIM how close it is pixel by pixel; “alike” means that the difference may be chance. Your own eyes decide.</source>
        <translation>LPIPS와 DISTS는 눈에 얼마나 달라 보이는지, PSNR과 SSIM은 픽셀별로 얼마나 가까운지 말합니다. ‘비슷’은 차이가 우연일 수 있다는 뜻입니다. 판단은 눈으로 하세요.</translation>
    </message>
    <message>
        <source>These photos were trained on: the figures are too good.</source>
        <translation>학습에 쓴 사진이라 수치가 너무 좋습니다.</translation>
    </message>
    <message>
        <source>Warning: the new model is not better. More time, more photos or other damage may help.</source>
        <translation>주의: 새 모델이 더 낫지 않습니다. 시간이나 사진을 늘리거나 다른 손상을 고르면 나아질 수 있습니다.</translation>
    </message>
    <message>
        <source>The new model is better in {0} figures and worse in {1}.</source>
        <translation>새 모델은 지표 {0}개에서 낫고 {1}개에서 못합니다.</translation>
    </message>
    <message>
        <source>The new model is better in {0} of {1} figures.</source>
        <translation>새 모델은 지표 {1}개 중 {0}개에서 낫습니다.</translation>
    </message>
</context>
<context>
    <name>ComparePane</name>
    <message>
        <source>At this size the photo passes through the model twice. The result appears when you run it.</source>
        <translation>이 크기에서는 사진이 모델을 두 번 거칩니다. 결과는 실행할 때 보입니다.</translation>
    </message>
    <message>
        <source>This model takes many seconds per part. Its result appears when you run it.</source>
        <translation>이 모델은 부분마다 여러 초가 걸립니다. 결과는 실행할 때 보입니다.</translation>
    </message>
</context>
<context>
    <name>Condition</name>
    <message>
        <source>Auto</source>
        <translation>자동</translation>
    </message>
    <message>
        <source>The model judges how damaged the photo is</source>
        <translation>사진의 손상 정도를 모델이 판단합니다</translation>
    </message>
    <message>
        <source>clean</source>
        <translation>깨끗함</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>손상</translation>
    </message>
    <message>
        <source>Condition, from clean to damaged</source>
        <translation>상태, 깨끗함에서 손상까지</translation>
    </message>
    <message>
        <source>Clean: change little. Damaged: repair much.</source>
        <translation>깨끗함: 적게 바꿈. 손상: 많이 복원.</translation>
    </message>
</context>
<context>
    <name>DamagePage</name>
    <message>
        <source>Choose what your photos suffer from. What you see here is what the model will learn to undo.</source>
        <translation>사진이 어떤 손상을 입었는지 고르세요. 여기 보이는 것을 되돌리는 법을 배웁니다.</translation>
    </message>
    <message>
        <source>A sample appears in a moment.</source>
        <translation>곧 표본이 나타납니다.</translation>
    </message>
    <message>
        <source>Condition shown</source>
        <translation>보여 주는 상태</translation>
    </message>
    <message>
        <source>How often the damage is heavy</source>
        <translation>심한 것의 빈도</translation>
    </message>
    <message>
        <source>Left undamaged</source>
        <translation>손상 없이 둠</translation>
    </message>
    <message>
        <source>Blur up to</source>
        <translation>흐림 최대</translation>
    </message>
    <message>
        <source>Noise up to</source>
        <translation>노이즈 최대</translation>
    </message>
    <message>
        <source>JPEG damage up to</source>
        <translation>JPEG 손상 최대</translation>
    </message>
    <message>
        <source>Another sample</source>
        <translation>다른 표본</translation>
    </message>
    <message>
        <source>Another place and other random damage (R)</source>
        <translation>다른 자리와 다른 무작위 손상 (R)</translation>
    </message>
    <message>
        <source>Another photo</source>
        <translation>다른 사진</translation>
    </message>
    <message>
        <source>The same on the next photo (P)</source>
        <translation>다음 사진에서 똑같이 (P)</translation>
    </message>
    <message>
        <source>More</source>
        <translation>더 보기</translation>
    </message>
    <message>
        <source>How strong, how often</source>
        <translation>얼마나 세게, 얼마나 자주</translation>
    </message>
    <message>
        <source>Measure it from bad photos …</source>
        <translation>나쁜 사진에서 측정…</translation>
    </message>
    <message>
        <source>Drop a few photos as bad as yours here, or choose them</source>
        <translation>똑같이 나쁜 사진 몇 장을 여기에 놓거나 고르세요</translation>
    </message>
    <message>
        <source>clean</source>
        <translation>깨끗함</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>손상됨</translation>
    </message>
    <message>
        <source>Measuring …</source>
        <translation>측정하는 중…</translation>
    </message>
    <message>
        <source>Anything, including heavy damage</source>
        <translation>무엇이든, 심한 것도</translation>
    </message>
    <message>
        <source>Camera or phone</source>
        <translation>카메라나 전화</translation>
    </message>
    <message>
        <source>Old film and prints</source>
        <translation>오래된 필름과 인화</translation>
    </message>
    <message>
        <source>From the web</source>
        <translation>웹에서 온 것</translation>
    </message>
    <message>
        <source>As I set or measure it</source>
        <translation>설정·측정대로</translation>
    </message>
    <message>
        <source>your photo</source>
        <translation>내 사진</translation>
    </message>
    <message>
        <source>as the model will see it</source>
        <translation>모델에게 보여 줄 모습</translation>
    </message>
    <message>
        <source>Photos as bad as yours</source>
        <translation>똑같이 나쁜 사진</translation>
    </message>
    <message numerus="yes">
        <source>Measured on %n photo(s): blur {0} to {1} px, noise {2} to {3} of 255, JPEG quality {4} to {5}.</source>
        <translation>
            <numerusform>사진 %n장에서 측정: 흐림 {0}~{1} px, 노이즈 {2}~{3}(255 중), JPEG 품질 {4}~{5}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Document</name>
    <message>
        <source>change default models</source>
        <translation>기본 모델 변경</translation>
    </message>
    <message numerus="yes">
        <source>add %n photo(s)</source>
        <translation>
            <numerusform>사진 %n장 추가</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>remove %n photo(s)</source>
        <translation>
            <numerusform>사진 %n장 제거</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>move %n photo(s)</source>
        <translation>
            <numerusform>사진 %n장 이동</numerusform>
        </translation>
    </message>
    <message>
        <source>apply settings to all</source>
        <translation>설정을 모두에 적용</translation>
    </message>
    <message>
        <source>paint</source>
        <translation>칠하기</translation>
    </message>
    <message>
        <source>erase</source>
        <translation>지우기</translation>
    </message>
    <message>
        <source>change settings</source>
        <translation>설정 변경</translation>
    </message>
    <message numerus="yes">
        <source>change settings of %n photo(s)</source>
        <translation>
            <numerusform>사진 %n장의 설정 변경</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DropOverlay</name>
    <message numerus="yes">
        <source>Drop to add %n file(s) or folder(s)</source>
        <translation>
            <numerusform>놓으면 파일이나 폴더 %n개를 추가합니다</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EffortPage</name>
    <message>
        <source>How much time should it take? More is better, up to a point; you can stop early.</source>
        <translation>시간을 얼마나 줄까요? 어느 정도까지는 길수록 좋고, 일찍 멈출 수도 있습니다.</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>출발점</translation>
    </message>
    <message>
        <source>Use of the computer</source>
        <translation>컴퓨터 사용</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>시작 시점</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>장치</translation>
    </message>
    <message>
        <source>For experts</source>
        <translation>전문가용</translation>
    </message>
    <message>
        <source>The bundled model (recommended)</source>
        <translation>기본 제공 모델 (권장)</translation>
    </message>
    <message>
        <source>Nothing: takes days, and thousands of photos</source>
        <translation>처음부터: 며칠이 걸리고 사진 수천 장이 필요</translation>
    </message>
    <message>
        <source>What other programs leave idle</source>
        <translation>다른 프로그램이 쓰지 않는 만큼</translation>
    </message>
    <message>
        <source>Half of the processor</source>
        <translation>프로세서의 절반</translation>
    </message>
    <message>
        <source>All of it</source>
        <translation>전부</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>지금</translation>
    </message>
    <message>
        <source>At night, from 22 to 7 o&apos;clock</source>
        <translation>밤에, 22시부터 7시까지</translation>
    </message>
    <message>
        <source>While on mains power</source>
        <translation>전원에 연결된 동안</translation>
    </message>
    <message>
        <source>While nobody is using it, from 5 minutes after the last key</source>
        <translation>아무도 쓰지 않을 때(마지막 입력 5분 뒤부터)</translation>
    </message>
    <message>
        <source>The fastest</source>
        <translation>가장 빠른 것</translation>
    </message>
    <message>
        <source>Measuring how fast this computer is …</source>
        <translation>이 컴퓨터의 속도를 재는 중…</translation>
    </message>
    <message>
        <source>Measured on this computer ({0} cores). Needs about {1} of memory and up to {2} on the disk.</source>
        <translation>이 컴퓨터({0}코어)에서 측정했습니다. 메모리 약 {1}, 디스크 최대 {2}가 필요합니다.</translation>
    </message>
    <message>
        <source>Quick try</source>
        <translation>빠른 시험</translation>
    </message>
    <message>
        <source>shows where it is heading</source>
        <translation>방향을 보여 줌</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>좋음</translation>
    </message>
    <message>
        <source>for most purposes</source>
        <translation>대부분의 용도에</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>최고</translation>
    </message>
    <message>
        <source>the last bit of quality</source>
        <translation>마지막 품질까지</translation>
    </message>
    <message>
        <source>about {0}</source>
        <translation>약 {0}</translation>
    </message>
</context>
<context>
    <name>EmptyPage</name>
    <message>
        <source>Drop photos or folders here</source>
        <translation>사진이나 폴더를 여기에 놓으세요</translation>
    </message>
    <message>
        <source>They are enlarged and restored on this computer. Nothing leaves it.</source>
        <translation>이 컴퓨터에서 확대하고 복원합니다. 밖으로 나가는 것은 없습니다.</translation>
    </message>
    <message>
        <source>Or paste a picture with Ctrl+V.</source>
        <translation>또는 Ctrl+V로 그림을 붙여넣으세요.</translation>
    </message>
    <message>
        <source>Open photos …</source>
        <translation>사진 열기…</translation>
    </message>
    <message>
        <source>Enlarge the sample photo</source>
        <translation>예제 사진 확대</translation>
    </message>
    <message>
        <source>Train a model on photos of your own …</source>
        <translation>내 사진으로 모델 학습…</translation>
    </message>
</context>
<context>
    <name>ErrorBar</name>
    <message>
        <source>Error</source>
        <translation>오류</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>자세한 내용 복사</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… 외 %n개</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileForm</name>
    <message>
        <source>What it is</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>제외</translation>
    </message>
    <message>
        <source>Do not import this file</source>
        <translation>이 파일을 가져오지 않음</translation>
    </message>
    <message>
        <source>Left out: {0}</source>
        <translation>제외됨: {0}</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>선택하세요</translation>
    </message>
    <message>
        <source>The file does not say; the page you downloaded it from does</source>
        <translation>파일에는 없습니다. 내려받은 페이지에서 확인하세요</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>라이선스</translation>
    </message>
    <message>
        <source>Stays attached to the model. The published ResShift, SinSR and RSD weights are non-commercial.</source>
        <translation>모델에 저장됩니다. ResShift, SinSR, RSD가 공개한 것은 비상업용입니다.</translation>
    </message>
</context>
<context>
    <name>Filmstrip</name>
    <message>
        <source>Photos</source>
        <translation>사진</translation>
    </message>
</context>
<context>
    <name>FolderControl</name>
    <message>
        <source>Beside each photo</source>
        <translation>각 사진 옆</translation>
    </message>
    <message>
        <source>Results go beside each photo</source>
        <translation>결과는 각 사진 옆에 저장됩니다</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>폴더</translation>
    </message>
    <message>
        <source>Choose the folder for results</source>
        <translation>결과 폴더 선택</translation>
    </message>
    <message>
        <source>Folder for results</source>
        <translation>결과 폴더</translation>
    </message>
</context>
<context>
    <name>Forecast</name>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>사진 %n장</numerusform>
        </translation>
    </message>
    <message>
        <source>{0}: about {1}</source>
        <translation>{0}: 약 {1}</translation>
    </message>
</context>
<context>
    <name>FormatControl</name>
    <message>
        <source>Quality</source>
        <translation>품질</translation>
    </message>
    <message>
        <source>Quality of JPEG and WebP, 1 to 100</source>
        <translation>JPEG와 WebP의 품질, 1~100</translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>편집</translation>
    </message>
    <message>
        <source>View</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>Enlarge</source>
        <translation>확대</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>도움말</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>최근 항목 열기</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>시스템 설정 따르기</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>색상</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>도구</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import models</source>
        <translation>모델 가져오기</translation>
    </message>
    <message>
        <source>Progress of the import</source>
        <translation>가져오기 진행 상황</translation>
    </message>
    <message>
        <source>Add a file …</source>
        <translation>파일 추가 …</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>가져오기</translation>
    </message>
    <message>
        <source>Checking and converting. The files themselves stay as they are.</source>
        <translation>검사하고 변환하는 중입니다. 원본 파일은 그대로 남습니다.</translation>
    </message>
    <message>
        <source>Looking at the files …</source>
        <translation>파일을 살펴보는 중 …</translation>
    </message>
    <message>
        <source>Nothing can be imported.</source>
        <translation>가져올 수 있는 것이 없습니다.</translation>
    </message>
    <message>
        <source>{0} needs its autoencoder: add autoencoder_vq_f4.pth as a second file, once for all models.</source>
        <translation>{0}에는 오토인코더가 필요합니다. autoencoder_vq_f4.pth를 두 번째 파일로 추가하세요(모든 모델에 한 번만).</translation>
    </message>
    <message>
        <source>Two models have the same name.</source>
        <translation>두 모델의 이름이 같습니다.</translation>
    </message>
    <message>
        <source>A model of this name exists already.</source>
        <translation>같은 이름의 모델이 이미 있습니다.</translation>
    </message>
    <message>
        <source>Say what each model is, and give it a name of letters, digits, dots and dashes.</source>
        <translation>각 모델의 종류를 고르고 영문자, 숫자, 점, 붙임표로 이름을 지어 주세요.</translation>
    </message>
    <message>
        <source>Nothing in a file is executed. The files themselves stay as they are.</source>
        <translation>파일 안의 어떤 것도 실행되지 않습니다. 원본 파일은 그대로 남습니다.</translation>
    </message>
</context>
<context>
    <name>Importer</name>
    <message>
        <source>Photos</source>
        <translation>사진</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>모든 파일</translation>
    </message>
    <message>
        <source>Add photos</source>
        <translation>사진 추가</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>폴더 추가</translation>
    </message>
    <message>
        <source>The clipboard holds neither a picture nor files.</source>
        <translation>클립보드에 그림도 파일도 없습니다.</translation>
    </message>
</context>
<context>
    <name>InstallPage</name>
    <message>
        <source>Once installed, it appears in the list of models and is chosen for the open photo.</source>
        <translation>설치하면 모델 목록에 들어가고 열려 있는 사진에 선택됩니다.</translation>
    </message>
    <message>
        <source>Licence of the photos</source>
        <translation>사진의 라이선스</translation>
    </message>
    <message>
        <source>Which state</source>
        <translation>어느 상태</translation>
    </message>
    <message>
        <source>The best on photos it has never seen</source>
        <translation>본 적 없는 사진에서 가장 좋은 것</translation>
    </message>
    <message>
        <source>The newest</source>
        <translation>가장 최근</translation>
    </message>
    <message>
        <source>Let it judge how damaged a photo is</source>
        <translation>사진의 손상 정도를 판단하게 하기</translation>
    </message>
    <message>
        <source>Auto then fits each photo. Learning it takes some minutes.</source>
        <translation>‘자동’이 사진마다 맞춰집니다. 학습에 몇 분 걸립니다.</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>설치</translation>
    </message>
    <message>
        <source>Add it to the model library</source>
        <translation>모델 보관함에 넣기</translation>
    </message>
    <message>
        <source>Save as a file …</source>
        <translation>파일로 저장…</translation>
    </message>
    <message>
        <source>One file that others can import</source>
        <translation>다른 사람이 가져올 수 있는 파일 하나</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>Nothing is installed or written</source>
        <translation>아무것도 설치하거나 저장하지 않습니다</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>설명</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>만든 이</translation>
    </message>
    <message>
        <source>My model</source>
        <translation>내 모델</translation>
    </message>
    <message>
        <source>For photos like those in {0}.</source>
        <translation>{0}에 있는 것과 같은 사진용.</translation>
    </message>
    <message>
        <source>Save as a file</source>
        <translation>파일로 저장</translation>
    </message>
    <message>
        <source>Writing the model …</source>
        <translation>모델을 쓰는 중…</translation>
    </message>
    <message>
        <source>Learning to judge damage: {0} %</source>
        <translation>손상 정도 판단을 학습하는 중: {0} %</translation>
    </message>
    <message>
        <source>Installed as {0}. It is chosen for the open photo.</source>
        <translation>{0}(으)로 설치했습니다. 열려 있는 사진에 선택되었습니다.</translation>
    </message>
    <message>
        <source>Written to {0}</source>
        <translation>{0}에 저장했습니다</translation>
    </message>
    <message>
        <source>Auto treats all photos alike: judging each one did not improve yours.</source>
        <translation>‘자동’은 모든 사진을 똑같이 처리합니다. 사진마다 판단해도 사용자의 사진은 나아지지 않았습니다.</translation>
    </message>
</context>
<context>
    <name>KindRow</name>
    <message>
        <source>Default for</source>
        <translation>기본 적용 대상</translation>
    </message>
    <message>
        <source>Default for: {0}</source>
        <translation>기본 적용 대상: {0}</translation>
    </message>
    <message>
        <source>The bundled model serves every kind that has no other</source>
        <translation>함께 제공된 모델은 다른 모델이 없는 모든 종류에 쓰입니다</translation>
    </message>
    <message>
        <source>Photos of this kind are enlarged with this model, unless another is chosen for them</source>
        <translation>다른 모델을 선택하지 않으면 이 종류의 사진은 이 모델로 확대됩니다</translation>
    </message>
    <message>
        <source>Not in effect: {0} is chosen for all photos. To follow it, choose By kind in the list of models.</source>
        <translation>지금은 적용되지 않습니다: 모든 사진에 {0}이(가) 선택되어 있습니다. 설정의 모델 목록에서 ‘종류별’을 선택하세요.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>%n file(s) are in the queue already</source>
        <translation>
            <numerusform>파일 %n개가 이미 목록에 있습니다</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n result(s) of earlier runs were left out; drop one by itself to add it</source>
        <translation>
            <numerusform>이전 결과 %n개를 뺐습니다. 추가하려면 하나씩 놓으세요</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} in {1}</source>
        <translation>{0}, {1} 걸림</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) failed</source>
        <translation>
            <numerusform>사진 %n장 실패</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped. Start continues from there.</source>
        <translation>중지했습니다. 시작을 누르면 이어서 합니다.</translation>
    </message>
    <message>
        <source>The language changes at the next start.</source>
        <translation>언어는 다음 시작 때 바뀝니다.</translation>
    </message>
</context>
<context>
    <name>ModelBox</name>
    <message>
        <source>By kind: {0}</source>
        <translation>종류별: {0}</translation>
    </message>
    <message>
        <source>Chosen for black and white photos</source>
        <translation>흑백 사진용으로 선택됨</translation>
    </message>
    <message>
        <source>Chosen for colour photos</source>
        <translation>컬러 사진용으로 선택됨</translation>
    </message>
    <message>
        <source>Chosen by the kind of each photo</source>
        <translation>사진의 종류에 따라 선택됨</translation>
    </message>
</context>
<context>
    <name>ModelComparison</name>
    <message>
        <source>Compare models</source>
        <translation>모델 비교</translation>
    </message>
    <message>
        <source>Plain enlargement (bicubic)</source>
        <translation>단순 확대(바이큐빅)</translation>
    </message>
    <message>
        <source>Result of model {0}</source>
        <translation>모델 {0}의 결과</translation>
    </message>
    <message>
        <source>Model {0}</source>
        <translation>모델 {0}</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>모델 없음</translation>
    </message>
    <message>
        <source>{0}: {1} × {2} pixels of what you see, enlarged {3} times</source>
        <translation>{0}: 보이는 부분의 {1} × {2}픽셀, {3}배 확대</translation>
    </message>
    <message>
        <source>Computing …</source>
        <translation>계산 중 …</translation>
    </message>
</context>
<context>
    <name>ModelControl</name>
    <message>
        <source>Model</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>See, import and remove models</source>
        <translation>모델 보기, 가져오기, 제거</translation>
    </message>
    <message>
        <source>At this size: {0}</source>
        <translation>이 크기에서는: {0}</translation>
    </message>
</context>
<context>
    <name>ModelManager</name>
    <message>
        <source>Models</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>Installed models</source>
        <translation>설치된 모델</translation>
    </message>
    <message>
        <source>Card of the model</source>
        <translation>모델 카드</translation>
    </message>
    <message>
        <source>Use for all photos</source>
        <translation>모든 사진에 사용</translation>
    </message>
    <message>
        <source>Train further …</source>
        <translation>이어서 학습 …</translation>
    </message>
    <message>
        <source>Teach it your own photos: a training that starts from this model</source>
        <translation>내 사진을 가르칩니다: 이 모델에서 시작하는 학습</translation>
    </message>
    <message>
        <source>Compare on this view …</source>
        <translation>이 보기에서 비교 …</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>폴더에서 보기</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>제거</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>Restore the removed model</source>
        <translation>제거한 모델 되돌리기</translation>
    </message>
    <message>
        <source>Import …</source>
        <translation>가져오기 …</translation>
    </message>
    <message>
        <source>ResShift, SinSR and RSD files, and models of this program</source>
        <translation>ResShift, SinSR, RSD 파일과 이 프로그램의 모델</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>손상됨</translation>
    </message>
    <message>
        <source>a teacher, for training</source>
        <translation>학습용 교사 모델</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>사용 중</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>오류</translation>
    </message>
    <message>
        <source>On disk</source>
        <translation>용량</translation>
    </message>
    <message>
        <source>Open a photo first: models are compared on the part of it that you see</source>
        <translation>먼저 사진을 여십시오. 보이는 부분으로 모델을 비교합니다</translation>
    </message>
    <message>
        <source>Up to three models can be compared</source>
        <translation>모델은 세 개까지 비교합니다</translation>
    </message>
    <message>
        <source>What you see of the photo, as up to three models enlarge it; select several in the list</source>
        <translation>사진의 보이는 부분을 최대 세 개의 모델로 확대합니다. 목록에서 여러 개를 선택하십시오</translation>
    </message>
    <message>
        <source>{0} is removed: {1}.</source>
        <translation>{0} 제거됨: {1}.</translation>
    </message>
</context>
<context>
    <name>NameControl</name>
    <message>
        <source>Name of the result, from: {0}</source>
        <translation>결과 이름에 쓸 수 있는 것: {0}</translation>
    </message>
    <message>
        <source>This does not make a name. Use {0}</source>
        <translation>이름이 되지 않습니다. 사용할 수 있는 것: {0}</translation>
    </message>
</context>
<context>
    <name>NameLabel</name>
    <message>
        <source>Double click: back to the default</source>
        <translation>두 번 클릭: 기본값으로</translation>
    </message>
</context>
<context>
    <name>NoticeBars</name>
    <message numerus="yes">
        <source>%n file(s) could not be added:</source>
        <translation>
            <numerusform>파일 %n개를 추가하지 못했습니다:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) were still to be enlarged when the program ended.</source>
        <translation>
            <numerusform>프로그램이 끝날 때 확대가 남은 사진이 %n장 있었습니다.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Notifier</name>
    <message numerus="yes">
        <source>%n photo(s) enlarged</source>
        <translation>
            <numerusform>사진 %n장을 확대했습니다</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n장 실패</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OfferBar</name>
    <message>
        <source>Continue</source>
        <translation>계속</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>나중에</translation>
    </message>
</context>
<context>
    <name>PaintLayer</name>
    <message>
        <source>Painted parts</source>
        <translation>칠한 부분</translation>
    </message>
</context>
<context>
    <name>PhotoGrid</name>
    <message>
        <source>Photos to learn from</source>
        <translation>학습할 사진</translation>
    </message>
</context>
<context>
    <name>PhotosPage</name>
    <message>
        <source>Choose sharp, clean photos of the kind that the model is for. It learns to restore damaged ones to that quality. The photos stay where they are, and nothing leaves this computer.</source>
        <translation>모델을 쓰려는 종류의 선명하고 깨끗한 사진을 고르세요. 손상된 사진을 그 품질로 되돌리는 법을 배웁니다. 사진은 제자리에 그대로 있고 아무것도 이 컴퓨터를 떠나지 않습니다.</translation>
    </message>
    <message>
        <source>Drop folders of photos here</source>
        <translation>사진 폴더를 여기에 놓으세요</translation>
    </message>
    <message>
        <source>Add a folder …</source>
        <translation>폴더 추가…</translation>
    </message>
    <message>
        <source>Also by dropping or pasting it</source>
        <translation>끌어다 놓거나 붙여 넣어도 됩니다</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>처음부터 다시</translation>
    </message>
    <message>
        <source>Forget the folders; no file is changed</source>
        <translation>폴더를 비웁니다. 파일은 바뀌지 않습니다</translation>
    </message>
    <message>
        <source>Add a folder of photos</source>
        <translation>사진 폴더 추가</translation>
    </message>
    <message>
        <source>{0} of {1} photos looked at</source>
        <translation>사진 {1}장 중 {0}장 확인</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>읽을 수 없음</translation>
    </message>
    <message>
        <source>too small</source>
        <translation>너무 작음</translation>
    </message>
    <message>
        <source>duplicate</source>
        <translation>중복</translation>
    </message>
    <message>
        <source>near duplicate</source>
        <translation>거의 중복</translation>
    </message>
    <message>
        <source>blurred</source>
        <translation>흐림</translation>
    </message>
    <message>
        <source>was enlarged</source>
        <translation>확대된 것</translation>
    </message>
    <message>
        <source>strongly compressed</source>
        <translation>심하게 압축됨</translation>
    </message>
    <message>
        <source>noisy</source>
        <translation>노이즈</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>제외됨</translation>
    </message>
    <message>
        <source>pair does not fit</source>
        <translation>쌍이 맞지 않음</translation>
    </message>
    <message>
        <source>held out</source>
        <translation>시험용</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) to learn from</source>
        <translation>
            <numerusform>학습할 사진 %n장</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n held out as a test</source>
        <translation>
            <numerusform>%n장은 시험용으로 남겨 둠</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n장 제외</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n true pair(s)</source>
        <translation>
            <numerusform>실제 쌍 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>None of these can be used. Point at a photo to see why; click a flawed one to use it anyway.</source>
        <translation>쓸 수 있는 사진이 없습니다. 사진을 가리키면 이유가 보이고, 클릭하면 흠이 있는 사진도 씁니다.</translation>
    </message>
    <message>
        <source>Too few: a model would memorise these pictures. Add more of the same kind.</source>
        <translation>너무 적습니다. 모델이 이 사진들을 외워 버립니다. 같은 종류를 더 추가하세요.</translation>
    </message>
    <message>
        <source>Enough to train, too few to hold some out: quality on unseen photos will not be measured.</source>
        <translation>학습하기에는 충분하지만 시험용으로 남기기에는 적습니다. 모델이 얼마나 좋은지 알 수 없습니다.</translation>
    </message>
    <message>
        <source>Enough. From about 100 photos on, a model learns more than just these scenes.</source>
        <translation>충분합니다. 100장쯤부터는 이 장면들 이상을 배웁니다.</translation>
    </message>
    <message>
        <source>Enough.</source>
        <translation>충분합니다.</translation>
    </message>
</context>
<context>
    <name>PictureWidget</name>
    <message>
        <source>Before and after</source>
        <translation>전과 후</translation>
    </message>
    <message>
        <source>Arrow keys move the divider, with Ctrl the picture; plus and minus zoom, backslash flips.</source>
        <translation>화살표 키는 구분선을, Ctrl과 함께는 그림을 움직입니다. +와 -로 확대·축소, \로 전환합니다.</translation>
    </message>
    <message>
        <source>before</source>
        <translation>전</translation>
    </message>
    <message>
        <source>after</source>
        <translation>후</translation>
    </message>
</context>
<context>
    <name>QueueModel</name>
    <message>
        <source>being read</source>
        <translation>읽는 중</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>대기 중</translation>
    </message>
    <message>
        <source>{0} % done</source>
        <translation>{0} % 완료</translation>
    </message>
    <message>
        <source>stopped, can be resumed</source>
        <translation>중지됨, 이어서 가능</translation>
    </message>
    <message>
        <source>done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>has settings of its own</source>
        <translation>자체 설정 있음</translation>
    </message>
</context>
<context>
    <name>ResultActions</name>
    <message>
        <source>{0} is on the clipboard.</source>
        <translation>{0}을(를) 클립보드에 넣었습니다.</translation>
    </message>
    <message>
        <source>Save the result as</source>
        <translation>결과를 다른 이름으로 저장</translation>
    </message>
    <message>
        <source>Saved as {0}.</source>
        <translation>{0}(으)로 저장했습니다.</translation>
    </message>
</context>
<context>
    <name>ScopeBar</name>
    <message>
        <source>All photos</source>
        <translation>모든 사진</translation>
    </message>
    <message>
        <source>This photo</source>
        <translation>이 사진</translation>
    </message>
    <message>
        <source>Settings apply to all photos without settings of their own</source>
        <translation>자체 설정이 없는 모든 사진에 적용됩니다</translation>
    </message>
    <message>
        <source>The selected photos have settings of their own</source>
        <translation>선택한 사진이 자체 설정을 가집니다</translation>
    </message>
    <message>
        <source>Apply to all</source>
        <translation>모두에 적용</translation>
    </message>
    <message>
        <source>Apply these settings to all photos</source>
        <translation>이 설정을 모든 사진에 적용</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>프리셋</translation>
    </message>
    <message>
        <source>Use or save presets</source>
        <translation>프리셋 사용 또는 저장</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n장 선택</numerusform>
        </translation>
    </message>
    <message>
        <source>Save as a preset …</source>
        <translation>프리셋으로 저장…</translation>
    </message>
    <message>
        <source>Remove a preset</source>
        <translation>프리셋 제거</translation>
    </message>
</context>
<context>
    <name>SeedControl</name>
    <message>
        <source>Look again: different fine detail, from another seed (R)</source>
        <translation>다시 보기: 다른 시드로 다른 세부 묘사 (R)</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>다시 보기</translation>
    </message>
</context>
<context>
    <name>SettingsController</name>
    <message>
        <source>All photos have these settings now.</source>
        <translation>이제 모든 사진이 이 설정을 씁니다.</translation>
    </message>
    <message>
        <source>Save as a preset</source>
        <translation>프리셋으로 저장</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
</context>
<context>
    <name>SettingsPanel</name>
    <message>
        <source>Model</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>용지</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>폴더</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>고급</translation>
    </message>
    <message>
        <source>Names, metadata, precision, memory</source>
        <translation>이름, 메타데이터, 정밀도, 메모리</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>키보드 단축키</translation>
    </message>
    <message>
        <source>Zoom at the pointer</source>
        <translation>포인터 위치에서 확대·축소</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>휠</translation>
    </message>
    <message>
        <source>Move the picture</source>
        <translation>그림 이동</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>끌기</translation>
    </message>
    <message>
        <source>Fit or 100 %</source>
        <translation>맞춤 또는 100 %</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>두 번 클릭</translation>
    </message>
    <message>
        <source>Move the divider</source>
        <translation>구분선 이동</translation>
    </message>
    <message>
        <source>Left, Right; with Shift faster</source>
        <translation>왼쪽, 오른쪽. Shift와 함께 더 빠르게</translation>
    </message>
    <message>
        <source>Back to the default</source>
        <translation>기본값으로</translation>
    </message>
    <message>
        <source>Double click on a setting&apos;s name</source>
        <translation>설정 이름을 두 번 클릭</translation>
    </message>
    <message>
        <source>Picture and settings</source>
        <translation>그림과 설정</translation>
    </message>
</context>
<context>
    <name>SizeControl</name>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>용지</translation>
    </message>
    <message>
        <source>Size of the result</source>
        <translation>결과의 크기</translation>
    </message>
    <message>
        <source>A paper size, or sides such as 40x30cm, 40cm or 12x8in</source>
        <translation>용지 이름 또는 40x30cm, 40cm, 12x8in 같은 변의 길이</translation>
    </message>
    <message>
        <source>Resolution of the print</source>
        <translation>인쇄 해상도</translation>
    </message>
    <message>
        <source>×1, restore only</source>
        <translation>×1, 복원만</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>너비</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>높이</translation>
    </message>
    <message>
        <source>Long side</source>
        <translation>긴 변</translation>
    </message>
    <message>
        <source>Short side</source>
        <translation>짧은 변</translation>
    </message>
    <message>
        <source>Megapixels</source>
        <translation>메가픽셀</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>인쇄</translation>
    </message>
    <message>
        <source>{0} → {1}
about {2}</source>
        <translation>{0} → {1}
약 {2}</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Trainings on this computer. Open one to look at it, continue it or install its model.</source>
        <translation>이 컴퓨터의 학습 목록. 열어서 보고, 이어 가거나 모델을 설치하세요.</translation>
    </message>
    <message>
        <source>Trainings</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>Show this training</source>
        <translation>이 학습 보기</translation>
    </message>
    <message>
        <source>New training</source>
        <translation>새 학습</translation>
    </message>
    <message>
        <source>Choose photos for another model</source>
        <translation>다른 모델에 쓸 사진 고르기</translation>
    </message>
    <message>
        <source>training now</source>
        <translation>학습 중</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>끝남</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>멈춤</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Starting the engine …</source>
        <translation>엔진 시작 중…</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>진행률</translation>
    </message>
    <message>
        <source>Size and zoom</source>
        <translation>크기와 배율</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{1}장 중 {0}</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>일시정지됨</translation>
    </message>
    <message>
        <source>starting …</source>
        <translation>시작 중…</translation>
    </message>
    <message>
        <source>{0} left</source>
        <translation>{0} 남음</translation>
    </message>
</context>
<context>
    <name>StopQuestion</name>
    <message>
        <source>Photos are being enlarged. Stop and close?</source>
        <translation>사진을 확대하는 중입니다. 중지하고 닫을까요?</translation>
    </message>
    <message>
        <source>What is computed is kept; the next start continues with it.</source>
        <translation>계산된 부분은 보존되며 다음 시작 때 이어집니다.</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>중지하고 닫기</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>계속</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Samples appear with the first checkpoint.</source>
        <translation>첫 저장 때 표본이 나타납니다.</translation>
    </message>
    <message>
        <source>Moment of the training</source>
        <translation>학습의 시점</translation>
    </message>
    <message>
        <source>Back and forth through the training</source>
        <translation>학습 과정을 앞뒤로 이동</translation>
    </message>
    <message>
        <source>Which of the held-out crops</source>
        <translation>남겨 둔 조각 중 어느 것</translation>
    </message>
    <message>
        <source>Sample {0}</source>
        <translation>표본 {0}</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>손상됨</translation>
    </message>
    <message>
        <source>bundled model</source>
        <translation>기본 모델</translation>
    </message>
    <message>
        <source>step {0}</source>
        <translation>{0}단계</translation>
    </message>
    <message>
        <source>original</source>
        <translation>원본</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{1} 중 {0}</translation>
    </message>
</context>
<context>
    <name>TrainPage</name>
    <message>
        <source>It continues when this window is closed. Reopen the window to follow it again.</source>
        <translation>이 창을 닫아도 계속됩니다. 다시 열면 진행 중인 상태를 보여 줍니다.</translation>
    </message>
    <message>
        <source>Current activity</source>
        <translation>지금 하는 일</translation>
    </message>
    <message>
        <source>Perceptual difference (LPIPS) ↓</source>
        <translation>눈에 보이는 차이 (LPIPS) ↓</translation>
    </message>
    <message>
        <source>Fidelity (PSNR, dB) ↑</source>
        <translation>충실도 (PSNR, dB) ↑</translation>
    </message>
    <message>
        <source>Loss ↓</source>
        <translation>손실 ↓</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시 정지</translation>
    </message>
    <message>
        <source>Save and wait; nothing is lost (Ctrl+P)</source>
        <translation>저장하고 기다립니다. 잃는 것은 없습니다 (Ctrl+P)</translation>
    </message>
    <message>
        <source>Save now</source>
        <translation>지금 저장</translation>
    </message>
    <message>
        <source>Write a checkpoint and new samples now</source>
        <translation>지금 저장하고 새 표본을 만듭니다</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>멈춤</translation>
    </message>
    <message>
        <source>Stop and use what there is; you can continue later</source>
        <translation>멈추고 지금 있는 것을 씁니다. 나중에 이어 갈 수 있습니다</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>계속</translation>
    </message>
    <message>
        <source>Finished.</source>
        <translation>끝났습니다.</translation>
    </message>
    <message>
        <source>Stopped. Nothing is lost: continue from here, or use what there is.</source>
        <translation>멈췄습니다. 잃은 것은 없습니다. 하던 곳에서 이어 가거나 지금 있는 것을 쓰세요.</translation>
    </message>
    <message>
        <source>Not started yet.</source>
        <translation>아직 시작하지 않았습니다.</translation>
    </message>
    <message>
        <source>Stopping: saving what it has learned …</source>
        <translation>멈추는 중: 배운 것을 저장하고 있습니다…</translation>
    </message>
    <message>
        <source>Paused.</source>
        <translation>일시 정지됨.</translation>
    </message>
    <message>
        <source>Preparing the photos …</source>
        <translation>사진을 준비하는 중…</translation>
    </message>
    <message>
        <source>Making pairs of good and damaged pictures, and measuring where it starts …</source>
        <translation>좋은 그림과 손상된 그림의 쌍을 만들고 출발점을 재는 중…</translation>
    </message>
    <message>
        <source>Phase 1 of 2: learning the damage, and how to undo it in many steps</source>
        <translation>1/2단계: 손상과 이를 여러 단계로 되돌리는 법을 배우는 중</translation>
    </message>
    <message>
        <source>Phase 2 of 2: learning to do it in one step</source>
        <translation>2/2단계: 한 단계로 해내는 법을 배우는 중</translation>
    </message>
    <message>
        <source>Learning your photos and their damage</source>
        <translation>사진과 그 손상을 배우는 중</translation>
    </message>
    <message>
        <source>{0}. {1} left</source>
        <translation>{0}. {1} 남음</translation>
    </message>
    <message>
        <source>Still improving on photos it has never seen.</source>
        <translation>본 적 없는 사진에서 아직 나아지고 있습니다.</translation>
    </message>
    <message>
        <source>Levelling off: you can stop, more time brings little.</source>
        <translation>더 나아지지 않습니다. 멈춰도 됩니다. 시간을 더 들여도 얻는 것이 적습니다.</translation>
    </message>
    <message>
        <source>Not better yet than at the start on photos it has never seen.</source>
        <translation>본 적 없는 사진에서는 아직 시작할 때보다 낫지 않습니다.</translation>
    </message>
    <message>
        <source>Too early to say how well it goes.</source>
        <translation>얼마나 잘되고 있는지 말하기에는 이릅니다.</translation>
    </message>
</context>
<context>
    <name>TrainWizard</name>
    <message>
        <source>A model of your own</source>
        <translation>나만의 모델</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>사진</translation>
    </message>
    <message>
        <source>Damage</source>
        <translation>손상</translation>
    </message>
    <message>
        <source>Effort</source>
        <translation>노력</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>비교</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>설치</translation>
    </message>
    <message>
        <source>All trainings</source>
        <translation>모든 학습</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>Waiting for the night.</source>
        <translation>밤을 기다립니다.</translation>
    </message>
    <message>
        <source>Waiting for mains power.</source>
        <translation>전원 연결을 기다립니다.</translation>
    </message>
    <message>
        <source>Waiting until nobody is using the computer.</source>
        <translation>아무도 컴퓨터를 쓰지 않을 때까지 기다립니다.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>다음</translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>학습 시작</translation>
    </message>
</context>
<context>
    <name>TrustBar</name>
    <message>
        <source>On average, in levels of 255: the standard deviation over the seeds</source>
        <translation>평균, 255단계 기준: 시드 사이의 표준편차</translation>
    </message>
    <message>
        <source>Strength of the colour</source>
        <translation>색의 세기</translation>
    </message>
    <message>
        <source>How strong the colour is</source>
        <translation>색을 얼마나 세게 할지</translation>
    </message>
    <message>
        <source>Hide the colour</source>
        <translation>색 숨기기</translation>
    </message>
    <message>
        <source>Hide the colour (T or Esc)</source>
        <translation>색 숨기기 (T 또는 Esc)</translation>
    </message>
    <message>
        <source>From the same in all seeds to invented</source>
        <translation>모든 시드에서 같음에서 만들어 낸 부분까지</translation>
    </message>
    <message>
        <source>the same in all seeds</source>
        <translation>모든 시드에서 같음</translation>
    </message>
    <message>
        <source>invented here; other details fit as well</source>
        <translation>여기는 만들어 낸 부분. 다른 디테일도 맞습니다</translation>
    </message>
    <message>
        <source>Error to expect in view: {0} of 255, {1} % likely invented</source>
        <translation>보이는 곳의 예상 오차: 255 중 {0}, {1} %는 만들어 낸 듯함</translation>
    </message>
    <message>
        <source>In view: {0} of 255, {1} % likely invented</source>
        <translation>보이는 곳: 255 중 {0}, {1} %는 만들어 낸 듯함</translation>
    </message>
    <message>
        <source>Waiting for the preview …</source>
        <translation>미리보기를 기다리는 중 …</translation>
    </message>
    <message>
        <source>Computing other seeds: {0} of {1}</source>
        <translation>다른 시드 계산 중: {0} / {1}</translation>
    </message>
    <message>
        <source>Seeds take long here, so they are compared only on request. Variants (V) compares a part.</source>
        <translation>여기서는 시드 계산이 오래 걸려 자동으로 비교하지 않습니다. 변형 (V)에서 일부를 비교합니다.</translation>
    </message>
    <message>
        <source>seeds agree</source>
        <translation>시드 일치</translation>
    </message>
    <message>
        <source>details differ</source>
        <translation>디테일 다름</translation>
    </message>
    <message>
        <source>likely invented</source>
        <translation>만들어 낸 듯함</translation>
    </message>
    <message>
        <source>Here: error of about {0} of 255, {1}</source>
        <translation>여기: 오차 약 255 중 {0}, {1}</translation>
    </message>
    <message>
        <source>Here: {0} of 255, {1}</source>
        <translation>여기: 255 중 {0}, {1}</translation>
    </message>
    <message>
        <source>Agreement between seeds proves nothing: all of them may be wrong.</source>
        <translation>시드가 일치해도 증거는 아닙니다. 모두 틀릴 수 있습니다.</translation>
    </message>
    <message>
        <source>Only what is outlined is compared; zoom in for the rest.</source>
        <translation>테두리 안만 비교했습니다. 나머지는 확대해서 보세요.</translation>
    </message>
</context>
<context>
    <name>VariantController</name>
    <message>
        <source>Open a photo first.</source>
        <translation>먼저 사진을 여십시오.</translation>
    </message>
</context>
<context>
    <name>Variants</name>
    <message>
        <source>Variants</source>
        <translation>변형</translation>
    </message>
    <message>
        <source>The variant on view</source>
        <translation>보고 있는 변형</translation>
    </message>
    <message>
        <source>Seed {0}</source>
        <translation>시드 {0}</translation>
    </message>
    <message>
        <source>Variant {0}, seed {1}</source>
        <translation>변형 {0}, 시드 {1}</translation>
    </message>
    <message>
        <source>Look at this variant ({0})</source>
        <translation>이 변형 보기 ({0})</translation>
    </message>
    <message>
        <source>Show where they &amp;differ</source>
        <translation>다른 곳 표시(&amp;D)</translation>
    </message>
    <message>
        <source>Colours what other seeds would have drawn differently (T)</source>
        <translation>다른 시드라면 달라졌을 곳에 색을 입힙니다 (T)</translation>
    </message>
    <message>
        <source>Strength of the colour</source>
        <translation>색의 세기</translation>
    </message>
    <message>
        <source>How strong the colour is</source>
        <translation>색을 얼마나 세게 할지</translation>
    </message>
    <message>
        <source>Computing …</source>
        <translation>계산 중 …</translation>
    </message>
    <message>
        <source>{0}: {1} × {2} pixels of what you see. Where detail was lost, several pictures fit.</source>
        <translation>{0}: 보이는 부분의 {1} × {2}픽셀. 디테일이 사라진 곳에는 여러 그림이 들어맞습니다.</translation>
    </message>
    <message>
        <source>the same in all</source>
        <translation>모두 같음</translation>
    </message>
    <message>
        <source>invented here; other details fit as well</source>
        <translation>여기는 만들어 낸 부분. 다른 디테일도 맞습니다</translation>
    </message>
    <message>
        <source>From the same in all to invented</source>
        <translation>모두 같음에서 만들어 낸 부분까지</translation>
    </message>
    <message>
        <source>Use this one</source>
        <translation>이것 사용</translation>
    </message>
    <message>
        <source>The whole picture gets the seed of this variant (Enter)</source>
        <translation>그림 전체가 이 변형의 시드를 씁니다 (Enter)</translation>
    </message>
    <message>
        <source>Paint with it</source>
        <translation>이것으로 칠하기</translation>
    </message>
    <message>
        <source>Paint the part of the picture that gets this variant</source>
        <translation>칠한 부분이 이 변형이 됩니다</translation>
    </message>
    <message>
        <source>The variants differ by {0} of 255 levels on average, and clearly on {1} % of what you see. Agreement proves nothing, though.</source>
        <translation>변형들은 평균 255단계 중 {0}만큼 다르고, 보이는 부분의 {1} %에서 뚜렷이 다릅니다. 서로 일치해도 증거는 아닙니다.</translation>
    </message>
</context>
<context>
    <name>WatchController</name>
    <message>
        <source>enlarged</source>
        <translation>확대됨</translation>
    </message>
    <message>
        <source>Watching {0}: new photos are enlarged into {1}.</source>
        <translation>{0} 감시 중: 들어오는 사진은 {1}(으)로 확대됩니다.</translation>
    </message>
    <message>
        <source>{0} is no longer watched.</source>
        <translation>{0} 감시를 마쳤습니다.</translation>
    </message>
    <message>
        <source>Folder to watch</source>
        <translation>감시할 폴더</translation>
    </message>
</context>
<context>
    <name>models</name>
    <message>
        <source>Models</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>모든 파일</translation>
    </message>
    <message>
        <source>Import models</source>
        <translation>모델 가져오기</translation>
    </message>
    <message>
        <source>{0}, one step</source>
        <translation>{0}, 1단계</translation>
    </message>
    <message>
        <source>{0}, {1} steps</source>
        <translation>{0}, {1}단계</translation>
    </message>
    <message>
        <source>Came with the program</source>
        <translation>프로그램에 포함됨</translation>
    </message>
    <message>
        <source>Trained with this program</source>
        <translation>이 프로그램으로 학습함</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>가져온 것</translation>
    </message>
    <message>
        <source>Colour photos</source>
        <translation>컬러 사진</translation>
    </message>
    <message>
        <source>Black and white photos</source>
        <translation>흑백 사진</translation>
    </message>
    <message>
        <source>A model of this program: {0}</source>
        <translation>이 프로그램의 모델: {0}</translation>
    </message>
    <message>
        <source>Autoencoder, {0} million parameters; stored once, for all models that use it</source>
        <translation>오토인코더, 매개변수 {0}백만 개. 사용하는 모든 모델이 하나를 함께 씀</translation>
    </message>
    <message>
        <source>Network of a student with a noise input, {0} million parameters</source>
        <translation>잡음 입력이 있는 학생 신경망, 매개변수 {0}백만 개</translation>
    </message>
    <message>
        <source>Network of a teacher or student, {0} million parameters</source>
        <translation>교사 또는 학생 신경망, 매개변수 {0}백만 개</translation>
    </message>
    <message>
        <source>Your models take {0}; {1} are free.</source>
        <translation>내 모델이 {0}를 차지하며 {1}가 남아 있습니다.</translation>
    </message>
    <message>
        <source>Shared autoencoders: {0}.</source>
        <translation>공유 오토인코더: {0}.</translation>
    </message>
    <message>
        <source>For</source>
        <translation>용도</translation>
    </message>
    <message>
        <source>Enlarges</source>
        <translation>확대</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>라이선스</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>만든 이</translation>
    </message>
    <message>
        <source>Made on</source>
        <translation>만든 날</translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation>학습 데이터</translation>
    </message>
    <message>
        <source>Licence of the photos</source>
        <translation>사진의 라이선스</translation>
    </message>
</context>
<context>
    <name>notices</name>
    <message>
        <source>It had started to get worse: it continues from step {0}, more carefully.</source>
        <translation>나빠지기 시작해서 {0}단계부터 더 조심스럽게 계속합니다.</translation>
    </message>
    <message>
        <source>{0} photos are few: from about {1} on, a model learns more than just these scenes.</source>
        <translation>사진 {0}장은 적습니다. 약 {1}장부터 이 장면들 이상을 배웁니다.</translation>
    </message>
    <message>
        <source>Too few photos to hold any out: quality on unseen photos will not be measured.</source>
        <translation>따로 떼어 둘 사진이 없습니다. 다른 사진에서 얼마나 좋은지는 알 수 없습니다.</translation>
    </message>
    <message>
        <source>Most photos are flawed: a model never gets better than the photos it learns from.</source>
        <translation>대부분의 사진에 흠이 있습니다. 모델은 좋다고 보여 준 것보다 나아지지 않습니다.</translation>
    </message>
    <message>
        <source>Most photos are black and white: the model will not know colours.</source>
        <translation>대부분이 흑백 사진입니다. 모델은 색을 배우지 못합니다.</translation>
    </message>
    <message>
        <source>The photos have several colour profiles. That is harmless.</source>
        <translation>사진의 색 프로필이 여러 가지입니다. 문제없습니다.</translation>
    </message>
    <message>
        <source>{0} of {1} files are left out; the first step shows why.</source>
        <translation>파일 {1}개 가운데 {0}개는 빠집니다. 이유는 첫 단계에 나옵니다.</translation>
    </message>
    <message>
        <source>Files of this training are gone ({0}); it continues without them.</source>
        <translation>이 학습의 파일이 없어졌습니다({0}개). 그것들 없이 계속합니다.</translation>
    </message>
    <message>
        <source>This kind of model is meant for a graphics card: here a step takes many minutes.</source>
        <translation>이런 모델은 그래픽 카드용입니다. 여기서는 한 단계에 여러 분이 걸립니다.</translation>
    </message>
    <message>
        <source>One of its metrics (LPIPS-VGG) is not installed; it trains without it. To fetch it: {0}</source>
        <translation>척도 하나(LPIPS-VGG)가 설치되어 있지 않아 없이 학습합니다. 받으려면: {0}</translation>
    </message>
    <message>
        <source>Fitted to the free memory, {0} MB.</source>
        <translation>남은 메모리 {0} MB에 맞추었습니다.</translation>
    </message>
    <message>
        <source>The computer slept for {0}; that time does not count.</source>
        <translation>컴퓨터가 {0} 동안 쉬었습니다. 이 시간은 세지 않습니다.</translation>
    </message>
    <message>
        <source>Memory is short: it works in smaller parts from here on. The result is the same.</source>
        <translation>메모리가 부족해 여기서부터 더 작게 나누어 처리합니다. 결과는 같습니다.</translation>
    </message>
    <message>
        <source>What it had learned at the pause is worse than before; that is kept as well.</source>
        <translation>멈춘 때의 상태가 전보다 나쁩니다. 전의 상태도 보관되어 있습니다.</translation>
    </message>
    <message>
        <source>The disk is full: nothing could be saved. Free some space; it will try again.</source>
        <translation>디스크가 가득 차서 저장하지 못했습니다. 공간을 비우면 다시 시도합니다.</translation>
    </message>
    <message>
        <source>The newest saved state was damaged; it continued from the one before.</source>
        <translation>가장 최근에 저장된 상태가 손상되어 그 전 상태에서 계속했습니다.</translation>
    </message>
    <message>
        <source>On photos it has never seen it is worse now than at the start ({0}: {1} and {2}).</source>
        <translation>본 적 없는 사진에서 지금이 처음보다 나쁩니다({0}: {1}, {2}).</translation>
    </message>
    <message>
        <source>On photos it has never seen it was better at step {0}; that state is kept.</source>
        <translation>본 적 없는 사진에서는 {0}단계가 더 좋았습니다. 그 상태는 보관되어 있습니다.</translation>
    </message>
    <message>
        <source>The sample pictures could not be written: {0}</source>
        <translation>샘플 그림을 쓰지 못했습니다: {0}</translation>
    </message>
    <message>
        <source>It cannot be compared with the bundled model during training; at the end it can.</source>
        <translation>도중에는 기본 모델과 비교할 수 없고, 끝나면 비교할 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>{0} s</source>
        <translation>{0}초</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0}분</translation>
    </message>
    <message>
        <source>{0} h {1} min</source>
        <translation>{0}시간 {1}분</translation>
    </message>
</context>
</TS>
