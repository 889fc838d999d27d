import { arriveAt, navigate } from 'lightning/navigation';
import MsiSelectAndSend from 'c/msiSelectAndSend';
import { find, fire, labelled, show, until } from '../../../../../test/page';
import { bulkCheck, bulkEmail, bulkProgress } from '../../../../../test/seed';
import { Answer, problem, serve } from '../../../../../test/service';
/** @import { Routes } from '../../../../../test/answers' */

jest.mock('@salesforce/resourceUrl/MSI_Rich_Text', () => ({ default: '/resource/MSI_Rich_Text' }), { virtual: true });

const { id, people } = bulkEmail();
const [dana, lin] = people.map(({ personId }) => personId);
const PAGE = { type: 'standard__component', attributes: { componentName: 'c__msiSelectAndSend' } };
/** @type {Routes} */
const ROUTES = {
    'GET /bulk-emails/{id}': bulkEmail(),
    'GET /bulk-emails/{id}/check': bulkCheck(),
    'GET /bulk-emails/{id}/progress': bulkProgress()
};

/** @param {Record<string, string>} state @param {Routes} [routes] */
function arrive(state, routes) {
    const calls = serve({ ...ROUTES, ...routes });
    const element = show('c-msi-select-and-send', MsiSelectAndSend);
    arriveAt({ ...PAGE, state });
    return { element, calls };
}

describe('c-msi-select-and-send', () => {
    beforeEach(() => navigate.mockReset());

    it('makes a draft of the people of a list, once, and takes their ids out of the address', async () => {
        const { element, calls } = arrive(
            { c__ids: `${dana},${lin}`, c__record: '001000000000001AAA' },
            { 'POST /bulk-emails': problem(503, 'unexpected', 'The service is busy.') }
        );
        const panel = await until(() => find(element, 'c-error-panel'));
        const again = serve({ ...ROUTES, 'POST /bulk-emails': new Answer(201, bulkEmail()) });
        // Salesforce may say the same address twice
        arriveAt({ ...PAGE, state: { c__ids: `${dana},${lin}`, c__record: '001000000000001AAA' } });
        fire(panel, 'retry');
        await until(() => find(element, 'c-bulk-compose'));
        expect(calls[0].body).toEqual({ personIds: [dana, lin], recordId: '001000000000001AAA' });
        expect(again.filter(({ method }) => method === 'POST')).toHaveLength(1);
        expect(navigate).toHaveBeenCalledWith({ ...PAGE, state: { c__id: id } });
    });

    it('opens a draft to be written on, and what was sent to look at how far it is', async () => {
        const { element } = arrive({ c__id: id });
        const compose = await until(() => find(element, 'c-bulk-compose'));
        fire(compose, 'accepted');
        await until(() => find(element, 'c-bulk-progress'));
        // Salesforce tells a page in the background where else its user is
        arriveAt({ type: 'standard__navItemPage', attributes: { apiName: 'MSI_Templates' }, state: {} });
        expect(find(element, 'c-bulk-progress')).not.toBeNull();
    });

    it('is given people by a flow, where there is no address', async () => {
        serve({ ...ROUTES, 'POST /bulk-emails': new Answer(201, bulkEmail()) });
        const element = show('c-msi-select-and-send', MsiSelectAndSend, { ids: [dana] });
        arriveAt({ type: 'standard__flow', attributes: { devName: 'MSI_Select_and_Send' }, state: {} });
        const compose = await until(() => find(element, 'c-bulk-compose'));
        fire(compose, 'discarded');
        await until(() => find(element, 'c-bulk-start'));
        expect(navigate).not.toHaveBeenCalled();
    });

    it('says why a draft cannot be opened, and lets another one be begun', async () => {
        const { element } = arrive({ c__id: id }, { 'GET /bulk-emails/{id}': problem(404, 'not_found', 'There is no such email.') });
        const panel = await until(() => find(element, 'c-error-panel'));
        expect(panel.error.message).toBe('There is no such email.');
        labelled(element, 'New Select and Send').click();
        expect(navigate).toHaveBeenCalledWith({ ...PAGE, state: {} });
    });

    it('lets another one be begun where the address names what is no person, and begins nothing again by itself', async () => {
        const refusal = problem(400, 'validation_failed', 'One email goes to 200 people at most. Choose fewer.');
        const { element } = arrive({ c__ids: `${dana},${lin}` }, { 'POST /bulk-emails': refusal });
        await until(() => labelled(element, 'New Select and Send'));
        expect(find(element, 'c-error-panel').noRetry).toBe(true);
        labelled(element, 'New Select and Send').click();
        expect(navigate).toHaveBeenCalledWith({ ...PAGE, state: {} });
        arriveAt({ ...PAGE, state: {} });
        await until(() => find(element, 'c-bulk-start'));
    });
});
