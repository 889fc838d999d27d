import { afterPaint } from 'c/afterPaint';

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
});
