export class Answer {
    constructor(status, body, headers = {}) {
        Object.assign(this, { status, body, headers });
    }
}

/**
 * Stands in for the network: each request is answered by the route "METHOD /path" (without /v1 and the query), which is an answer's
 * body, a function of the call that gives one, or an Answer. Returns the calls in order.
 */
export function serve(routes) {
    const calls = [];
    globalThis.fetch = async (url, { method, headers, body }) => {
        const { pathname, searchParams } = new URL(url);
        const path = pathname.replace(/^\/v1/, '');
        const call = { method, path, query: Object.fromEntries(searchParams), headers, body: body && JSON.parse(body) };
        calls.push(call);
        const route = routes[`${method} ${path}`];
        if (route === undefined) return response(new Answer(404, { title: `No route ${method} ${path}`, code: 'not_found' }), call);
        const given = typeof route === 'function' ? await route(call) : route;
        return response(given instanceof Answer ? given : new Answer(200, given), call);
    };
    return calls;
}

export const problem = (status, code, title, more = {}) => new Answer(status, { type: 'about:blank', status, code, title, ...more });

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
