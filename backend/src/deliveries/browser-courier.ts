import type { Clock } from '../platform/clock/clock.ts';
import type { Tenancy } from '../platform/database/tenancy.ts';
import type { Feed } from '../platform/realtime/feed.service.ts';
import { SENT, type Courier, type Fate, type Letter } from './post/parcel.ts';

export interface BrowserCourierParts {
  readonly tenancy: Tenancy;
  readonly feed: Feed;
  readonly clock: Pick<Clock, 'officeNow'>;
}

/** Has the pages that are open say it aloud: whoever it is for fetches the alert and shows it. */
export class BrowserCourier implements Courier {
  readonly channel = 'browser';
  readonly isPatient = true;
  readonly #parts: BrowserCourierParts;

  constructor(parts: BrowserCourierParts) {
    this.#parts = parts;
  }

  async carry({ parcel: { unitId }, notices }: Letter): Promise<Fate> {
    const { tenancy, feed, clock } = this.#parts;
    const at = clock.officeNow();
    await tenancy.within({ units: [unitId] }, (transaction) =>
      feed.put(
        transaction,
        { unitId, at },
        notices.map(({ id }) => ({ op: 'created', type: 'notice', id })),
      ),
    );
    feed.announce();
    return SENT;
  }
}
