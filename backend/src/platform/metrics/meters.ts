import { Injectable } from '@nestjs/common';
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/**
 * Everything that is measured. Labels are words of ours, of which there are few: never an id, a name, or
 * anything else that came with a request.
 */
@Injectable()
export class Meters {
  readonly registry = new Registry();
  readonly requests = new Histogram({
    name: 'motcua_http_request_duration_seconds',
    help: 'How long requests took, by route template, method and class of status',
    labelNames: ['route', 'method', 'status'] as const,
    buckets: SECONDS,
    registers: [this.registry],
  });
  readonly refusals = this.#counter('motcua_refusals_total', 'Requests refused, by reason', 'code');
  readonly events = this.#counter(
    'motcua_events_appended_total',
    'Events appended to dossiers by this process, by type',
    'type',
  );
  readonly pool = this.#gauge(
    'motcua_database_connections',
    'Connections of this process to the database; waiting: requests without one',
    'state',
  );
  readonly queue = this.#gauge('motcua_queue_jobs', 'Jobs in the queue', 'lane', 'state');
  readonly outboxOpen = this.#gauge('motcua_outbox_open', 'Orders nobody took to the queue yet');
  readonly outboxLag = this.#gauge('motcua_outbox_lag_seconds', 'Age of the oldest of them');
  readonly skew = this.#gauge(
    'motcua_database_clock_skew_seconds',
    'How far the database machine is ahead of this one',
  );
  readonly streams = this.#gauge('motcua_streams_open', 'Pages that listen to changes');
  readonly feedBehind = this.#gauge(
    'motcua_feed_positions_behind',
    'Positions of the feed that open pages have not been handed yet',
  );

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  #counter<Label extends string>(name: string, help: string, ...labelNames: Label[]) {
    return new Counter<Label>({ name, help, labelNames, registers: [this.registry] });
  }

  #gauge<Label extends string>(name: string, help: string, ...labelNames: Label[]) {
    return new Gauge<Label>({ name, help, labelNames, registers: [this.registry] });
  }
}
