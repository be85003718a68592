import { readReportSubject, type ScheduledReport } from '#domain/report';

const dayText = (date: string): string => date.split('-').reverse().join('/');

/**
 * A report that is awaited, by its kind and its days; what is none is told as it is.
 *
 * @example awaitedText(templates, 'monthly/2026-01-15/2026-02-14') // Báo cáo tháng (15/01/2026 – 14/02/2026)
 */
export function awaitedText(
  names: Readonly<Record<ScheduledReport, string>>,
  subject: string,
): string {
  const read = readReportSubject(subject);
  if (read === undefined) return subject;
  return `${names[read.report]} (${dayText(read.from)} – ${dayText(read.to)})`;
}
