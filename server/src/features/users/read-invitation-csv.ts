import { CsvError, parse } from 'csv-parse/sync';
import { canonicalAddress } from '../../platform/canonical-address.ts';
import { AppError } from '../../platform/errors.ts';
import type { Sentence } from '../../platform/languages/index.ts';
import { EmailAddress } from '../../platform/schemas.ts';
import { sentence } from './error-words/index.ts';
import type { TeamFinder } from './invitation-teams.ts';
import type { Role } from './repository.ts';
import { MOST_INVITATIONS, type InvitationCsv, type InvitationFile } from './schemas.ts';

/** An org has 100 seats; more rows than this are another file. */
const MOST_ROWS = 1_000;
const SAMPLES = 3;
const DELIMITERS = [',', ';', '\t'];
const EMAIL_HEADER = /e-?mail|address/i;
const TEAM_HEADER = /team|group|gruppe/i;
/** Between several teams in one cell; a name that has one of these in it is written alone, or between the others. */
const TEAM_SEPARATORS = [/\|/, /[;,|]/];
const ROLE_HEADER = /role|rolle|profile/i;
/** AD-2, and how people write it. An empty cell is a rep. */
const ROLES: Readonly<Record<string, Role>> = {
  '': 'rep',
  rep: 'rep',
  user: 'rep',
  'sales rep': 'rep',
  admin: 'admin',
  administrator: 'admin',
};

interface Line {
  cells: string[];
  /** As an editor counts, from 1. */
  number: number;
}

/**
 * AD-1: what a file of invitations holds. The columns are guessed by their headings, then by what stands in them, unless they were chosen;
 * each row has its role or what is wrong with it. AppError 422 `csv_unreadable` for a file that is no CSV, is empty or too long.
 */
export function readInvitationCsv({ csv, emailColumn, roleColumn, teamColumn }: InvitationFile, findTeam: TeamFinder): InvitationCsv {
  const lines = readLines(csv);
  const [first, ...others] = lines;
  if (!first) throw unreadable(sentence('csvEmpty'));
  const hasHeader = !first.cells.some(isAddress);
  const rows = hasHeader ? others : lines;
  if (rows.length === 0) throw unreadable(sentence('csvNoRows'));
  const width = Math.max(...lines.map(({ cells }) => cells.length));
  const columns = Array.from({ length: width }, (_, column) => ({
    name: (hasHeader && first.cells[column]) || null,
    samples: rows.slice(0, SAMPLES).map(({ cells }) => cells[column] ?? ''),
  }));
  const chosenEmail = inside(emailColumn, width) ?? guessEmail(columns, rows);
  const chosenRole = roleColumn === undefined ? guess(ROLE_HEADER, columns, [chosenEmail]) : inside(roleColumn, width);
  const chosenTeam = teamColumn === undefined ? guess(TEAM_HEADER, columns, [chosenEmail, chosenRole]) : inside(teamColumn, width);
  const chosen = { emailColumn: chosenEmail, roleColumn: chosenRole, teamColumn: chosenTeam };
  return { columns, ...chosen, rows: readRows(rows, chosen, findTeam) };
}

function readLines(csv: string): Line[] {
  const delimiter = delimiterOf(csv);
  try {
    const parsed = parse(csv, {
      bom: true,
      delimiter,
      info: true,
      max_record_size: 10_000,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      to: MOST_ROWS + 2,
      trim: true,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    if (parsed.length > MOST_ROWS + 1) throw unreadable(sentence('csvTooManyRows', { count: MOST_ROWS }));
    return parsed.map(({ record, info }) => ({ cells: record, number: info.lines }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { lines } = error as CsvError & { lines?: number };
    throw unreadable(lines ? sentence('csvUnreadableLine', { line: String(lines) }) : sentence('csvUnreadable'));
  }
}

/** The one that the first line has most often: a spreadsheet takes the one of its country. */
function delimiterOf(csv: string): string {
  const [line = ''] = csv.split(/\r?\n/, 1);
  const counts = DELIMITERS.map((delimiter) => ({ delimiter, count: line.split(delimiter).length }));
  return counts.sort((one, other) => other.count - one.count)[0]?.delimiter ?? ',';
}

function guessEmail(columns: InvitationCsv['columns'], rows: readonly Line[]): number {
  const byHeading = columns.findIndex(({ name }) => EMAIL_HEADER.test(name ?? ''));
  if (byHeading !== -1) return byHeading;
  const counts = columns.map((_, column) => rows.filter(({ cells }) => isAddress(cells[column])).length);
  return counts.indexOf(Math.max(...counts));
}

function guess(heading: RegExp, columns: InvitationCsv['columns'], taken: readonly (number | null)[]): number | null {
  const found = columns.findIndex(({ name }, column) => !taken.includes(column) && heading.test(name ?? ''));
  return found === -1 ? null : found;
}

function inside(column: number | null | undefined, width: number): number | null {
  return column !== null && column !== undefined && column < width ? column : null;
}

function readRows(
  rows: readonly Line[],
  { emailColumn, roleColumn, teamColumn }: Pick<InvitationCsv, 'emailColumn' | 'roleColumn' | 'teamColumn'>,
  findTeam: TeamFinder,
): InvitationCsv['rows'] {
  const seen = new Set<string>();
  return rows.map(({ cells, number: line }) => {
    const cell = (column: number | null) => (column === null ? '' : (cells[column] ?? ''));
    const typed = cell(emailColumn);
    const role = ROLES[cell(roleColumn).toLowerCase()] ?? null;
    const teamIds = readTeams(cell(teamColumn), findTeam);
    const row = { line, email: typed, role: role ?? 'rep', teamIds: teamIds ?? [] };
    if (typed === '') return { ...row, problem: 'no_address' };
    if (!isAddress(typed)) return { ...row, problem: 'not_an_address' };
    const address = canonicalAddress(typed);
    if (seen.has(address)) return { ...row, problem: 'repeated' };
    if (role === null) return { ...row, problem: 'unknown_role' };
    if (teamIds === null) return { ...row, problem: 'unknown_team' };
    if (seen.size >= MOST_INVITATIONS) return { ...row, problem: 'too_many' };
    seen.add(address);
    return { ...row, email: address, problem: null };
  });
}

/** Null when one of the teams is not there. */
function readTeams(cell: string, findTeam: TeamFinder): string[] | null {
  if (cell === '') return [];
  const readings = [[cell], ...TEAM_SEPARATORS.map((separator) => cell.split(separator).filter((name) => name.trim() !== ''))];
  for (const names of readings) {
    const found = names.map(findTeam);
    if (!found.includes(undefined)) return [...new Set(found.filter((id) => typeof id === 'string'))];
  }
  return null;
}

function isAddress(text = ''): boolean {
  return EmailAddress.safeParse(text.toLowerCase()).success;
}

function unreadable(title: Sentence): AppError {
  return new AppError('csv_unreadable', { title });
}
