import { bounceSentence, historySentence, isMoving, reasonSentence, responseSentence, stateWord } from 'c/salesEmailWords';
import { response, responses } from '../../../../../test/seed';
/** @import { SalesEmailState } from 'service' */

/** @type {SalesEmailState[]} */
const STATES = ['draft', 'scheduled', 'queued', 'sending', 'sent', 'uncertain', 'failed', 'cancelled', 'bounced'];

describe('salesEmailWords', () => {
    it('has a word for each state', () => {
        for (const state of STATES) expect(stateWord({ state, responses: null })).toMatch(/^[A-Z]/);
    });

    it.each([
        ['batch', 25, 45, 'Waiting: each mailbox sends at most 25 emails in 45 s.'],
        ['mailbox_per_minute', 20, 60, 'Waiting: each mailbox sends at most 20 emails a minute.'],
        ['mailbox_per_day', 1, 86_400, 'Waiting: each mailbox sends at most 1 email a day.'],
        ['user_per_day', 1000, 86_400, 'Waiting: each user sends at most 1,000 emails a day.'],
        ['org_per_day', 5000, 86_400, 'Waiting: your company sends at most 5,000 emails a day.'],
        ['domain_per_day', 50, 86_400, 'Waiting: your company emails at most 50 recipients at one domain a day.'],
        ['provider_per_minute', 30, 60, 'Waiting: the email provider accepts at most 30 emails a minute from a mailbox.'],
        ['provider_per_day', 2000, 86_400, 'Waiting: the email provider accepts at most 2,000 emails a day from a mailbox.'],
        [
            'provider_recipients_per_day',
            10_000,
            86_400,
            'Waiting: the email provider accepts emails to at most 10,000 recipients a day from a mailbox.'
        ]
    ])('says the number of the limit %s', (name, count, seconds, sentence) => {
        expect(reasonSentence({ state: 'queued', reason: 'minute_limit', limit: { name, count, seconds } })).toBe(sentence);
    });

    it('gives the reason alone where no limit is known to be in the way', () => {
        expect(reasonSentence({ state: 'queued', reason: 'minute_limit', limit: null })).toBe(
            'Waiting: your mailbox has reached its short-term limit.'
        );
        expect(reasonSentence({ state: 'queued', reason: null, limit: null })).toBeUndefined();
    });

    it.each([
        [
            'recipient_opted_out',
            ['a@x.example', 'b@x.example'],
            'a@x.example and b@x.example opted out of email, so this email was not sent.'
        ],
        ['recipient_opted_out', [], 'A recipient opted out of email, so this email was not sent.'],
        [
            'opt_out_unknown',
            [],
            "The sender's Salesforce permissions do not show whether a recipient opted out of email, so this email was not sent."
        ]
    ])('says who may not get an email, to whoever may read it: %s %j', (reason, refusedRecipients, sentence) => {
        expect(reasonSentence({ state: 'failed', reason, refusedRecipients: [...refusedRecipients] })).toBe(sentence);
    });

    it('does not say that an email waits which has too many recipients at one domain ever to leave', () => {
        const sentence = 'It has more recipients at one domain than your company may email in a day.';
        expect(reasonSentence({ state: 'failed', reason: 'domain_limit', limit: null })).toBe(sentence);
        expect(historySentence({ state: 'failed', reason: 'domain_limit' }, { sentByMe: true, senderName: 'Rae Ortiz' })).toBe(sentence);
    });

    it('says of a scheduled email that its time came, and of any other that it was accepted', () => {
        const email = { sentByMe: true, senderName: 'Rae Ortiz' };
        const queued = /** @type {const} */ ({ state: 'queued', reason: null });
        expect(historySentence({ state: 'scheduled', reason: null }, email)).toBe('Scheduled.');
        expect(historySentence(queued, email, { state: 'scheduled' })).toBe('The scheduled time came.');
        expect(historySentence(queued, email)).toBe('Accepted for sending.');
        expect(historySentence(queued, email, { state: 'uncertain' })).toBe('Accepted for sending.');
    });

    it('names the colleague whose mailbox it left', () => {
        expect(historySentence({ state: 'sent', reason: null }, { sentByMe: false, senderName: 'Noor Haddad' })).toBe(
            'Sent from the mailbox of Noor Haddad.'
        );
        expect(historySentence({ state: 'sent', reason: null }, { sentByMe: true, senderName: 'Rae Ortiz' })).toBe(
            'Sent from your mailbox.'
        );
    });

    it('says replied instead of sent, but not of an email that bounced', () => {
        const answered = responses({ repliedAt: '2026-01-05T10:00:00Z' });
        expect(stateWord({ state: 'sent', responses: answered })).toBe('Replied');
        expect(stateWord({ state: 'bounced', responses: answered })).toBe('Bounced');
    });

    it('says that a server did not say why only when its report was read', () => {
        /** @type {Pick<import('service').Response, 'bounceKind' | 'bounceReason'>} */
        const unknown = { bounceKind: 'blocked', bounceReason: 'unknown' };
        expect(bounceSentence({ ...unknown, bounceReportRead: true })).toBe('Their server did not say why.');
        expect(bounceSentence({ ...unknown, bounceReportRead: false })).toMatch(
            /^We do not have permission to read the report .* Mailbox permissions/
        );
        expect(bounceSentence({ ...unknown, bounceReason: 'unknown_address', bounceReportRead: false })).toBe(
            'The address does not exist.'
        );
    });

    it('tells a lasting bounce from one that is not the end', () => {
        expect(bounceSentence({ bounceKind: 'hard', bounceReason: 'unknown_address' })).toBe('The address does not exist.');
        expect(bounceSentence({ bounceKind: 'soft', bounceReason: 'mailbox_full' })).toBe('Not delivered this time. The mailbox is full.');
        expect(bounceSentence({ bounceKind: 'hard', bounceReason: null })).toBe('Their server did not say why.');
    });

    it.each([
        [{}, 'dana@globex.example replied.'],
        [
            { fromRecipient: false, fromAddress: 'lin@globex.example' },
            'lin@globex.example replied: a colleague, or another address of the person.'
        ],
        [{ kind: 'auto_reply' }, 'dana@globex.example answered automatically.'],
        [{ kind: 'out_of_office' }, 'dana@globex.example is out of office.'],
        [{ kind: 'out_of_office', returnsOn: '2026-12-07' }, 'dana@globex.example is out of office until Dec 7, 2026.'],
        [{ kind: 'bounce', bounceKind: 'blocked', bounceReason: 'taken_for_spam' }, 'Their server treated it as spam.'],
        [
            {
                kind: 'bounce',
                bounceKind: 'hard',
                bounceReason: 'unknown_address',
                bounceCode: '5.1.1',
                bouncedAddress: 'omar@globex.example'
            },
            'Not delivered to omar@globex.example. The address does not exist. (5.1.1)'
        ],
        [{ kind: 'delay' }, 'Not delivered yet: their server keeps trying.'],
        [{ kind: 'complaint' }, 'It was marked as spam.']
    ])('tells what came back: %j', (changes, sentence) => {
        expect(responseSentence(response(changes))).toBe(sentence);
    });

    it('names the address that was refused', () => {
        expect(reasonSentence({ state: 'failed', reason: 'recipient_refused', refusedRecipients: ['omar@globex.example'] })).toBe(
            'Your email provider refused an address: omar@globex.example. Check it in Salesforce.'
        );
    });

    it('knows what changes within seconds', () => {
        expect(STATES.filter((state) => isMoving({ state }))).toEqual(['queued', 'sending']);
    });
});
