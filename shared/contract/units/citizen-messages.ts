import * as z from 'zod';
import { LONGEST_TEXT, MESSAGE_KINDS, checkTemplate, type MessageKind } from '#domain/citizen';
import { line, paragraph } from '../text/index.ts';

/** A text of the unit's own, with places it knows; without one the product's is sent. */
const textOf = (kind: MessageKind) =>
  paragraph(LONGEST_TEXT)
    .refine((text) => checkTemplate(kind, text).ok)
    .exactOptional();

/** What a unit has its citizens told. */
export const citizenMessagesSchema = z
  .strictObject({
    /** Which messages there are; none: nobody is told anything. */
    kinds: z.array(z.enum(MESSAGE_KINDS)).max(MESSAGE_KINDS.length).readonly(),
    texts: z
      .strictObject({
        received: textOf('received'),
        supplement: textOf('supplement'),
        resultReady: textOf('resultReady'),
        apology: textOf('apology'),
      })
      .readonly(),
    /** Where results are handed over, as citizens call the place. */
    place: line(150).nullable(),
    /** Whether people of imported dossiers are told though nobody asked them here. */
    importedToo: z.boolean(),
  })
  .readonly()
  .meta({ id: 'CitizenMessages' });

export type CitizenMessages = z.infer<typeof citizenMessagesSchema>;

export const NO_CITIZEN_MESSAGES: CitizenMessages = {
  kinds: [],
  texts: {},
  place: null,
  importedToo: false,
};
