/** A unit whose books are checked. */
export interface CheckedUnit {
  readonly id: number;
  readonly code: string;
  readonly settings: unknown;
}
