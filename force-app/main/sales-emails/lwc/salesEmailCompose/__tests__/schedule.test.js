import SalesEmailCompose from 'c/salesEmailCompose';
import { find, fire, heard, labelled, show, until, words } from '../../../../../test/page';
import { compose, person, row, savedDraft } from '../../../../../test/seed';
import { Answer, serve } from '../../../../../test/service';
/** @import { Given, Properties } from '../../../../../test/answers' */

const TIME = { date: '2126-12-02', time: '09:00', zone: 'Asia/Tokyo' };
const scheduled = row({ state: 'scheduled', waitsUntil: '2126-12-02T00:00:00Z', sentAt: null });

/** @param {Given<'GET /compose'>} answer @param {Properties<SalesEmailCompose>} properties */
async function open(answer = compose({ timeZone: 'Asia/Tokyo' }), properties = {}) {
    const calls = serve({
        'GET /compose': answer,
        'PUT /drafts': ({ body }) => ({ ...savedDraft(), ...body }),
        'POST /schedules/check': { leavesAt: '2126-12-02T00:00:00Z', note: null },
        'POST /sales-emails': ({ body }) => new Answer(202, body.schedule ? scheduled : row({ state: 'queued' }))
    });
    const element = show('c-sales-email-compose', SalesEmailCompose, { recordId: person().id, person: person(), ...properties });
    const closed = heard(element, 'modalclose');
    await until(() => find(element, 'c-sales-email-form')?.from);
    const made = (path) => calls.filter((call) => call.path === path);
    return { element, closed, made };
}
const fields = (element) => find(element, 'c-schedule-fields');
const write = (element) => fire(find(element, 'c-sales-email-form'), 'change', { subject: 'Pricing', bodyHtml: '<p>Hi Dana</p>' });

describe('A schedule in the window of an email', () => {
    it('is chosen in place, in the zone of the rep, kept with the draft, and sent instead of at once', async () => {
        const { element, closed, made } = await open();
        write(element);
        labelled(element, 'Schedule').click();
        await until(() => fields(element));
        expect(fields(element).value).toMatchObject({ time: '09:00', zone: 'Asia/Tokyo' });
        await until(() => element.shadowRoot.activeElement === fields(element));
        expect(words(element)).not.toMatch(/Sends 10 seconds after|false/);
        fire(fields(element), 'change', TIME);
        await until(() => made('/drafts').at(-1)?.body.schedule?.date === TIME.date);
        labelled(element, 'Schedule Send').click();
        await until(() => closed.length === 1);
        expect(made('/sales-emails')[0].body.schedule).toEqual(TIME);
        expect(closed[0].result.toast).toMatch(/^Sales email to Dana Whitfield is scheduled for Mon, Dec 2, 1:00\sAM$/);
    });

    it('that lacks its time is no part of the draft, and keeps the email from being sent', async () => {
        const { element, made } = await open();
        write(element);
        labelled(element, 'Schedule').click();
        await until(() => fields(element));
        fire(fields(element), 'change', { ...TIME, time: '' });
        labelled(element, 'Schedule Send').click();
        await until(() => words(fields(element)).includes('Choose a date and a time.'));
        await until(() => made('/drafts').length > 0);
        expect([made('/drafts').at(-1)?.body.schedule, made('/sales-emails')]).toEqual([undefined, []]);
    });

    it('is taken out again, and the email leaves at once', async () => {
        const { element, closed, made } = await open();
        write(element);
        labelled(element, 'Schedule').click();
        await until(() => fields(element));
        labelled(element, 'Remove Schedule').click();
        await until(() => element.shadowRoot.activeElement === labelled(element, 'Schedule'));
        labelled(element, 'Send').click();
        await until(() => closed.length === 1);
        expect(made('/sales-emails')[0].body).not.toHaveProperty('schedule');
        expect(closed[0].result.toast).toBe('Sales email to Dana Whitfield is on its way');
    });

    it('is there again with the draft that has it', async () => {
        const { element } = await open(compose({ draft: savedDraft({ schedule: TIME }) }), { continueDraft: true });
        await until(() => fields(element));
        expect(fields(element).value).toEqual(TIME);
        expect(labelled(element, 'Schedule Send')).toBeDefined();
    });
});
