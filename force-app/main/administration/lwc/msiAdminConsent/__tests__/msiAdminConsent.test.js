import MsiAdminConsent from 'c/msiAdminConsent';
import { find, show, until, words } from '../../../../../test/page';
import { serve } from '../../../../../test/service';
/** @import { Given } from '../../../../../test/answers' */

/** @param {Given<'GET /microsoft-admin-consent'>} consent */
async function open(consent) {
    serve({ 'GET /microsoft-admin-consent': consent });
    const element = show('c-msi-admin-consent', MsiAdminConsent);
    await until(() => find(element, 'c-msi-consent'));
    return element;
}

describe('c-msi-admin-consent', () => {
    it('offers the page of Microsoft where nobody has answered', async () => {
        const element = await open({ answer: null, answeredAt: null });
        expect(words(element)).toContain('Not asked yet, or not answered.');
        expect(find(element, 'c-msi-consent').path).toBe('/microsoft-admin-consent');
    });

    it.each([
        ['given', 'Accepted {0}. We learn whether it still applies when the next person connects.'],
        ['refused', 'Declined {0}.']
    ])('says what was answered, not more: %s', async (answer, pattern) => {
        const element = await open({ answer, answeredAt: '2026-01-05T09:00:00Z' });
        expect(find(element, 'c-relative-time').pattern).toBe(pattern);
    });

    it('looks again when the admin comes back', async () => {
        const element = await open({ answer: null, answeredAt: null });
        serve({ 'GET /microsoft-admin-consent': { answer: 'given', answeredAt: '2026-01-05T09:00:00Z' } });
        find(element, 'c-msi-consent').dispatchEvent(new CustomEvent('return'));
        await until(() => find(element, 'c-relative-time'));
    });
});
