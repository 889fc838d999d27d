import MsiStopReport from 'c/msiStopReport';
import { find, findAll, show, words } from '../../../../../test/page';
import { stopReport } from '../../../../../test/seed';
/** @import { KillSwitchReport } from 'service' */
/** @typedef {KillSwitchReport['grants'][number]} Grant */

/** @param {Partial<KillSwitchReport>} changes */
const report = (changes) => show('c-msi-stop-report', MsiStopReport, { report: stopReport(changes) });
/** @type {(changes?: Partial<Grant>) => Grant} */
const grant = (changes) => ({ ...stopReport().grants[0], ...changes });
const last = (element) => findAll(element, 'tbody td:last-child').map((cell) => cell.textContent || find(element, 'c-relative-time').value);

describe('c-msi-stop-report', () => {
    it('says grant by grant what was done', () => {
        const element = report({
            grants: [
                grant({ revokedAt: null, note: 'vendor_has_no_revocation' }),
                grant({ revokedAt: null, note: 'vendor_not_reached' }),
                grant({ provider: 'salesforce', address: null, revokedAt: null, note: 'already_dead' })
            ]
        });
        expect(last(element)).toEqual([
            'The provider cannot be told. What we held is deleted.',
            'The provider did not answer. End it there by hand.',
            'It had ended before.'
        ]);
        expect(findAll(element, 'tbody th')[2].textContent).toBe('SalesforceRae Ortiz');
        expect(words(element)).toContain('3 emails were cancelled.');
        expect(find(element, '[role=status]').textContent).toMatch(/^Finished .*\d:\d\d/);
    });

    it('says how far it is while it works', () => {
        const element = report({ finishedAt: null, grants: [grant(), grant({ shreddedAt: null, revokedAt: null })] });
        expect(words(element)).toContain('1 of 2 connections ended');
        expect(find(element, 'lightning-progress-bar').value).toBe(50);
        expect(words(element)).toContain('In progress');
    });

    it('says that nothing was connected', () => {
        expect(words(report({ grants: [], cancelledEmails: 0 }))).toContain('Nothing was connected.');
    });
});
