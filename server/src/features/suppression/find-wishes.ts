import type { Tx } from '../../platform/postgres.ts';
import { findKnownRecipients } from './repository.ts';
import type { PersonRefusal } from './schemas.ts';

/** What the org knows of a person's wish, whoever saw it, and whether an email to that person would be refused. */
export interface Wish {
  optedOut: boolean | null;
  refusal: PersonRefusal | null;
}

interface SomePerson {
  id: string;
  /** In the form in which addresses are compared; null where there is none. */
  address: string | null;
}

/** The wishes of people, by id. A person without an address gets no refusal: there is nothing to refuse. */
export async function findWishes(tx: Tx, orgId: string, userId: string, people: readonly SomePerson[]): Promise<Map<string, Wish>> {
  if (people.length === 0) return new Map();
  const addressOf = new Map(people.map(({ id, address }) => [id, address]));
  const addresses = [...new Set(addressOf.values())].filter((address) => address !== null);
  const known = await findKnownRecipients(tx, orgId, userId, [...addressOf.keys()], addresses);
  return new Map(
    [...addressOf].map(([id, address]) => {
      const own = known.find(({ personId }) => personId === id);
      const others = known.filter((row) => row.personId === null && row.address === address);
      const isOptedOut = ({ refusal }: { refusal: string | null }): boolean => refusal === 'recipient_opted_out';
      const refusal = (): PersonRefusal | null => {
        if (address === null) return null;
        if (own && isOptedOut(own)) return 'opted_out';
        if (others.some(isOptedOut)) return 'address_opted_out';
        return own?.refusal || others.some((row) => row.refusal) ? 'opt_out_unknown' : null;
      };
      return [id, { optedOut: own?.optedOut ?? null, refusal: refusal() }];
    }),
  );
}
