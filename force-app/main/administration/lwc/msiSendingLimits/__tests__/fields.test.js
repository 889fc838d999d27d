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
        [batchSize, '', 'A whole number from 1 to 500 is needed.'],
        [batchSize, '0', 'A whole number from 1 to 500 is needed.'],
        [batchSize, '501', 'A whole number from 1 to 500 is needed.'],
        [batchSize, '2.5', 'A whole number from 1 to 500 is needed.'],
        [batchSize, '1e2', 'A whole number from 1 to 500 is needed.'],
        [batchWait, '0', ''],
        [domain, ' ', ''],
        [domain, '100001', 'A whole number from 1 to 100,000 is needed, or nothing for no limit.']
    ])('%j with "%s": %s', (field, text, problem) => {
        expect(problemOf(field, text)).toBe(problem);
    });
});
