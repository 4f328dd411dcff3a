"""What stands in a folder beside drafts: letters, photos of pages, links to a page; each is read, or refused with its way out."""

from __future__ import annotations

from email.message import EmailMessage

import docx_made as made
import pytest

from vnreport_nlp.errors import ReadError
from vnreport_nlp.messages import render
from vnreport_nlp.readers import read_bytes

TEXT = "I. ĐẶC ĐIỂM, TÌNH HÌNH\n\nToàn xã có 12 chi bộ, sinh hoạt đều hằng tháng, có nền nếp.\n"


def letter(text: str = "Xin gửi quý cơ quan.\n") -> EmailMessage:
    mail = EmailMessage()
    mail["Received"] = "from a by b; Mon, 6 Jan 2025"
    mail["From"], mail["Subject"] = "vanphong@xa.example", "Về việc báo cáo"
    mail.set_content(text)
    return mail


def refusal(data: bytes, name: str = "x.bin") -> ReadError:
    with pytest.raises(ReadError) as caught:
        read_bytes(data, name)
    return caught.value


@pytest.mark.parametrize("encoding", ["base64", "quoted-printable", "8bit"])
def test_a_letter_whose_text_is_the_report_is_read(encoding: str) -> None:
    mail = letter()
    mail.set_content(TEXT, cte=encoding)
    document = read_bytes(mail.as_bytes(), "thu.eml")
    assert document.text.split("\n") == [line for line in TEXT.split("\n") if line]
    assert document.sha256


def test_a_letter_in_an_old_code_page_is_read() -> None:
    head = b'Subject: x\nMIME-Version: 1.0\nContent-Type: text/plain; charset="windows-1258"\nContent-Transfer-Encoding: 8bit\n\n'
    text = "\u0110a\u0309ng bô\u0323 xa\u0303 co\u0301 12 chi bô\u0323."
    assert read_bytes(head + text.encode("cp1258") + b"\n", "thu.eml").text == "Đảng bộ xã có 12 chi bộ."


def test_a_letter_that_a_report_is_attached_to_is_not_read_for_it() -> None:
    mail = letter()
    mail.add_attachment(
        made.docx(made.p("I. KẾT QUẢ")), maintype="application", subtype="msword", filename="BC quý I.docx"
    )
    error = refusal(mail.as_bytes(), "thu.eml")
    assert error.code == "wrong_type"
    assert "BC quý I.docx" in render(error.message) and "đính kèm" in render(error.hint)


def test_a_picture_in_a_letter_is_no_report_of_its_own() -> None:
    mail = letter(TEXT)
    mail.add_attachment(b"\x89PNG\r\n", maintype="image", subtype="png", filename="dau.png")
    assert "12 chi bộ" in read_bytes(mail.as_bytes(), "thu.eml").text


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"\0\0\0\x20ftypheix\0\0\0\0mif1", "HEIC"), (b"\0\0\0\x1cftypavif\0\0\0\0", "HEIC"), (b"RIFF\xff\x01\0\0WEBPVP8L", "WebP"),
        (b"\x89PNG\r\n\x1a\n\0", "PNG"), (b"\xff\xd8\xff\xe0\0\x10JFIF", "JPEG"), (b"II*\0\x08\0\0\0", "TIFF"),
        (b"\0\0\0\x0cjP  \r\n\x87\n", "JPEG 2000"), (b"AT&TFORM\0\0\0\x09DJVU", "DjVu"),
    ],
)  # fmt: skip
def test_photos_of_a_report_are_sent_as_one_pdf(head: bytes, kind: str) -> None:
    for filling in (b"\0\x01\x02" * 900, b"A" * 3000):
        error = refusal(head + filling)
        assert error.code == "wrong_type"
        assert kind in render(error.message) and "PDF" in render(error.hint)


def test_films_and_sounds_are_no_texts() -> None:
    for head in (b"\0\0\0\x18ftypmp42\0\0\0\0", b"RIFF\x10\0\0\0WAVEfmt "):
        error = refusal(head + b"a" * 2000)
        assert error.code == "wrong_type" and "PDF rồi" not in render(error.hint)


@pytest.mark.parametrize(
    "data",
    [
        b"[InternetShortcut]\r\nURL=https://example.org/a\r\n",
        b'{"url": "https://docs.example.org/open?id=1", "doc_id": "1", "email": "a@b"}',
        b'{"":"canh bao","doc_id":"1abc","resource_key":"","email":"a@b"}\n',
    ],
)
def test_a_link_to_a_page_is_no_report(data: bytes) -> None:
    error = refusal(data, "bao-cao.gdoc")
    assert error.code == "wrong_type" and "Word" in render(error.hint)


def test_texts_that_only_look_like_links_or_letters_are_read() -> None:
    for text in ("{Phụ lục} I. KẾT QUẢ\nToàn xã có 12 thôn.", "Subject: báo cáo\nFrom: xã\n\n" + TEXT, "RIFF là tên một tệp âm thanh.\n" + TEXT):  # fmt: skip
        assert read_bytes(text.encode(), "x.txt").text
