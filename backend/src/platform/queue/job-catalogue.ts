import { Failure } from '../config/failure.ts';
import type { JobDeclaration } from './job.ts';
import type { JobHandler } from './job-handler.ts';

export interface HandledJob {
  readonly job: JobDeclaration;
  readonly handler: JobHandler;
}

export type JobCatalogue = ReadonlyMap<string, HandledJob>;

const faulty = (faults: readonly string[]): Failure =>
  new Failure(
    {
      what: 'Danh mục việc nền chưa khớp.',
      why: faults.join('; '),
      todo: 'Đây là lỗi của chương trình. Gửi thông báo này cho nhóm phát triển.',
    },
    {
      what: 'The jobs do not match their handlers.',
      why: faults.join('; '),
      todo: 'This is a fault of the program. Send this message to the developers.',
    },
  );

const repeated = (names: readonly string[]): string[] => [
  ...new Set(names.filter((name, place) => names.indexOf(name) !== place)),
];

/** Every declared job with the one handler that does it; anything else stops the start. */
export const matchJobs = (
  declared: readonly JobDeclaration[],
  handled: readonly HandledJob[],
): JobCatalogue => {
  const names = declared.map(({ name }) => name);
  const handledNames = handled.map(({ job }) => job.name);
  const faults = [
    ...repeated(names).map((name) => `${name} is declared twice`),
    ...repeated(handledNames).map((name) => `${name} has two handlers`),
    ...names.filter((name) => !handledNames.includes(name)).map((name) => `${name} has no handler`),
    ...handled
      .filter(({ job }) => !declared.includes(job))
      .map(({ job }) => `${job.name} is handled and not declared`),
  ];
  if (faults.length > 0) throw faulty(faults);
  return new Map(handled.map((entry) => [entry.job.name, entry]));
};
