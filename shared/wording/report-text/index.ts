export { composeCityText } from './city-text.ts';
export {
  composeText,
  paperOf,
  passageBlock,
  withDocument,
  type TextSource,
  type WrittenPassage,
} from './compose.ts';
export type { ReportOffice } from './office-words.ts';
export { linesOf, printedText } from './printed-text.ts';
export { refusalName, sourceName } from './row-names.ts';
