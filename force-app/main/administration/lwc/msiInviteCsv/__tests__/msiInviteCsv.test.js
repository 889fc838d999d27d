import MsiInviteCsv from 'c/msiInviteCsv';
import { heard, show } from '../../../../../test/page';
import { problem, serve } from '../../../../../test/service';

/** Lets what was promised happen and be drawn: a timer comes after every promise. */
// eslint-disable-next-line @lwc/lwc/no-async-operation
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

/** @type {import('service').InvitationCsv} */
const READ = {
    columns: [
        { name: 'Name', samples: ['Kim Larsen'] },
        { name: 'Email', samples: ['kim@acme.example'] }
    ],
    emailColumn: 1,
    roleColumn: null,
    teamColumn: null,
    rows: [
        { line: 2, email: 'kim@acme.example', role: 'admin', teamIds: ['1'], problem: null },
        { line: 3, email: 'nonsense', role: 'rep', teamIds: [], problem: 'not_an_address' }
    ]
};

/** @type {import('service').TeamList} */
const TEAMS = { teams: [{ id: '1', name: 'West', memberCount: 0 }], everyoneCount: 1, mostTeams: 20 };
/** What was asked of the file. */
const readings = (calls) => calls.filter(({ method }) => method === 'POST').map(({ body }) => body);

async function choose(root, text, size = text.length) {
    const files = [{ size, text: () => Promise.resolve(text) }];
    root.querySelector('lightning-input').dispatchEvent(new CustomEvent('change', { detail: { files } }));
    await settled();
}
const button = (root, label) => [...root.querySelectorAll('lightning-button')].find((one) => one.label === label);

describe('inviting from a file', () => {
    it('shows which columns are used, who can be invited, and for each row that is left out why', async () => {
        const calls = serve({ 'POST /users/invitations/csv': READ, 'GET /teams': TEAMS });
        const root = show('c-msi-invite-csv', MsiInviteCsv).shadowRoot;
        await choose(root, 'Name,Email');

        expect(readings(calls)[0]).toEqual({ csv: 'Name,Email' });
        const [email, role] = root.querySelectorAll('lightning-select');
        expect([email.value, email.options.map(({ label }) => label)]).toEqual(['1', ['Name (Kim Larsen)', 'Email (kim@acme.example)']]);
        expect(role.value).toBe('none');
        expect(root.querySelector('h2').textContent).toBe('1 person can be invited');
        expect(root.querySelector('li').textContent).toBe('Line 3nonsenseThis is not an email address.');
        expect(root.querySelector('tbody').textContent).toBe('2kim@acme.exampleAdminWest');
    });

    it('reads the file again by the columns that were chosen', async () => {
        const calls = serve({ 'POST /users/invitations/csv': READ, 'GET /teams': TEAMS });
        const root = show('c-msi-invite-csv', MsiInviteCsv).shadowRoot;
        await choose(root, 'Name,Email');
        root.querySelectorAll('lightning-select')[1].dispatchEvent(new CustomEvent('change', { detail: { value: '0' } }));
        await settled();

        expect(readings(calls)[1]).toEqual({ csv: 'Name,Email', emailColumn: 1, roleColumn: 0, teamColumn: null });
    });

    it('closes with the people who can be invited', async () => {
        serve({ 'POST /users/invitations/csv': READ, 'GET /teams': TEAMS });
        const element = show('c-msi-invite-csv', MsiInviteCsv);
        const closed = heard(element, 'modalclose');
        await choose(element.shadowRoot, 'Name,Email');
        button(element.shadowRoot, 'Next').click();

        expect(closed).toEqual([
            { result: { emails: ['kim@acme.example'], admins: ['kim@acme.example'], teams: [{ id: '1', emails: ['kim@acme.example'] }] } }
        ]);
    });

    it('says what is wrong with a file that cannot be read, and sends none that is far too large', async () => {
        const calls = serve({ 'POST /users/invitations/csv': problem(422, 'csv_unreadable', 'This file is empty.'), 'GET /teams': TEAMS });
        const root = show('c-msi-invite-csv', MsiInviteCsv).shadowRoot;
        await choose(root, '');
        expect(root.querySelector('c-error-panel').error.message).toBe('This file is empty.');

        await choose(root, 'x', 1_000_000);
        expect([readings(calls).length, root.querySelector('p[role="status"]').textContent]).toEqual([
            1,
            'This file is too large. Keep it under 400 KB.'
        ]);
    });
});
