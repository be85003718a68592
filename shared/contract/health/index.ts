export {
  dependencies,
  livePath,
  liveSchema,
  readyPath,
  readySchema,
  type Dependency,
  type Live,
  type ReadinessCheck,
  type Ready,
} from './health.ts';
