import { createElement } from 'lwc';
import MsiEndedAccess from 'c/msiEndedAccess';

const AT = '2026-11-27T10:00:00.000Z';
const grant = (change) => ({ provider: 'google', address: 'rae@acme.example', shreddedAt: AT, revokedAt: null, note: null, ...change });

function draw(grants, reason = 'deactivated_by_admin') {
    const element = createElement('c-msi-ended-access', { is: MsiEndedAccess });
    element.ended = { at: AT, reason, finishedAt: AT, grants };
    document.body.appendChild(element);
    return [...element.shadowRoot.querySelectorAll('p')].map(({ textContent }) => textContent);
}

describe('what became of the grants of a user', () => {
    it.each([
        [{ shreddedAt: null }, 'Gmail: access is being ended.'],
        [{ revokedAt: AT }, 'Gmail: access has ended there and here.'],
        [{ provider: 'microsoft', note: 'vendor_has_no_revocation' }, 'Outlook: what we held is destroyed. This vendor cannot be told.'],
        [{ note: 'vendor_not_reached' }, 'Gmail: what we held is destroyed. The vendor did not answer: end the access there by hand.'],
        [{ provider: 'salesforce', note: 'already_dead' }, 'Salesforce: access had ended before.']
    ])('is told in a line: %j', (change, sentence) => {
        expect(draw([grant(change)])).toEqual([sentence]);
    });

    it('says that it was Salesforce that ended the access, and what to do', () => {
        expect(draw([], 'inactive_in_salesforce')).toEqual(['Deactivated in Salesforce. Reactivate the user here once Salesforce has.']);
    });
});
