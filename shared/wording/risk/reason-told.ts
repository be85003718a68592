/** Why a finish is expected, ready to be said: hours as people write them. */
export interface ReasonTold {
  readonly stage: string;
  readonly isStep: boolean;
  readonly usual: string;
  readonly spent: string;
  readonly left: string;
  /** Null where nothing comes after. */
  readonly after: string | null;
  readonly queue: {
    readonly dossiers: number;
    readonly usual: number | null;
    readonly crowding: 'lighter' | 'usual' | 'heavier';
  } | null;
  readonly seen: number;
}
