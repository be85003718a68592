import { describe, expect, it } from '@jest/globals';
import { formMembers } from './form-members.ts';

const FORM = 'multipart/form-data; boundary=ranh-gioi';
const text = (name: string, value: string) =>
  `--ranh-gioi\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
const file = (name: string, value: string) =>
  `--ranh-gioi\r\nContent-Disposition: form-data; name="${name}"; filename="ds.csv"\r\n` +
  `Content-Type: text/csv\r\n\r\n${value}\r\n`;
const read = (body: string, contentType = FORM) =>
  formMembers({ body: Buffer.from(body), contentType });

describe('a form as it came over the wire', () => {
  it('gives texts as texts and files as their bytes', () => {
    const members = read(
      `${text('profile', 'dossiers-national')}${file('file', 'MaHoSo')}--ranh-gioi--\r\n`,
    );

    expect(members).toEqual({ profile: 'dossiers-national', file: Buffer.from('MaHoSo') });
  });

  it('is what every other reader of forms takes it for', async () => {
    const given = new FormData();
    given.append('tên "dài"\r\n', 'Nguyễn Thị Ánh');
    given.append('file', new Blob([new Uint8Array([13, 10, 45, 45, 0, 255])]), 'ảnh.png');
    given.append('empty', '');
    const sent = new Response(given);
    const contentType = sent.headers.get('content-type') ?? '';

    const members = formMembers({ body: Buffer.from(await sent.arrayBuffer()), contentType });

    expect(members).toEqual({
      'tên "dài"\r\n': 'Nguyễn Thị Ánh',
      file: Buffer.from([13, 10, 45, 45, 0, 255]),
      empty: '',
    });
  });

  it('holds a file once: its bytes are those of the body', () => {
    const body = Buffer.from(`${file('file', 'MaHoSo')}--ranh-gioi--`);

    const members = formMembers({ body, contentType: FORM });

    expect((members?.['file'] as Buffer).buffer).toBe(body.buffer);
  });

  it('takes an empty file, and a form with no member', () => {
    expect(read(`${file('file', '')}--ranh-gioi--`)).toEqual({ file: Buffer.alloc(0) });
    expect(read('--ranh-gioi--')).toEqual({});
  });

  it('takes a boundary in quotation marks', () => {
    const quoted = 'multipart/form-data; charset=utf-8; boundary="ranh-gioi"';

    expect(read(`${text('a', '1')}--ranh-gioi--`, quoted)).toEqual({ a: '1' });
  });

  it('does not mind an empty line before the first part', () => {
    expect(read(`\r\n${text('a', '1')}--ranh-gioi--`)).toEqual({ a: '1' });
  });

  it('gives a hostile name to nobody but the form', () => {
    const members = read(`${text('__proto__', 'x')}--ranh-gioi--`);

    expect(Object.getPrototypeOf(members)).toBe(Object.prototype);
    expect(Object.keys(members ?? {})).toEqual(['__proto__']);
  });

  it.each([
    ['nothing at all', ''],
    ['another boundary', '--khac\r\n\r\n--khac--'],
    ['a boundary inside a line', 'x--ranh-gioi\r\n\r\n--ranh-gioi--'],
    ['no end', text('a', '1')],
    ['a part cut short', '--ranh-gioi\r\nContent-Disposition: form-data; name="a"\r\n\r\nab'],
    ['a part that is none of a form', '--ranh-gioi\r\nX: y\r\n\r\n1\r\n--ranh-gioi--'],
    [
      'a part without a name',
      '--ranh-gioi\r\nContent-Disposition: form-data; x\r\n\r\n1\r\n--ranh-gioi--',
    ],
  ])('is no form with %s', (_name, body) => {
    expect(read(body)).toBeUndefined();
  });

  it('is no form without a boundary', () => {
    expect(read('--\r\n\r\n----', 'multipart/form-data')).toBeUndefined();
  });
});
