import emailTab from '@salesforce/label/c.Panel_Tabs_Email';

import { sendSalesEmail } from 'c/salesEmailAction';
import type { ActionEntry, TabEntry } from 'panel';
import type { PanelTab, SalesAction } from 'service';

// One line for each action and each tab. The service says which of them a record has, in which order, and whether they can be used.

export const ACTIONS: Record<SalesAction['name'], ActionEntry> = {
    send_sales_email: sendSalesEmail
};

/** The element of each stands in panelTabs.html: a component that a table names cannot be drawn under Lightning Locker (decision 17). */
export const TABS: Record<PanelTab['name'], TabEntry> = {
    sales_emails: { label: emailTab }
};

/** Undefined for an action that a service newer than this package has. */
export function findAction(name: string): ActionEntry | undefined {
    return (ACTIONS as Partial<Record<string, ActionEntry>>)[name];
}

/** Undefined for a tab that a service newer than this package has. */
export function findTab(name: string): TabEntry | undefined {
    return (TABS as Partial<Record<string, TabEntry>>)[name];
}
