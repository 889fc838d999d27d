import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';

const FOLDER = fileURLToPath(new URL('../../migrations', import.meta.url));

test('A migration stays as it was written: databases that have run it refuse to go on with another', () => {
  const written = readFileSync(path.join(FOLDER, 'sums.sha256'), 'utf8');
  const now = globSync('*.sql', { cwd: FOLDER })
    .sort()
    .map(
      (name) =>
        `${createHash('sha256')
          .update(readFileSync(path.join(FOLDER, name)))
          .digest('hex')}  ${name}\n`,
    )
    .join('');
  assert.equal(now, written, 'Add a migration instead of changing one, and its line to sums.sha256 (sha256sum *.sql > sums.sha256).');
});
