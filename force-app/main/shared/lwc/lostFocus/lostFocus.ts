/**
 * Gives the focus to this element where it has gone with what had it, such as a button that is disabled or no longer there. A rep who has
 * gone on to something else keeps it.
 */
export function giveLostFocus(element: { focus(): void } | null | undefined): void {
    if (document.activeElement === document.body) element?.focus();
}
