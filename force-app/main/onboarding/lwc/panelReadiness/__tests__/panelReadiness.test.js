import PanelReadiness from 'c/panelReadiness';
import { find, heard, show, until, words } from '../../../../../test/page';
import { connection } from '../../../../../test/seed';
import { problem, serve } from '../../../../../test/service';
/** @import { Properties } from '../../../../../test/answers' */

const URL = 'https://service.example/onboarding/welcome?ticket=once';
/** @param {Properties<PanelReadiness>} properties */
const screen = (properties) => show('c-panel-readiness', PanelReadiness, properties);
const press = (element) => find(element, 'lightning-button').click();

beforeEach(() => {
    window.open = jest.fn();
});

describe('c-panel-readiness', () => {
    it.each([
        ['not_activated', 'Activate your account', 'Activate Account'],
        ['api_disabled', 'Your profile has no API access', 'Try Again'],
        ['salesforce_disconnected', 'Connect Salesforce again', 'Connect Salesforce'],
        ['mailbox_missing', 'Connect your mailbox', 'Connect Mailbox']
    ])('%s: says what is missing and continues in a new tab', async (readiness, title, button) => {
        const calls = serve({ 'POST /onboarding/link': { url: URL } });
        const element = screen({ readiness });
        const left = heard(element, 'leave');
        expect(words(element)).toContain(title);
        expect(find(element, 'lightning-button').label).toBe(button);
        press(element);
        await until(() => left.length === 1);
        expect(calls).toHaveLength(1);
        expect(window.open).toHaveBeenCalledWith(URL, '_blank', 'noopener');
    });

    it('leaves a way on when the browser blocks the new tab', async () => {
        serve({ 'POST /onboarding/link': { url: URL } });
        const element = screen({ readiness: 'mailbox_missing' });
        press(element);
        const link = await until(() => find(element, 'a'));
        expect(link.href).toBe(URL);
        expect(link.rel).toContain('noopener');
        expect(words(element)).toContain('Finish in the other tab.');
    });

    it.each(['not_invited', 'stopped'])('looks again when the rep waits for the admin: %s', (readiness) => {
        const element = screen({ readiness });
        const checks = heard(element, 'check');
        press(element);
        expect(checks).toHaveLength(1);
    });

    it('says why the mailbox needs reconnecting, and reconnects the same provider', async () => {
        const calls = serve({ 'POST /email-connections/google': { url: URL } });
        const element = screen({
            readiness: 'mailbox_reconnect_required',
            connection: connection({ state: 'reconnect_required', stateReason: 'password_changed' })
        });
        expect(words(element)).toContain('The password of the mailbox has changed.');
        await element.proceed();
        expect(calls).toHaveLength(1);
    });

    it('keeps the button and says so when the link cannot be had', async () => {
        serve({ 'POST /onboarding/link': problem(503, 'salesforce_unavailable', 'Salesforce does not answer.') });
        const element = screen({ readiness: 'mailbox_missing' });
        press(element);
        await until(() => find(element, 'c-error-panel', '.title')?.textContent === 'Salesforce does not answer.');
        expect(find(element, 'lightning-button').disabled).toBe(false);
    });

    it('shows nothing when nothing is missing', () => {
        expect(words(screen({ readiness: 'ready' }))).toBe('');
    });
});
