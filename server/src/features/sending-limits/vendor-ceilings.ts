interface Ceiling {
  emailsPerMinute: number;
  emailsPerDay: number;
  recipientsPerDay: number;
}

/**
 * TH-2: what a vendor takes from one mailbox in any minute and any 24 hours. A draft has at most 51 recipients, fewer than either takes in
 * one message through its API (Gmail 100, Exchange Online 500).
 */
export const VENDOR_CEILINGS: Readonly<Record<'google' | 'microsoft', Ceiling>> = {
  // 6,000 quota units a minute for each user, and a send costs 100
  google: { emailsPerMinute: 60, emailsPerDay: 2_000, recipientsPerDay: 10_000 },
  // Exchange Online counts recipients, and each email has one at least
  microsoft: { emailsPerMinute: 30, emailsPerDay: 10_000, recipientsPerDay: 10_000 },
};
