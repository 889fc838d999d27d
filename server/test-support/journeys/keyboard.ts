import type { Page } from 'playwright-core';

/** Name of what has the focus, as a screen reader would say it. */
export async function focused(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  try {
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const node = nodes.findLast(
      ({ properties, ignored }) => !ignored && properties?.some(({ name, value }) => name === 'focused' && value.value === true),
    );
    return String(node?.name?.value ?? '').trim();
  } finally {
    await session.detach();
  }
}

/** Presses Tab until what has this name has the focus. */
export async function tabTo(page: Page, name: string, { backwards = false } = {}): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if ((await focused(page)).replace(/^\*\s*/, '') === name) return;
    await page.keyboard.press(backwards ? 'Shift+Tab' : 'Tab');
  }
  throw new Error(`"${name}" cannot be reached with the Tab key.`);
}

/** Opens the menu whose button has the focus, and chooses what has this name with the arrow keys. */
export async function chooseFromMenu(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name, exact: true }).waitFor();
  for (let presses = 0; presses < 10; presses += 1) {
    if ((await focused(page)) === name) return page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`"${name}" cannot be reached with the arrow keys.`);
}
