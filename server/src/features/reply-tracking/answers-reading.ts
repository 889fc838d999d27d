import { defineGauge, sampleOf, type Reading } from '../../platform/metrics.ts';

const LAG = defineGauge({
  name: 'msi_answer_check_lag_seconds',
  help: 'How long the mailbox that waits longest to be looked into is past its time.',
  labels: { provider: ['google', 'microsoft'] },
});

export const answersReading: Reading = {
  name: 'answers',
  gauges: [LAG],
  async read(pool, now) {
    const { rows } = await pool.query<{ provider: string; seconds: number }>(
      'select provider, oldest_seconds as seconds from overdue_checks($1)',
      [now],
    );
    const lagOf = new Map(rows.map(({ provider, seconds }) => [provider, seconds]));
    return LAG.labels.provider.map((provider) => sampleOf(LAG, { provider }, lagOf.get(provider) ?? 0));
  },
};
