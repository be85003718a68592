import { instant } from '#domain/working-time';
import type { Clock } from '../../../backend/src/platform/clock/clock.ts';
import type { Tenancy } from '../../../backend/src/platform/database/tenancy.ts';
import { CalendarService } from '../../../backend/src/calendars/index.ts';
import { KeyedHash } from '../../../backend/src/dossiers/index.ts';
import { UnitBook } from '../../../backend/src/dossiers/office/unit-book.service.ts';
import { StageBook } from '../../../backend/src/evaluation/month/stage-book.service.ts';
import { SecretBox } from '../../../backend/src/platform/secret-box/secret-box.ts';
import { ProcedureService } from '../../../backend/src/procedures/index.ts';
import { StarterService } from '../../../backend/src/procedures/starter.service.ts';
import type { Append } from '../../../backend/src/dossiers/store/append.ts';
import { Bulk } from './bulk.ts';
import { foundCity, type Commune } from './commune.ts';
import { crowdOf, type CrowdAsked } from './crowd.ts';

export interface LoadAsked {
  /** As whom the rows are copied in. */
  readonly superuserUrl: string;
  /** As whom the catalogues are asked. */
  readonly tenancy: Tenancy;
  readonly clock: Clock;
  readonly secret: string;
  /** How many dossiers each of the communes gets; their number is the number of communes. */
  readonly dossiers: readonly number[];
  /** Over how many days, now being the last. */
  readonly days: number;
  readonly onProgress?: (dossiers: number) => void;
}

export interface Loaded {
  readonly communes: readonly Commune[];
  readonly dossiers: number;
  readonly copySeconds: number;
  readonly indexSeconds: number;
}

/** While the database takes one portion in, another is decided. */
const LANES = 2;
const PORTION = 1_500;

export const stageBookOf = ({
  tenancy,
  clock,
}: Pick<LoadAsked, 'tenancy' | 'clock'>): StageBook => {
  const units = new UnitBook(tenancy);
  return new StageBook(
    new ProcedureService(tenancy, new StarterService(tenancy, clock), clock),
    new CalendarService(tenancy, clock),
    { unit: (unitId) => units.get(unitId) },
  );
};

async function* portionsOf(
  asked: LoadAsked,
  communes: readonly Commune[],
): AsyncGenerator<readonly Append[]> {
  const { clock, secret, days } = asked;
  const keys = { box: new SecretBox(secret), hashes: new KeyedHash([secret]) };
  const shared: Omit<CrowdAsked, 'commune' | 'dossiers'> = {
    ...{ keys, days },
    now: instant(Math.floor(clock.officeNow() / 1_000) * 1_000),
  };
  const book = stageBookOf(asked);
  let portion: Append[] = [];
  for (const [index, commune] of communes.entries()) {
    const crowd = crowdOf({ ...shared, commune, dossiers: asked.dossiers[index] ?? 0 }, book);
    for await (const day of crowd) {
      portion.push(...day);
      if (portion.length < PORTION) continue;
      yield portion;
      portion = [];
    }
  }
  if (portion.length > 0) yield portion;
}

const secondsSince = (began: number): number => (performance.now() - began) / 1_000;

async function copyAll(asked: LoadAsked, communes: readonly Commune[]): Promise<number> {
  const portions = portionsOf(asked, communes);
  let done = 0;
  const lane = async (): Promise<void> => {
    const bulk = await Bulk.open(asked.superuserUrl);
    try {
      for await (const portion of { [Symbol.asyncIterator]: () => shared(portions) }) {
        await bulk.keep(portion);
        done += portion.length;
        asked.onProgress?.(done);
      }
    } finally {
      await bulk.close();
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return done;
}

/** Several may draw from it; none of them closes it to the others. */
const shared = <Item>(items: AsyncGenerator<Item>): AsyncIterator<Item> => ({
  next: () => items.next(),
});

/** A catalogue that is taken for empty is read whole for each question about one of its procedures. */
async function learnCatalogue(
  { tenancy, clock }: LoadAsked,
  bulk: Bulk,
  [first]: readonly Commune[],
): Promise<void> {
  if (first === undefined) return;
  await new StarterService(tenancy, clock).rootWithCatalogue(first.id);
  await bulk.query('analyze');
}

/** Fills an empty, migrated database with as many dossiers as asked, everything as live commands leave it. */
export async function load(asked: LoadAsked): Promise<Loaded> {
  const bulk = await Bulk.open(asked.superuserUrl);
  try {
    const communes = await foundCity(bulk, asked.dossiers.length);
    await learnCatalogue(asked, bulk, communes);
    const began = performance.now();
    let copied = 0;
    const dossiers = await bulk.withoutIndexes(async () => {
      const count = await copyAll(asked, communes);
      copied = secondsSince(began);
      return count;
    });
    const indexSeconds = secondsSince(began) - copied;
    return { communes, dossiers, copySeconds: copied, indexSeconds };
  } finally {
    await bulk.close();
  }
}
