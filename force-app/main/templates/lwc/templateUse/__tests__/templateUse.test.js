import { navigate } from 'lightning/navigation';
import TemplateUse from 'c/templateUse';
import { find, findAll, fire, labelled, show, until, words } from '../../../../../test/page';
import { template } from '../../../../../test/seed';
import { serve } from '../../../../../test/service';
/** @import { TemplateEmails } from 'service' */

/** @type {(id: string, changes?: Partial<TemplateEmails['emails'][number]>) => TemplateEmails['emails'][number]} */
const email = (id, changes) => ({
    id,
    subject: `Email ${id}`,
    state: 'sent',
    recordId: '00Q000000000001EAA',
    personId: '00Q000000000001EAA',
    personName: 'Dana Whitfield',
    createdAt: '2026-01-05T09:00:00Z',
    sentAt: '2026-01-05T09:00:00Z',
    repliedAt: null,
    ...changes
});

describe('what a template brings', () => {
    it('has its numbers and the own emails, which lead to their record', async () => {
        serve({ 'GET /templates/{id}/emails': { emails: [email('1', { repliedAt: '2026-01-06T09:00:00Z' })], cursor: 'more' } });
        const statistics = { sent: 1200, replied: 30, bounced: 2, people: 900, lastUsedAt: '2026-01-05T09:00:00Z' };
        const element = show('c-template-use', TemplateUse, { saved: template({ statistics }) });
        await until(() => findAll(element, 'li').length === 1);
        expect(findAll(element, 'dd').map(({ textContent }) => textContent)).toEqual(['1,200', '900', '30', '2']);
        expect(find(element, 'li').textContent).toContain('Replied');
        const calls = serve({ 'GET /templates/{id}/emails': { emails: [email('2', { state: 'bounced' })], cursor: null } });
        fire(labelled(element, 'Show More'), 'click');
        await until(() => findAll(element, 'li').length === 2);
        expect(calls[0].query).toEqual({ cursor: 'more' });
        expect(findAll(element, 'li')[1].textContent).toContain('Bounced');
        find(element, '.open').click();
        expect(navigate.mock.calls.at(-1)[0].attributes).toEqual({
            recordId: '00Q000000000001EAA',
            objectApiName: 'Lead',
            actionName: 'view'
        });
    });

    it('says so when nothing was sent from it', async () => {
        serve({ 'GET /templates/{id}/emails': { emails: [], cursor: null } });
        const element = show('c-template-use', TemplateUse, { saved: template() });
        await until(() => words(element).includes('You have not sent an email from it yet.'));
        expect(words(element)).toContain('Not used yet');
    });
});
