import ChangeTime from 'c/changeTime';
import { find, fire, heard, labelled, show, until } from '../../../../../test/page';
import { row, salesEmail } from '../../../../../test/seed';
import { problem, serve } from '../../../../../test/service';
/** @import { Routes } from '../../../../../test/answers' */

const SCHEDULE = { date: '2126-12-02', time: '09:00', zone: 'Europe/Berlin' };
const LATER = { ...SCHEDULE, time: '10:15' };
/** @param {Routes} routes */
const open = async (routes = {}) => {
    const calls = serve({
        'GET /sales-emails/{id}': salesEmail({ state: 'scheduled', schedule: SCHEDULE }),
        'POST /schedules/check': { leavesAt: '2126-12-02T08:00:00Z', note: null },
        'PUT /sales-emails/{id}/schedule': row({ state: 'scheduled' }),
        ...routes
    });
    const element = show('c-change-time', ChangeTime, { emailId: row().id });
    const fields = await until(() => find(element, 'c-schedule-fields'));
    return { element, calls, fields, closed: heard(element, 'modalclose') };
};
const press = (element) => labelled(element, 'Change Time').click();

describe('c-change-time', () => {
    it('opens with the time that the email has, gives it another, and answers with its row', async () => {
        const { element, calls, fields, closed } = await open();
        expect(fields.value).toEqual(SCHEDULE);
        fire(fields, 'change', LATER);
        press(element);
        await until(() => closed.length === 1);
        expect(calls.find(({ method }) => method === 'PUT')).toMatchObject({ path: `/sales-emails/${row().id}/schedule`, body: LATER });
        expect(closed[0].result.state).toBe('scheduled');
    });

    it('says so when the email has left meanwhile, and stays', async () => {
        const left = problem(409, 'already_left', 'This email is not waiting any more.');
        const { element, closed } = await open({ 'PUT /sales-emails/{id}/schedule': left });
        press(element);
        await until(() => find(element, 'c-error-panel', '.title')?.textContent === 'This email is not waiting any more.');
        expect(closed).toEqual([]);
        labelled(element, 'Cancel').click();
        expect(closed).toHaveLength(1);
    });
});
