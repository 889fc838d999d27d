import { AppError } from '../../platform/errors.ts';
import { sentence } from './error-words/index.ts';

/** ON-4: the refusal of an address that is active in another org. `in_other_instance` for whoever registers an org. */
export function addressInUse(code: 'address_in_use' | 'in_other_instance', address: string): AppError {
  return new AppError(code, {
    title: sentence('addressInUse', { address }),
  });
}
