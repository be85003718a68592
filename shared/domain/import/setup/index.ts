export {
  SETUP_COLUMNS,
  SETUP_PROFILES,
  type SetupCells,
  type SetupColumn,
  type SetupProfile,
} from './column.ts';
export { withKeys } from './part-text.ts';
export { readPerson, type SetupDepartment, type ToldPerson } from './person-row.ts';
export { readEntry, type ToldEntry } from './procedure-row.ts';
export {
  findSetupHeader,
  setupCells,
  type SetupHeader,
  type SetupHeaderFault,
} from './setup-table.ts';
export { SETUP_TEMPLATES } from './template.ts';
