import { defineGauge, sampleOf, type Reading } from './metrics.ts';

/**
 * What waits in the job queue, by the names of `jobNames`. A job that runs, that is not due yet, or that has used up its tries does not
 * wait. Times are the database's, as those of the queue are.
 */
export function dueJobsReading(jobNames: readonly string[]): Reading {
  const labels = { job_name: [...jobNames, 'other'] } as const;
  const due = defineGauge({ name: 'msi_jobs_due', help: 'Jobs that could run now and wait for a worker.', labels });
  const age = defineGauge({ name: 'msi_oldest_due_job_age_seconds', help: 'How long the oldest of them has waited.', labels });
  return {
    name: 'jobs',
    gauges: [due, age],
    async read(pool) {
      const { rows } = await pool.query<{ name: string; jobs: number; ageSeconds: number }>(
        `select known.name, coalesce(sum(d.jobs), 0)::int as jobs, coalesce(max(d.oldest_seconds), 0) as "ageSeconds"
           from unnest($1::text[]) as known (name)
           left join jobs.due() d on known.name = case when d.identifier = any($1) then d.identifier else 'other' end
          group by known.name`,
        [labels.job_name],
      );
      return rows.flatMap(({ name, jobs, ageSeconds }) => [
        sampleOf(due, { job_name: name }, jobs),
        sampleOf(age, { job_name: name }, ageSeconds),
      ]);
    },
  };
}
