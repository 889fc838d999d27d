import type { Page } from 'playwright-core';

const ITEM_GETS_FOCUS_MS = 4_000;

/** Role and name of what has the focus, as a screen reader would say them. */
async function focusedNode(page: Page): Promise<{ role: string; name: string }> {
  const session = await page.context().newCDPSession(page);
  try {
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const node = nodes.findLast(
      ({ properties, ignored }) => !ignored && properties?.some(({ name, value }) => name === 'focused' && value.value === true),
    );
    return { role: String(node?.role?.value ?? ''), name: String(node?.name?.value ?? '').trim() };
  } finally {
    await session.detach();
  }
}

/** Name of what has the focus. */
export async function focused(page: Page): Promise<string> {
  return (await focusedNode(page)).name;
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
  await openMenu(page);
  for (let presses = 0; presses < 10; presses += 1) {
    if ((await focused(page)) === name) return page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`"${name}" cannot be reached with the arrow keys.`);
}

/**
 * Waits until an item has the focus: a key that the menu's button gets may scroll the page. The platform's menu closes when it is moved by
 * something else on the page, so it is opened again as somebody would do it.
 */
async function openMenu(page: Page): Promise<void> {
  const button = await focused(page);
  for (let tries = 1; ; tries += 1) {
    await page.keyboard.press('Enter');
    if (await isOnItem(page)) return;
    if (tries === 3) throw new Error(`The menu has not opened. This has the focus: ${JSON.stringify(await focusedNode(page))}`);
    await page.keyboard.press('Escape');
    await tabTo(page, button);
  }
}

async function isOnItem(page: Page): Promise<boolean> {
  const giveUpAt = performance.now() + ITEM_GETS_FOCUS_MS;
  while (performance.now() < giveUpAt) if ((await focusedNode(page)).role.startsWith('menuitem')) return true;
  return false;
}
