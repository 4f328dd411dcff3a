"""Words as spans: the front door, the engine's choice, the cache, the vocabulary."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import unicodedata
from pathlib import Path

import numpy as np
import pytest

from vnreport_nlp.words import Vocabulary, cache, engine, segment, source, state, word_spans, words_of
from vnreport_nlp.words.official import official_spans, sources

LINE = "Đảng bộ huyện An Hoà đã kết nạp 1.234 đảng viên."


@pytest.fixture(autouse=True)
def own_cache(tmp_path_factory, monkeypatch):
    """One cache folder for the module's tests, and no state left behind."""
    monkeypatch.setenv("VNREPORT_CACHE", str(tmp_path_factory.getbasetemp() / "words-cache"))
    state.state.cache_clear()
    yield
    state.state.cache_clear()


def test_spans_are_of_the_text_as_given():
    line = "Nghành  giáo dục, Uỷ ban; baì học."
    spans = word_spans(line)
    assert words_of(line, spans) == ["Nghành", "giáo dục", ",", "Uỷ ban", ";", "baì học", "."]
    assert segment([line, "", " ", LINE])[1:3] == [[], []]


def test_tone_mark_does_not_matter():
    assert word_spans("hoà bình, thuỷ lợi, Uỷ ban nhân dân") == word_spans("hòa bình, thủy lợi, Ủy ban nhân dân")


def test_spans_cover_all_but_white_space():
    line = "1. Th S. A:#### “x”\u00a0…\t-\n ð"
    covered = {i for a, b in word_spans(line) for i in range(a, b)}
    assert all(i in covered for i, c in enumerate(line) if not c.isspace())


def test_decomposed_text_gives_the_same_words():
    loose = unicodedata.normalize("NFD", LINE)
    found = [unicodedata.normalize("NFC", w) for w in words_of(loose, word_spans(loose))]
    assert found == words_of(LINE, word_spans(LINE))


@pytest.mark.parametrize("text", ["\u1112\u1161\u11ab", "e\u0323\u0302x", "\u0958a", "\u0344", "a\u0301\u0301b", "각"])
def test_sources_of_composed_characters(text):
    normal = unicodedata.normalize("NFC", text)
    found = sources(text, len(normal))
    assert len(found) == len(normal) + 1
    assert found == sorted(found)
    assert found[-1] == len(text)


def test_lone_surrogates_do_not_fail():
    assert word_spans("huyện \ud800 ủy") == official_spans("huyện \ud800 ủy")


def test_engine_uses_tables():
    assert engine() == ("tables", "")


def test_unwritable_cache_is_told(monkeypatch, tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    monkeypatch.setenv("VNREPORT_CACHE", str(blocked))
    name, why = engine()
    assert name == "tables"
    assert "cannot be written" in why
    assert word_spans(LINE) == official_spans(LINE)


def test_damaged_cache_is_compiled_again():
    engine()
    path = cache.table_file(source.digest(source.package_folder()))
    whole = path.read_bytes()
    path.write_bytes(whole[:1000])
    state.state.cache_clear()
    assert cache.load(path) is None
    assert engine() == ("tables", "")
    assert path.stat().st_size == len(whole)
    broken = bytearray(whole)
    broken[200_000] ^= 255
    path.write_bytes(bytes(broken))
    assert cache.load(path) is None
    path.write_bytes(whole)


def test_unknown_code_falls_back(monkeypatch):
    monkeypatch.setitem(source.KNOWN, source.REGEX, "0" * 64)
    name, why = engine()
    assert name == "word_tokenize"
    assert "regex_tokenize.py" in why
    assert segment([LINE]) == [official_spans(LINE)]


def test_other_words_fall_back(monkeypatch, tmp_path):
    monkeypatch.setenv("VNREPORT_CACHE", str(tmp_path))
    monkeypatch.setattr(state, "official_spans", lambda text: [(0, 1)])
    name, why = engine()
    assert name == "word_tokenize"
    assert "other words" in why
    assert not list(tmp_path.rglob("*.bin"))


def test_pickle_of_code_is_refused(tmp_path):
    import pickle

    path = tmp_path / "dictionary.bin"
    path.write_bytes(pickle.dumps({Path("a")}))
    with pytest.raises(pickle.UnpicklingError):
        source._plain(path)


def test_cached_tables_need_no_underthesea():
    engine()
    code = (
        "import sys\n"
        "import vnreport_nlp.words as w\n"
        "assert 'numpy' not in sys.modules\n"
        f"assert w.word_spans({LINE!r})\n"
        "assert w.word_spans('#### 1. Th S')\n"
        "assert w.engine()[0] == 'tables'\n"
        "print(sorted({'underthesea', 'underthesea_core', 'joblib', 'spacy', 'sklearn', 'scipy'} & set(sys.modules)))\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, "PYTHONUTF8": "1"}, capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == "[]"


def test_threads_agree():
    lines = [LINE, "Công tác kiểm tra, giám sát được tăng cường.", "####", "Th S"] * 5
    expected = segment(lines)
    found: list[object] = []
    threads = [threading.Thread(target=lambda: found.append(segment(lines))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [expected] * 4


def test_vocabulary():
    vocabulary = Vocabulary()
    text = "Đảng bộ huyện, đảng bộ xã"
    ids = vocabulary.ids([text[a:b] for a, b in word_spans(text)])
    assert ids.dtype == np.int32
    assert ids.tolist() == [0, 1, 2, 0, 3]
    assert vocabulary.keys == ("đảng bộ", "huyện", ",", "xã")
    other = Vocabulary()
    other.ids(["xã", "phường"])
    assert vocabulary.merge(other.keys).tolist() == [3, 4]
    assert vocabulary.number("PHƯỜNG") == 4
    assert len(vocabulary) == 5
