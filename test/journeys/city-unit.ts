const address = (): string => process.env['MOTCUA_TEST_PRODUCT'] ?? '';

interface Me {
  readonly csrfToken: string;
}

/** A commune of the city that works without the product: the administrator has just added it. */
export const aCityUnit = async (): Promise<string> => {
  const json = { 'content-type': 'application/json' };
  const told = await fetch(`${address()}/api/v1/auth/login`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ username: 'quantri', password: 'motcua-demo' }),
  });
  const cookie = told.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  const { csrfToken } = (await told.json()) as Me;
  const key = Date.now().toString(36).toUpperCase();
  const name = `Xã Ngoài ${key}`;
  const answer = await fetch(`${address()}/api/v1/units`, {
    method: 'POST',
    headers: { ...json, 'x-csrf-token': csrfToken, cookie },
    body: JSON.stringify({
      ...{ code: `H24.N${key}`, name, kind: 'commune', level: 'xa', parentCode: 'H24' },
    }),
  });
  if (!answer.ok) throw new Error(await answer.text());
  return name;
};
