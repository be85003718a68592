import {
  onTheSpotEvents,
  type NewProcedureVersion,
  type ProcedureDefinition,
} from '#contract/procedures';
import type { OnTheSpotEvent, ProcedureRules, ProcedureSnapshot } from '#domain/dossier';

/** All that *5 tại chỗ* may append, in the order in which a desk does it. */
export const ON_THE_SPOT: readonly OnTheSpotEvent[] = onTheSpotEvents;

/** What holds for a procedure of which nothing more was said. */
const UNSAID = {
  field: 'Chưa phân lĩnh vực',
  authority: 'commune',
  onlineLevel: 'none',
  limits: {},
  variants: [],
  steps: [],
  components: [],
  onSupplement: 'pause',
  clockStart: 'acceptance',
  fee: null,
  feeNote: null,
  onTheSpot: null,
  paperResult: true,
  paymentIntegrated: false,
  published: true,
  eProcess: false,
} as const satisfies Omit<ProcedureDefinition, 'name'>;

/** Facts of a version as somebody sent them; each may be absent. */
export type DefinitionChanges = Partial<ProcedureDefinition>;

/** A procedure with nothing but its name, as an import or a first entry leaves it. */
export const named = (name: string, known: DefinitionChanges = {}): ProcedureDefinition => ({
  ...UNSAID,
  ...known,
  name,
});

/** Of a version, not of the procedure. */
const OF_THE_VERSION: ReadonlySet<string> = new Set(['unitId', 'effectiveFrom', 'code']);

/** What a request says of the procedure itself, without what it says of the version. */
export function changesIn({ onTheSpot, ...sent }: NewProcedureVersion): DefinitionChanges {
  const given = Object.entries(sent).filter(
    ([name, value]) => value !== undefined && !OF_THE_VERSION.has(name),
  );
  const changes: DefinitionChanges = Object.fromEntries(given);
  return onTheSpot === undefined ? changes : { ...changes, onTheSpot: templateOf(onTheSpot) };
}

const templateOf = (
  given: boolean | readonly OnTheSpotEvent[],
): readonly OnTheSpotEvent[] | null => {
  if (typeof given !== 'boolean') return given;
  return given ? ON_THE_SPOT : null;
};

/** The part of a definition that decisions and due moments depend on. */
export function rulesOf(definition: ProcedureDefinition): ProcedureRules {
  const { limits, variants, steps, onSupplement, clockStart, onTheSpot } = definition;
  return {
    limits,
    variants,
    steps,
    onSupplement,
    clockStart,
    ...(onTheSpot !== null && { onTheSpot }),
  };
}

/** The facts a dossier keeps of its procedure from its birth. */
export function snapshotOf(
  code: string,
  version: number,
  definition: ProcedureDefinition,
): ProcedureSnapshot {
  const { field, authority, onlineLevel, paperResult, paymentIntegrated } = definition;
  return { code, version, field, authority, onlineLevel, paperResult, paymentIntegrated };
}
