import DrawnLater from 'c/drawnLater';
import { find, show, until } from '../../../../../test/page';

describe('c-drawn-later', () => {
    it('keeps the place first, and draws what is in it when the page has been painted', async () => {
        const element = show('c-drawn-later', DrawnLater);
        expect(find(element, 'slot').name).toBe('before');
        await until(() => find(element, 'slot').name === '');
    });
});
