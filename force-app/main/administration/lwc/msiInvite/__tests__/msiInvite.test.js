import { createElement } from 'lwc';
import issueToken from '@salesforce/apex/PanelToken.issue';
import MsiInvite from 'c/msiInvite';

jest.mock('@salesforce/apex/PanelToken.issue', () => ({ default: jest.fn() }), { virtual: true });

/** Lets what was promised happen and be drawn: a timer comes after every promise. */
// eslint-disable-next-line @lwc/lwc/no-async-operation
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));
const answer = (status, body) => ({ ok: status < 400, status, headers: new Map(), json: async () => body });
const sentBodies = () => global.fetch.mock.calls.map(([, { body }]) => JSON.parse(body));

const button = (root, label) => [...root.querySelectorAll('lightning-button')].find((one) => one.label === label);

const inFiveHours = () => new Date(Date.now() + 5 * 3_600_000 + 60_000).toISOString();
const textOf = (row) => row.textContent + (row.querySelector('c-relative-time')?.shadowRoot.textContent ?? '');

function open() {
    const element = createElement('c-msi-invite', { is: MsiInvite });
    document.body.appendChild(element);
    return element.shadowRoot;
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
    beforeEach(() => {
        issueToken.mockResolvedValue({ serverUrl: 'https://service.example', token: 'jwt' });
        global.fetch = jest.fn();
    });

    it('says for each address what happened', async () => {
        global.fetch.mockResolvedValue(
            answer(200, {
                results: [
                    { email: 'new@acme.example', outcome: 'invited', user: null },
                    { email: 'rae@acme.example', outcome: 'already_active', user: null },
                    { email: 'raj@initech.example', outcome: 'too_many_letters', retryAt: inFiveHours(), user: null },
                    { email: 'nonsense', outcome: 'not_an_address', user: null }
                ]
            })
        );
        const root = open();
        await invite(root, 'new@acme.example, rae@acme.example\nraj@initech.example; nonsense', 'admin');

        expect(sentBodies()).toEqual([
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
        global.fetch.mockResolvedValue(
            answer(200, {
                results: [
                    { email: 'new@acme.example', outcome: 'invited', user: null },
                    { email: 'nonsense', outcome: 'not_an_address', user: null }
                ]
            })
        );
        const root = open();
        await invite(root, 'new@acme.example nonsense');
        button(root, 'Correct and Invite More').click();
        await settled();

        expect(root.querySelector('lightning-textarea').value).toBe('nonsense');
    });

    it('asks for an address instead of calling the service without one', async () => {
        const field = await invite(open(), ' ; ');

        expect(global.fetch).not.toHaveBeenCalled();
        expect(field.setCustomValidity).toHaveBeenLastCalledWith('At least one address is needed.');
        expect(field.focus).toHaveBeenCalled();
    });

    it('stops at 100 addresses', async () => {
        const text = Array.from({ length: 101 }, (_, index) => `rep${index}@acme.example`).join('\n');
        const field = await invite(open(), text);

        expect(global.fetch).not.toHaveBeenCalled();
        expect(field.setCustomValidity).toHaveBeenLastCalledWith('You can invite 100 at once. These are 101.');
    });

    it('keeps what was pasted when the service fails', async () => {
        global.fetch.mockResolvedValue(answer(503, { code: 'unavailable', title: 'The service is being updated.' }));
        const root = open();
        await invite(root, 'new@acme.example');

        expect(root.querySelector('c-error-panel').error.message).toBe('The service is being updated.');
        expect(root.querySelector('lightning-textarea').value).toBe('new@acme.example');
    });
});
