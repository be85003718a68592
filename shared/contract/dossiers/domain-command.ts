import type { CommandBody, OfficerCommand } from './commands.ts';
import type { Command, CommandOf, UnitRules } from '#domain/dossier';

type Told = Pick<Command, 'occurredAt' | 'backdateReason'>;
type Flat = Readonly<Record<string, unknown>>;

const toldOf = ({ occurredAt, backdateReason }: Told): Told => ({
  ...(occurredAt !== undefined && { occurredAt }),
  ...(backdateReason !== undefined && { backdateReason }),
});

/** Papers handed in end the wait where the unit counts from then on. */
const insertOf = ({ type, occurredAt, ...members }: Flat, { restartAt }: UnitRules): Flat => ({
  type,
  occurredAt,
  payload: {
    ...(type === 'supplementSubmitted' && { endsWait: restartAt === 'submitted' }),
    ...members,
  },
});

const changesOf = ({ occurredAt, ...payload }: Flat): Flat => ({
  ...(occurredAt !== undefined && { occurredAt }),
  payload,
});

const amendmentOf = (body: CommandBody<'correct'>, rules: UnitRules): Flat => {
  const { version, changes, insert, reason } = body;
  return insert === undefined
    ? { version: version ?? 0, changes: changesOf(changes ?? {}), reason }
    : { insert: insertOf(insert, rules), reason };
};

/** What was asked, as the domain asks it. Schemas are written to give what the domain takes. */
export const domainCommand = <Type extends OfficerCommand>(
  type: Type,
  body: CommandBody<Type>,
  rules: UnitRules,
): CommandOf<Type> => {
  const { occurredAt, backdateReason, ...said } = body as Told & Flat;
  const given = type === 'correct' ? amendmentOf(body as CommandBody<'correct'>, rules) : said;
  const told = toldOf({
    ...(occurredAt !== undefined && { occurredAt }),
    ...(backdateReason !== undefined && { backdateReason }),
  });
  return { type, body: given, ...told } as unknown as CommandOf<Type>;
};
