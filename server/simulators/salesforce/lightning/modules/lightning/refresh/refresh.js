const containers = new Map();
const handlers = new Map();
let lastId = 0;

export const RefreshEventName = 'lightning__refresh';

export class RefreshEvent extends CustomEvent {
  constructor() {
    super(RefreshEventName, { composed: true, cancelable: true, bubbles: true });
  }
}

/** Takes the refresh events of everything below `element`; the page is such a container itself. */
export function registerRefreshContainer(element, refresh) {
  const id = (lastId += 1);
  const listener = async (event) => {
    event.stopPropagation();
    const registered = [...handlers.values()].filter((handler) => contains(element, handler.element));
    refresh(Promise.all(registered.map((handler) => handler.refresh())));
  };
  element.addEventListener(RefreshEventName, listener);
  containers.set(id, () => element.removeEventListener(RefreshEventName, listener));
  return id;
}
export function unregisterRefreshContainer(id) {
  containers.get(id)?.();
  containers.delete(id);
}

export function registerRefreshHandler(element, refresh) {
  const id = (lastId += 1);
  handlers.set(id, { element, refresh: refresh.bind(element) });
  return id;
}
export function unregisterRefreshHandler(id) {
  handlers.delete(id);
}

const hostOf = (element) => element.template?.host ?? element;
function contains(container, element) {
  return hostOf(container).contains(hostOf(element));
}
