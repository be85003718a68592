import { Inject, Injectable } from '@nestjs/common';
import type { DossierItem } from '#contract/dossiers';
import type { Page } from '#contract/list';
import {
  issueSections,
  type IssueAnswer,
  type IssueCellQuery,
  type IssueChangesQuery,
  type IssueDiff,
  type IssueItem,
  type IssueSectionAnswer,
  type IssuesQuery,
} from '#contract/reports';
import { cellChanges, isFrozen, type CellChange, type FrozenHeap } from '#domain/report';
import { DossierItems } from '../../dossiers/index.ts';
import type { RequestActor } from '../../platform/auth/request-actor.ts';
import { Tenancy } from '../../platform/database/tenancy.ts';
import { sqlInstant } from '../../platform/database/wire-types.ts';
import { END_OF_TIME, LAST_ID, pageOfRows, part, readCursor } from '../../platform/list/page.ts';
import { ProblemError } from '../../platform/problem/problem-error.ts';
import { IssueDesk } from './issue-desk.service.ts';
import { itemOf, type IssueRow } from './issue-row.ts';
import { IssueStore } from './issue-store.ts';
import { SectionBuilder, type FrozenForm, type SectionUse } from './section-builder.service.ts';
import { TextBuilder } from '../text/text-builder.service.ts';
import { isTextForm, membersIn } from '../text/text-heaps.ts';
import { Vault } from './vault.ts';

type Heaps = (
  section: IssueSectionAnswer['section'],
  form: FrozenForm,
) => Promise<readonly FrozenHeap[]>;

const FORMS: readonly FrozenForm[] = ['ii06b', 'digitisation'];

/** Reports as they are read: live until they are issued, and as they were issued from then on. */
@Injectable()
export class IssueReader {
  readonly #desk: IssueDesk;
  readonly #store: IssueStore;
  readonly #builder: SectionBuilder;
  readonly #texts: TextBuilder;
  readonly #vault: Vault;
  readonly #items: DossierItems;
  readonly #tenancy: Tenancy;

  // eslint-disable-next-line max-params -- a report is read where its row, its figures and its dossiers lie
  constructor(
    @Inject(IssueDesk) desk: IssueDesk,
    @Inject(IssueStore) store: IssueStore,
    @Inject(SectionBuilder) builder: SectionBuilder,
    @Inject(TextBuilder) texts: TextBuilder,
    @Inject(Vault) vault: Vault,
    @Inject(DossierItems) items: DossierItems,
    @Inject(Tenancy) tenancy: Tenancy,
  ) {
    this.#desk = desk;
    this.#store = store;
    this.#builder = builder;
    this.#texts = texts;
    this.#vault = vault;
    this.#items = items;
    this.#tenancy = tenancy;
  }

  async list(actor: RequestActor, query: IssuesQuery): Promise<Page<IssueItem>> {
    const [at, id = LAST_ID] = readCursor(query.cursor, part.moment, part.uuid) ?? [];
    const before = { at: at === undefined ? END_OF_TIME : sqlInstant(at), id };
    const units = actor.covers('reports.read', query.unitId);
    const rows = await this.#store.list(units, query, before);
    return pageOfRows(rows, query.limit, {
      item: itemOf,
      key: (row) => [row.createdAt, row.id],
    });
  }

  async tell(actor: RequestActor, id: string, use: SectionUse = 'screen'): Promise<IssueAnswer> {
    const row = await this.#desk.found(actor, id);
    const frozen = await this.#vault.find(row);
    const sections = frozen?.sections ?? (await this.#live(actor, row, use));
    return { ...itemOf(row), sections, frozen: frozen?.seal ?? null };
  }

  /** What is otherwise now, or than in the version before. */
  async changes(
    actor: RequestActor,
    id: string,
    { against }: IssueChangesQuery,
  ): Promise<IssueDiff> {
    const row = await this.#desk.found(actor, id);
    const before = against === 'previous' ? await this.#store.previous(row) : row;
    if (before === undefined || !isFrozen(row.state)) {
      throw new ProblemError('report-without-previous', { state: row.state });
    }
    const frozen: Heaps = (section, form) => this.#vault.heaps(before, section, form);
    const after =
      against === 'previous' ? this.#frozenHeaps(row) : await this.#liveHeaps(actor, row);
    const changes: (CellChange & Pick<IssueDiff['changes'][number], 'section' | 'form'>)[] = [];
    for (const section of sectionsOf(row)) {
      for (const form of FORMS) {
        const found = cellChanges(await frozen(section, form), await after(section, form));
        changes.push(...found.map((change) => ({ section, form, ...change })));
      }
    }
    return { against, changes: await this.#named(row, changes) };
  }

  /** The dossiers of a cell as it was frozen. */
  async dossiers(
    actor: RequestActor,
    id: string,
    { section, form, row, column, ...page }: IssueCellQuery,
  ): Promise<Page<DossierItem>> {
    const issue = await this.#desk.found(actor, id);
    const heaps = isFrozen(issue.state)
      ? await this.#vault.heaps(issue, section, form)
      : await this.#heapsNow(actor, issue, { section, form });
    const ids = membersIn(heaps, { form, row, column });
    const [after = ''] = readCursor(page.cursor, part.uuid) ?? [];
    const rest = ids.filter((each) => each > after).slice(0, page.limit + 1);
    const { items, nextCursor } = pageOfRows(rest, page.limit, {
      item: (each) => ({ unitId: issue.unitId, id: each }),
      key: (each) => [each],
    });
    return { items: await this.#items.of(actor, items), nextCursor };
  }

  async #live(
    actor: RequestActor,
    row: IssueRow,
    use: SectionUse,
  ): Promise<readonly IssueSectionAnswer[]> {
    const { sections } = await this.#builder.build(actor, row, use);
    return sections.map(({ answer }) => answer);
  }

  /** What a sentence counts that no form of the report does is read with the text. */
  async #heapsNow(
    actor: RequestActor,
    row: IssueRow,
    { section, form }: Pick<IssueCellQuery, 'section' | 'form'>,
  ): Promise<readonly FrozenHeap[]> {
    if (isTextForm(form)) return (await this.#texts.build(actor, row, 'screen')).heaps[form] ?? [];
    return (await this.#liveHeaps(actor, row))(section, form);
  }

  #frozenHeaps(row: IssueRow): Heaps {
    return (section, form) => this.#vault.heaps(row, section, form);
  }

  async #liveHeaps(actor: RequestActor, row: IssueRow): Promise<Heaps> {
    const { sections } = await this.#builder.build(actor, row, 'screen');
    return (wanted, form) =>
      Promise.resolve(sections.find(({ section }) => section === wanted)?.heaps[form] ?? []);
  }

  /** The codes people know the dossiers by. */
  async #named(
    { unitId }: IssueRow,
    changes: readonly (CellChange & Pick<IssueDiff['changes'][number], 'section' | 'form'>)[],
  ): Promise<IssueDiff['changes']> {
    const ids = new Set(changes.flatMap(({ added, removed }) => [...added, ...removed]));
    const rows = await this.#tenancy.ask<{ readonly id: string; readonly code: string }>(
      { units: [unitId] },
      `select id, coalesce(official_code, code) as code from dossier
       where unit_id = $1 and id = any($2::uuid[])`,
      [unitId, [...ids]],
    );
    const codes = new Map(rows.map(({ id, code }) => [id, code]));
    const named = (list: readonly string[]) =>
      list.map((id) => ({ id, code: codes.get(id) ?? id }));
    return changes.map(({ added, removed, ...change }) => ({
      ...change,
      added: named(added),
      removed: named(removed),
    }));
  }
}

const sectionsOf = ({ periods }: IssueRow) =>
  issueSections.filter((section) => section !== 'pakn' && periods[section] !== undefined);
