import AddressInput from 'c/addressInput';
import { find, findAll, show, until } from '../../../../../test/page';
import { person } from '../../../../../test/seed';
import { problem, serve } from '../../../../../test/service';

const omar = person({ id: '003000000000001AAA', name: 'Omar Reyes', email: 'omar@globex.example' });
const gail = person({ id: '003000000000003AAA', name: 'Gail Weber', email: 'gail@globex.example', optedOut: true, refusal: 'opted_out' });

/** With the owner that keeps the addresses, as every owner does. */
function field(addresses = /** @type {string[]} */ ([])) {
    const element = show('c-address-input', AddressInput, { label: 'Cc', recordId: '001000000000001AAA', addresses });
    element.addEventListener('change', ({ detail }) => {
        element.addresses = detail.addresses;
    });
    return element;
}
const input = (element) => find(element, 'input');
const type = (element, text) => {
    input(element).value = text;
    input(element).dispatchEvent(new CustomEvent('input'));
};
const press = (target, key) => {
    target.dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true, bubbles: true, composed: true }));
};
/** Whether the field took it over. */
const paste = (element, text) => {
    const event = new CustomEvent('paste', { cancelable: true });
    Object.assign(event, { clipboardData: { getData: () => text } });
    input(element).dispatchEvent(event);
    return event.defaultPrevented;
};
const options = (element) => findAll(element, '[role="option"]');
const removers = (element) => findAll(element, '.remove');
const focused = (element) => element.shadowRoot.activeElement;

describe('c-address-input', () => {
    it.each([
        ['a comma', 'omar@globex.example,', ['omar@globex.example']],
        ['a name around it', 'Omar Reyes <omar@globex.example>;', ['omar@globex.example']],
        ['several, one twice', 'a@x.example, b@x.example; A@x.example,', ['a@x.example', 'b@x.example']],
        [
            'a name with the last name first',
            'Whitfield, Dana <dana@x.example>; Reyes, Omar <omar@x.example>;',
            ['dana@x.example', 'omar@x.example']
        ],
        ['characters that few addresses have', "q&a/o'hara@x.example;", ["q&a/o'hara@x.example"]],
        ['a separator of an East Asian keyboard', 'omar@globex.example；', ['omar@globex.example']],
        ['a domain of another script', 'omar@bücher.example, OMAR@xn--bcher-kva.example,', ['omar@bücher.example']]
    ])('takes over what was typed: %s', (_, text, addresses) => {
        const element = field();
        type(element, text);
        expect(element.addresses).toEqual(addresses);
    });

    it('shows of an address that it may get nothing, and why', () => {
        const element = show('c-address-input', AddressInput, {
            label: 'Cc',
            addresses: ['omar@globex.example', 'gail@globex.example', 'lin@globex.example'],
            refused: [
                { field: 'cc', address: 'gail@globex.example', reason: 'recipient_opted_out' },
                { field: 'cc', address: 'lin@globex.example', reason: 'opt_out_unknown' }
            ]
        });
        expect(findAll(element, '.chip').map(({ textContent }) => textContent)).toEqual([
            'omar@globex.example',
            'gail@globex.exampleopted out of email',
            'lin@globex.exampleyou cannot see whether they opted out of email'
        ]);
        expect(findAll(element, '.chip_refused')).toHaveLength(2);
    });

    it('marks a refused address however its domain is written', () => {
        const element = show('c-address-input', AddressInput, {
            label: 'Cc',
            addresses: ['omar@bücher.example', 'gail@xn--mnchen-3ya.example', 'lin@globex.example'],
            refused: [
                { field: 'cc', address: 'omar@xn--bcher-kva.example', reason: 'recipient_opted_out' },
                { field: 'cc', address: 'Gail@MÜNCHEN.example', reason: 'recipient_opted_out' }
            ]
        });
        expect(findAll(element, '.chip_refused').map(({ textContent }) => textContent)).toEqual([
            'omar@bücher.exampleopted out of email',
            'gail@xn--mnchen-3ya.exampleopted out of email'
        ]);
    });

    it('does not suggest somebody who is there already, however the domain is written', async () => {
        const zoe = person({ id: '003000000000004AAA', name: 'Zoe Weber', email: 'Zoe@bücher.example' });
        serve({ 'GET /people': { people: [zoe, omar] } });
        const element = field(['zoe@xn--bcher-kva.example']);
        type(element, 'e');
        await until(() => options(element).length > 0);
        expect(options(element)).toHaveLength(1);
    });

    it('names an address with a wide @ as wrong, and does not change it', async () => {
        const element = field();
        type(element, 'omar＠globex.example, b@x.example');
        expect(element.commit()).toBe(false);
        await until(() => input(element).getAttribute('aria-invalid') === 'true');
        expect(element.addresses).toEqual(['b@x.example']);
        expect(input(element).value).toBe('omar＠globex.example, ');
    });

    it('takes over with Enter, and when the field is left', () => {
        const element = field();
        type(element, 'a@x.example');
        press(input(element), 'Enter');
        type(element, 'b@x.example');
        input(element).dispatchEvent(new CustomEvent('blur'));
        expect(element.addresses).toEqual(['a@x.example', 'b@x.example']);
    });

    it('takes over a pasted column, each address once', () => {
        const element = field(['a@x.example']);
        expect(paste(element, 'Dana\tA@x.example\r\nOmar\tb@x.example\r\n')).toBe(true);
        expect(element.addresses).toEqual(['a@x.example', 'b@x.example']);
    });

    it('takes over lines with one address twice, which the field would glue together', () => {
        const element = field();
        expect(paste(element, 'a@x.example\nA@x.example\n')).toBe(true);
        expect(element.addresses).toEqual(['a@x.example']);
    });

    it('leaves a single address to the field, for more to be written around it', () => {
        const element = field();
        expect(paste(element, 'a@x.example\n')).toBe(false);
    });

    it('makes chips of a pasted list, and leaves a name without an address to be mended', async () => {
        const element = field();
        paste(element, '"Whitfield, Dana" <dana@x.example>, Omar Reyes, Team: a@x.example, b@x.example;, dana@x.example;');
        await until(() => input(element).getAttribute('aria-invalid') === 'true');
        expect(element.addresses).toEqual(['dana@x.example', 'a@x.example', 'b@x.example']);
        expect(input(element).value).toBe('Omar Reyes, ');
        expect(find(element, '.slds-form-element__help').textContent).toBe('“Omar Reyes” is not an email address.');
    });

    it('keeps what stands beside a pasted list, and not what the list replaces', async () => {
        const element = field();
        type(element, 'Lin Zhou old words');
        input(element).setSelectionRange('Lin Zhou '.length, 'Lin Zhou old words'.length);
        paste(element, 'a@x.example; b@x.example');
        await until(() => input(element).value === 'Lin Zhou, ');
        expect(element.addresses).toEqual(['a@x.example', 'b@x.example']);
    });

    it('keeps a pasted list that is too long, one address apart from the next', async () => {
        const element = field(Array.from({ length: 24 }, (_, index) => `a${index}@x.example`));
        paste(element, 'b@x.example\nc@x.example\nOmar');
        await until(() => input(element).value === 'b@x.example, c@x.example, Omar');
        expect(element.addresses).toHaveLength(24);
    });

    it('does not take a name for an address while it is typed', async () => {
        const element = field();
        type(element, 'Reyes,');
        await Promise.resolve();
        expect(input(element).getAttribute('aria-invalid')).toBe('false');
        type(element, 'Reyes, Omar <omar@x.example>,');
        expect(element.addresses).toEqual(['omar@x.example']);
    });

    it('says why an address with letters of another script before the @ cannot be reached', async () => {
        const element = field();
        type(element, 'jörg@x.example,');
        await until(() => input(element).getAttribute('aria-invalid') === 'true');
        expect(find(element, '.slds-form-element__help').textContent).toBe(
            '“jörg@x.example” has letters before the @ that not every mail system can deliver to. Ask for an address in plain letters.'
        );
    });

    it('keeps what is not an address and says so', async () => {
        const element = field();
        type(element, 'omar at globex, b@x.example');
        expect(element.commit()).toBe(false);
        await until(() => input(element).getAttribute('aria-invalid') === 'true');
        expect(element.addresses).toEqual(['b@x.example']);
        expect(input(element).value).toBe('omar at globex, ');
        expect(find(element, '.slds-form-element__help').textContent).toBe('“omar at globex” is not an email address.');
    });

    it('takes no more than the service does', async () => {
        const element = field(Array.from({ length: 25 }, (_, index) => `a${index}@x.example`));
        type(element, 'one-more@x.example,');
        await until(() => find(element, '.slds-form-element__help').textContent === 'You can enter up to 25 addresses here.');
        expect(element.addresses).toHaveLength(25);
    });

    it('suggests people of the record, chosen by keyboard alone', async () => {
        const calls = serve({ 'GET /people': { people: [omar, gail] } });
        const element = field();
        type(element, 'glob');
        await until(() => options(element).length === 2);
        expect(calls[0].query).toEqual({ recordId: '001000000000001AAA', q: 'glob' });
        expect(input(element).getAttribute('aria-expanded')).toBe('true');
        press(input(element), 'ArrowDown');
        await until(() => options(element)[0].getAttribute('aria-selected') === 'true');
        press(input(element), 'Enter');
        expect(element.addresses).toEqual(['omar@globex.example']);
    });

    it('takes the only person whom three letters suggest with Enter, also before the list is there', async () => {
        const calls = serve({ 'GET /people': { people: [omar] } });
        const element = field();
        type(element, 'oma');
        press(input(element), 'Enter');
        await until(() => element.addresses.length === 1);
        expect(element.addresses).toEqual(['omar@globex.example']);
        expect(calls.map(({ query }) => query.q)).toEqual(['oma']);
        await until(() => input(element).value === '' && input(element).getAttribute('aria-expanded') === 'false');
    });

    it.each([
        ['several', [omar, person({ id: '003000000000005AAA', name: 'Omar Said', email: 'said@globex.example' })]],
        ['one who may get nothing', [gail]]
    ])('takes nobody where three letters suggest %s: the list shows them', async (_, people) => {
        serve({ 'GET /people': { people } });
        const element = field();
        type(element, 'oma');
        press(input(element), 'Enter');
        await until(() => input(element).getAttribute('aria-expanded') === 'true');
        expect(element.addresses).toEqual([]);
        expect(input(element).getAttribute('aria-invalid')).toBe('false');
    });

    it('says that a part of a name is no address where it suggests nobody', async () => {
        serve({ 'GET /people': { people: [] } });
        const element = field();
        type(element, 'zzz');
        press(input(element), 'Enter');
        await until(() => find(element, '.slds-form-element__help').textContent === '“zzz” is not an email address.');
    });

    it.each([
        ['one', ['omar@globex.example'], 'oma', [omar], 'Omar Reyes is already in this field.'],
        [
            'several',
            ['omar@globex.example', 'gail@globex.example'],
            'glob',
            [omar, gail],
            'Omar Reyes and Gail Weber are already in this field.'
        ]
    ])('says that whoever a part of a name means is there already: %s', async (_, addresses, name, people, sentence) => {
        serve({ 'GET /people': { people } });
        const element = field(addresses);
        type(element, name);
        press(input(element), 'Enter');
        await until(() => find(element, '.slds-form-element__help').textContent === sentence);
        expect(element.addresses).toEqual(addresses);
        expect([input(element).value, input(element).getAttribute('aria-invalid')]).toEqual(['', 'false']);
        type(element, 'l');
        await until(() => find(element, '.slds-form-element__help').textContent === '');
    });

    it('says of an address that it is there already, however its domain is written', async () => {
        const element = field(['omar@bücher.example']);
        type(element, 'OMAR@xn--bcher-kva.example');
        press(input(element), 'Enter');
        const sentence = 'OMAR@xn--bcher-kva.example is already in this field.';
        await until(() => find(element, '.slds-form-element__help').textContent === sentence);
    });

    it('takes the one who is not there yet where a part of a name means another one too', async () => {
        const said = person({ id: '003000000000005AAA', name: 'Omar Said', email: 'said@globex.example' });
        serve({ 'GET /people': { people: [omar, said] } });
        const element = field(['omar@globex.example']);
        type(element, 'oma');
        press(input(element), 'Enter');
        await until(() => element.addresses.length === 2);
        expect(element.addresses[1]).toBe('said@globex.example');
    });

    it('adds nobody to a field that was left or typed in again while Enter waited for its suggestion', async () => {
        const left = field();
        const calls = serve({ 'GET /people': { people: [omar] } });
        type(left, 'oma');
        press(input(left), 'Enter');
        input(left).dispatchEvent(new CustomEvent('blur'));
        const changed = field();
        type(changed, 'oma');
        press(input(changed), 'Enter');
        type(changed, 'omar@x.example');
        await until(() => calls.length === 2);
        await Promise.resolve();
        expect([left.addresses, changed.addresses]).toEqual([[], []]);
    });

    it('takes the focus for a press beside the chips', () => {
        const element = field(['a@x.example']);
        find(element, '.field').dispatchEvent(new CustomEvent('mousedown', { cancelable: true }));
        expect(focused(element)).toBe(input(element));
    });

    it('does not let somebody be chosen who opted out', async () => {
        serve({ 'GET /people': { people: [gail] } });
        const element = field();
        press(input(element), 'ArrowDown');
        const [option] = await until(() => options(element).length === 1 && options(element));
        expect(option.textContent).toContain('opted out of email');
        option.dispatchEvent(new CustomEvent('mousedown', { cancelable: true }));
        expect(element.addresses).toEqual([]);
    });

    it('closes the list with Escape before the window hears of it', async () => {
        serve({ 'GET /people': { people: [omar] } });
        const element = field();
        press(input(element), 'ArrowDown');
        await until(() => input(element).getAttribute('aria-expanded') === 'true');
        const onKey = jest.fn();
        document.body.addEventListener('keydown', onKey);
        press(input(element), 'Escape');
        press(input(element), 'Escape');
        document.body.removeEventListener('keydown', onKey);
        expect(onKey).toHaveBeenCalledTimes(1);
        await until(() => input(element).getAttribute('aria-expanded') === 'false');
    });

    it('still takes a typed address when suggestions cannot be had', () => {
        serve({ 'GET /people': problem(503, 'salesforce_unavailable', 'Salesforce does not answer.') });
        const element = field();
        type(element, 'a@x.example,');
        expect(element.addresses).toEqual(['a@x.example']);
    });

    it('removes chips with the keyboard and keeps the focus near', async () => {
        const element = field(['a@x.example', 'b@x.example']);
        input(element).focus();
        press(input(element), 'Backspace');
        expect(focused(element)).toBe(removers(element)[1]);
        press(removers(element)[1], 'Delete');
        await until(() => removers(element).length === 1 && focused(element) === removers(element)[0]);
        press(removers(element)[0], 'Backspace');
        await until(() => removers(element).length === 0 && focused(element) === input(element));
    });
});
