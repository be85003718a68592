import type { LookupWords } from './vi.ts';

export const en: LookupWords = {
  title: 'Look up a dossier',
  purpose: 'See where a dossier filed at a commune stands, and when its result is due.',
  code: 'Dossier code',
  codeHint: 'Printed on the receipt, for example H24.99-260115-0001',
  lookupCode: 'Look-up code',
  lookupCodeHint: '8 letters and digits printed under the dossier code; capitals do not matter',
  find: 'Look up',
  again: 'Look up another one',
  fill: 'Please enter both the dossier code and the look-up code.',
  tooMany: 'Wrong many times.',
  tooManyHint:
    'Look at each character on the receipt, or scan its QR code. The right pair is answered at once, without waiting.',
  receivedAt: 'Received',
  dueAt: 'Result due',
  noDue: 'None yet: it waits for papers or is on hold',
  respondBy: 'Bring what is missing before',
  finishedAt: 'Result ready since',
  returnedAt: 'Handed over',
  unit: 'Handled by',
  collectAt: 'Collect the result at',
  centreOf: (unit) => `The public service centre of ${unit}`,
  bring: 'Please bring the receipt and an identity paper.',
  privacy: 'This page shows nobody’s name, papers or telephone.',
  staff: 'For officers',
};
