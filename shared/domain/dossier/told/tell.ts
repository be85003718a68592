import { placed } from '../decide/placed.ts';
import { withDue } from '../decide/record.ts';
import type { DossierEvent, OfficeEvent, OfficeEventType } from '../event.ts';
import { evolve, foldEffective } from '../evolve.ts';
import type { Intake } from '../intake.ts';
import type { Office } from '../office.ts';
import type { DossierState } from '../state.ts';
import type { Telling, ToldHistory } from './telling.ts';

const OPENING: ReadonlySet<OfficeEventType> = new Set(['submitted', 'received', 'refused']);

/** Whether a dossier can begin with it. */
export const mayOpen = (type: OfficeEventType): boolean => OPENING.has(type);

/** The dossier after one more thing its source tells. Nobody here decided it, so nothing is judged. */
export function tell(
  state: DossierState | null,
  { type, at, payload }: Telling,
  office: Office,
  source: string,
): DossierState {
  const happening = { type, payload } as Parameters<typeof placed>[0];
  const occurrence = { occurredAt: at, backdated: false };
  const event = { ...placed(happening, { state, office, occurrence }), source };
  return evolve(state, withDue(event, state, office));
}

/** A dossier nobody here knew, as its source tells it. */
export function tellFirst(
  { intake, tellings }: Pick<ToldHistory, 'intake' | 'tellings'>,
  office: Office,
  source: string,
): DossierState {
  const state = withIntake(tellings, intake).reduce<DossierState | null>(
    (before, telling) => tell(before, telling, office, source),
    null,
  );
  if (state === null) throw new Error('A source that tells nothing');
  return state;
}

const withIntake = (tellings: readonly Telling[], intake: Intake): readonly Telling[] =>
  tellings.map((telling, index) =>
    index === 0
      ? ({ ...telling, payload: { ...telling.payload, intake } } as unknown as Telling)
      : telling,
  );

const NOBODY = {
  recordedAt: 0,
  backdated: false,
  actor: { kind: 'import', id: 'nobody' },
} as unknown as Pick<DossierEvent, 'recordedAt' | 'backdated' | 'actor'>;

/** Where the tellings leave a dossier, whoever it is and whatever the calendar. */
export function stateTold(tellings: readonly Telling[]): Pick<DossierState, 'name' | 'openPauses'> {
  const events = withIntake(tellings, {} as Intake).map(
    ({ type, at, payload }, index) =>
      ({ ...NOBODY, type, payload, occurredAt: at, version: index + 1 }) as OfficeEvent,
  );
  return foldEffective(events);
}
