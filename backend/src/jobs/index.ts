export { JobsModule } from './jobs.module.ts';
export { JobService } from './job.service.ts';
