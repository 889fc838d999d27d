import { defineCounter } from '../../platform/metrics.ts';
import { PROVIDER_ERROR_KINDS } from '../../platform/provider-error.ts';
import { API_CODES } from '../../providers/salesforce/index.ts';
import { SKIP_CODES } from './write-results.ts';

/** Codes of the connection, where Salesforce was not asked. */
const CONNECTION_CODES = ['NOT_CONNECTED', 'RECONNECT_REQUIRED', 'REFRESH_OUTCOME_UNKNOWN'];

/** Refusals of an org's own rules and code, which will fail the same way again. */
const REFUSALS = [
  'CANNOT_EXECUTE_FLOW_TRIGGER',
  'FIELD_CUSTOM_VALIDATION_EXCEPTION',
  'FIELD_FILTER_VALIDATION_EXCEPTION',
  'FIELD_INTEGRITY_EXCEPTION',
  'INVALID_FIELD',
  'INVALID_FIELD_FOR_INSERT_UPDATE',
  'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
  'INVALID_TYPE_ON_FIELD_IN_RECORD',
  'REQUIRED_FIELD_MISSING',
  'STRING_TOO_LONG',
];

/** The code is Salesforce's word for a try that did not succeed, or the kind of failure where it has none. */
export const SALESFORCE_WRITES = defineCounter({
  name: 'msi_salesforce_writes_total',
  help: 'Tries to write to Salesforce by what became of the write and the code of the answer.',
  labels: {
    state: ['logged', 'pending', 'failed', 'skipped'],
    code: ['none', ...new Set([...API_CODES, ...REFUSALS, ...SKIP_CODES, ...CONNECTION_CODES, ...PROVIDER_ERROR_KINDS]), 'other'],
  },
});
