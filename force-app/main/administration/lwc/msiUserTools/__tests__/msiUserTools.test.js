import LightningModal from 'lightning/modal';
import MsiUserTools from 'c/msiUserTools';
import { find, heard, show, until } from '../../../../../test/page';
import { problem, serve } from '../../../../../test/service';

/** Only their state counts here. @type {any[]} */
const users = [
    { id: '1', state: 'invited' },
    { id: '2', state: 'activated' }
];
const open = () => show('c-msi-user-tools', MsiUserTools, { users });
const choose = (element, value) => find(element, 'lightning-button-menu').dispatchEvent(new CustomEvent('select', { detail: { value } }));

describe('what an admin does with all users', () => {
    it('hands the people of a file to the dialog that invites them', async () => {
        const people = { emails: ['kim@acme.example'], admins: [], teams: [] };
        LightningModal.open = jest.fn().mockResolvedValueOnce(people).mockResolvedValueOnce(undefined);
        const element = open();
        const changes = heard(element, 'listchange');
        choose(element, 'csv');
        await until(() => changes.length === 1);

        expect(LightningModal.open.mock.calls[1][0]).toMatchObject({ people });
    });

    it('sends again to those who have not activated', async () => {
        LightningModal.open = jest.fn().mockResolvedValue(undefined);
        const element = open();
        const changes = heard(element, 'listchange');
        choose(element, 'resend');
        await until(() => changes.length === 1);

        expect(LightningModal.open.mock.calls[0][0].waiting.map(({ id }) => id)).toEqual(['1']);
    });

    it('asks Salesforce about everybody, and says since when', async () => {
        serve({ 'POST /users/api-access-checks': { askedAt: '2026-11-28T09:00:00.000Z' } });
        const element = open();
        const asked = heard(element, 'checkasked');
        choose(element, 'check');
        await until(() => asked.length === 1);

        expect(asked).toEqual(['2026-11-28T09:00:00.000Z']);
    });

    it('hands on what failed', async () => {
        serve({ 'GET /users/csv': problem(500, 'unexpected', 'The service is being updated.') });
        const element = open();
        const problems = heard(element, 'problem');
        choose(element, 'download');
        await until(() => problems.length === 1);

        expect(problems[0].message).toBe('The service is being updated.');
    });
});
