import type { SystemStatus } from '#contract/system';
import type { SystemWords } from '#wording/system';

/** A part of the product, how it is, and the figure that says so. */
export interface StatusLine {
  readonly name: string;
  readonly isOk: boolean;
  readonly note: string;
}

/** Warnings that come a minute late are late. */
const LATE_S = 60;

type Check = SystemStatus['checks'][number];

function noteOf(check: Check, { checks, kinds, unknown }: SystemWords): string {
  switch (check.name) {
    case 'database':
      return checks.answered(check.elapsedMs);
    case 'migrations':
      return '';
    case 'queue':
      return kinds[check.kind];
    case 'outbox':
      return check.open === undefined ? unknown : checks.waits(check.open, check.lagSeconds ?? 0);
    case 'clock':
      return check.skewMs === undefined ? unknown : checks.skew(check.skewMs);
  }
}

/** Those that do the rounds: none may be missed, and some have to be there. */
function workersLine({ workers }: SystemStatus, { checks }: SystemWords): StatusLine {
  const missed = workers.filter(({ isMissed }) => isMissed).length;
  const live = workers.length - missed;
  return {
    name: checks.workers,
    isOk: missed === 0 && live > 0,
    note: checks.working(live, missed),
  };
}

/** What the product leans on, then what it does by itself. */
export function statusLines(status: SystemStatus, words: SystemWords): readonly StatusLine[] {
  const { sweepLagSeconds: lag, feed } = status;
  const { checks, unknown } = words;
  return [
    ...status.checks.map((check) => ({
      ...{ name: checks[check.name], isOk: check.ok, note: noteOf(check, words) },
    })),
    workersLine(status, words),
    {
      name: checks.sweep,
      isOk: lag !== null && lag < LATE_S,
      note: lag === null ? unknown : checks.late(lag),
    },
    {
      name: checks.feed,
      isOk: feed.behind !== null,
      note: feed.behind === null ? unknown : checks.pages(feed.openPages, feed.behind),
    },
  ];
}
