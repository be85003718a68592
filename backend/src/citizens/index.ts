export { CitizensModule } from './citizens.module.ts';
