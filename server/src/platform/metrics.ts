import type { Pool } from './postgres.ts';

/**
 * The values that a label may have. Lists are closed: nothing that a customer, a vendor or a caller chose becomes the value of a label.
 * `route_patterns`: the patterns of the routes that the service has.
 */
type LabelList = readonly string[] | 'route_patterns';
export type Labels = Readonly<Record<string, LabelList>>;
export type LabelValues<L extends Labels> = { [Name in keyof L]: L[Name] extends readonly string[] ? L[Name][number] : string };

interface Definition<L extends Labels> {
  name: string;
  /** What it counts, for whoever reads the answer. */
  help: string;
  labels: L;
}
export interface Counter<L extends Labels = Labels> extends Definition<L> {
  type: 'counter';
}
export interface Gauge<L extends Labels = Labels> extends Definition<L> {
  type: 'gauge';
}
export interface Histogram<L extends Labels = Labels> extends Definition<L> {
  type: 'histogram';
  buckets: readonly number[];
}
export type Metric = Counter | Gauge | Histogram;

export function defineCounter<const L extends Labels>(definition: Definition<L>): Counter<L> {
  return { type: 'counter', ...definition };
}

export function defineGauge<const L extends Labels>(definition: Definition<L>): Gauge<L> {
  return { type: 'gauge', ...definition };
}

export function defineHistogram<const L extends Labels>(definition: Definition<L> & { buckets: readonly number[] }): Histogram<L> {
  return { type: 'histogram', ...definition };
}

/** Where code counts what happened. Counting never fails and never waits. */
export interface Metrics {
  count<L extends Labels>(counter: Counter<L>, labels: LabelValues<L>): void;
  observe<L extends Labels>(histogram: Histogram<L>, labels: LabelValues<L>, value: number): void;
}

/** For a process whose operator wants no metrics. */
export const NO_METRICS: Metrics = { count: () => undefined, observe: () => undefined };

/** One value of a gauge. */
export interface Sample {
  gauge: Gauge;
  labels: Readonly<Record<string, string>>;
  value: number;
}

export function sampleOf<L extends Labels>(gauge: Gauge<L>, labels: LabelValues<L>, value: number): Sample {
  return { gauge, labels, value };
}

/** Gauges that are read from the database, by one query across all orgs, when somebody asks for the metrics. */
export interface Reading {
  name: string;
  gauges: readonly Gauge[];
  read: (pool: Pool, now: Date) => Promise<Sample[]>;
}
