import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { at } from '../../../test/support/moment.ts';
import { NATIONAL_CALENDAR, anIntake } from '../../../test/support/office.ts';
import { propertyRuns } from '../../../test/support/property-runs.ts';
import { SOURCE, heardAgain, office } from '../../../test/support/told-dossier.ts';
import {
  effectiveEvents,
  spansOf,
  tellFirst,
  type DossierState,
  type ToldHistory,
} from '../dossier/index.ts';
import { reportedDossierOf } from '../report/index.ts';
import {
  cellsOf,
  readLine,
  readRow,
  type DossierLine,
  type NationalCells,
  type RowOffice,
} from './index.ts';

const reading: RowOffice = {
  ...{ now: office.now, exportedAt: at('2026-03-19 08:00'), calendar: NATIONAL_CALENDAR },
  ...{ citySource: SOURCE, defaultSource: SOURCE, endsWait: false },
};

type Kind =
  | 'received'
  | 'supplementRequested'
  | 'supplementReceived'
  | 'resultIssued'
  | 'returned'
  | 'withdrawn'
  | 'stopped';
type Happening = readonly [kind: Kind, when: string];

/** What may become of a dossier, as far as a row of a list can tell it. */
const WAYS: readonly (readonly Kind[])[] = [
  ['received'],
  ['received', 'supplementRequested'],
  ['received', 'supplementRequested', 'supplementReceived'],
  ['received', 'resultIssued'],
  ['received', 'resultIssued', 'returned'],
  ['received', 'supplementRequested', 'supplementReceived', 'resultIssued', 'returned'],
  ['received', 'supplementRequested', 'withdrawn'],
  ['received', 'withdrawn'],
  ['received', 'stopped'],
];

const two = (n: number): string => String(n).padStart(2, '0');
const momentOf = (minute: number): string => {
  const [day, rest] = [Math.floor(minute / 1440), minute % 1440];
  return `2026-03-${two(day + 2)} ${two(Math.floor(rest / 60))}:${two(rest % 60)}`;
};

const minute = fc.integer({ min: 0, max: 15 * 1440 - 1 });

const stories = fc
  .tuple(
    fc.constantFrom(...WAYS),
    fc.uniqueArray(minute, { minLength: 5, maxLength: 5 }),
    fc.option(minute),
  )
  .map(([kinds, minutes, promised]) => {
    const moments = minutes.toSorted((a, b) => a - b);
    const happenings = kinds.map((kind, index): Happening => [kind, momentOf(moments[index] ?? 0)]);
    return { happenings, ...(promised !== null && { promise: momentOf(promised + 1440) }) };
  });

interface Story {
  readonly happenings: readonly Happening[];
  readonly promise?: string;
}

const identity = { externalCode: 'H24.99-260302-0001', procedureCode: '2.000815' } as const;

const asLine = ({ happenings, promise }: Story): DossierLine => ({
  ...identity,
  channel: 'online',
  events: happenings.map(([type, when]) => ({ type, at: at(when) })),
  ...(promise !== undefined && { dueAt: at(promise) }),
});

const COLUMN = {
  received: 'NgayTiepNhan',
  supplementRequested: 'NgayYeuCauBoSung',
  supplementReceived: 'NgayBoSung',
  resultIssued: 'NgayKetThucXuLy',
  returned: 'NgayTra',
  withdrawn: 'NgayRut',
  stopped: 'NgayDung',
} as const satisfies Record<Kind, keyof NationalCells>;

const STATUS = {
  ...{ received: '2', supplementRequested: '5', supplementReceived: '2', resultIssued: '9' },
  ...{ returned: '10', withdrawn: '7', stopped: '8' },
} as const satisfies Record<Kind, string>;

/** As people write it: 02/03/2026 08:00. */
const written = (when: string): string =>
  when.replace(
    /^(\d+)-(\d+)-(\d+)/,
    (_, year: string, month: string, day: string) => `${day}/${month}/${year}`,
  );

const asRow = ({ happenings, promise }: Story): NationalCells => ({
  ...{ MaHoSo: identity.externalCode, MaTTHC: identity.procedureCode, KenhNop: '1' },
  TrangThai: STATUS[happenings.at(-1)?.[0] ?? 'received'],
  ...Object.fromEntries(happenings.map(([kind, when]) => [COLUMN[kind], written(when)])),
  ...(promise !== undefined && { NgayHenTra: written(promise) }),
});

type Profile = (story: Story) => ToldHistory;

const historyOf = (result: ReturnType<typeof readLine>): ToldHistory => {
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  const { tellings, tells, declaredDueAt } = result.value;
  return {
    tellings,
    tells,
    intake: anIntake(declaredDueAt === undefined ? {} : { declaredDueAt }),
  };
};

const PROFILES: Readonly<Record<'dossiers-ndjson' | 'dossiers-national', Profile>> = {
  'dossiers-ndjson': (story) => historyOf(readLine(asLine(story), reading)),
  'dossiers-national': (story) => historyOf(readRow(asRow(story), reading)),
};

const heardFirst = (told: ToldHistory): DossierState => tellFirst(told, office, SOURCE);

/** Standing, stretches and what every report reads. */
const seen = ({ history, ...state }: DossierState) => ({
  state: { ...state, version: 0 },
  spans: spansOf(effectiveEvents(history)),
  reported: reportedDossierOf(history, { id: 'one', unit: 'xa' }),
});

const runs = { numRuns: propertyRuns(0.002) };
const OLD = '2026-03-18 08:00';
const NEW = '2026-03-19 08:00';

describe('a dossier written as a line and as a row of a list', () => {
  it('is read back as the same dossier: standing, stretches, reports', () => {
    fc.assert(
      fc.property(stories, (story) => {
        const [line, row] = Object.values(PROFILES).map((profile) =>
          seen(heardFirst(profile(story))),
        );
        expect(row).toEqual(line);
      }),
      runs,
    );
  });
});

describe('a dossier written as we write it', () => {
  it('as a row of a list is read back as the same dossier, where its due moment was promised', () => {
    const promised = stories.filter(({ promise }) => promise !== undefined);
    fc.assert(
      fc.property(promised, (story) => {
        const known = heardFirst(PROFILES['dossiers-ndjson'](story));
        const { history, intake, ...state } = known;
        const sources = [{ source: SOURCE, externalCode: identity.externalCode }];
        const cells = cellsOf({ ...state, history, intake: { ...intake, sources } });
        expect(seen(heardFirst(historyOf(readRow(cells, reading))))).toEqual(seen(known));
      }),
      runs,
    );
  });
});

describe.each(Object.entries(PROFILES))('a dossier told as %s', (_, profile) => {
  it('twice is told once', () => {
    fc.assert(
      fc.property(stories, (story) => {
        const state = heardFirst(profile(story));
        expect(heardAgain(state, profile(story), NEW, NEW)).toEqual({ state, differences: [] });
      }),
      runs,
    );
  });

  it('first in part and then whole stands as if it had been told whole at once', () => {
    fc.assert(
      fc.property(stories, fc.nat(), (story, cut) => {
        const heard = 1 + (cut % story.happenings.length);
        const part = { ...story, happenings: story.happenings.slice(0, heard) };
        const { state } = heardAgain(heardFirst(profile(part)), profile(story), NEW, OLD);
        expect(seen(state)).toEqual(seen(heardFirst(profile(story))));
      }),
      runs,
    );
  });

  it('by an older export after a newer one is moved by nothing of it', () => {
    fc.assert(
      fc.property(stories, stories, (newer, older) => {
        const state = heardFirst(profile(newer));
        expect(heardAgain(state, profile(older), OLD, NEW).state).toBe(state);
      }),
      runs,
    );
  });
});
