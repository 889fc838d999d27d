import LiveFeedList from 'c/liveFeedList';
import { navigate } from '../../../../../test/lightning/navigation';
import { find, findAll, heard, labelled, show, until, words } from '../../../../../test/page';
import { feedItem } from '../../../../../test/seed';

/** @param {import('../../../../../test/answers').Properties<LiveFeedList> & { items: import('service').LiveFeedItem[] }} properties */
const open = async (properties) => {
    const element = show('c-live-feed-list', LiveFeedList, { newIds: [], hasMore: false, ...properties });
    await until(() => properties.items.every(({ record }) => !record) || find(element, 'a'));
    return element;
};
const announced = (element) => find(element, '[aria-live]').textContent;
/** @param {string[]} ids */
const items = (...ids) => ids.map((id) => feedItem({ id }));

describe('c-live-feed-list', () => {
    it('says of each row what happened, with whom and to which email', async () => {
        const element = await open({
            items: [
                feedItem({ id: '1' }),
                feedItem({ id: '2', kind: 'email_bounced', subject: '' }),
                feedItem({ id: '3', kind: 'email_failed', isSettled: true }),
                feedItem({ id: '4', kind: 'mailbox_reconnect_required', person: null, record: null, subject: null }),
                feedItem({ id: '5', person: { id: '00Q000000000001EAA', name: null } }),
                feedItem({ id: '6', kind: 'content_viewed', contentName: 'Pricing.pdf' })
            ]
        });
        const rows = findAll(element, '.row').map((row) => row.textContent.replace(/\s+/g, ' ').trim());
        expect(rows[0]).toContain('Dana Whitfield');
        expect(rows[0]).toContain('RepliedPricing for 40 seats');
        expect(rows[1]).toContain('Bounced(no subject)');
        expect(rows[2]).toContain('Not sentPricing for 40 seatsTried again');
        expect(rows[3]).toContain('Your mailbox was disconnected.Reconnect');
        expect(rows[4]).toContain('Open the record');
        expect(rows[5]).toContain('Content viewedPricing.pdf');
    });

    it('leads to the record, and leaves a click that opens a new tab to the browser', async () => {
        navigate.mockReset();
        const element = await open({ items: [feedItem()] });
        const link = find(element, 'a');
        expect(link.getAttribute('href')).toBe('https://www.example.com');
        const click = (more) => link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ...more }));
        expect(click({ ctrlKey: true })).toBe(true);
        expect(navigate).not.toHaveBeenCalled();
        expect(click({})).toBe(false);
        expect(navigate.mock.calls[0][0].attributes).toEqual({
            recordId: '00Q000000000001EAA',
            objectApiName: 'Lead',
            actionName: 'view'
        });
    });

    it('tells a screen reader what arrives, and not what it begins with or what was asked for', async () => {
        const element = await open({ items: items('2', '1') });
        expect(announced(element)).toBe('');
        element.items = items('2', '1', '0');
        await Promise.resolve();
        expect(announced(element)).toBe('');
        element.items = items('3', '2', '1', '0');
        await until(() => announced(element) === 'Replied: Dana Whitfield');
        element.items = items('5', '4', '3', '2', '1', '0');
        await until(() => announced(element) === '2 new updates');
    });

    it('tells a screen reader of the first that ever arrives', async () => {
        const element = await open({ items: [] });
        expect(announced(element)).toBe('');
        element.items = items('1');
        await until(() => announced(element) === 'Replied: Dana Whitfield');
    });

    it('keeps the focus when the last of what happened earlier is there and its button has gone', async () => {
        const element = await open({ items: items('3', '2'), hasMore: true });
        labelled(element, 'Show Earlier').click();
        Object.assign(element, { items: items('4', '3', '2', '1', '0'), hasMore: false });
        await until(() => element.shadowRoot.activeElement);
        expect(element.shadowRoot.activeElement.dataset.id).toBe('1');
    });

    it('takes in what a newer service tells of, without a word about it', async () => {
        const element = await open({ items: items('2', '1') });
        const unknown = { ...feedItem({ id: '3' }), kind: 'email_opened' };
        element.items = /** @type {import('service').LiveFeedItem[]} */ ([unknown, ...items('2', '1')]);
        await Promise.resolve();
        expect([announced(element), findAll(element, '.row').length]).toEqual(['', 2]);
    });

    it('marks what is new with a word, and offers what happened earlier', async () => {
        const element = await open({ items: items('2', '1'), newIds: ['2'], hasMore: true });
        expect(findAll(element, '.dot')).toHaveLength(1);
        expect(words(element)).toContain('New');
        const asked = heard(element, 'more');
        labelled(element, 'Show Earlier').click();
        expect(asked).toHaveLength(1);
    });

    it('leaves out a kind that a newer service has and this package has no words for', async () => {
        const kind = /** @type {import('service').LiveFeedItem['kind']} */ (/** @type {unknown} */ ('meeting_booked'));
        const element = await open({ items: [feedItem({ id: '2', kind }), feedItem({ id: '1' })] });
        expect(findAll(element, '.row')).toHaveLength(1);
    });
});
