/** What a text has in common with others that differ from it in case and accents alone. */
export function searchKey(text: string): string {
  // Upper case, because the lower case of a Greek sigma depends on where it stands. The lower case before it makes one of ß and its capital
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]|\p{Default_Ignorable_Code_Point}/gu, '')
    .toLowerCase()
    .toUpperCase()
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Patterns of SQL for the words of a search, all of which a text has to hold; none where nothing is asked for. */
export function searchPatterns(search: string): string[] {
  const words = searchKey(search).split(' ').filter(Boolean);
  return [...new Set(words)].map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
}
