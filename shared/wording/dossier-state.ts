import type { StateName } from '#domain/dossier';
import type { Wording } from './language.ts';

/** What a citizen reads of a dossier: where it stands, and what comes next. */
export interface StateSentences {
  readonly title: string;
  readonly detail: string;
}

const say = (title: string, detail: string): StateSentences => ({ title, detail });

/** Plain words, the same for the counter and for the look-up page. */
export const stateWording: Wording<Readonly<Record<StateName, StateSentences>>> = {
  vi: {
    submitted: say('Chờ tiếp nhận', 'Hồ sơ đã nộp và đang chờ kiểm tra.'),
    awaitingIntakeSupplement: say(
      'Chờ bổ sung để tiếp nhận',
      'Hồ sơ cần bổ sung trước khi được tiếp nhận. Hãy xem phiếu yêu cầu.',
    ),
    received: say('Đã tiếp nhận', 'Hồ sơ đã được tiếp nhận và chờ giải quyết.'),
    processing: say('Đang giải quyết', 'Hồ sơ đang được giải quyết.'),
    awaitingSupplement: say('Chờ bổ sung', 'Hồ sơ cần bổ sung. Hãy xem phiếu yêu cầu bổ sung.'),
    awaitingPayment: say('Chờ nộp phí, lệ phí', 'Hồ sơ được giải quyết tiếp sau khi nộp tiền.'),
    onHold: say('Tạm dừng giải quyết', 'Hồ sơ đang tạm dừng theo quy định.'),
    resultReady: say('Đã có kết quả', 'Mời đến nhận kết quả.'),
    returned: say('Đã trả kết quả', 'Kết quả đã được trao.'),
    refused: say('Từ chối', 'Hồ sơ không được giải quyết; lý do có trong thông báo.'),
    stopped: say('Dừng giải quyết', 'Hồ sơ đã dừng; lý do có trong thông báo.'),
    withdrawn: say('Đã rút', 'Hồ sơ đã được người nộp rút.'),
    annulled: say('Đã hủy', 'Hồ sơ này đã được hủy. Hãy hỏi nơi tiếp nhận.'),
  },
  en: {
    submitted: say('Waiting for acceptance', 'It was sent in and is being checked.'),
    awaitingIntakeSupplement: say(
      'More papers before acceptance',
      'Something is missing before it can be accepted. Look at the request.',
    ),
    received: say('Received', 'It was accepted and waits to be processed.'),
    processing: say('Being processed', 'The office is working on it.'),
    awaitingSupplement: say('Waiting for papers', 'Something is missing. Look at the request.'),
    awaitingPayment: say('Waiting for payment', 'It goes on once the fee is paid.'),
    onHold: say('On hold', 'It stands still for a legal reason.'),
    resultReady: say('Result ready', 'Please come and collect the result.'),
    returned: say('Result handed over', 'The result was handed over.'),
    refused: say('Refused', 'It was refused; the notice says why.'),
    stopped: say('Stopped', 'It was stopped; the notice says why.'),
    withdrawn: say('Withdrawn', 'The applicant withdrew it.'),
    annulled: say('Annulled', 'It was annulled. Ask at the counter.'),
  },
};
