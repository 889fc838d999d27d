import { afterPaint, whenSeen } from 'c/afterPaint';
import { until } from '../../../../../test/page';

describe('c/afterPaint', () => {
    it('calls back in a task after the second frame, and once', async () => {
        /** @type {string[]} */
        const steps = [];
        const frame = () =>
            new Promise((resolve) => {
                // eslint-disable-next-line @lwc/lwc/no-async-operation
                requestAnimationFrame(resolve);
            });
        afterPaint(() => steps.push('drawn'));
        await frame();
        steps.push('first frame');
        await frame();
        steps.push('second frame');
        await frame();
        await frame();
        expect(steps).toEqual(['first frame', 'second frame', 'drawn']);
    });

    it('waits until an element can be seen, and no longer than it is on the page', async () => {
        const opacities = [0, 0, 0.2];
        const [shown, gone] = [document.createElement('p'), document.createElement('p')];
        const checkVisibility = jest.fn(() => (opacities.shift() ?? 1) > 0);
        document.body.append(Object.assign(shown, { checkVisibility }));
        /** @type {string[]} */
        const steps = [];
        whenSeen(gone, () => steps.push('gone'));
        whenSeen(shown, () => steps.push('shown'));
        await until(() => steps.length > 0);
        expect(steps).toEqual(['shown']);
        expect(checkVisibility).toHaveBeenCalledTimes(3);
        expect(checkVisibility).toHaveBeenCalledWith({ opacityProperty: true, visibilityProperty: true });
    });
});
