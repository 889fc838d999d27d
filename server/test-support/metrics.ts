import { COUNTED, READINGS, startMetrics, type OperatorMetrics } from '../src/operator-metrics.ts';
import { systemClock } from '../src/platform/clock.ts';
import type { Metric } from '../src/platform/metrics.ts';
import { failedReadingsOf } from '../src/platform/prometheus.ts';

export const ALL_METRICS: readonly Metric[] = [...COUNTED, failedReadingsOf(READINGS), ...READINGS.flatMap(({ gauges }) => gauges)];

/** The metric of the code that a series belongs to; undefined where it is none of ours. */
export function metricOf(series: string): Metric | undefined {
  return ALL_METRICS.find(({ name }) => name === series.replace(/_(?:bucket|sum|count)$/, ''));
}

/** The metrics of this process, at a port that is free. */
export function startMetricsOn(databaseUrl: string): Promise<OperatorMetrics> {
  return startMetrics({
    config: { METRICS_HOST: '127.0.0.1', METRICS_PORT: 0, DATABASE_URL: databaseUrl },
    clock: systemClock,
    log: { info: () => undefined, warn: () => undefined },
  });
}

/** One line of what Prometheus is answered. */
export interface ScrapedSample {
  name: string;
  labels: Record<string, string>;
  value: number;
}

/** Reads `/metrics` as Prometheus does. */
export async function scrape(port: number): Promise<ScrapedSample[]> {
  const answer = await fetch(`http://127.0.0.1:${String(port)}/metrics`);
  if (!answer.ok) throw new Error(`/metrics answered ${String(answer.status)}`);
  const lines = (await answer.text()).split('\n').filter((line) => line && !line.startsWith('#'));
  return lines.map((line) => {
    const [, name = '', labels = '', value = ''] = /^([a-zA-Z_:][\w:]*)(?:\{(.*)\})? (\S+)/.exec(line) ?? [];
    if (!name) throw new Error(`Not a line of metrics: ${line}`);
    const pairs = [...labels.matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)].map(([, label = '', text = '']) => [label, text]);
    return { name, labels: Object.fromEntries(pairs) as Record<string, string>, value: Number(value) };
  });
}

/** The value of the one series that has these labels; undefined where there is none. */
export function valueOf(samples: readonly ScrapedSample[], name: string, labels: Record<string, string> = {}): number | undefined {
  return samples.find((sample) => sample.name === name && Object.entries(labels).every(([label, value]) => sample.labels[label] === value))
    ?.value;
}
