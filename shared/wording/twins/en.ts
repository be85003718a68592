import type { TwinsWords } from './vi.ts';

export const en: TwinsWords = {
  heading: 'May be the same',
  hint: 'One person, one procedure, one day, other codes. If it is one matter in two systems, link them: it counts once.',
  link: (code) => `This one is ${code}: count ${code} alone`,
  more: 'More',
  none: 'Nothing seems to be here twice.',
  linked: 'Linked; reports count the primary one alone',
  confirm: 'Link these two dossiers?',
  act: 'Link',
};
