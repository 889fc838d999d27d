import PanelTabs from 'c/panelTabs';
import { TABS } from 'c/panelTables';
import { find, findAll, heard, show, until } from '../../../../../test/page';
import { emailsFirst, list, panel, row } from '../../../../../test/seed';
import { problem, serve } from '../../../../../test/service';
/** @import { Given } from '../../../../../test/answers' */

const RECORD = '00Q000000000001EAA';
/** Tabs that a later package has. */
const LATER = { tasks: { label: 'Tasks ({0})' }, insights: { label: 'Insights' } };
/** @param {number} count @returns {import('service').PanelTab} */
const tasks = (count) => /** @type {any} */ ({ name: 'tasks', count, content: null });
/** @type {import('service').PanelTab[]} */
const LATER_TABS = [tasks(2), /** @type {any} */ ({ name: 'insights', count: null, content: null })];

/** @param {Given<'GET /sales-emails'>} answer */
const open = (tabs = emailsFirst(list(row())), answer = list(row())) => {
    const calls = serve({ 'GET /sales-emails': answer });
    const element = show('c-panel-tabs', PanelTabs, { recordId: RECORD, panel: panel({ tabs }) });
    return { element, calls, refreshes: heard(element, 'refresh') };
};
const names = (element) => findAll(element, '[role=tab]').map(({ textContent }) => textContent);
const selected = (element) => find(element, '[aria-selected=true]').textContent;
const feed = (element) => find(element, 'c-sales-email-feed');
const press = (element, key) => {
    const event = new CustomEvent('keydown', { bubbles: true, composed: true, cancelable: true });
    find(element, '[aria-selected=true]').dispatchEvent(Object.assign(event, { key }));
    return Promise.resolve();
};

describe('c-panel-tabs', () => {
    it('says of the one tab its name and count, and that it is the selected one', () => {
        const { element } = open();
        expect(names(element)).toEqual(['Email (1)']);
        expect(selected(element)).toBe('Email (1)');
        const tab = find(element, '[role=tab]');
        const content = find(element, '[role=tabpanel]');
        expect([tab.getAttribute('aria-controls'), content.getAttribute('aria-labelledby')]).toEqual([content.id, tab.id]);
        expect(tab.tabIndex).toBe(0);
    });

    it('draws every tab of the table', () => {
        for (const name of Object.keys(TABS)) {
            const { element } = open([/** @type {any} */ ({ name, count: 1, content: null })]);
            expect(find(element, `[data-tab=${name}]`)).toMatchObject({ recordId: RECORD, path: expect.any(String), isBusy: false });
        }
    });

    it('asks nothing for the tab that came with the panel', async () => {
        const { element, calls } = open();
        await until(() => find(feed(element), 'c-sales-email-list'));
        expect(calls).toHaveLength(0);
    });

    it('counts what a look and an own change have brought', async () => {
        const second = row({ id: '44444444-4444-4444-8444-444444444444' });
        const { element } = open(undefined, list(second, row()));
        document.dispatchEvent(new CustomEvent('visibilitychange'));
        await until(() => names(element)[0] === 'Email (2)');
        element.put('sales_emails', row({ state: 'draft' }));
        await until(() => names(element)[0] === 'Email (1)');
    });

    it('has the panel read again by its button, and where an action belongs to a tab that is not drawn', async () => {
        const { element, refreshes } = open();
        (await until(() => find(element, 'lightning-button-icon'))).click();
        element.put('tasks', {});
        expect(refreshes).toHaveLength(2);
    });

    it('shows what it has and says that it is old when the panel cannot be read again', async () => {
        const { element } = open();
        element.markStale();
        await until(() => find(element, '.bar c-relative-time').pattern.startsWith('Not up to date'));
        expect(find(feed(element), 'c-sales-email-list').rows).toHaveLength(1);
        element.panel = panel({ tabs: emailsFirst(list()) });
        await until(() => find(element, '.bar c-relative-time').pattern.startsWith('Updated'));
        expect(names(element)).toEqual(['Email (0)']);
    });

    it('shows the shape of a tab that came without content until its own route answers, and then its rows', async () => {
        const { element, calls } = open([{ name: 'sales_emails', count: 1, content: null }]);
        expect(find(element, 'c-stencil')).not.toBeNull();
        expect(feed(element).hidden).toBe(true);
        await until(() => !find(element, 'c-stencil'));
        expect(feed(element).hidden).toBe(false);
        expect(find(feed(element), 'c-sales-email-list').rows).toHaveLength(1);
        expect(calls.map(({ path, query }) => [path, query.recordId])).toEqual([['/sales-emails', RECORD]]);
    });

    it('says why a tab without content cannot be read, and can try again', async () => {
        const { element } = open([{ name: 'sales_emails', count: 1, content: null }], problem(500, 'unexpected', 'Down.'));
        await until(() => find(element, 'c-error-panel', '.title')?.textContent === 'Down.');
        expect(names(element)).toEqual(['Email (1)']);
        serve({ 'GET /sales-emails': list(row()) });
        find(element, 'c-error-panel', 'lightning-button').click();
        await until(() => !find(element, 'c-error-panel') && !feed(element).hidden);
    });

    describe('with several tabs', () => {
        beforeEach(() => Object.assign(TABS, LATER));
        afterEach(() => {
            for (const name of Object.keys(LATER)) delete TABS[name];
        });

        it('goes from one to the next by the arrow keys, round the ends, and to the ends by Home and End', async () => {
            const { element } = open([...emailsFirst(list(row())), ...LATER_TABS]);
            expect(names(element)).toEqual(['Email (1)', 'Tasks (2)', 'Insights']);
            expect(findAll(element, '[role=tab]').map(({ tabIndex }) => tabIndex)).toEqual([0, -1, -1]);
            await press(element, 'ArrowRight');
            expect(selected(element)).toBe('Tasks (2)');
            expect(element.shadowRoot.activeElement.textContent).toBe('Tasks (2)');
            await press(element, 'End');
            expect(selected(element)).toBe('Insights');
            await press(element, 'ArrowRight');
            expect(selected(element)).toBe('Email (1)');
            await press(element, 'ArrowLeft');
            expect(selected(element)).toBe('Insights');
            await press(element, 'Home');
            expect(selected(element)).toBe('Email (1)');
        });

        it('moves with the direction of the page', async () => {
            const { element } = open([...emailsFirst(list(row())), ...LATER_TABS]);
            find(element, '[role=tablist]').style.direction = 'rtl';
            await press(element, 'ArrowLeft');
            expect(selected(element)).toBe('Tasks (2)');
        });

        it('leaves the emails as they are while another tab is in sight, and looks at once when they are back', async () => {
            const { element, calls } = open([...emailsFirst(list(row())), ...LATER_TABS]);
            const before = feed(element);
            find(element, '[data-name=tasks]').click();
            await until(() => find(element, 'c-stencil'));
            expect([before.hidden, calls.length]).toEqual([true, 0]);
            find(element, '[data-name=sales_emails]').click();
            await until(() => calls.length === 1);
            expect(feed(element)).toBe(before);
            expect(before.hidden).toBe(false);
        });

        it('keeps the chosen tab when the panel is read again, and takes the first one when it is gone', async () => {
            const { element } = open([...emailsFirst(list(row())), ...LATER_TABS]);
            find(element, '[data-name=tasks]').click();
            await until(() => selected(element) === 'Tasks (2)');
            element.panel = panel({ tabs: [...emailsFirst(list(row())), tasks(3)] });
            await until(() => selected(element) === 'Tasks (3)');
            element.panel = panel({ tabs: emailsFirst(list(row())) });
            await until(() => selected(element) === 'Email (1)');
        });
    });
});
