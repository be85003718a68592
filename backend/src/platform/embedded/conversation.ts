/** What the launcher and the process it starts say to each other. */
export interface Charge {
  readonly kind: 'charge';
  readonly instance: string;
  /** The lock that names this instance, and the cluster to stop should the launcher die. */
  readonly lockFile: string;
  readonly clusterFolder?: string;
  /** Nothing was configured: the database is a trial one, to be filled. */
  readonly evaluates?: true;
}

interface Stop {
  readonly kind: 'stop';
}

export interface Listens {
  readonly kind: 'listens';
  readonly address: string;
  readonly portTaken?: number;
}

export type ToDoor = Charge | Stop;
export type ToLauncher = Listens;

const kindOf = (message: unknown): unknown =>
  typeof message === 'object' && message !== null && 'kind' in message ? message.kind : undefined;

export const isToDoor = (message: unknown): message is ToDoor =>
  kindOf(message) === 'charge' || kindOf(message) === 'stop';

export const isToLauncher = (message: unknown): message is ToLauncher =>
  kindOf(message) === 'listens';
