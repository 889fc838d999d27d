import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { projectRoot, type Finding } from './run-check.ts';

const ROOT = fileURLToPath(projectRoot);
const SUBJECT_COLUMNS = 72;
/** Older commits stay as they are. */
const SINCE = '2026-11-28T13:40:00Z';
const END = '\0';

export interface Commit {
  id: string;
  author: string;
  /** Subject, an empty line, and the body. */
  message: string;
}

/** Holds commits to the form that CONTRIBUTING.md asks for. It looks at those that the clone has, so a shallow one is no problem. */
export function checkCommits(): Finding {
  // In a container the files may belong to another user, whose repository git does not trust
  const options = ['-c', `safe.directory=${ROOT.replace(/\/$/, '')}`, '-C', ROOT];
  const format = `--format=%h%n%an%n%B%x00`;
  const { status, stdout } = spawnSync('git', [...options, 'log', '--no-merges', `--since=${SINCE}`, format], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) return { problems: [], summary: '', skipped: 'there is no git repository here' };
  const commits = stdout.split(END).flatMap((text) => {
    const [id = '', author = '', ...message] = text.trim().split('\n');
    return id ? [{ id, author, message: message.join('\n') }] : [];
  });
  return { problems: commits.flatMap(commitProblems), summary: `${commits.length} commits` };
}

/** A sentence for each thing to mend. What a bot writes is left alone. */
export function commitProblems({ id, author, message }: Commit): string[] {
  if (author.endsWith('[bot]')) return [];
  const [subject = '', ...body] = message.split('\n');
  const columns = Array.from(subject).length;
  return [
    ...(columns > SUBJECT_COLUMNS ? [`${id} "${subject}": ${columns} columns, at most ${SUBJECT_COLUMNS} are allowed.`] : []),
    ...(body.join('').trim() === '' ? [`${id} "${subject}": the body with the reason is missing.`] : []),
  ];
}
