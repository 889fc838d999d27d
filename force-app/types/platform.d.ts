// The modules that only exist on the platform, as far as this project uses them.

declare module '@salesforce/label/*' {
    const label: string;
    export default label;
}

declare module '@salesforce/i18n/lang' {
    /** The language of the labels. The locale, which says how dates and numbers are written, may be another. */
    const lang: string;
    export default lang;
}

declare module '@salesforce/i18n/locale' {
    const locale: string;
    export default locale;
}

declare module '@salesforce/i18n/timeZone' {
    const timeZone: string;
    export default timeZone;
}

declare module '@salesforce/user/Id' {
    const userId: string;
    export default userId;
}

declare module '@salesforce/customPermission/*' {
    const granted: boolean | undefined;
    export default granted;
}

declare module '@salesforce/apex/PanelToken.issue' {
    /** Rejects with `{ body: { message } }` when the user lacks the permission. */
    export default function issue(): Promise<{ serverUrl: string; token: string; userGuideUrl?: string | null }>;
}

declare module 'lightning/modal' {
    import { LightningElement } from 'lwc';
    export interface ModalOptions {
        size?: 'small' | 'medium' | 'large' | 'full';
        label?: string;
        description?: string;
        [property: string]: unknown;
    }
    export default class LightningModal extends LightningElement {
        /** Resolves with the value given to `close`, or undefined when the window was dismissed. */
        static open<Result = unknown>(options: ModalOptions): Promise<Result | undefined>;
        label: string;
        size: string;
        disableClose: boolean;
        close(result?: unknown): void;
    }
}

declare module 'lightning/platformShowToastEvent' {
    export interface Toast {
        title: string;
        /** {0}, {1} … are the links. */
        message?: string;
        messageData?: { url: string; label: string }[];
        variant?: 'info' | 'success' | 'warning' | 'error';
        mode?: 'dismissible' | 'pester' | 'sticky';
    }
    export class ShowToastEvent extends CustomEvent<unknown> {
        constructor(toast: Toast);
    }
}

declare module 'lightning/refresh' {
    export class RefreshEvent extends Event {
        constructor();
    }
}

declare module 'lightning/navigation' {
    import type { LightningElement, WireAdapterConstructor } from 'lwc';
    export interface PageReference {
        type: string;
        attributes: Record<string, string>;
        state?: Record<string, string>;
    }
    const Navigate: unique symbol;
    const GenerateUrl: unique symbol;
    export interface Navigator {
        [Navigate](page: PageReference, replace?: boolean): void;
        [GenerateUrl](page: PageReference): Promise<string>;
    }
    /** Only for @wire: the address that is open, as a page reference. */
    export const CurrentPageReference: WireAdapterConstructor<Record<string, never>, PageReference | null>;
    export const NavigationMixin: {
        (base: typeof LightningElement): new () => LightningElement & Navigator;
        readonly Navigate: typeof Navigate;
        readonly GenerateUrl: typeof GenerateUrl;
    };
}

declare module 'lightning/platformUtilityBarApi' {
    import type { WireAdapterConstructor } from 'lwc';
    interface UtilityInfo {
        id: string;
        /** Whether its panel is open. */
        utilityVisible: boolean;
    }
    /** Only for @wire: the id of the utility around the component. */
    export const EnclosingUtilityId: WireAdapterConstructor<Record<string, never>, string | undefined>;
    /** Each of these rejects where there is no such utility. */
    export function getInfo(utilityId: string): Promise<UtilityInfo>;
    export function updateUtility(utilityId: string, attributes: { label?: string; highlighted?: boolean }): Promise<boolean>;
    /** The listener cannot be removed. */
    export function onUtilityClick(utilityId: string, listener: (clicked: { panelVisible: boolean }) => void): Promise<boolean>;
}

declare module '@salesforce/i18n/dir' {
    const dir: 'ltr' | 'rtl';
    export default dir;
}

declare module '@salesforce/resourceUrl/*' {
    const url: string;
    export default url;
}

declare module 'lightning/platformResourceLoader' {
    import { LightningElement } from 'lwc';
    /** Loads a script once for a page. Rejects when it cannot be had. */
    export function loadScript(component: LightningElement, url: string): Promise<void>;
}
