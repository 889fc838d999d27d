import MsiPage from 'c/msiPage';
import { ServerProblem } from 'c/serverApi';
import { find, heard, show, words } from '../../../../../test/page';
/** @import { Properties } from '../../../../../test/answers' */

/** @param {Properties<MsiPage>} [properties] */
const page = (properties) => show('c-msi-page', MsiPage, { heading: 'Sending limits', intro: 'What it is for.', ...properties });

describe('c-msi-page', () => {
    it('shows its shape while it loads', () => {
        expect(find(page({ isLoading: true }), 'c-stencil')).not.toBeNull();
    });

    it('says what went wrong and can try again', () => {
        const element = page({ error: new ServerProblem({ title: 'The service is being updated.', code: 'unavailable' }) });
        const retries = heard(element, 'retry');
        find(element, 'c-error-panel').dispatchEvent(new CustomEvent('retry'));
        expect(retries).toHaveLength(1);
    });

    it('tells people who are not admins whom to ask', () => {
        const element = page({ error: new ServerProblem({ title: 'Only an admin can do this.', code: 'admins_only' }) });
        expect(words(element)).toContain('This page is for admins.');
        expect(find(element, 'c-error-panel')).toBeNull();
    });

    it('says what it is for', () => {
        expect(words(page())).toBe('What it is for.');
    });
});
