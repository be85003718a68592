import { Inject, Injectable } from '@nestjs/common';
import type { NewReconciliation } from '#contract/reconciliations';
import {
  againstList,
  candidatesOf,
  compareCells,
  lateOtherwise,
  type ComparedCell,
  type CountedDossier,
  type ListFinding,
} from '#domain/reconciliation';
import { boundsOf } from '#domain/report';
import type { Instant } from '#domain/working-time';
import { BroughtLists, type BroughtLine, type BroughtList } from '../imports/index.ts';
import type { RequestActor } from '../platform/auth/request-actor.ts';
import { ProblemError } from '../platform/problem/problem-error.ts';
import { FrameBook, ReportDesk, SourcePopulation, type PlacedOfSource } from '../reports/index.ts';
import type { FindingDraft } from './reconciliation-row.ts';

export interface Reconciled {
  readonly position: number;
  readonly ours: number;
  readonly cells: readonly ComparedCell[];
  readonly findings: readonly FindingDraft[];
}

const NOTHING = {
  ...{ line: null, dossierId: null, row: null, column: null },
  ...{ declaredDueAt: null, dueAt: null, finishedAt: null },
} as const;

const countedOf = ({ entry, exit, ...placed }: PlacedOfSource): CountedDossier => ({
  ...placed,
  passage: { entry, exit },
});

const listedOf = ({ kind, dossierId, differs, annulled, ...line }: BroughtLine) => ({
  ...line,
  dossierId: dossierId ?? undefined,
  saysOtherwise: differs,
  isAnnulledHere: annulled,
  isUnreadable: kind === 'wrong',
});

function draftOf(finding: ListFinding): FindingDraft {
  const { kind, causes } = finding;
  if (finding.kind === 'onlyHere') {
    const { externalCode, id, finishedAt } = finding.dossier;
    return { ...NOTHING, kind, causes, externalCode, dossierId: id, finishedAt };
  }
  const { externalCode, line, dossierId = null } = finding.listed;
  return { ...NOTHING, kind, causes, externalCode, line, dossierId };
}

const lateDrafts = (ours: readonly PlacedOfSource[], now: Instant): readonly FindingDraft[] =>
  ours.flatMap((placed) => {
    const kind = lateOtherwise(placed, now);
    if (kind === null) return [];
    const { id, externalCode, declaredDueAt, dueAt, finishedAt } = placed;
    const moments = { declaredDueAt, dueAt, finishedAt };
    return [{ ...NOTHING, kind, externalCode, dossierId: id, causes: [], ...moments }];
  });

/** Lays what a source says of a period beside what we count, as of one position of the log. */
@Injectable()
export class Reconciler {
  readonly #frames: FrameBook;
  readonly #desk: ReportDesk;
  readonly #population: SourcePopulation;
  readonly #lists: BroughtLists;

  constructor(
    @Inject(FrameBook) frames: FrameBook,
    @Inject(ReportDesk) desk: ReportDesk,
    @Inject(SourcePopulation) population: SourcePopulation,
    @Inject(BroughtLists) lists: BroughtLists,
  ) {
    this.#frames = frames;
    this.#desk = desk;
    this.#population = population;
    this.#lists = lists;
  }

  async reconcile(
    actor: RequestActor,
    unitId: number,
    { source, from, to, declared, importId }: NewReconciliation,
  ): Promise<Reconciled> {
    const frame = await this.#frames.of(actor, { unitId, from, to, authority: 'commune' });
    const list = importId === undefined ? undefined : await this.#list(unitId, importId, source);
    const { heard, found } = await this.#desk.read(frame, (transaction) =>
      this.#population.read(transaction, frame, source),
    );
    const ours = found.map(countedOf);
    const bounds = boundsOf(frame.period);
    const cells = compareCells(declared, ours);
    const named =
      list === undefined
        ? candidatesOf(cells, ours, bounds).map(
            ({ dossier, row, column, causes }): FindingDraft => {
              const { externalCode, id, finishedAt } = dossier;
              const place = { dossierId: id, row, column, finishedAt };
              return { ...NOTHING, kind: 'candidate', externalCode, causes, ...place };
            },
          )
        : againstList(list.lines.map(listedOf), ours, { bounds, ...list }).map(draftOf);
    const findings = [...named, ...lateDrafts(found, heard.now)];
    return { position: heard.position, ours: ours.length, cells, findings };
  }

  async #list(unitId: number, id: string, source: string): Promise<BroughtList> {
    const list = await this.#lists.find({ unitId, id }, source);
    if (list === undefined) {
      throw new ProblemError('value-out-of-range', {}, [
        { path: 'importId', code: 'unknown-value' },
      ]);
    }
    if (!list.isChecked) throw new ProblemError('import-not-checked');
    return list;
  }
}
