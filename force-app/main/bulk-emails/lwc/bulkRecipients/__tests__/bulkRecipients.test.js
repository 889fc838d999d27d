import BulkRecipients from 'c/bulkRecipients';
import { find, findAll, heard, labelled, show, until, words } from '../../../../../test/page';
import { bulkCheck, bulkEmail, bulkPerson, checkedRecipient } from '../../../../../test/seed';

const { people } = bulkEmail();
const [dana, lin, omar] = people.map(({ personId }) => personId);

/** @param {import('../../../../../test/answers').Properties<BulkRecipients>} [properties] */
const open = (properties) => show('c-bulk-recipients', BulkRecipients, { people, check: bulkCheck(), ...properties });
const rowOf = (element, id) => find(element, `[data-person="${id}"]`);
const names = (element) => findAll(element, '[data-person] .name').map((name) => name.textContent);
const press = (element, key) => element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
const focused = (element) => element.shadowRoot.activeElement?.dataset.person;

describe('c-bulk-recipients', () => {
    it('counts who gets the email, and names everybody who does not under why and what can be done', async () => {
        const element = open({
            people: [...people, bulkPerson({ personId: '00Q000000000004EAA', personName: null, email: null })],
            check: bulkCheck({
                people: [
                    checkedRecipient({ reason: 'bounced', bouncedAt: '2026-01-02T00:00:00Z' }),
                    checkedRecipient({ personId: lin, reason: 'same_address', sameAddressAs: 'Ana Ruiz' }),
                    checkedRecipient({ personId: omar }),
                    checkedRecipient({
                        personId: '00Q000000000004EAA',
                        reason: 'fields_unresolved',
                        unresolved: [
                            { field: 'title', reason: 'empty' },
                            { field: 'shoe_size', reason: 'unknown_field' }
                        ]
                    })
                ],
                willGet: 1
            })
        });
        expect(find(element, '[role="status"]').textContent).toBe('1 will get it, 3 will not');
        expect(names(element)).toEqual(['Somebody you cannot see', 'Dana Whitfield', 'Lin Zhao', 'Omar Reyes']);
        const text = words(element);
        expect(text).toContain('An earlier email came back 1Correct the address in Salesforce, or send anyway');
        expect(text).toContain('An email came back on Jan 2, 2026');
        expect(text).toContain('Same address as Ana Ruiz');
        expect(text).toContain('Not known: title');
        expect(text).toContain('No such field: shoe_size');
        const despite = heard(element, 'despitebounce');
        labelled(element, 'Send Anyway').click();
        expect(despite).toEqual([{ id: dana, value: true }]);
    });

    it('says that it is still looking, and offers to look again after a failure', async () => {
        const element = open({ check: undefined });
        expect(find(element, '[role="status"]').textContent).toBe('Looking who will get it…');
        element.checkError = new Error('Salesforce did not answer.');
        const panel = await until(() => find(element, 'c-error-panel'));
        const again = heard(element, 'recheck');
        panel.dispatchEvent(new CustomEvent('retry'));
        expect(again).toHaveLength(1);
    });

    it('is walked through with the arrow keys: the Tab key comes to one row only, and Delete takes a person out', async () => {
        const element = open();
        expect(findAll(element, '[data-person][tabindex="0"]').map(({ dataset }) => dataset.person)).toEqual([omar]);
        rowOf(element, omar).focus();
        press(rowOf(element, omar), 'ArrowDown');
        await until(() => focused(element) === dana);
        press(rowOf(element, dana), 'End');
        await until(() => focused(element) === lin);
        expect(findAll(element, '[tabindex="0"]').map(({ dataset }) => dataset.id)).toEqual([lin, lin]);
        const removed = heard(element, 'remove');
        press(rowOf(element, lin), 'Delete');
        expect(removed).toEqual([lin]);
        element.people = people.slice(0, 1);
        await until(() => focused(element) === dana);
    });

    it('finds people by name or address, and shows only those who will not get it or have words of their own', async () => {
        const element = open({ people: people.map((person) => ({ ...person, hasOwnWords: person.personId === dana })) });
        const input = find(element, 'input');
        input.value = 'GLOBEX lin';
        input.dispatchEvent(new CustomEvent('input'));
        await until(() => names(element).join() === 'Lin Zhao');
        input.value = '';
        input.dispatchEvent(new CustomEvent('input'));
        find(element, '[data-name="not"]').click();
        await until(() => names(element).join() === 'Omar Reyes');
        find(element, '[data-name="own"]').click();
        await until(() => names(element).join() === 'Dana Whitfield');
        expect(words(element)).toContain('Own words');
    });

    it('chooses whose words are shown, and says when the list was folded up by that', async () => {
        const element = open();
        const chosen = heard(element, 'choose');
        const left = heard(element, 'leavelist');
        rowOf(element, dana).click();
        expect(left).toHaveLength(0);
        labelled(element, 'Show People').click();
        find(element, '.everybody').click();
        expect(chosen).toEqual([dana, '']);
        expect(left).toHaveLength(1);
    });
});
