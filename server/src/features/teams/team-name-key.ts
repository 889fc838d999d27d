/** The team of everybody; no row. Its name cannot be taken. */
const EVERYONE = 'everyone';

/** What two names have in common that people would read as one. */
export function teamNameKey(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .trim();
}

export function isEveryone(nameKey: string): boolean {
  return nameKey === EVERYONE;
}
