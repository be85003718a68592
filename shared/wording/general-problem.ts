import type { GeneralProblemCode } from '#contract/problem';
import type { Wording } from './language.ts';
import type { ProblemSentences } from './problem-sentences.ts';

export const generalProblems: Wording<Readonly<Record<GeneralProblemCode, ProblemSentences>>> = {
  vi: {
    'invalid-request': {
      title: 'Thông tin gửi lên chưa đúng',
      detail: 'Có mục còn thiếu hoặc chưa đúng. Hãy sửa các mục được nêu rồi gửi lại.',
    },
    'value-out-of-range': {
      title: 'Giá trị ngoài phạm vi cho phép',
      detail: 'Có con số quá nhỏ, quá lớn hoặc không phải số nguyên. Hãy sửa các mục được nêu.',
    },
    'body-too-large': {
      title: 'Nội dung gửi lên quá lớn',
      detail: 'Hãy chia nhỏ nội dung rồi gửi nhiều lần.',
    },
    'picture-unfit': {
      title: 'Chưa nhận được ảnh',
      detail: 'Ảnh phải là tệp PNG hoặc JPEG, không quá 2 MB. Hãy chụp lại màn hình rồi chọn lại.',
    },
    'unsupported-media-type': {
      title: 'Không đọc được kiểu nội dung này',
      detail: 'Hãy gửi nội dung dạng application/json.',
    },
    'not-found': {
      title: 'Không tìm thấy',
      detail: 'Địa chỉ này không có gì, hoặc đã được chuyển đi nơi khác.',
    },
    'method-not-allowed': {
      title: 'Địa chỉ này không nhận cách gọi ấy',
      detail: 'Hãy gọi bằng một trong các phương thức được nêu ở tiêu đề Allow.',
    },
    'not-permitted': {
      title: 'Không có quyền làm việc này',
      detail: 'Vai trò của bạn không bao gồm việc này. Nếu cần, hãy đề nghị người quản trị đơn vị.',
    },
    'unit-required': {
      title: 'Chưa rõ đơn vị nào',
      detail: 'Bạn làm việc ở nhiều đơn vị. Hãy chọn đơn vị rồi gửi lại.',
    },
    'key-used-otherwise': {
      title: 'Mã chống gửi trùng đã dùng cho việc khác',
      detail: 'Cùng một mã chống gửi trùng đã đi với nội dung khác. Hãy dùng mã mới.',
    },
    'request-under-way': {
      title: 'Yêu cầu này đang được thực hiện',
      detail: 'Lần gửi trước chưa xong. Hãy chờ ít giây rồi gửi lại.',
    },
    'too-busy': {
      title: 'Hệ thống đang bận',
      detail: 'Quá nhiều người cùng lúc. Hãy thử lại sau ít giây.',
    },
    'not-ready': {
      title: 'Hệ thống chưa sẵn sàng',
      detail: 'Cơ sở dữ liệu chưa trả lời. Hệ thống tự thử lại; hãy mở lại trang sau ít phút.',
    },
    'took-too-long': {
      title: 'Câu hỏi này cần quá nhiều thời gian',
      detail:
        'Hệ thống dừng lại để không làm chậm người khác; chưa có gì thay đổi. Hãy chọn kỳ ngắn hơn hoặc ít đơn vị hơn.',
    },
    unexpected: {
      title: 'Hệ thống gặp lỗi',
      detail:
        'Việc vừa rồi chưa làm được và lỗi đã được ghi lại. Khi báo cho người quản trị, hãy kèm mã yêu cầu.',
    },
  },
  en: {
    'invalid-request': {
      title: 'The request is not valid',
      detail: 'Something is missing or wrong. Correct the fields listed and send it again.',
    },
    'value-out-of-range': {
      title: 'A value is out of range',
      detail: 'A number is too small, too large or not whole. Correct the fields listed.',
    },
    'body-too-large': {
      title: 'Too much at once',
      detail: 'Divide what you send and send it in several requests.',
    },
    'picture-unfit': {
      title: 'The picture was not taken',
      detail: 'A picture is a PNG or JPEG of at most 2 MB. Take it again, then choose it again.',
    },
    'unsupported-media-type': {
      title: 'This kind of content cannot be read',
      detail: 'Send the content as application/json.',
    },
    'not-found': {
      title: 'Not found',
      detail: 'There is nothing at this address, or it has moved.',
    },
    'method-not-allowed': {
      title: 'This address is not asked in that way',
      detail: 'Use one of the methods that the header Allow names.',
    },
    'not-permitted': {
      title: 'You may not do this',
      detail: 'None of your roles includes it. Ask the administrator of your unit if you need it.',
    },
    'unit-required': {
      title: 'Which unit is not clear',
      detail: 'You work in several units. Name the one you mean and send it again.',
    },
    'key-used-otherwise': {
      title: 'The idempotency key was used for something else',
      detail: 'The same key came with other content before. Use a new key.',
    },
    'request-under-way': {
      title: 'This request is being carried out',
      detail: 'The earlier one is not finished. Wait a few seconds and send it again.',
    },
    'too-busy': {
      title: 'Too busy',
      detail: 'Too many people at the same moment. Try again in a few seconds.',
    },
    'not-ready': {
      title: 'Not ready yet',
      detail: 'The database does not answer. The product keeps trying; come back in a few minutes.',
    },
    'took-too-long': {
      title: 'This takes too long',
      detail:
        'The product stopped so as not to slow others down; nothing has changed. Choose a shorter period or fewer units.',
    },
    unexpected: {
      title: 'Something went wrong',
      detail:
        'The request was not carried out and the fault has been recorded. Quote the request id to your administrator.',
    },
  },
};
