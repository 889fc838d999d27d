import MsiDeactivate from 'c/msiDeactivate';
import { show } from '../../../../../test/page';

function open() {
    const element = show('c-msi-deactivate', MsiDeactivate, { person: 'Rae Ortiz' });
    const closed = jest.fn();
    element.addEventListener('modalclose', ({ detail }) => closed(detail.result));
    return { root: element.shadowRoot, closed };
}

const press = (root, label) => [...root.querySelectorAll('lightning-button')].find((one) => one.label === label).click();

describe('the question before a deactivation', () => {
    it('names what goes with it and what stays', () => {
        const { root } = open();

        expect(root.querySelector('lightning-modal-header').label).toBe('Deactivate Rae Ortiz?');
        expect([...root.querySelectorAll('li, p')].map(({ textContent }) => textContent)).toEqual([
            'Emails waiting to be sent are cancelled.',
            'Open panels stop working right away.',
            'Access to their mailbox and to Salesforce ends, and what we held of it is deleted.',
            'What was sent and logged stays. You can reactivate the user at any time. They then connect Salesforce and their mailbox again.'
        ]);
    });

    it.each([
        ['Deactivate', true],
        ['Cancel', false]
    ])('closes with the decision: %s', (label, decision) => {
        const { root, closed } = open();
        press(root, label);

        expect(closed).toHaveBeenCalledWith(decision);
    });
});
