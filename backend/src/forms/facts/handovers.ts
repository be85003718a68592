import type { StepClock } from '#domain/deadline';
import { effectiveEvents, type OfficeEvent, type Step } from '#domain/dossier';
import type { OpenFile } from '../../dossiers/index.ts';
import { shortMoment } from './moments.ts';

/** Names of people by id. */
export type Names = ReadonlyMap<string, string>;

const nameOf = ({ actor }: Pick<OfficeEvent, 'actor'>, names: Names): string =>
  names.get(actor.id) ?? '';

const inTime = ({ endedAt, dueAt }: StepClock): string => {
  if (endedAt === undefined || dueAt === null) return '';
  if (endedAt > dueAt) return 'Quá hạn';
  return endedAt === dueAt ? 'Đúng hạn' : 'Trước hạn';
};

const stepName = (key: string, steps: readonly Step[]): string =>
  steps.find((step) => step.key === key)?.name ?? key;

/** What a move of the dossier is called; other events move nothing. */
const MOVES: Partial<Record<OfficeEvent['type'], string>> = {
  received: 'Tiếp nhận hồ sơ',
  backFromAgency: 'Nhận lại từ cơ quan phối hợp',
  supplementRequested: 'Yêu cầu bổ sung hồ sơ',
  supplementReceived: 'Nhận bổ sung hồ sơ',
  resultIssued: 'Có kết quả giải quyết',
  returned: 'Trả kết quả',
};

const moveOf = (event: OfficeEvent): string | undefined => {
  if (event.type === 'assigned') return `Chuyển ${event.payload.departmentCode ?? 'cán bộ xử lý'}`;
  if (event.type === 'sentToAgency') return `Chuyển ${event.payload.agency}`;
  return MOVES[event.type];
};

/** The rows of Mẫu 06: who gave the dossier to whom and when, and what each step made of its time. */
export const handoversOf = (
  { state, stepClocks, office }: OpenFile,
  names: Names,
): readonly (readonly string[])[] => {
  const moves = effectiveEvents(state.history).flatMap((event) => {
    const move = moveOf(event);
    const told = `${shortMoment(event.occurredAt)}\n${nameOf(event, names)}`.trim();
    return move === undefined ? [] : [{ at: event.occurredAt, row: [move, told, '', ''] }];
  });
  const steps = stepClocks.flatMap((clock) => {
    if (clock.endedAt === undefined) return [];
    const name = stepName(clock.key, office.procedure.steps);
    const told = `Nhận: ${shortMoment(clock.from)}\nGiao: ${shortMoment(clock.endedAt)}`;
    return [{ at: clock.endedAt, row: [name, told, inTime(clock), hint(clock)] }];
  });
  return [...moves, ...steps].toSorted((one, other) => one.at - other.at).map(({ row }) => row);
};

const hint = ({ dueAt }: StepClock): string =>
  dueAt === null ? '' : `Hạn của bước: ${shortMoment(dueAt)}`;
