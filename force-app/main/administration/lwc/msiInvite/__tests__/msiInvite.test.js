import MsiInvite from 'c/msiInvite';
import { show } from '../../../../../test/page';
import { problem, serve } from '../../../../../test/service';

/** Lets what was promised happen and be drawn: a timer comes after every promise. */
// eslint-disable-next-line @lwc/lwc/no-async-operation
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

const button = (root, label) => [...root.querySelectorAll('lightning-button')].find((one) => one.label === label);

const inFiveHours = () => new Date(Date.now() + 5 * 3_600_000 + 60_000).toISOString();
const textOf = (row) => row.textContent + (row.querySelector('c-relative-time')?.shadowRoot.textContent ?? '');

function open() {
    return show('c-msi-invite', MsiInvite).shadowRoot;
}

async function invite(root, text, role) {
    const field = root.querySelector('lightning-textarea');
    field.reportValidity = jest.fn();
    field.setCustomValidity = jest.fn();
    field.focus = jest.fn();
    field.dispatchEvent(new CustomEvent('change', { detail: { value: text } }));
    if (role) root.querySelector('lightning-radio-group').dispatchEvent(new CustomEvent('change', { detail: { value: role } }));
    button(root, 'Send Invitations').click();
    await settled();
    return field;
}

describe('inviting', () => {
    it('says for each address what happened', async () => {
        const calls = serve({
            'POST /users/invitations': {
                results: [
                    { email: 'new@acme.example', outcome: 'invited', retryAt: null, user: null },
                    { email: 'rae@acme.example', outcome: 'already_active', retryAt: null, user: null },
                    { email: 'raj@initech.example', outcome: 'too_many_letters', retryAt: inFiveHours(), user: null },
                    { email: 'nonsense', outcome: 'not_an_address', retryAt: null, user: null }
                ]
            }
        });
        const root = open();
        await invite(root, 'new@acme.example, rae@acme.example\nraj@initech.example; nonsense', 'admin');

        expect(calls.map(({ body }) => body)).toEqual([
            { emails: ['new@acme.example', 'rae@acme.example', 'raj@initech.example', 'nonsense'], role: 'admin' }
        ]);
        expect([...root.querySelectorAll('li')].map(textOf)).toEqual([
            'new@acme.exampleInvited',
            'rae@acme.exampleAlready uses the sales actions.',
            'raj@initech.exampleNo further invitation can be sent yet. You can invite this address again in 5 hours.',
            'nonsenseThis is not an email address.'
        ]);
    });

    it('brings back what can be corrected', async () => {
        serve({
            'POST /users/invitations': {
                results: [
                    { email: 'new@acme.example', outcome: 'invited', retryAt: null, user: null },
                    { email: 'nonsense', outcome: 'not_an_address', retryAt: null, user: null }
                ]
            }
        });
        const root = open();
        await invite(root, 'new@acme.example nonsense');
        button(root, 'Correct and Invite More').click();
        await settled();

        expect(root.querySelector('lightning-textarea').value).toBe('nonsense');
    });

    it('asks for an address instead of calling the service without one', async () => {
        const calls = serve({});
        const field = await invite(open(), ' ; ');

        expect(calls).toEqual([]);
        expect(field.setCustomValidity).toHaveBeenLastCalledWith('At least one address is needed.');
        expect(field.focus).toHaveBeenCalled();
    });

    it('stops at 100 addresses', async () => {
        const text = Array.from({ length: 101 }, (_, index) => `rep${index}@acme.example`).join('\n');
        const calls = serve({});
        const field = await invite(open(), text);

        expect(calls).toEqual([]);
        expect(field.setCustomValidity).toHaveBeenLastCalledWith('You can invite 100 at once. These are 101.');
    });

    it('keeps what was pasted when the service fails', async () => {
        serve({ 'POST /users/invitations': problem(500, 'unexpected', 'The service is being updated.') });
        const root = open();
        await invite(root, 'new@acme.example');

        expect(root.querySelector('c-error-panel').error.message).toBe('The service is being updated.');
        expect(root.querySelector('lightning-textarea').value).toBe('new@acme.example');
    });
});
