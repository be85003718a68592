import { describe, expect, it } from '@jest/globals';
import { act, given, receivedAt } from '../../../test/support/dossier-case.ts';
import { at, local } from '../../../test/support/moment.ts';
import {
  aProcedure,
  anOffice,
  director,
  processing,
  reception,
} from '../../../test/support/office.ts';
import type { DossierId, DossierState, UserId } from '../dossier/index.ts';
import { dossierSubject } from './index.ts';

const id = 'dossier-1' as DossierId;
const received = receivedAt('2026-03-02 09:00', reception);
const toProcessing = act('2026-03-02 10:00', director, 'assign', {
  userId: processing.id as UserId,
  departmentCode: 'tu-phap',
});

const subjectOf = (state: DossierState, now: string, changes = {}) =>
  dossierSubject(state, anOffice({ now: at(now), ...changes }), { id, source: null });

describe('a dossier as alerts look at it', () => {
  it('lies with whoever it was assigned to, since then, and is new until they move it', () => {
    const assigned = subjectOf(given(received, toProcessing).state(), '2026-03-02 11:00');
    expect(assigned.holding).toEqual({
      ...{ userId: processing.id, departmentCode: 'tu-phap', takenUp: false },
      since: expect.objectContaining({ at: at('2026-03-02 10:00'), by: director.id }),
    });
    const begun = act('2026-03-02 11:00', processing, 'start-step', {});
    const working = subjectOf(given(received, toProcessing, begun).state(), '2026-03-02 12:00');
    expect(working.holding).toMatchObject({ takenUp: true, since: { at: at('2026-03-02 10:00') } });
  });

  it('lies on no table here while another agency has it', () => {
    const sent = act('2026-03-02 11:00', director, 'send-to-agency', { agency: 'so-noi-vu' });
    expect(
      subjectOf(given(received, toProcessing, sent).state(), '2026-03-02 12:00').holding,
    ).toBeNull();
  });

  it('stands still while papers are waited for, and remembers when it went on', () => {
    const asked = act('2026-03-02 11:00', director, 'request-supplement', {
      ...{ items: 'Ảnh', reason: 'Thiếu', respondBy: at('2026-03-06 17:00') },
    });
    const waiting = subjectOf(given(received, toProcessing, asked).state(), '2026-03-02 12:00');
    expect(waiting).toMatchObject({ paused: true, clock: null, step: null, resumedAt: null });
    expect(local(waiting.supplementRespond?.dueAt)).toBe('2026-03-06 17:00');
    const came = act('2026-03-04 08:00', reception, 'receive-supplement', {});
    const goingOn = subjectOf(
      given(received, toProcessing, asked, came).state(),
      '2026-03-04 09:00',
    );
    expect(goingOn).toMatchObject({ paused: false, resumedAt: at('2026-03-04 08:00') });
    expect(goingOn.supplementArrived).toMatchObject({
      at: at('2026-03-04 08:00'),
      by: reception.id,
    });
    const taken = act('2026-03-04 10:00', processing, 'start-step', {});
    const again = given(received, toProcessing, asked, came, taken).state();
    expect(subjectOf(again, '2026-03-04 11:00').supplementArrived).toBeNull();
  });

  it('does not stand still where the procedure goes on counting', () => {
    const asked = act('2026-03-02 11:00', director, 'request-supplement', {
      ...{ items: 'Ảnh', reason: 'Thiếu' },
    });
    const procedure = aProcedure({ onSupplement: 'continue' });
    const state = given(received, toProcessing, asked).under({ procedure }).state();
    expect(subjectOf(state, '2026-03-02 12:00', { procedure }).paused).toBe(false);
  });

  it('owes an apology when it finished after its due moment, until somebody apologised', () => {
    const issued = act('2026-03-06 09:00', director, 'issue-result', {});
    const late = subjectOf(given(received, toProcessing, issued).state(), '2026-03-06 10:00');
    expect(late).toMatchObject({ finishedLate: true, apologised: false, state: 'resultReady' });
    expect(late.resultReady).toMatchObject({ at: at('2026-03-06 09:00'), by: director.id });
    const sorry = act('2026-03-06 10:00', director, 'apologise', {});
    const done = given(received, toProcessing, issued, sorry).state();
    expect(subjectOf(done, '2026-03-06 11:00').apologised).toBe(true);
  });

  it('is as old as what was last done here, where a source told of it', () => {
    const source = {
      asOf: at('2026-03-02 08:00'),
      firstImportedAt: at('2026-03-02 08:00'),
      doneAtSourceAt: null,
    };
    const subject = dossierSubject(
      given(received, toProcessing).state(),
      anOffice({ now: at('2026-03-02 11:00') }),
      { id, source },
    );
    expect(subject.source).toEqual({ ...source, asOf: at('2026-03-02 10:00') });
  });
});
