export { code, line, paragraph, typed } from './text.ts';
