import { accepted, refused } from '../../kernel/index.ts';
import type { Intake } from '../intake.ts';
import type { Occurrence } from '../occurrence.ts';
import type { Office } from '../office.ts';
import type { Decider, Happenings } from './happening.ts';

/** A dossier sent in that still waits for its acceptance. */
export function submit(intake: Intake, office: Office): Happenings {
  return unknownVariant(intake, office) ?? accepted([{ type: 'submitted', payload: { intake } }]);
}

/** A dossier received straight away, at the counter or from a source. */
export function receive(intake: Intake, office: Office, occurrence: Occurrence): Happenings {
  const refusal = unknownVariant(intake, office) ?? declaredTooEarly(intake, occurrence);
  if (refusal !== undefined) return refusal;
  return accepted([{ type: 'received', payload: { intake, ...firstStep(office) } }]);
}

export const accept: Decider<'accept'> = (body, { office, occurrence }) =>
  declaredTooEarly(body, occurrence) ??
  accepted([{ type: 'received', payload: { ...body, ...firstStep(office) } }]);

export const refuse: Decider<'refuse'> = ({ reasonCode, reason }) =>
  accepted([{ type: 'refused', payload: { reasonCode }, texts: { reason } }]);

export const withdraw: Decider<'withdraw'> = ({ reason }) =>
  accepted([
    { type: 'withdrawn', payload: {}, ...(reason !== undefined && { texts: { reason } }) },
  ]);

/** Steps handled by an import are none of ours: their clocks begin when somebody here takes them up. */
export function firstStep({ actor, procedure }: Office): { readonly firstStepKey?: string } {
  const first = procedure.steps[0];
  return actor.kind === 'import' || first === undefined ? {} : { firstStepKey: first.key };
}

function unknownVariant({ variantKey }: Intake, { procedure }: Office): Happenings | undefined {
  const known =
    variantKey === undefined || procedure.variants.some((variant) => variant.key === variantKey);
  return known ? undefined : refused('unknown-variant', { variantKey });
}

export function declaredTooEarly(
  { declaredDueAt }: Pick<Intake, 'declaredDueAt'>,
  { occurredAt }: Pick<Occurrence, 'occurredAt'>,
): Happenings | undefined {
  if (declaredDueAt === undefined || declaredDueAt >= occurredAt) return undefined;
  return refused('declared-due-before-receipt', { declaredDueAt, occurredAt });
}
