export { isHostedDomain } from './hosted-domains.ts';
export { escapeHtml, hiddenFields, html, Html, sendPage } from './html.ts';
export { createSimulator, type Simulator } from './simulator.ts';
