import { createElement } from 'lwc';
/** @import { LightningElement } from 'lwc' */

const DEADLINE_MS = 4000;

/**
 * Puts a component on the page and answers its element.
 * @template {LightningElement} Component
 * @param {string} tag @param {new () => Component} is @param {import('./answers').Properties<Component>} [properties]
 * @returns {any}
 */
export function show(tag, is, properties) {
    const element = Object.assign(createElement(tag, { is: /** @type {any} */ (is) }), properties);
    document.body.appendChild(element);
    return element;
}

/**
 * The first element that matches in the element's own template, then in that element's, and so on; null when there is none.
 * @param {any} element @param {string[]} selectors
 * @returns {any}
 */
export function find(element, ...selectors) {
    return selectors.reduce((at, selector) => at?.shadowRoot?.querySelector(selector) ?? null, element);
}

/** @param {any} element @param {string} selector @returns {any[]} */
export const findAll = (element, selector) => [...element.shadowRoot.querySelectorAll(selector)];

/**
 * The button or the base component with this label; stubs of base components render nothing.
 * @param {any} element @param {string} label
 * @returns {any}
 */
export const labelled = (element, label) =>
    findAll(element, 'button, lightning-button, lightning-menu-item').find((one) => (one.label ?? one.textContent.trim()) === label);

/**
 * The words of the element's own template, in reading order.
 * @param {any} element
 * @returns {string}
 */
export const words = (element) => element.shadowRoot.textContent.replace(/\s+/g, ' ').trim();

/**
 * Waits until the condition gives something true, and answers that.
 * @param {() => any} condition
 * @returns {Promise<any>}
 */
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

/**
 * Collects the details of an event.
 * @param {EventTarget} element @param {string} name
 * @returns {any[]}
 */
export function heard(element, name) {
    /** @type {any[]} */
    const details = [];
    element.addEventListener(name, (event) => details.push(/** @type {CustomEvent} */ (event).detail));
    return details;
}

/**
 * What a base component's stub cannot fire by itself.
 * @param {EventTarget} element @param {string} name @param {unknown} [detail]
 */
export function fire(element, name, detail) {
    element.dispatchEvent(new CustomEvent(name, { detail }));
}
