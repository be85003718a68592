import * as z from 'zod';
import { CALL_OUTCOMES, MESSAGE_KINDS } from '#domain/citizen';
import { deliveryFaults } from '../deliveries/index.ts';
import { inUnitQuery, pageOf, pageQuery } from '../list/index.ts';
import { instantText, toldInstant } from '../time/index.ts';

export const citizenMessagesPath = '/api/v1/citizen-messages';
export const callsPath = '/api/v1/calls';

/** Behind the path of a dossier. */
export const dossierMessagesPath = 'messages';
export const consentPath = 'consent';

/**
 * `leaving`: given to the gateway, whose answer is awaited. `call`: no message reached the citizen, somebody
 * rings up. `superseded`: no longer so, not wanted, or without a way when it was its turn.
 */
export const messageStates = ['open', 'leaving', 'sent', 'superseded', 'call', 'called'] as const;

/** `unsure`: nobody knows whether it arrived; it is not sent twice. The last three: why it was not sent. */
export const messageFaults = [
  ...deliveryFaults,
  'unsure',
  'not-so',
  'not-wanted',
  'no-way',
] as const;

const message = {
  id: z.uuid(),
  unitId: z.int(),
  kind: z.enum(MESSAGE_KINDS),
  dossierId: z.uuid(),
  dossierCode: z.string(),
  state: z.enum(messageStates),
  way: z.enum(['gateway', 'email']).nullable(),
  /** When its turn is, by the office's clock. */
  at: toldInstant,
  settledAt: toldInstant.nullable(),
  fault: z.enum(messageFaults).nullable(),
};

const citizenMessageSchema = z.strictObject(message).readonly().meta({ id: 'CitizenMessage' });

export const citizenMessagePageSchema = pageOf(citizenMessageSchema);

/** The newest first. */
export const citizenMessagesQuerySchema = z
  .strictObject({ ...pageQuery, ...inUnitQuery, state: z.enum(messageStates).optional() })
  .readonly();

/** What the applicant said about being told, and what they were told. */
export const dossierMessagesSchema = z
  .strictObject({
    consent: z
      .strictObject({
        isGiven: z.boolean(),
        at: toldInstant,
        by: z.string(),
      })
      .readonly()
      .nullable(),
    items: z.array(citizenMessageSchema).readonly(),
  })
  .readonly()
  .meta({ id: 'DossierMessages' });

export const newConsentSchema = z
  .strictObject({ isGiven: z.boolean() })
  .readonly()
  .meta({ id: 'NewConsent', examples: [{ isGiven: true }] });

/** Somebody to be rung up. The number is revealed as everywhere else, and written down. */
const callSchema = z
  .strictObject({
    id: z.uuid(),
    unitId: z.int(),
    kind: z.enum(MESSAGE_KINDS),
    dossierId: z.uuid(),
    dossierCode: z.string(),
    name: z.string(),
    dueAt: toldInstant.nullable(),
    /** Since when there is something to be told. */
    since: toldInstant,
    /** Not before then: nobody answered, or they asked for it. */
    notBefore: toldInstant.nullable(),
    /** How often it rang in vain. */
    tries: z.int(),
    fault: z.enum(messageFaults).nullable(),
  })
  .readonly()
  .meta({ id: 'Call' });

export const callPageSchema = pageOf(callSchema);

/** Whose turn it is first. */
export const callsQuerySchema = z.strictObject({ ...pageQuery, ...inUnitQuery }).readonly();

/** `until` goes with `later`, and has to lie ahead. */
export const callOutcomeSchema = z
  .strictObject({ outcome: z.enum(CALL_OUTCOMES), until: instantText.exactOptional() })
  .readonly()
  .meta({ id: 'CallOutcome', examples: [{ outcome: 'reached' }] });

/** The order that goes with the events of a dossier: ids only, for the queue is clear text. */
export const tellCitizenSchema = z
  .strictObject({
    unitId: z.int(),
    dossierId: z.uuid(),
    kind: z.enum(MESSAGE_KINDS),
    version: z.int().min(1),
  })
  .readonly();

export const TELL_CITIZEN = 'citizen.tell';

export type MessageState = (typeof messageStates)[number];
export type MessageFault = (typeof messageFaults)[number];
export type CitizenMessage = z.infer<typeof citizenMessageSchema>;
export type CitizenMessagesQuery = z.infer<typeof citizenMessagesQuerySchema>;
export type DossierMessages = z.infer<typeof dossierMessagesSchema>;
export type NewConsent = z.infer<typeof newConsentSchema>;
export type Call = z.infer<typeof callSchema>;
export type CallsQuery = z.infer<typeof callsQuerySchema>;
export type CallOutcomeTold = z.infer<typeof callOutcomeSchema>;
export type TellCitizen = z.infer<typeof tellCitizenSchema>;
