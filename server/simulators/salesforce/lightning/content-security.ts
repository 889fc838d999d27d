import { readFileSync } from 'node:fs';
import { xmlText } from './build/project.ts';
import type { Project } from './build/project.ts';

/** Reserved by RFC 2606: an address that an administrator replaces by the real one. */
const PLACEHOLDER = /^https:\/\/([\w-]+\.)*example\.com$/;

/**
 * The header a Lightning page is served with. A component may only call the trusted URLs that the project ships, so a missing or
 * inactive one shows here as it would in an org; a placeholder is replaced by `serviceUrl`, as an administrator would edit it.
 */
export function contentSecurityPolicy(project: Project, { serviceUrl, lws }: { serviceUrl: string; lws: boolean }): string {
  const sites = project
    .all('.cspTrustedSite-meta.xml')
    .map((file) => readFileSync(file, 'utf8'))
    .filter((xml) => xmlText(xml, 'isActive') === 'true' && /^(All|LEX)$/.test(xmlText(xml, 'context') ?? 'All'));
  const allowed = (purpose: string) =>
    ["'self'", ...sites.filter((xml) => xmlText(xml, `isApplicableTo${purpose}`) === 'true').map((xml) => origin(xml, serviceUrl))].join(
      ' ',
    );
  return [
    "default-src 'self'",
    // the sandbox of Lightning Web Security evaluates source text
    `script-src 'self'${lws ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    `connect-src ${allowed('ConnectSrc')}`,
    `img-src ${allowed('ImgSrc')} data: blob:`,
    `frame-src ${allowed('FrameSrc')}`,
    "object-src 'none'",
    "base-uri 'self'",
    "frame-ancestors 'self'",
  ].join('; ');
}

function origin(xml: string, serviceUrl: string): string {
  const { origin: written } = new URL(xmlText(xml, 'endpointUrl') ?? '');
  return PLACEHOLDER.test(written) ? new URL(serviceUrl).origin : written;
}
