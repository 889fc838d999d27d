import type { Piscina } from 'piscina';

/** A task took longer than it may, or more memory; its thread has been ended. */
export class TaskEnded extends Error {
  constructor() {
    super('The task was ended: it took too long, or too much memory.');
    this.name = 'TaskEnded';
  }
}

export interface Threads<Task, Result> {
  /** Throws TaskEnded, or what the task itself throws. */
  run(task: Task): Promise<Result>;
}

export interface ThreadOptions {
  /** A module whose default export is a `threadTask`. */
  file: URL;
  /** From when the task begins. */
  deadlineMs: number;
  /** How many there are at once. */
  atOnce?: number;
  /** How long a thread without a task stays. With 0 each task has a thread of its own, and all its memory is given back with it. */
  idleMs?: number;
}

/** A task on its way to a thread. */
interface Order<Task> {
  task: Task;
  /** Becomes 1 when the thread begins. */
  begun: Int32Array<SharedArrayBuffer>;
}

/** Loading a module takes its time on a busy machine, and is nobody's fault. */
const START_WITHIN_MS = 30_000;
/** A hostile task holds up one of them; the others go on. */
const THREADS = 2;
/** Memory is given back some looks after the last one. */
const IDLE_MS = 3 * 60_000;
const MEGABYTES = 128;

/**
 * Threads for work on what strangers wrote. A thread that does not finish in time is ended and another takes its place: nothing that a
 * thread is given can stop the process. The first task starts the first thread, so a process that never needs one has none.
 */
export function createThreads<Task, Result>({
  file,
  deadlineMs,
  atOnce = THREADS,
  idleMs = IDLE_MS,
}: ThreadOptions): Threads<Task, Result> {
  let pool: Promise<Piscina<Order<Task>, Result>> | undefined;
  let free = atOnce;
  const waiting: (() => void)[] = [];

  const open = async (): Promise<Piscina<Order<Task>, Result>> => {
    const { Piscina: Pool } = await import('piscina');
    const opened = new Pool<Order<Task>, Result>({
      filename: file.href,
      minThreads: 0,
      maxThreads: atOnce,
      idleTimeout: idleMs,
      atomics: 'disabled',
      resourceLimits: { maxOldGenerationSizeMb: MEGABYTES },
    });
    // A thread that ends between two tasks is nobody's failure: the next task starts another
    opened.on('error', () => undefined);
    return opened;
  };

  /** A task that waits for a thread must not lose its time to the one before it. */
  const takeThread = async (): Promise<void> => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
  };
  const giveThread = (): void => {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  };

  return {
    async run(task) {
      await takeThread();
      const ending = new AbortController();
      const begun = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
      let timer: NodeJS.Timeout | undefined;
      let isDone = false;
      void beginningOf(begun).then(() => {
        if (!isDone) timer = setTimeout(() => ending.abort(), deadlineMs);
      });
      try {
        return await (await (pool ??= open())).run({ task, begun }, { signal: ending.signal });
      } catch (error) {
        if (ending.signal.aborted || (error as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY') throw new TaskEnded();
        throw error;
      } finally {
        isDone = true;
        clearTimeout(timer);
        giveThread();
      }
    },
  };
}

/** Wraps what a thread does, so that its time counts from when it begins. */
export function threadTask<Task, Result>(work: (task: Task) => Result | Promise<Result>): (order: Order<Task>) => Promise<Result> {
  return async function runTask({ task, begun }) {
    Atomics.store(begun, 0, 1);
    Atomics.notify(begun, 0);
    return work(task);
  };
}

/** When the thread begins, or should have. */
async function beginningOf(begun: Int32Array<SharedArrayBuffer>): Promise<void> {
  await Atomics.waitAsync(begun, 0, 0, START_WITHIN_MS).value;
}
