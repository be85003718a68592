import * as z from 'zod';
import { dossierPageSchema } from '../dossiers/index.ts';
import { inUnit, inUnitQuery, pageOf, pageQuery } from '../list/index.ts';
import { code, line } from '../text/index.ts';
import { instantText, toldInstant } from '../time/index.ts';

export const incidentsPath = '/api/v1/incidents';
export const incidentTimelinePath = `${incidentsPath}/timeline`;
export const incidentPath = (id: string): string => `${incidentsPath}/${id}`;
/** `GET` shows it, `POST` attaches it, in the place of one that is there, `DELETE` takes it away. */
export const incidentPicturePath = (id: string): string => `${incidentPath(id)}/picture`;
export const incidentDossiersPath = (id: string): string => `${incidentPath(id)}/dossiers`;

/** *Sự cố hệ thống*: what did not work. */
export const incidentKinds = [
  ...(['down', 'slow', 'signIn', 'signature'] as const),
  ...(['sync', 'payment', 'other'] as const),
] as const;

const kind = z.enum(incidentKinds);
const note = line(500);

export const newIncidentSchema = z
  .strictObject({
    ...inUnit,
    /** The system that did not work, by its code. */
    system: code(64),
    kind,
    /** Else now. */
    from: instantText.exactOptional(),
    /** Not said while it lasts. */
    to: instantText.exactOptional(),
    note: note.exactOptional(),
  })
  .readonly()
  .meta({
    id: 'NewIncident',
    examples: [
      {
        system: 'dvc',
        kind: 'signature',
        from: '2026-03-02T08:10:00+07:00',
        note: 'Không ký số được',
      },
    ],
  });

/** What may be said later: that it is over, what it was, or that there was none. */
export const incidentChangesSchema = z
  .strictObject({
    kind: kind.exactOptional(),
    to: instantText.exactOptional(),
    note: note.exactOptional(),
    withdrawn: z.literal(true).exactOptional(),
  })
  .refine((changes) => Object.keys(changes).length > 0)
  .readonly()
  .meta({ id: 'IncidentChanges', examples: [{ to: '2026-03-02T10:40:00+07:00' }] });

/** What a picture of a screen may weigh. */
export const PICTURE_BYTES = 2 * 1024 * 1024;

export const pictureTypes = ['image/png', 'image/jpeg'] as const;

export const newPictureSchema = z
  .strictObject({
    /** A PNG or a JPEG, only as a part of a form. */
    file: z.instanceof(Uint8Array).exactOptional(),
  })
  .readonly()
  .meta({ id: 'NewIncidentPicture', examples: [{}] });

export const incidentSchema = z
  .strictObject({
    id: z.string(),
    unitId: z.int(),
    system: z.string(),
    kind,
    from: toldInstant,
    /** Null while it lasts. */
    to: toldInstant.nullable(),
    note: z.string().nullable(),
    withdrawn: z.boolean(),
    /** What the screen showed, by its seal; null where nothing was attached. */
    picture: z.strictObject({ sha256: z.string(), bytes: z.int() }).readonly().nullable(),
    /** Of the office's working time, until now while it lasts. It stops no clock. */
    workingMinutes: z.int(),
    /** Dossiers of this system that were open meanwhile. */
    dossiers: z.int(),
    madeBy: z.string(),
    madeAt: toldInstant,
  })
  .readonly()
  .meta({ id: 'Incident' });

export const incidentsPageSchema = pageOf(incidentSchema);
export const incidentDossiersPageSchema = dossierPageSchema;

export const incidentsQuerySchema = z
  .strictObject({
    ...inUnitQuery,
    ...pageQuery,
    system: code(64).optional(),
    /** Those that lasted at any time in between. */
    from: instantText.optional(),
    to: instantText.optional(),
  })
  .readonly();

export const timelineFormats = ['xlsx', 'pdf'] as const;

export const timelineQuerySchema = z
  .strictObject({
    ...inUnitQuery,
    format: z.enum(timelineFormats).default('xlsx'),
    system: code(64).optional(),
    from: instantText.optional(),
    to: instantText.optional(),
  })
  .readonly();

export const incidentDossiersQuerySchema = z.strictObject(pageQuery).readonly();

export type IncidentKind = z.infer<typeof kind>;
export type NewIncident = z.infer<typeof newIncidentSchema>;
export type IncidentChanges = z.infer<typeof incidentChangesSchema>;
export type NewPicture = z.infer<typeof newPictureSchema>;
export type PictureType = (typeof pictureTypes)[number];
export type Incident = z.infer<typeof incidentSchema>;
export type IncidentsQuery = z.infer<typeof incidentsQuerySchema>;
export type TimelineQuery = z.infer<typeof timelineQuerySchema>;
export type IncidentDossiersQuery = z.infer<typeof incidentDossiersQuerySchema>;
