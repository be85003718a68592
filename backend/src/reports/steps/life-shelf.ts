import type { UnitRules } from '#domain/dossier';
import type { WorkingCalendar } from '#domain/working-time';

/** What the clocks of a unit's dossiers are read with. */
export interface LifeOffice {
  readonly calendar: WorkingCalendar;
  readonly unit: UnitRules;
  /** The same as text, to be compared whole. */
  readonly rules: string;
}

/** About a kilobyte and a half each. */
const MOST = 40_000;

/** What a shelf asks of a life, however much of it was told. */
interface KeptLife {
  readonly life: { readonly dossier: { readonly id: string } };
  readonly version: number;
  readonly isOver: boolean;
}

interface Shelf<Told> extends LifeOffice {
  readonly lives: Map<string, Told>;
}

/**
 * Lives that are over, as they were told: as long as nothing was added to one, and the office counts as it did, it
 * tells the same again. A shelf is lost with its process and loses nothing.
 */
export class LifeShelves<Told extends KeptLife> {
  readonly #shelves = new Map<number, Shelf<Told>>();
  readonly #most: number;
  #count = 0;

  constructor(most = MOST) {
    this.#most = most;
  }

  /** Of those asked for, the ones to which nothing was added since. */
  find(
    unitId: number,
    office: LifeOffice,
    asked: readonly { readonly id: string; readonly version: number }[],
  ): readonly Told[] {
    const lives = this.#shelfOf(unitId, office)?.lives;
    return asked.flatMap(({ id, version }) => {
      const told = lives?.get(id);
      return told?.version === version ? [told] : [];
    });
  }

  /** The unit asks: its shelf is the last to be cleared, and cleared at once where the office counts anew. */
  use(unitId: number, office: LifeOffice): void {
    const kept = this.#shelfOf(unitId, office)?.lives ?? new Map<string, Told>();
    const before = this.#shelves.get(unitId);
    if (before !== undefined) this.#drop(unitId, before);
    this.#shelves.set(unitId, { ...office, lives: kept });
    this.#count += kept.size;
  }

  keep(unitId: number, office: LifeOffice, told: Told): void {
    // Somebody may have asked under another calendar meanwhile.
    const shelf = this.#shelfOf(unitId, office);
    if (shelf === undefined || !told.isOver) return;
    const { id } = told.life.dossier;
    if (!shelf.lives.has(id)) {
      if (!this.#hasRoomBeside(unitId)) return;
      this.#count += 1;
    }
    shelf.lives.set(id, told);
  }

  #shelfOf(unitId: number, { calendar, rules }: LifeOffice): Shelf<Told> | undefined {
    const shelf = this.#shelves.get(unitId);
    return shelf?.calendar === calendar && shelf.rules === rules ? shelf : undefined;
  }

  /** Clears the shelves of those who asked longest ago; never that of whoever is asking. */
  #hasRoomBeside(unitId: number): boolean {
    for (const [other, shelf] of this.#shelves) {
      if (this.#count < this.#most) return true;
      if (other !== unitId) this.#drop(other, shelf);
    }
    return this.#count < this.#most;
  }

  #drop(unitId: number, shelf: Shelf<Told>): void {
    this.#shelves.delete(unitId);
    this.#count -= shelf.lives.size;
  }
}
