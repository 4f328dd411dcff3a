"""Models, corpora, packages of others and the user's cache, altered or failing: refused in words, nothing run, nothing written over."""

from __future__ import annotations

import io
import json
import os
from pathlib import Path

import numpy as np
import pytest
from hostile_made import TEXT, two_drafts

from vnreport_nlp import plugins
from vnreport_nlp.cached import kept
from vnreport_nlp.classify import load as load_model
from vnreport_nlp.cli.main import run
from vnreport_nlp.declarations import Point
from vnreport_nlp.errors import ModelError, ReadError, UsageError
from vnreport_nlp.evaluation import GoldError, read_floors, read_gold
from vnreport_nlp.model import msg
from vnreport_nlp.readers import read_bytes

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes and links as on Unix")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return two_drafts(tmp_path)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("status", []),
        ("sections", "abc"),
        ("sections", [{"number": 5}]),
        ("file", None),
        ("paragraphs", [None]),
        ("schema", "x"),
    ],
)
def test_a_gold_file_of_wrong_types_is_told(key: str, value: object, tmp_path: Path) -> None:
    good = {
        "schema": "vnreport.gold/1", "file": "a.md", "template": "t", "unit": "u", "group": "g", "variant": "clean", "status": {},
        "sections": [], "paragraphs": [], "defects": [], "footnotes": [],
    }  # fmt: skip
    path = tmp_path / "a.gold.json"
    (tmp_path / "a.md").write_text("a", encoding="utf-8")
    path.write_text(json.dumps(good), encoding="utf-8")
    assert read_gold(path).unit == "u"
    path.write_text(json.dumps(good | {key: value}), encoding="utf-8")
    with pytest.raises(GoldError, match=key):
        read_gold(path)


@pytest.mark.parametrize(
    "data", ["[" * 100_000, "[]", '{"floors": {"total": {"a": NaN}}}', '{"floors": {"total": 5}}', ""]
)
def test_floors_that_are_none_are_told(data: str, tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    path.write_text(data, encoding="utf-8")
    with pytest.raises(UsageError, match="mức sàn"):
        read_floors(path)


def test_a_model_is_not_written_among_other_files(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["train", str(folder), "-o", str(folder)]) == 2
    assert "đã có tệp khác" in capsys.readouterr().err


@pytest.mark.parametrize("spoil", ["pipe", "edited", "deep", "link"])
def test_a_spoiled_file_of_the_users_cache_is_made_again(
    spoil: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VNREPORT_CACHE", str(tmp_path / "cache"))

    def made() -> list[int]:
        return kept("things-1", b"source", lambda: [1, 2], list, list)

    assert made() == [1, 2]
    file = next((tmp_path / "cache/things-1").iterdir())
    whole = file.read_bytes()
    file.unlink()
    if spoil == "pipe":
        os.mkfifo(file)
    elif spoil == "link":
        file.symlink_to("/dev/zero")
    else:
        file.write_bytes(whole.replace(b"[1, 2]", b"[1, 3]") if spoil == "edited" else b"[" * 100_000)
    assert made() == [1, 2]
    assert file.read_bytes() == whole


MODEL_SPOILS = {
    "manifest of another kind": ("manifest.json", b"[]"),
    "no hashes": ("manifest.json", b'{"format": "vnreport.section/1", "files": {}}'),
    "deep": ("manifest.json", b"[" * 100_000),
    "words of another kind": ("vocab.json", b'{"topics": ["a", "b"], "features": [1, 2]}'),
    "an archive": ("idf.npy", b"PK\x03\x04"),
    "text": ("idf.npy", b"cos\nsystem\n(S'touch x'\ntR."),
}


def models(folder: Path, name: str, content: bytes) -> Path:
    """A small model with a file exchanged and its hashes right."""
    from hashlib import sha256

    from vnreport_nlp.classify import SectionModel
    from vnreport_nlp.classify.model import save

    ones = np.ones(3)
    save(
        SectionModel(("a", "b"), {"x": 0, "y": 1, "z": 2}, ones, np.ones((2, 3), np.float32), np.ones(2), ones, 0.0),
        folder,
    )
    load_model(folder)
    (folder / name).write_bytes(content)
    if name != "manifest.json":
        manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
        manifest["files"][name] = sha256(content).hexdigest()
        (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    return folder


def array(value: object) -> bytes:
    out = io.BytesIO()
    np.save(out, np.array(value), allow_pickle=True)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        *MODEL_SPOILS.values(),
        ("idf.npy", array([1.0, float("nan"), 1.0])),
        ("idf.npy", array([1.0])),
        ("idf.npy", array([{"a": 1}, None, "x"])),  # objects come as a pickle
        ("temperature.npy", array([0.0])),
        ("voice_bias.npy", array([])),
        ("topic_bias.npy", array([[1.0, 2.0]])),
        ("idf.npy", array([1.0] * 3).replace(b"(3,)", b"(300000000000,)")),
    ],
)
def test_a_model_that_is_none_is_refused(name: str, content: bytes, tmp_path: Path) -> None:
    folder = models(tmp_path / "first", name, content)
    with pytest.raises(ModelError, match="không dùng được"):
        load_model(folder.rename(tmp_path / "second"))  # read anew


def test_a_pipe_in_a_model_is_refused(tmp_path: Path) -> None:
    folder = models(tmp_path / "first", "idf.npy", array([1.0] * 3)).rename(tmp_path / "second")
    (folder / "idf.npy").unlink()
    os.mkfifo(folder / "idf.npy")
    with pytest.raises(ModelError):
        load_model(folder)


@pytest.mark.parametrize(
    ("group", "value", "told"),
    [
        ("exporters", "no_such_module:write", "ModuleNotFoundError"),
        ("exporters", "json:no_such_name", "AttributeError"),
        ("exporters", "json:loads", "TypeError"),
        ("checks", "json:loads", "TypeError"),
    ],
)
def test_a_package_that_fails_is_named(
    group: plugins.Group, value: str, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Dist:
        name = "goi-la"
        version = "1"

    point = Point("strange", value, f"vnreport.{group}", Dist())  # type: ignore[arg-type]
    monkeypatch.setattr(plugins, "declared", lambda _group: {"strange": point})
    with pytest.raises(UsageError) as found:
        plugins.call(group, "strange", object(), 5)
    assert "goi-la" in str(found.value.message)
    assert told in str(found.value.message)


def test_a_strangers_sniffer_that_fails_is_not_blamed_on_the_draft(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(group: str, name: str, *given: object) -> object:
        raise UsageError(msg("Gói goi-la gặp lỗi."))

    monkeypatch.setattr(plugins, "strangers", lambda group: {"x": None} if group == "sniffers" else {})
    monkeypatch.setattr(plugins, "call", fails)
    with pytest.raises(ReadError, match="goi-la"):
        read_bytes(TEXT.encode(), "a.txt")
