import { REASON_SENTENCES, bounceSentence, historySentence, isMoving, responseSentence, stateWord } from 'c/salesEmailWords';
import { response, responses } from '../../../../../test/seed';

const STATES = ['draft', 'scheduled', 'queued', 'sending', 'sent', 'uncertain', 'failed', 'cancelled', 'bounced'];

describe('salesEmailWords', () => {
    it('has a word for each state and a whole sentence for each reason', () => {
        for (const state of STATES) expect(stateWord({ state, responses: null })).toMatch(/^[A-Z]/);
        for (const sentence of Object.values(REASON_SENTENCES)) expect(sentence).toMatch(/^[A-Z].*\.$/);
    });

    it('names the colleague whose mailbox it left', () => {
        expect(historySentence({ state: 'sent', reason: null }, { sentByMe: false, senderName: 'Noor Haddad' })).toBe(
            'It left the mailbox of Noor Haddad.'
        );
        expect(historySentence({ state: 'sent', reason: null }, { sentByMe: true, senderName: 'Rae Ortiz' })).toBe('It left your mailbox.');
    });

    it('says replied instead of sent, but not of an email that bounced', () => {
        const answered = responses({ repliedAt: '2026-01-05T10:00:00Z' });
        expect(['sent', 'bounced'].map((state) => stateWord({ state, responses: answered }))).toEqual(['Replied', 'Bounced']);
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
        [{ kind: 'bounce', bounceKind: 'blocked', bounceReason: 'taken_for_spam' }, 'Their server took it for spam.'],
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

    it('knows what changes within seconds', () => {
        expect(['queued', 'sending', 'sent', 'uncertain'].filter((state) => isMoving({ state }))).toEqual(['queued', 'sending']);
    });
});
