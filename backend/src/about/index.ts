export { AboutModule } from './about.module.ts';
