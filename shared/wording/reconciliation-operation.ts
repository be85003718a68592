import { type OperationSentences, say } from './operation-sentences.ts';

/** Reconciliations, route by route. */
export const reconciliationOperations: Readonly<Record<string, OperationSentences>> = {
  'GET /api/v1/reconciliations': say('Các lần đối soát', 'What was reconciled, the newest first'),
  'GET /api/v1/reconciliations/:id': say('Một lần đối soát', 'Their numbers beside ours'),
  'GET /api/v1/reconciliations/:id/evidence': say(
    'Bảng minh chứng quá hạn',
    'Late there and late here: both due moments, and what ours rests on',
  ),
  'GET /api/v1/reconciliations/:id/findings': say(
    'Hồ sơ chênh lệch',
    'Dossiers that make the difference, or may make it',
  ),
  'GET /api/v1/reconciliations/:id/history': say(
    'Lịch sử ghi nguyên nhân',
    'Who said what of the differences',
  ),
  'POST /api/v1/reconciliations': say(
    'Đối soát với hệ thống nguồn',
    'Hold the numbers or the list of a source against ours',
  ),
  'POST /api/v1/reconciliations/:id/findings/:number': say(
    'Ghi nguyên nhân chênh lệch',
    'Say why they differ, and who sees to it',
  ),
};
