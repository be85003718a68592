import { verifyWording, type Language } from '#wording';
import type { Finding } from './finding.ts';

/**
 * The findings as lines to be read, or the one line that says there are none.
 *
 * @example tellFindings([], 'vi') → 'Dữ liệu toàn vẹn.'
 */
export function tellFindings(findings: readonly Finding[], language: Language): string {
  const { sound, unsound, checks } = verifyWording[language];
  if (findings.length === 0) return sound;
  const lines = findings.map(
    ({ check, unit, where }) => `  ${checks[check]} (${check}): ${unit ?? '–'} · ${where}`,
  );
  return [unsound, ...lines].join('\n');
}
