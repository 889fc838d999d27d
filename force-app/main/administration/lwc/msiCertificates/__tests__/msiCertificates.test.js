import MsiCertificates from 'c/msiCertificates';
import { find, findAll, show, until, words } from '../../../../../test/page';
import { problem, serve } from '../../../../../test/service';
/** @import { Certificate } from 'service' */
/** @import { Given } from '../../../../../test/answers' */

const DAY_MS = 86_400_000;
/** @type {(id: string, leftDays: number, changes?: Partial<Certificate>) => Certificate} */
const certificate = (id, leftDays, changes) => ({
    id,
    fingerprint: 'AB:CD:EF',
    uploadedAt: '2026-01-05T09:00:00Z',
    uploadedBy: 'avery@acme.example',
    lastUsedAt: '2026-01-06T09:00:00Z',
    expiresAt: new Date(Date.now() + leftDays * DAY_MS).toISOString(),
    ...changes
});
/** @param {Certificate[]} certificates */
const trust = (...certificates) => ({
    certificates,
    lightningOrigin: 'https://acme.lightning.force.com',
    changeUrl: 'https://service.example/onboarding/org/certificate',
    checklistUrl: 'https://service.example/onboarding/org/checklist'
});
/** @param {Given<'GET /org-trust'>} answer */
async function open(answer) {
    serve({ 'GET /org-trust': answer });
    const element = show('c-msi-certificates', MsiCertificates);
    await until(() => !find(element, 'c-msi-page').isLoading);
    return element;
}

describe('c-msi-certificates', () => {
    it('shows what the org signs with, who gave it and when it was used, and warns before it ends', async () => {
        const element = await open(
            trust(certificate('1', 300), certificate('2', 30, { lastUsedAt: null, uploadedBy: null }), certificate('3', -1))
        );
        expect(findAll(element, 'tbody tr')).toHaveLength(3);
        expect(words(element)).toContain('AB:CD:EF');
        expect(words(element)).toContain('by avery@acme.example');
        expect(find(element, 'c-relative-time').value).toBe('2026-01-05T09:00:00Z');
        expect(words(element)).toContain('Never');
        expect(words(element)).toContain('Lightning address: https://acme.lightning.force.com');
        expect(findAll(element, 'lightning-badge').map(({ label }) => label)).toEqual(['Replace soon', 'Expired']);
    });

    it('leads to the page where an administrator changes it, in a window of its own', async () => {
        const link = find(await open(trust(certificate('1', 300))), 'a');
        expect([link.href, link.target, link.rel]).toEqual([
            'https://service.example/onboarding/org/certificate',
            '_blank',
            'noopener noreferrer'
        ]);
    });

    it('can try again when it cannot be read', async () => {
        const element = await open(problem(500, 'unexpected', 'The service is being updated.'));
        serve({ 'GET /org-trust': trust(certificate('1', 300)) });
        find(element, 'c-msi-page').dispatchEvent(new CustomEvent('retry'));
        await until(() => find(element, 'a'));
    });
});
