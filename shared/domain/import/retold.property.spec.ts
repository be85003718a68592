import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { at } from '../../../test/support/moment.ts';
import { UNKNOWN_PROCEDURE, anOffice, theImport } from '../../../test/support/office.ts';
import { propertyRuns } from '../../../test/support/property-runs.ts';
import { lifeOf, wishes } from '../../../test/support/random-life.ts';
import { effectiveEvents, spansOf, type DossierState } from '../dossier/index.ts';
import { reportedDossierOf } from '../report/index.ts';
import { isCountedAlike, knownBy, lineOf, retoldLine, type DossierLine } from './index.ts';

const office = anOffice({ now: at('2026-12-01 08:00'), actor: theImport });
const runs = { numRuns: propertyRuns(0.004) };

/** What was annulled is in no report, and in no file. */
const lives = wishes(14)
  .map((list) => lifeOf(list))
  .filter(({ annulled }) => !annulled);

const read = (line: DossierLine, state: DossierState): DossierState => {
  const known = knownBy(line, state, office);
  if (known === undefined) throw new Error('a line that is not taken');
  return known;
};

/** All that is known of it: what it is, its stretches, and what every report reads. */
const seen = ({ history, ...state }: DossierState) => ({
  state,
  spans: spansOf(effectiveEvents(history)),
  reported: reportedDossierOf(history, { id: 'one', unit: 'xa' }),
});

describe('a dossier written as a line', () => {
  it('is told by it with every moment and due moment, whatever was corrected, voided or extended', () => {
    fc.assert(
      fc.property(lives, (state) => {
        expect(isCountedAlike(retoldLine(state, office), state, office)).toBe(true);
      }),
      runs,
    );
  });

  it('is due elsewhere when it was due here, though nobody there knows its procedure', () => {
    const strangers = anOffice({ ...office, procedure: UNKNOWN_PROCEDURE });
    fc.assert(
      fc.property(lives, (state) => {
        expect(isCountedAlike(lineOf(state, 'all'), state, strangers)).toBe(true);
      }),
      runs,
    );
  });

  it('and read, and written again, and read again, is the very same dossier', () => {
    fc.assert(
      fc.property(lives, (state) => {
        const known = read(retoldLine(state, office), state);
        const line = retoldLine(known, office);
        expect(seen(read(line, known))).toEqual(seen(known));
        expect(line.events.length).toBe(known.history.length);
      }),
      runs,
    );
  });
});
