"""What was lost or repaired while reading, in words for the reviewer."""

from __future__ import annotations

from collections.abc import Mapping

from .document import ReadWarning
from .findings import Message, msg

_PLAIN: Mapping[str, Message] = {
    "automatic_numbers_lost": msg("Không biết số thứ tự mà Word tự đánh; hãy lưu tệp thành .docx rồi chạy lại."),
    "encoding_unsure": msg("Bảng mã của tệp chỉ là phỏng đoán, có thể sai chữ."),
    "mojibake": msg("Chữ bị lỗi bảng mã đã được sửa lại."),
    "cut_short": msg("Tệp bị cắt cụt: phần cuối có thể đã mất; hãy xin đơn vị gửi lại."),
    "diagram_not_read": msg("Không đọc được chữ trong sơ đồ hoặc biểu đồ."),
    "embedded_part": msg("Không đọc được nội dung của tệp nhúng."),
    "macros_ignored": msg("Tệp có macro; công cụ không chạy."),
    "outline_in_front": msg("Trước báo cáo còn để nguyên đề cương; hãy xóa đề cương khỏi tệp rồi chạy lại."),
    "outline_column": msg("Bảng còn nguyên cột đề cương; chữ trong cột này không được tính là nội dung của đơn vị."),
    "two_reports": msg("Tệp có hai báo cáo nối nhau; hãy tách mỗi báo cáo thành một tệp rồi chạy lại."),
    "typed_marks": msg("Dấu của chữ được gõ rời (kiểu VIQR), không đọc được; hãy xin đơn vị gửi bản gõ bằng Unicode."),
    "marks_lost": msg("Chữ không có dấu tiếng Việt, không thẩm định được; hãy xin bản Word gõ đủ dấu."),
    "letters_lost": msg(
        "Nhiều chữ thiếu hoặc sai chữ cái nên không thành tiếng; không thẩm định được, hãy xin bản Word hoặc in lại PDF bằng phông có chữ tiếng Việt."
    ),
    "ocr": msg("Văn bản được nhận dạng từ ảnh quét, có thể sai chữ, số; xem lại bản quét trước khi trả lời đơn vị."),
}


# Long because: one sentence a code.
def loss_message(warning: ReadWarning) -> Message:
    """A warning of a reader as a sentence; one of a reader that is not ours keeps its code."""
    detail = warning.detail
    match warning.code:
        case "damaged_characters":
            return msg("Có {detail} ký tự bị hỏng, không đọc được.", detail=detail)
        case "legacy_encoding":
            return msg("Chữ theo bảng mã cũ ({detail}) đã được đổi sang Unicode.", detail=detail)
        case "embedded_part" if detail:
            return msg("Không đọc được nội dung của tệp nhúng ({detail}).", detail=detail)
        case "field_not_read":
            return msg("Không đọc được nội dung mà chỉ Word hoặc Adobe Reader tính ra ({detail}).", detail=detail)
        case "external_not_fetched":
            return msg("Tệp trỏ tới nội dung bên ngoài ({detail}); công cụ không tải về.", detail=detail)
        case "unseen_text":
            return msg(
                "Tệp có chữ mà người đọc không nhìn thấy (chữ ẩn, trùng màu nền, quá nhỏ, bị che hoặc nằm ngoài trang), bắt đầu từ “{detail}”; hãy cho hiện chữ rồi xem lại.",
                detail=detail,
            )
        case "note_without_text":
            return msg("Chú thích {detail} không có nội dung.", detail=detail)
        case "garbled_text":
            return msg("Chữ của trang {detail} không đọc được vì phông chữ trong PDF thiếu bảng mã.", detail=detail)
        case "partly_garbled":
            return msg(
                "Nhiều chữ của trang {detail} đọc ra không thành tiếng vì phông chữ trong PDF sai bảng mã; hãy xin bản Word, hoặc cài Tesseract với "
                "dữ liệu tiếng Việt (vie) và bật nhận dạng chữ.",
                detail=detail,
            )
        case "remark_over_text":
            return msg("Trang {detail} có lời ghi đè lên chữ; công cụ không đọc lời ghi đó.", detail=detail)
        case "marks_lost" if detail:
            return msg(
                "Lớp chữ của trang {detail} không có dấu tiếng Việt; hãy cài Tesseract với dữ liệu tiếng Việt (vie) rồi chạy lại, "
                "hoặc xin bản Word.",
                detail=detail,
            )
        case "recognised_layer":
            return msg("Chữ của trang {detail} do máy quét nhận dạng; có thể sai chữ, nên xin bản Word.", detail=detail)
        case "picture_for_text":
            return msg("Sau dòng “{detail}” là một ảnh; công cụ không đọc được chữ trong ảnh.", detail=detail)
        case "scanned_pages":
            return msg("Trang {detail} là ảnh quét, không đọc được chữ.", detail=detail)
        case "ocr_label_repaired":
            return msg("Số mục nhận dạng sai đã được sửa: {detail}.", detail=detail)
        case "pages_as_images":
            return msg("Có {detail} ảnh và rất ít chữ: có thể nội dung nằm trong ảnh.", detail=detail)
        case code if code in _PLAIN:
            return _PLAIN[code]
    return msg("Lưu ý khi đọc tệp: {code} {detail}", code=warning.code, detail=detail)
