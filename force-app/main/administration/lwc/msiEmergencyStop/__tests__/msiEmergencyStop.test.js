import MsiEmergencyStop from 'c/msiEmergencyStop';
import { find, findAll, fire, heard, labelled, show, until, words } from '../../../../../test/page';
import { stopReport } from '../../../../../test/seed';
import { problem, serve } from '../../../../../test/service';
/** @import { KillSwitchReport } from 'service' */
/** @import { Given, Routes } from '../../../../../test/answers' */

const NOT = { stoppedAt: null, lastRun: null };
/** @param {Partial<KillSwitchReport>} [changes] */
const stopped = (changes) => ({ stoppedAt: '2026-01-05T09:00:00Z', lastRun: stopReport(changes) });
/** @param {Given<'GET /kill-switch'>} answer @param {Routes} routes */
async function open(answer = NOT, routes = {}) {
    const calls = serve({ 'GET /kill-switch': answer, ...routes });
    const element = show('c-msi-emergency-stop', MsiEmergencyStop);
    await until(() => !find(element, 'c-msi-page').isLoading);
    const field = find(element, 'lightning-input');
    if (field) Object.assign(field, { setCustomValidity: jest.fn(), reportValidity: jest.fn(), focus: jest.fn() });
    return { element, calls, field };
}
const type = (field, value) => fire(field, 'change', { value });

describe('c-msi-emergency-stop', () => {
    it('says what it does before anything is pressed', async () => {
        const { element } = await open();
        expect(findAll(element, 'li')).toHaveLength(4);
        expect(words(element)).toContain('This cannot be undone: everybody has to connect again.');
    });

    it('asks for the name of the org first', async () => {
        const { element, calls, field } = await open();
        labelled(element, 'Stop Everything').click();
        expect(field.setCustomValidity).toHaveBeenLastCalledWith('Enter the name of your org.');
        expect(calls).toHaveLength(1);
    });

    it('says at the field that the name differs', async () => {
        const sentence = 'This is not the name of your org.';
        const { element, field } = await open(NOT, { 'POST /kill-switch': problem(422, 'name_differs', sentence) });
        type(field, 'Acne');
        labelled(element, 'Stop Everything').click();
        // A disabled field shows no problem
        await until(() => field.setCustomValidity.mock.lastCall[0] === sentence && !field.disabled);
        expect(find(element, 'c-error-panel')).toBeNull();
    });

    it('shows how far it is and looks again until it has finished', async () => {
        const { element, calls, field } = await open(NOT, { 'POST /kill-switch': stopped({ finishedAt: null }) });
        type(field, ' Acme ');
        labelled(element, 'Stop Everything').click();
        await until(() => find(element, 'c-msi-stop-report'));
        expect(calls[1].body).toEqual({ orgName: 'Acme' });
        expect(labelled(element, 'Let People Connect Again').disabled).toBe(true);
        serve({ 'GET /kill-switch': stopped() });
        await until(() => !labelled(element, 'Let People Connect Again').disabled);
    });

    it('lets people connect again', async () => {
        const { element } = await open(stopped(), { 'DELETE /kill-switch': { stoppedAt: null, lastRun: stopReport() } });
        const toasts = heard(element, 'lightning__showtoast');
        labelled(element, 'Let People Connect Again').click();
        await until(() => toasts.length === 1);
        expect(labelled(element, 'Stop Everything')).toBeDefined();
        expect(find(element, 'c-msi-stop-report')).not.toBeNull();
    });

    it('says why it could not be pressed', async () => {
        const { element, field } = await open(NOT, {
            'POST /kill-switch': problem(500, 'unexpected', 'The service is being updated.')
        });
        type(field, 'Acme');
        labelled(element, 'Stop Everything').click();
        await until(() => find(element, 'c-error-panel', '.title')?.textContent === 'The service is being updated.');
    });
});
