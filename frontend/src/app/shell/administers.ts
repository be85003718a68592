import type { Instant } from '#domain/working-time';
import type { ApiClient } from '../api/index.ts';
import type { LanguageService } from '../language/index.ts';

/** The parts of *Quản trị*, in the order in which they are read. */
export const adminGroups = ['people', 'rules', 'data', 'product'] as const;
export type AdminGroup = (typeof adminGroups)[number];

/** The one thing a screen wants to say before it is opened. */
export interface Remark {
  /** Somebody should look: nothing does it by itself. */
  readonly isUrgent: boolean;
  /** In whatever language is being read; asked anew when it changes. */
  readonly say: () => string;
}

/** With what a screen finds out what it wants to say. */
export interface Asking {
  readonly api: Pick<ApiClient, 'read'>;
  readonly unitId: number | undefined;
  readonly abort: AbortSignal;
  /** The office's time. */
  readonly now: Instant | undefined;
  readonly wordsOf: LanguageService['of'];
}

export type Teller = (asking: Asking) => Promise<Remark | undefined>;

/** How a screen stands on the page *Quản trị*. */
export interface Administers {
  readonly group: AdminGroup;
  /** Fetched when the page is opened; a screen without it has nothing to say. */
  readonly tells?: () => Promise<Teller>;
}
