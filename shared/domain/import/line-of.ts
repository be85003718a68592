import {
  effectiveEvents,
  isFinish,
  mayFollowFinish,
  type DossierState,
  type OfficeEvent,
} from '../dossier/index.ts';
import { formatInstant } from '../working-time/index.ts';
import { eventsOf, type DuesTold } from './line-events.ts';
import { given, type DossierLine, type LineEvent } from './line.ts';
import type { ToldApplicant } from './told-dossier.ts';

/** What a file of ours calls the place where a dossier without any other source was born. */
export const OWN_SOURCE = 'motcua';

/** What the events of a dossier do not say. */
export interface Besides {
  readonly procedureName?: string;
  /** Only where whoever asks may see persons. */
  readonly applicant?: ToldApplicant;
}

/** A dossier as a line of `dossiers-ndjson`: what our own import reads back as the same dossier. */
export function lineOf(
  { intake, history }: Pick<DossierState, 'intake' | 'history'>,
  dues: DuesTold,
  { procedureName, applicant }: Besides = {},
): DossierLine {
  const { procedure, channel } = intake;
  const [first, ...rest] = readable(effectiveEvents(history));
  if (first === undefined) throw new Error('A dossier to which nothing happened');
  const dueAt = dues === 'promises' ? intake.declaredDueAt : (first.due?.dueAt ?? undefined);
  return {
    ...{ ...identityOf(intake), ownCode: intake.code },
    procedureCode: procedure.code,
    ...given({ procedureName, field: procedure.field }),
    ...{ authority: procedure.authority, onlineLevel: procedure.onlineLevel, channel },
    ...given({ applicant }),
    ...factsOf(intake),
    ...given({ dueAt }),
    events: eventsOf([first, ...rest], dues, dueAt),
  };
}

type Identity = Required<Pick<DossierLine, 'externalCode' | 'source'>> &
  Pick<DossierLine, 'officialCode' | 'sourceStatus'>;

/** By what the dossier is found again: the code of its first system, else our own. */
export function identityOf({
  code,
  officialCode,
  sources: [primary],
}: DossierState['intake']): Identity {
  const { source = OWN_SOURCE, externalCode = code, sourceStatus } = primary ?? {};
  return { externalCode, ...given({ officialCode }), source, ...given({ sourceStatus }) };
}

const factsOf = (intake: DossierState['intake']): Partial<DossierLine> =>
  given({
    variantKey: intake.variantKey,
    assistedAtCounter: intake.assistedAtCounter,
    outOfArea: intake.outOfArea,
    bundle: intake.bundle,
    notViaCentre: intake.notViaCentre,
  });

/** A reader takes no move after the finish but the hand-over, whatever a source once told. */
function readable(events: readonly OfficeEvent[]): readonly OfficeEvent[] {
  const finish = events.findIndex(({ type }) => isFinish(type));
  return finish < 0
    ? events
    : events.filter(({ type }, index) => index <= finish || mayFollowFinish(type));
}

/** A line as a file has it, its moments as people write them. */
export const writtenLine = (line: DossierLine): string =>
  JSON.stringify({
    ...line,
    ...(line.dueAt !== undefined && { dueAt: formatInstant(line.dueAt) }),
    events: line.events.map(writtenEvent),
  });

const MOMENTS = ['at', 'dueAt', 'respondBy', 'publishedAt'] as const;

const writtenEvent = (event: LineEvent): object =>
  Object.fromEntries(
    Object.entries(event).map(([member, value]) => {
      const name = MOMENTS.find((each) => each === member);
      const at = name && event[name];
      return [member, at === undefined ? value : formatInstant(at)];
    }),
  );
