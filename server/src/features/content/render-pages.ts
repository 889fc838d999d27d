import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { PDFiumLibrary, type PDFiumDocument } from '@hyzyla/pdfium';
import encode, { init } from '@jsquash/webp/encode.js';
import { threadTask } from '../../platform/threads.ts';
import { BATCH_MS, LONGEST_SIDE, MOST_MEMORY, MOST_PAGES, PAGE_WIDTH, QUALITY } from './limits.ts';

export interface RenderTask {
  pdf: Uint8Array;
  /** From 1. */
  firstPage: number;
}

export interface RenderedPage {
  number: number;
  width: number;
  height: number;
  webp: Uint8Array;
}

export type Rendered = { outcome: 'pages'; pageCount: number; pages: RenderedPage[] } | { outcome: 'locked' | 'damaged' };

/** What pdfium says of a document that it may not open. */
const LOCKED = new Set(['Password required or incorrect password', 'Unsupported security scheme']);

const { resolve } = createRequire(import.meta.url);
let libraries: Promise<WebAssembly.Module> | undefined;

boundMemory();
silence();

/** Runs in a thread of its own, because strangers make PDFs: pages from `firstPage` on, as many as take no more than some seconds. */
export default threadTask(async ({ pdf, firstPage }: RenderTask): Promise<Rendered> => {
  const module = await (libraries ??= load());
  // One for each task: what a hostile document has broken, the next one does not see
  const library = await PDFiumLibrary.init({
    instantiateWasm(imports, use) {
      const instance = new WebAssembly.Instance(module, imports);
      // Its type says a module, and it takes an instance
      use(instance);
      return instance.exports;
    },
  });
  try {
    const document = await library.loadDocument(pdf);
    const pageCount = document.getPageCount();
    const pages: RenderedPage[] = [];
    const begun = performance.now();
    for (let number = firstPage; number <= Math.min(pageCount, MOST_PAGES); number += 1) {
      pages.push(await render(document, number));
      if (performance.now() - begun > BATCH_MS) break;
    }
    return pageCount > 0 ? { outcome: 'pages', pageCount, pages } : { outcome: 'damaged' };
  } catch (error) {
    // Nothing here touches anything but the document: whatever goes wrong is its fault
    return { outcome: error instanceof Error && LOCKED.has(error.message) ? 'locked' : 'damaged' };
  }
});

async function render(document: PDFiumDocument, number: number): Promise<RenderedPage> {
  const page = document.getPage(number - 1);
  const { originalWidth, originalHeight } = page.getOriginalSize();
  if (!(originalWidth > 0 && originalHeight > 0)) throw new Error('This page cannot be read.');
  const scale = Math.min(PAGE_WIDTH / originalWidth, LONGEST_SIDE / originalHeight);
  const [width, height] = [originalWidth, originalHeight].map((side) => Math.max(1, Math.round(side * scale))) as [number, number];
  // What a form was filled in with is no part of the page, and a quotation without its prices is none
  const { data } = await page.render({ width, height, renderFormFields: true });
  const image = { data: new Uint8ClampedArray(data.buffer), width, height, colorSpace: 'srgb' } as ImageData;
  return { number, width, height, webp: new Uint8Array(await encode(image, { quality: QUALITY })) };
}

async function load(): Promise<WebAssembly.Module> {
  const [pdfium, webp] = await Promise.all(
    ['@hyzyla/pdfium/pdfium.wasm', '@jsquash/webp/codec/enc/webp_enc_simd.wasm'].map(async (name) =>
      WebAssembly.compile(await readFile(resolve(name))),
    ),
  );
  // Its types know of the options alone
  if (!pdfium || !webp) throw new Error('A library is missing.');
  await init(webp);
  return pdfium;
}

/** The limits of a thread do not count the memory of WebAssembly. Both libraries take more by this function alone, and can be refused. */
function boundMemory(): void {
  const { prototype } = WebAssembly.Memory;
  const grow = Object.getOwnPropertyDescriptor(prototype, 'grow')?.value as WebAssembly.Memory['grow'];
  prototype.grow = function growWithinBound(this: WebAssembly.Memory, pages: number): number {
    if (this.buffer.byteLength + pages * 65_536 > MOST_MEMORY) throw new RangeError('A document takes too much memory.');
    return grow.call(this, pages);
  };
}

/** The libraries tell of each broken document, in lines that no log expects. */
function silence(): void {
  console.log = console.warn = console.error = () => undefined;
}
