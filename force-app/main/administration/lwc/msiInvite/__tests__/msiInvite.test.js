import MsiInvite from 'c/msiInvite';
import { show } from '../../../../../test/page';
import { problem, serve } from '../../../../../test/service';
/** @import { TeamList } from 'service' */
/** @import { Routes } from '../../../../../test/answers' */

/** Lets what was promised happen and be drawn: a timer comes after every promise. */
// eslint-disable-next-line @lwc/lwc/no-async-operation
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

const button = (root, label) => [...root.querySelectorAll('lightning-button')].find((one) => one.label === label);

const inFiveHours = () => new Date(Date.now() + 5 * 3_600_000 + 60_000).toISOString();
const textOf = (row) => row.textContent + (row.querySelector('c-relative-time')?.shadowRoot.textContent ?? '');

/** @type {TeamList} */
const NO_TEAMS = { teams: [], everyoneCount: 1, mostTeams: 20 };
/** The service of an org without teams, unless a test says otherwise. @param {Routes} routes */
const answer = (routes) => serve({ 'GET /teams': NO_TEAMS, ...routes });
const posted = (calls) => calls.filter(({ method }) => method === 'POST');

function open() {
    return show('c-msi-invite', MsiInvite).shadowRoot;
}

/** What Salesforce knows of each; ready where nothing else is said. */
const checks = (results, isSalesforceAsked = true) => ({
    'POST /users/invitations/check': { results: results.map((row) => ({ finding: 'ready', name: null, ...row })), isSalesforceAsked }
});

async function type(root, text, role) {
    const field = root.querySelector('lightning-textarea');
    field.reportValidity = jest.fn();
    field.setCustomValidity = jest.fn();
    field.focus = jest.fn();
    field.dispatchEvent(new CustomEvent('change', { detail: { value: text } }));
    if (role) root.querySelector('lightning-radio-group').dispatchEvent(new CustomEvent('change', { detail: { value: role } }));
    await press(root, 'Next');
    return field;
}

async function press(root, label) {
    button(root, label).click();
    await settled();
}

const lines = (root) => [...root.querySelectorAll('li')].map(textOf);

describe('inviting', () => {
    it('names who is no active Salesforce user before anything is sent, and leaves them out unless the admin wants otherwise', async () => {
        const calls = answer({
            ...checks([
                { email: 'kim@acme.example', name: 'Kim Larsen' },
                { email: 'gone@acme.example', finding: 'inactive_in_salesforce', name: 'Pat Gone' },
                { email: 'who@acme.example', finding: 'not_in_salesforce' },
                { email: 'nonsense', finding: 'not_an_address' }
            ]),
            'POST /users/invitations': { results: [] }
        });
        const root = open();
        await type(root, 'kim@acme.example gone@acme.example who@acme.example nonsense', 'admin');

        expect(root.querySelector('h2').textContent).toBe('1 person will be invited');
        expect(lines(root)).toEqual([
            'kim@acme.exampleKim Larsen',
            'gone@acme.exampleThis Salesforce user is not active.',
            'who@acme.exampleNo Salesforce user of your org has this email address.',
            'nonsenseThis is not an email address.'
        ]);
        expect(posted(calls).map(({ path }) => path)).toEqual(['/users/invitations/check']);
        root.querySelector('lightning-input').dispatchEvent(new CustomEvent('change', { detail: { checked: true } }));
        await settled();
        await press(root, 'Invite 3 People');
        expect(posted(calls)[1].body).toEqual({
            emails: ['kim@acme.example', 'gone@acme.example', 'who@acme.example'],
            role: 'admin',
            admins: [],
            teams: []
        });
    });

    it('says for each address what happened', async () => {
        answer({
            ...checks([{ email: 'new@acme.example' }, { email: 'raj@initech.example' }]),
            'POST /users/invitations': {
                results: [
                    { email: 'new@acme.example', outcome: 'invited', retryAt: null, user: null },
                    { email: 'raj@initech.example', outcome: 'too_many_letters', retryAt: inFiveHours(), user: null }
                ]
            }
        });
        const root = open();
        await type(root, 'new@acme.example raj@initech.example');
        await press(root, 'Invite 2 People');

        expect(root.querySelector('h2').textContent).toBe('1 of 2 invited');
        expect(lines(root)).toEqual([
            'new@acme.exampleInvited',
            'raj@initech.exampleNo more invitations can be sent to this address for now. You can invite it again in 5 hours.'
        ]);
    });

    it('says so when Salesforce could not be asked, and invites all the same', async () => {
        answer(checks([{ email: 'new@acme.example' }], false));
        const root = open();
        await type(root, 'new@acme.example');

        expect(root.textContent).toContain('Salesforce did not answer');
        expect(button(root, 'Invite 1 Person').disabled).toBe(false);
    });

    it('begins with the check of people who were chosen elsewhere, and gives each the own role', async () => {
        const calls = answer({
            ...checks([{ email: 'kim@acme.example' }, { email: 'noor@acme.example' }]),
            'POST /users/invitations': { results: [] }
        });
        const people = {
            emails: ['kim@acme.example', 'noor@acme.example'],
            admins: ['noor@acme.example'],
            teams: [{ id: '1', emails: ['kim@acme.example', 'left-out@acme.example'] }]
        };
        const root = show('c-msi-invite', MsiInvite, { people }).shadowRoot;
        await settled();
        await press(root, 'Invite 2 People');

        expect(posted(calls)[1].body).toEqual({
            emails: people.emails,
            role: 'rep',
            admins: people.admins,
            teams: [{ id: '1', emails: ['kim@acme.example'] }]
        });
    });

    it('offers the teams of the org, and everybody who is invited is in those that were chosen', async () => {
        const calls = answer({
            'GET /teams': { ...NO_TEAMS, teams: [{ id: '1', name: 'West', memberCount: 0 }] },
            ...checks([{ email: 'kim@acme.example' }]),
            'POST /users/invitations': { results: [] }
        });
        const root = open();
        await settled();
        const group = root.querySelector('lightning-checkbox-group');
        expect(group.options).toEqual([{ value: '1', label: 'West' }]);
        group.dispatchEvent(new CustomEvent('change', { detail: { value: ['1'] } }));
        await type(root, 'kim@acme.example');
        await press(root, 'Invite 1 Person');

        expect(posted(calls)[1].body.teams).toEqual([{ id: '1', emails: ['kim@acme.example'] }]);
    });

    it('takes people who were found in Salesforce into the list', async () => {
        answer({});
        const root = open();
        root.querySelector('c-msi-user-search').dispatchEvent(new CustomEvent('choose', { detail: 'kim@acme.example' }));
        await settled();

        expect(root.querySelector('lightning-textarea').value).toBe('kim@acme.example');
    });

    it('brings back what can be corrected', async () => {
        answer({
            ...checks([{ email: 'new@acme.example' }, { email: 'nonsense', finding: 'not_an_address' }]),
            'POST /users/invitations': { results: [{ email: 'new@acme.example', outcome: 'invited', retryAt: null, user: null }] }
        });
        const root = open();
        await type(root, 'new@acme.example nonsense');
        await press(root, 'Invite 1 Person');
        await press(root, 'Correct and Invite More');

        expect(root.querySelector('lightning-textarea').value).toBe('nonsense');
    });

    it('asks for an address instead of calling the service without one', async () => {
        const calls = answer({});
        const field = await type(open(), ' ; ');

        expect(posted(calls)).toEqual([]);
        expect(field.setCustomValidity).toHaveBeenLastCalledWith('Enter at least one address.');
        expect(field.focus).toHaveBeenCalled();
    });

    it('stops at 100 addresses', async () => {
        const text = Array.from({ length: 101 }, (_, index) => `rep${index}@acme.example`).join('\n');
        const calls = answer({});
        const field = await type(open(), text);

        expect(posted(calls)).toEqual([]);
        expect(field.setCustomValidity).toHaveBeenLastCalledWith('You can invite up to 100 people at once. You entered 101.');
    });

    it('keeps what was pasted when the service fails', async () => {
        answer({ 'POST /users/invitations/check': problem(500, 'unexpected', 'The service is being updated.') });
        const root = open();
        await type(root, 'new@acme.example');

        expect(root.querySelector('c-error-panel').error.message).toBe('The service is being updated.');
        expect(root.querySelector('lightning-textarea').value).toBe('new@acme.example');
    });
});
