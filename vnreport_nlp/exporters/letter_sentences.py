"""The sentences of a letter: what a unit is asked to do about a finding, one official sentence a rule, as data.

A rule has one sentence or several, the most telling first; the first whose fields the finding has is taken
(``letter_fields`` says which there are). Tests hold every rule of ours to one that reads by itself.
"""

from __future__ import annotations

from ..model import Message, msg

SENTENCES: dict[str, tuple[Message, ...]] = {
    "S101": (
        msg("Chưa có {item} “{title}”, gồm các mục {found_numbers}; đề nghị bổ sung theo đề cương."),
        msg("Chưa có mục {number} “{title}”; đề nghị bổ sung (đề cương yêu cầu: “{guidance}”)."),
        msg("Chưa có mục {number} “{title}”; đề nghị bổ sung theo đề cương."),
    ),
    "S101?": (
        msg("Chưa thấy nội dung của {item} “{title}”, gồm các mục {found_numbers}; đề nghị đơn vị kiểm tra, chỉ rõ vị trí trong báo cáo hoặc bổ sung theo đề cương."),
        msg("Chưa thấy nội dung mục {number} “{title}”; đề nghị đơn vị kiểm tra, chỉ rõ vị trí trong báo cáo hoặc bổ sung (đề cương yêu cầu: “{guidance}”)."),
        msg("Chưa thấy nội dung mục {number} “{title}”; đề nghị đơn vị kiểm tra, chỉ rõ vị trí trong báo cáo hoặc bổ sung."),
    ),
    "S102": (
        msg("Mục {number} “{title}” mới ghi “{found_left}”, chưa có nội dung; đề nghị bổ sung."),
        msg("Mục {number} “{title}” còn nguyên lời hướng dẫn của đề cương (“{found_guidance}”), chưa có nội dung; đề nghị viết theo tình hình của đơn vị."),
        msg("Mục {number} “{title}” mới ghi “{found_words}”; đề nghị bổ sung nội dung."),
        msg("Mục {number} “{title}” mới có tiêu đề, chưa có nội dung; đề nghị bổ sung (đề cương yêu cầu: “{guidance}”)."),
        msg("Mục {number} “{title}” mới có tiêu đề, chưa có nội dung; đề nghị bổ sung."),
    ),
    "S102?": (
        msg("Dưới tiêu đề mục {number} “{title}” là ảnh, không đối chiếu được; đề nghị đơn vị gửi nội dung này bằng chữ.", picture="{found_picture}"),
        msg("Dưới tiêu đề mục {number} “{title}” mới thấy “{found_left}”; đề nghị đơn vị kiểm tra, chỉ rõ nội dung ở mục nào hoặc bổ sung."),
        msg("Dưới tiêu đề mục {number} “{title}” mới thấy “{found_words}”; đề nghị đơn vị kiểm tra, chỉ rõ nội dung ở mục nào hoặc bổ sung."),
        msg("Dưới tiêu đề mục {number} “{title}” chưa thấy nội dung; đề nghị đơn vị kiểm tra, chỉ rõ nội dung ở mục nào hoặc bổ sung."),
    ),
    "S103": (
        msg("Mục {number} “{title}” ngắn hơn nhiều so với báo cáo của các đơn vị khác ({n} chữ); đề nghị bổ sung {wanting}.", percent="{found_percent}"),
        msg("Mục {number} “{title}” mới ghi “{found_words}” ({found_n} chữ); đề nghị bổ sung {wanting}, hoặc nêu rõ nếu thực tế không phát sinh."),
        msg("Mục {number} “{title}” còn ngắn ({n} chữ); đề nghị bổ sung {wanting} (đề cương yêu cầu: “{guidance}”)."),
        msg("Mục {number} “{title}” còn ngắn ({n} chữ); đề nghị bổ sung {wanting}."),
    ),
    "S103?": (
        msg("Mục {number} “{title}” có thể còn ngắn ({n} chữ); đề nghị đơn vị kiểm tra, bổ sung {wanting} nếu cần."),
        msg("Mục {number} “{title}” có thể còn ngắn; đề nghị đơn vị kiểm tra, bổ sung {wanting} nếu cần."),
    ),
    "S104?": (
        msg("Mục {number} “{title}” (cùng {along}) có thể đang đặt trong “{inside}”; đề nghị đơn vị kiểm tra, nếu đúng thì chuyển về {part} theo đề cương."),
        msg("Nội dung mục {number} “{title}” (cùng {along}) có thể đang đặt thành phần “{standing}”; đề nghị đơn vị kiểm tra, nếu đúng thì chuyển về {part} theo đề cương."),
        msg("Mục {number} “{title}” có thể đang đặt trong “{inside}”; đề nghị đơn vị kiểm tra, nếu đúng thì chuyển về {part} theo đề cương."),
        msg("Phần {number} “{title}” (cùng {along}) có thể đang đặt trong “{inside}”; đề nghị đơn vị kiểm tra, nếu đúng thì tách thành phần riêng theo đề cương."),
        msg("Phần {number} “{title}” có thể đang đặt trong “{inside}”; đề nghị đơn vị kiểm tra, nếu đúng thì tách thành phần riêng theo đề cương."),
        msg("Nội dung mục {number} “{title}” có thể đang đặt thành phần “{standing}”; đề nghị đơn vị kiểm tra, nếu đúng thì chuyển về {part} theo đề cương."),
        msg("Mục {number} “{title}” có thể đặt chưa đúng vị trí; đề nghị đơn vị kiểm tra, nếu đúng thì chuyển về đúng phần theo đề cương."),
    ),
    "S105?": (
        msg("Các mục {found_numbers} có thể chưa có tiêu đề chung; đề nghị đơn vị kiểm tra, nếu đúng thì đặt tiêu đề {item} “{title}”.", several="{several}"),
        msg("Nội dung mục {number} “{title}” có thể đang viết trong “{inside}”, chưa có tiêu đề riêng; đề nghị đơn vị kiểm tra, nếu đúng thì đặt tiêu đề theo đề cương."),
        msg("Nội dung mục {number} “{title}” có thể chưa có tiêu đề riêng; đề nghị đơn vị kiểm tra, nếu đúng thì đặt tiêu đề theo đề cương."),
    ),
    "S104": (
        msg("Mục {number} “{title}” (cùng {along}) đang đặt trong “{inside}”; đề nghị chuyển về {part} theo đề cương."),
        msg("Nội dung mục {number} “{title}” (cùng {along}) đang đặt thành phần “{standing}”; đề nghị chuyển về {part} theo đề cương."),
        msg("Mục {number} “{title}” đang đặt trong “{inside}”; đề nghị chuyển về {part} theo đề cương."),
        msg("Phần {number} “{title}” (cùng {along}) đang đặt trong “{inside}”; đề nghị tách thành phần riêng theo đề cương."),
        msg("Phần {number} “{title}” đang đặt trong “{inside}”; đề nghị tách thành phần riêng theo đề cương."),
        msg("Nội dung mục {number} “{title}” đang đặt thành phần “{standing}”; đề nghị chuyển về {part} theo đề cương."),
        msg("Mục {number} “{title}” đặt chưa đúng vị trí; đề nghị chuyển về đúng phần theo đề cương."),
    ),
    "S105": (
        msg("Các mục {found_numbers} chưa có tiêu đề chung; đề nghị đặt tiêu đề {item} “{title}”.", several="{several}"),
        msg("Mục {found_numbers} chưa nằm dưới tiêu đề {item}; đề nghị đặt tiêu đề {item} “{title}”."),
        msg("Nội dung mục {number} đang viết trong “{inside}”, chưa có tiêu đề riêng; đề nghị đặt tiêu đề “{title}”."),
        msg("Nội dung mục {number} chưa có tiêu đề riêng; đề nghị đặt tiêu đề “{title}”."),
    ),
    "S106": (msg("Mục {number} “{title}” viết chung với mục khác; đề nghị tách thành mục riêng."),),
    "S107": (
        msg("{where}: số thứ tự “{marker} {title}” chưa liên tục, sau số {need_before} phải là số {need_expected}; đề nghị đánh lại số mục.", digits="{digits}", numbered="{numbered}"),
        msg("{where}: số thứ tự “{marker} {title}” chưa liên tục với ý hoặc mục liền trước; đề nghị đánh lại số thứ tự.", numbered="{numbered}"),
        msg("Số thứ tự của mục “{marker} {title}” chưa liên tục: sau số {need_before} phải là số {need_expected}; đề nghị đánh lại số mục.", digits="{digits}"),
        msg("Số thứ tự của mục “{marker} {title}” chưa liên tục với mục liền trước; đề nghị đánh lại số mục."),
    ),
    "S108": (msg("Mục “{title}” không có trong đề cương; đề nghị xem xét, nhập vào mục liên quan."),),
    "S109": (msg("{where} còn chỗ để trống hoặc ghi chú chưa hoàn thiện (“{quote}”); đề nghị bổ sung nội dung hoặc xóa ghi chú."),),
    "S110": (msg("Tài liệu chưa khớp với đề cương báo cáo “{title}”; đề nghị đơn vị kiểm tra lại tệp đã gửi."),),
    "S111": (msg("Mục “{title}” viết hai lần (tiêu đề và nội dung đã có ở {other}); đề nghị bỏ mục lặp."), msg("Mục “{title}” viết hai lần, cả tiêu đề và nội dung; đề nghị bỏ mục lặp.")),
    "S112": (msg("Chưa có mục {number} “{title}”; đề nghị bổ sung theo đề cương.", claimed="{found_claimed}"), msg("Nội dung dưới tiêu đề mục {number} “{title}” chưa đúng yêu cầu của mục; đề nghị viết lại hoặc bổ sung."),),
    "F201": (
        msg("{where}: dòng tổng của bảng, cột “{found_column}”, ghi {said}, cộng các dòng được {reached}; đề nghị kiểm tra lại."),
        msg("{where}: chênh lệch giữa {low} và {high} là {reached}, dự thảo ghi {said} (“{quote}”); đề nghị tính lại."),
        msg("{where}: {made} = {reached}, dự thảo ghi {said} (“{quote}”); đề nghị tính lại."),
        msg("{where}: tổng ghi {said}, nhưng các phần cộng lại được {reached}, vượt quá tổng (“{quote}”); đề nghị kiểm tra lại.", over="{over}"),
        msg("{where}: tổng ghi {said}, cộng các phần được {reached} (“{quote}”); đề nghị kiểm tra lại."),
        msg("{where}: tổng không khớp với các phần (“{quote}”); đề nghị kiểm tra lại."),
    ),
    "F202": (
        msg("{where}: mức giảm {fall} vượt quá 100% (“{quote}”); đề nghị tính lại."),
        msg("{where}: số bộ phận lớn hơn tổng số (“{quote}”); đề nghị kiểm tra lại."),
    ),
    "F203": (
        msg("{where}: chênh lệch giữa {low} và {high} là {reached}, dự thảo ghi {said} (“{quote}”); đề nghị tính lại."),
        msg("{where}: từ {before} đến {after} là {way} {reached}, dự thảo ghi {said} (“{quote}”); đề nghị tính lại."),
        msg("{where}: {share} so với {base} là {reached}, dự thảo ghi {said} (“{quote}”); đề nghị tính lại."),
        msg("{where}: {basis} bằng {reached}, dự thảo ghi {said} (“{quote}”); đề nghị tính lại."),
        msg("{where}: tỷ lệ hoặc mức tăng, giảm không khớp với số liệu (“{quote}”); đề nghị kiểm tra lại."),
    ),
    "F204": (
        msg("Số liệu chưa thống nhất: {other} ghi “{other_quote}”, {at} ghi “{quote}”; đề nghị đối chiếu, thống nhất.", other="{other}"),
        msg("Số liệu chưa thống nhất: {at} ghi cả “{other_quote}” và “{quote}”; đề nghị đối chiếu, thống nhất."),
        msg("{where}: số liệu chưa thống nhất ({first} và {second}); đề nghị đối chiếu, thống nhất."),
    ),
    "F205": (msg("Mục {number} “{title}” chưa có số liệu; đề nghị bổ sung số liệu theo đề cương."),),
    "F206": (
        msg("{where}: thời gian kết thúc trước thời gian bắt đầu (“{quote}”); đề nghị kiểm tra lại hai mốc thời gian.", told="{found_arithmetic}"),
        msg("{where}: ngày {date} không có thực; đề nghị đối chiếu văn bản gốc và sửa lại."),
    ),
    "C301": (
        msg("{document} được ghi hai ngày ban hành: {other} ghi {first}, {at} ghi {second}; đề nghị đối chiếu văn bản gốc, thống nhất.", other="{other}"),
        msg("{document} ({at}) được ghi hai ngày ban hành: {first} và {second}; đề nghị đối chiếu văn bản gốc, thống nhất."),
        msg("{document} ({at}) được ghi hai nội dung: “{one}” và “{two}”; đề nghị đối chiếu văn bản gốc, thống nhất."),
        msg("{document} ({at}) có thể là {meant} ghi đảo chữ số; đề nghị đối chiếu văn bản gốc."),
    ),
    "C302": (msg("{document} ({at}) ghi ngày {when}, sau ngày của báo cáo ({own}); đề nghị kiểm tra lại."),),
    "C303": (
        msg("{where}: ký hiệu “{symbol}” chưa đúng thể thức; đề nghị ghi “{need_right}”."),
        msg("{where}: “{word} số {symbol}” ghi ký hiệu của loại văn bản khác; đề nghị đối chiếu văn bản gốc, sửa lại."),
        msg("{where}: ký hiệu “{symbol}” không phải của {by}; đề nghị đối chiếu văn bản gốc, sửa lại."),
        msg("{where}: ký hiệu “{symbol}” không hợp với năm ban hành (năm {need_year} là Quốc hội khóa {need_term}); đề nghị đối chiếu văn bản gốc."),
    ),
    "C304": (msg("{where}: {a} ngày {x} và {b} ngày {y} có số và ngày không cùng thứ tự; đề nghị kiểm tra lại số hoặc ngày của văn bản."),),
    "C305": (
        msg("{document} do {right} ban hành; dự thảo ({at}) ghi {wrong}; đề nghị sửa.", by="{found_by}"),
        msg("{document} ban hành ngày {right}; dự thảo ({at}) ghi {wrong}; đề nghị sửa."),
    ),
    "P401": (
        msg("Tiêu đề “{quote}” ghi {years}, trong khi đề cương yêu cầu mục {need_number} về {need_time}; đề nghị sửa lại."),
        msg("Báo cáo có thể của kỳ khác: {why}, trong khi đề cương yêu cầu báo cáo về {need_time}; đề nghị kiểm tra lại tệp đã gửi, nếu đúng thì sửa năm ở tiêu đề, ngày báo cáo.", years="{years}"),
        msg("{where}: “{quote}” không đúng thời kỳ ({why}); đề nghị kiểm tra, sửa lại."),
    ),
    "P402": (
        msg("Số liệu chưa cùng một mốc thời gian: {other} lấy đến {first}, {at} lấy đến {second}; đề nghị thống nhất.", other="{other}"),
        msg("{where}: số liệu chưa cùng một mốc thời gian ({first} và {second}); đề nghị thống nhất."),
    ),
    "U501": (
        msg("{where}: “{quote}” có thể còn sót từ báo cáo của đơn vị khác, cả dự thảo có {found_n} chỗ; đề nghị rà soát cả nội dung, số liệu và sửa tên đơn vị."),
        msg("{where}: “{quote}” có thể còn sót từ báo cáo của đơn vị khác; đề nghị kiểm tra, sửa lại.", name="{found_name}"),
        msg("{where}: “{quote}” có thể còn sót từ báo cáo khác ({why}); đề nghị kiểm tra, sửa lại."),
    ),
    "R601": (
        msg("{where}: nội dung bắt đầu từ “{opening}” trùng với dự thảo của {units} đơn vị khác, trong đó có đơn vị trùng gần như toàn bộ báo cáo; đề nghị rà soát, viết theo tình hình thực tế của đơn vị.", whole="{whole}"),
        msg("{where}: nội dung bắt đầu từ “{opening}” trùng với dự thảo của {units} đơn vị khác, trong đó có đơn vị mà các đoạn trùng chiếm {share}% báo cáo; đề nghị rà soát, viết theo tình hình thực tế của đơn vị."),
        msg("{where}: nội dung bắt đầu từ “{opening}” trùng với dự thảo của {units} đơn vị khác; đề nghị rà soát, viết theo tình hình thực tế của đơn vị."),
        msg("{where}: nội dung bắt đầu từ “{opening}” trùng với dự thảo của đơn vị khác, gần như toàn bộ báo cáo; đề nghị rà soát, viết theo tình hình thực tế của đơn vị.", whole="{whole}"),
        msg("{where}: nội dung bắt đầu từ “{opening}” trùng với dự thảo của đơn vị khác, các đoạn trùng chiếm {share}% báo cáo; đề nghị rà soát, viết theo tình hình thực tế của đơn vị."),
        msg("{where}: nội dung bắt đầu từ “{opening}” trùng với dự thảo của đơn vị khác; đề nghị rà soát, viết theo tình hình thực tế của đơn vị."),
    ),
    "T701": (
        msg("{where} và {others}: “{wrong}” có lẽ viết nhầm; đề nghị sửa thành “{right}”."),
        msg("{where}: “{wrong}” có lẽ viết nhầm; đề nghị sửa thành “{right}”."),
    ),
    "T702": (msg("{where}: lặp từ “{words}” (“{quote}”); đề nghị bỏ từ lặp."), msg("{where}: câu “{quote}” đã có ở chỗ khác của báo cáo; đề nghị bỏ câu chép lặp.")),
    "T703": (
        msg("{where}: dấu {opened} ở “{quote}” mở mà không đóng; đề nghị rà soát, bổ sung."),
        msg("{where}: dấu {closed} ở “{quote}” đóng mà không mở; đề nghị rà soát, bổ sung."),
    ),
    "D801": (msg("Dự thảo còn {n} chỗ sửa đang theo dõi (Track Changes) chưa được chấp nhận hoặc từ chối; đề nghị xử lý trước khi gửi."),),
    "D802": (msg("{where} còn bình luận “{text}”; đề nghị xử lý rồi xóa."),),
    "D803": (msg("Chữ trong tệp khó đọc; đề nghị gửi bản Word gốc."),),
    "": (
        msg("{where}: {message}; đề nghị {ask}."),
        msg("{where}: {message}; đề nghị kiểm tra lại."),
    ),
}  # fmt: skip
"""By rule, with a question mark where a person must look first whether it is so; the empty name is for any other (form rules,
rules of other packages). A parameter of a sentence names a field
that it does not show and that must be there."""

UNREADABLE: dict[str, Message] = {
    "encrypted": msg("Tệp “{file}” do đơn vị gửi có đặt mật khẩu nên không đọc được; đề nghị đơn vị gửi lại bản Word không đặt mật khẩu {deadline}."),
    "corrupt": msg("Tệp “{file}” do đơn vị gửi bị hỏng nên không đọc được; đề nghị đơn vị gửi lại bản Word {deadline}."),
    "empty": msg("Tệp “{file}” do đơn vị gửi không có nội dung; đề nghị đơn vị gửi lại bản Word có đủ nội dung {deadline}."),
    "no_text_layer": msg("Tệp “{file}” do đơn vị gửi là bản chụp (scan), không đối chiếu được; đề nghị đơn vị gửi lại bản Word {deadline}."),
    "ocr_missing": msg("Tệp “{file}” do đơn vị gửi là bản chụp (scan), không đối chiếu được; đề nghị đơn vị gửi lại bản Word {deadline}."),
    "too_large": msg("Tệp “{file}” do đơn vị gửi có dung lượng quá lớn, không đọc được; đề nghị đơn vị gửi lại bản Word đã giảm dung lượng {deadline}."),
    "": msg("Tệp “{file}” do đơn vị gửi không đọc được; đề nghị đơn vị gửi lại bản Word (.docx) {deadline}."),
}  # fmt: skip
"""By the code of what went wrong; nothing in them is meant for the reviewer."""
