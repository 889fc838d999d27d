import MsiResendAll from 'c/msiResendAll';
import { show } from '../../../../../test/page';
import { problem, serve } from '../../../../../test/service';

/** Lets what was promised happen and be drawn: a timer comes after every promise. */
// eslint-disable-next-line @lwc/lwc/no-async-operation
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

/** Only how many they are counts here. @type {any[]} */
const waiting = [{ id: '1' }, { id: '2' }];
const button = (root, label) => [...root.querySelectorAll('lightning-button')].find((one) => one.label === label);
const open = () => show('c-msi-resend-all', MsiResendAll, { waiting }).shadowRoot;

describe('resending to all', () => {
    it('says how many get the email again and what the most is, before anything is sent', () => {
        const calls = serve({});
        const root = open();

        expect(root.textContent).toContain('2 people were invited and have not activated yet.');
        expect(root.textContent).toContain('can get 3 invitations a day');
        expect(calls).toEqual([]);
    });

    it('shows how many have left, and names those who have to wait', async () => {
        serve({
            'POST /users/invitations/resend': {
                results: [
                    { userId: '1', email: 'kim@acme.example', outcome: 'sent', retryAt: null },
                    { userId: '2', email: 'noor@acme.example', outcome: 'too_many_letters', retryAt: '2126-11-28T09:00:00.000Z' }
                ]
            }
        });
        const root = open();
        button(root, 'Resend Invitations').click();
        await settled();

        expect(root.querySelector('h2').textContent).toBe('0 of 1 sent');
        expect(root.querySelector('li').textContent).toContain('noor@acme.example');
        expect(root.querySelector('lightning-progress-bar').value).toBe(0);
    });

    it('shows no progress when everybody has to wait', async () => {
        /** @type {import('service').ResentInvitations['results']} */
        const results = [{ userId: '1', email: 'kim@acme.example', outcome: 'too_many_letters', retryAt: '2126-11-28T09:00:00.000Z' }];
        serve({ 'POST /users/invitations/resend': { results } });
        const root = open();
        button(root, 'Resend Invitations').click();
        await settled();

        expect(root.querySelector('h2').textContent).toBe('No invitation can be sent again yet.');
        expect(root.querySelector('lightning-progress-bar')).toBeNull();
    });

    it('says what failed and can be pressed again', async () => {
        serve({ 'POST /users/invitations/resend': problem(500, 'unexpected', 'The service is being updated.') });
        const root = open();
        button(root, 'Resend Invitations').click();
        await settled();

        expect(root.querySelector('c-error-panel').error.message).toBe('The service is being updated.');
        expect(button(root, 'Resend Invitations').disabled).toBe(false);
    });
});
