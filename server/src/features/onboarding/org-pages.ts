import { html, type Html } from '../../platform/html.ts';
import { lightningOriginOf } from '../../providers/salesforce/index.ts';
import type { Org, OrgCertificate } from '../orgs/index.ts';
import { hidden, link, type Page } from './layout.ts';

/** Connecting an org: four pages for its Salesforce administrator. */

export const connectOrgPage = (csrf: string, problem: string | null = null, typed = ''): Page => ({
  title: 'Connect your Salesforce org',
  body: html`${notice(problem)}
    <p>You need to be a Salesforce administrator, and the MSI Actions package must be installed.</p>
    <form method="post" action="/onboarding/org">
      ${hidden({ csrf })}
      <label for="my-domain">My Domain (only for a sandbox, or when your org asks for it)</label>
      <input
        type="text"
        id="my-domain"
        name="myDomain"
        value="${typed}"
        placeholder="https://acme--uat.sandbox.my.salesforce.com"
        autocomplete="url"
      />
      <button class="button primary">Sign in with Salesforce</button>
    </form>
    <p class="muted">
      We ask Salesforce who you are, whether you are an administrator, and for your own connection to the API. We change nothing in your
      org, and we never see your password.
    </p>`,
});

export const certificatePage = (
  csrf: string,
  org: Org,
  certificates: OrgCertificate[],
  now: Date,
  problem: string | null = null,
): Page => ({
  title: org.registrationStep === 'certificate' ? 'Upload your certificate' : `Certificates of ${org.name}`,
  body: html`${notice(problem)}
    <p>Your org signs each visit of the panel with a certificate. We need its public half, and nothing else, to check the signature.</p>
    <ol>
      <li>In Salesforce Setup, open Certificate and Key Management.</li>
      <li>Create a self-signed certificate named <strong>MSI_Panel</strong>, key size 2048 or more.</li>
      <li>Download the certificate. The file ends in .crt.</li>
    </ol>
    ${certificates.length > 0 && certificateList(certificates, now)}
    <form method="post" action="/onboarding/org/certificate" enctype="multipart/form-data">
      ${hidden({ csrf })}
      <label for="certificate">Certificate file (.crt or .pem)</label>
      <input type="file" id="certificate" name="certificate" accept=".crt,.pem,.cer" required />
      <button class="button primary">Upload certificate</button>
    </form>
    ${
      certificates.length > 0 &&
      html`<p class="muted">
        Two can be active at once, so that you can replace one before it expires. A third takes the place of the oldest.
      </p>`
    }
    ${org.registrationStep === 'done' && link('/onboarding/org/origin', 'Change the Lightning address', false)}`,
});

const DAY_MS = 86_400_000;

const certificateList = (certificates: OrgCertificate[], now: Date): Html =>
  html`<dl>
    ${certificates.map(({ notAfter, fingerprint }) => {
      const days = Math.floor((notAfter.getTime() - now.getTime()) / DAY_MS);
      return html`<dt>Active, ${days < 0 ? 'expired on' : 'valid until'} ${notAfter.toISOString().slice(0, 10)}</dt>
        <dd class="muted">
          ${days < 60 && html`${days < 0 ? 'Replace it now. ' : `Replace it within ${String(days)} days. `}`}SHA-256
          ${fingerprint.slice(0, 23)}…
        </dd>`;
    })}
  </dl>`;

export const originPage = (csrf: string, org: Org, problem: string | null = null, typed: string | null = null): Page => ({
  title: 'Where is Lightning?',
  body: html`${notice(problem)}
    <p>Browsers may call us from this address only. It is where your record pages are.</p>
    <form method="post" action="/onboarding/org/origin">
      ${hidden({ csrf })}
      <label for="origin">Lightning address of ${org.name}</label>
      <input
        type="text"
        id="origin"
        name="origin"
        value="${typed ?? org.lightningOrigin ?? lightningOriginOf(org.myDomainUrl)}"
        required
        autocomplete="url"
      />
      <button class="button primary">Confirm</button>
    </form>
    <p class="muted">We made it out of your My Domain. Compare it with the address bar of a record page.</p>`,
});

export const orgDonePage = (org: Org, publicUrl: string): Page => ({
  title: `${org.name} is connected`,
  body: html`<div class="notice" role="status">You are the first admin.</div>
    <p>Two things remain in Salesforce:</p>
    <ol>
      <li>In the settings of the package, set the server address to <strong>${publicUrl}</strong>.</li>
      <li>Assign the permission set <strong>MSI User</strong> to your reps, and <strong>MSI Admin</strong> to yourself.</li>
    </ol>
    <p>Then invite your reps on the Users tab of the MSI Actions app.</p>
    ${link('/onboarding/setup', 'Set up my own mailbox')} ${link('/onboarding/org/certificate', 'Certificates', false)}`,
});

const notice = (problem: string | null): Html | null => (problem ? html`<div class="notice error" role="alert">${problem}</div>` : null);
