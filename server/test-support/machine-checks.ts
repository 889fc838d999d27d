import { launchBrowser } from './browser.ts';
import { startTestServer } from './database.ts';
import type { Counts } from './counts.ts';
import { hasFont } from './machine.ts';

/** What the pages are set in; without them their widths are those of another font. */
const FONTS = { Roboto: 'fonts-roboto-unhinted', Liberation: 'fonts-liberation' };

/**
 * Whether this machine has what the tests need. Without a browser nothing can be looked at, and without PostgreSQL nothing can be kept:
 * what to do is said before anything else runs. A missing font is skipped with the reason, and fails where CI is true. The PostgreSQL that
 * is started here serves the layers that come after.
 */
export async function machineChecks(): Promise<Counts> {
  process.env['TEST_DATABASE_URL'] ??= await startTestServer();
  await (await launchBrowser()).close();
  const missing = Object.entries(FONTS).filter(([family]) => !hasFont(family));
  const reasons = missing.map(
    ([family, debian]) => `fonts: ${family} is missing (apt-get install ${debian}), so widths are those of another font.`,
  );
  const isStrict = process.env['CI'] === 'true';
  return {
    passed: 2 + Object.keys(FONTS).length - missing.length,
    failed: isStrict ? missing.length : 0,
    skipped: isStrict ? 0 : missing.length,
    reasons,
  };
}
