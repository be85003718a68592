import type { Screen } from '../shell/index.ts';
import { BOOK_PLACE, FEES_PLACE } from './fee-places.ts';

export const feesScreen: Screen = {
  name: 'fees',
  path: FEES_PLACE,
  icon: 'money',
  permissions: ['fees.read'],
  load: async () => (await import('./fees.page.ts')).FeesPage,
};

/** Reached from the fees, and by the palette. */
export const feeBookScreen: Screen = {
  name: 'feeBook',
  path: BOOK_PLACE,
  permissions: ['fees.read'],
  load: async () => (await import('./fee-book.page.ts')).FeeBookPage,
};
