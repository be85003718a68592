import type { AdminWords } from './vi.ts';

export const en: AdminWords = {
  title: 'Administration',
  intro:
    'Everything the office sets for itself, each in one place. An amber mark waits for somebody.',
  unread: 'Its state could not be read. Open it to see.',
  groups: {
    people: 'People',
    rules: 'Rules of the office',
    data: 'Data',
    product: 'The product',
  },
  about: {
    calendar: 'Days off, make-up days and hours; what would move is seen before it is applied.',
    procedures: 'Limits, steps and fees of each procedure; those nobody has compared.',
    setupLists: 'Procedures and people from XLSX or CSV; seen before anything is written.',
    matches: 'Codes of sources that the catalogue does not have: which procedures they are.',
    alertRules: 'Who is warned, when, and how far up.',
    users: 'Who works in this unit, as what, and when they were last here.',
    departments: 'Who is in which department, and who heads it.',
    units: 'The units, what is above them, and how due moments are counted.',
    absences: 'Who is away soon, who stands in, and where nobody does.',
    keys: 'Which software may read or bring data in.',
    audit: 'Who did what; who looked at masked data, and why.',
    retention: 'How long personal data of finished dossiers are kept, and what was erased.',
    sources: 'Whom the unit asks first, when data are old, what lists mean.',
    formEditions: 'Words of forms 01–07, recipients, signers and their head.',
    system: 'Whether the product does by itself what it is to do.',
  },
};
