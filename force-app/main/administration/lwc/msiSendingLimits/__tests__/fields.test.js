import { limitsOf, MAILBOX_FIELDS, problemOf, textsOf, WIDER_FIELDS } from '../fields';
/** @import { LimitField } from '../fields' */

const [batchSize, batchWait] = MAILBOX_FIELDS;
const domain = /** @type {LimitField} */ (WIDER_FIELDS.find(({ name }) => name === 'domainPerDay'));

describe('fields of the sending limits', () => {
    it('read back what they were made of, no limit included', () => {
        const limits = {
            batchSize: 25,
            batchWaitSeconds: 0,
            mailboxPerMinute: 20,
            mailboxPerDay: 400,
            userPerDay: 1000,
            orgPerDay: null,
            domainPerDay: 50
        };
        expect(limitsOf(textsOf(limits))).toEqual(limits);
    });

    it.each([
        [batchSize, '25', ''],
        [batchSize, '', 'Enter a whole number from 1 to 500.'],
        [batchSize, '0', 'Enter a whole number from 1 to 500.'],
        [batchSize, '501', 'Enter a whole number from 1 to 500.'],
        [batchSize, '2.5', 'Enter a whole number from 1 to 500.'],
        [batchSize, '1e2', 'Enter a whole number from 1 to 500.'],
        [batchWait, '0', ''],
        [domain, ' ', ''],
        [domain, '100001', 'Enter a whole number from 1 to 100,000, or leave this empty for no limit.']
    ])('%j with "%s": %s', (field, text, problem) => {
        expect(problemOf(field, text)).toBe(problem);
    });
});
