import MsiSendingLimits from 'c/msiSendingLimits';
import { find, findAll, fire, heard, labelled, show, until, words } from '../../../../../test/page';
import { problem, serve } from '../../../../../test/service';
/** @import { SendingLimitsPage } from 'service' */
/** @import { Given, Routes } from '../../../../../test/answers' */
/** @import { Call } from '../../../../../test/service' */

const LIMITS = {
    batchSize: 25,
    batchWaitSeconds: 45,
    mailboxPerMinute: 20,
    mailboxPerDay: 400,
    userPerDay: 1000,
    orgPerDay: null,
    domainPerDay: null
};
/** @type {(changes?: Partial<SendingLimitsPage>) => SendingLimitsPage} */
const page = (changes) => ({
    limits: LIMITS,
    defaults: LIMITS,
    ceilings: {
        google: { perMinute: 120, perDay: 2000, unit: 'emails' },
        microsoft: { perMinute: 30, perDay: 10000, unit: 'recipients' }
    },
    updatedAt: '2026-01-05T09:00:00Z',
    updatedBy: 'Avery Stone',
    ...changes
});
const forecast = { waiting: 0, tooManyWait: false, firstLeavesAt: null, lastLeavesAt: null, boundBy: null, limit: null };

/** @param {Given<'GET /sending-limits'>} answer @param {Routes} routes */
async function open(answer = page(), routes = {}) {
    /** @param {Call} call */
    const saved = ({ body }) => page({ limits: body });
    const calls = serve({ 'GET /sending-limits': answer, 'PUT /sending-limits': saved, 'GET /sending-forecast': forecast, ...routes });
    const element = show('c-msi-sending-limits', MsiSendingLimits);
    const unsaved = heard(element, 'unsaved');
    await until(() => !find(element, 'c-msi-page').isLoading);
    for (const input of findAll(element, 'lightning-input')) {
        Object.assign(input, { setCustomValidity: jest.fn(), reportValidity: jest.fn(), focus: jest.fn() });
    }
    return { element, calls, unsaved, puts: () => calls.filter(({ method }) => method === 'PUT') };
}
const field = (element, name) => findAll(element, 'lightning-input').find((input) => input.name === name);
const type = (element, name, value) => fire(field(element, name), 'change', { value });

describe('c-msi-sending-limits', () => {
    it('shows what was typed and not saved to whoever comes back, and nothing after saving', async () => {
        const { element } = await open();
        type(element, 'mailboxPerDay', '90');
        element.remove();
        const again = await open();
        expect(field(again.element, 'mailboxPerDay').value).toBe('90');
        expect(words(find(again.element, 'c-msi-page'))).toContain('You have unsaved changes.');
        expect(again.unsaved).toEqual([true]);
        labelled(again.element, 'Save').click();
        await until(() => again.unsaved.at(-1) === false);
        expect(find(again.element, 'c-msi-page').isRestored).toBe(false);
        again.element.remove();
        expect((await open()).unsaved).toEqual([]);
    });

    it('shows the limits, what the vendors take, and who changed them last', async () => {
        const { element } = await open();
        expect(field(element, 'batchSize').value).toBe('25');
        expect(field(element, 'domainPerDay')).toMatchObject({ value: '', placeholder: 'No limit' });
        expect(words(element)).toContain('Gmail accepts at most 120 emails a minute and 2,000 a day.');
        expect(words(element)).toContain('Outlook accepts at most 30 emails a minute and 10,000 recipients a day.');
        expect(find(element, '.status c-relative-time').pattern).toBe('Changed {0} by Avery Stone');
        expect(labelled(element, 'Save').disabled).toBe(true);
    });

    it('says that nobody has changed them', async () => {
        const { element } = await open(page({ updatedAt: null, updatedBy: null }));
        expect(words(element)).toContain('These are the defaults; nobody has changed them.');
    });

    it('saves what was changed, and an empty field as no limit', async () => {
        const { element, unsaved, puts } = await open(page({ limits: { ...LIMITS, orgPerDay: 5000 } }));
        const toasts = heard(element, 'lightning__showtoast');
        type(element, 'batchSize', '30');
        type(element, 'orgPerDay', '');
        expect(unsaved.at(-1)).toBe(true);
        await until(() => !labelled(element, 'Save').disabled);
        labelled(element, 'Save').click();
        await until(() => toasts.length === 1);
        expect(puts()[0].body).toEqual({ ...LIMITS, batchSize: 30 });
        expect(unsaved.at(-1)).toBe(false);
    });

    it('says at the field what is wrong with it, and saves nothing', async () => {
        const { element, puts } = await open();
        type(element, 'mailboxPerMinute', '61');
        await until(() => !labelled(element, 'Save').disabled);
        labelled(element, 'Save').click();
        expect(field(element, 'mailboxPerMinute').setCustomValidity).toHaveBeenLastCalledWith('Enter a whole number from 1 to 60.');
        expect(field(element, 'mailboxPerMinute').focus).toHaveBeenCalled();
        expect(puts()).toEqual([]);
    });

    it('fills in the defaults, to be saved like any change', async () => {
        const { element, unsaved } = await open(page({ limits: { ...LIMITS, batchSize: 5 } }));
        labelled(element, 'Use Defaults').click();
        await until(() => field(element, 'batchSize').value === '25');
        expect(unsaved.at(-1)).toBe(true);
    });

    it('keeps what was typed when it cannot be saved', async () => {
        const { element, unsaved } = await open(page(), {
            'PUT /sending-limits': problem(500, 'unexpected', 'The service is being updated.')
        });
        type(element, 'batchSize', '30');
        await until(() => !labelled(element, 'Save').disabled);
        labelled(element, 'Save').click();
        await until(() => find(element, 'c-error-panel', '.title')?.textContent === 'The service is being updated.');
        expect(field(element, 'batchSize').value).toBe('30');
        expect(unsaved.at(-1)).toBe(true);
    });
});
