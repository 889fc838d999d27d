import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { ABSENCES, DELIVERIES, HIDDEN_DELIVERIES, KINDS } from '../src/features/reply-tracking/classify/fixtures/expected.ts';
import { readFixture } from '../src/features/reply-tracking/classify/fixtures/index.ts';

/** What is right for one file of a corpus. The format is described in docs/operations.md. */
export const Expectation = z.strictObject({
  kind: z.enum(['delivery_report', 'complaint', 'read_receipt', 'automatic', 'human', 'own']),
  /** Everybody whom a delivery report reports on. */
  recipients: z.array(z.string()).default([]),
  /** Whether one of them cannot be reached for good. */
  permanent: z.boolean().default(false),
  /** Whether mail systems of today write so. */
  current: z.boolean().default(true),
});
export type Expectation = z.infer<typeof Expectation>;

export interface CorpusFile {
  name: string;
  raw: Buffer;
  expected: Expectation;
}

/** The `.eml` files of a folder that its `expectations.json` names. */
export function readCorpus(folder: string): CorpusFile[] {
  const expectations = z.record(z.string(), Expectation).parse(JSON.parse(readFileSync(path.join(folder, 'expectations.json'), 'utf8')));
  return Object.entries(expectations).map(([name, expected]) => ({ name, raw: readFileSync(path.join(folder, name)), expected }));
}

/** The fixtures of the repository, with what their tests expect. */
export function readOwnCorpus(): CorpusFile[] {
  const file = (name: string, expected: Partial<Expectation> & Pick<Expectation, 'kind'>): CorpusFile => ({
    name,
    raw: readFixture(name),
    expected: Expectation.parse(expected),
  });
  const kindOf = { auto_reply: 'automatic', perhaps_human: 'human' } as const;
  return [
    ...Object.entries(KINDS).map(([name, kind]) =>
      file(name, { kind: kind === 'auto_reply' || kind === 'perhaps_human' ? kindOf[kind] : kind }),
    ),
    ...Object.keys(ABSENCES).map((name) => file(name, { kind: 'automatic' })),
    ...Object.entries({ ...DELIVERIES, ...HIDDEN_DELIVERIES }).map(([name, { whole }]) =>
      file(`delivery/${name}`, {
        kind: 'delivery_report',
        recipients: whole.flatMap((outcome) => (outcome.startsWith('- ') ? [] : [outcome.split(' ', 1)[0] ?? ''])),
        permanent: whole.some((outcome) => outcome.includes(' hard:')),
      }),
    ),
  ];
}
