import MsiSendingForecast from 'c/msiSendingForecast';
import { find, fire, labelled, show, until, words } from '../../../../../test/page';
import { problem, serve } from '../../../../../test/service';
/** @import { SendingForecast } from 'service' */
/** @import { Given } from '../../../../../test/answers' */

const NOW = '2026-01-05T09:00:00Z';
/** @type {(changes?: Partial<SendingForecast>) => SendingForecast} */
const forecast = (changes) => ({
    waiting: 0,
    tooManyWait: false,
    firstLeavesAt: NOW,
    lastLeavesAt: NOW,
    boundBy: null,
    limit: null,
    ...changes
});
/** @param {Given<'GET /sending-forecast'>} answer */
async function open(answer) {
    const calls = serve({ 'GET /sending-forecast': answer });
    const element = show('c-msi-sending-forecast', MsiSendingForecast, { version: null });
    await until(() => !labelled(element, 'Calculate').disabled);
    return { element, calls };
}

describe('c-msi-sending-forecast', () => {
    it('says until when, behind what, and why', async () => {
        const { element, calls } = await open(forecast({ waiting: 12, lastLeavesAt: '2126-01-05T13:20:00Z', boundBy: 'daily_limit' }));
        expect(calls[0].query).toEqual({ more: '200' });
        expect(words(element)).toMatch(/12 of your emails are already waiting and go first\.\s?200 more emails would be sent by .*2:20/);
        expect(words(element)).toContain("The last one waits because of the mailbox's limit per day.");
    });

    it.each([
        ['batch', 'The last one waits because of the wait between batches.'],
        ['mailbox_per_minute', 'The last one waits because of the limit per minute.'],
        ['provider_per_minute', "The last one waits because of the email provider's limit."]
    ])('names the limit "%s" where several share a reason', async (name, sentence) => {
        const limit = { name, count: 20, seconds: 60 };
        const { element } = await open(forecast({ lastLeavesAt: '2126-01-05T13:20:00Z', boundBy: 'minute_limit', limit }));
        expect(words(element)).toContain(sentence);
    });

    it('says that the mailbox cannot send, and what the time then means', async () => {
        const { element } = await open(forecast({ lastLeavesAt: '2126-01-05T13:20:00Z', boundBy: 'mailbox_full' }));
        expect(words(element)).toContain('Your mailbox cannot send at the moment. This time applies if the next try succeeds.');
    });

    it('says that too many wait to give a time, and not that there is no mailbox', async () => {
        const { element } = await open(forecast({ waiting: 3, tooManyWait: true, firstLeavesAt: null, lastLeavesAt: null }));
        expect(words(element)).toContain('So many emails are waiting that we cannot say when more would be sent.');
        expect(words(element)).not.toContain('mailbox');
    });

    it('says that nothing waits', async () => {
        const { element } = await open(forecast());
        expect(words(element)).toContain('200 more emails would be sent right away.');
    });

    it('promises nothing where there is no mailbox that could send', async () => {
        const { element } = await open(forecast({ firstLeavesAt: null, lastLeavesAt: null }));
        expect(words(element)).toContain('No mailbox is connected yet.');
        expect(words(element)).not.toContain('at once');
    });

    it('is made again for another number, and when the limits have changed', async () => {
        const { element, calls } = await open(forecast());
        fire(find(element, 'lightning-input'), 'change', { value: '1' });
        labelled(element, 'Calculate').click();
        await until(() => words(element).includes('1 more email would be sent right away.'));
        element.version = '2026-01-05T09:00:00Z';
        await until(() => calls.length === 3);
        await until(() => !labelled(element, 'Calculate').disabled);
    });

    it.each(['', '0', '10001', 'many'])('asks for a number instead of "%s"', async (value) => {
        const { element, calls } = await open(forecast());
        const field = find(element, 'lightning-input');
        field.setCustomValidity = jest.fn();
        fire(field, 'change', { value });
        labelled(element, 'Calculate').click();
        expect(field.setCustomValidity).toHaveBeenLastCalledWith('Enter a whole number from 1 to 10,000.');
        expect(calls).toHaveLength(1);
        await until(() => !words(element).includes('200 more emails'));
    });

    it('shows only the answer to the last question', async () => {
        const answers = [];
        let isOpen = false;
        const { element } = await open(() => (isOpen ? new Promise((resolve) => answers.push(resolve)) : forecast()));
        isOpen = true;
        labelled(element, 'Calculate').click();
        await until(() => answers.length === 1);
        element.version = '2026-01-05T09:00:00Z';
        await until(() => answers.length === 2);
        answers[1](forecast({ waiting: 3 }));
        await until(() => !labelled(element, 'Calculate').disabled);
        answers[0](forecast({ waiting: 5 }));
        let looks = 0;
        await until(() => looks++ > 0);
        expect(words(element)).toContain('3 of your emails are already waiting');
    });

    it('says why it cannot be made', async () => {
        const { element } = await open(problem(409, 'mailbox_missing', 'Connect a mailbox first.'));
        await until(() => find(element, 'c-error-panel', '.title')?.textContent === 'Connect a mailbox first.');
    });

    it('takes a forecast away that could not be made again', async () => {
        const answers = [forecast()];
        const { element } = await open(() => answers.shift() ?? problem(500, 'unexpected', 'MSI Actions is busy.'));
        expect(words(element)).toContain('200 more emails');
        labelled(element, 'Calculate').click();
        await until(() => find(element, 'c-error-panel'));
        expect(words(element)).not.toContain('200 more emails');
    });
});
