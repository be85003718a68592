import type { Question } from './question.ts';

/** What belongs to no unit, or to the installation; asked once, with the machine's time. */
export const COMMON_QUESTIONS: readonly Question[] = [
  {
    check: 'sessions-ended',
    sql: `select 'session ' || session.id as where from session
      join office_user on office_user.id = session.user_id
      where ended_at is null and expires_at > $1 and disabled_at is not null`,
  },
];

/** Every seal leans on the one before it, whoever's it is: asked for all units at once. */
export const SEALS = `select unit_id, 'seal ' || number as where from broken_audit_seals()`;
