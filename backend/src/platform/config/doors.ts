/** Which of the product's doors a process opens: HTTP, jobs, or both. */
export interface Doors {
  readonly api: boolean;
  readonly worker: boolean;
}

export const DOORS = Symbol('doors');

export const BOTH_DOORS: Doors = { api: true, worker: true };

/** `api`, `worker`, or both when nobody says. */
export const doorsOf = (word: string | undefined): Doors | undefined => {
  if (word === undefined) return BOTH_DOORS;
  if (word === 'api') return { api: true, worker: false };
  if (word === 'worker') return { api: false, worker: true };
  return undefined;
};
