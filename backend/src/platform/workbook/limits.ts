const MIB = 1024 * 1024;

/** What no list of an office comes near, and what every trap goes beyond. */
export const MOST_ROWS = 150_000;
export const MOST_COLUMNS = 256;
export const MOST_CELLS = 6_000_000;
export const MOST_SHEETS = 200;
/** A longer cell is wrong anyway; its beginning is enough to say so. */
export const LONGEST_CELL = 1_000;

export const MOST_ENTRIES = 1_000;
export const MOST_INFLATED_BYTES = 200 * MIB;
/** Up to here a small workbook may be of nothing but blanks. */
export const HARMLESS_BYTES = 8 * MIB;
export const MOST_RATIO = 100;

/** What is made of a file, as rows. */
export const MOST_ROW_BYTES = 96 * MIB;

export const HEAP_MB = 256;
export const PATIENCE_MS = 60_000;
