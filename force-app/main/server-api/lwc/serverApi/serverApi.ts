import issueToken from '@salesforce/apex/PanelToken.issue';
import lang from '@salesforce/i18n/lang';

import noAccess from '@salesforce/label/c.Panel_NoAccess';
import badAnswer from '@salesforce/label/c.Server_BadAnswer';
import offline from '@salesforce/label/c.Server_Offline';
import unreachable from '@salesforce/label/c.Server_Unreachable';

import { noteServiceTime, serviceNow } from 'c/serviceClock';
import type { Problem } from 'service';
import { ServerProblem } from './serverProblem';
import { TimeLimit } from './timeLimit';

export { endsAccess, isUnanswered, ServerProblem, type ProblemCode } from './serverProblem';

/** A rep looks at a skeleton for no longer than this. */
const READ_WITHIN_MS = 10_000;
/** Sending asks Salesforce about each recipient, so it may take longer. The idempotency key makes another try safe. */
const SEND_WITHIN_MS = 20_000;
/** A session lives 15 minutes; it is replaced a minute before its end so that no call meets the end. */
const SESSION_LIFE_MS = 14 * 60_000;

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface Options {
    /** Makes a repeated POST harmless: the service answers the second as it answered the first. */
    idempotencyKey?: string;
    /** Keeps the version that this caller has seen; when it is still the newest, the answer is undefined. */
    seen?: { etag?: string };
    /** For an answer that is a file: it comes as it is, a string. */
    as?: 'text';
    /** It goes on when the page goes away meanwhile; up to 64 KiB. */
    keepalive?: boolean;
}

interface Session {
    serverUrl: string;
    token: string;
    renewAtMs: number;
}

interface Answer {
    response: Response;
    /** The session that the call was made with; undefined when it was made with a token of its own. */
    session: Session | undefined;
}

// In memory only: a session must not outlive the page or be readable from storage.
let session: Session | undefined;
let opening: Promise<Response> | undefined;
let guideUrl: string | undefined;

/**
 * The only door to the service. `path` follows `/v1` and begins with a slash. Resolves with the parsed answer, or undefined for 204 and
 * for an unchanged version (`options.seen`). Rejects with ServerProblem, never with anything else; with `unreachable` when there is no
 * whole answer in time. Nothing is sent after that.
 */
export async function callServer<Result>(method: Method, path: string, body?: unknown, options: Options = {}): Promise<Result> {
    const limit = new TimeLimit(method === 'GET' ? READ_WITHIN_MS : SEND_WITHIN_MS, noAnswer);
    try {
        return await limit.hold(exchange<Result>(path, () => headersAndBody(method, body, options), options, limit));
    } finally {
        limit.stop();
    }
}

async function exchange<Result>(path: string, request: () => RequestInit, options: Options, limit: TimeLimit): Promise<Result> {
    const first = await sendWithSession(path, request, limit);
    if (first.response.status !== 401 || !first.session) return readAnswer<Result>(first.response, options);
    // The session ended early: one new token, and whatever that brings is the answer.
    if (session === first.session) session = undefined;
    const second = await sendWithSession(path, request, limit);
    return readAnswer<Result>(second.response, options);
}

async function sendWithSession(path: string, request: () => RequestInit, limit: TimeLimit): Promise<Answer> {
    // Calls made together share one token: the others wait for the first one's session. Nothing is awaited between
    // the end of this loop and the opening below, so that only one of them opens.
    while (opening) {
        // eslint-disable-next-line no-await-in-loop
        await opening;
        // eslint-disable-next-line no-await-in-loop
        await limit.check();
    }
    if (session && session.renewAtMs > Date.now()) {
        const used = session;
        return { response: await send(used.serverUrl, path, `Bearer ${used.token}`, request(), limit), session: used };
    }
    opening = limit.hold(openSession(path, request(), limit));
    try {
        return { response: await opening, session: undefined };
    } finally {
        opening = undefined;
    }
}

async function openSession(path: string, request: RequestInit, limit: TimeLimit): Promise<Response> {
    const { serverUrl, token } = await issue();
    await limit.check();
    const response = await send(serverUrl, path, `PanelToken ${token}`, request, limit);
    const sessionToken = response.headers.get('x-panel-session');
    session = sessionToken
        ? { serverUrl, token: sessionToken, renewAtMs: renewalTime(response.headers.get('x-panel-session-expires')) }
        : undefined;
    return response;
}

/** A service that does not tell its time may differ from the browser by hours: an implausible end is replaced by the usual life. */
function renewalTime(expires: string | null): number {
    const leftMs = Date.parse(expires ?? '') - serviceNow().getTime() - 60_000;
    return Date.now() + (leftMs > 0 && leftMs < SESSION_LIFE_MS ? leftMs : SESSION_LIFE_MS);
}

/** Where the org has its user guide; undefined when it has none, and before the first call of the page. */
export function userGuideUrl(): string | undefined {
    return guideUrl;
}

async function issue(): Promise<{ serverUrl: string; token: string }> {
    try {
        const access = await issueToken();
        guideUrl = access.userGuideUrl?.startsWith('https://') ? access.userGuideUrl : undefined;
        return access;
    } catch (error) {
        const message = (error as { body?: { message?: string } }).body?.message;
        if (!navigator.onLine) throw new ServerProblem({ title: offline, code: 'offline' });
        throw new ServerProblem({ title: message ?? noAccess, code: 'no_access' });
    }
}

function headersAndBody(method: Method, body: unknown, { idempotencyKey, seen, as, keepalive = false }: Options): RequestInit {
    const headers: Record<string, string> = {
        accept: as === 'text' ? 'text/*, application/problem+json' : 'application/json',
        // The user's language in Salesforce, which may differ from the browser's
        'accept-language': lang
    };
    if (body !== undefined) headers['content-type'] = 'application/json';
    if (idempotencyKey) headers['idempotency-key'] = idempotencyKey;
    if (seen?.etag) headers['if-none-match'] = seen.etag;
    return { method, headers, keepalive, ...(body !== undefined && { body: JSON.stringify(body) }) };
}

async function send(
    serverUrl: string,
    path: string,
    authorization: string,
    request: RequestInit,
    { signal }: TimeLimit
): Promise<Response> {
    try {
        const response = await fetch(`${serverUrl}/v1${path}`, {
            ...request,
            headers: { ...(request.headers as Record<string, string>), authorization },
            credentials: 'omit',
            signal
        });
        noteServiceTime(response.headers.get('x-service-time'));
        return response;
    } catch (error) {
        throw noAnswer(String((error as Error).message));
    }
}

function noAnswer(detail?: string): ServerProblem {
    return new ServerProblem(
        navigator.onLine ? { title: unreachable, code: 'unreachable', ...(detail && { detail }) } : { title: offline, code: 'offline' }
    );
}

async function readAnswer<Result>(response: Response, { seen, as }: Options): Promise<Result> {
    if (response.status === 304 || response.status === 204) return undefined as Result;
    let answer: unknown;
    try {
        answer = await (as === 'text' && response.ok ? response.text() : response.json());
    } catch {
        throw new ServerProblem({ title: badAnswer, code: 'bad_answer', status: response.status });
    }
    if (!response.ok) {
        const problem = answer as Partial<Problem>;
        const retryAfterS = Number(response.headers.get('retry-after'));
        throw new ServerProblem({
            ...(retryAfterS > 0 && { retryAt: new Date(serviceNow().getTime() + retryAfterS * 1000).toISOString() }),
            ...problem,
            title: problem.title ?? badAnswer,
            code: problem.code ?? 'bad_answer',
            status: response.status
        });
    }
    if (seen) {
        const etag = response.headers.get('etag');
        if (etag) seen.etag = etag;
        else delete seen.etag;
    }
    return answer as Result;
}
