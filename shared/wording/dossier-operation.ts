import { type OperationSentences, say } from './operation-sentences.ts';

/** Many dossiers at once, route by route. */
export const dossierOperations: Readonly<Record<string, OperationSentences>> = {
  'GET /api/v1/dossiers/export': say(
    'Xuất hồ sơ, không kèm thông tin người nộp',
    'The dossiers a list shows, as a file our own import reads; nobody is named in it',
  ),
  'POST /api/v1/dossiers/commands': say(
    'Một việc cho nhiều hồ sơ',
    'One command for many, by a job',
  ),
  'POST /api/v1/dossiers/export': say(
    'Xuất hồ sơ kèm thông tin người nộp',
    'The same of a search; with who handed in, where a reason is given',
  ),
};
