/** A date as officials write it: a spreadsheet with the month first takes it for one as far as it can. */
const WRITTEN = /^(\d{1,2})[/-]\d{1,2}[/-]\d{4}(?: \d{1,2}:\d{2}(?::\d{2})?)?$/;
const MONTHS = 12;

/**
 * Finds columns of which a spreadsheet took for dates what could be a month and a day, and left the rest as text:
 * 02/03 has become the third of February there, and 13/03 is still what it was.
 */
export class HalfDates {
  /** The latest day of a month among the dates of a column. */
  readonly #taken = new Map<number, number>();
  /** The earliest among the texts it left. */
  readonly #left = new Map<number, number>();

  date(place: number, text: string): void {
    const day = Number(text.slice(0, 2));
    this.#taken.set(place, Math.max(day, this.#taken.get(place) ?? 0));
  }

  text(place: number, text: string): void {
    const day = Number(WRITTEN.exec(text)?.[1] ?? 0);
    if (day > 0) this.#left.set(place, Math.min(day, this.#left.get(place) ?? day));
  }

  get places(): readonly number[] {
    return [...this.#taken]
      .filter(([place, latest]) => latest <= MONTHS && (this.#left.get(place) ?? 0) > MONTHS)
      .map(([place]) => place);
  }
}
