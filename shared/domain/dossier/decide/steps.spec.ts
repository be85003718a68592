import { describe, expect, it } from '@jest/globals';
import { act, given, receivedAt } from '../../../../test/support/dossier-case.ts';
import { at } from '../../../../test/support/moment.ts';
import {
  aProcedure,
  anIntake,
  anOfficer,
  clerk,
  director,
  head,
  processing,
  reception,
  theImport,
  theProduct,
} from '../../../../test/support/office.ts';

const received = receivedAt('2026-03-02 08:00', reception);
const assigned = act('2026-03-02 09:00', reception, 'assign', { departmentCode: 'tu-phap' });

describe('handing a dossier over', () => {
  it('ends the counter’s own step and begins the next one, in one act', () => {
    given(received)
      .when('2026-03-02 09:00', reception, 'assign', { departmentCode: 'tu-phap' })
      .then('stepCompleted', 'assigned')
      .thenState({
        name: 'processing',
        holder: { departmentCode: 'tu-phap' },
        steps: [
          {
            key: 'receive',
            startedAt: at('2026-03-02 08:00'),
            endedAt: at('2026-03-02 09:00'),
            ended: 'completed',
          },
          { key: 'appraise', startedAt: at('2026-03-02 09:00') },
        ],
      });
  });

  it('only changes the holder when the dossier is already past the counter', () => {
    given(received, assigned)
      .when('2026-03-02 10:00', head, 'assign', { userId: 'user-a' as never })
      .then('assigned')
      .thenState({ holder: { userId: 'user-a' as never } });
  });

  it('needs somebody or some department to hand over to', () => {
    given(received)
      .when('2026-03-02 09:00', reception, 'assign', {})
      .thenRefused('assignee-required');
  });

  it('is the head’s act only inside the own department', () => {
    const other = anOfficer('head', ['kinh-te']);
    given(received, assigned)
      .when('2026-03-02 10:00', other, 'assign', { departmentCode: 'kinh-te' })
      .thenRefused('act-not-yours-here');
    given(received)
      .when('2026-03-02 10:00', other, 'assign', { departmentCode: 'tu-phap' })
      .thenRefused('act-not-yours-here');
    given(received, assigned)
      .when('2026-03-02 10:00', head, 'assign', { departmentCode: 'dia-chinh' })
      .thenRefused('act-not-yours-here');
    given(received)
      .when('2026-03-02 10:00', other, 'assign', { userId: 'b' as never })
      .then('stepCompleted', 'assigned');
  });

  it('is not the handling officer’s act', () => {
    given(received, assigned)
      .when('2026-03-02 10:00', processing, 'assign', { departmentCode: 'kinh-te' })
      .thenRefused('act-not-yours');
  });
});

describe('a step', () => {
  it('is taken up by who starts it', () => {
    given(received, assigned)
      .when('2026-03-02 10:00', processing, 'start-step', {})
      .then('stepStarted')
      .thenState({
        holder: { departmentCode: 'tu-phap', userId: 'user-processing' as never },
        steps: [
          aStayAt('receive'),
          { key: 'appraise', startedAt: at('2026-03-02 09:00') },
        ] as never,
      });
  });

  it('hands the dossier to the department of the next one when it is completed', () => {
    given(received, assigned)
      .when('2026-03-03 10:00', processing, 'complete-step', { stepKey: 'appraise' })
      .then('stepCompleted')
      .thenState({ holder: { departmentCode: 'van-thu' } });
  });

  it('must be the one the dossier is at', () => {
    given(received, assigned)
      .when('2026-03-03 10:00', processing, 'complete-step', { stepKey: 'issue' })
      .thenRefused('not-current-step', { stepKey: 'issue', current: 'appraise' });
    given(received, assigned)
      .when('2026-03-03 10:00', processing, 'complete-step', { stepKey: 'sign' })
      .thenRefused('unknown-step');
  });

  it('is begun by who starts it, even by the product, which holds nothing', () => {
    given(received)
      .when('2026-03-02 10:00', theProduct, 'start-step', {})
      .thenState({ name: 'processing', holder: { userId: 'user-reception' as never } });
    given(received, act('2026-03-02 10:00', processing, 'start-step', {}))
      .when('2026-03-02 11:00', processing, 'complete-step', {})
      .thenState({ name: 'processing' });
  });

  it('leaves the holder where the next one belongs to no department', () => {
    const steps = [
      { key: 'a', name: 'A', role: 'processing', allowanceHours: 1 },
      { key: 'b', name: 'B', role: 'processing', allowanceHours: 1 },
    ] as const;
    given(received)
      .under({ procedure: aProcedure({ steps }) })
      .when('2026-03-02 10:00', processing, 'complete-step', {})
      .thenState({ name: 'processing', holder: { userId: 'user-reception' as never } });
    given(received)
      .under({ procedure: aProcedure({ steps }) })
      .when('2026-03-02 10:00', reception, 'assign', { userId: 'user-b' as never })
      .then('assigned');
  });

  it('belongs to the clerk only where it is the clerk’s own', () => {
    given(received, assigned)
      .when('2026-03-03 10:00', clerk, 'complete-step', {})
      .thenRefused('act-not-yours-here');
    given(received, assigned, act('2026-03-03 10:00', processing, 'complete-step', {}))
      .when('2026-03-03 11:00', clerk, 'complete-step', {})
      .then('stepCompleted');
  });

  it('can be sent back to an earlier one with a reason, and is then stayed at again', () => {
    const appraised = act('2026-03-03 10:00', processing, 'complete-step', {});
    given(received, assigned, appraised)
      .when('2026-03-03 11:00', director, 'return-step', {
        toStepKey: 'appraise',
        reason: 'Sai mẫu',
      })
      .then('stepReturned')
      .thenState({
        steps: [
          aStayAt('receive'),
          aStayAt('appraise'),
          {
            key: 'issue',
            startedAt: at('2026-03-03 10:00'),
            endedAt: at('2026-03-03 11:00'),
            ended: 'returned',
          },
          { key: 'appraise', startedAt: at('2026-03-03 11:00') },
        ] as never,
      });
  });

  it('cannot be sent back to itself, to a later one or to an unknown one', () => {
    const back = (toStepKey: string) =>
      given(received, assigned).when('2026-03-03 11:00', director, 'return-step', {
        toStepKey,
        reason: 'x',
      });
    back('appraise').thenRefused('step-not-earlier');
    back('issue').thenRefused('step-not-earlier');
    back('sign').thenRefused('unknown-step');
  });

  it('begins here for an imported dossier, whose earlier steps are nobody’s business', () => {
    const imported = receivedAt('2026-03-02 08:00', theImport, anIntake());
    given(imported)
      .when('2026-03-03 09:00', processing, 'complete-step', {})
      .thenState({
        steps: [
          {
            key: 'receive',
            startedAt: at('2026-03-03 09:00'),
            endedAt: at('2026-03-03 09:00'),
            ended: 'completed',
          },
          { key: 'appraise', startedAt: at('2026-03-03 09:00') },
        ],
      });
    given(imported)
      .when('2026-03-03 09:00', processing, 'start-step', {})
      .thenState({ steps: [{ key: 'receive', startedAt: at('2026-03-03 09:00') }] });
  });

  it('is none where the procedure has none, or when the last one is done', () => {
    given(received)
      .under({ procedure: aProcedure({ steps: [] }) })
      .when('2026-03-03 09:00', processing, 'complete-step', {})
      .thenRefused('no-steps');
    const done = [
      act('2026-03-03 10:00', processing, 'complete-step', {}),
      act('2026-03-03 11:00', clerk, 'complete-step', {}),
    ];
    given(received, assigned, ...done)
      .when('2026-03-03 12:00', processing, 'start-step', {})
      .thenRefused('no-steps');
    given(received, assigned, ...done)
      .when('2026-03-03 12:00', director, 'return-step', { toStepKey: 'issue', reason: 'Sai số' })
      .then('stepReturned');
  });
});

describe('another agency', () => {
  const sent = act('2026-03-03 09:00', processing, 'send-to-agency', { agency: 'so-noi-vu' });

  it('holds the dossier while it is there, and the holder before gets it back', () => {
    given(received, assigned)
      .when('2026-03-03 09:00', processing, 'send-to-agency', { agency: 'so-noi-vu' })
      .then('sentToAgency')
      .thenState({ name: 'processing', holder: { agency: 'so-noi-vu' } });
    given(received, assigned, sent)
      .when('2026-03-04 09:00', processing, 'back-from-agency', {})
      .then('backFromAgency')
      .thenState({ holder: { departmentCode: 'tu-phap' } });
  });

  it('is given a term that can be counted, or none', () => {
    given(received, assigned)
      .when('2026-03-03 09:00', processing, 'send-to-agency', {
        agency: 'so-noi-vu',
        allowance: { kind: 'workingDays', amount: 0 },
      })
      .thenRefused('amount-not-positive-integer');
  });

  it('may pass it on to a third one without losing who had it here', () => {
    const passed = act('2026-03-03 10:00', processing, 'send-to-agency', { agency: 'bhxh' });
    given(received, assigned, sent, passed)
      .when('2026-03-04 09:00', processing, 'back-from-agency', {})
      .thenState({ holder: { departmentCode: 'tu-phap' } });
  });

  it('cannot give back what it does not have', () => {
    given(received, assigned)
      .when('2026-03-04 09:00', processing, 'back-from-agency', {})
      .thenRefused('not-at-agency');
  });
});

/** A stay of which only the step matters here. */
function aStayAt(key: string): object {
  return expect.objectContaining({ key });
}
