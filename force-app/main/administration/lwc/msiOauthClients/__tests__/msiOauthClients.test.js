import MsiOauthClients from 'c/msiOauthClients';
import { find, findAll, fire, heard, show, until } from '../../../../../test/page';
import { oauthClient } from '../../../../../test/seed';
import { problem, serve } from '../../../../../test/service';
/** @import { Given } from '../../../../../test/answers' */

const both = { oauthClients: [oauthClient(), oauthClient({ provider: 'microsoft' })] };
/** @param {Given<'GET /oauth-clients'>} answer */
async function open(answer = both) {
    const calls = serve({ 'GET /oauth-clients': answer });
    const element = show('c-msi-oauth-clients', MsiOauthClients);
    await until(() => !find(element, 'c-msi-page').isLoading);
    return { element, calls, rows: findAll(element, 'c-msi-oauth-client') };
}

describe('c-msi-oauth-clients', () => {
    it('lists one for each vendor, and reads them again after a change', async () => {
        const { rows, calls } = await open();
        expect(rows.map(({ client }) => client.provider)).toEqual(['google', 'microsoft']);
        fire(rows[0], 'changed');
        await until(() => calls.length === 2);
    });

    it('is unsaved while one of its forms is open', async () => {
        const { element, rows } = await open();
        const unsaved = heard(element, 'unsaved');
        fire(rows[0], 'unsaved', true);
        fire(rows[1], 'unsaved', true);
        fire(rows[0], 'unsaved', false);
        expect(unsaved).toEqual([true, true, true]);
        fire(rows[1], 'unsaved', false);
        expect(unsaved.at(-1)).toBe(false);
    });

    it('says why it cannot be read', async () => {
        const { element } = await open(problem(500, 'unexpected', 'The service is being updated.'));
        expect(find(element, 'c-msi-page').error.message).toBe('The service is being updated.');
    });
});
