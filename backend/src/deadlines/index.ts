export { DeadlinesModule } from './deadlines.module.ts';
export { RevisionPlanner } from './revision-planner.service.ts';
