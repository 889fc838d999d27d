import MsiEndedAccess from 'c/msiEndedAccess';
import { findAll, show } from '../../../../../test/page';
/** @import { EndedAccess } from 'service' */
/** @typedef {EndedAccess['grants'][number]} Grant */

const AT = '2026-11-27T10:00:00.000Z';
/** @type {(change: Partial<Grant>) => Grant} */
const grant = (change) => ({ provider: 'google', address: 'rae@acme.example', shreddedAt: AT, revokedAt: null, note: null, ...change });

/** @param {Grant[]} grants @param {EndedAccess['reason']} reason */
function draw(grants, reason = 'deactivated_by_admin') {
    const element = show('c-msi-ended-access', MsiEndedAccess, { ended: { at: AT, reason, finishedAt: AT, grants } });
    return findAll(element, 'p').map(({ textContent }) => textContent);
}

describe('what became of the grants of a user', () => {
    it.each([
        [{ shreddedAt: null }, 'Gmail: access is being ended.'],
        [{ revokedAt: AT }, 'Gmail: access has ended.'],
        [
            { provider: 'microsoft', note: 'vendor_has_no_revocation' },
            'Outlook: what we held is deleted. This provider cannot be told to end access.'
        ],
        [{ note: 'vendor_not_reached' }, 'Gmail: what we held is deleted. The provider did not answer, so end the access there by hand.'],
        [{ provider: 'salesforce', note: 'already_dead' }, 'Salesforce: access had ended before.']
    ])('is told in a line: %j', (change, sentence) => {
        expect(draw([grant(change)])).toEqual([sentence]);
    });

    it('says that it was Salesforce that ended the access, and what to do', () => {
        expect(draw([], 'inactive_in_salesforce')).toEqual(['Deactivated in Salesforce. Reactivate the user there first, then here.']);
    });
});
