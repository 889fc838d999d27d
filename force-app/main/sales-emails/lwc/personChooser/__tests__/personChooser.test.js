import PersonChooser from 'c/personChooser';
import { find, findAll, fire, heard, show, until, words } from '../../../../../test/page';
import { bulkEmail, person } from '../../../../../test/seed';
import { problem, serve } from '../../../../../test/service';
/** @import { Person } from 'service' */

const omar = person({ id: '003000000000001AAA', name: 'Omar Reyes', role: 'Decision Maker', isPrimary: true });
const gail = person({ id: '003000000000003AAA', name: 'Gail Weber', optedOut: true, refusal: 'opted_out' });
const lin = person({ id: '003000000000002AAA', name: 'Lin Zhou' });
const ivo = person({ id: '003000000000004AAA', name: 'Ivo Petrov', email: null });
const many = Array.from({ length: 8 }, (_, index) => person({ id: `00300000000010${index}AAA`, name: `Person ${index}` }));
/** @param {Person[]} people */
const chooser = (people) => show('c-person-chooser', PersonChooser, { recordId: '001000000000001AAA', people });
const search = (element, value) => fire(find(element, 'lightning-input'), 'change', { value });
const selectAll = (element) => find(element, '.many lightning-input');
const writeLabel = (element) => find(element, '.write')?.textContent;
/** @param {any} element @param {Person} person */
const tick = (element, { id }, checked = true) => fire(find(element, `lightning-input[data-id="${id}"]`), 'change', { checked });

describe('c-person-chooser', () => {
    it('lists who cannot be mailed with the reason, and does not let them be chosen', () => {
        const element = chooser([omar, gail, ivo]);
        expect(findAll(element, 'button.person')).toHaveLength(1);
        expect(findAll(element, 'div.person').map(({ textContent }) => textContent)).toEqual([
            'Gail Weberopted out of email',
            'Ivo Petrovno email address'
        ]);
    });

    it('gives the person that was chosen', () => {
        const element = chooser([omar, gail]);
        const chosen = heard(element, 'choose');
        find(element, 'button.person').click();
        expect(chosen).toEqual([omar]);
    });

    it('makes an email to many of those who are ticked, and says on which page it is written', async () => {
        const calls = serve({ 'POST /bulk-emails': bulkEmail() });
        const element = chooser([omar, gail, lin]);
        const made = heard(element, 'many');
        tick(element, lin);
        await until(() => writeLabel(element) === 'Write to 1 person');
        fire(selectAll(element), 'change', { checked: true });
        await until(() => writeLabel(element) === 'Write to 2 people');
        find(element, '.write').click();
        await until(() => made.length === 1);
        expect(calls[0].body).toEqual({ recordId: '001000000000001AAA', personIds: [lin.id, omar.id] });
        expect(made[0]).toEqual({
            type: 'standard__component',
            attributes: { componentName: 'c__msiSelectAndSend' },
            state: { c__id: bulkEmail().id }
        });
    });

    it('opens the window for one when one is ticked, and when a name is clicked', async () => {
        const element = chooser([omar, lin]);
        const chosen = heard(element, 'choose');
        tick(element, lin);
        await until(() => find(element, '.write'));
        find(element, '.write').click();
        find(element, 'button.person').click();
        expect(chosen).toEqual([lin, omar]);
    });

    it('keeps who is ticked while others are searched', async () => {
        serve({ 'GET /people': { people: [lin] } });
        const element = chooser([omar, gail, lin]);
        fire(selectAll(element), 'change', { checked: true });
        tick(element, lin, false);
        search(element, 'lin');
        await until(() => findAll(element, 'button.person').length === 1);
        expect([writeLabel(element), selectAll(element).checked]).toEqual(['Write to 1 person', false]);
        tick(element, lin);
        await until(() => writeLabel(element) === 'Write to 2 people');
    });

    it('keeps who is ticked when the email to many cannot be made, and says why', async () => {
        serve({ 'POST /bulk-emails': problem(503, 'salesforce_unavailable', 'Salesforce does not answer.') });
        const element = chooser([omar, lin]);
        fire(selectAll(element), 'change', { checked: true });
        await until(() => find(element, '.write'));
        find(element, '.write').click();
        await until(() => find(element, 'c-error-panel', '.title')?.textContent === 'Salesforce does not answer.');
        await until(() => writeLabel(element) === 'Write to 2 people' && !find(element, '.write').disabled);
    });

    it('has nothing to tick when one person is to be chosen, or only one can be', () => {
        expect(selectAll(chooser([omar, gail]))).toBeNull();
        const element = show('c-person-chooser', PersonChooser, { recordId: omar.id, people: [omar, lin], isSingle: true });
        expect(selectAll(element)).toBeNull();
    });

    it('searches when there are many', async () => {
        const calls = serve({ 'GET /people': { people: [omar] } });
        const element = chooser(many);
        search(element, 'omar');
        await until(() => findAll(element, 'button.person').length === 1);
        expect(calls[0].query).toEqual({ recordId: '001000000000001AAA', q: 'omar' });
    });

    it('says that nobody matches', async () => {
        serve({ 'GET /people': { people: [] } });
        const element = chooser(many);
        search(element, 'zz');
        await until(() => words(element).includes('No person matches “zz”.'));
    });

    it('says when the search fails', async () => {
        serve({ 'GET /people': problem(503, 'salesforce_unavailable', 'Salesforce does not answer.') });
        const element = chooser(many);
        search(element, 'omar');
        await until(() => find(element, 'c-error-panel', '.title')?.textContent === 'Salesforce does not answer.');
    });
});
