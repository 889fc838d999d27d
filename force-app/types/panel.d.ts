// What the panel and the features that bring it actions and tabs agree on. The table is in force-app/main/panel/lwc/panelTables.

import type { Navigator } from 'lightning/navigation';
import type { Panel, PanelTab, SalesAction } from 'service';

/** Where an action was chosen. */
export type ActionPlace = Pick<Panel, 'person' | 'people'> & {
    recordId: string;
    /** The component that goes to another page, which a window cannot. */
    from: Navigator;
};

export interface ActionOutcome {
    /** What has become of it, in a sentence. */
    toast: string;
    /** True when it is not done yet. */
    isPending?: boolean;
    /** The record that it made in Salesforce; the toast leads there. */
    made?: { id: string; objectApiName: string; name: string };
    /** The tab that shows it, and what that tab gets to show at once (`put`). */
    tab?: PanelTab['name'];
    item?: unknown;
    /** The record has something new in Salesforce: its timeline is read again. */
    refreshesRecord?: true;
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
    /** For what it did and Salesforce did not take. */
    refused?: {
        /** {0} is its title, {1} the reason. */
        sentence: string;
        /** Opens its window with what was written. */
        open(place: ActionPlace, id: string): Promise<ActionOutcome | undefined>;
        /** The rep has dealt with it: it is told no more. */
        dismiss(id: string): Promise<void>;
    };
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
 * `tabchange` when the rep has changed something in it, `tabread` when it has to be read again, and `panelreload` when what it saw changes
 * the panel too.
 */
export interface TabElement extends HTMLElement, Polled {
    readonly count: number | null;
    /** Shows at once what an action has made. */
    put(item: unknown): void;
}
