export { CellCounts, type CountedRow } from './cell-counts.service.ts';
export { momentOf } from './cells.ts';
export { RowBook } from './row-book.service.ts';
export { SteeringModule } from './steering.module.ts';
