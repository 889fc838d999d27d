import Stencil from 'c/stencil';
import { findAll, show, words } from '../../../../../test/page';

describe('c-stencil', () => {
    it('draws as many rows as are expected and says that something is loading', () => {
        const element = show('c-stencil', Stencil, { rows: '4' });
        expect(findAll(element, '.row')).toHaveLength(4);
        expect(words(element)).toBe('Loading');
    });
});
