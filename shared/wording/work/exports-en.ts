import type { ExportWords } from './exports-vi.ts';

export const exportsEn: ExportWords = {
  open: 'Export dossiers',
  title: 'Export dossiers as a file',
  which: 'Which dossiers',
  meant: { list: 'As the list shows', unit: 'Every dossier of the unit' },
  from: 'Received from',
  to: 'To the end of',
  format: 'Kind of file',
  formats: {
    xlsx: 'Excel – a row for each dossier',
    csv: 'CSV – a row for each dossier',
    ndjson: 'Whole – every event of each dossier',
  },
  hints: {
    xlsx: 'The columns of the national portal; 10,000 dossiers at most.',
    csv: 'The columns of the national portal, however many dossiers there are.',
    ndjson: 'To hand dossiers over to another unit with Motcua: read back as they are.',
  },
  persons: 'With name, phone and identity number of the applicant',
  reason: 'What the applicants’ data are needed for',
  reasonHint: 'The reason and your name are written into the log of masked data.',
  reasonMissing: 'Say what for.',
  leftOut: 'Annulled dossiers are left out, and those linked to another one.',
  take: 'Take the file',
  done: 'The file is there.',
};
