export { systemPath, systemStatusSchema, type RungBy, type SystemStatus } from './system.ts';
