import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { ALL_METRICS, metricOf } from '../test-support/metrics.ts';

const page = readFileSync(new URL('../../docs/operations.md', import.meta.url), 'utf8');

test('docs/operations.md has a line for every metric of the code, with its type and labels, and no other', () => {
  const lines = [...page.matchAll(/^\| `(msi_\w+)` +\| (\w+) +\| (.*?) +\|/gm)].map(([, name, type, labels = '']) => [
    name,
    type,
    [...labels.matchAll(/`(\w+)`/g)].map(([, label]) => label),
  ]);
  const ofCode = ALL_METRICS.map(({ name, type, labels }) => [name, type, Object.keys(labels)]);
  assert.deepEqual(lines.map((line) => JSON.stringify(line)).sort(), ofCode.map((line) => JSON.stringify(line)).sort());
});

test('The example alerts ask for metrics that there are', () => {
  const alerts = /^### Alerts$[\s\S]*?```yaml\n([\s\S]*?)```/m.exec(page)?.[1] ?? '';
  const named = [...alerts.matchAll(/\bmsi_\w+/g)].map(([name]) => name);
  assert.ok(named.length >= 6);
  for (const name of named) assert.ok(metricOf(name), name);
});
