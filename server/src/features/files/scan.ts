import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { z } from 'zod';
import { callVendor, jsonOf } from '../../providers/http.ts';
import type { ReceivedFile } from './receive-file.ts';

/** What a scanner says of a file. Rejects when it cannot say. */
export type Scan = (file: Pick<ReceivedFile, 'path' | 'size'>) => Promise<'clean' | 'infected'>;

interface Scanner {
  /** Takes the bytes by POST and answers 204, or 200 with `{"clean": true}` or `{"clean": false}`. */
  url?: string | undefined;
  /** A program with its arguments, which reads the file from its input: it ends with 0 for clean and 1 for infected. */
  command?: readonly string[] | undefined;
  timeoutMs?: number;
}

/** Long enough for 20 MB in a scanner that unpacks archives. */
const TIMEOUT_MS = 60_000;
const Verdict = z.object({ clean: z.boolean() });

/** The scanner of this installation; without one every file is clean. */
export function createScan({ url, command, timeoutMs = TIMEOUT_MS }: Scanner): Scan {
  return async function scan(file) {
    if (url !== undefined) return askServer(url, file, timeoutMs);
    return command === undefined ? 'clean' : askProgram(command, file, timeoutMs);
  };
}

async function askServer(
  url: string,
  { path, size }: Pick<ReceivedFile, 'path' | 'size'>,
  timeoutMs: number,
): Promise<'clean' | 'infected'> {
  const { status, body } = await callVendor({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/octet-stream', 'content-length': String(size) },
    body: createReadStream(path),
    timeoutMs,
  });
  if (status === 204) return 'clean';
  const verdict = status === 200 ? Verdict.safeParse(jsonOf(body)).data : undefined;
  if (!verdict) throw new Error(`The virus scanner answered ${String(status)} without a verdict.`);
  return verdict.clean ? 'clean' : 'infected';
}

async function askProgram(
  [program = '', ...args]: readonly string[],
  { path }: { path: string },
  timeout: number,
): Promise<'clean' | 'infected'> {
  const file = await open(path);
  try {
    // A program that hangs may not hear a gentler signal
    const scanner = spawn(program, args, { stdio: [file.fd, 'ignore', 'ignore'], timeout, killSignal: 'SIGKILL' });
    const [code] = (await once(scanner, 'exit')) as [number | null];
    if (code === 0) return 'clean';
    if (code === 1) return 'infected';
    throw new Error(`The virus scanner ended with ${code === null ? 'a signal' : String(code)}.`);
  } finally {
    await file.close();
  }
}
