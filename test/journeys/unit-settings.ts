const address = (): string => process.env['MOTCUA_TEST_PRODUCT'] ?? '';

interface Me {
  readonly csrfToken: string;
}
interface Units {
  readonly items: readonly { readonly id: number; readonly code: string }[];
}

/** What the administrator sets for the commune. */
export const setForUnit = async (settings: object): Promise<void> => {
  const told = await fetch(`${address()}/api/v1/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'quantri', password: 'motcua-demo' }),
  });
  const cookie = told.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  const { csrfToken } = (await told.json()) as Me;
  const units = await fetch(`${address()}/api/v1/units`, { headers: { cookie } });
  const commune = ((await units.json()) as Units).items.find(({ code }) => code === 'H24.99');
  const answer = await fetch(`${address()}/api/v1/units/${commune?.id ?? 0}`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json', 'x-csrf-token': csrfToken, cookie },
    body: JSON.stringify({ settings }),
  });
  if (!answer.ok) throw new Error(await answer.text());
};
