import * as z from 'zod';
import { alertKindSchema, deliveryChannels } from '../alerts/index.ts';
import { inUnitQuery, pageOf, pageQuery } from '../list/index.ts';
import { toldInstant } from '../time/index.ts';

export const deliveriesPath = '/api/v1/deliveries';

/** `superseded`: no longer true when it was its turn. `dead`: given up, and can be sent again. */
export const deliveryStates = ['open', 'sent', 'superseded', 'dead'] as const;

/** Why something did not arrive: codes, for the sentence is made by whoever shows it. */
export const deliveryFaults = [
  'no-address',
  'no-server',
  'refused',
  'unreachable',
  'not-allowed',
  'answered-badly',
] as const;

export const deliverySchema = z
  .strictObject({
    /** An alert reaches one person by one way once. */
    id: z.string(),
    unitId: z.int(),
    alertId: z.uuid(),
    kind: alertKindSchema,
    dossierId: z.uuid().nullable(),
    dossierCode: z.string().nullable(),
    channel: z.enum(deliveryChannels),
    userId: z.uuid(),
    displayName: z.string(),
    state: z.enum(deliveryStates),
    /** When its turn is, by the office's clock. */
    at: toldInstant,
    tries: z.int(),
    fault: z.enum(deliveryFaults).nullable(),
    settledAt: toldInstant.nullable(),
    putAside: z.boolean(),
  })
  .readonly()
  .meta({ id: 'Delivery' });

export const deliveryPageSchema = pageOf(deliverySchema);

/** The newest first. */
export const deliveriesQuerySchema = z
  .strictObject({
    ...pageQuery,
    ...inUnitQuery,
    state: z.enum(deliveryStates).optional(),
    channel: z.enum(deliveryChannels).optional(),
  })
  .readonly();

export type DeliveryState = (typeof deliveryStates)[number];
export type DeliveryFault = (typeof deliveryFaults)[number];
export type DeliveryItem = z.infer<typeof deliverySchema>;
export type DeliveriesQuery = z.infer<typeof deliveriesQuerySchema>;
