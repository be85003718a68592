import { describe, expect, it } from '@jest/globals';
import * as z from 'zod';
import { matchJobs } from './job-catalogue.ts';
import type { JobHandler } from './job-handler.ts';
import { declareJob, orderJob } from './job.ts';

const ids = z.strictObject({ dossierId: z.string() });
const send = declareJob({ name: 'slip.send', payload: ids });
const sweep = declareJob({ name: 'deadline.sweep', payload: z.strictObject({}), everyMs: 15_000 });
const handler: JobHandler = { handle: () => Promise.resolve() };

describe('the jobs of the office', () => {
  it('are each done by one handler', () => {
    const jobs = matchJobs(
      [send, sweep],
      [
        { job: sweep, handler },
        { job: send, handler },
      ],
    );
    expect([...jobs.keys()].sort()).toEqual(['deadline.sweep', 'slip.send']);
  });

  it.each([
    ['a job nobody does', [send], [], 'slip.send has no handler'],
    ['a job two would do', [send], [send, send], 'slip.send has two handlers'],
    ['a name given twice', [send, send], [send], 'slip.send is declared twice'],
    ['work nobody declared', [], [send], 'slip.send is handled and not declared'],
  ])('stop the start for %s', (_what, declared, handled, why) => {
    const match = () =>
      matchJobs(
        declared,
        handled.map((job) => ({ job, handler })),
      );
    expect(match).toThrow(expect.objectContaining({ accounts: expect.objectContaining({}) }));
    expect(() => match()).toThrow('The jobs do not match their handlers.');
    try {
      match();
    } catch (error) {
      expect(JSON.stringify(error)).toContain(why);
    }
  });

  it.each(['send', 'Slip.send', 'slip.send.now', 'slip:send'])('are not called %s', (name) => {
    expect(() => declareJob({ name, payload: ids })).toThrow('noun.verb');
  });

  it('carry what they promise to carry and nothing else', () => {
    expect(orderJob(send, { dossierId: 'a' }, 'k')).toEqual({
      name: 'slip.send',
      payload: { dossierId: 'a' },
      key: 'k',
    });
    const withName = { dossierId: 'a', name: 'Nguyễn Văn A' };
    expect(() => orderJob(send, withName)).toThrow('name');
  });
});
