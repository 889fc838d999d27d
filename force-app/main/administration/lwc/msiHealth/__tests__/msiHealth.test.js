import MsiHealth from 'c/msiHealth';
import { find, findAll, heard, labelled, show, until, words } from '../../../../../test/page';
import { connection, profile } from '../../../../../test/seed';
/** @import { Profile } from 'service' */

/** @param {Partial<Profile['health']>} health @param {Partial<Profile>} others */
const open = (health = {}, others = {}) =>
    show('c-msi-health', MsiHealth, { profile: profile({ health: { ...profile().health, ...health }, ...others }) });
const states = (element) => findAll(element, 'lightning-badge').map(({ label }) => label);
const icons = (element) => findAll(element, 'lightning-badge').map(({ iconName }) => iconName);
const consents = (element) => findAll(element, 'c-msi-consent').map(({ label, path }) => `${label} ${path}`);

describe('c-msi-health', () => {
    it('says of each part that it works, in words and with an icon, and offers nothing to mend', () => {
        const element = open();
        expect(states(element)).toEqual(['Gmail connected', 'Detected', 'Your mailbox', 'Connected']);
        expect(new Set(icons(element))).toEqual(new Set(['utility:check']));
        expect(words(element)).toContain('Your emails are sent from rae@acme.example.');
        expect(consents(element)).toEqual([]);
    });

    it('offers both vendors to whoever has no mailbox, and Salesforce to whoever lost it', () => {
        const element = open({ mailbox: null, replies: 'mailbox_needed', channel: 'mailbox_needed', salesforce: 'disconnected' });
        expect(states(element)).toEqual(['Not connected', 'Needs a mailbox', 'Needs a mailbox', 'Not connected']);
        expect(consents(element)).toEqual([
            'Connect Gmail /email-connections/google',
            'Connect Outlook /email-connections/microsoft',
            'Connect Salesforce /onboarding/link'
        ]);
    });

    it.each(
        /** @type {[string, Partial<Profile['health']>, string, string[]][]} */ ([
            [
                'the mailbox has to be connected again',
                { mailbox: connection({ state: 'reconnect_required', stateReason: 'revoked', provider: 'microsoft' }) },
                'Outlook needs reconnecting',
                ['Reconnect /email-connections/microsoft']
            ],
            [
                'the mailbox is full',
                { mailbox: connection({ trouble: { kind: 'full', since: '2026-01-05T09:00:00Z' } }) },
                'Gmail is full',
                []
            ],
            [
                'the vendor blocks the mailbox',
                { mailbox: connection({ trouble: { kind: 'blocked', since: '2026-01-05T09:00:00Z' } }) },
                'Gmail: sending blocked',
                []
            ],
            [
                'a permission is missing',
                { mailbox: connection({ missingCapabilities: ['settle'] }) },
                'Permission missing',
                ['Reconnect /email-connections/google']
            ],
            ['replies lack a permission', { replies: 'permission_missing' }, 'Permission missing', ['Reconnect /email-connections/google']],
            ['the mailbox is silent', { replies: 'silent' }, 'No updates', ['Reconnect /email-connections/google']],
            ['the mailbox is new', { replies: 'starting' }, 'Starting', []],
            ['the admin wants no replies', { replies: 'not_wanted' }, 'Off', []],
            ["the team's server takes the emails", { channel: 'team_smtp' }, 'Team mail server', []],
            ["the team's server refuses", { channel: 'team_smtp_refused' }, 'Mail server refused', []],
            [
                'Salesforce has to be connected again',
                { salesforce: 'reconnect_required' },
                'Needs reconnecting',
                ['Connect Salesforce /onboarding/link']
            ],
            ['Salesforce gives no API', { salesforce: 'api_disabled' }, 'No API access', []]
        ])
    )('says that %s, and what mends it', (_what, health, state, buttons) => {
        const element = open(health);
        expect(states(element)).toContain(state);
        expect(consents(element)).toEqual(buttons);
    });

    it('has one button for what one consent mends', () => {
        const element = open({ mailbox: connection({ missingCapabilities: ['notice_replies', 'settle'] }), replies: 'permission_missing' });
        expect(states(element).filter((state) => state === 'Permission missing')).toHaveLength(2);
        expect(consents(element)).toEqual(['Reconnect /email-connections/google']);
    });

    it('asks Salesforce again on demand, once at a time', () => {
        const element = open({ salesforce: 'api_disabled' });
        const checks = heard(element, 'check');
        labelled(element, 'Check Again').click();
        expect(checks).toHaveLength(1);
        expect(find(element, 'lightning-card').title).toBe('Connections');
    });

    it('offers no connecting while everything is stopped, and says so', () => {
        const element = open({ mailbox: null, salesforce: 'disconnected' }, { isStopped: true });
        expect(words(element)).toContain('Your admin stopped all sending.');
        expect(consents(element)).toEqual([]);
    });

    it('keeps the focus on the line that was checked, when its button has gone', async () => {
        const element = open({ salesforce: 'api_disabled' });
        labelled(element, 'Check Again').click();
        element.isBusy = true;
        await Promise.resolve();
        expect(element.shadowRoot.activeElement).toBeNull();
        Object.assign(element, { profile: profile(), isBusy: false });
        await until(() => element.shadowRoot.activeElement);
        expect(element.shadowRoot.activeElement.dataset.part).toBe('Salesforce');
    });

    it('leaves the focus where the user has put it during a check', async () => {
        const element = open({ salesforce: 'api_disabled' });
        const elsewhere = document.body.appendChild(document.createElement('button'));
        elsewhere.textContent = 'Elsewhere';
        labelled(element, 'Check Again').click();
        element.isBusy = true;
        await Promise.resolve();
        elsewhere.focus();
        Object.assign(element, { profile: profile(), isBusy: false });
        await Promise.resolve();
        expect(document.activeElement).toBe(elsewhere);
        elsewhere.remove();
    });
});
