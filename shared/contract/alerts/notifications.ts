import { DEFAULT_DELIVERY, KIND_FACTS, type AlertKind } from '#domain/alert';
import * as z from 'zod';
import { timeText } from '../time/index.ts';
import { alertKinds } from './kinds.ts';

export const notificationsPath = '/api/v1/me/notifications';

/** Ways to reach somebody beside the bell, which always rings. */
export const deliveryChannels = ['browser', 'webhook', 'email'] as const;

/** `digest`: not at once but with the next one; `off`: only the bell. */
const emailWish = z.enum(['push', 'digest', 'off']);

const kindWishSchema = z
  .strictObject({ browser: z.boolean(), webhook: z.boolean(), email: emailWish })
  .readonly();

/** How somebody wants to be reached. Alerts are recorded at their moment whatever stands here. */
export const notificationWishSchema = z
  .strictObject({
    /** What is not named is as for everybody. */
    kinds: z.partialRecord(z.enum(alertKinds), kindWishSchema).readonly(),
    /** Separate pushes a day; what is beyond waits for the digest. */
    dailyCap: z.int().min(0).max(100),
    /** `HH:MM`, on working days. */
    digestAt: z.array(timeText).max(6).readonly(),
    /** Whether what has climbed to a director or vice-chairman may disturb outside working hours. */
    leadersAtAnyHour: z.boolean(),
    /** Whether a leader gets the letter of what the working day begins with; absent: yes. */
    leadersDigest: z.boolean().optional(),
  })
  .readonly()
  .meta({
    id: 'NotificationWish',
    examples: [
      {
        kinds: { 'dossier.near': { browser: true, webhook: false, email: 'digest' } },
        dailyCap: 15,
        digestAt: ['07:30', '16:00'],
        leadersAtAnyHour: false,
      },
    ],
  });

export type DeliveryChannel = (typeof deliveryChannels)[number];
export type KindWish = z.infer<typeof kindWishSchema>;
export type NotificationWish = z.infer<typeof notificationWishSchema>;

export const DEFAULT_WISH: NotificationWish = { kinds: {}, ...DEFAULT_DELIVERY };

/** Mail for what is late; the rest is found in the product and in the digest. */
const DEFAULT_BY_SEVERITY = {
  info: { browser: false, webhook: false, email: 'digest' },
  warning: { browser: true, webhook: false, email: 'digest' },
  late: { browser: true, webhook: false, email: 'push' },
} as const satisfies Record<string, KindWish>;

/**
 * How one kind reaches somebody who wishes so.
 *
 * @example wishFor(DEFAULT_WISH, 'dossier.overdue') // { browser: true, webhook: false, email: 'push' }
 */
export const wishFor = ({ kinds }: Pick<NotificationWish, 'kinds'>, kind: AlertKind): KindWish =>
  kinds[kind] ?? DEFAULT_BY_SEVERITY[KIND_FACTS[kind].severity];
