import type { ModalOptions, WindowName } from 'c/hostPage';

/** What the page and its window say to each other. `key` is that of one window. */
export type WindowMessage =
    | { key: string; says: 'ready' }
    | { key: string; says: 'show'; name: WindowName; options: ModalOptions }
    | { key: string; says: 'done'; result: unknown };

/** What a component holds is wrapped by the engine, and a browser sends no such thing to another window. */
export function plain<Value>(value: Value): Value {
    return value === undefined ? value : (JSON.parse(JSON.stringify(value)) as Value);
}
