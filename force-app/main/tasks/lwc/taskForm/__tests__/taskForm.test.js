import TaskForm from 'c/taskForm';
import { find, fire, heard, labelled, show, until, words } from '../../../../../test/page';
import { person, taskChoices, taskProgress } from '../../../../../test/seed';
import { Answer, problem, serve } from '../../../../../test/service';
/** @import { Properties, Routes } from '../../../../../test/answers' */

const RECORD = '00Q000000000001EAA';
const ID = '99999999-9999-4999-8999-999999999999';
const NOOR = taskChoices().assignees[1];
const logged = taskProgress();
const refused = taskProgress({ state: 'failed', taskId: null, reason: 'Tasks need a campaign.' });

/** @param {Routes} routes @param {Properties<TaskForm>} properties */
async function open(routes = {}, properties = {}) {
    const calls = serve({
        'GET /tasks/new': taskChoices(),
        'POST /tasks': new Answer(202, { id: ID }),
        'GET /tasks/{id}': logged,
        ...routes
    });
    const element = show('c-task-form', TaskForm, { recordId: RECORD, people: [], ...properties });
    const closed = heard(element, 'modalclose');
    await until(() => closed.length || !find(element, 'c-stencil'));
    const type = (name, value) => fire(find(element, `[data-name=${name}]`), 'change', { value });
    const made = (method) => calls.filter((call) => call.method === method);
    const posts = () => made('POST');
    return { element, closed, type, made, posts };
}
const save = (element) => labelled(element, 'Save').click();

// The pause between two looks is no time here
const { setTimeout: later } = globalThis;
beforeEach(() => {
    jest.spyOn(globalThis, 'setTimeout').mockImplementation(/** @type {any} */ ((run, ms) => later(run, ms === 500 ? 0 : ms)));
});
afterEach(() => jest.restoreAllMocks());

describe('c-task-form', () => {
    it('opens with the default priority and the rep, and asks for no person on a person', async () => {
        const { element } = await open();
        expect(find(element, '[data-name=priority]').value).toBe('Normal');
        expect(find(element, '[data-name=assigneeId]').value).toBe(taskChoices().assignees[0].id);
        expect(find(element, '[data-name=personId]')).toBeNull();
    });

    it('can try again when its choices cannot be read', async () => {
        const { element } = await open({ 'GET /tasks/new': problem(503, 'salesforce_unavailable', 'Salesforce does not answer.') });
        expect(find(element, 'c-error-panel', '.title').textContent).toBe('Salesforce does not answer.');
        serve({ 'GET /tasks/new': taskChoices() });
        fire(find(element, 'c-error-panel'), 'retry');
        await until(() => find(element, '.subject'));
    });

    it('saves everything that was typed and closes when Salesforce has it', async () => {
        const { element, closed, type, posts } = await open({}, { people: [person()] });
        type('subject', ' Call back ');
        type('dueOn', '2026-12-24');
        type('priority', 'High');
        type('assigneeId', NOOR.id);
        type('personId', person().id);
        type('details', 'Two pages.');
        save(element);
        await until(() => closed.length === 1);
        expect(closed[0].result).toEqual({ subject: 'Call back', taskId: logged.taskId });
        const [{ body, headers }] = posts();
        expect(body).toEqual({
            recordId: RECORD,
            personId: person().id,
            subject: 'Call back',
            dueOn: '2026-12-24',
            priority: 'High',
            assigneeId: NOOR.id,
            details: 'Two pages.',
            replaces: null
        });
        expect(headers['idempotency-key']).toMatch(/^[0-9a-f-]{36}$/);
    });

    it('says that it saves, and takes no second press meanwhile', async () => {
        /** @type {(progress: typeof logged) => void} */
        let answer = () => undefined;
        const { element, closed, type, posts } = await open({
            'GET /tasks/{id}': () =>
                new Promise((resolve) => {
                    answer = resolve;
                })
        });
        type('subject', 'Call back');
        save(element);
        await until(() => labelled(element, 'Saving…')?.disabled);
        find(element, '.save').click();
        await until(() => {
            answer(logged);
            return closed.length === 1;
        });
        await until(() => closed.length === 1);
        expect(posts()).toHaveLength(1);
    });

    it('saves nothing without a subject', async () => {
        const { element, type, posts } = await open();
        type('subject', '  ');
        save(element);
        await Promise.resolve();
        expect(posts()).toEqual([]);
    });

    it('shows the words of Salesforce, keeps what was typed, and Save puts another task in its place', async () => {
        const { element, closed, type, posts } = await open({ 'GET /tasks/{id}': refused });
        type('subject', 'Call back');
        save(element);
        await until(() => find(element, 'c-error-panel', '.title'));
        expect(find(element, 'c-error-panel', '.title').textContent).toBe('Salesforce did not save the task: Tasks need a campaign.');
        expect(find(element, '.subject').value).toBe('Call back');
        save(element);
        await until(() => posts().length === 2);
        const [first, second] = posts().map(({ headers }) => headers['idempotency-key']);
        expect(first).not.toBe(second);
        expect(posts().map(({ body }) => body.replaces)).toEqual([null, ID]);
        await until(() => labelled(element, 'Save'));
        expect(closed).toEqual([]);
    });

    it('keeps its key while the service has not answered', async () => {
        const { element, type, posts } = await open({
            'POST /tasks': problem(502, 'salesforce_unavailable', 'Salesforce does not answer.')
        });
        type('subject', 'Call back');
        save(element);
        await until(() => find(element, 'c-error-panel', '.title'));
        save(element);
        await until(() => posts().length === 2);
        const [first, second] = posts().map(({ headers }) => headers['idempotency-key']);
        expect(first).toBe(second);
        await until(() => labelled(element, 'Save'));
    });

    it('dismisses what Salesforce refused when the rep discards it', async () => {
        const { element, closed, type, made } = await open({ 'GET /tasks/{id}': refused, 'DELETE /tasks/{id}': new Answer(204) });
        type('subject', 'Call back');
        save(element);
        await until(() => find(element, 'c-error-panel'));
        labelled(element, 'Cancel').click();
        await until(() => labelled(element, 'Discard Task'));
        labelled(element, 'Discard Task').click();
        await until(() => closed.length === 1);
        expect(made('DELETE').map(({ path }) => path)).toEqual([`/tasks/${ID}`]);
        expect(closed[0].result).toBeUndefined();
    });

    it('opens a refused task with its words and why, saves it in its place, and closes unasked when nothing was changed', async () => {
        const written = {
            subject: 'Send it',
            dueOn: '2026-12-24',
            priority: 'High',
            assigneeId: NOOR.id,
            personId: person().id,
            details: 'Two pages.'
        };
        const properties = { people: [person()], refusedId: ID };
        const untouched = await open({ 'GET /tasks/{id}': { ...refused, written } }, properties);
        expect(find(untouched.element, 'c-error-panel', '.title').textContent).toContain('Tasks need a campaign.');
        labelled(untouched.element, 'Cancel').click();
        expect(untouched.closed).toHaveLength(1);

        const { element, posts } = await open({ 'GET /tasks/{id}': { ...refused, written } }, properties);
        save(element);
        await until(() => posts().length === 1);
        expect(posts()[0].body).toEqual({ recordId: RECORD, ...written, replaces: ID });
        await until(() => labelled(element, 'Save'));
    });

    it('closes when the refused task was dealt with in another tab', async () => {
        const { closed } = await open({}, { refusedId: ID });
        expect(closed).toHaveLength(1);
    });

    it('closes after 12 looks when Salesforce takes longer', async () => {
        let looks = 0;
        const { element, closed, type } = await open({
            'GET /tasks/{id}': () => {
                looks += 1;
                return taskProgress({ state: 'pending', taskId: null });
            }
        });
        type('subject', 'Call back');
        save(element);
        await until(() => closed.length === 1);
        expect([looks, closed[0].result]).toEqual([12, { subject: 'Call back', taskId: null }]);
    });

    it('closes at once when nothing was typed, and asks first when something was', async () => {
        const untouched = await open();
        labelled(untouched.element, 'Cancel').click();
        expect(untouched.closed).toHaveLength(1);

        const { element, closed, type } = await open();
        type('subject', 'Call back');
        labelled(element, 'Cancel').click();
        await until(() => labelled(element, 'Keep Writing'));
        expect(words(element)).toContain('Discard this task?');
        labelled(element, 'Keep Writing').click();
        await until(() => labelled(element, 'Cancel'));
        element.close();
        await until(() => labelled(element, 'Discard Task'));
        labelled(element, 'Discard Task').click();
        expect(closed).toHaveLength(1);
    });
});
