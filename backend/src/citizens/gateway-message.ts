import type { OpenHook } from '../deliveries/index.ts';
import { PLACEHOLDERS, type MessageKind, type MessageValues } from '#domain/citizen';

/** What is said, and to which number. */
export interface Spoken {
  readonly id: string;
  readonly kind: MessageKind;
  readonly phone: string;
  readonly text: string;
  readonly values: MessageValues;
}

/** `84912345678`: how Zalo knows a number of Việt Nam. */
const abroad = (phone: string): string => phone.replace(/\D/g, '').replace(/^0/, '84');

/** Parameters of a text that Zalo has approved: the places of ours, named without marks. */
const zaloData = (values: MessageValues): object =>
  Object.fromEntries(
    (Object.keys(PLACEHOLDERS) as (keyof MessageValues)[]).flatMap((name) =>
      values[name] === null ? [] : [[name, values[name]]],
    ),
  );

const zalo = ({ templateIds }: OpenHook, { id, kind, phone, values }: Spoken) => {
  const template = templateIds?.[kind];
  return template === undefined
    ? undefined
    : {
        phone: abroad(phone),
        template_id: template,
        template_data: zaloData(values),
        tracking_id: id,
      };
};

/** As the unit's gateway takes it; undefined where it has no text for the occasion. */
export const gatewayMessage = (hook: OpenHook, spoken: Spoken): string | undefined => {
  const { id, kind, phone, text } = spoken;
  const message = {
    motcua: { id, kind, to: { phone }, text },
    sms: { to: phone, text, reference: id },
    zaloOa: zalo(hook, spoken),
  }[hook.template];
  return message === undefined ? undefined : JSON.stringify(message);
};
