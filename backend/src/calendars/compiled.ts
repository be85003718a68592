import { compileCalendar, type WorkingCalendar } from '#domain/working-time';
import type { StoredVersion } from './calendar-store.ts';
import { versionId } from './version-id.ts';

/** A compiled century takes about a megabyte; a city's communes mostly share one. */
const MOST = 64;

/** Calendars ready for counting, each compiled once; those not asked for longest go first. */
export class CompiledCalendars {
  readonly #byHash = new Map<string, WorkingCalendar>();

  find(number: number, hash: string): WorkingCalendar | undefined {
    const calendar = this.#byHash.get(hash);
    if (calendar === undefined) return undefined;
    this.#keep(hash, calendar);
    return named(calendar, number, hash);
  }

  compiled({ number, hash, definition }: StoredVersion): WorkingCalendar {
    const calendar = this.#byHash.get(hash) ?? compileCalendar(definition, versionId(number, hash));
    this.#keep(hash, calendar);
    return named(calendar, number, hash);
  }

  #keep(hash: string, calendar: WorkingCalendar): void {
    this.#byHash.delete(hash);
    this.#byHash.set(hash, calendar);
    const [oldest] = this.#byHash.keys();
    if (this.#byHash.size > MOST && oldest !== undefined) this.#byHash.delete(oldest);
  }
}

/** Two units with the same time count alike, each under the name of its own version. */
const named = (calendar: WorkingCalendar, number: number, hash: string): WorkingCalendar => {
  const version = versionId(number, hash);
  return calendar.version === version ? calendar : { ...calendar, version };
};
