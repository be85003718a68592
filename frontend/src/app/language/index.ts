export { LanguageService, injectWords } from './language.service.ts';
export { dateText, momentText, timeText } from '#wording/moment';
export { readMoment } from './moment-text.ts';
export { numberText } from './number-text.ts';
export { matches, plainLetters } from './plain-letters.ts';
