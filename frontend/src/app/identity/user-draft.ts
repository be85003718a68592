import type { User } from '#contract/identity';
import type { Place } from './place-editor.ts';
import { placesIn } from './user-lines.ts';
import { isUsername } from './username.ts';

/** What is typed about somebody. */
export interface UserDraft {
  readonly displayName: string;
  readonly username: string;
  readonly title: string;
  readonly signingForm: string;
  readonly places: readonly Place[];
}

export const emptyDraft: UserDraft = {
  ...{ displayName: '', username: '', title: '', signingForm: '' },
  places: [{ departmentCode: '', roles: [] }],
};

export const draftOf = (user: User, unitId: number): UserDraft => {
  const { displayName, username, title, signingForm } = user;
  const places = placesIn(user, unitId).map(({ departmentCode = '', roles }) => ({
    ...{ departmentCode, roles },
  }));
  return {
    ...{ displayName, username, title: title ?? '', signingForm: signingForm ?? '' },
    places: places.length > 0 ? places : emptyDraft.places,
  };
};

export const faultsOf = ({ displayName, username, places }: UserDraft) => ({
  name: displayName.trim() === '',
  username: !isUsername(username),
  roles: places.some(({ roles }) => roles.length === 0),
});

interface Setting {
  readonly user: User | undefined;
  readonly unitId: number;
  /** Units in which whoever writes looks after people: what is elsewhere stays as it is. */
  readonly mine: readonly number[];
}

const membershipsOf = ({ places }: UserDraft, unitId: number) =>
  places.map(({ departmentCode, roles }) => ({
    ...{ unitId, roles },
    ...(departmentCode !== '' && { departmentCode }),
  }));

/** A field left open is none. */
const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

const changesOf = (draft: UserDraft, user: User) => {
  const [displayName, title] = [draft.displayName.trim(), orNull(draft.title)];
  const signingForm = orNull(draft.signingForm);
  return {
    ...(displayName !== user.displayName && { displayName }),
    ...(title !== user.title && { title }),
    ...(signingForm !== user.signingForm && { signingForm }),
  };
};

/** What is sent: somebody new whole, of somebody known what was changed. */
export const bodyOf = (draft: UserDraft, { user, unitId, mine }: Setting): object => {
  const memberships = membershipsOf(draft, unitId);
  if (user !== undefined) {
    const elsewhere = user.memberships.filter(
      (each) => each.unitId !== unitId && mine.includes(each.unitId),
    );
    return { ...changesOf(draft, user), memberships: [...elsewhere, ...memberships] };
  }
  const [title, signingForm] = [orNull(draft.title), orNull(draft.signingForm)];
  return {
    ...{ username: draft.username, displayName: draft.displayName.trim(), unitId, memberships },
    ...(title !== null && { title }),
    ...(signingForm !== null && { signingForm }),
  };
};
