import { type DeliveryChannel, deliveryChannels } from '#contract/alerts';
import { isUuid } from '../platform/auth/path-id.ts';

/** One alert, one way, one person: that is one delivery. */
export interface DeliveryKey {
  readonly alertId: string;
  readonly channel: DeliveryChannel;
  readonly userId: string;
}

export const deliveryIdOf = ({ alertId, channel, userId }: DeliveryKey): string =>
  `${alertId}.${channel}.${userId}`;

/** The three parts of an id; undefined for what cannot be one. */
export const readDeliveryId = (id: string): DeliveryKey | undefined => {
  const [alertId = '', given, userId = '', ...more] = id.split('.');
  const channel = deliveryChannels.find((each) => each === given);
  const isKey = channel !== undefined && isUuid(alertId) && isUuid(userId) && more.length === 0;
  return isKey ? { alertId, channel, userId } : undefined;
};
