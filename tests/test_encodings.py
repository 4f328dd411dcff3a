"""Encodings: what is recognised, what is left alone, and the tables against an oracle."""

from __future__ import annotations

import os
import shutil
import subprocess
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vnreport_nlp.errors import ReadError
from vnreport_nlp.readers import ReadOptions, read_bytes
from vnreport_nlp.readers.encodings import decode_text
from vnreport_nlp.readers.legacy import (
    decode,
    decode_offsets,
    decode_tcvn3,
    decode_vni,
    encode_tcvn3,
    encode_vni,
    is_legacy,
    legacy_encoding,
)
from vnreport_nlp.readers.quality import is_syllable, quality

TEXT = (
    "Ban Thường vụ Huyện uỷ đã lãnh đạo, chỉ đạo các cấp uỷ trực thuộc tổ chức thực hiện tốt công tác quy hoạch, rà soát, bổ sung cán bộ; "
    "kết nạp 381 đảng viên, đạt 102,5% kế hoạch. Nhiệm kỳ 2020 - 2025 có 49 tổ chức cơ sở đảng trực thuộc.\n"
    "Tiếp tục đổi mới phương thức lãnh đạo của Đảng, nâng cao chất lượng sinh hoạt chi bộ ở cơ sở; giữ gìn đoàn kết, thống nhất.\n"
)
SHARED = Path(os.environ.get("VNREPORT_SHARED", Path(__file__).parents[2] / "shared"))
REAL = SHARED / "real" / "duc-pho-2024.md"


def cp1258(text: str) -> bytes:
    """As Windows writes it: the letter, then the tone."""
    out = bytearray()
    for char in text:
        try:
            out += char.encode("cp1258")
        except UnicodeEncodeError:
            parts = unicodedata.normalize("NFD", char)
            tones = "".join(c for c in parts if c in "\u0300\u0301\u0303\u0309\u0323")
            base = unicodedata.normalize("NFC", "".join(c for c in parts if c not in tones))
            out += (base + tones).encode("cp1258", "replace")
    return bytes(out)


WAYS = {
    "utf-8": lambda t: t.encode(), "utf-8-sig": lambda t: t.encode("utf-8-sig"), "utf-16": lambda t: t.encode("utf-16"),
    "utf-16-le": lambda t: t.encode("utf-16-le"), "utf-16-be": lambda t: t.encode("utf-16-be"), "utf-32": lambda t: t.encode("utf-32"),
    "nfd": lambda t: unicodedata.normalize("NFD", t).encode(), "cp1258": cp1258,
    "tcvn3": lambda t: encode_tcvn3(t).encode("latin-1"), "vni": lambda t: encode_vni(t).encode("latin-1"),
    "tcvn3 as utf-8": lambda t: encode_tcvn3(t).encode(), "vni as utf-8": lambda t: encode_vni(t).encode(),
    "tcvn3 as utf-16": lambda t: encode_tcvn3(t).encode("utf-16"),
    "mojibake": lambda t: t.encode().decode("latin-1").encode(),
}  # fmt: skip


@pytest.mark.parametrize("way", WAYS)
def test_every_encoding_gives_the_same_text(way: str) -> None:
    document = read_bytes(WAYS[way](TEXT), "x.txt")
    assert document.text == TEXT.strip()
    assert document.quality > 0.98
    legacy = way.startswith(("tcvn3", "vni"))
    assert any(w.code == "legacy_encoding" for w in document.warnings) == legacy
    assert document.encoding


@pytest.mark.parametrize("encode", [encode_tcvn3, encode_vni])
def test_a_unicode_line_in_a_dead_file_stays(encode: object) -> None:
    mixed = encode(TEXT) + "Dòng này gõ Unicode: số liệu “tăng” 12%, Đức Phổ.\n"  # type: ignore[operator]
    assert read_bytes(mixed.encode(), "x.txt").text == TEXT + "Dòng này gõ Unicode: số liệu “tăng” 12%, Đức Phổ."


@pytest.mark.parametrize("text", [
    "Café, naïve, Übergröße, São Paulo, Élysée, garçon, piñata, smörgåsbord.", "Ngày 22/01/2024 của Bộ", "Điều lệ", "§ 5, ¶ 7, ©, ®, ½, µm, ¥",
    "Tổng số: 12", "Plain English text only.", "Công tác", "ÔNG Á",
])  # fmt: skip
def test_readable_text_is_left_alone(text: str) -> None:
    assert decode_text(text.encode(), "x").text == text


def test_lossy_mojibake_is_recognised() -> None:
    document = read_bytes((TEXT * 3).encode().decode("cp1252", "replace").encode(), "x.txt")
    assert [w.code for w in document.warnings] == ["mojibake"]
    assert "Huyện" in document.text and document.quality < 0.95


def test_damaged_utf8_says_so() -> None:
    data = TEXT.encode()[:200] + b"\xff\xfe" + TEXT.encode()[200:]
    document = read_bytes(data, "x.txt")
    assert [w.code for w in document.warnings] == ["damaged_characters"]
    assert "Ban Thường vụ" in document.text


def test_encoding_as_told() -> None:
    short = encode_vni("Tỉnh")
    assert read_bytes(short.encode("latin-1"), "x.txt", options=ReadOptions(encoding="vni")).text == "Tỉnh"
    with pytest.raises(ReadError) as caught:
        read_bytes(b"abc", "x.txt", options=ReadOptions(encoding="khong-co"))
    assert caught.value.code == "unsupported"


@pytest.mark.parametrize("font, expected", [
    (".VnTime", "tcvn3"), (".VnTimeH", "tcvn3-caps"), ("ABCDEF+.VnTimeH,Bold", "tcvn3-caps"), (".VnArialH-BoldItalic", "tcvn3-caps"), (".vnTime", "tcvn3"),
    ("VNI-Times", "vni"), ("VNI Helve", "vni"), ("BCDEEE+VNI-Times-Bold", "vni"), ("Times New Roman", None), ("VnTimes", None), ("", None), ("VNFutura", None),
])  # fmt: skip
def test_font_names(font: str, expected: str | None) -> None:
    assert legacy_encoding(font) == expected


def test_capitals() -> None:
    assert decode_tcvn3(encode_tcvn3("ĐẶC ĐIỂM, TÌNH HÌNH CỦA SỞ Y TẾ")) == "ĐẶC ĐIỂM, TÌNH HÌNH CỦA SỞ Y TẾ"
    assert (
        decode_tcvn3(encode_tcvn3("Sở Y tế, Tổ chức UBND xã, Bộ; Số 127-QĐ/TW"))
        == "Sở Y tế, Tổ chức UBND xã, Bộ; Số 127-QĐ/TW"
    )
    assert decode(encode_tcvn3("đặc điểm"), "tcvn3-caps") == "ĐẶC ĐIỂM"


def test_unicode_under_a_dead_font_is_no_dead_text() -> None:
    assert not is_legacy("Đảng bộ thị xã", "vni")
    assert not is_legacy("Công tác khoá sáu", "vni")
    assert not is_legacy("plain", "tcvn3")
    assert is_legacy(encode_vni(TEXT), "vni")
    assert is_legacy(encode_tcvn3("Công tác xây dựng Đảng"), "tcvn3")


@given(
    st.text(
        st.sampled_from("aăâbeêioôơuưyđAĂÂĐƠƯ áàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ ỨỜẬ 12.,")
    )
)
@settings(max_examples=300, deadline=None)
def test_vni_goes_there_and_back(text: str) -> None:
    coded = encode_vni(text)
    decoded, offsets = decode_offsets(coded, "vni")
    assert decoded == decode_vni(coded)
    assert len(offsets) == len(decoded) and offsets == sorted(offsets)


def test_vni_alphabet_is_exact() -> None:
    words = [
        "đường",
        "được",
        "những",
        "người",
        "nghị",
        "quyết",
        "tổ",
        "chức",
        "khoẻ",
        "hoá",
        "uỷ",
        "Ưu",
        "điểm",
        "ĐẶC",
        "KHU",
        "Ỷ",
        "ỵ",
        "ỹ",
        "ẵ",
        "ẳ",
        "ễ",
        "ỡ",
        "ỗ",
    ]
    assert [decode_vni(encode_vni(w)) for w in words] == words


@pytest.mark.skipif(shutil.which("iconv") is None, reason="cần iconv")
def test_tcvn3_table_against_iconv() -> None:
    codes = bytes(b for b in range(0xA1, 0x100) if not 0xB0 <= b <= 0xB4)
    done = subprocess.run(
        ["iconv", "-f", "TCVN5712-1", "-t", "UTF-8"],
        input=b" ".join(bytes([b]) for b in codes),
        capture_output=True,
        check=False,
    )
    if done.returncode:
        pytest.skip("iconv không biết TCVN5712-1")
    expected = unicodedata.normalize("NFC", done.stdout.decode()).split(" ")
    assert [decode_tcvn3(chr(b)).lower() for b in codes] == [c.lower() for c in expected]


@pytest.mark.parametrize(
    "word",
    [
        "nghiêng",
        "quyết",
        "khuya",
        "khuỷu",
        "gì",
        "giếng",
        "xoong",
        "hoặc",
        "ưu",
        "uỷ",
        "hoá",
        "thuở",
        "quý",
        "yêu",
        "rượu",
        "ở",
        "ĐẢNG",
        "Hưởng",
        "quốc",
        "giữ",
        "khoắng",
        "nguyễn",
    ],
)
def test_syllables(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["àc", "ngôừ", "xyz", "ngghe", "ñaû", "hoàc", "Phß", "straße"])
def test_no_syllables(word: str) -> None:
    assert not is_syllable(word)


def test_quality_tells_good_from_bad() -> None:
    assert quality(TEXT) > 0.98
    assert quality("Số 18-NQ/TW, UBND, GDNN - GDTX, Đ/c CTr") > 0.8
    assert quality(encode_vni(TEXT)) < 0.6
    assert quality(TEXT.encode().decode("latin-1")) < 0.7
    assert quality("") == 1.0 and quality("§§§") == 0.0


@pytest.mark.real
@pytest.mark.skipif(not REAL.is_file(), reason=f"báo cáo thật không có ở đây ({REAL.name})")
@pytest.mark.parametrize("way", [w for w in WAYS if not w.startswith(("tcvn3", "mojibake"))])
def test_real_report_in_every_encoding(way: str) -> None:
    text = REAL.read_text(encoding="utf-8").replace("“", '"').replace("”", '"')
    assert read_bytes(WAYS[way](text), "x").text == read_bytes(text.encode(), "x").text


@pytest.mark.real
@pytest.mark.skipif(not REAL.is_file(), reason=f"báo cáo thật không có ở đây ({REAL.name})")
def test_snippets_of_the_real_report() -> None:
    """At least 97 of 100 snippets of 60 characters are read rightly in each dead encoding."""
    text = "".join(c for c in REAL.read_text(encoding="utf-8") if c not in "“”#*<>")
    cuts = [" ".join(text[at : at + 60].split()).lower() for at in range(300, 60_000, 600)]
    cuts = [c for c in cuts if len(c) > 40]
    for encode in (lambda t: encode_tcvn3(t).encode("latin-1"), lambda t: encode_vni(t).encode("latin-1"), cp1258):
        right = sum(decode_text(encode(cut), "x").text.lower() in (cut, unicodedata.normalize("NFD", cut)) or
                    unicodedata.normalize("NFC", decode_text(encode(cut), "x").text).lower() == cut for cut in cuts)  # fmt: skip
        assert right >= 0.97 * len(cuts)
