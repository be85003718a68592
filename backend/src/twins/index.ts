export { TwinsModule } from './twins.module.ts';
