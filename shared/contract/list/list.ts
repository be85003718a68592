import * as z from 'zod';

/** Which unit is meant; any number will do, for what is no unit of the asker's is simply not found. */
export const inUnit = { unitId: z.number().exactOptional() };
/** As `inUnit`, where it stands in an address. */
export const inUnitQuery = { unitId: z.coerce.number().optional() };

/** What every list takes: how many, and where the last page ended. */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(500).default(50),
  cursor: z.string().max(500).optional(),
};

/** Where the stretch asked for ends: the cursor at which the next one begins. Without it a page is full. */
export const untilCursor = { until: z.string().max(500).optional() };

/** As `pageQuery`, where it stands in a body. */
export const pageBody = {
  limit: z.int().min(1).max(500).default(50),
  cursor: z.string().max(500).optional(),
};

/** What every list gives. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({ items: z.array(item).readonly(), nextCursor: z.string().nullable() }).readonly();

/** One page of a list; `nextCursor` is null on the last one. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}
