import MsiUserSearch from 'c/msiUserSearch';
import { heard, show, until } from '../../../../../test/page';
import { problem, serve } from '../../../../../test/service';

/** @type {(name: string, state?: import('service').User['state'] | null) => import('service').SalesforceUserList['users'][number]} */
const found = (name, state = null) => ({
    salesforceUserId: `005 ${name}`,
    name,
    email: `${name.toLowerCase()}@acme.example`,
    title: 'Seller',
    state
});

/** @param {import('../../../../../test/answers').Routes} routes @param {string} words */
async function search(routes, words) {
    const calls = serve(routes);
    const element = show('c-msi-user-search', MsiUserSearch, { chosen: ['lee@acme.example'] });
    element.shadowRoot.querySelector('lightning-input').dispatchEvent(new CustomEvent('change', { detail: { value: words } }));
    await until(() => calls.length === 1);
    await until(
        () => element.shadowRoot.querySelector('li, c-error-panel') ?? element.shadowRoot.querySelector('[role="status"]').textContent
    );
    return element;
}

describe('finding people in Salesforce', () => {
    it('offers those who can be invited, and says of the others why not', async () => {
        const users = [found('Kim'), found('Rae', 'activated'), found('Noor', 'invited'), found('Lee')];
        const element = await search({ 'GET /users/salesforce-users': { users } }, 'acme');
        const chosen = heard(element, 'choose');

        expect(
            [...element.shadowRoot.querySelectorAll('li')].map((row) => [
                row.textContent,
                Boolean(row.querySelector('lightning-button-icon'))
            ])
        ).toEqual([
            ['Kimkim@acme.exampleSeller', true],
            ['Raerae@acme.exampleAlready uses MSI Actions.', false],
            ['Noornoor@acme.exampleAlready invited', false],
            ['Leelee@acme.exampleAdded', false]
        ]);
        element.shadowRoot.querySelector('lightning-button-icon').click();
        expect(chosen).toEqual(['kim@acme.example']);
    });

    it('says when nobody fits, and what failed', async () => {
        const nobody = await search({ 'GET /users/salesforce-users': { users: [] } }, 'zzz');
        expect(nobody.shadowRoot.querySelector('[role="status"]').textContent).toBe('No active Salesforce user matches zzz.');

        const failed = await search(
            { 'GET /users/salesforce-users': problem(503, 'salesforce_unavailable', 'Salesforce is down.') },
            'kim'
        );
        expect(failed.shadowRoot.querySelector('c-error-panel').error.message).toBe('Salesforce is down.');
    });
});
