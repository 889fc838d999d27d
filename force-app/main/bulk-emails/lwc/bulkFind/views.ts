import contacts from '@salesforce/label/c.BulkEmails_Find_Contacts';
import leads from '@salesforce/label/c.BulkEmails_Find_Leads';

import { callServer } from 'c/serverApi';
import type { ListViews } from 'service';

const OBJECTS = [
    { name: 'Lead', label: leads },
    { name: 'Contact', label: contacts }
];

/** The list views of one object. `path` is where the service has the people of one, below /list-views. */
export interface ViewGroup {
    label: string;
    views: { path: string; label: string }[];
}

/** The list views of leads and of contacts that Salesforce shows to the rep. */
export function readListViews(): Promise<ViewGroup[]> {
    return Promise.all(
        OBJECTS.map(async ({ name, label }) => {
            const { listViews } = await callServer<ListViews>('GET', `/list-views?object=${name}`);
            return { label, views: listViews.map((view) => ({ path: `${view.id}/people?object=${name}`, label: view.label })) };
        })
    );
}
