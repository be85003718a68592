import type { Channel, OnlineLevel } from '../dossier/index.ts';
import type { Instant } from '../working-time/index.ts';
import { hadBy } from './had-by.ts';
import type { Passage } from './ii06b-place.ts';
import type { Counted } from './passages.ts';
import type { ReportedFacts } from './reported-dossier.ts';

/** The facts that forms and indicators ask for. */
export const FACTS = [
  'componentsDigitisedAt',
  'resultDigitisedAt',
  'electronicResultAt',
  'archivedAt',
  'dataReusedAt',
  'feeChargedAt',
  'feePaidOnlineAt',
] as const satisfies readonly (keyof ReportedFacts)[];

export type Fact = (typeof FACTS)[number];

/**
 * All that II.06b, Phụ lục 01 and the ratios ask of a counted dossier. Dossiers with the same profile stand
 * in the same cells of every form, so that a form can be made of heaps and a list of the same heaps.
 */
export interface Profile {
  readonly passage: Passage;
  readonly channel: Channel;
  readonly onlineLevel: OnlineLevel;
  readonly paperResult: boolean;
  /** What had been told by the end of the period. */
  readonly had: ReadonlySet<Fact>;
}

export const profileOf = ({ dossier, passage }: Counted, end: Instant): Profile => ({
  passage,
  channel: dossier.intake.channel,
  onlineLevel: dossier.intake.procedure.onlineLevel,
  paperResult: dossier.intake.procedure.paperResult,
  had: new Set(FACTS.filter((fact) => hadBy(dossier.facts[fact], end))),
});
