export { DeadlinesModule } from './deadlines.module.ts';
