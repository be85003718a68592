export {
  jobRefSchema,
  jobResultSchema,
  jobSchema,
  jobStates,
  jobsPath,
  type JobAnswer,
  type JobRef,
  type JobResult,
  type JobState,
} from './jobs.ts';
