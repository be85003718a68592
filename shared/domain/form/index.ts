export {
  STANDARD_EDITION,
  factsNamed,
  formFaultCodes,
  formFaults,
  formSheets,
  trimmedEdition,
  wordedAs,
  type FormEdition,
  type FormFault,
  type FormPiece,
  type FormSheet,
} from './form-edition.ts';
