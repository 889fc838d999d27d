import type LightningModal from 'lightning/modal';
import type { ModalOptions } from 'lightning/modal';
import { NavigationMixin, type Navigator, type PageReference } from 'lightning/navigation';
import { ShowToastEvent, type Toast } from 'lightning/platformShowToastEvent';

export type { ModalOptions, PageReference, Toast };

/** Windows that a page of their own can show. */
export type WindowName = 'compose' | 'task';

/** What a page outside Lightning Experience does in its own way. */
export interface HostPage {
    notify(toast: Toast): void;
    open(page: PageReference): void;
    urlOf(page: PageReference): string;
    /** What the window was closed with. Undefined when this page can open no window, so that it has to stand in the page. */
    openWindow(name: WindowName, options: ModalOptions): Promise<unknown> | undefined;
}

/** Null in Lightning Experience, which does all of this itself. */
let host: HostPage | null = null;

/** Said by the page around the components, before it shows one; null takes it back. */
export function setHostPage(page: HostPage | null): void {
    host = page;
}

/** Tells what has passed: a toast, where the page has them. */
export function notify(from: EventTarget, toast: Toast): void {
    if (host) host.notify(toast);
    else from.dispatchEvent(new ShowToastEvent(toast));
}

/** Goes to another page of Salesforce, in a new browser tab where it could not come in place of this one. */
export function openPage(from: Navigator, page: PageReference): void {
    if (host) host.open(page);
    else from[NavigationMixin.Navigate](page);
}

/** The address of a page of Salesforce, for a link. */
export function urlOf(from: Navigator, page: PageReference): Promise<string> {
    return host ? Promise.resolve(host.urlOf(page)) : from[NavigationMixin.GenerateUrl](page);
}

/** Opens a window and resolves with what it was closed with; undefined when it was dismissed. */
export function openWindow<Result>(kind: typeof LightningModal, name: WindowName, options: ModalOptions): Promise<Result | undefined> {
    const opened = host?.openWindow(name, options) as Promise<Result | undefined> | undefined;
    return opened ?? kind.open<Result>(options);
}
