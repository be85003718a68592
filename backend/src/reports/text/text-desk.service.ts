import { Inject, Injectable } from '@nestjs/common';
import type {
  HumanPassage,
  NewHeading,
  NewPassage,
  ReportHeading,
  ReportText,
} from '#contract/reports';
import type { RegisterTelling } from '#domain/register';
import { afterAct, isFrozen } from '#domain/report';
import { passagesOf, type PassageKey } from '#domain/report-text';
import { instant } from '#domain/working-time';
import { passageBlock, withDocument } from '#wording/report-text';
import { AuditBook } from '../../audit/index.ts';
import type { RequestActor } from '../../platform/auth/request-actor.ts';
import { CLOCK, type Clock } from '../../platform/clock/clock.ts';
import { Tenancy, type Transaction } from '../../platform/database/tenancy.ts';
import type { Ask } from '../../platform/idempotency/ask.ts';
import { ProblemError } from '../../platform/problem/problem-error.ts';
import { refusalProblem } from '../../platform/problem/refusal-problem.ts';
import { IssueDesk } from '../issue/issue-desk.service.ts';
import type { IssueRow } from '../issue/issue-row.ts';
import { IssueStore } from '../issue/issue-store.ts';
import { Vault } from '../issue/vault.ts';
import { TextBuilder } from './text-builder.service.ts';
import { TextStore } from './text-store.ts';

/** What was decided on; undefined where the request does not say. */
export type Expected = number | undefined;

/** The words of a report: read live until it is issued, written while it is a draft. */
@Injectable()
export class TextDesk {
  readonly #issues: IssueDesk;
  readonly #rows: IssueStore;
  readonly #texts: TextBuilder;
  readonly #store: TextStore;
  readonly #vault: Vault;
  readonly #tenancy: Tenancy;
  readonly #audit: AuditBook;
  readonly #clock: Clock;

  // eslint-disable-next-line max-params -- a text is its report, its figures, its seal and a note
  constructor(
    @Inject(IssueDesk) issues: IssueDesk,
    @Inject(IssueStore) rows: IssueStore,
    @Inject(TextBuilder) texts: TextBuilder,
    @Inject(TextStore) store: TextStore,
    @Inject(Vault) vault: Vault,
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(AuditBook) audit: AuditBook,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#issues = issues;
    this.#rows = rows;
    this.#texts = texts;
    this.#store = store;
    this.#vault = vault;
    this.#tenancy = tenancy;
    this.#audit = audit;
    this.#clock = clock;
  }

  async read(actor: RequestActor, id: string): Promise<ReportText> {
    const row = await this.#issues.found(actor, id);
    if (!isFrozen(row.state)) return (await this.#texts.build(actor, row, 'screen')).text;
    const frozen = await this.#vault.find(row);
    // What was issued before reports had a text has none, and gets none afterwards.
    if (frozen?.paper === undefined) throw new ProblemError('not-found');
    return withDocument(frozen.paper, row.document);
  }

  /** The registers of a report that is still drawn up. */
  async registers(actor: RequestActor, id: string): Promise<RegisterTelling> {
    return this.#texts.registers(await this.#issues.found(actor, id));
  }

  async write(
    ask: Ask,
    { id, key }: { readonly id: string; readonly key: string },
    { passage, expected }: { readonly passage: NewPassage; readonly expected: Expected },
  ): Promise<HumanPassage> {
    const row = await this.#issues.found(ask.actor, id);
    const known = passagesOf(row.template).find((each) => each === key);
    if (known === undefined) throw new ProblemError('report-passage-unknown');
    await this.#edit(ask, row, expected, {
      part: `passage.${key}`,
      version: (transaction) => this.#store.versionOf(transaction, row, key),
      write: (transaction, at) => this.#keep(transaction, row, { ...passage, key: known, at, ask }),
    });
    const written = await this.#store.passages(row);
    return passageBlock(known, written.get(key));
  }

  async setHeading(
    ask: Ask,
    id: string,
    { heading, expected }: { readonly heading: NewHeading; readonly expected: Expected },
  ): Promise<ReportHeading> {
    const row = await this.#issues.found(ask.actor, id);
    const kept = await this.#store.heading(row);
    await this.#edit(ask, row, expected, {
      part: 'heading',
      version: (transaction) => this.#store.headingVersion(transaction, row),
      write: (transaction, at) =>
        this.#store.setHeading(transaction, row, { heading: { ...kept.heading, ...heading }, at }),
    });
    return this.#texts.paper(row);
  }

  async #keep(transaction: Transaction, row: IssueRow, { ask, key, at, ...said }: Kept) {
    const { kind, id: by } = ask.actor;
    await this.#store.write(transaction, row, { ...said, key, at, by: { kind, id: by } });
    if (key === 'remark') await this.#rows.setText(transaction, row, said.body || null);
  }

  /** In turn, on the version that was read, with a note: what was written is in no note. */
  async #edit(
    { actor, from }: Ask,
    { unitId, id }: IssueRow,
    expected: Expected,
    { part, version, write }: Edit,
  ): Promise<void> {
    if (expected === undefined) throw new ProblemError('version-required');
    await this.#tenancy.within({ units: [unitId] }, async (transaction) => {
      const row = await this.#rows.lock(transaction, { unitId, id });
      const now = await version(transaction);
      if (now !== expected) throw new ProblemError('version-stale', { version: now });
      const next = afterAct(row.state, 'edit');
      if (!next.ok) throw refusalProblem(next.refusal);
      await write(transaction, instant(this.#clock.officeNow()));
      await this.#audit.write(transaction, {
        ...{ unitId, actor, from, act: 'report.changed' },
        ...{ subject: { type: 'report', id }, facts: { part } },
      });
    });
  }
}

interface Edit {
  readonly part: string;
  readonly version: (transaction: Transaction) => Promise<number>;
  readonly write: (transaction: Transaction, at: ReturnType<typeof instant>) => Promise<void>;
}

interface Kept extends NewPassage {
  readonly ask: Ask;
  readonly key: PassageKey;
  readonly at: ReturnType<typeof instant>;
}
