import { type DossierOffice, holdOffice } from '#contract/dossiers';
import { clockHistoryOf, effectiveEvents } from '#domain/dossier';
import { formatInstant } from '#domain/working-time';
import type { ClockPause } from '../ui/index.ts';

/** The stretches in which the office waited for somebody else. */
export const pausesOf = (office: DossierOffice): readonly ClockPause[] => {
  const state = holdOffice(office)?.state;
  if (state === undefined) return [];
  const history = clockHistoryOf(effectiveEvents(state.history), office.procedure.clockStart);
  return (history?.pauses ?? []).map(({ from, to }) => ({
    from: formatInstant(from),
    to: to === undefined ? null : formatInstant(to),
  }));
};
