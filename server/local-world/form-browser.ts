import { DomUtils, parseDocument } from 'htmlparser2';

type Document = ReturnType<typeof parseDocument>;
type Element = NonNullable<ReturnType<typeof DomUtils.findOne>>;

/** A page as someone without a screen sees it: where it is, what it says, what can be pressed. */
export interface FormPage {
  url: string;
  status: number;
  text: string;
  heading: string;
}

export interface FormBrowser {
  readonly page: FormPage;
  open(url: string): Promise<FormPage>;
  /** Presses the button or follows the link with this text; `fields` fill the form around the button. Throws when there is none. */
  press(label: string, fields?: Record<string, string | Blob>): Promise<FormPage>;
}

const MAX_REDIRECTS = 15;

/**
 * A browser for forms: cookies, redirects, hidden fields, no script. The onboarding pages work without JavaScript,
 * so this walks through them exactly as a person would. `language` is what the person has set in the browser.
 */
export function createFormBrowser({ language = 'en' }: { language?: string } = {}): FormBrowser {
  const cookies = new Map<string, Map<string, string>>();
  let page: FormPage = { url: 'about:blank', status: 0, text: '', heading: '' };
  let document: Document = parseDocument('');

  const jarOf = (url: URL): Map<string, string> => {
    const jar = cookies.get(url.hostname) ?? new Map<string, string>();
    cookies.set(url.hostname, jar);
    return jar;
  };

  async function request(target: string, init: RequestInit = {}): Promise<FormPage> {
    let url = new URL(target, page.url === 'about:blank' ? undefined : page.url);
    let current = init;
    for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
      const jar = jarOf(url);
      const headers = new Headers(current.headers);
      headers.set('accept-language', language);
      headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '));
      if (current.method === 'POST') headers.set('origin', url.origin);
      const response = await fetch(url, { ...current, headers, redirect: 'manual' });
      for (const line of response.headers.getSetCookie()) {
        const [pair = ''] = line.split(';');
        const at = pair.indexOf('=');
        if (/max-age=0|expires=Thu, 01 Jan 1970/i.test(line)) jar.delete(pair.slice(0, at));
        else jar.set(pair.slice(0, at), pair.slice(at + 1));
      }
      const location = response.headers.get('location');
      if (location === null || response.status < 300 || response.status >= 400) {
        document = parseDocument(await response.text());
        page = { url: url.href, status: response.status, text: visibleText(document), heading: headingOf(document) };
        const onward = immediateRefresh(document);
        if (onward === null) return page;
        url = new URL(onward, url);
        current = {};
        continue;
      }
      await response.arrayBuffer();
      url = new URL(location, url);
      if (response.status !== 307 && response.status !== 308) current = {};
    }
    throw new Error(`${target} redirects more than ${MAX_REDIRECTS} times.`);
  }

  return {
    get page() {
      return page;
    },
    open: (url) => request(url),
    async press(label, fields = {}) {
      const target = DomUtils.findOne((element) => isPressable(element) && labelOf(element) === label, document.children);
      if (!target) throw new Error(`"${label}" is not on the page "${page.heading}" (${page.url}): ${page.text.slice(0, 400)}`);
      if (target.name === 'a') return request(target.attribs['href'] ?? '');
      const form = closest(target, 'form');
      if (!form) throw new Error(`"${label}" is not in a form on ${page.url}.`);
      const pressed: [string, string][] = target.attribs['name'] ? [[target.attribs['name'], target.attribs['value'] ?? '']] : [];
      // Several boxes of one name may be ticked; what is filled in here takes the place of all of them
      const values: [string, string | Blob][] = [
        ...fieldsOf(form).filter(([name]) => !(name in fields)),
        ...pressed,
        ...Object.entries(fields),
      ];
      const action = target.attribs['formaction'] ?? form.attribs['action'] ?? page.url;
      if ((form.attribs['method'] ?? 'get').toLowerCase() === 'get') {
        const url = new URL(action, page.url);
        for (const [name, value] of values) {
          if (typeof value === 'string') url.searchParams.append(name, value);
        }
        return request(url.href);
      }
      const body = form.attribs['enctype'] === 'multipart/form-data' ? new FormData() : new URLSearchParams();
      for (const [name, value] of values) (body as FormData).append(name, value as string);
      return request(action, { method: 'POST', body });
    },
  };
}

/** Where a page that moves on at once leads, as browsers follow it. */
function immediateRefresh(document: Document): string | null {
  const meta = DomUtils.findOne(
    (element) => element.name === 'meta' && element.attribs['http-equiv']?.toLowerCase() === 'refresh',
    document.children,
  );
  return /^\s*0\s*;\s*url=(.+)$/i.exec(meta?.attribs['content'] ?? '')?.[1] ?? null;
}

function isPressable(element: Element): boolean {
  return element.name === 'button' || element.name === 'a' || (element.name === 'input' && element.attribs['type'] === 'submit');
}

function labelOf(element: Element): string {
  return (element.name === 'input' ? (element.attribs['value'] ?? '') : DomUtils.textContent(element)).replace(/\s+/g, ' ').trim();
}

function closest(element: Element, name: string): Element | null {
  for (let at = element.parent; at; at = at.parent) {
    if ('name' in at && at.name === name) return at;
  }
  return null;
}

/** What the form would send untouched: hidden and filled inputs, checked boxes, text areas. */
function fieldsOf(form: Element): [string, string][] {
  return DomUtils.findAll(
    (element) => ['input', 'textarea', 'select'].includes(element.name) && Boolean(element.attribs['name']),
    form.children,
  ).flatMap((element): [string, string][] => {
    const name = element.attribs['name'] ?? '';
    const type = element.attribs['type'] ?? 'text';
    if (element.name === 'textarea') return [[name, DomUtils.textContent(element)]];
    if (['submit', 'button', 'file'].includes(type)) return [];
    if (['checkbox', 'radio'].includes(type) && !('checked' in element.attribs)) return [];
    return [[name, element.attribs['value'] ?? (type === 'checkbox' ? 'on' : '')]];
  });
}

function headingOf(document: Document): string {
  const heading = DomUtils.findOne((element) => element.name === 'h1', document.children);
  return heading ? DomUtils.textContent(heading).replace(/\s+/g, ' ').trim() : '';
}

function visibleText(document: Document): string {
  const body = DomUtils.findOne((element) => element.name === 'body', document.children);
  return DomUtils.textContent(body ?? document)
    .replace(/\s+/g, ' ')
    .trim();
}
