const Navigate = Symbol('Navigate');
const GenerateUrl = Symbol('GenerateUrl');

/** How the page was asked to run stays in the address while the user moves about. */
const STICKY_PARAMETERS = ['lws', 'production', 'dir'];

export function pageUrl({ type, attributes = {}, state }) {
  const query = state && Object.keys(state).length > 0 ? `?${new URLSearchParams(state)}` : '';
  const { objectApiName, recordId, actionName = 'view', apiName, componentName, pageName, appTarget, url } = attributes;
  switch (type) {
    case 'standard__recordPage':
      return `/lightning/r/${objectApiName ? `${objectApiName}/` : ''}${recordId}/${actionName}${query}`;
    case 'standard__objectPage':
      return `/lightning/o/${objectApiName}/${attributes.actionName ?? 'home'}${query}`;
    case 'standard__navItemPage':
      return `/lightning/n/${apiName}${query}`;
    case 'standard__component':
      return `/lightning/cmp/${componentName}${query}`;
    case 'standard__namedPage':
      return `/lightning/page/${pageName}${query}`;
    case 'standard__app':
      return `/lightning/app/${appTarget}${query}`;
    case 'standard__webPage':
      return url;
    default:
      throw new Error(`The page reference type ${type} is not simulated.`);
  }
}

const PATHS = [
  [/^\/lightning\/r\/(\w+)\/(\w{15,18})\/(\w+)/, 'standard__recordPage', ['objectApiName', 'recordId', 'actionName']],
  [/^\/lightning\/o\/(\w+)\/(\w+)/, 'standard__objectPage', ['objectApiName', 'actionName']],
  [/^\/lightning\/n\/(\w+)/, 'standard__navItemPage', ['apiName']],
  [/^\/lightning\/cmp\/(\w+)/, 'standard__component', ['componentName']],
  [/^\/lightning\/app\/(\w+)\/?$/, 'standard__app', ['appTarget']],
  [/^\/lightning\/page\/(home)\/?$/, 'standard__namedPage', ['pageName']],
];

/** The page reference of an address of this origin. An address that no page has gives one of the type `unknown`. */
export function pageReferenceOf(location) {
  const state = Object.fromEntries([...new URLSearchParams(location.search)].filter(([name]) => !STICKY_PARAMETERS.includes(name)));
  for (const [pattern, type, names] of PATHS) {
    const match = pattern.exec(location.pathname);
    if (match) return { type, attributes: Object.fromEntries(names.map((name, index) => [name, match[index + 1]])), state };
  }
  return { type: 'unknown', attributes: {}, state };
}

const readers = new Set();

/** Goes to a page of this origin without loading it anew; any other address opens in its own window. */
export function openUrl(address, replace = false) {
  const url = new URL(address, window.location.origin);
  if (url.origin !== window.location.origin || !url.pathname.startsWith('/lightning/')) {
    window.open(address, '_blank', 'noopener');
    return;
  }
  const current = new URLSearchParams(window.location.search);
  for (const name of STICKY_PARAMETERS) if (current.has(name)) url.searchParams.set(name, current.get(name));
  window.history[replace ? 'replaceState' : 'pushState']({}, '', url);
  emitAll();
}
const emitAll = () => [...readers].forEach((reader) => reader.emit(pageReferenceOf(window.location)));
window.addEventListener('popstate', emitAll);

/** Outside Lightning Experience nobody answers: a page does not change, and an address does not come. */
const hasService = () => window.$Lightning === undefined;

export const NavigationMixin = (Base) =>
  class extends Base {
    [Navigate](reference, replace) {
      if (hasService()) openUrl(pageUrl(reference), replace);
    }
    [GenerateUrl](reference) {
      return hasService() ? Promise.resolve(pageUrl(reference)) : new Promise(() => {});
    }
  };
NavigationMixin.Navigate = Navigate;
NavigationMixin.GenerateUrl = GenerateUrl;

export class CurrentPageReference {
  constructor(emit) {
    this.emit = emit;
  }
  connect() {
    readers.add(this);
    this.emit(pageReferenceOf(window.location));
  }
  update() {}
  disconnect() {
    readers.delete(this);
  }
}
