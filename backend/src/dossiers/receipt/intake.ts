import type { NewDossier } from '#contract/dossiers';
import type { UnitSettings } from '#contract/units';
import {
  componentsText,
  type CommandOf,
  type Intake,
  type ProcedureSnapshot,
  type SourceRecord,
} from '#domain/dossier';
import type { Instant } from '#domain/working-time';
import { ProblemError } from '../../platform/problem/problem-error.ts';
import { ruleProblem } from '../refusal.ts';

/** Which system told us, under which code; the city's codes are official ones. */
export const sourceOf = (
  { source, externalCode, officialCode, sourceStatus }: NewDossier,
  { citySource }: UnitSettings,
): Pick<SourceRecord, 'source' | 'externalCode' | 'sourceStatus'> | undefined => {
  if (source === undefined && externalCode === undefined) return undefined;
  const name = source ?? citySource;
  const code = externalCode ?? (name === citySource ? officialCode : undefined);
  if (code === undefined) throw ruleProblem('external-code-required', {});
  return {
    source: name,
    externalCode: code,
    ...(sourceStatus !== undefined && { sourceStatus }),
  };
};

const officialCodeOf = (body: NewDossier, settings: UnitSettings): string | undefined => {
  const source = sourceOf(body, settings);
  return (
    body.officialCode ?? (source?.source === settings.citySource ? source.externalCode : undefined)
  );
};

const FACTS = [
  ...(['variantKey', 'assistedAtCounter', 'outOfArea', 'bundle'] as const),
  ...(['notViaCentre', 'declaredDueAt'] as const),
] as const;

type Facts = Pick<NewDossier, (typeof FACTS)[number]>;

const factsOf = (body: NewDossier): Facts =>
  Object.fromEntries(
    FACTS.flatMap((name) => (body[name] === undefined ? [] : [[name, body[name]]])),
  );

interface Known {
  readonly settings: UnitSettings;
  readonly procedure: ProcedureSnapshot;
  readonly now: Instant;
}

/** What is known of a dossier from its first event on. The store gives it its own code. */
export const intakeOf = (body: NewDossier, { settings, procedure, now }: Known): Intake => {
  const source = sourceOf(body, settings);
  const officialCode = officialCodeOf(body, settings);
  return {
    ...factsOf(body),
    code: '',
    procedure,
    channel: body.channel,
    sources: source === undefined ? [] : [{ ...source, asOf: now }],
    ...(officialCode !== undefined && { officialCode }),
  };
};

/** The command by which it comes to the office. */
export const openingOf = (body: NewDossier, intake: Intake): CommandOf<'submit' | 'receive'> => ({
  type: body.submitOnly === true ? 'submit' : 'receive',
  body: { intake },
  ...(body.receivedAt !== undefined && { occurredAt: body.receivedAt }),
  ...(body.backdateReason !== undefined && { backdateReason: body.backdateReason }),
});

const isCount = (copies: number | undefined): boolean =>
  copies === undefined || (Number.isInteger(copies) && copies >= 1 && copies <= 1_000);

/** How many copies of a paper there are is a rule's matter, not the schema's. */
export const checkCopies = ({ components = [] }: NewDossier): void => {
  const wrong = components.findIndex((each) => typeof each !== 'string' && !isCount(each.copies));
  if (wrong === -1) return;
  const path = `components.${wrong}.copies`;
  throw new ProblemError('value-out-of-range', {}, [{ path, code: 'out-of-range' }]);
};

/** *Thành phần hồ sơ*, as handed in: kept with the other texts of the first event. */
export const handedIn = ({ components = [] }: NewDossier): string | undefined =>
  components.length === 0
    ? undefined
    : componentsText(components.map((each) => (typeof each === 'string' ? { name: each } : each)));
