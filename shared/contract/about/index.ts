export { aboutPath, aboutSchema, type About } from './about.ts';
