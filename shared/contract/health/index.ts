export {
  livePath,
  readinessCheckSchema,
  metricsPath,
  liveSchema,
  readyPath,
  readySchema,
  type Live,
  type ReadinessCheck,
  type Ready,
} from './health.ts';
