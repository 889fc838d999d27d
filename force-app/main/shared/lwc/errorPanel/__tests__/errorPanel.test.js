import ErrorPanel from 'c/errorPanel';
import { ServerProblem } from 'c/serverApi';
import { find, heard, show, until, words } from '../../../../../test/page';
/** @import { Properties } from '../../../../../test/answers' */

const problem = new ServerProblem({
    title: 'This person opted out of email.',
    code: 'recipient_opted_out',
    status: 409,
    requestId: 'req-7'
});
/** @param {Properties<ErrorPanel>} properties */
const panel = (properties) => show('c-error-panel', ErrorPanel, properties);

describe('c-error-panel', () => {
    it("shows the service's sentence unchanged and reads it aloud", () => {
        expect(find(panel({ error: problem }), '[role="alert"]').textContent).toBe('This person opted out of email.');
    });

    it('keeps codes behind a button', async () => {
        const element = panel({ error: problem });
        expect(words(element)).not.toContain('recipient_opted_out');
        find(element, 'button').click();
        await until(() => find(element, '.details')?.textContent === 'Code: recipient_opted_outRequest: req-7');
        expect(find(element, 'button').getAttribute('aria-expanded')).toBe('true');
    });

    it('never shows the words of a programming error as its sentence', () => {
        expect(find(panel({ error: new TypeError('x is not a function') }), '.title').textContent).toBe('Something went wrong.');
    });

    it('offers to try again', () => {
        const element = panel({ error: problem });
        const retries = heard(element, 'retry');
        find(element, 'lightning-button').click();
        expect(retries).toHaveLength(1);
    });

    it('offers nothing where trying again makes no sense', () => {
        expect(find(panel({ error: problem, noRetry: true }), 'lightning-button')).toBeNull();
    });
});
