import { REASON_SENTENCES, STATE_WORDS, historySentence, isMoving } from 'c/salesEmailWords';

describe('salesEmailWords', () => {
    it('has a word for each state and a whole sentence for each reason', () => {
        for (const word of Object.values(STATE_WORDS)) expect(word).toMatch(/^[A-Z]/);
        for (const sentence of Object.values(REASON_SENTENCES)) expect(sentence).toMatch(/^[A-Z].*\.$/);
    });

    it('names the colleague whose mailbox it left', () => {
        expect(historySentence({ state: 'sent', reason: null }, { sentByMe: false, senderName: 'Noor Haddad' })).toBe(
            'It left the mailbox of Noor Haddad.'
        );
        expect(historySentence({ state: 'sent', reason: null }, { sentByMe: true, senderName: 'Rae Ortiz' })).toBe('It left your mailbox.');
    });

    it('knows what changes within seconds', () => {
        expect(['queued', 'sending', 'sent', 'uncertain'].filter((state) => isMoving({ state }))).toEqual(['queued', 'sending']);
    });
});
