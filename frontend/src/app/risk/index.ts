export { RisksAhead } from './risks-ahead.ts';
