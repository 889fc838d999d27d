import { ProviderError } from '../../platform/provider-error.ts';
import { API_DISABLED_CODES } from './api-errors.ts';
import type { Api } from './connection.ts';

/**
 * Whether the user may use the API at all: consent succeeds without "API Enabled", and then every data call is
 * refused. False only for that; any other failure is thrown.
 */
export async function probeApiEnabled(api: Api): Promise<boolean> {
  try {
    await api.call((connection) => connection.describe('Task'));
    return true;
  } catch (error) {
    if (error instanceof ProviderError && API_DISABLED_CODES.includes(error.vendorCode ?? '')) return false;
    throw error;
  }
}
