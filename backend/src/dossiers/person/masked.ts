import type { MaskedField } from '#contract/dossiers';

const KEPT = 3;

/** `0912345678` → `091****678`; what is short, or an address, shows nothing. */
const masked = (field: MaskedField, text: string): string => {
  if (field === 'address' || field === 'onBehalfOf') return '***';
  if (field === 'email') return `${text.slice(0, 1)}***${text.slice(text.indexOf('@'))}`;
  if (text.length < 3 * KEPT) return '*'.repeat(text.length);
  return `${text.slice(0, KEPT)}${'*'.repeat(text.length - 2 * KEPT)}${text.slice(-KEPT)}`;
};

export const maskedOrNull = (field: MaskedField, text: string | null): string | null =>
  text === null ? null : masked(field, text);
