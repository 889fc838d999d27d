import SalesActions from 'c/salesActions';
import { find, findAll, fire, heard, labelled, show, until } from '../../../../../test/page';
import { sendAction } from '../../../../../test/seed';
/** @import { SalesAction } from 'service' */

/** @param {SalesAction[]} list */
const actions = (...list) => show('c-sales-actions', SalesActions, { actions: list });

/** What the types of this package do not have. @returns {any} */
const unknown = (thing) => thing;

/** The menu is drawn after what the panel shows first. */
const menuOf = (element) => until(() => find(element, 'lightning-button-menu'));

describe('c-sales-actions', () => {
    it('offers Send Sales Email as the button and under its heading in the menu', async () => {
        const element = actions(sendAction());
        await menuOf(element);
        expect(labelled(element, 'Send Sales Email')).toMatchObject({ className: expect.stringContaining('primary'), disabled: false });
        expect(findAll(element, 'lightning-menu-subheader').map(({ label }) => label)).toEqual(['Email']);
    });

    it('says in the item why an action cannot be used', async () => {
        const element = actions(sendAction({ enabled: false, reason: 'no_email_address' }));
        await menuOf(element);
        expect(find(element, 'lightning-menu-item')).toMatchObject({ label: 'Send Sales Email: no email address', disabled: true });
        expect(find(element, '.primary').disabled).toBe(true);
    });

    it('shows nothing when the org offers nothing', () => {
        expect(find(actions(), '.actions')).toBeNull();
    });

    it('leaves out what it does not know of a newer service', async () => {
        const element = actions(
            unknown({ ...sendAction(), name: 'send_letter' }),
            sendAction(),
            unknown({ ...sendAction(), group: 'post' })
        );
        await menuOf(element);
        expect(find(element, '.primary').textContent).toBe('Send Sales Email');
        expect(findAll(element, 'lightning-menu-item').map(({ value }) => value)).toEqual(['send_sales_email']);
        expect(find(actions(unknown({ ...sendAction(), name: 'send_letter' })), '.actions')).toBeNull();
    });

    it('gives no reason where it has no words for it', async () => {
        const element = actions(unknown({ ...sendAction(), enabled: false, reason: 'no_stamps' }));
        await menuOf(element);
        expect(find(element, 'lightning-menu-item')).toMatchObject({ label: 'Send Sales Email', disabled: true });
    });

    it('tells what was chosen, by button or menu', async () => {
        const element = actions(sendAction());
        const chosen = heard(element, 'action');
        find(element, '.primary').click();
        fire(await menuOf(element), 'select', { value: 'send_sales_email' });
        expect(chosen).toEqual([{ name: 'send_sales_email' }, { name: 'send_sales_email' }]);
    });
});
