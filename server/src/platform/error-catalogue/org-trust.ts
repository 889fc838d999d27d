import type { ErrorEntry } from './entry.ts';

/** What an org is trusted by: its certificates and its Lightning address. */
export const ORG_TRUST_ERRORS = {
  certificate_missing: { status: 400, remedy: 'change_request', title: 'Choose the certificate file first. It ends in .crt.' },
  private_key_uploaded: {
    status: 400,
    remedy: 'change_request',
    title: 'This file holds a private key. It was not kept. Upload the certificate (.crt) that Salesforce lets you download, never a key.',
  },
  not_a_certificate: {
    status: 400,
    remedy: 'change_request',
    title: 'This file is not a certificate. Download it in Salesforce under Certificate and Key Management; it ends in .crt.',
  },
  certificate_not_rsa: {
    status: 400,
    remedy: 'change_request',
    title: 'The key of this certificate is not RSA. Create a self-signed certificate in Salesforce with an RSA key.',
  },
  certificate_key_too_short: { status: 400, remedy: 'change_request', title: 'The key of this certificate is too short.' },
  certificate_not_yet_valid: { status: 400, remedy: 'change_request', title: 'This certificate is not valid yet.' },
  not_a_lightning_address: {
    status: 400,
    remedy: 'change_request',
    title: 'This is not an address of Salesforce Lightning. Open any record in Salesforce and copy what stands in the address bar.',
  },
  lightning_address_of_another_org: {
    status: 400,
    remedy: 'change_request',
    title: 'This address belongs to another Salesforce org than the one you signed in to.',
  },

  administrator_proof_needed: {
    status: 403,
    remedy: 'start_again',
    title: 'Sign in with Salesforce again first, as a Salesforce administrator.',
  },
  salesforce_admins_only: {
    status: 403,
    remedy: 'ask_salesforce_admin',
    title: 'Only a Salesforce administrator can connect an org. Ask yours to open this page.',
  },

  certificate_revoked: {
    status: 409,
    remedy: 'change_request',
    title: 'This certificate, or another with the same key, was revoked. Create a new one in Salesforce.',
  },
  certificates_in_use: {
    status: 409,
    remedy: 'change_request',
    title:
      'Both certificates have signed visits of your org, so an upload removes neither. Revoke the one that you no longer need, then ' +
      'upload again.',
  },
  last_certificate: {
    status: 409,
    remedy: 'change_request',
    title:
      'No other certificate has signed a visit of your org lately, so nobody could use MSI Actions without this one. Upload a new one, ' +
      'name it in the setting in Salesforce, open the panel once, then revoke this one.',
  },
} as const satisfies Record<string, ErrorEntry>;
