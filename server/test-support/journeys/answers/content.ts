import type { Content, ContentList } from '../../../src/features/content/schemas.ts';
import { AT, idOf, NAME } from './common.ts';

const ROW: Content = {
  id: idOf(95),
  name: 'Preise und Leistungen.pdf',
  type: 'application/pdf',
  size: 1_400_000,
  state: 'ready',
  stateReason: null,
  pageCount: 1_203,
  isShared: true,
  isMine: false,
  ownerName: NAME,
  createdAt: AT,
  address: 'https://service.example/content/in/x.y',
  people: 1_203,
  lastViewedAt: AT,
};
const WITHOUT_PAGES = { ...ROW, state: 'no_pages', pageCount: null, people: 0, lastViewedAt: null, isMine: true } as const;

/** Every state of a file, with names of every length and direction. */
export const CONTENT: ContentList = {
  items: [
    ROW,
    { ...WITHOUT_PAGES, id: idOf(96), name: 'הצעת מחיר.pptx', stateReason: 'not_pdf' },
    { ...WITHOUT_PAGES, id: idOf(97), name: `${'A'.repeat(190)}.pdf`, stateReason: 'locked', isShared: false },
    { ...WITHOUT_PAGES, id: idOf(98), stateReason: 'damaged' },
    { ...WITHOUT_PAGES, id: idOf(99), stateReason: 'too_long' },
    { ...WITHOUT_PAGES, id: idOf(100), state: 'preparing', stateReason: null },
  ],
  hasMore: true,
};
