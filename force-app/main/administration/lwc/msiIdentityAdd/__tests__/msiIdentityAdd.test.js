import MsiIdentityAdd from 'c/msiIdentityAdd';
import { find, findAll, fire, heard, labelled, show, until } from '../../../../../test/page';
import { identity } from '../../../../../test/seed';
import { problem, serve } from '../../../../../test/service';
/** @import { Given } from '../../../../../test/answers' */

/** @param {Given<'POST /identities'>} answer */
function open(answer, isValid = true) {
    const calls = serve({ 'POST /identities': answer });
    const element = show('c-msi-identity-add', MsiIdentityAdd);
    const fields = findAll(element, 'lightning-input');
    for (const field of fields) {
        field.reportValidity = () => isValid;
        field.focus = jest.fn();
    }
    fire(fields[0], 'change', { value: ' sales@acme.example ' });
    fire(fields[1], 'change', { value: 'Acme Sales' });
    labelled(element, 'Send Verification Email').click();
    return { element, calls, fields, closes: heard(element, 'modalclose') };
}

describe('c-msi-identity-add', () => {
    it('closes with the new address', async () => {
        const { calls, closes } = open(identity());
        await until(() => closes.length === 1);
        expect(calls[0].body).toEqual({ address: 'sales@acme.example', name: 'Acme Sales' });
        expect(closes[0].result).toEqual(identity());
    });

    it('goes to the field that is wrong, and asks nobody', () => {
        const { calls, fields } = open(identity(), false);
        expect(fields[0].focus).toHaveBeenCalled();
        expect(calls).toEqual([]);
    });

    it('keeps what was typed when the service refuses', async () => {
        const { element, closes } = open(problem(409, 'identity_limit_reached', 'You have 2 identities already.'));
        await until(() => find(element, 'c-error-panel', '.title')?.textContent === 'You have 2 identities already.');
        expect(closes).toEqual([]);
        expect(find(element, 'lightning-input').value).toBe(' sales@acme.example ');
        expect(labelled(element, 'Send Verification Email').disabled).toBe(false);
    });
});
