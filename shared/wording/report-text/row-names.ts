import { actsVi } from '../dossiers/acts-vi.ts';

// Maps: a key is whatever another system calls it, `constructor` as well.
const SOURCES: ReadonlyMap<string, string> = new Map([['mot-cua-hai-phong', 'Một cửa Hải Phòng']]);

/** What a report calls a source system; one we have no name for is called by its code. */
export const sourceName = (key: string): string => SOURCES.get(key) ?? key;

const GROUNDS: ReadonlyMap<string, string> = new Map(
  Object.entries({ ...actsVi.stopReasons, ...actsVi.refusalReasons, ...actsVi.untold }),
);

/** The ground of a refusal in words. */
export const refusalName = (key: string): string => GROUNDS.get(key) ?? key;
