import type { IncidentWords } from './vi.ts';

export const en: IncidentWords = {
  title: 'System incidents',
  intro:
    'Write down when a source system does not work, to cite it where a delay is explained. An incident stops no clock.',
  report: {
    heading: 'Which system is in trouble?',
    system: 'System',
    kind: 'Incident',
    note: 'Note',
    save: 'Write it down from now on',
    saved: 'The incident is written down',
  },
  kinds: {
    down: 'Cannot be reached',
    slow: 'Slow, hanging',
    signIn: 'Nobody can sign in',
    signature: 'Nothing can be signed',
    sync: 'Does not synchronise',
    payment: 'No payments',
    other: 'Something else',
  },
  list: {
    heading: 'Incidents',
    none: 'No incident was written down yet',
    noneHint: 'When a source system is in trouble, write it down at once: two keys do.',
    lasting: 'Going on',
    from: (from) => `Since ${from}`,
    span: (from, to) => `${from} – ${to}`,
    took: (minutes) => `${minutes} working minutes`,
    dossiers: (count) => `${count} dossiers affected`,
    by: (name) => `by ${name}`,
    over: 'It is over',
    withdraw: 'By mistake',
    withdrawn: 'Taken back',
    more: 'Show more',
    ended: 'Its end is written down',
    copy: 'Copy a sentence for the report',
    copied: 'Copied',
    notCopied: 'Could not be copied; the sentence is selected',
  },
  paper: {
    get: (format) => `Timeline (${format})`,
    title: 'INCIDENTS OF SYSTEMS',
    sheet: 'Incidents',
    signers: ['Drawn up by', 'Head'],
    columns: ['No.', 'System', 'Incident', 'From', 'To', 'Working minutes', 'Dossiers', 'Note'],
  },
  sentence: ({ system, kind, span, minutes, dossiers }) =>
    `${system}: ${kind.toLowerCase()}, ${span} (${minutes} working minutes), ${dossiers} dossiers affected.`,
  affected: {
    heading: 'Dossiers affected',
    hint: 'Dossiers of this system that had no result yet while it did not work.',
    due: 'Due',
  },
};
