const address = (): string => process.env['MOTCUA_TEST_PRODUCT'] ?? '';

export interface Told {
  readonly id: string;
  readonly version: number;
  readonly code: string;
  /** Told once, to whoever received it. */
  readonly lookupCode?: string;
}

/** An officer at the wire: what a journey needs to find is put there without a screen. */
export const atTheWire = async (username: string) => {
  const told = await fetch(`${address()}/api/v1/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: 'motcua-demo' }),
  });
  const cookie = told.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  const { csrfToken } = (await told.json()) as { readonly csrfToken: string };
  return async (path: string, body: object, version?: number): Promise<Told> => {
    const answer = await fetch(`${address()}/api/v1${path}`, {
      method: 'POST',
      headers: {
        ...{ 'content-type': 'application/json', 'x-csrf-token': csrfToken, cookie },
        ...(version !== undefined && { 'if-match': `"${version}"` }),
      },
      body: JSON.stringify(body),
    });
    const said = (await answer.json()) as Told;
    if (!answer.ok) throw new Error(JSON.stringify(said));
    return said;
  };
};

/** A dossier received just now, which no other journey knows of. */
export const oneReceived = async (changes: object = {}): Promise<Told> => {
  const receive = await atTheWire('tiepnhan');
  return receive('/dossiers', {
    ...{ procedureCode: '1.004873', channel: 'direct' },
    applicant: { name: 'Nguyễn Văn Ất' },
    ...changes,
  });
};

/** Dossiers received just now, whose result is ready to be handed over. */
export const someReady = async (count: number): Promise<readonly string[]> => {
  const [receive, lead] = [await atTheWire('tiepnhan'), await atTheWire('lanhdao')];
  const codes: string[] = [];
  for (let made = 0; made < count; made += 1) {
    const { id, version, code } = await receive('/dossiers', {
      ...{ procedureCode: '2.000815', channel: 'direct' },
      applicant: { name: 'Nguyễn Văn Ất' },
    });
    await lead(`/dossiers/${id}/issue-result`, {}, version);
    codes.push(code);
  }
  return codes;
};

/** Dossiers received just now with a fee: still to be paid, or paid in the way that is named. */
export const someOwing = async (
  count: number,
  amount: number,
  method?: string,
): Promise<readonly string[]> => {
  const receive = await atTheWire('tiepnhan');
  const codes: string[] = [];
  for (let made = 0; made < count; made += 1) {
    const { id, version, code } = await receive('/dossiers', {
      ...{ procedureCode: '2.000635', channel: 'direct', fee: amount },
      applicant: { name: 'Trần Thị Bé' },
    });
    if (method !== undefined) {
      await receive(`/dossiers/${id}/pay-fee`, { amount, method }, version);
    }
    codes.push(code);
  }
  return codes;
};
