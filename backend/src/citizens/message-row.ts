import type { CitizenMessage } from '#contract/citizens';
import { formatInstant, type Instant } from '#domain/working-time';

export type MessageRow = Omit<CitizenMessage, 'at' | 'settledAt'> & {
  readonly at: Instant;
  readonly settledAt: Instant | null;
};

export const MESSAGE = `select message.id, message.unit_id as "unitId", message.kind,
    message.dossier_id as "dossierId", coalesce(dossier.official_code, dossier.code) as "dossierCode",
    message.state, message.way, message.at, message.settled_at as "settledAt", message.fault
  from citizen_message as message join dossier
    on dossier.unit_id = message.unit_id and dossier.id = message.dossier_id`;

export const messageItem = ({ at, settledAt, ...row }: MessageRow): CitizenMessage => ({
  ...row,
  at: formatInstant(at),
  settledAt: settledAt === null ? null : formatInstant(settledAt),
});
