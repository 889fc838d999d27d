import MsiSecurityLog from 'c/msiSecurityLog';
import { find, findAll, fire, labelled, show, until, words } from '../../../../../test/page';
import { problem, serve } from '../../../../../test/service';
/** @import { SecurityEvent, SecurityEventList } from 'service' */
/** @import { Given, Routes } from '../../../../../test/answers' */

/** @type {(id: string, changes?: Partial<SecurityEvent>) => SecurityEvent} */
const event = (id, changes) => ({
    id,
    happenedAt: '2026-01-05T09:00:00Z',
    kind: 'certificate_uploaded',
    outcome: 'done',
    person: 'avery@acme.example',
    salesforceUserId: '005000000000001AAA',
    ipAddress: '192.0.2.7',
    about: 'AB:CD:EF',
    reason: null,
    ...changes
});
/** @type {(...events: SecurityEvent[]) => SecurityEventList} */
const page = (...events) => ({ events, cursor: null });

/** @param {Given<'GET /security-events'>} answer @param {Routes} more */
async function open(answer, more = {}) {
    const calls = serve({ 'GET /security-events': answer, ...more });
    const element = show('c-msi-security-log', MsiSecurityLog);
    await until(() => !find(element, 'c-msi-page').isLoading);
    return { element, calls };
}
const field = (element, name) => find(element, `[data-name="${name}"]`);
const choose = async ({ element, calls }, name, value) => {
    const before = calls.length;
    fire(field(element, name), 'change', { value });
    await until(() => calls.length > before);
    await until(() => !labelled(element, 'Download CSV')?.disabled);
    return calls.at(-1).query;
};

describe('c-msi-security-log', () => {
    it.each([
        ['opt_out_policy_changed', 'allow', 'Send anyway'],
        ['email_visibility_changed', 'subject_and_state', 'Subject and status'],
        ['email_font_changed', 'Georgia, 16 px', 'Georgia, 16 px']
    ])('names the rule %s %s by the words of its page', async (kind, about, choice) => {
        const { element } = await open(page(event('1', { kind, about })));
        expect(find(element, '.about').textContent).toBe(choice);
    });

    it('says in words what happened, to what, who did it, from where, and why it was refused', async () => {
        const { element } = await open(
            page(
                event('3', { outcome: 'refused', reason: 'administrator_proof_needed' }),
                event('2', { kind: 'sign_in_refused', outcome: 'refused', reason: 'something_new', person: null }),
                event('1', { kind: 'grants_ended', ipAddress: null, about: null })
            )
        );
        expect(findAll(element, 'tbody th p').map(({ textContent }) => textContent)).toEqual([
            'Upload of a certificate',
            'AB:CD:EF',
            'There was no recent sign-in as a Salesforce administrator.',
            'Sign-in with Salesforce',
            'AB:CD:EF',
            'Reason: something_new',
            "End of a user's connections"
        ]);
        expect(findAll(element, 'tbody td:nth-of-type(3)').map(({ textContent }) => textContent)).toEqual([
            'avery@acme.example',
            'Unknown',
            'avery@acme.example'
        ]);
        expect(findAll(element, 'tbody td:nth-of-type(4)').map(({ textContent }) => textContent)).toEqual([
            '192.0.2.7',
            '192.0.2.7',
            'MSI Actions'
        ]);
        expect(findAll(element, 'lightning-badge').map(({ label }) => label)).toEqual(['Refused', 'Refused', 'Done']);
    });

    it('asks the service for what the filter says; a day ends with the next one, in the zone of the user', async () => {
        const log = await open(page(event('1')));
        expect(await choose(log, 'kind', 'role_changed')).toEqual({ kind: 'role_changed' });
        expect(await choose(log, 'outcome', 'refused')).toEqual({ kind: 'role_changed', outcome: 'refused' });
        await choose(log, 'kind', '');
        await choose(log, 'outcome', '');
        const from = (await choose(log, 'from', '2026-01-05')).from;
        const { to } = await choose(log, 'to', '2026-01-05');
        expect(Date.parse(to) - Date.parse(from)).toBe(86_400_000);
        await choose(log, 'from', '');
        await choose(log, 'to', '');
        expect(await choose(log, 'person', 'avery')).toEqual({ person: 'avery' });
    });

    it('shows only what the last filter asked for, whichever answer comes first', async () => {
        /** @type {any} */
        let answerFirst;
        const log = await open(page(event('1')), {});
        const calls = serve({
            'GET /security-events': ({ query }) =>
                query.kind === 'role_changed'
                    ? new Promise((resolve) => {
                          answerFirst = () => resolve(page(event('2', { about: 'too late' })));
                      })
                    : page(event('3', { about: 'in time' }))
        });
        fire(field(log.element, 'kind'), 'change', { value: 'role_changed' });
        await until(() => calls.length === 1);
        fire(field(log.element, 'kind'), 'change', { value: 'user_invited' });
        await until(() => words(log.element).includes('in time'));
        answerFirst();
        await until(() => !labelled(log.element, 'Download CSV').disabled);
        expect(words(log.element)).not.toContain('too late');
    });

    it('adds the next page below', async () => {
        const { element, calls } = await open(({ query }) =>
            query.cursor ? page(event('1', { about: 'older' })) : { events: [event('2', { about: 'newer' })], cursor: 'next' }
        );
        labelled(element, 'Show More').click();
        await until(() => words(element).includes('older'));
        expect(calls.at(-1)?.query).toEqual({ cursor: 'next' });
        expect(findAll(element, 'tbody tr')).toHaveLength(2);
        expect(labelled(element, 'Show More')).toBeUndefined();
    });

    it('saves what the filter finds as a file', async () => {
        /** @type {Blob[]} */
        const made = [];
        const clicked = [];
        URL.createObjectURL = (blob) => {
            made.push(/** @type {Blob} */ (blob));
            return 'blob:one';
        };
        URL.revokeObjectURL = jest.fn();
        jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click() {
            clicked.push([this.href, this.download]);
        });
        const log = await open(page(event('1')), { 'GET /security-events/csv': 'Time (UTC)\r\n' });
        await choose(log, 'outcome', 'done');
        labelled(log.element, 'Download CSV').click();
        await until(() => clicked.length === 1);
        expect(clicked).toEqual([['blob:one', 'security-log.csv']]);
        expect([made[0].type, made[0].size]).toEqual(['text/csv', 12]);
        expect(log.calls.at(-1)).toMatchObject({ path: '/security-events/csv', query: { outcome: 'done' } });
        log.element.remove();
        expect(URL.revokeObjectURL).toHaveBeenCalledWith('blob:one');
    });

    it('says that nothing has happened, or that nothing fits', async () => {
        const log = await open(page());
        expect(words(log.element)).toContain('No events yet.');
        fire(field(log.element, 'outcome'), 'change', { value: 'refused' });
        await until(() => words(log.element).includes('No events match this filter.'));
    });

    it('does not say that nothing fits a filter that could not be asked for', async () => {
        const { element } = await open(page());
        serve({ 'GET /security-events': problem(500, 'unexpected', 'Later.') });
        fire(field(element, 'outcome'), 'change', { value: 'refused' });
        await until(() => find(element, 'c-error-panel', '.title')?.textContent === 'Later.');
        expect(words(element)).not.toContain('No events match this filter.');
    });

    it('keeps what was read when the next step fails, and can try again', async () => {
        const { element } = await open(page(event('1')), { 'GET /security-events/csv': problem(500, 'unexpected', 'Later.') });
        labelled(element, 'Download CSV').click();
        await until(() => find(element, 'c-error-panel'));
        expect(findAll(element, 'tbody tr')).toHaveLength(1);
    });

    it('can try again when it cannot be read', async () => {
        const { element } = await open(problem(500, 'unexpected', 'The service is being updated.'));
        serve({ 'GET /security-events': page(event('1')) });
        find(element, 'c-msi-page').dispatchEvent(new CustomEvent('retry'));
        await until(() => find(element, 'lightning-badge'));
    });
});
