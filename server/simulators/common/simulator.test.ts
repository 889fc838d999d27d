import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { html, renderPage } from './html.ts';
import { createSimulator, type Simulator } from './simulator.ts';

interface Counter {
  count: number;
}

function counter(stateFile?: string): Simulator<Counter> {
  const simulator = createSimulator<Counter>({ name: 'counter', seed: () => ({ count: 0 }), stateFile });
  simulator.app.post('/count', async () => ({ count: (simulator.state.count += 1) }));
  simulator.app.get('/count', async () => simulator.state);
  return simulator;
}

describe('every simulator', () => {
  let simulator: Simulator<Counter>;
  const order = (fault: unknown) =>
    fetch(`${simulator.url}/sim/faults`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(fault) });
  const count = async () => ((await (await fetch(`${simulator.url}/count`)).json()) as Counter).count;

  before(async () => {
    simulator = await counter().start();
  });
  after(() => simulator.close());

  test('a fault before the effect leaves no trace and is used up', async () => {
    const answer = await order({
      match: { method: 'POST', path: '/count' },
      times: 1,
      effect: 'before',
      action: { kind: 'status', status: 429, headers: { 'retry-after': '7' }, body: { error: 'slow down' } },
    });
    assert.equal(answer.status, 201);
    const refused = await fetch(`${simulator.url}/count`, { method: 'POST' });
    assert.equal(refused.status, 429);
    assert.equal(refused.headers.get('retry-after'), '7');
    assert.deepEqual(await refused.json(), { error: 'slow down' });
    assert.equal(await count(), 0);
    assert.equal((await fetch(`${simulator.url}/count`, { method: 'POST' })).status, 200);
    assert.equal(await count(), 1);
  });

  test('a fault after the effect hides a call that took place', async () => {
    await order({ match: { method: 'POST', path: '^/co' }, times: 1, effect: 'after', action: { kind: 'cut' } });
    await assert.rejects(fetch(`${simulator.url}/count`, { method: 'POST' }));
    await order({
      match: { method: 'POST', path: '/count' },
      times: 1,
      effect: 'after',
      action: { kind: 'status', status: 503, body: 'down' },
    });
    const spoiled = await fetch(`${simulator.url}/count`, { method: 'POST' });
    assert.equal(spoiled.status, 503);
    assert.equal(await spoiled.text(), 'down');
    assert.equal(await count(), 3);
  });

  test('a cut before the effect closes the connection and nothing happens', async () => {
    const earlier = await count();
    await order({ match: { method: 'POST', path: '/count' }, times: 1, effect: 'before', action: { kind: 'cut' } });
    await assert.rejects(fetch(`${simulator.url}/count`, { method: 'POST' }));
    assert.equal(await count(), earlier);
  });

  test('a senseless fault order is refused with the reason', async () => {
    const answer = await order({ match: { path: '(' }, action: { kind: 'explode' } });
    assert.equal(answer.status, 400);
    assert.match(((await answer.json()) as { message: string }).message, /regular expression/);
  });

  test('the log, the clock and reset tell and undo what happened', async () => {
    const clock = await fetch(`${simulator.url}/sim/clock`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ offsetMs: 86_400_000 }),
    });
    assert.ok(Date.parse(((await clock.json()) as { now: string }).now) > Date.now() + 86_000_000);
    const log = (await (await fetch(`${simulator.url}/sim/requests?method=post&path=/count`)).json()) as { requests: { status: number }[] };
    assert.ok(log.requests.some(({ status }) => status === 429));
    assert.equal((await fetch(`${simulator.url}/sim/reset`, { method: 'POST' })).status, 204);
    assert.equal(await count(), 0);
    assert.equal(simulator.clock.offsetMs, 0);
  });
});

test('state is found again after a restart', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'simulator-'));
  const stateFile = join(folder, 'counter.json');
  const first = await counter(stateFile).start();
  await fetch(`${first.url}/count`, { method: 'POST' });
  await first.close();
  const second = counter(stateFile);
  assert.equal(second.state.count, 1);
  rmSync(folder, { recursive: true });
});

test('pages show what people typed as text, never as markup', () => {
  const page = renderPage({ title: '<b>', brand: 'Acme', body: html`<p>${'<script>'}${[html`<i>${"'"}</i>`]}${null}</p>` });
  assert.match(page, /<p>&lt;script&gt;<i>&#39;<\/i><\/p>/);
  assert.match(page, /<h1>&lt;b&gt;<\/h1>/);
});
