import type { Instant } from '#domain/working-time';
import { momentText } from '#wording/moment';

/** Below each page of a draft. */
export const draftFooter = (version: number, at: Instant): string =>
  `Dự thảo bản ${version} · Số liệu tính lúc ${momentText(at)}`;

/** Below each page of a city's draft: what its units have issued may change until it is sent. */
export const consolidationFooter = (at: Instant): string =>
  `Dự thảo tổng hợp · Số liệu tính lúc ${momentText(at)}`;

/** Below each page of what was issued: the seal to which the unit's next report is tied. */
export const issuedFooter = (version: number, at: Instant, seal: string): string =>
  `Bản ${version} · Chốt số liệu lúc ${momentText(at)} · SHA-256: ${seal}`;
