// Says which page is in sight and goes from one to the next. Where its address is given, it also tells what is looked at.
const LOOK_MS = 1_000;

const { views } = document.querySelector('main')?.dataset ?? {};
const bar = document.querySelector('.bar');
const place = document.querySelector('.place');
const steps = [...document.querySelectorAll('[data-step]')];
const pages = [...document.querySelectorAll('.page')];

let current = pages[0];
/** The page that a button has led to, as long as it is in sight: two short pages may be in sight at once. */
let chosen = null;
/** The pages in sight, each with the timer that tells of it. */
const looks = new Map();
let lastTold = null;
let opening = null;
let isOpeningTold = false;
let isLookComing = false;

for (const step of steps) {
  step.hidden = false;
  step.addEventListener('click', () => goTo(pages[pages.indexOf(current) + Number(step.dataset.step)]));
}
for (const page of pages) page.addEventListener('load', lookSoon);
for (const event of ['scroll', 'resize']) window.addEventListener(event, lookSoon, { passive: true });
document.addEventListener('visibilitychange', look);
document.querySelector('[data-download]')?.addEventListener('click', () => {
  tellOpening();
  tell({ downloaded: true });
});
look();

function lookSoon() {
  if (isLookComing) return;
  isLookComing = true;
  setTimeout(() => {
    isLookComing = false;
    look();
  }, 100);
}

function look() {
  const isVisible = document.visibilityState === 'visible';
  if (isVisible) opening ??= setTimeout(tellOpening, LOOK_MS);
  else opening = window.clearTimeout(opening) ?? null;
  const parts = new Map(pages.map((page) => [page, partInSight(page)]));
  for (const [page, part] of parts) lookAt(page, isVisible && part >= 0.5 && page.complete && page.naturalWidth > 0);
  if (pages.length > 0) showPlace(parts);
}

/** A page counts when half of it was in sight for a second, and again when another was told of since. */
function lookAt(page, isInSight) {
  if (isInSight === looks.has(page)) return;
  if (isInSight) looks.set(page, setTimeout(tellPage, LOOK_MS, page));
  else {
    window.clearTimeout(looks.get(page));
    looks.delete(page);
  }
}

/** How much of a page is in sight, as a part of what could be. */
function partInSight(page) {
  const { top, bottom, height } = page.getBoundingClientRect();
  const begin = Math.max(0, bar.getBoundingClientRect().bottom);
  const room = window.innerHeight - begin;
  return Math.max(0, Math.min(bottom, window.innerHeight) - Math.max(top, begin)) / Math.min(height, room);
}

function showPlace(parts) {
  if (chosen && parts.get(chosen) < 0.5) chosen = null;
  current = chosen ?? pages.reduce((most, page) => (parts.get(page) > parts.get(most) ? page : most));
  if (place.textContent !== current.alt) place.textContent = current.alt;
  const index = pages.indexOf(current);
  for (const step of steps) step.setAttribute('aria-disabled', String(!pages[index + Number(step.dataset.step)]));
}

function goTo(page) {
  if (!page) return;
  page.scrollIntoView({ block: 'start' });
  chosen = page;
  look();
}

function tellOpening() {
  if (isOpeningTold) return;
  isOpeningTold = true;
  if (views && !isBack()) tell({ opened: true });
}

/** Somebody who comes back to the page or loads it anew has opened it already, unless they left before that was told. */
function isBack() {
  const [{ type } = {}] = window.performance.getEntriesByType('navigation');
  try {
    const wasTold = window.sessionStorage.getItem(views) !== null;
    window.sessionStorage.setItem(views, 'told');
    return wasTold && (type === 'reload' || type === 'back_forward');
  } catch {
    // This browser keeps nothing
    return false;
  }
}

function tellPage(page) {
  if (page === lastTold) return;
  lastTold = page;
  tell({ page: Number(page.dataset.page) });
}

function tell(view) {
  if (!views) return;
  const told = { method: 'POST', keepalive: true, headers: { 'content-type': 'application/json' }, body: JSON.stringify(view) };
  // What cannot be told is lost, which is no trouble of the reader's
  fetch(views, told).catch(() => undefined);
}
