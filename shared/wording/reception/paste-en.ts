import type { pasteVi } from './paste-vi.ts';

export const pasteEn: typeof pasteVi = {
  title: 'The pasted table',
  checking: 'Comparing with what is known…',
  askChannel: 'The table has no column of channels. By which channel did all of it come?',
  source: 'Source system',
  heaps: { new: 'New', changed: 'Changed', unchanged: 'Unchanged', wrong: 'Wrong' },
  skipped: (count) => `${count} rows of other units are left out`,
  commit: (count) => `Enter ${count} dossiers`,
  nothing: 'There is nothing new to enter',
  cancel: 'Leave this table',
  close: 'Back to entering',
  committing: 'Entering',
  done: (added, changed) => `Entered ${added} new dossiers and ${changed} changes`,
  asOf: (moment) => `By data of ${moment}`,
  left: (count) => `${count} wrong rows were not entered. Mend them at the source and paste again.`,
  failed: 'This table could not be entered',
  failedHint:
    'No row was left half done. Paste it again; if it fails again, tell the administrator.',
  columns: {
    line: 'Row',
    kind: 'Compared',
    code: 'Code',
    applicant: 'Applicant',
    procedure: 'Procedure',
    receivedAt: 'Received',
    dueAt: 'Due',
    reason: 'Reason',
  },
  list: 'The rows of the table',
  firstRows: (count) => `The first ${count} rows`,
};
