import { z } from 'zod';
import { problemOfAddress, type AddressProblem } from './email-address.ts';
import { ERROR_CODES } from './error-catalogue/index.ts';
import { commonSentence } from './error-words/index.ts';
import { asEnglish } from './english-sentences.ts';

/** The codes of docs/errors.md. */
export const ErrorCode = z.enum(ERROR_CODES).meta({ id: 'ErrorCode' });

/** What is wrong with one field of a request: zod's own kinds, and ours. */
export const FaultCode = z
  .enum([
    'custom',
    'invalid_element',
    'invalid_format',
    'invalid_key',
    'invalid_type',
    'invalid_union',
    'invalid_value',
    'not_multiple_of',
    'nul_character',
    'opt_out_unknown',
    'recipient_opted_out',
    'too_big',
    'too_small',
    'unrecognized_keys',
  ])
  .meta({ id: 'FaultCode' });

const Fault = z.object({ in: z.string(), pointer: z.string(), code: FaultCode, detail: z.string() });
export type Fault = z.infer<typeof Fault>;

/** RFC 9457 problem details with our stable `code`; `title` is a sentence for people. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: ErrorCode,
    detail: z.string().optional(),
    requestId: z.string().optional(),
    retryAt: z.iso.datetime().optional(),
    errors: z.array(Fault).optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof Problem>;

/** A Salesforce record id, 15 or 18 characters. */
export const RecordId = z.string().regex(/^[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?$/, asEnglish(commonSentence('recordId')));

export const Timestamp = z.iso.datetime().meta({ description: 'UTC, ISO 8601' });

const ADDRESS_WORDS: Readonly<Record<AddressProblem, string>> = {
  not_an_address: asEnglish(commonSentence('notAnAddress')),
  too_long: asEnglish(commonSentence('addressTooLong')),
  not_in_plain_letters: asEnglish(commonSentence('addressNotPlain')),
};

/** One address as the rep typed or chose it, by the rule of `problemOfAddress`. */
export const EmailAddress = z.string().superRefine((address, context) => {
  const problem = problemOfAddress(address);
  if (problem) context.addIssue({ code: 'custom', message: ADDRESS_WORDS[problem] });
});
