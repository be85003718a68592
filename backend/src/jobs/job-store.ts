import type { JobRef, JobResult, JobState } from '#contract/jobs';
import type { EpochMs } from '../platform/clock/clock.ts';
import type { Tenancy, Transaction } from '../platform/database/tenancy.ts';
import { sqlInstant } from '../platform/database/wire-types.ts';

/** A job as it is told to whoever asked for it. */
export interface JobProgress {
  readonly unitId: number;
  readonly state: JobState;
  readonly done: number;
  readonly total: number;
  readonly results: readonly JobResult[];
}

/** One thing a job is to do. */
export interface JobItem {
  readonly place: number;
  readonly target: string;
}

/** What whoever holds the lease has to know. */
export interface LeasedJob extends JobRef {
  readonly lease: string;
  readonly kind: string;
  readonly actor: unknown;
  readonly request: unknown;
}

export interface NewJob extends JobRef {
  readonly kind: string;
  readonly actor: unknown;
  readonly request: unknown;
  readonly targets: readonly string[];
}

export interface UnfinishedJob extends JobRef {
  readonly kind: string;
  readonly lease: string | null;
}

const INSERT = `insert into job (unit_id, id, kind, actor, state, total, request, created_at, changed_at)
  values ($1, $2, $3, $4, 'queued', $5, $6, $7, $7)`;

const INSERT_ITEMS = `insert into job_item (unit_id, job_id, place, target)
  select $1, $2, place - 1, target from unnest($3::text[]) with ordinality as given (target, place)`;

const FIND = `select unit_id, state, done, total,
    (select coalesce(jsonb_agg(result order by place), '[]') from job_item
     where job_item.unit_id = job.unit_id and job_id = id and result is not null) as results
  from job where id = $1`;

// Whoever was away longer than the lease has lost it, whatever he still believes. So has whoever took one that is
// longer than any by a whole lease more: the machine's clock was set back since. By less it is only another's
// clock, or the same moment read a little earlier.
const CLAIM = `update job set state = 'running', lease = $3, leased_until = $5, changed_at = $6
  where unit_id = $1 and id = $2 and state in ('queued', 'running')
    and (leased_until is null or leased_until <= $4
      or leased_until > $5::timestamptz + ($5::timestamptz - $4::timestamptz))
  returning kind, actor, request`;

const KEEP = `update job set leased_until = $4
  where unit_id = $1 and id = $2 and lease = $3 returning id`;

const RECORD = `with held as (
    update job set done = done + 1, leased_until = $6, changed_at = $7
    where unit_id = $1 and id = $2 and lease = $3 returning unit_id, id)
  update job_item set result = $5 from held
  where job_item.unit_id = held.unit_id and job_item.job_id = held.id
    and place = $4 and result is null
  returning place`;

const OPEN = `select place, target from job_item
  where unit_id = $1 and job_id = $2 and place > $3 and result is null order by place limit $4`;

const END = `update job set state = $4, lease = null, leased_until = null, changed_at = $5
  where unit_id = $1 and id = $2 and lease = $3 returning id`;

const RELEASE = `update job set lease = null, leased_until = null, tries = tries + 1, changed_at = $4,
    state = case when tries + 1 >= $5 then 'failed' else 'queued' end
  where unit_id = $1 and id = $2 and lease = $3 returning state`;

const UNFINISHED = `select unit_id, id, kind, lease from job
  where state in ('queued', 'running')
    and (leased_until is null or leased_until <= $1
      or leased_until > $3::timestamptz + ($3::timestamptz - $1::timestamptz))
  order by created_at limit $2`;

interface ProgressRow {
  readonly unit_id: number;
  readonly state: JobState;
  readonly done: number;
  readonly total: number;
  readonly results: readonly JobResult[];
}

/** Jobs and what is left of them, in rows. Leases are in the machine's time, the rest in the office's. */
export class JobStore {
  readonly #tenancy: Tenancy;

  constructor(tenancy: Tenancy) {
    this.#tenancy = tenancy;
  }

  async insert(transaction: Transaction, job: NewJob, at: EpochMs): Promise<void> {
    const { unitId, jobId, kind, actor, request, targets } = job;
    const json = [JSON.stringify(actor), targets.length, JSON.stringify(request)];
    await transaction.execute(INSERT, [unitId, jobId, kind, ...json, sqlInstant(at)]);
    await transaction.execute(INSERT_ITEMS, [unitId, jobId, targets]);
  }

  async find(units: readonly number[], jobId: string): Promise<JobProgress | undefined> {
    const [row] = await this.#tenancy.ask<ProgressRow>({ units }, FIND, [jobId]);
    return row && { unitId: row.unit_id, ...row };
  }

  async claim(ref: JobRef, lease: string, at: Leasing): Promise<LeasedJob | undefined> {
    const values = [lease, sqlInstant(at.now), sqlInstant(at.until), sqlInstant(at.officeNow)];
    const [row] = await this.#ask<Omit<LeasedJob, keyof JobRef | 'lease'>>(ref, CLAIM, values);
    return row && { ...ref, lease, ...row };
  }

  /** False when another holds the lease by now. */
  async keep({ lease, ...ref }: LeasedJob, until: EpochMs): Promise<boolean> {
    return (await this.#ask(ref, KEEP, [lease, sqlInstant(until)])).length > 0;
  }

  async record(
    { lease, ...ref }: LeasedJob,
    place: number,
    result: JobResult,
    { until, officeNow }: Leasing,
  ): Promise<boolean> {
    const times = [sqlInstant(until), sqlInstant(officeNow)];
    const values = [lease, place, JSON.stringify(result), ...times];
    return (await this.#ask(ref, RECORD, values)).length > 0;
  }

  open(ref: JobRef, after: number, limit: number): Promise<readonly JobItem[]> {
    return this.#ask<JobItem>(ref, OPEN, [after, limit]);
  }

  async end({ lease, ...ref }: LeasedJob, officeNow: EpochMs): Promise<boolean> {
    return (await this.#ask(ref, END, [lease, 'done', sqlInstant(officeNow)])).length > 0;
  }

  /** Puts it back after a failure; gives what it is now, or nothing when the lease was lost. */
  async release(
    { lease, ...ref }: LeasedJob,
    officeNow: EpochMs,
    triesMax: number,
  ): Promise<JobState | undefined> {
    const values = [lease, sqlInstant(officeNow), triesMax];
    return (await this.#ask<{ state: JobState }>(ref, RELEASE, values))[0]?.state;
  }

  async unfinished(
    { now, until }: Pick<Leasing, 'now' | 'until'>,
    limit: number,
  ): Promise<readonly UnfinishedJob[]> {
    const rows = await this.#tenancy.everywhere((transaction) =>
      transaction.query<{ unit_id: number; id: string; kind: string; lease: string | null }>(
        UNFINISHED,
        [sqlInstant(now), limit, sqlInstant(until)],
      ),
    );
    return rows.map(({ unit_id, id, kind, lease }) => ({
      unitId: unit_id,
      jobId: id,
      kind,
      lease,
    }));
  }

  #ask<Row extends object>(
    { unitId, jobId }: JobRef,
    sql: string,
    values: readonly unknown[],
  ): Promise<readonly Row[]> {
    return this.#tenancy.ask<Row>({ units: [unitId] }, sql, [unitId, jobId, ...values]);
  }
}

export interface Leasing {
  readonly now: EpochMs;
  readonly until: EpochMs;
  readonly officeNow: EpochMs;
}
