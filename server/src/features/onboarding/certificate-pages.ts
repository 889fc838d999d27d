import type { ErrorCode } from '../../platform/error-catalogue/index.ts';
import { html, type Html } from '../../platform/html.ts';
import { dayWords, minuteWords } from '../../platform/languages/index.ts';
import { canDoWithout, type OrgCertificate } from '../orgs/index.ts';
import { button, hidden, link, type Page } from './layout.ts';
import type { OrgAdmin } from './org-admin.ts';
import { notice, signInAgain } from './org-pages.ts';
import type { SayPage } from './words/index.ts';

const DAY_MS = 86_400_000;
/** Time enough to make and name a new one in Salesforce. */
const WARN_DAYS = 60;

interface CertificatePage {
  certificates: OrgCertificate[];
  now: Date;
  problem?: { title: string; code: ErrorCode } | null;
}

/** What the org's visits are signed with: who gave it and when, until when it is valid, and what was trusted before. */
export function certificatePage(
  say: SayPage,
  csrf: string,
  { org, isProven }: Pick<OrgAdmin, 'org' | 'isProven'>,
  { certificates, now, problem = null }: CertificatePage,
): Page {
  const active = certificates.filter((one) => one.active);
  const ended = certificates.filter((one) => !one.active);
  return {
    title: org.registrationStep === 'certificate' ? say('certificates.first') : say('certificates.title', { org: org.name }),
    body: html`${notice(problem?.title ?? null)}
      <p>${say('certificates.why')}</p>
      ${
        active.length > 0 &&
        html`<ul class="cards">
          ${active.map((one) => activeCard(say, one, now))}
        </ul>`
      }
      ${isProven ? uploadForm(say, csrf, problem?.code === 'certificate_revoked') : signInAgain(say, csrf)}
      ${active.length > 0 && html`<p class="muted">${say('certificates.two')}</p>`} ${ended.length > 0 && endedList(say, ended)}
      ${org.registrationStep === 'done' && link('/onboarding/org/origin', say('goTo.origin.button'), false)}
      ${org.registrationStep === 'done' && link('/onboarding/org/checklist', say('goTo.checklist.button'), false)}`,
  };
}

function uploadForm(say: SayPage, csrf: string, offersRevoked: boolean): Html {
  return html`<h2>${say('upload.heading')}</h2>
    <ol>
      <li>${say('upload.open')}</li>
      <li>${say.html('upload.create')}</li>
      <li>${say('upload.download')}</li>
    </ol>
    <form method="post" action="/onboarding/org/certificate" enctype="multipart/form-data">
      ${hidden({ csrf })}
      <label for="certificate">${say('upload.file')}</label>
      <input type="file" id="certificate" name="certificate" accept=".crt,.pem,.cer" required />
      ${
        offersRevoked &&
        html`<label class="choice">
          <input type="checkbox" name="trustsAgain" value="yes" />
          ${say('upload.trustAgain')}
        </label>`
      }
      <button class="button primary">${say('upload.button')}</button>
    </form>`;
}

function activeCard(say: SayPage, certificate: OrgCertificate, now: Date): Html {
  return html`<li>
    <strong>${validity(say, certificate, now)}</strong>
    ${facts(say, certificate)}
    <a
      href="/onboarding/org/certificate/${certificate.id}/revocation"
      aria-label="${say('certificate.revokeThis', { fingerprint: certificate.fingerprint.slice(0, 11) })}"
    >
      ${say('certificate.revoke.button')}
    </a>
  </li>`;
}

function validity(say: SayPage, { notAfter }: OrgCertificate, now: Date): string {
  const days = Math.floor((notAfter.getTime() - now.getTime()) / DAY_MS);
  const day = dayWords(say.language, notAfter);
  if (days < 0) return say('certificate.expired', { day });
  return days < WARN_DAYS ? say('certificate.expires', { day, days }) : say('certificate.valid', { day });
}

function facts(say: SayPage, { fingerprint, uploadedAt, uploadedBy, lastUsedAt, revokedAt, revokedBy }: OrgCertificate): Html {
  const by = (when: string, person: string | null) => (person ? say('certificate.by', { when, person }) : when);
  return html`<dl class="facts">
    <dt>${say('certificate.fingerprint')}</dt>
    <dd class="fingerprint">${inBytes(fingerprint)}</dd>
    <dt>${say('certificate.uploaded')}</dt>
    <dd>${by(dayWords(say.language, uploadedAt), uploadedBy)}</dd>
    <dt>${say('certificate.used')}</dt>
    <dd>${lastUsedAt ? minuteWords(say.language, lastUsedAt) : say('certificate.neverUsed')}</dd>
    ${
      revokedAt &&
      html`<dt>${say('certificate.revoked')}</dt>
        <dd>${by(minuteWords(say.language, revokedAt), revokedBy)}</dd>`
    }
  </dl>`;
}

/** A line ends between two bytes, so that fingerprints can be compared by eye. */
function inBytes(fingerprint: string): Html[] {
  return fingerprint.split(':').map((byte, index) => (index > 0 ? html`:<wbr />${byte}` : html`${byte}`));
}

function endedList(say: SayPage, ended: OrgCertificate[]): Html {
  return html`<details>
    <summary>${say('certificates.ended', { count: ended.length })}</summary>
    <ul class="cards">
      ${ended.map(
        (one) =>
          html`<li>
            <strong>${say(one.revokedAt ? 'certificate.revoked' : 'certificate.replaced')}</strong>
            ${facts(say, one)}
          </li>`,
      )}
    </ul>
  </details>`;
}

/** Says what stops working before anything does. */
export function revocationPage(
  say: SayPage,
  csrf: string,
  { isProven }: Pick<OrgAdmin, 'isProven'>,
  certificate: OrgCertificate,
  { certificates, now, problem = null }: CertificatePage,
): Page {
  const active = certificates.filter((one) => one.active);
  const isNeeded = !canDoWithout(certificate, active, now);
  const action = `/onboarding/org/certificate/${certificate.id}/revocation`;
  return {
    title: say('revocation.title'),
    body: html`${notice(problem?.title ?? null)}
      <ul class="cards">
        <li><strong>${validity(say, certificate, now)}</strong>${facts(say, certificate)}</li>
      </ul>
      <ul>
        <li>
          ${say('revocation.refused')}
          ${certificate.lastUsedAt && say('revocation.used', { when: minuteWords(say.language, certificate.lastUsedAt) })}
        </li>
        <li>${say('revocation.panels')}</li>
        <li>${say('revocation.told')}</li>
      </ul>
      ${isNeeded && html`<div class="notice error">${say('revocation.needed')}</div>`}
      ${!isNeeded && (isProven ? button(csrf, action, say('revocation.button')) : signInAgain(say, csrf))}
      ${link('/onboarding/org/certificate', say('revocation.keep.button'), false)}`,
  };
}
