import type { ModalOptions, WindowName } from 'c/hostPage';

/** What the page and its window say to each other. `key` is that of one window. */
export type WindowMessage =
    | { key: string; says: 'ready' }
    | { key: string; says: 'show'; name: WindowName; options: ModalOptions }
    | { key: string; says: 'done'; result: unknown }
    | { key: string; says: 'heard' };

/** Only text goes between windows: Lightning Web Security can copy no object of a component. */
export function post(to: Window, message: WindowMessage): void {
    to.postMessage(JSON.stringify(message), window.location.origin);
}

/** A message of the window with this key, or undefined for anything else that a page may be sent. */
export function read({ origin, data }: MessageEvent<unknown>, key: string): WindowMessage | undefined {
    if (origin !== window.location.origin || typeof data !== 'string') return undefined;
    try {
        const message = JSON.parse(data) as Partial<WindowMessage> | null;
        return message?.key === key ? (message as WindowMessage) : undefined;
    } catch {
        return undefined;
    }
}
