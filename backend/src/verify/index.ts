export { tellFindings } from './tell.ts';
export { tellProgress } from './tell-progress.ts';
export { verify } from './verify.ts';
