/** A report held against what it said before, and what somebody should look at before it is issued. */
export const viVersions = {
  withPrevious: 'So với bản trước',
  version: (number: number) => `Bản v${number}`,
  same: (number: number) => `Số liệu không khác bản v${number}.`,
  open: (count: string) => `Đối soát còn ${count} chênh lệch chưa giải thích`,
  openIn: (source: string, from: string, to: string, count: string) =>
    `${source}, ${from} – ${to}: ${count}`,
  openHint: 'Nên giải thích trước khi ban hành; số đã ban hành không đổi theo đối soát nữa.',
  toReconciliations: 'Mở Đối soát',
};

export type ReportVersionWords = typeof viVersions;
