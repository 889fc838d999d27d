/** What a check found. `problems` are complete sentences or compiler lines, one per thing to fix. */
export interface Finding {
  problems: string[];
  /** What was looked at, for the closing line. */
  summary: string;
  /** Why nothing could be looked at. */
  skipped?: string;
}

/** The command was given something it cannot work with. Its message is for whoever typed it. */
export class UsageError extends Error {}

/** Where the project's root is, whatever directory the command was started in. */
export const projectRoot = new URL('../../', import.meta.url);

/**
 * Runs a check as a command: prints each problem and one closing line, and sets exit code 1 when there are problems.
 * A check that cannot run at all throws, which is a failure too.
 */
export async function runCheck(name: string, check: () => Finding | Promise<Finding>): Promise<void> {
  const { problems, summary, skipped } = await orUsageError(check);
  for (const problem of problems) console.log(problem);
  if (skipped !== undefined) console.log(`${name}: skipped, ${skipped}`);
  else if (problems.length > 0) console.log(`${name}: ${problems.length} ${problems.length === 1 ? 'problem' : 'problems'} (${summary})`);
  else console.log(`${name}: ok (${summary})`);
  if (problems.length > 0) process.exitCode = 1;
}

async function orUsageError(check: () => Finding | Promise<Finding>): Promise<Finding> {
  try {
    return await check();
  } catch (error) {
    if (error instanceof UsageError) return { problems: [error.message], summary: 'nothing was looked at' };
    throw error;
  }
}
