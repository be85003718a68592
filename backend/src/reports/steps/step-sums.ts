import type { ProcedureRules } from '#domain/dossier';
import {
  STEP_COLUMNS,
  STOOD_ROWS,
  refusalsOf,
  spreadsOf,
  stayedReport,
  stepDurations,
  stepsReport,
  stoodStill,
  tablesTogether,
  type Durations,
  type Listed,
  type ReportScope,
  type RowNames,
  type Spread,
  type StepColumn,
  type StepsBy,
} from '#domain/report';
import type { Frame } from '../engine/frame.ts';
import type { Lives } from './life-reader.service.ts';
import type { PlainLives } from './plain-reader.ts';

type Steps = ReturnType<typeof stepsReport>;

/** The scope in which a commune counts: its own idea of late. */
export const scopeOf = ({ period, authority, units }: Frame): ReportScope => ({
  ...period,
  authority,
  ...units[0]?.lateness,
});

/** Where the time went, commune by commune, and all of them together. */
export class StepSums {
  readonly #by: StepsBy;
  readonly #reports: Steps[] = [];
  readonly #durations: Durations[] = [];
  readonly #refusals: Listed[] = [];
  readonly #stood: Listed[] = [];
  readonly #unitOf = new Map<string, number>();
  /** Of the commune that is being added, each with the first dossier that lives by it. */
  readonly #procedures: (readonly [ProcedureRules, string])[] = [];
  /** What people call the steps, as the first commune that has them does. */
  readonly stepNames = new Map<string, string>();

  constructor(by: StepsBy) {
    this.#by = by;
  }

  /** A portion of a commune of which no more is needed than who stayed where; before the rest of it. */
  addPlain({ frame, lives, procedures, workedOf }: PlainLives): void {
    const by = this.#by;
    for (const { id } of lives) this.#unitOf.set(id, frame.about.id);
    this.#reports.push(stayedReport(lives, { ...frame.period, by }));
    this.#durations.push(stepDurations(lives, { ...frame.period, by }, workedOf));
    this.#procedures.push(...procedures);
  }

  add({ frame, lives, procedures, workedOf }: Lives): void {
    const by = this.#by;
    const scope = scopeOf(frame);
    const dossiers = lives.map(({ dossier }) => dossier);
    for (const { id } of dossiers) this.#unitOf.set(id, frame.about.id);
    this.#reports.push(stepsReport(dossiers, { ...scope, by }));
    this.#durations.push(stepDurations(dossiers, { ...frame.period, by }, workedOf));
    this.#refusals.push(refusalsOf(lives, scope));
    this.#stood.push(stoodStill(lives, scope));
    this.#procedures.push(...procedures);
    this.#nameSteps();
  }

  /** The steps in the order in which the dossiers of the commune have met them. */
  #nameSteps(): void {
    const met = this.#procedures.splice(0).sort(([, one], [, other]) => (one < other ? -1 : 1));
    const own = new Map(met.flatMap(([{ steps }]) => steps.map(({ key, name }) => [key, name])));
    for (const [key, name] of own) if (!this.stepNames.has(key)) this.stepNames.set(key, name);
  }

  report(names?: RowNames): Pick<Steps, 'rows' | 'total'> {
    return tablesTogether<StepColumn>(STEP_COLUMNS, this.#reports, names);
  }

  spreads(): ReadonlyMap<string, Spread> {
    return spreadsOf(this.#durations);
  }

  refusals(): Listed {
    return tablesTogether(['dossiers'], this.#refusals);
  }

  stood(): Listed {
    return tablesTogether(['dossiers'], this.#stood, { order: STOOD_ROWS });
  }

  unitOf(id: string): number | undefined {
    return this.#unitOf.get(id);
  }
}
