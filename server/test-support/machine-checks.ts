import { launchBrowser } from './browser.ts';
import type { Counts } from './layers.ts';
import { hasFont } from './machine.ts';

/** What the pages are set in; without them their widths are those of another font. */
const FONTS = { Roboto: 'fonts-roboto-unhinted', Liberation: 'fonts-liberation' };

/**
 * Whether this machine has what the tests look with. Without a browser nothing can be looked at, and what to install is said before
 * anything else runs; a missing font is skipped with the reason, and fails where CI is true.
 */
export async function machineChecks(): Promise<Counts> {
  await (await launchBrowser()).close();
  const missing = Object.entries(FONTS).filter(([family]) => !hasFont(family));
  const reasons = missing.map(
    ([family, debian]) => `fonts: ${family} is missing (apt-get install ${debian}), so widths are those of another font.`,
  );
  const isStrict = process.env['CI'] === 'true';
  return {
    passed: 1 + Object.keys(FONTS).length - missing.length,
    failed: isStrict ? missing.length : 0,
    skipped: isStrict ? 0 : missing.length,
    reasons,
  };
}
