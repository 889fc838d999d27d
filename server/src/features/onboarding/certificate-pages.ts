import type { ErrorCode } from '../../platform/error-catalogue/index.ts';
import { html, type Html } from '../../platform/html.ts';
import { utcDay, utcMinute } from '../../platform/utc-words.ts';
import { canDoWithout, type OrgCertificate } from '../orgs/index.ts';
import { button, hidden, link, type Page } from './layout.ts';
import type { OrgAdmin } from './org-admin.ts';
import { notice, signInAgain } from './org-pages.ts';

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
  csrf: string,
  { org, isProven }: Pick<OrgAdmin, 'org' | 'isProven'>,
  { certificates, now, problem = null }: CertificatePage,
): Page {
  const active = certificates.filter((one) => one.active);
  const ended = certificates.filter((one) => !one.active);
  return {
    title: org.registrationStep === 'certificate' ? 'Upload your certificate' : `Certificates of ${org.name}`,
    body: html`${notice(problem?.title ?? null)}
      <p>Your org signs every visit to the panel with a certificate. To check the signature we need its public part, and nothing else.</p>
      ${
        active.length > 0 &&
        html`<ul class="cards">
          ${active.map((one) => activeCard(one, now))}
        </ul>`
      }
      ${isProven ? uploadForm(csrf, problem?.code === 'certificate_revoked') : signInAgain(csrf)}
      ${
        active.length > 0 &&
        html`<p class="muted">
          Two can be active at once, so that you can replace one before it expires. A third one only ever replaces one that has expired or
          was never used.
        </p>`
      }
      ${ended.length > 0 && endedList(ended)}
      ${org.registrationStep === 'done' && link('/onboarding/org/origin', 'Lightning address', false)}
      ${org.registrationStep === 'done' && link('/onboarding/org/checklist', 'Checklist', false)}`,
  };
}

function uploadForm(csrf: string, offersRevoked: boolean): Html {
  return html`<h2>Upload a certificate</h2>
    <ol>
      <li>In Salesforce Setup, open Certificate and Key Management.</li>
      <li>Create a self-signed certificate, key size 2048 or more. The first one is named <strong>MSI_Panel</strong>.</li>
      <li>Download the certificate. The file ends in .crt.</li>
    </ol>
    <form method="post" action="/onboarding/org/certificate" enctype="multipart/form-data">
      ${hidden({ csrf })}
      <label for="certificate">Certificate file (.crt or .pem)</label>
      <input type="file" id="certificate" name="certificate" accept=".crt,.pem,.cer" required />
      ${
        offersRevoked &&
        html`<label class="choice">
          <input type="checkbox" name="trustsAgain" value="yes" />
          Trust a revoked certificate again
        </label>`
      }
      <button class="button primary">Upload certificate</button>
    </form>`;
}

function activeCard(certificate: OrgCertificate, now: Date): Html {
  return html`<li>
    <strong>${validity(certificate, now)}</strong>
    ${facts(certificate)}
    <a
      href="/onboarding/org/certificate/${certificate.id}/revocation"
      aria-label="Revoke the certificate ${certificate.fingerprint.slice(0, 11)}"
    >
      Revoke
    </a>
  </li>`;
}

function validity({ notAfter }: OrgCertificate, now: Date): string {
  const days = Math.floor((notAfter.getTime() - now.getTime()) / DAY_MS);
  if (days < 0) return `Expired on ${utcDay(notAfter)}. Replace it now.`;
  return `Valid until ${utcDay(notAfter)}${days < WARN_DAYS ? `. Replace it within ${String(days)} days.` : ''}`;
}

function facts({ fingerprint, uploadedAt, uploadedBy, lastUsedAt, revokedAt, revokedBy }: OrgCertificate): Html {
  return html`<dl class="facts">
    <dt>SHA-256 fingerprint</dt>
    <dd class="fingerprint">${inBytes(fingerprint)}</dd>
    <dt>Uploaded</dt>
    <dd>${utcDay(uploadedAt)}${uploadedBy && ` by ${uploadedBy}`}</dd>
    <dt>Last used</dt>
    <dd>${lastUsedAt ? utcMinute(lastUsedAt) : 'Never'}</dd>
    ${
      revokedAt &&
      html`<dt>Revoked</dt>
        <dd>${utcMinute(revokedAt)}${revokedBy && ` by ${revokedBy}`}</dd>`
    }
  </dl>`;
}

/** A line ends between two bytes, so that fingerprints can be compared by eye. */
function inBytes(fingerprint: string): Html[] {
  return fingerprint.split(':').map((byte, index) => (index > 0 ? html`:<wbr />${byte}` : html`${byte}`));
}

function endedList(ended: OrgCertificate[]): Html {
  return html`<details>
    <summary>No longer trusted (${ended.length})</summary>
    <ul class="cards">
      ${ended.map((one) => html`<li><strong>${one.revokedAt ? 'Revoked' : 'Replaced'}</strong>${facts(one)}</li>`)}
    </ul>
  </details>`;
}

/** Says what stops working before anything does. */
export function revocationPage(
  csrf: string,
  { isProven }: Pick<OrgAdmin, 'isProven'>,
  certificate: OrgCertificate,
  { certificates, now, problem = null }: CertificatePage,
): Page {
  const active = certificates.filter((one) => one.active);
  const isNeeded = !canDoWithout(certificate, active, now);
  return {
    title: 'Revoke this certificate?',
    body: html`${notice(problem?.title ?? null)}
      <ul class="cards">
        <li><strong>${validity(certificate, now)}</strong>${facts(certificate)}</li>
      </ul>
      <ul>
        <li>Whatever is signed with it is refused at once. ${certificate.lastUsedAt && usedSentence(certificate.lastUsedAt)}</li>
        <li>Every open panel signs in again by itself. Nobody has to type anything, and nothing that waits to be sent is lost.</li>
        <li>Every admin is told by email. To trust it again, somebody has to upload it once more.</li>
      </ul>
      ${
        isNeeded &&
        html`<div class="notice error">
          It cannot be revoked yet: no other certificate has signed a visit of your org lately. Upload a new one, name it in the setting in
          Salesforce, and open the panel once.
        </div>`
      }
      ${!isNeeded && (isProven ? button(csrf, `/onboarding/org/certificate/${certificate.id}/revocation`, 'Revoke certificate') : signInAgain(csrf))}
      ${link('/onboarding/org/certificate', 'Keep it', false)}`,
  };
}

function usedSentence(lastUsedAt: Date): string {
  return `It was last used on ${utcMinute(lastUsedAt)}: if your org still signs with it, the panel stops working for everybody until the setting in Salesforce names another one.`;
}
