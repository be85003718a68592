import { chownSync } from 'node:fs';

/** Another user of the machine, who runs the server when root started us. */
export interface OsUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** For `spawn`: run as that user, or as ourselves. */
export const identityOf = (user: OsUser | undefined): { uid?: number; gid?: number } =>
  user === undefined ? {} : { uid: user.uid, gid: user.gid };

export const giveTo = (path: string, user: OsUser | undefined): void => {
  if (user !== undefined) chownSync(path, user.uid, user.gid);
};
