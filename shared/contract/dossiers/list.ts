import * as z from 'zod';
import type { Standing } from '#domain/deadline';
import { pageOf, pageQuery } from '../list/index.ts';
import { code, line } from '../text/index.ts';
import { dateText, instantText } from '../time/index.ts';
import { officerCommands } from './commands.ts';
import { channels } from './new-dossier.ts';
import { dossierItemSchema, stateNames } from './dossier.ts';

export const standings = [
  'overdue',
  'near',
  'today',
  'later',
  'none',
] as const satisfies readonly Standing[];

export const sorts = ['due', '-due', 'received', '-received'] as const;

const flag = z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')]);

/** One word, several with commas between them, or a list: each of them will do. */
const several = <Item extends z.ZodType>(item: Item) =>
  z.preprocess(
    (given) => (typeof given === 'string' ? given.split(',') : given),
    z.array(item).min(1).max(50).readonly(),
  );

const day = z.union([dateText, instantText]);

/** The filters of contract §4, in a query and in the body of a search alike. */
const filters = {
  unitId: z.coerce.number().int().optional(),
  state: several(z.enum(stateNames)).optional(),
  field: line(200).optional(),
  procedure: code(40).optional(),
  /** A user's id, or `me`. */
  holder: z.union([z.literal('me'), z.uuid()]).optional(),
  department: code(32).optional(),
  source: code(64).optional(),
  channel: z.enum(channels).optional(),
  due: z.enum(standings).optional(),
  /** Only those that wait for somebody else. */
  paused: flag.optional(),
  stepLate: flag.optional(),
  /** Received from this day on, to this day included. */
  from: day.optional(),
  to: day.optional(),
  /** Whose source has said nothing for longer than the unit allows. */
  stale: flag.optional(),
};

/** Codes only: what stands in an address is written down everywhere. */
const codeQuery = z
  .string()
  .max(100)
  .regex(/^[^\s\p{Cc}\p{Cs}]*\d[^\s\p{Cc}\p{Cs}]*$/u);

const sort = z.enum(sorts).optional();

export const dossiersQuerySchema = z
  .strictObject({ ...pageQuery, ...filters, q: codeQuery.optional(), sort })
  .readonly();

/** `q` may be a code, a name with or without its accents, a phone or an identity number. */
export const dossierSearchSchema = z
  .strictObject({ ...pageQuery, ...filters, q: line(200).optional(), sort })
  .readonly();

export const dossierPageSchema = pageOf(dossierItemSchema);

export const countsQuerySchema = z.strictObject({ ...filters, q: codeQuery.optional() }).readonly();

/** How many open dossiers lie in each heap, by the very predicates of the list. */
export const countsSchema = z
  .strictObject({
    ...Object.fromEntries(standings.map((standing) => [standing, z.int()])),
    paused: z.int(),
  })
  .readonly();

/** One command for many dossiers: done by a job, each on its own. */
export const commandsSchema = z
  .strictObject({
    unitId: z.int().exactOptional(),
    ids: z.array(z.uuid()).min(1).max(5000).readonly().exactOptional(),
    filter: z
      .strictObject({ ...filters, q: codeQuery.optional() })
      .readonly()
      .exactOptional(),
    command: z.enum(officerCommands),
    body: z.record(z.string(), z.unknown()).default({}),
  })
  .readonly();

export type DossiersQuery = z.infer<typeof dossiersQuerySchema>;
export type DossierSearch = z.infer<typeof dossierSearchSchema>;
export type CountsQuery = z.infer<typeof countsQuerySchema>;
export type Counts = Readonly<Record<Standing | 'paused', number>>;
export type CommandsBody = z.infer<typeof commandsSchema>;
