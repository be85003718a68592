import { randomUUID } from 'node:crypto';
import type { BreakableOffice } from './office.ts';
import { until } from '../../support/until.ts';
import type { Clerk } from './clerk.ts';

export interface JobRow {
  readonly state: string;
  readonly done: number;
  readonly total: number;
}

/** Has a note written on many dossiers by the worker. */
export async function noteOnAll(
  clerk: Clerk,
  ids: readonly string[],
  text: string,
): Promise<string> {
  const answer = await clerk.ask<{ readonly jobId: string }>({
    path: '/api/v1/dossiers/commands',
    body: { ids, command: 'note', body: { text } },
    key: randomUUID(),
  });
  if (answer.status !== 202) throw new Error(`note: ${JSON.stringify(answer)}`);
  return answer.body.jobId;
}

/** Waits until the job has come so far. */
export const untilDone = (
  office: BreakableOffice,
  jobId: string,
  isEnough: (job: JobRow) => boolean,
  withinMs = 90_000,
): Promise<JobRow> =>
  until(
    async () => {
      const sql = 'select state, done, total from job where id = $1';
      const [row] = await office.ask<JobRow>(sql, [jobId]);
      if (row === undefined) throw new Error('the job is gone');
      return row;
    },
    isEnough,
    withinMs,
  );

/** How many notes each dossier has; one line for each number there is. */
export const notesOf = (office: BreakableOffice): Promise<{ notes: number; dossiers: number }[]> =>
  office.ask(
    `select notes::int, count(*)::int as dossiers from (
       select dossier.id, count(event.version) as notes from dossier
       left join dossier_event as event on event.dossier_id = dossier.id and event.type = 'noteAdded'
       group by dossier.id) as told
     group by notes order by notes`,
  );
