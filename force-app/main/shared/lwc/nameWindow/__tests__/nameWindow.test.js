import NameWindow from 'c/nameWindow';
import { find, fire, labelled, show, until } from '../../../../../test/page';

function open(/** @type {{ name?: string, saveLabel?: string, save?: (name: string) => Promise<unknown> }} */ properties = {}) {
    const element = show('c-name-window', NameWindow, {
        heading: 'New Team',
        nameLabel: 'Team Name',
        saveLabel: 'Create Team',
        ...properties
    });
    const field = find(element, 'lightning-input');
    field.checkValidity = () => true;
    field.reportValidity = () => field.value !== '';
    const close = jest.fn();
    Object.assign(element, { close });
    return { element, field };
}

describe('a window that asks for a name', () => {
    it('saves it without blanks around it', async () => {
        const save = jest.fn().mockResolvedValue({ id: '1' });
        const { element, field } = open({ save });
        fire(field, 'change', { value: '  West ' });
        fire(labelled(element, 'Create Team'), 'click');
        await until(() => save.mock.calls.length === 1);
        expect(save).toHaveBeenCalledWith('West');
    });

    it('needs one', async () => {
        const save = jest.fn();
        const { element, field } = open({ save });
        fire(field, 'change', { value: '   ' });
        fire(labelled(element, 'Create Team'), 'click');
        await until(() => field.value === '');
        expect(save).not.toHaveBeenCalled();
    });

    it('says why a name is refused, and keeps it', async () => {
        const save = jest.fn().mockRejectedValue(new Error('There is a team North already.'));
        const { element, field } = open({ name: 'West', saveLabel: 'Save', save });
        expect(field.value).toBe('West');
        fire(field, 'change', { value: 'North' });
        fire(labelled(element, 'Save'), 'click');
        const panel = await until(() => find(element, 'c-error-panel'));
        expect(panel.error.message).toBe('There is a team North already.');
        expect(field.value).toBe('North');
    });
});
