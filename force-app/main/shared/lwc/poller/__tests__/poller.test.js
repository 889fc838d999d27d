import { Poller } from 'c/poller';
import { list, row } from '../../../../../test/seed';
import { Answer, problem, serve } from '../../../../../test/service';

const PATH = '/sales-emails?recordId=00Q000000000001EAA';
const REST_S = 15;
const BUSY_S = 3;
/** @type {Poller} */
let poller;

/** Something that is kept up to date, with what it was given. */
const thing = (changes = {}) => {
    const given = [];
    return { path: PATH, isBusy: false, given, accept: (answer) => given.push(answer), ...changes };
};
const pass = (seconds) => jest.advanceTimersByTimeAsync(seconds * 1000);
const hide = (hidden) => {
    Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
    document.dispatchEvent(new CustomEvent('visibilitychange'));
};

/** @param {ReturnType<typeof thing>} target @param {boolean} [isFresh] */
const follow = (target, isFresh = true) => {
    poller = new Poller(() => undefined);
    poller.start();
    poller.follow(target, isFresh);
};

beforeEach(() => jest.useFakeTimers());
afterEach(() => {
    poller.stop();
    hide(false);
    jest.useRealTimers();
});

describe('The poller of the panel', () => {
    it('asks again after a while, and sooner while something changes', async () => {
        const calls = serve({ 'GET /sales-emails': list(row()) });
        const target = thing();
        follow(target);
        await pass(REST_S - 1);
        expect(calls).toHaveLength(0);
        await pass(1);
        expect(target.given).toEqual([list(row())]);
        target.isBusy = true;
        poller.noteChange(target);
        await pass(BUSY_S);
        expect(calls).toHaveLength(2);
    });

    it('asks at once for what did not come with the panel', async () => {
        serve({ 'GET /sales-emails': list(row()) });
        const target = thing();
        follow(target, false);
        await pass(0);
        expect(target.given).toHaveLength(1);
        expect(poller.freshnessOf(target)).toMatchObject({ isStale: false, error: undefined });
    });

    it('asks nothing while the page is hidden, and at once when it is looked at again', async () => {
        const calls = serve({ 'GET /sales-emails': list(row()) });
        follow(thing());
        hide(true);
        await pass(60 * 60);
        expect(calls).toHaveLength(0);
        hide(false);
        window.dispatchEvent(new CustomEvent('focus'));
        await pass(0);
        expect(calls).toHaveLength(1);
        await pass(REST_S);
        expect(calls).toHaveLength(2);
    });

    it('asks after longer and longer waits while it fails, up to two minutes, and as before once it works again', async () => {
        /** @type {any} */
        let answer = problem(500, 'unexpected', 'Down.');
        const calls = serve({ 'GET /sales-emails': () => answer });
        const target = thing();
        follow(target, false);
        await pass(0);
        const asked = [];
        for (const seconds of [15, 30, 60, 120, 120]) {
            // eslint-disable-next-line no-await-in-loop
            await pass(seconds - 1);
            asked.push(calls.length);
            // eslint-disable-next-line no-await-in-loop
            await pass(1);
        }
        expect(asked).toEqual([1, 2, 3, 4, 5]);
        expect(poller.freshnessOf(target)).toMatchObject({ isStale: true, updatedAt: '' });
        answer = list(row());
        await pass(120);
        expect(poller.freshnessOf(target)).toMatchObject({ isStale: false, error: undefined });
        const before = calls.length;
        await pass(REST_S);
        expect(calls).toHaveLength(before + 1);
    });

    it('waits as long as the service asks for, whoever looks at the page meanwhile', async () => {
        const retryAt = new Date(Date.now() + 40_000).toISOString();
        const calls = serve({ 'GET /sales-emails': problem(429, 'rate_limited', 'Too many.', { retryAt }) });
        follow(thing(), false);
        await pass(30);
        hide(false);
        await pass(9);
        expect(calls).toHaveLength(1);
        await pass(1);
        expect(calls).toHaveLength(2);
    });

    it('asks a rep without access once in two minutes', async () => {
        const calls = serve({ 'GET /sales-emails': problem(401, 'session_invalid', 'No.') });
        follow(thing(), false);
        await pass(119);
        const before = calls.length;
        await pass(1);
        expect(calls.length).toBeGreaterThan(before);
    });

    it('drops an answer that an own change has overtaken, and asks again without the version of before', async () => {
        const held = Promise.withResolvers();
        const calls = serve({
            'GET /sales-emails': async () => {
                if (calls.length > 1) return list();
                await held.promise;
                return new Answer(200, list(row()), { etag: '"1"' });
            }
        });
        const target = thing();
        follow(target, false);
        await pass(0);
        poller.noteChange(target);
        held.resolve(undefined);
        await pass(REST_S);
        expect(target.given).toEqual([list()]);
        expect(calls[1].headers['if-none-match']).toBeUndefined();
    });

    it('remembers the version of each thing that it follows', async () => {
        const calls = serve({
            'GET /sales-emails': ({ query }) => new Answer(200, list(row()), { etag: `"of ${query.recordId}"` })
        });
        const [one, other] = [thing({ path: '/sales-emails?recordId=1' }), thing({ path: '/sales-emails?recordId=2' })];
        follow(one, false);
        await pass(0);
        poller.follow(other, false);
        await pass(0);
        poller.follow(one, false);
        await pass(0);
        expect(calls.map(({ query, headers }) => [query.recordId, headers['if-none-match']])).toEqual([
            ['1', undefined],
            ['2', undefined],
            ['1', '"of 1"']
        ]);
        await pass(REST_S);
        expect(calls.at(-1)?.query.recordId).toBe('1');
    });

    it('asks as often as it is told to, and not again for who returns to what is fresh', async () => {
        const calls = serve({ 'GET /sales-emails': list(row()) });
        const target = thing();
        poller = new Poller(() => undefined, { atRestMs: 30_000, freshForMs: 30_000 });
        poller.start();
        poller.follow(target, false);
        await pass(10);
        window.dispatchEvent(new CustomEvent('focus'));
        await pass(19);
        expect(calls).toHaveLength(1);
        await pass(1);
        expect(calls).toHaveLength(2);
    });

    it('takes what somebody else has read, and waits anew', async () => {
        const calls = serve({ 'GET /sales-emails': new Answer(304) });
        const target = thing();
        follow(target);
        await pass(REST_S - 1);
        poller.hear(target, list(row()), '"1"');
        expect(target.given).toEqual([list(row())]);
        await pass(REST_S - 1);
        expect(calls).toHaveLength(0);
        await pass(1);
        expect(calls[0].headers['if-none-match']).toBe('"1"');
    });

    it('tells a thing that nothing has changed', async () => {
        serve({ 'GET /sales-emails': new Answer(304) });
        const target = thing();
        follow(target, false);
        await pass(0);
        expect(target.given).toEqual([undefined]);
    });
});
