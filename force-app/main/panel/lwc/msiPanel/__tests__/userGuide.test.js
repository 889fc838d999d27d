import MsiPanel from 'c/msiPanel';
import issueToken from '@salesforce/apex/PanelToken.issue';
import { find, show, until } from '../../../../../test/page';
import { panel } from '../../../../../test/seed';
import { Answer, serve } from '../../../../../test/service';

/** Without a session in its answer each panel asks Apex anew, as on a page that was just loaded. */
const NO_SESSION = { 'x-panel-session': '' };
/** Until what is drawn last is there. */
const settled = () =>
    new Promise((resolve) => {
        // eslint-disable-next-line @lwc/lwc/no-async-operation
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)));
    });

describe('The help icon of the panel', () => {
    it.each([
        ['https://guide.example/reps', true],
        ['http://guide.example/reps', false],
        ['data:text/html,guide', false],
        [null, false],
        [undefined, false]
    ])('for a user guide at %s is there: %s, and costs no request', async (userGuideUrl, isThere) => {
        jest.mocked(issueToken).mockResolvedValue({ serverUrl: 'https://service.example', token: 'signed-by-apex', userGuideUrl });
        const calls = serve({ 'GET /panel': new Answer(200, panel(), NO_SESSION) });
        const element = show('c-msi-panel', MsiPanel, { recordId: '00Q000000000001EAA', objectApiName: 'Lead' });
        await until(() => find(element, 'c-panel-tabs'));
        await settled();
        await settled();
        const link = find(element, 'a.help');
        expect(link && [link.href, link.target, link.rel, link.title, link.getAttribute('aria-label')]).toEqual(
            isThere ? [userGuideUrl, '_blank', 'noopener noreferrer', 'Help (opens in a new tab)', 'Help (opens in a new tab)'] : null
        );
        expect(calls.map(({ path }) => path)).toEqual(['/panel']);
        expect(issueToken).toHaveBeenCalledTimes(1);
    });
});
