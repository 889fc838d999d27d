import { createElement } from 'lwc';

const DEADLINE_MS = 4000;

/** Puts a component on the page and answers its element. */
export function show(tag, is, properties = {}) {
    const element = Object.assign(createElement(tag, { is }), properties);
    document.body.appendChild(element);
    return element;
}

/** The first element that matches in the element's own template, then in that element's, and so on; null when there is none. */
export function find(element, ...selectors) {
    return selectors.reduce((at, selector) => at?.shadowRoot?.querySelector(selector) ?? null, element);
}

export const findAll = (element, selector) => [...element.shadowRoot.querySelectorAll(selector)];

/** The base component with this label; stubs of base components render nothing. */
export const labelled = (element, label) =>
    findAll(element, 'lightning-button, lightning-menu-item, lightning-tab').find((one) => one.label === label);

/** The words of the element's own template, in reading order. */
export const words = (element) => element.shadowRoot.textContent.replace(/\s+/g, ' ').trim();

/** Waits until the condition gives something true, and answers that. */
export async function until(condition, startedAt = Date.now()) {
    const value = condition();
    if (value) return value;
    if (Date.now() - startedAt > DEADLINE_MS) throw new Error(`Never became true: ${condition}`);
    await new Promise((resolve) => {
        // eslint-disable-next-line @lwc/lwc/no-async-operation
        setTimeout(resolve, 5);
    });
    return until(condition, startedAt);
}

/** Collects the details of an event. */
export function heard(element, name) {
    const details = [];
    element.addEventListener(name, ({ detail }) => details.push(detail));
    return details;
}

/** What a base component's stub cannot fire by itself. */
export function fire(element, name, detail) {
    element.dispatchEvent(new CustomEvent(name, { detail }));
}
