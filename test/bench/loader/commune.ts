import { createHash } from 'node:crypto';
import type { Officer, Role, UserId } from '#domain/dossier';
import { officerNamed, type Cast, type Player } from '../../../backend/src/evaluation/accounts.ts';
import type { PlannedOffice } from '../../../backend/src/evaluation/month/plan.ts';
import type { Bulk } from './bulk.ts';

/** How many share a desk; of the others there is one. */
const DESKS: Readonly<Partial<Record<Player, number>>> = { tiepnhan: 4, xuly: 8 };
const PLAYERS = [
  ...['tiepnhan', 'xuly', 'vanthu', 'truongphong', 'lanhdao', 'phochutich', 'baocao'],
] as readonly Player[];
const DEPARTMENTS = ['tt-pvhcc', 'van-phong', 'kinh-te', 'van-hoa-xa-hoi'];

export interface Commune {
  readonly id: number;
  readonly code: string;
}

interface Person {
  readonly id: string;
  readonly username: string;
  readonly player: Player;
}

/** An id that follows from who it is, in the form of a UUID. */
const idOf = (text: string): string => {
  const bytes = createHash('sha256').update(text).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [0, 8, 12, 16, 20].map((from, part, all) => hex.slice(from, all[part + 1])).join('-');
};

const personAt = ({ code }: Commune, player: Player, desk: number): Person => {
  const username = `${player}.${code.toLowerCase()}.${desk}`;
  return { id: idOf(username), username, player };
};

const peopleOf = (commune: Commune): readonly Person[] =>
  PLAYERS.flatMap((player) =>
    Array.from({ length: DESKS[player] ?? 1 }, (_, desk) => personAt(commune, player, desk)),
  );

const officerAt = ({ id, player }: Person): Officer => ({
  ...officerNamed(player),
  id: id as UserId,
});

/** Its people, each matter at the desks the dice say. */
export const plannedOffice = (commune: Commune, perDay: number): PlannedOffice => ({
  code: commune.code,
  seed: commune.id * 104_729,
  coming: [Math.max(1, Math.round(perDay * 0.94)), Math.max(1, Math.round(perDay * 1.06))],
  castFor: (dice) => {
    const [counter, desk] = [dice.whole(0, 3), dice.whole(0, 7)];
    const at: Partial<Record<Player, number>> = { tiepnhan: counter, xuly: desk };
    const cast: Cast = (player) => officerAt(personAt(commune, player, at[player] ?? 0));
    return cast;
  },
});

const CITY = `insert into unit (code, name, kind) values ('H24', 'Thành phố Mẫu', 'city')
  on conflict (code) do update set name = excluded.name returning id`;
const UNIT = `insert into unit (code, name, kind, level, parent_id) values ($1, $2, 'commune', 'xa', $3)
  on conflict (code) do update set name = excluded.name returning id`;

const rolesOf = (player: Player): readonly Role[] => officerNamed(player).roles;

async function peopled(bulk: Bulk, commune: Commune): Promise<void> {
  for (const code of DEPARTMENTS) {
    const values = [commune.id, code];
    await bulk.query('insert into department values ($1, $2, $2) on conflict do nothing', values);
  }
  for (const { id, username, player } of peopleOf(commune)) {
    const values = [id, username];
    await bulk.query(
      `insert into office_user (id, username, display_name) values ($1, $2, $2)
       on conflict do nothing`,
      values,
    );
    const [department = null] = officerNamed(player).departments;
    await bulk.query(
      `insert into membership (unit_id, user_id, department_code, roles) values ($1, $2, $3, $4)
       on conflict do nothing`,
      [commune.id, id, department, rolesOf(player)],
    );
  }
}

/** A city with so many communes and the people who work in them. */
export async function foundCity(bulk: Bulk, count: number): Promise<readonly Commune[]> {
  const [city] = await bulk.query<{ id: number }>(CITY);
  const communes: Commune[] = [];
  for (let number = 1; number <= count; number += 1) {
    const code = `H24.${100 + number}`;
    const [unit] = await bulk.query<{ id: number }>(UNIT, [code, `Xã Mẫu ${number}`, city?.id]);
    if (unit === undefined) throw new Error('A commune was not made');
    const commune = { id: unit.id, code };
    await peopled(bulk, commune);
    communes.push(commune);
  }
  return communes;
}

/** Somebody to ask the product as. */
export const someoneAt = (commune: Commune, player: Player, desk = 0): string =>
  personAt(commune, player, desk).id;
