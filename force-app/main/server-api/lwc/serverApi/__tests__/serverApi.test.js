import { until } from '../../../../../test/page';
import { Answer, answerAll, problem } from '../../../../../test/service';

// Each test begins as a freshly loaded page: the session lives in the module.
let callServer;
let issueToken;
beforeEach(async () => {
    jest.resetModules();
    ({ callServer } = await import('c/serverApi'));
    ({ default: issueToken } = await import('@salesforce/apex/PanelToken.issue'));
    issueToken.mockReset();
    issueToken.mockResolvedValue({ serverUrl: 'https://service.example', token: 'signed-by-apex' });
});

const expired = () => problem(401, 'session_expired', 'The session has ended.');
const authorizations = (calls) => calls.map(({ headers }) => headers.authorization);
const failure = (promise) =>
    promise.then(
        () => undefined,
        (error) => error
    );

describe('serverApi', () => {
    it('asks Salesforce once and uses the session from then on', async () => {
        const calls = answerAll({ 'GET /me': { id: 1 } });
        expect(await callServer('GET', '/me')).toEqual({ id: 1 });
        await callServer('GET', '/me');
        expect(issueToken).toHaveBeenCalledTimes(1);
        expect(authorizations(calls)).toEqual(['PanelToken signed-by-apex', 'Bearer session']);
    });

    it('lets calls made together share one token, which works only once', async () => {
        const calls = answerAll({ 'GET /me': {} });
        await Promise.all([callServer('GET', '/me'), callServer('GET', '/me'), callServer('GET', '/me')]);
        expect(issueToken).toHaveBeenCalledTimes(1);
        expect(authorizations(calls)).toEqual(['PanelToken signed-by-apex', 'Bearer session', 'Bearer session']);
    });

    it('renews an ended session without anyone noticing', async () => {
        let isExpired = false;
        answerAll({ 'GET /me': ({ headers }) => (isExpired && headers.authorization.startsWith('Bearer') ? expired() : { fine: true }) });
        await callServer('GET', '/me');
        isExpired = true;
        expect(await callServer('GET', '/me')).toEqual({ fine: true });
        expect(issueToken).toHaveBeenCalledTimes(2);
    });

    it('does not ask again and again when a new token is refused too', async () => {
        const calls = answerAll({ 'GET /me': () => expired() });
        expect((await failure(callServer('GET', '/me'))).code).toBe('session_expired');
        expect(calls).toHaveLength(1);
    });

    it('keeps what time it is at the service, however far from the time here', async () => {
        const { serviceNow } = await import('c/serviceClock');
        answerAll({ 'GET /me': new Answer(200, {}, { 'x-service-time': '2126-03-10T12:00:00.000Z' }) });
        await callServer('GET', '/me');
        expect(serviceNow().toISOString()).toMatch(/^2126-03-10T12:0/);
    });

    it('renews a session that is close to its end before using it', async () => {
        answerAll({
            'GET /me': ({ headers }) =>
                new Answer(200, { by: headers.authorization }, { 'x-panel-session-expires': new Date(Date.now() + 60_050).toISOString() })
        });
        await callServer('GET', '/me');
        const endsAt = Date.now() + 60;
        await until(() => Date.now() > endsAt);
        expect(await callServer('GET', '/me')).toEqual({ by: 'PanelToken signed-by-apex' });
    });

    it("keeps to a quarter of an hour when the service's clock is days ahead", async () => {
        answerAll({
            'GET /me': ({ headers }) =>
                new Answer(200, { by: headers.authorization }, { 'x-panel-session-expires': '2000-01-01T00:00:00Z' })
        });
        await callServer('GET', '/me');
        expect(await callServer('GET', '/me')).toEqual({ by: 'Bearer session' });
    });

    it('gives a file as it is, and its failure as a problem', async () => {
        const calls = answerAll({ 'GET /file': 'a,b\r\n', 'GET /no-file': problem(403, 'admins_only', 'Only an admin can do this.') });
        expect(await callServer('GET', '/file', undefined, { as: 'text' })).toBe('a,b\r\n');
        expect(calls[0].headers.accept).toContain('text/*');
        expect((await failure(callServer('GET', '/no-file', undefined, { as: 'text' }))).code).toBe('admins_only');
    });

    it("passes the service's problem on, word for word", async () => {
        answerAll({ 'POST /sales-emails': problem(409, 'recipient_opted_out', 'Dana opted out of email.') });
        const error = await failure(callServer('POST', '/sales-emails', { subject: 'Hi' }));
        expect(error).toMatchObject({
            name: 'ServerProblem',
            code: 'recipient_opted_out',
            status: 409,
            message: 'Dana opted out of email.'
        });
    });

    it("asks for words in the user's language, on the first call and the next", async () => {
        jest.resetModules();
        jest.doMock('@salesforce/i18n/lang', () => ({ __esModule: true, default: 'pt-BR' }), { virtual: true });
        ({ callServer } = await import('c/serverApi'));
        const { default: issue } = await import('@salesforce/apex/PanelToken.issue');
        issue.mockResolvedValue({ serverUrl: 'https://service.example', token: 'signed-by-apex' });
        const calls = answerAll({ 'GET /me': {} });
        await callServer('GET', '/me');
        await callServer('GET', '/me');
        expect(calls.map(({ headers }) => headers['accept-language'])).toEqual(['pt-BR', 'pt-BR']);
        jest.dontMock('@salesforce/i18n/lang');
    });

    it('tells when something can be tried again', async () => {
        answerAll({ 'GET /me': new Answer(429, { code: 'rate_limited', title: 'Too many.' }, { 'retry-after': '30' }) });
        const { retryAt } = await failure(callServer('GET', '/me'));
        expect(Date.parse(retryAt)).toBeGreaterThan(Date.now());
    });

    it('has a sentence for a service that does not answer or is blocked', async () => {
        globalThis.fetch = () => Promise.reject(new TypeError('Failed to fetch'));
        const error = await failure(callServer('GET', '/me'));
        expect(error).toMatchObject({ code: 'unreachable', detail: 'Failed to fetch' });
        expect(error.message).toMatch(/^MSI Actions did not answer/);
    });

    it('has a sentence for an answer that is not JSON', async () => {
        answerAll({ 'GET /me': new Answer(502, undefined) });
        expect(await failure(callServer('GET', '/me'))).toMatchObject({ code: 'bad_answer', status: 502 });
    });

    it("shows the admin's way out when Salesforce refuses a token", async () => {
        issueToken.mockRejectedValue({ body: { message: 'You do not have access to MSI Actions.' } });
        expect((await failure(callServer('GET', '/me'))).message).toBe('You do not have access to MSI Actions.');
    });

    it('answers nothing when the version that the caller has seen is the newest', async () => {
        const calls = answerAll({
            'GET /sales-emails': ({ headers }) =>
                headers['if-none-match'] === '"1"' ? new Answer(304) : new Answer(200, { total: 0 }, { etag: '"1"' })
        });
        const seen = {};
        expect(await callServer('GET', '/sales-emails', undefined, { seen })).toEqual({ total: 0 });
        expect(await callServer('GET', '/sales-emails', undefined, { seen })).toBeUndefined();
        expect(calls[1].headers['if-none-match']).toBe('"1"');
    });

    it('sends the idempotency key and the body as JSON', async () => {
        const calls = answerAll({ 'POST /sales-emails': {} });
        await callServer('POST', '/sales-emails', { subject: 'Hi' }, { idempotencyKey: 'key-1' });
        expect(calls[0]).toMatchObject({
            body: { subject: 'Hi' },
            headers: { 'idempotency-key': 'key-1', 'content-type': 'application/json' }
        });
    });

    describe('when nothing answers', () => {
        const never = () => new Promise(() => {});
        beforeEach(() => jest.useFakeTimers());
        afterEach(() => jest.useRealTimers());

        /** @param {Promise<unknown>} promise @param {number} ms */
        async function codeAfter(promise, ms) {
            const ended = failure(promise);
            const early = jest.fn();
            ended.then(early);
            await jest.advanceTimersByTimeAsync(ms - 1);
            expect(early).not.toHaveBeenCalled();
            await jest.advanceTimersByTimeAsync(1);
            return (await ended).code;
        }

        it.each([
            ['GET', 10_000],
            ['POST', 20_000],
            ['PUT', 20_000]
        ])('gives %s up after %i ms', async (method, ms) => {
            answerAll({ [`${method} /sales-emails`]: never });
            expect(await codeAfter(callServer(method, '/sales-emails'), ms)).toBe('unreachable');
        });

        it('counts the way through Salesforce, and sends nothing when its token comes too late', async () => {
            const calls = answerAll({ 'GET /me': {} });
            const { promise, resolve: answer } = Promise.withResolvers();
            issueToken.mockReturnValueOnce(promise);
            expect(await codeAfter(callServer('GET', '/me'), 10_000)).toBe('unreachable');
            answer({ serverUrl: 'https://service.example', token: 'late' });
            await jest.advanceTimersByTimeAsync(0);
            expect(calls).toHaveLength(0);
            expect(await callServer('GET', '/me')).toEqual({});
        });

        it('counts from its own start where it waits for the session of another call', async () => {
            const calls = answerAll({ 'POST /sales-emails': {}, 'GET /me': {} });
            const { promise, resolve: answer } = Promise.withResolvers();
            issueToken.mockReturnValueOnce(promise);
            const sending = callServer('POST', '/sales-emails');
            expect(await codeAfter(callServer('GET', '/me'), 10_000)).toBe('unreachable');
            answer({ serverUrl: 'https://service.example', token: 'slow' });
            expect(await sending).toEqual({});
            await jest.advanceTimersByTimeAsync(0);
            expect(calls.map(({ path }) => path)).toEqual(['/sales-emails']);
        });

        it('gives an answer up whose body never ends', async () => {
            globalThis.fetch = /** @type {any} */ (async () => ({ status: 200, ok: true, headers: { get: () => null }, json: never }));
            expect(await codeAfter(callServer('GET', '/me'), 10_000)).toBe('unreachable');
        });

        it('lets go of the connection', async () => {
            /** @type {AbortSignal | null | undefined} */
            let signal;
            globalThis.fetch = (_, request) => {
                signal = request?.signal;
                return never();
            };
            expect(await codeAfter(callServer('GET', '/me'), 10_000)).toBe('unreachable');
            expect(signal?.aborted).toBe(true);
        });

        it('leaves no clock running after an answer', async () => {
            answerAll({ 'GET /me': {} });
            await callServer('GET', '/me');
            expect(jest.getTimerCount()).toBe(0);
        });
    });
});
