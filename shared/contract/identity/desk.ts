import * as z from 'zod';
import { inUnit, inUnitQuery, pageOf, pageQuery } from '../list/index.ts';
import { line, typed } from '../text/index.ts';
import { toldInstant } from '../time/index.ts';
import { typedPassword } from './password.ts';

export const lockPath = '/api/v1/auth/lock';
export const unlockPath = '/api/v1/auth/unlock';
export const switchPath = '/api/v1/auth/switch';
export const ownDeskPath = '/api/v1/auth/desk';
export const desksPath = '/api/v1/desks';
export const myPinPath = '/api/v1/me/pin';
export const myPinEndPath = `${myPinPath}/remove`;

/** Six digits, for changing who works at a registered desk. */
const typedPin = z.string().regex(/^\d{6}$/);

/** With the password anywhere; with the short number at a registered desk. */
export const unlockSchema = z
  .strictObject({ password: typedPassword.optional(), pin: typedPin.optional() })
  .refine(({ password, pin }) => (password === undefined) !== (pin === undefined), {
    path: ['password'],
  })
  .readonly()
  .meta({ id: 'Unlock', examples: [{ password: 'motcua-demo' }] });

export const switchSchema = z
  .strictObject({ username: typed(64), pin: typedPin })
  .readonly()
  .meta({ id: 'Switch', examples: [{ username: 'tiepnhan', pin: '480163' }] });

export const newPinSchema = z
  .strictObject({ password: typedPassword, pin: typedPin })
  .readonly()
  .meta({ id: 'NewPin', examples: [{ password: 'motcua-demo', pin: '480163' }] });

export const pinEndSchema = z
  .strictObject({ password: typedPassword })
  .readonly()
  .meta({ id: 'PinEnd', examples: [{ password: 'motcua-demo' }] });

export const deskSchema = z
  .strictObject({
    id: z.uuid(),
    unitId: z.int(),
    name: z.string(),
    registeredAt: toldInstant,
    /** Whether it is the one that asks. */
    current: z.boolean(),
  })
  .readonly();

export const deskPageSchema = pageOf(deskSchema);

export const newDeskSchema = z
  .strictObject({ name: line(100), ...inUnit })
  .readonly()
  .meta({ id: 'NewDesk', examples: [{ name: 'Quầy 1' }] });

export const desksQuerySchema = z.strictObject({ ...pageQuery, ...inUnitQuery }).readonly();

/** The desk a browser stands at, and the colleagues who may take over with their short number. */
export const ownDeskSchema = z
  .strictObject({
    desk: z.strictObject({ id: z.uuid(), unitId: z.int(), name: z.string() }).readonly().nullable(),
    people: z
      .array(z.strictObject({ username: z.string(), displayName: z.string() }).readonly())
      .readonly(),
  })
  .readonly();

export type Unlock = z.infer<typeof unlockSchema>;
export type Switch = z.infer<typeof switchSchema>;
export type NewPin = z.infer<typeof newPinSchema>;
export type PinEnd = z.infer<typeof pinEndSchema>;
export type Desk = z.infer<typeof deskSchema>;
export type NewDesk = z.infer<typeof newDeskSchema>;
export type DesksQuery = z.infer<typeof desksQuerySchema>;
export type OwnDesk = z.infer<typeof ownDeskSchema>;
