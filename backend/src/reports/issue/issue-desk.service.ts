import { createHash, randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { NewReportIssue, ReportDocument, ReportIssueChanges } from '#contract/reports';
import { afterAct, checkPeriod, isFrozen, isWholePdf, type IssueAct } from '#domain/report';
import { formatDay, instant, type Instant } from '#domain/working-time';
import { wakeUnit } from '../../alerts/index.ts';
import { AuditBook } from '../../audit/index.ts';
import type { RequestActor } from '../../platform/auth/request-actor.ts';
import type { Locator } from '../../platform/auth/policy.ts';
import { isUuid } from '../../platform/auth/path-id.ts';
import { CLOCK, type Clock } from '../../platform/clock/clock.ts';
import { Tenancy, type Transaction } from '../../platform/database/tenancy.ts';
import type { Ask } from '../../platform/idempotency/ask.ts';
import { once } from '../../platform/idempotency/once.ts';
import { ProblemError } from '../../platform/problem/problem-error.ts';
import { refusalProblem } from '../../platform/problem/refusal-problem.ts';
import { tellPeriods, type IssueRow } from './issue-row.ts';
import { IssueStore, type IssueChange, type IssueRef } from './issue-store.ts';
import { TextBuilder, type BuiltText } from '../text/text-builder.service.ts';
import { remark } from '../text/carry-over.ts';
import { Vault, type ToFreeze } from './vault.ts';

type Leaves = Omit<IssueChange, 'state' | 'at'>;

/** What is done to a report beyond its state. */
interface Deed {
  readonly act: IssueAct;
  readonly leaves: (at: Instant) => Leaves;
  /** Figures and words to be frozen with it. */
  readonly toFreeze?: ToFreeze;
  /** The paper says something new; the signed one is kept with it. */
  readonly reprints?: { readonly signed?: Uint8Array | undefined };
}

/** Reports as the office passes them on: drawn up, submitted, approved, issued, sent. */
@Injectable()
export class IssueDesk implements Locator {
  readonly #store: IssueStore;
  readonly #texts: TextBuilder;
  readonly #vault: Vault;
  readonly #tenancy: Tenancy;
  readonly #audit: AuditBook;
  readonly #clock: Clock;

  // eslint-disable-next-line max-params -- an issue is a row, its figures, a seal and a note
  constructor(
    @Inject(IssueStore) store: IssueStore,
    @Inject(TextBuilder) texts: TextBuilder,
    @Inject(Vault) vault: Vault,
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(AuditBook) audit: AuditBook,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#store = store;
    this.#texts = texts;
    this.#vault = vault;
    this.#tenancy = tenancy;
    this.#audit = audit;
    this.#clock = clock;
  }

  async locate(id: string, units: readonly number[]): Promise<readonly number[] | undefined> {
    const found = isUuid(id) ? await this.#store.find(units, id) : undefined;
    return found && [found.unitId];
  }

  async found(actor: RequestActor, id: string): Promise<IssueRow> {
    const row = await this.#store.find(actor.covers('reports.read', undefined), id);
    if (row === undefined) throw new ProblemError('not-found');
    return row;
  }

  /** A draft; over the same days again it is the next version. */
  async draw(ask: Ask, asked: NewReportIssue): Promise<string> {
    const unitId = ask.actor.choose('reports.draft', asked.unitId).id;
    const periods = periodsOf(asked);
    const drawn = await this.#tenancy.within({ units: [unitId] }, (transaction) =>
      once(transaction, ask.asking, async () => {
        const id = randomUUID();
        const { kind, id: by } = ask.actor;
        await this.#store.add(transaction, {
          ...{ unitId, id, template: asked.template, periods, text: asked.text ?? null },
          ...{ at: this.#now(), by: { kind, id: by } },
        });
        await this.#note(transaction, ask, { unitId, id }, { act: 'report.drawn' });
        return { id, result: undefined };
      }),
    );
    return drawn.id;
  }

  edit(ask: Ask, id: string, changes: ReportIssueChanges): Promise<void> {
    const periods = changes.periods && periodsOf({ periods: changes.periods });
    return this.#act(ask, id, { act: 'edit', leaves: () => ({ periods, text: changes.text }) });
  }

  submit(ask: Ask, id: string): Promise<void> {
    return this.#act(ask, id, { act: 'submit', leaves: () => ({ reason: null }) });
  }

  approve(ask: Ask, id: string): Promise<void> {
    return this.#act(ask, id, { act: 'approve', leaves: () => ({}) });
  }

  /** By a leader before it is issued; by the city once it was sent. */
  async giveBack(ask: Ask, id: string, reason: string): Promise<void> {
    const row = await this.found(ask.actor, id);
    ask.actor.require(givenBackBy(ask.actor, row), row.unitId);
    await this.#act(ask, id, { act: 'return', leaves: () => ({ reason }) });
  }

  /** Freezes what the report says at this moment; from here on nothing of it changes. */
  async issue(ask: Ask, id: string): Promise<void> {
    const row = await this.found(ask.actor, id);
    const deed = { act: 'issue' as const, leaves: (at: Instant) => ({ issuedAt: at }) };
    // Figures are made only for what may be issued; the row is asked again when it is locked.
    const isDue = afterAct(row.state, 'issue').ok;
    const told = isDue ? await this.#texts.build(ask.actor, row, 'paper') : undefined;
    if (told === undefined) return this.#act(ask, id, deed);
    refuseUnfinished(told);
    await this.#act(ask, id, { ...deed, toFreeze: await this.#vault.prepare(told) });
  }

  /** *Số, ngày* and the paper as it was signed. */
  async attach(ask: Ask, id: string, said: ReportDocument): Promise<void> {
    const before = (await this.found(ask.actor, id)).document;
    const leaves = () => ({ document: documentOf(said, before) });
    await this.#act(ask, id, { act: 'attach', leaves, reprints: { signed: said.file } });
  }

  send(ask: Ask, id: string): Promise<void> {
    return this.#act(ask, id, { act: 'send', leaves: (at) => ({ sentAt: at }) });
  }

  accept(ask: Ask, id: string): Promise<void> {
    return this.#act(ask, id, { act: 'accept', leaves: () => ({}) });
  }

  /** The unit's answer to the city; the report lies before it again. */
  explain(ask: Ask, id: string, explanation: string): Promise<void> {
    return this.#act(ask, id, { act: 'explain', leaves: () => ({ explanation }) });
  }

  async #act(ask: Ask, id: string, { act, leaves, toFreeze, reprints }: Deed): Promise<void> {
    const { unitId } = await this.found(ask.actor, id);
    await this.#tenancy.within({ units: [unitId] }, (transaction) =>
      once(transaction, ask.asking, async () => {
        const row = await this.#store.lock(transaction, { unitId, id });
        const next = afterAct(row.state, act);
        if (!next.ok) throw refusalProblem(next.refusal);
        const at = this.#now();
        if (toFreeze) await this.#vault.freeze(transaction, row, { ...toFreeze, at });
        const left = leaves(at);
        await this.#store.change(transaction, row, { state: next.value, at, ...left });
        if (left.text !== undefined) {
          await this.#remark(transaction, ask, { unitId, id, text: left.text, at });
        }
        if (reprints) {
          const { document = row.document } = left;
          await this.#vault.printAgain(transaction, { ...row, document }, { at, ...reprints });
        }
        const facts = { from: row.state, to: next.value };
        await this.#note(transaction, ask, row, { act: `report.${DONE[act]}`, facts });
        await wakeUnit(transaction, unitId, at);
        return { id, result: undefined };
      }),
    );
  }

  /** The free text is a passage like others, under its own name. */
  #remark(
    transaction: Transaction,
    { actor: { kind, id: by } }: Ask,
    { unitId, id, text, at }: IssueRef & { readonly text: string | null; readonly at: Instant },
  ): Promise<void> {
    return remark(transaction, { unitId, id, text, at, by: { kind, id: by } });
  }

  async #note(
    transaction: Transaction,
    { actor, from }: Ask,
    { unitId, id }: IssueRef,
    done: { readonly act: string; readonly facts?: Readonly<Record<string, unknown>> },
  ): Promise<void> {
    const subject = { type: 'report', id };
    await this.#audit.write(transaction, { unitId, actor, subject, from, ...done });
  }

  #now(): Instant {
    return instant(this.#clock.officeNow());
  }
}

/** Where it lies with nobody, whoever could once give it back is told how it stands, or what he did before. */
function givenBackBy(actor: RequestActor, { state, unitId }: IssueRow) {
  if (state === 'sent') return 'reports.receive';
  const isWithCity = isFrozen(state) && actor.may('reports.receive', unitId);
  return isWithCity ? 'reports.receive' : 'reports.issue';
}

/** A report with gaps, or with words of the last one that nobody has read again, is not issued. */
function refuseUnfinished({ text: { faults } }: BuiltText): void {
  if (faults.length === 0) return;
  const passages = [...new Set(faults.map(({ label }) => label))];
  throw new ProblemError(
    'report-text-unfinished',
    { passages },
    faults.map(({ key, code }) => ({ path: key === 'heading' ? key : `passages.${key}`, code })),
  );
}

/** What the file is named by whoever sends it is kept, and what it is counted here. */
function documentOf(
  { file, ...said }: ReportDocument,
  before: IssueRow['document'],
): NonNullable<IssueRow['document']> {
  const { number, date, fileName = null, fileSha256 = null } = said;
  const told = { number, date: formatDay(date), fileName };
  if (file !== undefined) return { ...told, fileSha256: hashOf(file, fileSha256), isKept: true };
  const isSame = fileSha256 !== null && fileSha256 === before?.fileSha256;
  return { ...told, fileSha256, isKept: isSame && before.isKept };
}

/** What a signed paper is told by; refused where it is no whole PDF, or another one than was named. */
function hashOf(file: Uint8Array, named: string | null): string {
  const counted = createHash('sha256').update(file).digest('hex');
  const isMeant = named === null || named === counted;
  if (!isMeant || !isWholePdf(file)) throw new ProblemError('report-signed-unfit');
  return counted;
}

const DONE = {
  edit: 'changed',
  submit: 'submitted',
  approve: 'approved',
  return: 'returned',
  issue: 'issued',
  attach: 'numbered',
  send: 'sent',
  accept: 'accepted',
  explain: 'explained',
} as const satisfies Record<IssueAct, string>;

function periodsOf({ periods }: Pick<NewReportIssue, 'periods'>): IssueRow['periods'] {
  for (const { from, to } of Object.values(periods)) {
    const checked = checkPeriod(from, to);
    if (!checked.ok) throw refusalProblem(checked.refusal);
  }
  return tellPeriods(periods);
}
