export {
  jobRefSchema,
  jobResultSchema,
  jobSchema,
  jobStates,
  jobsPath,
  occurrenceSchema,
  type JobAnswer,
  type JobRef,
  type JobResult,
  type JobState,
  type Occurrence,
} from './jobs.ts';
