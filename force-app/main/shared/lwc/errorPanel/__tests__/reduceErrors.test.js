import { reduceErrors } from '../reduceErrors';

describe('reduceErrors', () => {
    it('takes the sentence of an Apex error', () => {
        expect(reduceErrors({ body: { message: 'You have no access.' } }).title).toBe('You have no access.');
    });

    it('takes the first sentence of several', () => {
        expect(reduceErrors({ body: [{ message: 'First.' }, { message: 'Second.' }] }).title).toBe('First.');
    });

    it('keeps what was not written for people in the details', () => {
        expect(reduceErrors(new Error('socket hang up'))).toEqual({
            title: 'Something went wrong.',
            details: ['socket hang up'],
            retryAt: undefined
        });
    });

    it('lists what is wrong with each field', () => {
        const error = { code: 'validation_failed', message: 'Something is missing.', errors: [{ detail: 'A subject is needed.' }] };
        expect(reduceErrors(error).details).toEqual(['A subject is needed.', 'Code: validation_failed']);
    });

    it.each([undefined, null])('has a sentence even for %s', (error) => {
        expect(reduceErrors(error).title).toBe('Something went wrong.');
    });
});
