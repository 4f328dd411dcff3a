"""The spaCy layer: the text is kept, everything survives a round trip, terms and sections are spans."""

from __future__ import annotations

import json
import os
import pickle
import subprocess
import sys
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vnreport_nlp import language
from vnreport_nlp.model import (
    Alignment,
    Assessment,
    Document,
    Metadata,
    Outline,
    Paragraph,
    Requirement,
    Section,
    Span,
    Template,
    Verdict,
    msg,
)

TEXT = (
    "I. KẾT QUẢ\nUỷ ban Kiểm tra Huyện uỷ An Bình ban hành Nghị quyết số 18-NQ/HU nhiệm kỳ 2020-2025.\n"
    "1. Công tác cán bộ\n  Ban Thường vụ Huyện ủy  chỉ đạo;\tđạt 98,5%.\n\nII. BÀI HỌC\nMột là, nêu gương."
)


@pytest.fixture(scope="module")
def nlp():
    return language.load_pipeline()


@pytest.fixture(scope="module")
def outline():
    paragraphs = tuple(Paragraph(s, s + len(line)) for s, line in _lines(TEXT))
    document = Document("x.md", "md", TEXT, paragraphs)
    second, third = TEXT.index("1. Công"), TEXT.index("II. BÀI")
    sections = (
        _section(0, "I", 0, third, None, (1,)), _section(1, "I.1", second, third, 0, ()), _section(2, "II", third, len(TEXT), None, ()),
    )  # fmt: skip
    return Outline(document, sections, "", Metadata(), Span(0, 0), Span(len(TEXT), len(TEXT)))


def _lines(text):
    at = 0
    for line in text.split("\n"):
        yield at, line
        at += len(line) + 1


def _section(index, number, start, end, parent, children):
    stop = TEXT.index("\n", start)
    return Section(
        index,
        number,
        number,
        "roman",
        TEXT[start:stop],
        1,
        Span(start, stop),
        Span(stop, end),
        Span(start, end),
        parent,
        children,
    )


def assessment_of(outline):
    template = Template("t", "t", (Requirement("I.1", "Cán bộ"), Requirement("I.2", "Đảng viên")))
    verdicts = tuple(
        Verdict(number, "merged", 1.0, False, "title", msg("x"), sections=(1,)) for number in ("I.1", "I.2")
    )
    return Assessment(outline.document, outline, template, Alignment(template, outline, ()), verdicts, ())


@settings(max_examples=300, deadline=None)
@given(
    st.one_of(st.text(max_size=40), st.text("aăđ ệ.,\n\t-1/Ủ\u00a0\u0301", max_size=40)),
    st.sampled_from(["words", "syllables"]),
)
def test_tokens_make_the_text_again(text, mode):
    words, spaces = language.split(text, mode)
    assert "".join(w + " " * s for w, s in zip(words, spaces, strict=True)) == text
    assert all(words)


@pytest.mark.parametrize("mode", ["words", "syllables"])
@pytest.mark.parametrize("text", [TEXT, "", " ", "\n\n", unicodedata.normalize("NFD", TEXT), " a  b ", "đảng viên,35%"])
def test_doc_text(mode, text):
    nlp = language.load_pipeline(mode=mode)
    assert nlp(text).text == text
    assert [d.text for d in nlp.pipe([text, TEXT])] == [text, TEXT]


def test_words_are_tokens():
    doc = language.load_pipeline(mode="words")("Đảng bộ huyện kết nạp 12 đảng viên.")
    assert [t.text for t in doc] == ["Đảng bộ", "huyện", "kết nạp", "12", "đảng viên", "."]


def test_unknown_mode():
    with pytest.raises(ValueError, match="letters"):
        language.load_pipeline(mode="letters")


def test_terms(nlp):
    doc = nlp(TEXT)
    found = {(s.text, s.label_) for s in doc.spans["terms"]}
    expected = {("Uỷ ban Kiểm tra", "BODY"), ("Huyện uỷ", "BODY"), ("Nghị quyết", "DOCUMENT"), ("nhiệm kỳ 2020-2025", "PERIOD"), ("Ban Thường vụ Huyện ủy", "BODY")}  # fmt: skip
    assert expected <= found


def test_own_terms(tmp_path):
    path = tmp_path / "terms.jsonl"
    path.write_text('{"label": "UNIT", "pattern": "xã Hòa An"}\n\n', encoding="utf-8")
    doc = language.load_pipeline(patterns=path)("ở Xã Hoà An có 5 thôn")
    assert [(s.text, s.label_) for s in doc.spans["terms"]] == [("Xã Hoà An", "UNIT")]


def test_sections(nlp, outline):
    doc = language.to_doc(nlp, outline, assessment_of(outline))
    spans = doc.spans["sections"]
    assert [s._.number for s in spans] == ["I", "I.1", "II"]
    assert spans[1].text.startswith("1. Công tác cán bộ")
    assert (spans[1]._.requirement, spans[1]._.status, spans[1]._.requirements) == ("I.1", "merged", ["I.1", "I.2"])
    assert spans[2]._.requirement is None


def test_docbin_round_trip(nlp, outline, tmp_path):
    from spacy.tokens import DocBin

    path = tmp_path / "drafts.spacy"
    doc = language.to_doc(nlp, outline, assessment_of(outline))
    language.to_docbin([doc]).to_disk(path)
    (again,) = DocBin(store_user_data=True).from_disk(path).get_docs(nlp.vocab)
    assert again.text == TEXT
    assert [(s.text, s._.number, s._.status) for s in again.spans["sections"]] == [
        (s.text, s._.number, s._.status) for s in doc.spans["sections"]
    ]
    assert [s.label_ for s in again.spans["terms"]] == [s.label_ for s in doc.spans["terms"]]


@pytest.mark.parametrize("mode", ["words", "syllables"])
def test_bytes_and_pickle(mode):
    nlp = language.load_pipeline(mode=mode)
    expected = [t.text for t in nlp(TEXT)]
    other = language.load_pipeline(mode="words" if mode == "syllables" else "syllables").from_bytes(nlp.to_bytes())
    assert [t.text for t in other(TEXT)] == expected
    assert [t.text for t in pickle.loads(pickle.dumps(nlp.tokenizer))(TEXT)] == expected


def test_load_in_a_fresh_process_without_pyvi(nlp, tmp_path):
    nlp.to_disk(tmp_path / "pipeline")
    code = (
        "import sys; sys.modules['pyvi'] = None\n"
        "import spacy, json\n"
        f"nlp = spacy.load({str(tmp_path / 'pipeline')!r})\n"
        f"doc = nlp({TEXT!r})\n"
        f"assert doc.text == {TEXT!r}\n"
        "print(json.dumps([[t.text for t in doc], [s.text for s in doc.spans['terms']]]))\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, "PYTHONUTF8": "1"}, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    doc = nlp(TEXT)

    assert json.loads(run.stdout) == [[t.text for t in doc], [s.text for s in doc.spans["terms"]]]


@pytest.mark.slow
def test_two_processes(nlp):
    texts = [TEXT, "Đảng bộ xã", ""] * 4
    assert [d.text for d in nlp.pipe(texts, n_process=2, batch_size=6)] == texts


def test_spacy_is_not_imported_before_it_is_needed():
    code = "import sys, vnreport_nlp.language; print('spacy' in sys.modules, 'numpy' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["False", "False"]
