import { describe, expect, it } from '@jest/globals';
import { SecretBox } from './secret-box.ts';

const OLD = 'một bí mật cũ đủ dài để dùng được';
const NEW = 'một bí mật mới đủ dài để dùng được';
const plain = Buffer.from('hạt giống');

describe('the secret box', () => {
  it('gives back what was put in, and never looks the same twice', () => {
    const box = new SecretBox(NEW);
    const [one, other] = [box.seal(plain, 'user 1'), box.seal(plain, 'user 1')];
    expect(box.open(one, 'user 1')).toEqual(plain);
    expect(one.equals(other)).toBe(false);
    expect(one.includes(plain)).toBe(false);
  });

  it('still opens what the former secret sealed', () => {
    const sealed = new SecretBox(OLD).seal(plain, 'user 1');
    expect(new SecretBox(NEW, OLD).open(sealed, 'user 1')).toEqual(plain);
    expect(() => new SecretBox(NEW).open(sealed, 'user 1')).toThrow('not among ours');
  });

  it('opens nothing that was moved or altered', () => {
    const box = new SecretBox(NEW);
    const sealed = box.seal(plain, 'user 1');
    expect(() => box.open(sealed, 'user 2')).toThrow();
    sealed[sealed.length - 1] = (sealed.at(-1) ?? 0) ^ 1;
    expect(() => box.open(sealed, 'user 1')).toThrow();
  });
});
