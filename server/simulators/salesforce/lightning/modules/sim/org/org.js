/** Who looks at the page and in which org: user, permissions, locale, form factor, words of the user's language. Filled by `loadOrg`. */
export const org = {};

/** Must have ended before anything else of the page is imported: modules read the locale and the user as they are evaluated. */
export async function loadOrg(overrides = {}) {
  Object.assign(org, await call('/sim/context'));
  org.i18n = { ...org.i18n, ...overrides };
  // the words of the metadata are English
  org.translation = org.i18n.lang.startsWith('en') ? { labels: {}, tabs: {} } : await call(`/sim/translations/${org.i18n.lang}`);
}

/** Calls the org. A refusal is thrown in the shape of the platform's FetchResponse errors. */
export async function call(path, init) {
  const response = await fetch(path, { headers: { 'content-type': 'application/json' }, ...init });
  const text = await response.text();
  const body = parse(text);
  if (!response.ok) {
    const { status, statusText } = response;
    throw Object.assign(new Error(body?.message ?? statusText), { ok: false, status, statusText, body });
  }
  return body;
}

function parse(text) {
  try {
    return text ? JSON.parse(text) : undefined;
  } catch {
    return { message: text };
  }
}

const live = new Set();
const origin = new WeakMap();

/**
 * Makes a wire adapter that behaves like one of Lightning Data Service: nothing is asked while a reactive parameter is undefined,
 * data is frozen, the answer to an outdated configuration is dropped.
 * `load(config)` gives the data; `keys(config)` is what `refreshKey` finds it by.
 */
export function createAdapter({ load, keys = () => [], required = [] }) {
  return class Adapter {
    constructor(emit) {
      this.emit = (result) => {
        origin.set(result, this);
        emit(result);
      };
      this.emit({ data: undefined, error: undefined });
    }

    connect() {
      live.add(this);
    }

    disconnect() {
      live.delete(this);
    }

    update(config) {
      const isIncomplete = required.some((name) => config[name] === undefined || config[name] === null);
      if (isIncomplete || Object.values(config).some((value) => value === undefined)) return;
      this.config = config;
      this.refresh();
    }

    async refresh() {
      const { config } = this;
      if (!config) return;
      let result;
      try {
        result = { data: deepFreeze(await load(config)), error: undefined };
      } catch (error) {
        result = { data: undefined, error };
      }
      if (config === this.config) this.emit(result);
    }

    matches(key) {
      return this.config !== undefined && keys(this.config).includes(key);
    }
  };
}

/** Asks again for everything wired to this key, usually a record id. */
export const refreshKey = (key) => Promise.all([...live].filter((adapter) => adapter.matches(key)).map((adapter) => adapter.refresh()));

/** `refreshApex` of `@salesforce/apex`. */
export function refreshApex(result) {
  return origin.get(result)?.refresh() ?? Promise.resolve();
}

/** `getSObjectValue` of `@salesforce/apex`. */
export function getSObjectValue(record, field) {
  return (field.fieldApiName ?? field).split('.').reduce((value, name) => value?.[name], record);
}

/** What `@salesforce/apex/Class.method` imports: a function to call and a wire adapter. */
export function apexMethod(className, method) {
  const invoke = (parameters) => call(`/sim/apex/${className}/${method}`, { method: 'POST', body: JSON.stringify(parameters ?? {}) });
  invoke.adapter = createAdapter({ load: invoke });
  return invoke;
}

function deepFreeze(value) {
  if (value && typeof value === 'object' && !Object.isFrozen(value)) {
    Object.values(value).forEach(deepFreeze);
    Object.freeze(value);
  }
  return value;
}
