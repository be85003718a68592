import type { ReportTextWords } from './text-vi.ts';

export const enText: ReportTextWords = {
  show: 'Text',
  hide: 'Close the text',
  unfinished: 'To be done before it is issued',
  symbol: (number, symbol) => `No. ${number}/${symbol}`,
  carried: (from, to) => `From the report of ${from} – ${to}, not reviewed`,
  reviewed: 'Reviewed',
  propose: 'Insert a proposal',
  kept: 'Kept',
  openRegister: 'Open the register',
  opened: (count) => `The dossiers of the number ${count}`,
};
