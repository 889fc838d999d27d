import PanelTour from 'c/panelTour';
import { heard, labelled, show, until, words } from '../../../../../test/page';
import { me } from '../../../../../test/seed';
import { serve } from '../../../../../test/service';

describe('c-panel-tour', () => {
    it('goes through its steps and is not offered again', async () => {
        const calls = serve({ 'PATCH /me': me() });
        const element = show('c-panel-tour', PanelTour);
        const done = heard(element, 'done');
        labelled(element, 'Next').click();
        await until(() => words(element).includes('2 of 3'));
        labelled(element, 'Next').click();
        await until(() => labelled(element, 'Done'));
        labelled(element, 'Done').click();
        await until(() => calls.length === 1);
        expect(calls[0].body).toEqual({ panelTourDone: true });
        expect(done).toHaveLength(1);
    });

    it('can be left at once', async () => {
        const calls = serve({ 'PATCH /me': me() });
        const element = show('c-panel-tour', PanelTour);
        labelled(element, 'Not Now').click();
        await until(() => calls.length === 1);
    });
});
