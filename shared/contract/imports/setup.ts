import * as z from 'zod';
import { IMPORT_FAULTS, SETUP_PROFILES } from '#domain/import';
import { inUnitQuery, pageOf, pageQuery } from '../list/index.ts';
import { line } from '../text/index.ts';
import { toldInstant } from '../time/index.ts';
import { rowKinds, setupFlag, setupUnit } from './asked.ts';

export const setupListsPath = '/api/v1/setup-lists';

/** The wrong rows of the same file, to be mended: nothing of a file is kept, so it is sent again. */
export const setupListErrorsPath = `${setupListsPath}/errors`;

/** As many rows as the catalogue of a ministry, and far more than an office has people. */
export const MOST_SETUP_ROWS = 5_000;

/** `POST /setup-lists`: a file as a form, or a text as JSON. With `dryRun` nothing is kept of it. */
export const newSetupListSchema = z
  .strictObject({
    profile: z.enum(SETUP_PROFILES),
    unitId: setupUnit.exactOptional(),
    dryRun: setupFlag.default(false),
    /** What people know the list by: the name of its file. */
    name: line(200).exactOptional(),
    text: z.string().max(1_000_000).exactOptional(),
    /** Only as a part of a form. */
    file: z.instanceof(Uint8Array).exactOptional(),
  })
  .readonly()
  .meta({
    id: 'NewSetupList',
    examples: [
      {
        profile: 'procedures',
        dryRun: true,
        text: 'MaTTHC\tTenTTHC\tHanQuyDinh\n1.001193\tĐăng ký khai sinh\t03 ngày làm việc',
      },
    ],
  });

const count = z.int().min(0);
const counts = z
  .strictObject({ rows: count, new: count, changed: count, unchanged: count, wrong: count })
  .readonly();

const fault = z
  .strictObject({
    column: z.string(),
    code: z.enum(IMPORT_FAULTS),
    value: z.string().nullable(),
    /** In the language of whoever asks. */
    reason: z.string(),
  })
  .readonly();

const item = z
  .strictObject({
    /** Where it stands in the file. */
    line: z.int(),
    kind: z.enum(rowKinds),
    /** The code of a procedure, or the user name of a person. */
    code: z.string().nullable(),
    name: z.string().nullable(),
    /** What of it becomes another: members of a procedure, or of an account. */
    changed: z.array(z.string()).readonly(),
    faults: z.array(fault).readonly(),
  })
  .readonly();

/** What every row of the file does, or would do. */
export const setupListSchema = z
  .strictObject({
    /** Null of a dry run: nothing of it is kept. */
    id: z.string().nullable(),
    unitId: z.int(),
    profile: z.enum(SETUP_PROFILES),
    counts,
    /** Titles of columns that were not understood, and not read. */
    ignored: z.array(z.string()).readonly(),
    items: z.array(item).readonly(),
  })
  .readonly()
  .meta({ id: 'SetupList' });

/** A list that was taken over: who brought it, and what came of it. */
const takenSetupListSchema = z
  .strictObject({
    ...{ id: z.string(), unitId: z.int(), profile: z.enum(SETUP_PROFILES) },
    ...{ name: z.string().nullable(), by: z.string(), takenAt: toldInstant, counts },
  })
  .readonly()
  .meta({ id: 'TakenSetupList' });

export const takenSetupListsSchema = pageOf(takenSetupListSchema);

export const setupListsQuerySchema = z
  .strictObject({ profile: z.enum(SETUP_PROFILES).optional(), ...inUnitQuery, ...pageQuery })
  .readonly();

export type NewSetupList = z.infer<typeof newSetupListSchema>;
export type SetupListAnswer = z.infer<typeof setupListSchema>;
export type SetupListItem = z.infer<typeof item>;
export type TakenSetupList = z.infer<typeof takenSetupListSchema>;
export type SetupListsQuery = z.infer<typeof setupListsQuerySchema>;
