/** The part of a path that names one thing. */
const ID = /\/[\w-]*\d[\w-]*(?=\/|$)/;

/** @typedef {{ method: string; path: string; query: Record<string, string>; headers: Record<string, string>; body: any }} Call */

/**
 * An answer with a status of its own.
 * @template [Body=undefined]
 */
export class Answer {
    /** @param {number} status @param {Body} [body] @param {Record<string, string>} [headers] */
    constructor(status, body, headers = {}) {
        this.status = status;
        this.body = /** @type {Body} */ (body);
        this.headers = headers;
    }
}

/**
 * Stands in for the network: each request is answered by its route, "METHOD /path" as the OpenAPI document has it, without /v1 and the
 * query; `{id}` is any id, and `{userId}` or `{personId}` a second one. Returns the calls in order.
 * @param {import('./answers').Routes} routes
 */
export function serve(routes) {
    return answerAll(routes);
}

/**
 * As `serve`, for tests of the door itself, which carries whatever it is given.
 * @param {Record<string, any>} routes
 */
export function answerAll(routes) {
    /** @type {Call[]} */
    const calls = [];
    /** @param {string} url @param {any} request */
    const answer = async (url, { method, headers, body }) => {
        const { pathname, searchParams } = new URL(url);
        const path = pathname.replace(/^\/v1/, '');
        const call = { method, path, query: Object.fromEntries(searchParams), headers, body: body && JSON.parse(body) };
        calls.push(call);
        const key = `${method} ${path.replace(ID, '/{id}')}`;
        const route = routes[`${method} ${path}`] ?? routes[key.replace(ID, '/{userId}')] ?? routes[key.replace(ID, '/{personId}')];
        if (route === undefined) return response(new Answer(404, { title: `No route ${method} ${path}`, code: 'not_found' }), call);
        const given = typeof route === 'function' ? await route(call) : route;
        return response(given instanceof Answer ? given : new Answer(200, given), call);
    };
    Object.assign(globalThis, { fetch: answer });
    return calls;
}

/**
 * @param {number} status @param {import('service').ErrorCode} code @param {string} title @param {Partial<import('service').Problem>} [more]
 * @returns {Answer<import('service').Problem>}
 */
export const problem = (status, code, title, more = {}) => new Answer(status, { type: 'about:blank', status, code, title, ...more });

/** @param {Answer<unknown>} answer @param {Call} call */
function response({ status, body, headers }, call) {
    const all = call.headers.authorization?.startsWith('PanelToken ') ? { 'x-panel-session': 'session', ...headers } : headers;
    return {
        status,
        ok: status >= 200 && status < 300,
        headers: { get: (name) => all[name] ?? null },
        text: async () => String(body),
        json: async () => {
            if (body === undefined) throw new SyntaxError('Unexpected end of JSON input');
            return JSON.parse(JSON.stringify(body));
        }
    };
}
