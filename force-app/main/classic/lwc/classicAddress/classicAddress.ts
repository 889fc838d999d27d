import type { PageReference } from 'c/hostPage';

/**
 * The address of a page for Salesforce Classic. A record has its id for one; a tab of ours and a component are Lightning pages, which
 * Salesforce opens in Lightning Experience.
 */
export function classicAddress({ attributes, state }: PageReference): string {
    const { recordId, componentName, apiName } = attributes;
    if (recordId) return `/${recordId}`;
    return `/lightning/${componentName ? `cmp/${componentName}` : `n/${apiName ?? ''}`}?${new URLSearchParams(state)}`;
}
