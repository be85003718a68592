import type { Channel, OnlineLevel } from '#domain/dossier';
import {
  FACTS,
  boundsOf,
  latenessOf,
  passagesIn,
  profileOf,
  rowKeyOf,
  type Counted,
  type Entry,
  type Exit,
  type Fact,
  type Profile,
  type RowBy,
} from '#domain/report';
import type { Instant } from '#domain/working-time';
import type { NamedDossier } from '../../dossiers/index.ts';
import type { Frame } from './frame.ts';
import { scopeOf, type Known } from './known-then.service.ts';

/** How finely heaps are told apart: by how they passed, or by all that forms and ratios ask. */
type Grain = 'passage' | 'profile';

export const GRAIN = {
  passage: ['entry', 'exit'],
  profile: ['entry', 'exit', 'channel', 'online_level', 'paper_result', 'had'],
} as const satisfies Record<Grain, readonly string[]>;

/** How the statement tells a heap. */
export interface HeapRow {
  readonly row: string;
  readonly entry: Entry;
  readonly exit: Exit;
  readonly channel: Channel;
  readonly online_level: OnlineLevel;
  readonly paper_result: boolean;
  /** Not told where heaps are coarse. */
  readonly had?: number;
  readonly size: number;
  readonly without_due: number;
  readonly members?: readonly string[];
}

/** Dossiers that no form and no ratio tells apart. */
export interface ProfileHeap {
  readonly row: string;
  readonly profile: Profile;
  readonly length: number;
  /** How many of them have no due moment that decides them. */
  readonly withoutDue: number;
  /** By which the same dossiers are found again. */
  readonly key: readonly unknown[];
}

export interface Counting {
  readonly by: RowBy;
  readonly grain: Grain;
}

const factsIn = (bits: number): ReadonlySet<Fact> =>
  new Set(FACTS.filter((_, bit) => (bits & (2 ** bit)) !== 0));

export const heapOf = (row: HeapRow, grain: Grain): ProfileHeap => ({
  row: row.row,
  profile: {
    passage: { entry: row.entry, exit: row.exit },
    channel: row.channel,
    onlineLevel: row.online_level,
    paperResult: row.paper_result,
    had: factsIn(row.had ?? 0),
  },
  length: row.size,
  withoutDue: row.without_due,
  key: [row.row, ...GRAIN[grain].map((column) => row[column])],
});

/** A dossier that is told from its events, and the heap of one it makes. */
export interface ToldDossier {
  readonly named: NamedDossier;
  readonly heap: ProfileHeap;
}

const UNTIMED: readonly Exit[] = ['rejected', 'withdrawn'];

/** A heap of one, as the law folds it: what the statement says of all others. */
export function toldIn(
  { unit, dossier }: Known,
  frame: Frame,
  counting: Counting,
): readonly ToldDossier[] {
  const [bounds, rules] = [boundsOf(frame.period), latenessOf(unit.lateness)];
  return [...passagesIn([dossier], scopeOf(frame, unit))].map((counted) => {
    const row = rowKeyOf(dossier, counting.by, bounds.end, rules);
    const heap = heapOf(asRow(counted, row, bounds.end), counting.grain);
    return { named: { unitId: unit.id, id: dossier.id }, heap };
  });
}

function asRow(counted: Counted, row: string, end: Instant): HeapRow {
  const { passage, channel, onlineLevel, paperResult, had } = profileOf(counted, end);
  const { dueKnownFrom } = counted.dossier;
  const isUndue = dueKnownFrom === null || dueKnownFrom >= end;
  return {
    ...{ row, entry: passage.entry, exit: passage.exit, channel },
    ...{ online_level: onlineLevel, paper_result: paperResult, size: 1 },
    had: FACTS.reduce((bits, fact, bit) => bits + (had.has(fact) ? 2 ** bit : 0), 0),
    without_due: isUndue && !UNTIMED.includes(passage.exit) ? 1 : 0,
  };
}

/** Heaps that nothing tells apart as one. */
export function piledUp(heaps: readonly ProfileHeap[]): readonly ProfileHeap[] {
  const piles = new Map<string, ProfileHeap>();
  for (const heap of heaps) {
    const name = JSON.stringify(heap.key);
    const pile = piles.get(name);
    const [length, withoutDue] = [pile?.length ?? 0, pile?.withoutDue ?? 0];
    piles.set(name, {
      ...heap,
      length: length + heap.length,
      withoutDue: withoutDue + heap.withoutDue,
    });
  }
  return [...piles.values()];
}
