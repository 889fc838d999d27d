/**
 * Calls back once what has just been drawn is on the screen, so that drawing the rest does not hold it up. A window that fades in is first seen
 * in its second frame.
 */
export function afterPaint(callback: () => void): void {
    // eslint-disable-next-line @lwc/lwc/no-async-operation
    requestAnimationFrame(() => {
        // eslint-disable-next-line @lwc/lwc/no-async-operation
        requestAnimationFrame(() => {
            // The frame has been painted when a task that it asked for begins
            // eslint-disable-next-line @lwc/lwc/no-async-operation
            setTimeout(callback);
        });
    });
}
