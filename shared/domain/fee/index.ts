export {
  FEE_REFUSALS,
  bookLinesOf,
  changedSince,
  closeBook,
  inBookOrder,
  sumOf,
  type BookLine,
  type ClosedBook,
  type ClosingAsked,
  type Counted,
  type FeeRefusal,
  type LaterChange,
  type Taken,
} from './day-book.ts';
export { FEE_STANDINGS, feeAccountOf, type FeeAccount, type FeeStanding } from './fee-account.ts';
export { feeEntriesOf, type FeeEntry, type FeeKind } from './fee-entry.ts';
export { exemptionOf, refundOf } from './refund.ts';
