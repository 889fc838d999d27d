import ScheduleFields, { firstSchedule } from 'c/scheduleFields';
import { find, fire, heard, show, until, words } from '../../../../../test/page';
import { problem, serve } from '../../../../../test/service';
/** @import { Routes } from '../../../../../test/answers' */

const SCHEDULE = { date: '2126-12-02', time: '09:00', zone: 'Europe/Berlin' };
/** @param {Partial<typeof SCHEDULE>} change @param {Routes} routes */
const open = (change = {}, routes = {}) => {
    const calls = serve({ 'POST /schedules/check': { leavesAt: '2126-12-02T08:00:00Z', note: null }, ...routes });
    const element = show('c-schedule-fields', ScheduleFields, { value: { ...SCHEDULE, ...change } });
    const field = (name) => find(element, `[data-name=${name}]`);
    return { element, calls, field, changes: heard(element, 'change') };
};

describe('c-schedule-fields', () => {
    it('says when the email leaves, by the clocks of the zone, and in the own zone where that is another', async () => {
        const { element } = open();
        await until(() => words(element).includes('Leaves on Monday, December 2, 2126'));
        expect(words(element)).toMatch(/9:00\sAM \(Europe\/Berlin\)\.$/);
        const away = open({ zone: 'America/New_York' }).element;
        await until(() => words(away).includes('America/New York'));
        expect(words(away)).toMatch(/3:00\sAM \(America\/New York\)\.In your time zone: Mon, Dec 2, 9:00\sAM\.$/);
    });

    it('says what the service says of the time: what is chosen where clocks change, and what is wrong with it', async () => {
        const note = 'Clocks skip 02:30 on this day. The email leaves at 03:30.';
        const { element } = open({}, { 'POST /schedules/check': { leavesAt: '2126-12-02T08:00:00Z', note } });
        await until(() => words(element).includes(note));
        const passed = problem(400, 'validation_failed', 'This time has passed. Choose a later one.');
        const late = open({}, { 'POST /schedules/check': passed }).element;
        await until(() => words(late).includes('This time has passed. Choose a later one.'));
        expect(late.commit()).toBe(false);
    });

    it('tells each change, and asks about the newest alone', async () => {
        const { element, calls, field, changes } = open();
        await until(() => calls.length === 1);
        fire(field('time'), 'change', { value: '10:15' });
        // As a base select does
        field('zone').dispatchEvent(new CustomEvent('change', { detail: { value: 'Asia/Tokyo' }, bubbles: true, composed: true }));
        await until(() => calls.length === 2);
        const last = { ...SCHEDULE, time: '10:15', zone: 'Asia/Tokyo' };
        expect([changes.length, changes[0].time, changes[1], calls[1].body]).toEqual([2, '10:15', last, last]);
        expect(element.commit()).toBe(true);
    });

    it.each([
        ['date', { date: '' }],
        ['time', { time: '' }]
    ])('asks for a %s that is not typed, and leads there', async (name, change) => {
        const { element, calls, field } = open(change);
        expect(element.commit()).toBe(false);
        await until(() => words(element).includes('Choose a date and a time.'));
        expect([element.shadowRoot.activeElement, calls]).toEqual([field(name), []]);
    });

    it('lets the email be sent where the service does not answer: Send asks again', async () => {
        const { element, calls } = open({}, { 'POST /schedules/check': problem(503, 'salesforce_unavailable', 'Not now.') });
        await until(() => calls.length === 1);
        expect([element.commit(), words(element)]).toEqual([true, expect.not.stringContaining('Not now.')]);
    });

    it('begins with tomorrow morning in the zone of the rep, or of Salesforce', () => {
        const tomorrow = new Date(Date.now() + 24 * 3_600_000);
        const dayIn = (timeZone) => tomorrow.toLocaleDateString('en-CA', { timeZone });
        expect(firstSchedule('Pacific/Kiritimati')).toEqual({
            date: dayIn('Pacific/Kiritimati'),
            time: '09:00',
            zone: 'Pacific/Kiritimati'
        });
        expect(firstSchedule(null)).toEqual({ date: dayIn('Europe/Berlin'), time: '09:00', zone: 'Europe/Berlin' });
    });
});
