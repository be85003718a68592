export { tellFindings } from './tell.ts';
export { verify } from './verify.ts';
