import type { Instant } from '../working-time/index.ts';
import { effectiveEvents } from './effective.ts';
import type { OfficeEvent, OfficeEventType } from './event.ts';
import type { DossierState } from './state.ts';

/** The statutory forms handed out with one dossier; Mẫu 07 is the book of them all. */
export type DossierForm = 'mau01' | 'mau02' | 'mau03' | 'mau04' | 'mau05' | 'mau06';

/** What happened that a form is to be handed out for. */
export interface FormOccasion {
  readonly form: DossierForm;
  /** Of the event; a form is numbered once for it. */
  readonly version: number;
  readonly occurredAt: Instant;
}

const FORMS_OF: Partial<Record<OfficeEventType, readonly DossierForm[]>> = {
  received: ['mau01', 'mau06'],
  supplementRequested: ['mau02'],
  refused: ['mau03'],
  extended: ['mau04'],
  apologyIssued: ['mau04'],
  stopped: ['mau05'],
};

/**
 * Which forms a dossier has occasion for, in order of what happened. Mẫu 01 only where no official slip was
 * given: two slips for one dossier would promise two things.
 */
export function formOccasions({ history, intake }: DossierState): readonly FormOccasion[] {
  const hasOfficialSlip = intake.officialCode !== undefined;
  return effectiveEvents(history).flatMap((event) =>
    (FORMS_OF[event.type] ?? [])
      .filter((form) => form !== 'mau01' || !hasOfficialSlip)
      .map((form) => occasionOf(form, event)),
  );
}

function occasionOf(form: DossierForm, { version, occurredAt }: OfficeEvent): FormOccasion {
  return { form, version, occurredAt };
}
