export { officeTimeSchema, type OfficeTime } from './office-time.ts';
