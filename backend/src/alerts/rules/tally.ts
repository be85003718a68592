import type { Alert, AlertKind } from '#domain/alert';
import type { UserId } from '#domain/dossier';
import { dayOf, type Day, type Instant } from '#domain/working-time';

interface Load {
  readonly total: number;
  readonly mostADay: number;
}

const NOTHING: Load = { total: 0, mostADay: 0 };

/**
 * What a desk is told in one line, and old news of an import, disturbs nobody by itself. Whatever else was passed
 * was told at its moment, also where the play, which looks only when something happens, meets it later.
 */
const isToldAlone = ({ bundle, hush }: Alert): boolean =>
  bundle === null && hush !== 'beforeImport';

/** How many alerts there were since a moment: by kind and dossier, and what each person had of them. */
export class Tally {
  readonly #from: Instant;
  readonly #kinds = new Map<AlertKind, Map<string, number>>();
  readonly #totals = new Map<UserId, number>();
  readonly #days = new Map<UserId, Map<Day, number>>();

  constructor(from: Instant) {
    this.#from = from;
  }

  count(alert: Alert, dossierId: string, readers: readonly UserId[]): void {
    if (alert.raisedAt < this.#from) return;
    const dossiers = this.#kinds.get(alert.key.kind) ?? new Map<string, number>();
    this.#kinds.set(alert.key.kind, raised(dossiers, dossierId));
    for (const userId of readers) {
      raised(this.#totals, userId);
      if (!isToldAlone(alert)) continue;
      const days = this.#days.get(userId) ?? new Map<Day, number>();
      this.#days.set(userId, raised(days, dayOf(alert.raisedAt)));
    }
  }

  get kinds(): readonly AlertKind[] {
    return [...this.#kinds.keys()];
  }

  get people(): readonly UserId[] {
    return [...this.#totals.keys()];
  }

  get total(): number {
    return this.kinds.reduce((sum, kind) => sum + this.of(kind), 0);
  }

  get mostADay(): number {
    return Math.max(0, ...this.people.map((userId) => this.loadOf(userId).mostADay));
  }

  of(kind: AlertKind): number {
    return [...this.dossiersOf(kind).values()].reduce((sum, count) => sum + count, 0);
  }

  dossiersOf(kind: AlertKind): ReadonlyMap<string, number> {
    return this.#kinds.get(kind) ?? new Map<string, number>();
  }

  loadOf(userId: UserId): Load {
    const total = this.#totals.get(userId);
    if (total === undefined) return NOTHING;
    return { total, mostADay: Math.max(0, ...(this.#days.get(userId)?.values() ?? [])) };
  }
}

function raised<Key>(counts: Map<Key, number>, key: Key): Map<Key, number> {
  return counts.set(key, (counts.get(key) ?? 0) + 1);
}
