export { code, line, paragraph } from './text.ts';
