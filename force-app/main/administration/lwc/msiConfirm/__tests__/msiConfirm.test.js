import MsiConfirm from 'c/msiConfirm';
import { heard, labelled, show, words } from '../../../../../test/page';

const open = () => {
    const element = show('c-msi-confirm', MsiConfirm, {
        heading: 'Remove sales@acme.example?',
        consequences: ['Its signature is deleted too.'],
        confirmLabel: 'Remove Identity'
    });
    return { element, closes: heard(element, 'modalclose') };
};

describe('c-msi-confirm', () => {
    it('names what goes with it, and confirms', () => {
        const { element, closes } = open();
        expect(words(element)).toBe('Its signature is deleted too.');
        labelled(element, 'Remove Identity').click();
        expect(closes).toEqual([{ result: true }]);
    });

    it('can be left', () => {
        const { element, closes } = open();
        labelled(element, 'Cancel').click();
        expect(closes).toEqual([{ result: false }]);
    });
});
