/**
 * The words of the contract about a dossier's life, taken literally: a list of what was told, read from the
 * beginning each time anybody asks. It shares no code with the product and is slow on purpose.
 */
export interface NaiveEvent {
  readonly version: number;
  readonly type: string;
  readonly at: number;
  readonly says: Readonly<Record<string, unknown>>;
}

export interface NaivePause {
  readonly cause: 'supplement' | 'payment' | 'hold';
  readonly from: number;
  readonly to?: number;
}

export interface NaiveFixed {
  readonly version: number;
  readonly kind: 'declared' | 'extended';
  readonly at: number;
  readonly dueAt: number;
  readonly bySource: boolean;
}

export interface NaiveLife {
  state: string;
  submittedAt: number | null;
  receivedAt: number | null;
  startedAt: number | null;
  variantKey: string | undefined;
  termAgreedAt: number | undefined;
  variantBeforeExtension: { readonly key: string | undefined } | undefined;
  pauses: NaivePause[];
  fixed: NaiveFixed[];
  extensions: number;
  finishedAt: number | null;
  agency: boolean;
  lastMoveAt: number;
}

const number = (value: unknown): number => value as number;
const text = (value: unknown): string | undefined => value as string | undefined;

/** Voided ones gone, corrected ones as corrected, forgotten ones in their place, in order of time. */
export function effectiveOf(events: readonly NaiveEvent[]): NaiveEvent[] {
  const gone = new Set<number>();
  for (const event of [...events].reverse()) {
    if (event.type === 'voided' && !gone.has(event.version))
      gone.add(number(event.says['version']));
  }
  let told: NaiveEvent[] = [];
  for (const event of events) {
    if (event.type !== 'voided' && event.type !== 'corrected') told.push(event);
  }
  for (const { version, type, says } of events) {
    if (type !== 'corrected' || gone.has(version) || says['insert'] === undefined) continue;
    const { type: what, at, ...rest } = says['insert'] as { type: string; at: number };
    told.push({ version, type: what, at, says: rest });
  }
  for (const { version, type, says } of events) {
    if (type !== 'corrected' || gone.has(version) || says['moved'] === undefined) continue;
    const at = number(says['moved']);
    told = told.map((each) => (each.version === says['version'] ? { ...each, at } : each));
  }
  return told
    .filter(({ version }) => !gone.has(version))
    .sort((a, b) => a.at - b.at || a.version - b.version);
}

/** What an amendment speaks of has to stand: neither unknown nor void already. */
export function stands(events: readonly NaiveEvent[], version: number): boolean {
  const gone = new Set<number>();
  for (const event of [...events].reverse()) {
    if (event.type === 'voided' && !gone.has(event.version))
      gone.add(number(event.says['version']));
  }
  return events.some((event) => event.version === version) && !gone.has(version);
}

const CAUSES: Readonly<Record<string, NaivePause['cause']>> = {
  supplementRequested: 'supplement',
  paymentRequested: 'payment',
  held: 'hold',
};

const REMARKS = new Set(
  `supplementProposed supplementExpired noteAdded difficultyNoted componentsDigitised resultDigitised
   electronicResultIssued archivedToStore dataReused feeCharged feePaid apologyIssued linked unlinked`.split(
    /\s+/,
  ),
);

/** What changes state, holder or clock: the order of these is the order of the life. */
export const isMove = ({ type }: Pick<NaiveEvent, 'type'>): boolean => !REMARKS.has(type);

export function lifeOf(effective: readonly NaiveEvent[], clockStart: string): NaiveLife {
  const life: NaiveLife = {
    state: 'submitted',
    submittedAt: null,
    receivedAt: null,
    startedAt: null,
    variantKey: undefined,
    termAgreedAt: undefined,
    variantBeforeExtension: undefined,
    pauses: [],
    fixed: [],
    extensions: 0,
    finishedAt: null,
    agency: false,
    lastMoveAt: -Infinity,
  };
  let intakeWait = false;
  let underway = false;
  let finish: string | undefined;
  let returned = false;
  let annulled = false;
  let sourced = false;
  const end = (cause: NaivePause['cause'] | 'all', at: number): void => {
    life.pauses = life.pauses.map((pause) =>
      pause.to === undefined && (cause === 'all' || pause.cause === cause)
        ? { ...pause, to: at }
        : pause,
    );
  };
  const finished = (type: string, at: number): void => {
    finish = type;
    life.finishedAt = at;
    intakeWait = false;
    end('all', at);
  };
  for (const { version, type, at, says } of effective) {
    if (isMove({ type })) life.lastMoveAt = Math.max(life.lastMoveAt, at);
    if (says['sourced'] === true) sourced = true;
    switch (type) {
      case 'submitted':
        life.submittedAt = at;
        life.variantKey = text(says['variantKey']);
        break;
      case 'received':
        if (says['first'] === true) life.variantKey = text(says['variantKey']);
        life.receivedAt = at;
        life.startedAt = clockStart === 'submission' ? (life.submittedAt ?? at) : at;
        intakeWait = false;
        break;
      case 'termAgreed':
        if (life.extensions > 0 && life.variantBeforeExtension === undefined) {
          life.variantBeforeExtension = { key: life.variantKey };
        }
        life.variantKey = text(says['variantKey']);
        life.termAgreedAt = at;
        break;
      case 'assigned':
        underway = true;
        life.agency = false;
        break;
      case 'supplementRequested':
      case 'paymentRequested':
      case 'held':
        if (life.receivedAt === null) intakeWait = true;
        else life.pauses.push({ cause: CAUSES[type] ?? 'hold', from: at });
        break;
      case 'supplementReceived':
        if (life.receivedAt === null && intakeWait) life.submittedAt = at;
        intakeWait = false;
        end('supplement', at);
        break;
      case 'supplementSubmitted':
        if (says['ends'] === true) end('supplement', at);
        break;
      case 'paymentReceived':
        end('payment', at);
        break;
      case 'resumed':
        end('hold', at);
        break;
      case 'extended':
        life.extensions += 1;
        life.fixed.push({
          ...{ version, kind: 'extended', at },
          ...{ dueAt: number(says['dueAt']), bySource: false },
        });
        break;
      case 'resultIssued':
      case 'refused':
      case 'stopped':
      case 'withdrawn':
        finished(type, at);
        break;
      case 'returned':
        returned = true;
        break;
      case 'annulled':
        annulled = true;
        break;
      case 'sentToAgency':
        life.agency = true;
        break;
      case 'backFromAgency':
        life.agency = false;
        break;
      default:
        break;
    }
    if (says['primary'] === true) life.fixed = life.fixed.filter(({ bySource }) => !bySource);
    if (says['declared'] !== undefined) {
      const bySource = sourced && (says['first'] === true || type === 'dueRevised');
      life.fixed.push({
        ...{ version, kind: 'declared', at, dueAt: number(says['declared']), bySource },
      });
    }
  }
  const waits = life.pauses.filter(({ to }) => to === undefined).map(({ cause }) => cause);
  life.state = nameOf();
  return life;

  function nameOf(): string {
    if (annulled) return 'annulled';
    if (finish === 'resultIssued') return returned ? 'returned' : 'resultReady';
    if (finish !== undefined) return finish;
    if (life.receivedAt === null) return intakeWait ? 'awaitingIntakeSupplement' : 'submitted';
    if (waits.includes('supplement')) return 'awaitingSupplement';
    if (waits.includes('payment')) return 'awaitingPayment';
    if (waits.includes('hold')) return 'onHold';
    return underway ? 'processing' : 'received';
  }
}
