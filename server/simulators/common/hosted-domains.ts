/**
 * Whether the simulated mail vendors host a domain: anyone of it may sign in, known before or not. `acme-7.example` belongs to a copy of
 * Acme.
 */
export function isHostedDomain(domain: string): boolean {
  return /^(?:acme|initech)(?:-\d+)?\.example$/.test(domain);
}
