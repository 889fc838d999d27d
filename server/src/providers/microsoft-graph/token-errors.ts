import { ProviderError, type ProviderErrorKind, type ReconnectReason } from '../../platform/provider-error.ts';
import { retryAfter } from '../http.ts';

export interface TokenRefusal {
  status: number;
  headers: Headers;
  body: unknown;
}

interface Meaning {
  kind: ProviderErrorKind;
  reason?: ReconnectReason;
  sentence?: string;
}

/** A redirect, or a page of a proxy: nothing that Microsoft says of a connection. */
const STRANGER: Meaning = { kind: 'transient', sentence: 'Something else than Microsoft answered the token request.' };

function reconnect(reason: ReconnectReason): Meaning {
  return { kind: 'reconnect_required', reason };
}

/** AADSTS codes and what they mean for a connection. */
const TABLE: readonly (readonly [Meaning, readonly number[]])[] = [
  [{ kind: 'admin_action' }, [90094, 90095, 700016, 90002, 650052, 7000112, 7000229]],
  [{ kind: 'admin_action', sentence: 'The secret of this app at Microsoft is wrong or has expired.' }, [7000215, 7000222, 700027, 7000218]],
  [reconnect('admin_blocked'), [53000, 53001, 53002, 53003, 53004, 50131, 50005, 530003]],
  [reconnect('admin_blocked'), [50057, 50034, 50020, 50053, 50105, 90072]],
  [reconnect('password_changed'), [50055, 50173]],
  [reconnect('expired'), [700082, 700084, 70008, 70043, 70044, 50089, 54005]],
  [reconnect('revoked'), [65001, 65004, 50132, 50133]],
  [reconnect('unknown'), [70000, 50076, 50079, 50074, 50072, 50158]],
  [{ kind: 'invalid' }, [50011, 900144, 9002313, 501481, 70011, 50196]],
  [{ kind: 'transient' }, [90033, 90006, 90012, 50000, 90055]],
];
const MEANING_OF = new Map(TABLE.flatMap(([meaning, codes]) => codes.map((code) => [code, meaning] as const)));

/** Turns a refusal of the token endpoint into our words, by the first AADSTS code, then by the OAuth code. */
export function tokenError(refusal: TokenRefusal, now: Date): ProviderError {
  const body = refusal.body as { error?: string; error_codes?: number[]; error_description?: string; trace_id?: string; claims?: string };
  const aadsts = body.error_codes?.[0] ?? Number(/AADSTS(\d+)/.exec(body.error_description ?? '')?.[1] ?? 0);
  const isStranger = aadsts === 0 && body.error === undefined && refusal.status < 500 && refusal.status !== 429;
  const { kind, reason, sentence } = isStranger ? STRANGER : meaningOf(refusal.status, aadsts, body.error);
  return new ProviderError(kind, sentence ?? SENTENCES[kind] ?? 'Microsoft refused the token request.', {
    provider: 'microsoft',
    vendorCode: aadsts ? `AADSTS${aadsts}` : (body.error ?? `HTTP_${refusal.status}`),
    vendorRequestId: body.trace_id,
    reason,
    isUnexpected: isStranger,
    claims: kind === 'reconnect_required' ? body.claims : undefined,
    retryAt: kind === 'rate_limited' ? retryAfter(refusal.headers.get('retry-after'), now) : undefined,
  });
}

const SENTENCES: Partial<Record<ProviderErrorKind, string>> = {
  reconnect_required: 'Microsoft no longer accepts this connection.',
  admin_action: 'The Microsoft administrator must allow this app first.',
  transient: 'Microsoft could not answer.',
  rate_limited: 'Microsoft asks to wait.',
};

function meaningOf(status: number, aadsts: number, error: string | undefined): Meaning {
  if (status === 429) return { kind: 'rate_limited' };
  const known = MEANING_OF.get(aadsts);
  if (known) return known;
  if (status >= 500 || error === 'temporarily_unavailable') return { kind: 'transient' };
  if (error === 'invalid_client' || error === 'unauthorized_client') return { kind: 'admin_action' };
  if (error === 'invalid_grant' || error === 'interaction_required' || error === 'consent_required') return reconnect('unknown');
  return { kind: 'invalid' };
}
