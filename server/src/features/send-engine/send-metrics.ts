import { defineCounter, defineGauge, sampleOf, type Reading } from '../../platform/metrics.ts';
import { countLanes } from './repository.ts';

/** What became of one attempt to send. `not_tried`: the email ended before its vendor was asked. */
const SEND_OUTCOMES = ['sent', 'failed', 'put_back', 'uncertain', 'not_tried'] as const;
export type SendOutcome = (typeof SEND_OUTCOMES)[number];

export const SENDS = defineCounter({
  name: 'msi_sends_total',
  help: 'Attempts to send an email by how they ended.',
  labels: { provider: ['google', 'microsoft', 'smtp'], outcome: SEND_OUTCOMES },
});

export const SETTLED_SENDS = defineCounter({
  name: 'msi_settled_sends_total',
  help: 'Looks at a vendor for an email of unknown outcome, by what was found.',
  labels: { answer: ['sent', 'not_sent', 'unknown'] },
});

const LANES = defineGauge({
  name: 'msi_lanes',
  help: 'Mailboxes that a worker holds, that wait for a worker, and that may not send yet.',
  labels: { state: ['sending', 'waiting', 'held_back'] },
});

export const lanesReading: Reading = {
  name: 'lanes',
  gauges: [LANES],
  async read(pool, now) {
    const lanes = await countLanes(pool, now);
    return LANES.labels.state.map((state) => sampleOf(LANES, { state }, lanes[state]));
  },
};
