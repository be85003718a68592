import * as z from 'zod';
import { LATE_COLUMNS } from '#domain/report';
import { dossierItemSchema, stateNames } from '../dossiers/index.ts';
import { pageQuery } from '../list/index.ts';
import { typed } from '../text/index.ts';
import { toldInstant } from '../time/index.ts';
import { reportHead } from './answers.ts';
import { reportQuerySchema, rowsBy } from './period.ts';

/** Every late dossier of the days, or those of one row or cell of II.06b. */
export const lateQuerySchema = z
  .strictObject({
    ...reportQuerySchema.unwrap().shape,
    ...pageQuery,
    by: z.enum(rowsBy).default('field'),
    row: typed(300).default('total'),
    column: z.enum(LATE_COLUMNS).optional(),
  })
  .readonly();

const minutes = z.int().min(0);
const named = z.strictObject({ key: z.string(), label: z.string() }).readonly();

/** Somebody who had the dossier in hand, in working minutes; of paused ones the state says what was awaited. */
const stretch = z
  .strictObject({
    step: named.nullable(),
    department: named.nullable(),
    /** Told to who works in the commune; the city and keys are told departments. */
    officer: named.nullable(),
    agency: z.string().nullable(),
    state: z.enum(stateNames),
    from: toldInstant,
    to: toldInstant,
    minutes,
    lateMinutes: minutes,
  })
  .readonly();

const lateItem = dossierItemSchema
  .unwrap()
  .extend({
    column: z.enum(LATE_COLUMNS),
    /** The due moment the office is held to: before an extension, unless the unit says otherwise. */
    heldTo: toldInstant,
    until: toldInstant,
    lateMinutes: minutes,
    responsible: named,
    held: z.array(stretch).readonly(),
  })
  .readonly()
  .meta({ id: 'LateDossier' });

export const lateSchema = z
  .strictObject({
    form: z.literal('late'),
    ...reportHead,
    by: z.enum(rowsBy),
    row: z.string(),
    counts: z
      .strictObject({ resolvedLate: z.int().min(0), pendingLate: z.int().min(0) })
      .readonly(),
    items: z.array(lateItem).readonly(),
    nextCursor: z.string().nullable(),
  })
  .readonly()
  .meta({ id: 'LateList' });

/** As many as a report prints; whoever wants the others opens the list. */
export const PRINTED_LATE = 300;

/** The late list as a report prints it: no officer is named on paper, only where a dossier lay. */
export const printedLateSchema = z
  .strictObject({
    /** All of them; those not printed are said to be there. */
    count: z.int().min(0),
    items: z
      .array(
        z
          .strictObject({
            code: z.string(),
            field: z.string(),
            column: z.enum(LATE_COLUMNS),
            heldTo: toldInstant,
            until: toldInstant,
            lateMinutes: minutes,
            responsible: z.string(),
            held: z
              .array(z.strictObject({ by: z.string(), minutes, lateMinutes: minutes }).readonly())
              .readonly(),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly()
  .meta({ id: 'PrintedLateList' });

export type PrintedLate = z.infer<typeof printedLateSchema>;
export type LateQuery = z.infer<typeof lateQuerySchema>;
export type LateAnswer = z.infer<typeof lateSchema>;
export type LateItem = z.infer<typeof lateItem>;
export type LateStretchTold = LateItem['held'][number];

/** The late list as a table: one line for each hand a dossier went through, its own facts on the first. */
export interface LateLine {
  readonly dossier: LateItem;
  readonly isFirst: boolean;
  readonly held: LateStretchTold;
}

/**
 * The lines of the list, for a screen and for a file alike.
 *
 * @example lateLinesOf(answer.items) // three lines of one dossier: received, paused, at the clerk's
 */
export const lateLinesOf = (items: readonly LateItem[]): readonly LateLine[] =>
  items.flatMap((dossier) =>
    dossier.held.map((held, index) => ({ dossier, isFirst: index === 0, held })),
  );
