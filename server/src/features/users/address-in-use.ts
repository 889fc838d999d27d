import { AppError } from '../../platform/errors.ts';

/** ON-4: the refusal of an address that is active in another org. `in_other_instance` for whoever registers an org. */
export function addressInUse(code: 'address_in_use' | 'in_other_instance', address: string): AppError {
  return new AppError(code, {
    title: `The address ${address} is in use for MSI Actions in another org. An address can be in one org at a time. Ask the admin of that org to end your access there, then try again.`,
  });
}
