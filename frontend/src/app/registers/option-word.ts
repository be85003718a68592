import type { RegisterKind } from '#domain/register';
import type { RegisterWords } from '#wording/registers';

/** What an option of a register is called; the groups of Bộ chỉ số 766 have names of their own. */
export function optionWord(
  { options, online766 }: RegisterWords,
  kind: RegisterKind | undefined,
  option: string,
): string {
  if (kind === 'index766' && option === 'online') return online766;
  return options[option] ?? option;
}
