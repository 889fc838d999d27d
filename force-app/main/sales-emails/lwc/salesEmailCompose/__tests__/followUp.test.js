import SalesEmailCompose from 'c/salesEmailCompose';
import { find, fire, heard, labelled, show, until, words } from '../../../../../test/page';
import { compose, followUp, person, row, savedDraft } from '../../../../../test/seed';
import { Answer, serve } from '../../../../../test/service';
/** @import { Given } from '../../../../../test/answers' */

const RECORD = '00Q000000000001EAA';
const FOLLOWED = followUp().followsEmailId;
const QUOTE = followUp().quoteHtml;

/** @param {Given<'GET /compose'>} answer */
async function open(answer, isReply = false) {
    const sent = new Answer(202, row({ state: 'queued' }));
    const calls = serve({ 'GET /compose': answer, 'PUT /drafts': savedDraft(), 'POST /sales-emails': sent });
    const follow = { id: FOLLOWED, isReply };
    const element = show('c-sales-email-compose', SalesEmailCompose, { recordId: RECORD, follow });
    const closed = heard(element, 'modalclose');
    await until(() => find(element, 'c-sales-email-form')?.from);
    return { element, calls, closed };
}
const form = (element) => find(element, 'c-sales-email-form');

describe('the window of an email that follows another', () => {
    it('waits for what it begins with: the person, the subject, and what is quoted below the signature', async () => {
        const { element, calls } = await open(compose({ followUp: followUp({ cc: ['omar@globex.example'] }) }));
        expect(calls[0]?.query).toEqual({ recordId: RECORD, followsEmailId: FOLLOWED });
        const { to, words: begun, canChangePerson } = form(element);
        expect([to, begun.subject, begun.cc, canChangePerson]).toEqual([
            'Dana Whitfield <dana@globex.example>',
            'Re: Pricing for 40 seats',
            ['omar@globex.example'],
            false
        ]);
        expect(begun.bodyHtml).toBe(`<p><br></p><p><br></p><p>Rae Ortiz</p><p><br></p>${QUOTE}`);
    });

    it('sends what it follows and answers, and asks before it leaves with nothing but the quote', async () => {
        const answersResponseId = '66666666-6666-4666-8666-666666666666';
        const { element, calls, closed } = await open(compose({ followUp: followUp({ answersResponseId }) }), true);
        expect(calls[0]?.query).toEqual({ recordId: RECORD, followsEmailId: FOLLOWED, reply: 'true' });
        labelled(element, 'Send').click();
        await until(() => find(element, '[role="alertdialog"]'));
        labelled(element, 'Keep Writing').click();
        await until(() => labelled(element, 'Send'));
        fire(form(element), 'change', { bodyHtml: `<p>Yes.</p>${QUOTE}` });
        labelled(element, 'Send').click();
        await until(() => closed.length === 1);
        expect(calls.find(({ path }) => path === '/sales-emails')?.body).toMatchObject({
            personId: person().id,
            followsEmailId: FOLLOWED,
            answersResponseId
        });
    });

    it.each(
        /** @type {const} */ ([
            ['too_large', 'The earlier email is too long to be quoted below yours.'],
            ['not_readable', 'The reply could not be read, so it is not quoted. You find it in your mailbox.']
        ])
    )('says why nothing is quoted: %s', async (quoteProblem, sentence) => {
        const { element } = await open(compose({ followUp: followUp({ quoteHtml: '', quoteProblem }) }));
        expect(words(element)).toContain(sentence);
        expect(form(element).words.bodyHtml).toBe('<p><br></p><p><br></p><p>Rae Ortiz</p>');
    });

    it('goes on with a kept draft in its thread', async () => {
        const draft = savedDraft({ followsEmailId: FOLLOWED });
        const calls = serve({ 'GET /compose': compose({ draft }), 'PUT /drafts': draft, 'POST /sales-emails': new Answer(202, row()) });
        const element = show('c-sales-email-compose', SalesEmailCompose, { recordId: RECORD, continueDraft: true });
        const closed = heard(element, 'modalclose');
        await until(() => form(element)?.from);
        labelled(element, 'Send').click();
        await until(() => closed.length === 1);
        expect(calls.find(({ path }) => path === '/sales-emails')?.body.followsEmailId).toBe(FOLLOWED);
    });

    it('asks before a template takes the words of a kept draft in its thread away', async () => {
        const draft = savedDraft({ followsEmailId: FOLLOWED, bodyHtml: '<p>My words</p>' });
        const template = { templateId: FOLLOWED, name: 'First Meeting', subject: 'Hi', bodyHtml: '<p>Theirs</p>', isNonCommercial: false };
        serve({ 'GET /compose': compose({ draft }), 'PUT /drafts': draft, 'POST /templates/{id}/use': template });
        const element = show('c-sales-email-compose', SalesEmailCompose, { recordId: RECORD, continueDraft: true });
        await until(() => form(element)?.from);
        fire(find(form(element), 'c-compose-tools'), 'template', { id: FOLLOWED });
        await until(() => labelled(element, 'Use Template'));
        expect(form(element).words.bodyHtml).toBe('<p>My words</p>');
    });
});
