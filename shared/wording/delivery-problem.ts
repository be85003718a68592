import type { DeliveryProblemCode } from '#contract/problem';
import type { Wording } from './language.ts';
import type { ProblemSentences } from './problem-sentences.ts';

const say = (title: string, detail: string): ProblemSentences => ({ title, detail });

/** Notices that left or did not, and the systems they go to. */
export const deliveryProblems: Wording<Readonly<Record<DeliveryProblemCode, ProblemSentences>>> = {
  vi: {
    'delivery-not-dead': say(
      'Thông báo không ở tình trạng gửi hỏng',
      'Chỉ gửi lại hoặc bỏ qua được thông báo đã gửi hỏng. Hãy tải lại danh sách.',
    ),
    'hook-host-not-allowed': say(
      'Máy chủ chưa được phép nhận thông báo',
      'Người vận hành phải cho phép máy chủ này trước (MOTCUA_HOOK_HOSTS).',
    ),
    'call-over': say(
      'Cuộc gọi này không còn cần nữa',
      'Đã có người gọi, hoặc hồ sơ đã chuyển sang bước khác. Danh sách đã được tải lại.',
    ),
    'call-later-not-ahead': say(
      'Giờ gọi lại phải ở phía trước',
      'Hãy chọn một thời điểm sau lúc này.',
    ),
  },
  en: {
    'delivery-not-dead': say(
      'The notice has not failed',
      'Only a notice that was given up can be sent again or put aside. Load the list again.',
    ),
    'hook-host-not-allowed': say(
      'This host may not be told',
      'Whoever runs the product has to allow the host first (MOTCUA_HOOK_HOSTS).',
    ),
    'call-over': say(
      'This call is no longer needed',
      'Somebody called already, or the dossier has moved on. The list was loaded again.',
    ),
    'call-later-not-ahead': say(
      'The moment to call again has to lie ahead',
      'Choose a moment after now.',
    ),
  },
};
