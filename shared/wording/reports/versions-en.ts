import type { ReportVersionWords } from './versions-vi.ts';

export const enVersions: ReportVersionWords = {
  withPrevious: 'Against the version before',
  version: (number) => `Version v${number}`,
  same: (number) => `The figures are those of v${number}.`,
  open: (count) => `Reconciliation: ${count} differences nobody has explained`,
  openIn: (source, from, to, count) => `${source}, ${from} – ${to}: ${count}`,
  openHint: 'Explain them before the report is issued; what is issued does not follow any more.',
  toReconciliations: 'Open reconciliation',
};
