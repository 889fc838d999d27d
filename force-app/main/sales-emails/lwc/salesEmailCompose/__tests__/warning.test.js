import SalesEmailCompose from 'c/salesEmailCompose';
import { find, fire, labelled, show, until } from '../../../../../test/page';
import { compose, person, savedDraft } from '../../../../../test/seed';
import { serve } from '../../../../../test/service';
/** @import { Given, Properties } from '../../../../../test/answers' */
/** @import { BouncedPerson } from 'service' */

const DANA = person();
/** @param {Partial<BouncedPerson>} [changes] @returns {BouncedPerson} */
const bounced = (changes) => ({
    personId: DANA.id,
    address: 'dana@globex.example',
    bouncedAt: '2025-11-12T23:30:00Z',
    reason: 'unknown_address',
    ...changes
});

/** @param {Given<'GET /compose'>} answer @param {Properties<SalesEmailCompose>} properties */
async function open(answer, properties = {}) {
    serve({ 'GET /compose': answer });
    const element = show('c-sales-email-compose', SalesEmailCompose, { recordId: '00Q000000000001EAA', person: DANA, ...properties });
    const form = () => find(element, 'c-sales-email-form');
    await until(() => form()?.from || labelled(element, 'Continue Draft') || find(element, 'c-person-chooser'));
    return element;
}
const warning = (element) => find(element, '.warning').textContent.replace(/\s+/g, ' ').trim();

describe('what a rep is told of the person in To before writing', () => {
    it('is that an email to this address came back, on which day in the rep’s zone, and why', async () => {
        const element = await open(compose({ bounced: [bounced()] }));
        expect(warning(element)).toBe('An email to dana@globex.example came back on Nov 13, 2025. The address does not exist.');
        expect(find(element, '.warning').getAttribute('role')).toBe('status');
    });

    it.each([
        ['where the rep may not see that email', null],
        ['where nobody said why', /** @type {const} */ ('unknown')]
    ])('is no reason %s', async (_, reason) => {
        const element = await open(compose({ bounced: [bounced({ reason })] }));
        expect(warning(element)).toBe('An email to dana@globex.example came back on Nov 13, 2025.');
    });

    it.each([
        ['of another address', bounced({ address: 'dana.whitfield@globex.example' })],
        ['of another person', bounced({ personId: '00Q000000000009EAA' })]
    ])('is nothing %s', async (_, other) => {
        const element = await open(compose({ bounced: [other] }));
        expect(warning(element)).toBe('');
    });

    it('is about the person who was chosen of an account, however the domain is written', async () => {
        const omar = person({ id: '003000000000001AAA', name: 'Omar Reyes', email: 'omar@bücher.example' });
        const lin = person({ id: '003000000000002AAA', name: 'Lin Zhou', email: 'lin@globex.example' });
        const answer = compose({ bounced: [bounced({ personId: omar.id, address: 'OMAR@xn--bcher-kva.example' })] });
        const element = await open(answer, { person: undefined, people: [omar, lin] });
        fire(find(element, 'c-person-chooser'), 'choose', lin);
        await until(() => find(element, '.warning'));
        expect(warning(element)).toBe('');
        fire(find(element, 'c-sales-email-form'), 'changeperson');
        await until(() => find(element, 'c-person-chooser'));
        fire(find(element, 'c-person-chooser'), 'choose', omar);
        await until(() => find(element, '.warning'));
        await until(() => warning(element).startsWith('An email to OMAR@xn--bcher-kva.example came back'));
    });

    it('is that nothing may be sent, also where the address came back', async () => {
        const optedOut = 'This person opted out of email in Salesforce, so no sales email can be sent.';
        const known = person({ refusal: 'opted_out' });
        expect(warning(await open(compose({ bounced: [bounced()] }), { person: known }))).toBe(optedOut);
        const refused = [{ field: /** @type {const} */ ('to'), address: 'Dana', reason: /** @type {const} */ ('recipient_opted_out') }];
        const draft = await open(compose({ draft: savedDraft({ refused }) }), { continueDraft: true });
        expect(warning(draft)).toBe(optedOut);
    });
});
