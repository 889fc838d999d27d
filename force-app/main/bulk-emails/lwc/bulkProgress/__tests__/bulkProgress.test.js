import LightningModal from 'lightning/modal';
import BulkProgress from 'c/bulkProgress';
import { find, findAll, heard, labelled, show, until, words } from '../../../../../test/page';
import { bulkProgress } from '../../../../../test/seed';
import { problem, serve } from '../../../../../test/service';

const ask = /** @type {any} */ (LightningModal.open);
const open = () => show('c-bulk-progress', BulkProgress, { bulkEmailId: bulkProgress().id });

describe('c-bulk-progress', () => {
    beforeEach(() => ask.mockReset().mockResolvedValue(true));

    it('says how far it is, what became of each, and who got nothing and why', async () => {
        serve({ 'GET /bulk-emails/{id}/progress': bulkProgress() });
        const element = open();
        await until(() => find(element, '[role="progressbar"]'));
        expect(find(element, '[role="progressbar"]').getAttribute('aria-valuetext')).toBe('1 of 2 emails have left');
        const text = words(element);
        expect(text).toContain('1 email waits.');
        expect(text).toContain('1 person did not get it, and the list says why.');
        expect(findAll(element, 'h3').map((one) => one.textContent.replace(/\s+/g, ' ').trim())).toEqual([
            'No email address 1',
            'Waiting 1',
            'Sent 1'
        ]);
        expect(element.shadowRoot.activeElement.textContent).toBe('Pricing');
        const begun = heard(element, 'new');
        labelled(element, 'New Select and Send').click();
        expect(begun).toHaveLength(1);
    });

    it('stops the rest only when the rep confirms it, and says what came of it', async () => {
        const progress = bulkProgress();
        const [dana, lin, omar] = progress.people;
        const stopped = bulkProgress({ waiting: 0, people: [dana, { ...lin, state: 'cancelled', reason: 'cancelled_by_user' }, omar] });
        const calls = serve({ 'GET /bulk-emails/{id}/progress': progress, 'POST /bulk-emails/{id}/stop': stopped });
        const element = open();
        await until(() => labelled(element, 'Stop the Rest'));
        ask.mockResolvedValueOnce(undefined);
        labelled(element, 'Stop the Rest').click();
        await until(() => ask.mock.calls.length === 1);
        expect(ask.mock.calls[0][0].consequences).toEqual(['1 email that waits is cancelled.', 'What has left stays sent.']);
        labelled(element, 'Stop the Rest').click();
        await until(() => words(element).includes('1 email was cancelled.'));
        expect(labelled(element, 'Stop the Rest')).toBeUndefined();
        expect(calls.filter(({ method }) => method === 'POST')).toHaveLength(1);
    });

    it('says in place of the list what failed, and reads it again', async () => {
        serve({ 'GET /bulk-emails/{id}/progress': problem(503, 'unexpected', 'The service is busy.') });
        const element = open();
        const panel = await until(() => find(element, 'c-error-panel'));
        serve({ 'GET /bulk-emails/{id}/progress': bulkProgress() });
        panel.dispatchEvent(new CustomEvent('retry'));
        await until(() => find(element, '[role="progressbar"]'));
    });
});
