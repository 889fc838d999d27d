import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from '@prometheus-io/client';
import type { Clock } from './clock.ts';
import type { JobLog } from './jobs.ts';
import { defineCounter, type Labels, type Metric, type Metrics, type Reading } from './metrics.ts';
import type { Pool } from './postgres.ts';
import { remembered } from './remembered.ts';

export interface PrometheusOptions {
  /** What the code counts itself. */
  counted: readonly Metric[];
  readings: readonly Reading[];
  /** For the readings alone: they wait for nobody, and hold nobody up. */
  pool: Pool;
  clock: Clock;
  log: Pick<JobLog, 'warn'>;
}

export interface Prometheus {
  metrics: Metrics;
  /** Everything in Prometheus' text format. A reading that failed has no values in it. */
  text: () => Promise<string>;
  contentType: string;
}

/** However many scrapers ask, the database is asked once in so long. */
const READINGS_ARE_FRESH_MS = 5_000;
/** A counter with more combinations of labels than this begins each of them with its first count and not at 0. */
const MOST_ZEROS = 64;

export function failedReadingsOf(readings: readonly Reading[]) {
  return defineCounter({
    name: 'msi_failed_readings_total',
    help: 'Readings of the database for these metrics that failed or took too long.',
    labels: { reading: readings.map(({ name }) => name) },
  });
}

/**
 * The metrics of this process and of the database, for Prometheus. Load this file only where they are wanted: the library costs time and
 * memory at the start.
 */
export function createPrometheus({ counted, readings, pool, clock, log }: PrometheusOptions): Prometheus {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const failed = failedReadingsOf(readings);
  const kept = new Map<Metric, Counter<string> | Gauge<string> | Histogram<string>>();
  for (const metric of [...counted, failed, ...readings.flatMap(({ gauges }) => gauges)]) kept.set(metric, create(metric, register));

  const metrics: Metrics = {
    count(counter, labels) {
      (kept.get(counter) as Counter<string> | undefined)?.inc(closed(counter.labels, labels));
    },
    observe(histogram, labels, value) {
      (kept.get(histogram) as Histogram<string> | undefined)?.observe(closed(histogram.labels, labels), value);
    },
  };

  const readOne = async ({ name, gauges, read }: Reading): Promise<void> => {
    const samples = await read(pool, clock.now()).catch((error: unknown) => {
      log.warn({ err: error, reading: name }, 'A reading for the metrics failed');
      metrics.count(failed, { reading: name });
      return [];
    });
    for (const gauge of gauges) (kept.get(gauge) as Gauge<string>).reset();
    for (const { gauge, labels, value } of samples) (kept.get(gauge) as Gauge<string>).set(closed(gauge.labels, labels), value);
  };
  const readAll = remembered(READINGS_ARE_FRESH_MS, async () => {
    for (const reading of readings) await readOne(reading);
  });

  return {
    metrics,
    contentType: register.contentType,
    async text() {
      await readAll();
      return register.metrics();
    },
  };
}

function create(metric: Metric, register: Registry): Counter<string> | Gauge<string> | Histogram<string> {
  const options = { name: metric.name, help: metric.help, labelNames: Object.keys(metric.labels), registers: [register] };
  if (metric.type === 'histogram') return new Histogram({ ...options, buckets: [...metric.buckets] });
  if (metric.type === 'gauge') return new Gauge(options);
  const counter = new Counter(options);
  // A rate can be told from the first count on only where there was a 0 before it
  const zeros = combinationsOf(metric.labels);
  if (zeros.length <= MOST_ZEROS) for (const labels of zeros) counter.inc(labels, 0);
  return counter;
}

function combinationsOf(labels: Labels): Record<string, string>[] {
  return Object.entries(labels).reduce<Record<string, string>[]>(
    (sets, [name, values]) =>
      sets.flatMap((set) => (Array.isArray(values) ? values.map((value: string) => ({ ...set, [name]: value })) : [])),
    [{}],
  );
}

/** What is in no list is `other`: types hold ours, and this whatever comes from outside. */
function closed(lists: Labels, labels: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(labels).map(([name, value]) => {
      const list = lists[name];
      return [name, list === 'route_patterns' || list?.includes(value) ? value : 'other'];
    }),
  );
}
