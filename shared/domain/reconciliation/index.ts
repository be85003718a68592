export { againstList, type ListFinding, type ListedDossier } from './against-list.ts';
export { lateOtherwise, type LateOtherwise, type TwiceDue } from './against-clock.ts';
export {
  candidatesOf,
  compareCells,
  type Candidate,
  type ComparedCell,
  type DeclaredRow,
} from './against-totals.ts';
export { CAUSES, weightOf, type Cause } from './cause.ts';
export { causesOf, type CountedDossier } from './counted-dossier.ts';
