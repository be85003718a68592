export type { Brand } from './brand.ts';
export { unreachable } from './exhaustive.ts';
export { accepted, refused, type Fact, type Refusal, type Result } from './result.ts';
export { inOneGo, type Slices } from './slices.ts';
