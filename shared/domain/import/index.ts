export { isExample } from './example.ts';
export { IMPORT_FAULTS, type ImportFault, type Reading, type RowFault } from './fault.ts';
export { layoutOf, type Layout } from './layout.ts';
export { readLine, type DossierLine, type LineEvent, type ReadingOffice } from './line.ts';
export { cellsOf } from './cells-of.ts';
export { OWN_SOURCE, lineOf, writtenLine, type Besides } from './line-of.ts';
export { isCountedAlike, knownBy, retoldLine } from './retold.ts';
export {
  LISTED_COLUMNS,
  MAPPED_COLUMNS,
  isMadeFor,
  mappingFaults,
  namingOf,
  translated,
  type ListMapping,
  type MappedColumn,
} from './mapping.ts';
export { MENDING_TITLES } from './mending.ts';
export { readRow, sourceNamed, type NationalCells, type RowOffice } from './national-row.ts';
export { readMoment, type MomentRead, type Serials } from './moment-text.ts';
export { delimiterOf, findSheet, rowsOf, type Delimiter, type SheetFound } from './sheet-text.ts';
export {
  cellsByColumn,
  findHeader,
  isNoDossier,
  type Header,
  type HeaderFault,
  type Naming,
  type SheetRow,
} from './table.ts';
export { listTemplate, type TemplateColumn } from './template.ts';
export { NATIONAL_COLUMNS, plainTitle, type NationalColumn } from './title.ts';
export type { Mark, ToldApplicant, ToldDossier, ToldProcedure } from './told-dossier.ts';
export {
  SETUP_COLUMNS,
  SETUP_PROFILES,
  SETUP_TEMPLATES,
  findSetupHeader,
  readEntry,
  readPerson,
  setupCells,
  withKeys,
  type SetupCells,
  type SetupColumn,
  type SetupDepartment,
  type SetupHeader,
  type SetupHeaderFault,
  type SetupProfile,
  type ToldEntry,
  type ToldPerson,
} from './setup/index.ts';
export { LikenessBook } from './match/likeness.ts';
