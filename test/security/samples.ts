/** What a route is asked with, so that nothing but permission decides the answer. */
export interface Sample {
  /** For `:id`, `:year`, `:code`: of the own unit, of another's, and of nothing at all. */
  readonly own?: (things: Things) => Promise<string> | string;
  readonly other?: (things: Things) => Promise<string> | string;
  readonly body?: unknown;
  /** A body that names the unit. */
  readonly bodyIn?: (unitId: number) => unknown;
}

/** Makes what a path may name. */
export interface Things {
  readonly commune: number;
  readonly foreign: number;
  person(unitId: number): Promise<string>;
  key(unitId: number): Promise<string>;
}

const person: Sample = {
  own: (things) => things.person(things.commune),
  other: (things) => things.person(things.foreign),
};

const key: Sample = {
  own: (things) => things.key(things.commune),
  other: (things) => things.key(things.foreign),
};

const unit: Sample = {
  own: ({ commune }) => String(commune),
  other: ({ foreign }) => String(foreign),
};

const typed = { password: 'bốn con vịt qua cầu', totp: '000000' };
const preview = {
  receivedAt: '2026-03-02T08:00:00+07:00',
  allowance: { kind: 'workingDays', amount: 3 },
};

/** Route by route; what is not named here is asked without a body and for nothing that exists. */
export const SAMPLES: Readonly<Record<string, Sample>> = {
  'DELETE /api/v1/api-keys/:id': key,
  'DELETE /api/v1/users/:id/second-factor': person,
  'DELETE /api/v1/users/:id/sessions': person,
  'GET /api/v1/users/:id/holdings': person,
  'GET /api/v1/calendars/:year': { own: () => '2026' },
  'PATCH /api/v1/units/:id': { ...unit, body: {} },
  'PATCH /api/v1/users/:id': { ...person, body: { title: 'Công chức' } },
  'POST /api/v1/api-keys': { body: { name: 'Khóa', permissions: ['users.read'] } },
  'POST /api/v1/calendars/preview': { body: {} },
  'POST /api/v1/deadlines/preview': { body: preview },
  'POST /api/v1/setup-lists': {
    body: { profile: 'people', dryRun: true, text: 'TenDangNhap\tHoTen\na\tA' },
  },
  'POST /api/v1/setup-lists/errors': {
    body: { profile: 'people', text: 'TenDangNhap\tHoTen\na\tA' },
  },
  'POST /api/v1/procedure-matches': { body: { code: '9.999999', targetCode: null } },
  'POST /api/v1/imports': { body: { profile: 'dossiers-ndjson', text: '{}' } },
  'POST /api/v1/departments': { body: { code: 'van-thu', name: 'Văn thư' } },
  'POST /api/v1/me/password': { body: { current: 'x', password: 'y' } },
  'POST /api/v1/me/second-factor/confirm': { body: typed },
  'POST /api/v1/me/second-factor/remove': { body: typed },
  'POST /api/v1/units': { body: { code: 'H24.55', name: 'Xã', kind: 'commune' } },
  'POST /api/v1/users': {
    bodyIn: (unitId) => ({
      username: 'a.b',
      displayName: 'A',
      memberships: [{ unitId, roles: ['clerk'] }],
    }),
  },
  'POST /api/v1/users/:id/reset-link': person,
};
