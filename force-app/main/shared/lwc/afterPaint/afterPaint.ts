/**
 * Calls back once what has just been drawn is on the screen, so that drawing the rest does not hold it up. A window that is about to get
 * the focus has it by then.
 */
export function afterPaint(callback: () => void): void {
    // eslint-disable-next-line @lwc/lwc/no-async-operation
    requestAnimationFrame(() => {
        // eslint-disable-next-line @lwc/lwc/no-async-operation
        requestAnimationFrame(() => inNextTask(callback));
    });
}

/** Calls back once the element can be seen, as in a window that fades in; never when it leaves the page before. */
export function whenSeen(element: Element, callback: () => void): void {
    // eslint-disable-next-line @lwc/lwc/no-async-operation
    requestAnimationFrame(() => {
        if (!element.isConnected) return;
        if (canBeSeen(element)) inNextTask(callback);
        else whenSeen(element, callback);
    });
}

/** A frame has been painted when a task that it asked for begins. */
function inNextTask(callback: () => void): void {
    // eslint-disable-next-line @lwc/lwc/no-async-operation
    setTimeout(callback);
}

/** Where the browser cannot tell, it is taken for seen. */
function canBeSeen(element: Partial<Pick<Element, 'checkVisibility'>>): boolean {
    return element.checkVisibility?.({ opacityProperty: true, visibilityProperty: true }) ?? true;
}
