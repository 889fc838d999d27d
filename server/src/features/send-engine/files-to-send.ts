import type { Clock } from '../../platform/clock.ts';
import { inOrg, type Pool } from '../../platform/postgres.ts';
import type { FileOfMessage, ReadAttachments } from '../files/index.ts';
import type { DueEmail } from './attempts.ts';
import { putOff } from './hold-back.ts';
import type { Lane } from './lane.ts';

/** The files of one email in memory; null: one of them is gone. */
export interface ReadFiles {
  emailId: string;
  files: readonly FileOfMessage[] | null;
}

const NO_FILES: readonly FileOfMessage[] = [];

/** The files of an email as they were read for it. */
export function filesOf({ id, attachmentIds }: Pick<DueEmail, 'id' | 'attachmentIds'>, read: ReadFiles | null) {
  if (attachmentIds.length === 0) return NO_FILES;
  return read?.emailId === id ? read.files : ('not_read' as const);
}

/** Each has 20 MB of files, 27 MB of message and copies of it on its way out: so many take 400 MB at most, as measured with Gmail. */
export const MOST_FILES_AT_ONCE = 4;

/** Files of an email that is about to leave. They take memory until they are released. */
export interface HeldFiles {
  read: ReadFiles;
  release: () => void;
}

export type HoldFiles = (lane: Lane, email: DueEmail) => Promise<HeldFiles | 'no_place' | null>;

interface Dependencies {
  pool: Pool;
  clock: Clock;
  readAttachments: ReadAttachments;
  log: { error: (details: object, message: string) => void };
  /** Of how many emails the files are in memory at once. */
  atOnce: number;
}

/**
 * Reads the files of an email, outside of any transaction: their store may be another service. `no_place` while others of this process are
 * being sent: whoever waits for them must not keep emails without files waiting. Null when the store does not answer: the email is put off
 * for a minute then, and others go on.
 */
export function createHoldFiles({ pool, clock, readAttachments, log, atOnce }: Dependencies): HoldFiles {
  let held = 0;

  const takePlace = (): (() => void) => {
    held += 1;
    let isReleased = false;
    return function release() {
      if (isReleased) return;
      isReleased = true;
      held -= 1;
    };
  };

  return async function holdFiles(lane, email) {
    if (held >= atOnce) return 'no_place';
    const release = takePlace();
    try {
      const files = await readAttachments(lane.orgId, email.userId, email.attachmentIds);
      return { read: { emailId: email.id, files }, release };
    } catch (error) {
      release();
      log.error({ err: error }, 'The files of an email could not be read');
      await inOrg(pool, lane.orgId, (tx) => putOff(tx, lane, email, clock.now()));
      return null;
    }
  };
}
