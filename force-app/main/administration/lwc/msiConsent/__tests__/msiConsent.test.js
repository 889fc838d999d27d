import MsiConsent from 'c/msiConsent';
import { find, heard, labelled, show, until, words } from '../../../../../test/page';
import { problem, serve } from '../../../../../test/service';
/** @import { Given } from '../../../../../test/answers' */

const PATH = '/email-connections/google';
const URL = 'https://service.example/onboarding/connect?ticket=1';
/** @param {Given<'POST /email-connections/google'>} answer */
const open = (answer) => {
    serve({ 'POST /email-connections/google': answer });
    window.open = jest.fn();
    const element = show('c-msi-consent', MsiConsent, { path: PATH, label: 'Connect Gmail' });
    return { element, returns: heard(element, 'return') };
};

describe('c-msi-consent', () => {
    it('goes on in another tab, and tells when this one is looked at again', async () => {
        const { element, returns } = open({ url: URL });
        window.dispatchEvent(new CustomEvent('focus'));
        expect(returns).toHaveLength(0);
        labelled(element, 'Connect Gmail').click();
        await until(() => words(element).includes('Finish in the other tab.'));
        expect(window.open).toHaveBeenCalledWith(URL, '_blank', 'noopener');
        expect(find(element, 'a').href).toBe(URL);
        window.dispatchEvent(new CustomEvent('focus'));
        expect(returns).toHaveLength(1);
    });

    it('asks by itself as well: beside a second window this one never loses the focus', async () => {
        const { element, returns } = open({ url: URL });
        const timers = jest.spyOn(globalThis, 'setTimeout');
        labelled(element, 'Connect Gmail').click();
        await until(() => words(element).includes('Finish in the other tab.'));
        const [lookAgain] = timers.mock.calls.find(([, afterMs]) => afterMs === 5000);
        timers.mockRestore();
        lookAgain();
        expect(returns).toHaveLength(1);
    });

    it('no longer says to finish in the other tab once the consent was answered', async () => {
        const { element } = open({ url: URL });
        labelled(element, 'Connect Gmail').click();
        await until(() => words(element).includes('Finish in the other tab.'));
        element.answeredAt = '2026-11-28T08:00:00.000Z';
        await until(() => !words(element).includes('Finish in the other tab.'));
        expect(find(element, 'a')).toBeNull();
    });

    it('says why it cannot', async () => {
        const { element } = open(problem(409, 'org_stopped', 'Your admin stopped everything.'));
        labelled(element, 'Connect Gmail').click();
        await until(() => find(element, 'c-error-panel', '.title')?.textContent === 'Your admin stopped everything.');
        expect(labelled(element, 'Connect Gmail').disabled).toBe(false);
    });
});
