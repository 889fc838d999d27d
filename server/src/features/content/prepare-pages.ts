import { randomUUID } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { z } from 'zod';
import { enqueue, type JobHandler } from '../../platform/jobs.ts';
import { ObjectMissing } from '../../platform/object-store/index.ts';
import { inOrg, type Tx } from '../../platform/postgres.ts';
import { forgetPage, forgetPages, type Stored } from './forget-content.ts';
import { MOST_PAGES, MOST_RENDERING_MS, MOST_TRIES } from './limits.ts';
import * as repository from './pages-repository.ts';
import type { RenderPages } from './render-in-thread.ts';
import type { Rendered } from './render-pages.ts';

export const PREPARE_CONTENT_PAGES = 'prepare-content-pages';
const Payload = z.object({ orgId: z.string(), contentId: z.uuid(), firstPage: z.int().min(1) });

type SomePages = Extract<Rendered, { outcome: 'pages' }>;

interface Dependencies extends Stored {
  renderPages: RenderPages;
}

/** All pages before `firstPage` are kept. */
export function enqueuePages(tx: Tx, orgId: string, contentId: string, firstPage = 1): Promise<void> {
  return enqueue(tx, PREPARE_CONTENT_PAGES, { orgId, contentId, firstPage }, { key: `content-pages:${contentId}` });
}

/**
 * Makes some pages of a PDF, and a job for the next ones: so other documents have their turn. Safe to run twice: what another run has left
 * of these pages is removed first. A document is given up when it has ended some processes, or has cost too much in all.
 */
export function createPreparePages({ pool, objects, renderPages }: Dependencies): JobHandler {
  return async function preparePages(payload) {
    const { orgId, contentId: id, firstPage } = Payload.parse(payload);
    const effort = await inOrg(pool, orgId, (tx) => repository.holdInWork(tx, orgId, id));
    if (!effort) return;
    if (effort.tries >= MOST_TRIES) return giveUp(orgId, id, 'damaged');
    if (effort.renderingMs > MOST_RENDERING_MS) return giveUp(orgId, id, 'too_long');
    await forgetPages({ pool, objects }, orgId, id, firstPage);
    const pdf = await read(orgId, id);
    if (!pdf) return giveUp(orgId, id, 'damaged');
    const rendered = await render(orgId, id, pdf, firstPage);
    if (rendered.outcome !== 'pages') return giveUp(orgId, id, rendered.outcome);
    await keep(orgId, id, firstPage, rendered);
  };

  /** Null for a file that is gone. */
  async function read(orgId: string, id: string): Promise<Uint8Array | null> {
    try {
      return await buffer(await objects.get({ orgId, id }));
    } catch (error) {
      if (error instanceof ObjectMissing) return null;
      throw error;
    }
  }

  async function render(orgId: string, id: string, pdf: Uint8Array, firstPage: number): ReturnType<RenderPages> {
    await inOrg(pool, orgId, (tx) => repository.beginTry(tx, orgId, id));
    const begun = performance.now();
    try {
      return await renderPages(pdf, firstPage);
    } finally {
      await inOrg(pool, orgId, (tx) => repository.endTry(tx, orgId, id, Math.round(performance.now() - begun)));
    }
  }

  async function keep(orgId: string, id: string, firstPage: number, { pages, pageCount }: SomePages): Promise<void> {
    const kept = pages.map((page) => ({ ...page, objectId: randomUUID() }));
    const isInWork = await inOrg(pool, orgId, async (tx) => {
      if (!(await repository.holdInWork(tx, orgId, id))) return false;
      // First: bytes without a row nobody would ever find
      await repository.insertPages(tx, orgId, id, kept);
      return true;
    });
    if (!isInWork) return;
    for (const { objectId, webp } of kept) await objects.put({ orgId, id: objectId }, Buffer.from(webp), webp.byteLength);
    const objectIds = kept.map(({ objectId }) => objectId);
    const isStill = await inOrg(pool, orgId, async (tx) => {
      if (!(await repository.holdInWork(tx, orgId, id))) return false;
      if ((await repository.countObjects(tx, orgId, id, objectIds)) < kept.length) return false;
      await goOn(tx, orgId, id, firstPage + pages.length, pageCount);
      return true;
    });
    // Whoever has deleted it meanwhile, or begins these pages anew, looked for them before they were there
    if (!isStill) for (const objectId of objectIds) await forgetPage({ pool, objects }, orgId, id, objectId);
  }

  async function giveUp(orgId: string, id: string, reason: repository.WhyNoPages): Promise<void> {
    await inOrg(pool, orgId, (tx) => repository.markWithoutPages(tx, orgId, id, reason));
    await forgetPages({ pool, objects }, orgId, id);
  }
}

async function goOn(tx: Tx, orgId: string, id: string, nextPage: number, pageCount: number): Promise<void> {
  const last = Math.min(pageCount, MOST_PAGES);
  if (nextPage <= last) return enqueuePages(tx, orgId, id, nextPage);
  // Two runs at the same time may have taken each other's pages for left over
  const missing = await repository.firstMissing(tx, orgId, id, last);
  if (missing !== null) return enqueuePages(tx, orgId, id, missing);
  await repository.markReady(tx, orgId, id, pageCount);
}
