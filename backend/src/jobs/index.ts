export { JobsModule } from './jobs.module.ts';
export { JobService, type AskedJob, type DoTask, type JobTask } from './job.service.ts';
