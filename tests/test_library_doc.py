"""The page on the library: its examples run, one after the other, as a reader would type them."""

import re
from pathlib import Path

import pytest
from PIL import Image

from rsd_app.core.resources import resource_path

PAGE = Path(__file__).parents[1] / "docs" / "library.md"


def test_that_the_examples_of_the_page_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with Image.open(resource_path("samples/budgie.jpg")) as sample:
        sample.crop((150, 100, 230, 160)).save(tmp_path / "photo.jpg", quality=90)
    monkeypatch.chdir(tmp_path)
    blocks = re.findall(r"^```python\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    assert len(blocks) >= 7
    namespace: dict[str, object] = {}
    for block in blocks:
        exec(compile(block, str(PAGE), "exec"), namespace)
    said = capsys.readouterr().out
    assert "photo_x4.png 0.08 MP" in said
    assert "restore-x4: ×4" in said
    assert "missing.jpg | does not exist" in said
    with Image.open(tmp_path / "faithful.jpg") as result:
        assert max(result.size) == 640
