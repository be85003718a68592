import { Inject, Injectable } from '@nestjs/common';
import type { Experience, Figure, Verdict } from '#domain/risk';
import type { Instant } from '#domain/working-time';
import { Tenancy } from '../platform/database/tenancy.ts';
import { sqlInstant } from '../platform/database/wire-types.ts';

export type StepNames = Readonly<Record<string, Readonly<Record<string, string>>>>;

export interface Learned {
  readonly learnedAt: Instant;
  readonly dossiers: number;
  readonly experience: Experience;
  readonly stepNames: StepNames;
}

/** What is known of a unit, with how far it proved. */
export interface Proven extends Learned {
  readonly figures: ReadonlyMap<string, Figure>;
}

interface FigureRow extends Omit<Figure, 'step' | 'verdict'> {
  readonly stepPredicted: number | null;
  readonly stepByRate: number | null;
  readonly verdict: Verdict;
}

export interface NamedFigure extends Figure {
  readonly procedureName: string | null;
}

const LEARNED = `select learned_at as "learnedAt", dossiers, experience, step_names as "stepNames"
  from risk_experience where unit_id = $1`;

const FIGURES = `select procedure_code as "procedureCode", dossiers, questions, predicted,
    by_mean as "byMean", by_allowance as "byAllowance", step_predicted as "stepPredicted",
    step_by_rate as "stepByRate", verdict, (select name from procedure where code = procedure_code
      order by owner_id = unit_id desc limit 1) as "procedureName"
  from risk_figure where unit_id = $1 order by questions desc, procedure_code`;

const KEEP = `insert into risk_experience values ($1, $2, $3, $4, $5)
  on conflict (unit_id) do update set learned_at = excluded.learned_at,
    dossiers = excluded.dossiers, experience = excluded.experience, step_names = excluded.step_names`;

const KEEP_FIGURES = `insert into risk_figure
  select $1, "procedureCode", dossiers, questions, predicted, "byMean", "byAllowance",
    (step ->> 'predicted')::float8, (step ->> 'byRate')::float8, verdict
  from jsonb_to_recordset($2::jsonb) as told ("procedureCode" text, dossiers int, questions int,
    predicted float8, "byMean" float8, "byAllowance" float8, step jsonb, verdict text)`;

const figureOf = ({
  stepPredicted,
  stepByRate,
  ...row
}: FigureRow & { readonly procedureName: string | null }): NamedFigure => ({
  ...row,
  step:
    stepPredicted === null || stepByRate === null
      ? null
      : { predicted: stepPredicted, byRate: stepByRate },
});

/** What units have learned from their own history, and the figures that prove it. */
@Injectable()
export class ExperienceBook {
  readonly #tenancy: Tenancy;

  constructor(@Inject(Tenancy) tenancy: Tenancy) {
    this.#tenancy = tenancy;
  }

  async find(unitId: number): Promise<Learned | undefined> {
    const [row] = await this.#tenancy.ask<Learned>({ units: [unitId] }, LEARNED, [unitId]);
    return row;
  }

  async figures(unitId: number): Promise<readonly NamedFigure[]> {
    const rows = await this.#tenancy.ask<FigureRow & { readonly procedureName: string | null }>(
      { units: [unitId] },
      FIGURES,
      [unitId],
    );
    return rows.map(figureOf);
  }

  async findProven(unitId: number): Promise<Proven | undefined> {
    const learned = await this.find(unitId);
    if (learned === undefined) return undefined;
    const figures = await this.figures(unitId);
    return { ...learned, figures: new Map(figures.map((each) => [each.procedureCode, each])) };
  }

  /** In place of what was known before. */
  async keep(unitId: number, learned: Learned, figures: readonly Figure[]): Promise<void> {
    const { learnedAt, dossiers, experience, stepNames } = learned;
    await this.#tenancy.within({ units: [unitId] }, async (transaction) => {
      await transaction.execute(KEEP, [
        ...[unitId, sqlInstant(learnedAt), dossiers],
        ...[JSON.stringify(experience), JSON.stringify(stepNames)],
      ]);
      await transaction.execute('delete from risk_figure where unit_id = $1', [unitId]);
      await transaction.execute(KEEP_FIGURES, [unitId, JSON.stringify(figures)]);
    });
  }
}
