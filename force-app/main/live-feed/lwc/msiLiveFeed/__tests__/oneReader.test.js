import { OneReader } from '../oneReader';
import { Answer, serve } from '../../../../../test/service';
import { liveFeed } from '../../../../../test/seed';

const PATH = '/live-feed';

/** The channels of a browser, and the locks of which one tab has each at a time. */
const browser = () => {
    const channels = new Set();
    let last = Promise.resolve();
    class Channel extends EventTarget {
        constructor() {
            super();
            channels.add(this);
        }
        postMessage(data) {
            for (const one of channels) if (one !== this) one.dispatchEvent(new MessageEvent('message', { data }));
        }
        close() {
            channels.delete(this);
        }
    }
    const request = (_name, work) => {
        const mine = last.then(work);
        last = mine.catch(() => undefined);
        return mine;
    };
    Object.assign(globalThis, { BroadcastChannel: Channel });
    Object.defineProperty(navigator, 'locks', { value: { request }, configurable: true });
};
const openTab = () => {
    const heard = [];
    const seen = {};
    const reader = new OneReader('feed', (news) => heard.push(news));
    reader.start(() => seen);
    return { reader, heard, seen, read: () => reader.read(PATH, seen) };
};

afterEach(() => {
    Object.assign(globalThis, { BroadcastChannel: undefined });
    Object.defineProperty(navigator, 'locks', { value: undefined, configurable: true });
});

describe('Two tabs of one browser', () => {
    it('ask the service once when both want to know at the same time', async () => {
        browser();
        const calls = serve({ 'GET /live-feed': new Answer(200, liveFeed(), { etag: '"1"' }) });
        const [one, other] = [openTab(), openTab()];
        const [first, second] = await Promise.all([one.read(), other.read()]);
        expect(calls).toHaveLength(1);
        expect([first, second]).toEqual([liveFeed(), undefined]);
        expect(other.heard).toEqual([{ answer: liveFeed(), etag: '"1"' }]);
        expect(one.heard).toEqual([]);
    });

    it('tell each other that nothing has changed, which counts for who has the same version', async () => {
        browser();
        serve({ 'GET /live-feed': new Answer(304) });
        const [one, same, other] = [openTab(), openTab(), openTab()];
        Object.assign(one.seen, { etag: '"1"' });
        Object.assign(same.seen, { etag: '"1"' });
        expect(await one.read()).toBeUndefined();
        expect([same.heard, other.heard]).toEqual([[undefined], []]);
    });

    it('each ask for themselves where the browser has neither locks nor channels, and after the other is closed', async () => {
        const calls = serve({ 'GET /live-feed': liveFeed() });
        const [one, other] = [openTab(), openTab()];
        await Promise.all([one.read(), other.read()]);
        expect(calls).toHaveLength(2);
        browser();
        const [left, closed] = [openTab(), openTab()];
        closed.reader.stop();
        await left.read();
        expect(closed.heard).toEqual([]);
    });
});
