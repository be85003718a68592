import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { LanguageService } from './language.service.ts';

const greeting = { vi: { hello: 'Xin chào' }, en: { hello: 'Hello' } };

beforeEach(() => localStorage.clear());

describe('the language', () => {
  it('is Vietnamese until somebody chooses another', () => {
    expect(TestBed.inject(LanguageService).of(greeting)().hello).toBe('Xin chào');
  });

  it('changes every word while the product runs, and the page says so to a screen reader', async () => {
    const language = TestBed.inject(LanguageService);
    const words = language.of(greeting);
    await language.choose('en');
    expect(words().hello).toBe('Hello');
    expect(document.documentElement.lang).toBe('en');
    await language.choose('vi');
    expect(words().hello).toBe('Xin chào');
  });

  it('fetches English only when it is wanted, and shows it only when it is there', async () => {
    const language = TestBed.inject(LanguageService);
    let fetched = 0;
    const words = language.of({
      vi: greeting.vi,
      en: () => {
        fetched += 1;
        return Promise.resolve(greeting.en);
      },
    });
    expect([words().hello, fetched]).toEqual(['Xin chào', 0]);
    await language.choose('en');
    expect([words().hello, fetched]).toEqual(['Hello', 1]);
  });

  it('is remembered on this computer', async () => {
    await TestBed.inject(LanguageService).choose('en');
    TestBed.resetTestingModule();
    const language = TestBed.inject(LanguageService);
    await language.restore();
    expect(language.current()).toBe('en');
  });
});
