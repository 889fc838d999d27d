import MsiSetupChecklist from 'c/msiSetupChecklist';
import { find, fire, show, until } from '../../../../../test/page';
import { problem, serve } from '../../../../../test/service';

const trust = {
    certificates: [],
    lightningOrigin: null,
    changeUrl: 'https://service.example/onboarding/org/certificate',
    checklistUrl: 'https://service.example/onboarding/org/checklist'
};

describe('c-msi-setup-checklist', () => {
    it('leads to the checklist, in a window of its own', async () => {
        serve({ 'GET /org-trust': trust });
        const element = show('c-msi-setup-checklist', MsiSetupChecklist);
        const link = await until(() => find(element, 'a'));
        expect([link.href, link.target, link.rel]).toEqual([trust.checklistUrl, '_blank', 'noopener noreferrer']);
        await expect(element).toBeAccessible();
    });

    it('can try again when it cannot be read', async () => {
        serve({ 'GET /org-trust': problem(403, 'admins_only', 'Only an admin can do this.') });
        const element = show('c-msi-setup-checklist', MsiSetupChecklist);
        const page = await until(() => find(element, 'c-msi-page')?.error && find(element, 'c-msi-page'));
        serve({ 'GET /org-trust': trust });
        fire(page, 'retry');
        await until(() => find(element, 'a'));
    });
});
