import {
  DEFAULT_WISH,
  wishFor,
  type DeliveryChannel,
  type NotificationWish,
} from '#contract/alerts';
import {
  findActing,
  planDeliveries,
  recipientKey,
  type Alert,
  type Delivery,
  type People,
  type PushedOn,
} from '#domain/alert';
import type { UserId } from '#domain/dossier';
import type { Instant, WorkingCalendar } from '#domain/working-time';

/** An alert that somebody finds open, and its row. */
export interface ToldAlert {
  readonly id: string;
  readonly alert: Alert;
}

export interface PlannedDelivery {
  readonly alertId: string;
  readonly userId: UserId;
  readonly channel: DeliveryChannel;
  readonly way: 'push' | 'bundle' | 'digest';
  readonly at: Instant;
}

export interface DeliveryGround {
  readonly people: People;
  readonly calendar: WorkingCalendar;
  readonly now: Instant;
  readonly wishes: ReadonlyMap<string, NotificationWish>;
  /** By person: what was pushed already, day by day. */
  readonly pushed: ReadonlyMap<string, PushedOn>;
  /** By person: how many old alerts wait for the digest already. */
  readonly old: ReadonlyMap<string, number>;
}

/** Who is reached by an alert: the person, or those who serve at the desk and are there. */
export function readersOf({ key }: Alert, { people, now }: Pick<DeliveryGround, 'people' | 'now'>) {
  const { recipient } = key;
  if (recipient.kind === 'user') return [recipient.userId];
  const { role, departmentCode } = recipient;
  return people.colleagues
    .filter(
      ({ roles, departments }) =>
        roles.includes(role) &&
        (departmentCode === null ||
          departments.length === 0 ||
          departments.includes(departmentCode)),
    )
    .map(({ userId }) => userId)
    .filter((userId) => findActing(userId, { people, departmentCode, at: now }) === userId);
}

type Told = Exclude<Delivery, { readonly by: 'nothing' }>;

/** By which channels a person wants this kind of alert, told in this way. */
function channelsOf(wish: NotificationWish, alert: Alert, { by }: Told): DeliveryChannel[] {
  const { browser, webhook, email } = wishFor(wish, alert.key.kind);
  if (by === 'digest') return email === 'off' ? [] : ['email'];
  // A failed delivery is not told by what failed.
  if (alert.key.kind === 'delivery.failed') return browser ? ['browser'] : [];
  return [
    ...(browser ? (['browser'] as const) : []),
    ...(webhook ? (['webhook'] as const) : []),
    ...(email === 'push' ? (['email'] as const) : []),
  ];
}

const plannedOf = (told: ToldAlert, userId: UserId, delivery: Told, channel: DeliveryChannel) => ({
  ...{ alertId: told.id, userId, channel },
  ...{ way: delivery.by, at: delivery.at },
});

/** One person's deliveries: what is not pushed by any channel waits for the digest, as what is beyond the cap. */
function deliveriesFor(
  userId: UserId,
  told: readonly ToldAlert[],
  ground: DeliveryGround,
): PlannedDelivery[] {
  const wish = ground.wishes.get(userId) ?? DEFAULT_WISH;
  const own = told.map(({ id, alert }) => ({
    id,
    alert: { ...alert, key: { ...alert.key, recipient: { kind: 'user', userId } as const } },
  }));
  const isTold = (by: 'push' | 'digest') => (each: ToldAlert) =>
    channelsOf(wish, each.alert, { by, at: ground.now }).length > 0;
  const isPushed = isTold('push');
  const news = own.filter(({ alert }) => alert.hush !== 'beforeImport');
  const pushes = news.filter(isPushed);
  const others = news.filter((each) => !isPushed(each));
  // What is old is told in one heap, whatever its kind: a digest has so many places for it and no more.
  const old = own.filter(({ alert }) => alert.hush === 'beforeImport').filter(isTold('digest'));
  const plan = (alerts: readonly ToldAlert[], dailyCap: number) => {
    const sources = new Map(alerts.map((each) => [each.alert, each]));
    const outbox = {
      ...{ alerts: [...sources.keys()], now: ground.now },
      ...{ pushed: ownOf(ground.pushed, userId), old: ownOf(ground.old, userId) },
    };
    const planned = planDeliveries(outbox, ground.calendar, { ...wish, dailyCap });
    return planned.flatMap(({ alert, delivery }) => {
      const source = sources.get(alert);
      if (source === undefined || delivery.by === 'nothing') return [];
      return channelsOf(wish, alert, delivery).map((channel) =>
        plannedOf(source, userId, delivery, channel),
      );
    });
  };
  return [...plan(pushes, wish.dailyCap), ...plan(others, 0), ...plan(old, 0)];
}

/** What is counted of one person, by the name the domain knows them by. */
const ownOf = <Count>(counts: ReadonlyMap<string, Count>, userId: UserId): Map<string, Count> => {
  const own = counts.get(userId);
  const name = recipientKey({ kind: 'user', userId });
  return new Map<string, Count>(own === undefined ? [] : [[name, own]]);
};

/**
 * What is to leave the product because of these alerts, person by person: inside working hours, with the line
 * of a desk, in a digest; under each one's own wishes and daily cap.
 */
export function plannedDeliveries(
  told: readonly ToldAlert[],
  ground: DeliveryGround,
): readonly PlannedDelivery[] {
  const byReader = Map.groupBy(
    told.flatMap((each) => readersOf(each.alert, ground).map((userId) => ({ userId, each }))),
    ({ userId }) => userId,
  );
  return [...byReader].flatMap(([userId, alerts]) =>
    deliveriesFor(
      userId,
      alerts.map(({ each }) => each),
      ground,
    ),
  );
}
