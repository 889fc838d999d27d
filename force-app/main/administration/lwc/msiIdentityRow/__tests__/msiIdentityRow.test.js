import MsiIdentityRow from 'c/msiIdentityRow';
import { find, findAll, fire, heard, labelled, show, words } from '../../../../../test/page';
import { identity } from '../../../../../test/seed';
/** @import { Properties } from '../../../../../test/answers' */
/** @import { Identity } from 'service' */

/** @param {Partial<Identity>} [changes] @param {Properties<MsiIdentityRow>} [properties] */
const row = (changes, properties) => show('c-msi-identity-row', MsiIdentityRow, { identity: identity(changes), ...properties });
const items = (element) => findAll(element, 'lightning-menu-item').map(({ label }) => label);
const OTHER = { isMailbox: false, isDefault: false };

describe('c-msi-identity-row', () => {
    it('of the mailbox shows its name, its signature as words, and nothing to remove', () => {
        const element = row({ signatureHtml: '<p>Rae Ortiz</p><p>Acme <b>Sales</b></p>' });
        expect(words(element)).toContain('Rae Ortiz <rae@acme.example>');
        expect(words(element)).toContain('Rae Ortiz Acme Sales');
        expect(find(element, 'lightning-badge').label).toBe('Default');
        expect(find(element, 'lightning-button-menu')).toBeNull();
    });

    it('says how emails leave only where there is a choice', () => {
        expect(words(row())).not.toContain('Sent through');
        expect(words(row({ channel: 'team_smtp' }, { teamSmtp: true }))).toContain("Sent through your team's mail server");
    });

    it.each([
        [{}, 'Mailbox needs reconnecting'],
        [OTHER, 'Cannot send now'],
        [{ ...OTHER, verifiedAt: null }, 'Not verified']
    ])('says that nothing can leave from it: %j', (changes, badge) => {
        const element = row({ isDefault: false, ...changes, isUsable: false }, { canImport: true });
        expect(find(element, 'lightning-badge').label).toBe(badge);
        expect(items(element)).not.toContain('Make Default');
        expect(items(element)).not.toContain('Import Signature from Gmail');
    });

    it('says why its verification email could not be sent', () => {
        const element = row({ ...OTHER, verifiedAt: null, isUsable: false, verificationError: 'The address was refused.' });
        expect(words(element)).toContain('The verification email could not be sent: The address was refused.');
    });

    it('that is not verified offers to send the email again, and cannot be used', () => {
        const element = row(
            { ...OTHER, verifiedAt: null, isUsable: false, verificationSentAt: '2026-01-05T09:00:00Z' },
            { canImport: true }
        );
        const sent = heard(element, 'verify');
        expect(find(element, 'c-relative-time').pattern).toBe('Verification email sent {0}');
        expect(items(element)).toEqual(['Remove…']);
        labelled(element, 'Resend Verification').click();
        expect(sent).toHaveLength(1);
    });

    it('offers what can be done with it', () => {
        const element = row(OTHER, { teamSmtp: true, canImport: true });
        expect(items(element)).toEqual(['Import Signature from Gmail', 'Make Default', "Send Through the Team's Server", 'Remove…']);
        const removed = heard(element, 'remove');
        fire(find(element, 'lightning-button-menu'), 'select', { value: 'remove' });
        expect(removed[0].identity.address).toBe('rae@acme.example');
    });

    it('opens the signature', () => {
        const element = row({ signatureHtml: '' });
        const opened = heard(element, 'signature');
        expect(words(element)).toContain('No signature');
        labelled(element, 'Edit Signature').click();
        expect(opened).toHaveLength(1);
    });
});
