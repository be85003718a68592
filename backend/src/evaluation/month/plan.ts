import { createHash } from 'node:crypto';
import type { ApplicantBody } from '#contract/dossiers';
import type { Channel } from '#domain/dossier';
import {
  dayStart,
  formatDay,
  isWorkingDay,
  plusDays,
  workingDayFrom,
  type Day,
  type Instant,
} from '#domain/working-time';
import { COMMUNE_CODE, officerNamed, type Cast } from '../accounts.ts';
import { anApplicant } from './applicants.ts';
import {
  ASKED_FOR,
  BIRTH,
  LASTING,
  LINKED_BIRTH,
  MARITAL_STATUS,
  type AskedFor,
} from './asked-for.ts';
import { Dice } from './dice.ts';
import { PLAYING_HOURS, later } from './hours.ts';
import type { Act } from './script.ts';
import { toldBy, type Told } from './sources.ts';
import {
  atTheCounter,
  linkedTo,
  overDays,
  overdueUntil,
  paidLater,
  refused,
  slowly,
  supplemented,
  withdrawn,
  withinTheDay,
  type Story,
} from './stories.ts';

/** A dossier of the living month before anything of it has happened. */
export interface Plan {
  readonly id: string;
  readonly procedureCode: string;
  readonly channel: Channel;
  readonly bundle?: string;
  readonly applicant: ApplicantBody;
  readonly told: Told;
  readonly cast: Cast;
  readonly acts: readonly Act[];
}

/** Whose days are planned. */
export interface PlannedOffice {
  readonly code: string;
  /** Another seed, other people with other matters. */
  readonly seed: number;
  /** How many come on a day, at least and at most. */
  readonly coming: readonly [least: number, most: number];
  /** Whether nobody there forgets a dossier for a fortnight. */
  readonly isPunctual?: boolean;
  /** Who handles what one citizen comes for. */
  readonly castFor: (dice: Dice) => Cast;
}

/** What a citizen comes with; the rest of the plan follows. */
interface Coming {
  readonly asked: AskedFor;
  readonly at: Instant;
  readonly story: Story;
  readonly bundle?: string;
}

/** The commune a stranger finds. */
export const XA_MAU: PlannedOffice = {
  code: COMMUNE_CODE,
  seed: 24_991,
  coming: [70, 84],
  castFor: () => officerNamed,
};
/** Official codes from here on: below, a visitor's own imports find room. */
const FIRST_NUMBER = 9_001;
/** Who comes later cannot be served while he waits. */
const LAST_HOUR = 7.4;
const DIRECT = 0.001;
const LATE_EVERY_DAYS = 14;
const BUNDLE_EVERY_DAYS = 15;
const BUNDLE = 'khai-sinh';

const WAYS = { counter: atTheCounter, sameDay: withinTheDay, days: overDays } as const;

/** How much of what happens is out of the ordinary; the rest goes the procedure's way. */
const TURNS: readonly { readonly weight: number; readonly story?: Story }[] = [
  { weight: 9_622 },
  { weight: 160, story: supplemented },
  { weight: 110, story: slowly },
  { weight: 70, story: refused },
  { weight: 20, story: withdrawn },
  { weight: 18, story: paidLater },
];

/** Everybody who comes on a day, always the same; nobody on a day off. */
export function planDay(day: Day, office: PlannedOffice = XA_MAU): readonly Plan[] {
  if (!isWorkingDay(PLAYING_HOURS, day)) return [];
  const dice = new Dice(office.seed + day * 7_919);
  const count = dice.whole(...office.coming);
  const ordinary = Array.from({ length: count }, () => ordinaryComing(day, dice));
  const late = office.isPunctual === true ? [] : lateComing(day);
  const coming = [...ordinary, ...late].sort((one, other) => one.at - other.at);
  const plans = coming.map((each, number) => planOf(each, { day, number, dice, office }));
  return [...plans, ...bundled({ day, number: plans.length, dice, office })];
}

function ordinaryComing(day: Day, dice: Dice): Coming {
  const at = later(dayStart(PLAYING_HOURS, day), dice.share() * LAST_HOUR);
  const { story } = dice.weighed(TURNS);
  if (story === undefined) {
    const asked = dice.weighed(ASKED_FOR);
    return { asked, at, story: WAYS[asked.way] };
  }
  const asked = story === slowly ? MARITAL_STATUS : dice.weighed(LASTING);
  return { asked, at, story };
}

/** Every other week somebody's three days run out on a Friday, for a fortnight. */
function lateComing(day: Day): readonly Coming[] {
  const monday = mondayOfBlock(plusDays(day, 6));
  if (workingDayFrom(PLAYING_HOURS, plusDays(monday, -6)) !== day) return [];
  const issuedAt = later(dayStart(PLAYING_HOURS, plusDays(monday, 11)), 6.5);
  const at = later(dayStart(PLAYING_HOURS, day), 2);
  return [{ asked: MARITAL_STATUS, at, story: overdueUntil(issuedAt) }];
}

/** Day 4 of 1970 was a Monday. */
const mondayOfBlock = (day: Day): Day => plusDays(day, -((day - 4) % LATE_EVERY_DAYS));

/** *Liên thông khai sinh*: the registration, and the same case told again. */
function bundled(numbered: Numbered): readonly Plan[] {
  const { day, number } = numbered;
  const first = plusDays(day, -(day % BUNDLE_EVERY_DAYS));
  if (workingDayFrom(PLAYING_HOURS, first) !== day) return [];
  const at = later(dayStart(PLAYING_HOURS, day), 1.5);
  const primary = { asked: BIRTH, at, story: withinTheDay, bundle: BUNDLE };
  const planned = planOf(primary, numbered);
  const again = { ...primary, asked: LINKED_BIRTH, story: linkedTo(planned.id) };
  return [planned, planOf(again, { ...numbered, number: number + 1 })];
}

interface Numbered {
  readonly day: Day;
  readonly number: number;
  readonly dice: Dice;
  readonly office: PlannedOffice;
}

function planOf({ asked, at, story, bundle }: Coming, numbered: Numbered): Plan {
  const { day, number, dice, office } = numbered;
  const date = formatDay(day).slice(2).replaceAll('-', '');
  const officialCode = `${office.code}-${date}-${FIRST_NUMBER + number}`;
  const cast = office.castFor(dice);
  return {
    id: idOf(at, officialCode),
    procedureCode: asked.code,
    channel: dice.falls(DIRECT) ? 'direct' : 'online',
    ...(bundle !== undefined && { bundle }),
    applicant: anApplicant(dice),
    told: toldBy({ field: asked.field, officialCode, at }, dice),
    cast,
    acts: story({ dice, asked, at, cast }).acts,
  };
}

/** A UUIDv7 whose random part is not: the same dossier has the same id at every start. */
function idOf(at: Instant, officialCode: string): string {
  const bytes = createHash('sha256').update(officialCode).digest().subarray(0, 16);
  bytes.writeUIntBE(at, 0, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [0, 8, 12, 16, 20].map((from, part, all) => hex.slice(from, all[part + 1])).join('-');
}

/** Whether anything of it has happened by now. */
export const hasBegun = ({ acts: [first] }: Plan, now: Instant): boolean =>
  first !== undefined && first.at <= now;

/** Days a month is played over: those before today, and today. */
export const MONTH_DAYS = 45;
