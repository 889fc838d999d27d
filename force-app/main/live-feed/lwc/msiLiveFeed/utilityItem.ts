import { getInfo, onUtilityClick, updateUtility } from 'lightning/platformUtilityBarApi';

import counter from '@salesforce/label/c.LiveFeed_Counter';
import counterOfMany from '@salesforce/label/c.LiveFeed_CounterOfMany';
import title from '@salesforce/label/c.Panel_Title';

import { formatLabel } from 'c/labels';

/** The service counts no further. */
const MOST_UNSEEN = 100;

/** Says in the utility bar how many are new. Never rejects: without the bar's help the list still works. */
export async function showCounter(utilityId: string, unseen: number): Promise<void> {
    const many = unseen < MOST_UNSEEN ? formatLabel(counter, unseen) : formatLabel(counterOfMany, MOST_UNSEEN - 1);
    await quietly(() => updateUtility(utilityId, { label: unseen > 0 ? many : title, highlighted: unseen > 0 }));
}

/** Tells whether the panel above the bar is open, now and with each click. True when the bar does not say. Never rejects. */
export async function watchPanel(utilityId: string, onChange: (isOpen: boolean) => void): Promise<void> {
    const isWatched = await quietly(() => onUtilityClick(utilityId, ({ panelVisible }) => onChange(panelVisible)));
    onChange(isWatched ? await isPanelOpen(utilityId) : true);
}

/** Whether the panel above the bar is open; true when the bar does not say. Never rejects. */
export async function isPanelOpen(utilityId: string): Promise<boolean> {
    return (await quietly(() => getInfo(utilityId)))?.utilityVisible ?? true;
}

async function quietly<Result>(ask: () => Promise<Result>): Promise<Result | undefined> {
    try {
        return await ask();
    } catch {
        return undefined;
    }
}
