// What the panel and the features that bring it actions and tabs agree on. The table is in force-app/main/panel/lwc/panelTables.

import type { Panel, PanelTab, SalesAction } from 'service';

/** Where an action was chosen. */
export type ActionPlace = Pick<Panel, 'person' | 'people'> & { recordId: string };

export interface ActionOutcome {
    /** What has become of it, in a sentence. */
    toast: string;
    /** The tab that shows it, and what that tab gets to show at once (`put`). */
    tab?: PanelTab['name'];
    item?: unknown;
}

/** An action in the words of the rep. */
export interface ActionEntry {
    label: string;
    /** Of the panel's button, which is the first action of a record; the menu has no icons. */
    icon: string;
    /** Opens its window. Undefined when the rep closed the window without doing anything. */
    open(place: ActionPlace): Promise<ActionOutcome | undefined>;
    /** A sentence for the top of the panel while this is the first action and cannot be used. */
    notice?(action: SalesAction, panel: Panel): string | undefined;
}

export interface TabEntry {
    /** `{0}` is the count, where the tab has one. */
    label: string;
}

/** What a poller keeps up to date. */
export interface Polled {
    /** What to ask the service for, as `callServer` takes it. */
    readonly path: string;
    /** True while something changes from second to second. */
    readonly isBusy: boolean;
    /** Takes the answer; undefined: nothing has changed since the last one. */
    accept(answer: unknown): void;
}

/**
 * The element of a tab. The panel gives it `recordId`, `panel` and, when the answer has it, `content`. It fires, as events that bubble,
 * `tabchange` when the rep has changed something in it, and `panelreload` when what it saw changes the panel too.
 */
export interface TabElement extends HTMLElement, Polled {
    readonly count: number | null;
    /** Shows at once what an action has made. */
    put(item: unknown): void;
}
