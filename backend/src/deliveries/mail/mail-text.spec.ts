import { describe, expect, it } from '@jest/globals';
import { letterWords } from '#wording/notices';
import type { Letter, NoticeRow } from '../post/parcel.ts';
import { mailText } from './mail-text.ts';

const notice: NoticeRow = {
  ...{ id: 'a', kind: 'dossier.overdue', severity: 'late', reason: 'holder', status: 'open' },
  ...{ subjectId: 'd', dossierId: 'd', dossierCode: 'MC.H24.99-260302-1' },
  ...{ dueAt: 0, asOf: null, bundleAt: null, hush: null },
};

const letterOf = (...notices: readonly NoticeRow[]): Letter => ({
  parcel: {
    ...{ unitId: 1, channel: 'email', id: 'p', userId: 'u', alertIds: [] },
    ...{ tries: 1, firstTriedAt: 0, isRepeated: false },
  },
  to: {
    ...{ userId: 'u', username: 'an', displayName: 'An', unitName: 'Xã Mẫu', isDisabled: false },
    ...{ email: 'an@xa.example', phone: null, zaloUserId: null },
  },
  notices,
  now: 0,
});

const said = (language: 'vi' | 'en', ...notices: readonly NoticeRow[]): string =>
  mailText(letterOf(...notices), letterWords[language]).text;

describe('a letter', () => {
  it('says that more is listed than it names, where a list has brought what was old', () => {
    const old: NoticeRow = { ...notice, id: 'b', hush: 'beforeImport' };
    expect(said('vi', notice, old)).toMatch(/nhiều nhất 50 việc, xem đầy đủ ở trang Cảnh báo/);
    expect(said('en', notice, old)).toMatch(/names 50 at most; all of them are under Alerts/);
  });

  it('says nothing of it where all is news', () => {
    expect(said('vi', notice)).not.toMatch(/nhập về/);
  });
});
