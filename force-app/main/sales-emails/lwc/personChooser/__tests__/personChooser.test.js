import PersonChooser from 'c/personChooser';
import { find, findAll, fire, heard, show, until, words } from '../../../../../test/page';
import { person } from '../../../../../test/seed';
import { problem, serve } from '../../../../../test/service';
/** @import { Person } from 'service' */

const omar = person({ id: '003000000000001AAA', name: 'Omar Reyes', role: 'Decision Maker', isPrimary: true });
const gail = person({ id: '003000000000003AAA', name: 'Gail Weber', optedOut: true, refusal: 'opted_out' });
const ivo = person({ id: '003000000000004AAA', name: 'Ivo Petrov', email: null });
const many = Array.from({ length: 8 }, (_, index) => person({ id: `00300000000010${index}AAA`, name: `Person ${index}` }));
/** @param {Person[]} people */
const chooser = (people) => show('c-person-chooser', PersonChooser, { recordId: '001000000000001AAA', people });
const search = (element, value) => fire(find(element, 'lightning-input'), 'change', { value });

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
