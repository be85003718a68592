import type { StaffProblemCode } from '#contract/problem';
import type { ProblemSentences } from './problem-sentences.ts';

type Sentences = Readonly<Record<StaffProblemCode, ProblemSentences>>;

const vi: Sentences = {
  'session-locked': {
    title: 'Màn hình đang khóa',
    detail: 'Hãy mở khóa bằng mật khẩu hoặc mã PIN; việc đang làm dở vẫn còn nguyên.',
  },
  'desk-not-registered': {
    title: 'Máy này chưa đăng ký làm quầy',
    detail: 'Mã PIN chỉ dùng ở quầy đã đăng ký. Hãy đăng nhập bằng mật khẩu.',
  },
  'outside-working-hours': {
    title: 'Ngoài giờ làm việc',
    detail: 'Mã PIN chỉ dùng trong giờ làm việc của đơn vị. Hãy đăng nhập bằng mật khẩu.',
  },
  'full-sign-in-required': {
    title: 'Cần đăng nhập đầy đủ',
    detail: 'Tài khoản này dùng xác thực hai bước nên không đổi người bằng mã PIN.',
  },
  'pin-too-simple': {
    title: 'Mã PIN quá dễ đoán',
    detail: 'Hãy chọn sáu chữ số không lặp lại và không liền nhau.',
  },
  'wrong-pin': { title: 'Mã PIN không đúng', detail: 'Hãy nhập lại, hoặc mở khóa bằng mật khẩu.' },
  'absence-period': {
    title: 'Khoảng thời gian vắng chưa đúng',
    detail: 'Thời điểm kết thúc phải sau thời điểm bắt đầu và chưa qua.',
  },
  'absence-overlaps': {
    title: 'Đã có lịch vắng trong khoảng này',
    detail: 'Hãy kết thúc lịch vắng đã có hoặc chọn khoảng thời gian khác.',
  },
  'absence-circular': {
    title: 'Hai người thay nhau cùng lúc',
    detail: 'Người được chọn cũng vắng và nhờ lại người này. Hãy chọn người khác.',
  },
  'absence-not-yours': {
    title: 'Không đặt lịch vắng cho người này được',
    detail:
      'Trưởng phòng chỉ đặt cho người trong phòng mình; lãnh đạo do chính họ hoặc cấp trên đặt.',
  },
  'substitute-is-self': {
    title: 'Không thể tự thay mình',
    detail: 'Hãy chọn một đồng nghiệp trong đơn vị.',
  },
  'unknown-substitute': {
    title: 'Không có người này trong đơn vị',
    detail: 'Hãy chọn một đồng nghiệp đang làm việc trong cùng đơn vị.',
  },
};

const en: Sentences = {
  'session-locked': {
    title: 'The screen is locked',
    detail: 'Open it with your password or PIN; what you were doing is still there.',
  },
  'desk-not-registered': {
    title: 'This machine is no registered desk',
    detail: 'A PIN works at registered desks only. Sign in with your password.',
  },
  'outside-working-hours': {
    title: 'Outside working hours',
    detail: 'A PIN works within the unit’s working hours only. Sign in with your password.',
  },
  'full-sign-in-required': {
    title: 'A full sign-in is needed',
    detail: 'This account uses a second factor and does not take over with a PIN.',
  },
  'pin-too-simple': {
    title: 'The PIN is too easy to guess',
    detail: 'Choose six digits that neither repeat nor follow each other.',
  },
  'wrong-pin': { title: 'The PIN is wrong', detail: 'Enter it again, or use your password.' },
  'absence-period': {
    title: 'The period of absence is not right',
    detail: 'It has to end after it begins, and later than now.',
  },
  'absence-overlaps': {
    title: 'There is an absence in this period already',
    detail: 'End that one, or choose another period.',
  },
  'absence-circular': {
    title: 'They would stand in for each other',
    detail: 'The substitute is away too, and leans on the same person. Choose somebody else.',
  },
  'absence-not-yours': {
    title: 'You cannot set this absence',
    detail: 'A head sets it inside the department; leaders set their own, or those above them do.',
  },
  'substitute-is-self': {
    title: 'Nobody stands in for themselves',
    detail: 'Choose a colleague of the unit.',
  },
  'unknown-substitute': {
    title: 'The unit has no such colleague',
    detail: 'Choose somebody who works in the same unit.',
  },
};

export const staffProblems = { vi, en };
