export {
  inUnit,
  inUnitQuery,
  pageBody,
  pageOf,
  pageQuery,
  untilCursor,
  type Page,
} from './list.ts';
