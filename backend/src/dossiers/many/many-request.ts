import * as z from 'zod';
import { officerCommands, type OfficerCommand } from '#contract/dossiers';
import { jobRefSchema } from '#contract/jobs';
import type { ActorParts } from '../../platform/auth/request-actor.ts';
import { declareJob } from '../../platform/queue/job.ts';
import type { SecretBox } from '../../platform/secret-box/secret-box.ts';

export const commandMany = declareJob({
  name: 'dossier.commandMany',
  payload: jobRefSchema,
  lane: 'long',
});

/** What is to be done to each, and by whom, with the roles held when it was asked. */
export interface ManyRequest {
  readonly command: OfficerCommand;
  readonly body: unknown;
  readonly actor: ActorParts;
}

const ABOUT = 'job:dossier.commandMany';

const sealedSchema = z.strictObject({ sealed: z.string() });
const openSchema = z.strictObject({
  command: z.enum(officerCommands),
  body: z.unknown(),
  actor: z.custom<ActorParts>((value) => typeof value === 'object' && value !== null),
});

/** Sealed: a reason may speak of a person, and a job is clear text. */
export const sealedRequest = (request: ManyRequest, box: SecretBox): object => ({
  sealed: box.seal(Buffer.from(JSON.stringify(request)), ABOUT).toString('base64'),
});

export const openedRequest = (request: unknown, box: SecretBox): ManyRequest => {
  const { sealed } = sealedSchema.parse(request);
  const text = box.open(Buffer.from(sealed, 'base64'), ABOUT).toString();
  return openSchema.parse(JSON.parse(text));
};
