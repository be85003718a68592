export { FeesModule } from './fees.module.ts';
