import MsiLiveFeed from 'c/msiLiveFeed';
import { EnclosingUtilityId, getInfo, onUtilityClick, updateUtility } from '../../../../../test/lightning/platformUtilityBarApi';
import { find, fire, show, until, words } from '../../../../../test/page';
import { feedItem, liveFeed } from '../../../../../test/seed';
import { Answer, problem, serve } from '../../../../../test/service';
/** @import { Routes } from '../../../../../test/answers' */

const UTILITY = '1:0';
const QUIET = liveFeed({ items: [feedItem({ isNew: false })] });
/** @type {(panelVisible: boolean, isVisibleNow?: boolean) => void} */
let clickUtility = () => undefined;

beforeEach(() => {
    updateUtility.mockReset().mockResolvedValue(true);
    getInfo.mockReset().mockResolvedValue({ id: UTILITY, utilityVisible: false });
    onUtilityClick.mockReset().mockImplementation(async (_id, listener) => {
        clickUtility = (panelVisible, utilityVisible = panelVisible) => {
            getInfo.mockResolvedValue({ id: UTILITY, utilityVisible });
            listener({ utilityId: UTILITY, panelVisible });
        };
        return true;
    });
});

/** @param {Routes} routes */
const open = async (routes, { inBar = true } = {}) => {
    const calls = serve({ 'POST /live-feed/seen': { unseen: 0 }, ...routes });
    const element = show('c-msi-live-feed', MsiLiveFeed);
    if (inBar) EnclosingUtilityId.emit(UTILITY);
    await until(() => !find(element, 'c-stencil'));
    return { element, calls };
};
const bar = () => updateUtility.mock.lastCall?.[1];
const seen = (calls) => calls.filter(({ path }) => path === '/live-feed/seen').map(({ body }) => body.until);

describe('c-msi-live-feed', () => {
    it('says on the bar how many are new, and clears it when the rep opens the list', async () => {
        let answer = liveFeed();
        const { calls } = await open({ 'GET /live-feed': () => answer });
        await until(() => bar().label === 'MSI Actions (1)');
        answer = QUIET;
        expect(bar().highlighted).toBe(true);
        expect(seen(calls)).toEqual([]);
        clickUtility(true);
        await until(() => bar().label === 'MSI Actions');
        expect(bar().highlighted).toBe(false);
        expect(seen(calls)).toEqual(['2026-01-05T09:20:30.000Z']);
    });

    it('keeps what is new marked until the list is closed', async () => {
        let answer = liveFeed();
        const { element } = await open({ 'GET /live-feed': () => answer });
        await until(() => bar().label === 'MSI Actions (1)');
        answer = QUIET;
        clickUtility(true);
        await until(() => bar().label === 'MSI Actions');
        expect(find(element, 'c-live-feed-list', '.dot')).not.toBeNull();
        clickUtility(false);
        await until(() => !find(element, 'c-live-feed-list', '.dot'));
    });

    it('leaves as new what comes after the panel was closed in a way that the bar does not tell of', async () => {
        const { calls } = await open({ 'GET /live-feed': liveFeed() });
        await until(() => bar().label === 'MSI Actions (1)');
        clickUtility(true, false);
        await until(() => getInfo.mock.calls.length > 1);
        await Promise.resolve();
        expect(seen(calls)).toEqual([]);
    });

    it('says that an admin has stopped everything, and offers no connecting then', async () => {
        const { element } = await open({ 'GET /live-feed': liveFeed({ items: [], newestAt: null, mailbox: null, isStopped: true }) });
        expect(find(element, 'c-panel-readiness').readiness).toBe('stopped');
    });

    it('says so when earlier rows cannot be read, and keeps the list', async () => {
        const { element } = await open({
            'GET /live-feed': ({ query }) => (query.cursor ? problem(500, 'unexpected', 'Down.') : { ...QUIET, cursor: 'next' })
        });
        fire(find(element, 'c-live-feed-list'), 'more');
        await until(() => find(element, 'c-error-panel', '.title')?.textContent === 'Down.');
        expect(find(element, 'c-live-feed-list').items).toHaveLength(1);
    });

    it('counts no further than the service does', async () => {
        await open({ 'GET /live-feed': liveFeed({ unseen: 100 }) });
        await until(() => bar().label === 'MSI Actions (99+)');
    });

    it('works where the bar refuses everything', async () => {
        for (const method of [updateUtility, getInfo, onUtilityClick]) method.mockReset().mockRejectedValue(new Error('No utility.'));
        const { element, calls } = await open({ 'GET /live-feed': liveFeed() });
        await until(() => seen(calls).length > 0);
        expect(find(element, 'c-live-feed-list', '.row')).not.toBeNull();
    });

    it('says so when nothing has come back yet', async () => {
        const { element } = await open({ 'GET /live-feed': liveFeed({ items: [], newestAt: null }) });
        expect(words(element)).toContain('Nothing has come back yet.');
    });

    it('offers to connect what is missing: a mailbox, or one that was lost', async () => {
        const { element } = await open({ 'GET /live-feed': liveFeed({ items: [], newestAt: null, mailbox: null }) });
        expect(find(element, 'c-panel-readiness').readiness).toBe('mailbox_missing');
        /** @type {import('service').LiveFeed['mailbox']} */
        const mailbox = { provider: 'google', address: 'rae@acme.example', state: 'reconnect_required', stateReason: 'revoked' };
        const other = await open({ 'GET /live-feed': liveFeed({ mailbox }) });
        expect(find(other.element, 'c-panel-readiness').readiness).toBe('mailbox_reconnect_required');
        expect(find(other.element, 'c-live-feed-list')).not.toBeNull();
    });

    it('offers the activation to whoever has not activated the user, and shows nothing to who lost access', async () => {
        const { element } = await open({ 'GET /live-feed': problem(403, 'not_activated', 'Activate your account.') });
        expect(find(element, 'c-panel-readiness').readiness).toBe('not_activated');
        const gone = await open({ 'GET /live-feed': problem(401, 'user_deactivated', 'Your access has ended.') });
        expect(find(gone.element, 'c-error-panel', '.title').textContent).toBe('Your access has ended.');
        expect(find(gone.element, 'c-live-feed-list')).toBeNull();
    });

    it('can try again when nothing could be read', async () => {
        const { element } = await open({ 'GET /live-feed': problem(500, 'unexpected', 'Something went wrong.') });
        expect(find(element, 'c-error-panel', '.title').textContent).toBe('Something went wrong.');
        serve({ 'GET /live-feed': QUIET });
        fire(find(element, 'c-error-panel'), 'retry');
        await until(() => find(element, 'c-live-feed-list'));
    });

    it('brings what happened earlier below what is there', async () => {
        const { element, calls } = await open({
            'GET /live-feed': ({ query }) =>
                query.cursor ? liveFeed({ items: [feedItem({ id: 'older', isNew: false })] }) : { ...QUIET, cursor: 'next' }
        });
        fire(find(element, 'c-live-feed-list'), 'more');
        await until(() => find(element, 'c-live-feed-list').items.length === 2);
        expect(find(element, 'c-live-feed-list').hasMore).toBe(false);
        expect(calls.at(-1)?.query.cursor).toBe('next');
    });

    it('tells nobody that something was seen which is not on the screen', async () => {
        const hide = (hidden) => Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
        hide(true);
        const { calls } = await open({ 'GET /live-feed': new Answer(200, liveFeed()) });
        await until(() => bar().label === 'MSI Actions (1)');
        clickUtility(true);
        await Promise.resolve();
        hide(false);
        expect(seen(calls)).toEqual([]);
    });
});
