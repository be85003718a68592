import { codeOf, stepOf } from '../../backend/src/identity/second-factor/totp.ts';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** What an authenticator shows that was given the secret on the page. */
export const codeNow = (secret: string): string => {
  const bits = [...secret].map((letter) => LETTERS.indexOf(letter).toString(2).padStart(5, '0'));
  const bytes = bits.join('').match(/.{8}/g) ?? [];
  const seed = Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2)));
  return codeOf(seed, stepOf(Date.now()));
};

interface Newcomer {
  readonly username: string;
  readonly password: string;
  /** The address an administrator hands over when the password is forgotten. */
  readonly forgetPassword: () => Promise<string>;
}

/** Somebody whose account the administrator has just made, with a password for one use. */
export const aNewcomer = async (role: string): Promise<Newcomer> => {
  const address = process.env['MOTCUA_TEST_PRODUCT'] ?? '';
  const json = { 'content-type': 'application/json' };
  const told = await fetch(`${address}/api/v1/auth/login`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ username: 'quantri', password: 'motcua-demo' }),
  });
  const cookie = told.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  const me = (await told.json()) as {
    readonly csrfToken: string;
    readonly units: readonly { readonly id: number; readonly code: string }[];
  };
  const post = async <Told>(path: string, body?: object): Promise<Told> => {
    const headers = { ...(body && json), 'x-csrf-token': me.csrfToken, cookie };
    const init = { method: 'POST', headers, ...(body && { body: JSON.stringify(body) }) };
    const answer = await fetch(`${address}/api/v1${path}`, init);
    const said = (await answer.json()) as Told;
    if (!answer.ok) throw new Error(JSON.stringify(said));
    return said;
  };
  const username = `moi.${Date.now().toString(36)}`;
  const password = 'một lần rồi đổi ngay';
  const unitId = me.units.find(({ code }) => code === 'H24.99')?.id;
  const { id } = await post<{ readonly id: string }>('/users', {
    ...{ username, displayName: 'Lê Thị Mới', title: 'Phó Giám đốc', password },
    ...{ mustChangePassword: true, memberships: [{ unitId, roles: [role] }] },
  });
  const forgetPassword = async (): Promise<string> =>
    (await post<{ readonly path: string }>(`/users/${id}/reset-link`)).path;
  return { username, password, forgetPassword };
};
