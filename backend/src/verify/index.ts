export type { Finding } from './finding.ts';
export { tellFindings } from './tell.ts';
export { verify } from './verify.ts';
