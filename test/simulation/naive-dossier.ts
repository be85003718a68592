import { closingOf, localDay, walkDays } from '../support/naive-clock.ts';
import { duesOf, provisionalOf, type NaiveDues, type NaiveRules } from './naive-dues.ts';
import {
  effectiveOf,
  isMove,
  lifeOf,
  stands,
  type NaiveEvent,
  type NaiveLife,
} from './naive-life.ts';
import { EVENT_OF, OF_PROCESSING, OPEN, allowedIn, mayFollow } from './naive-table.ts';

export type Body = Readonly<Record<string, unknown>>;

export interface Sent {
  readonly as: 'director' | 'processing' | 'observer';
  readonly command: string;
  /** Moments are numbers here; they are written out on their way. */
  readonly body: Body;
  readonly ifMatch: 'fresh' | 'stale' | 'missing';
  readonly wrong?: 'malformed' | 'foreign';
}

export interface UnitSettings {
  readonly runningHours: boolean;
  readonly restartAt: 'received' | 'submitted';
  readonly maxExtensions: number;
  readonly needsApproval: boolean;
  readonly backdating: boolean;
  readonly sources: readonly string[];
}

/** What the product has to answer. */
export interface Expected {
  readonly status: number;
  readonly allowed?: readonly string[];
  /** What then has happened. */
  readonly events?: readonly Omit<NaiveEvent, 'version'>[];
}

const FORM: Readonly<Record<string, string>> = { refuse: '03', extend: '04', stop: '05' };
const HOLD_BASES = ['court-decision', 'inspection', 'dispute', 'competent-authority-request'];

/** Told after the working day on which it happened; after hours or on a day off, after the next one. */
export function isLate(at: number, now: number, { office }: Pick<NaiveRules, 'office'>): boolean {
  const day = localDay(at);
  const same = office.isWorkingDay(day) && at <= closingOf(office, day);
  return now > closingOf(office, same ? day : walkDays(office, day, 1));
}

/** One dossier as the contract would have it. */
export class NaiveDossier {
  readonly settings: UnitSettings;
  readonly rules: NaiveRules;
  events: NaiveEvent[] = [];
  kept = new Map<number, { readonly at: number; readonly dueAt: number }>();
  pending = new Map<string, Sent>();
  calendarChanged = false;
  /** What a finished dossier was told last: no later calendar moves it. */
  frozen: NaiveDues | null = null;
  sources: string[] = [];
  /** What the last event that changes the clock told, each time one did. */
  told: { at: number; dues: NaiveDues }[] = [];

  constructor(settings: UnitSettings, rules: Omit<NaiveRules, 'kept'>) {
    this.settings = settings;
    const { kept } = this;
    this.rules = {
      procedure: rules.procedure,
      runningHours: rules.runningHours,
      kept,
      // The calendar may be another one by the next time anybody asks.
      get office() {
        return rules.office;
      },
    };
  }

  get version(): number {
    return this.events.length;
  }
  get life(): NaiveLife {
    return this.#lifeOf(effectiveOf(this.events));
  }
  get state(): string {
    return this.life.state;
  }
  get dues(): NaiveDues {
    return this.frozen ?? duesOf(this.life, this.rules);
  }
  get isOpen(): boolean {
    return OPEN.includes(this.state);
  }
  provisionalAt(now: number): number | null {
    const { current } = this.dues;
    const open = this.life.pauses.some(({ to }) => to === undefined);
    return current !== null || !open ? current : provisionalOf(this.life, this.rules, now);
  }

  happen(events: readonly Omit<NaiveEvent, 'version'>[]): void {
    for (const event of events) {
      this.events.push({ ...event, version: this.version + 1 });
      if (event.type === 'voided' || event.type === 'corrected') this.#tellAnew();
      else if (isMove(event)) this.told.push({ at: event.at, dues: this.dues });
    }
  }

  /** After an amendment as if it had always been so: nothing goes on from what was told by mistake. */
  #tellAnew(): void {
    const effective = effectiveOf(this.events);
    this.told = effective.filter(isMove).map((move) => {
      const life = this.#lifeOf(effective.slice(0, effective.indexOf(move) + 1));
      return { at: move.at, dues: duesOf(life, this.rules) };
    });
  }

  /** Another calendar: whatever somebody promised stays as it was told. */
  keepPromises(): void {
    for (const { version } of this.life.fixed) {
      const moments = this.told.map(({ at, dues: { current, before, currentBy, beforeBy } }) => ({
        at,
        dueAt: currentBy === version ? current : beforeBy === version ? before : null,
      }));
      for (const { at, dueAt } of moments) {
        if (dueAt !== null) this.kept.set(version, { at, dueAt });
      }
    }
  }

  judge(sent: Sent, now: number): Expected {
    const { as, command, body, ifMatch, wrong } = sent;
    if (wrong === 'malformed') return { status: 400 };
    if (wrong === 'foreign') return { status: 404 };
    if (as === 'observer') return { status: 403 };
    if (as === 'processing' && !OF_PROCESSING.includes(command)) return { status: 403 };
    if (ifMatch === 'missing') return { status: 428 };
    if (ifMatch === 'stale') return { status: 412 };
    return this.decide(sent, body, now);
  }

  /** From the state on: 409, 403 on this dossier, 422, 202, 200. */
  decide({ as, command }: Sent, body: Body, now: number): Expected {
    const allowed = allowedIn(this.state);
    if (!allowed.includes(command)) return { status: 409, allowed };
    if (as === 'processing' && command === 'complete-on-the-spot') return { status: 403 };
    const at = (body['occurredAt'] as number | undefined) ?? now;
    if (at > now || at < this.life.lastMoveAt) return { status: 422 };
    const reason = typeof body['backdateReason'] === 'string';
    if (this.settings.backdating && !reason && isLate(at, now, this.rules)) return { status: 422 };
    if (!this.#keepsTheRules(command, body, { at, now })) return { status: 422 };
    if (as === 'processing' && this.#waits(command)) {
      return this.pending.has(command) ? { status: 409 } : { status: 202 };
    }
    return { status: 200, events: this.#happenings(command, body, at) };
  }

  #waits(command: string): boolean {
    return command === 'hold' || (this.settings.needsApproval && FORM[command] !== undefined);
  }

  #keepsTheRules(command: string, body: Body, { at, now }: { at: number; now: number }): boolean {
    const amount = body['amount'] as number | undefined;
    if (amount !== undefined && !(Number.isInteger(amount) && amount >= 0)) return false;
    switch (command) {
      case 'correct':
      case 'void':
        return this.#mends(command, body, now);
      case 'back-from-agency':
        return this.life.agency;
      case 'start-step':
      case 'complete-step':
      case 'return-step':
        return false;
      case 'assign':
        return body['departmentCode'] === 'tu-phap';
      case 'hold':
        return HOLD_BASES.includes(String(body['basisCode']));
      case 'complete-on-the-spot':
        return this.rules.procedure.onTheSpot !== undefined;
      default:
        return this.#mayHappen(EVENT_OF[command] ?? '', body, { at, now, life: this.life });
    }
  }

  /** What depends on what came before: asked at the act, and asked again when the past is mended. */
  #mayHappen(
    event: string,
    says: Body,
    { at, now, life }: { at: number; now: number; life: NaiveLife },
  ): boolean {
    const moment = (name: string): number | undefined => says[name] as number | undefined;
    const { current } = duesOf(life, this.rules);
    switch (event) {
      case 'received':
        return (moment('declared') ?? moment('declaredDueAt') ?? Infinity) >= at;
      case 'supplementRequested':
        return (moment('respondBy') ?? Infinity) > at;
      case 'extended': {
        const dueAt = moment('dueAt') ?? NaN;
        const more = life.extensions < this.settings.maxExtensions;
        return current !== null && more && dueAt > current && dueAt > now;
      }
      case 'termAgreed': {
        const known = this.rules.procedure.variants?.some(({ key }) => key === says['variantKey']);
        return known === true && (current === null || at < current);
      }
      case 'backFromAgency':
        return life.agency;
      default:
        return true;
    }
  }

  #mends(command: string, body: Body, now: number): boolean {
    const version = body['version'] as number | undefined;
    const before = effectiveOf(this.events);
    if (command === 'void') {
      if (version === 1 || version === undefined || !stands(this.events, version)) return false;
      // Which source is the primary one, and which calendar is in force, is no event's mistake.
      if (this.events.some((event) => event.version === version && event.type === 'dueRevised')) {
        return false;
      }
    } else if (body['insert'] === undefined && !before.some((event) => event.version === version)) {
      return false;
    }
    const [mending] = this.#happenings(command, body, now);
    if (mending === undefined) return false;
    const { insert, moved } = mending.says as { insert?: { at: number }; moved?: number };
    if ((insert?.at ?? moved ?? now) > now) return false;
    const tried = effectiveOf([...this.events, { ...mending, version: this.version + 1 }]);
    return this.#couldHaveBeen(tried, before);
  }

  #couldHaveBeen(tried: readonly NaiveEvent[], before: readonly NaiveEvent[]): boolean {
    const known = new Set(before.map((event) => JSON.stringify(event)));
    return tried.every((event, index) => {
      const { type, at, says } = event;
      if (index === 0) {
        return (
          says['first'] === true &&
          (type !== 'received' || this.#mayHappen(type, says, { at, now: at, life: this.life }))
        );
      }
      const life = this.#lifeOf(tried.slice(0, index));
      if (says['first'] === true || !mayFollow(life.state, type)) return false;
      const again =
        !known.has(JSON.stringify(event)) || type === 'extended' || type === 'termAgreed';
      return !again || this.#mayHappen(type, says, { at, now: at, life });
    });
  }

  #happenings(command: string, body: Body, at: number): Omit<NaiveEvent, 'version'>[] {
    const says: Record<string, unknown> = {};
    for (const name of ['dueAt', 'variantKey', 'respondBy']) {
      if (body[name] !== undefined) says[name] = body[name];
    }
    if (body['declaredDueAt'] !== undefined) says['declared'] = body['declaredDueAt'];
    if (command === 'void') return [{ type: 'voided', at, says: { version: body['version'] } }];
    if (command === 'correct') return [{ type: 'corrected', at, says: mendingOf(body) }];
    if (command === 'submit-supplement') says['ends'] = this.settings.restartAt === 'submitted';
    if (command !== 'complete-on-the-spot') {
      return [{ type: EVENT_OF[command] ?? command, at, says }];
    }
    const missing = this.life.receivedAt === null ? ['received'] : [];
    const listed = this.rules.procedure.onTheSpot ?? [];
    return [...missing, ...listed].map((type) => ({ type, at, says: {} }));
  }

  #lifeOf(effective: readonly NaiveEvent[]): NaiveLife {
    return lifeOf(effective, this.rules.procedure.clockStart ?? 'acceptance');
  }
}

const mendingOf = (body: Body): Body => {
  const { insert, changes, version } = body as {
    insert?: { type: string; occurredAt: number } & Record<string, unknown>;
    changes?: { occurredAt?: number };
    version?: number;
  };
  if (insert === undefined) return { version, moved: changes?.occurredAt };
  const { occurredAt, ...rest } = insert;
  return { insert: { ...rest, at: occurredAt } };
};
