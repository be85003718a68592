import type { RowFlags } from './row-read.ts';
import type { ToldFacts } from './told-dossier.ts';

/** *Phi địa giới* and *liên thông*: that it is so; with whom, a list does not say. */
export const factsTold = ({ PhiDiaGioi, LienThong }: RowFlags): ToldFacts => ({
  ...(PhiDiaGioi === true && { outOfArea: {} }),
  ...(LienThong === true && { bundle: 'lien-thong' }),
});
