import { defineGauge, sampleOf, type Reading } from '../../platform/metrics.ts';
import { readOldestWaits } from './all-orgs-repository.ts';

const LAG = defineGauge({
  name: 'msi_answer_check_lag_seconds',
  help: 'How long the mailbox that waits longest to be looked into is past its time.',
  labels: { provider: ['google', 'microsoft'] },
});

export const answersReading: Reading = {
  name: 'answers',
  gauges: [LAG],
  async read(pool, now) {
    const lagOf = await readOldestWaits(pool, now);
    return LAG.labels.provider.map((provider) => sampleOf(LAG, { provider }, lagOf.get(provider) ?? 0));
  },
};
