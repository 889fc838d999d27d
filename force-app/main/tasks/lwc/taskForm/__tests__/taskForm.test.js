import TaskForm from 'c/taskForm';
import { find, fire, heard, labelled, show, until, words } from '../../../../../test/page';
import { person, taskChoices } from '../../../../../test/seed';
import { Answer, problem, serve } from '../../../../../test/service';
/** @import { Properties, Routes } from '../../../../../test/answers' */

const RECORD = '00Q000000000001EAA';
const ID = '99999999-9999-4999-8999-999999999999';
const NOOR = taskChoices().assignees[1];
/** @type {import('service').TaskProgress} */
const logged = { state: 'logged', taskId: '00T000000000001AAA', reason: null };
/** @type {import('service').TaskProgress} */
const pending = { state: 'pending', taskId: null, reason: null };

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
    await until(() => !find(element, 'c-stencil'));
    const type = (name, value) => fire(find(element, `[data-name=${name}]`), 'change', { value });
    const posts = () => calls.filter(({ method }) => method === 'POST');
    return { element, closed, type, posts };
}
const save = (element) => labelled(element, 'Save').click();

// A second between two looks is no time here
const { setTimeout: later } = globalThis;
beforeEach(() => {
    jest.spyOn(globalThis, 'setTimeout').mockImplementation(/** @type {any} */ ((run, ms) => later(run, ms === 1000 ? 0 : ms)));
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
        expect(closed[0].result).toEqual({ state: 'added' });
        const [{ body, headers }] = posts();
        expect(body).toEqual({
            recordId: RECORD,
            personId: person().id,
            subject: 'Call back',
            dueOn: '2026-12-24',
            priority: 'High',
            assigneeId: NOOR.id,
            details: 'Two pages.'
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

    it('shows the words of Salesforce, keeps what was typed, and Save tries it as another task', async () => {
        const { element, closed, type, posts } = await open({
            'GET /tasks/{id}': { state: 'failed', taskId: null, reason: 'Tasks need a campaign.' }
        });
        type('subject', 'Call back');
        save(element);
        await until(() => find(element, 'c-error-panel', '.title'));
        expect(find(element, 'c-error-panel', '.title').textContent).toBe('Salesforce did not save the task: Tasks need a campaign.');
        expect(find(element, '.subject').value).toBe('Call back');
        save(element);
        await until(() => posts().length === 2);
        const [first, second] = posts().map(({ headers }) => headers['idempotency-key']);
        expect(first).not.toBe(second);
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

    it('closes after 15 looks when Salesforce takes longer', async () => {
        let looks = 0;
        const { element, closed, type } = await open({
            'GET /tasks/{id}': () => {
                looks += 1;
                return pending;
            }
        });
        type('subject', 'Call back');
        save(element);
        await until(() => closed.length === 1);
        expect([looks, closed[0].result]).toEqual([15, { state: 'kept' }]);
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
