const { readFileSync } = require('fs');
const { webcrypto } = require('crypto');
const path = require('path');
const { setup } = require('@sa11y/jest');

const LABELS = path.resolve(__dirname, '../main/shared/labels/CustomLabels.labels-meta.xml');
const ENTITIES = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
const unescaped = (text) => text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name) => ENTITIES[name]);
const platform = (name, value) => jest.doMock(name, () => ({ __esModule: true, default: value }), { virtual: true });

// Tests read what people read: the words of the labels instead of their names.
for (const [, label] of readFileSync(LABELS, 'utf8').matchAll(/<labels>([\s\S]*?)<\/labels>/g)) {
    const [, name] = /<fullName>(.*?)<\/fullName>/.exec(label);
    const [, value] = /<value>([\s\S]*?)<\/value>/.exec(label);
    platform(`@salesforce/label/c.${name}`, unescaped(value));
}
platform('@salesforce/i18n/lang', 'en-US');
platform('@salesforce/i18n/locale', 'en-US');
platform('@salesforce/i18n/timeZone', 'Europe/Berlin');
platform('@salesforce/user/Id', '005000000000001AAA');
beforeEach(() => {
    sessionStorage.clear();
    localStorage.clear();
});

const issueToken = jest.fn();
platform('@salesforce/apex/PanelToken.issue', issueToken);
beforeEach(() => {
    issueToken.mockReset();
    issueToken.mockResolvedValue({ serverUrl: 'https://service.example', token: 'signed-by-apex' });
});

// jsdom has none of them
Object.defineProperty(globalThis, 'crypto', { value: webcrypto, configurable: true });
Element.prototype.scrollIntoView ??= () => undefined;
AbortSignal.timeout ??= () => new AbortController().signal;

// Every screen a test leaves behind is checked for accessibility.
setup({ autoCheckOpts: { runAfterEach: true, cleanupAfterEach: true } });
