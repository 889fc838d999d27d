import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { readCorpus, readOwnCorpus } from './bounce-corpus.ts';
import { figuresOf, judge } from './bounce-figures.ts';

test('everything in our own fixtures is understood', async () => {
  const judged = await judge(readOwnCorpus());
  assert.ok(judged.length > 80);
  for (const { name, misses } of judged) assert.deepEqual(misses, [], name);
  assert.ok(figuresOf(judged, true).every(({ share }) => share === 100));
});

test('a file that is understood wrongly lowers exactly the figures that it concerns', async (t) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'msi-corpus-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const report = readOwnCorpus().find(({ name }) => name === 'delivery/postfix-unknown-user');
  assert.ok(report);
  writeFileSync(path.join(folder, 'right.eml'), report.raw);
  writeFileSync(path.join(folder, 'wrong.eml'), report.raw);
  writeFileSync(path.join(folder, 'reply.eml'), 'From: Dana <dana@globex.example>\r\nSubject: Re: Undeliverable\r\n\r\nYes.\r\n');
  writeFileSync(
    path.join(folder, 'expectations.json'),
    JSON.stringify({
      'right.eml': { kind: 'delivery_report', recipients: ['Dana@globex.example'], permanent: true },
      'wrong.eml': { kind: 'delivery_report', recipients: ['omar@globex.example'], permanent: false, current: false },
      'reply.eml': { kind: 'delivery_report', recipients: [], current: false },
    }),
  );
  const shares = figuresOf(await judge(readCorpus(folder)), false).map(({ share }) => Math.round(share));
  assert.deepEqual(shares, [100, 67, 33, 67, 67, 100]);
});
