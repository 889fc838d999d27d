import { connect } from 'node:net';
import { nextInput, type DoorInput, type DoorWorld } from './door-inputs.ts';
import { createRandom } from './random.ts';

const AT_ONCE = 6;
/** An answer is slow when each of so many tries is: once may be the machine's fault. */
const TRIES_OF_SLOW = 3;
const DROP_EVERY_MS = 25;
/** Much longer than the service waits for anybody. */
const GIVE_UP_MS = 20_000;

export interface Outcome {
  /** 0 is no answer at all. */
  status: number;
  answer: string;
  ms: number;
  /** The service has not ended the connection in the time that it was given. */
  isGivenUp: boolean;
}

export interface Round {
  world: DoorWorld;
  port: number;
  /** How long somebody who sends drop by drop goes on. */
  dripMs?: number;
  /** Slower than this is asked again. */
  slowMs: number;
  count: number;
  seed: number;
  onOutcome?: (input: DoorInput, outcome: Outcome) => void;
}

/** Sends so many inputs of one seed, some at once. */
export async function sendInputs({
  world,
  port,
  dripMs = GIVE_UP_MS,
  slowMs,
  count,
  seed,
  onOutcome = () => undefined,
}: Round): Promise<void> {
  const random = createRandom(seed);
  let left = count;
  const work = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const input = nextInput(random, world);
      const outcome = await sendInput(port, input, input.drip ? dripMs : GIVE_UP_MS);
      for (let tries = 1; tries < TRIES_OF_SLOW && !input.drip && outcome.ms >= slowMs; tries += 1)
        outcome.ms = Math.min(outcome.ms, (await sendInput(port, input)).ms);
      onOutcome(input, outcome);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

/** One input on a connection of its own. The time runs from when all is sent until the service has ended the connection. */
export function sendInput(port: number, { bytes, drip, isCut }: DoorInput, giveUpMs = GIVE_UP_MS): Promise<Outcome> {
  return new Promise((resolve) => {
    const received: Buffer[] = [];
    let sentAt = performance.now();
    let isGivenUp = false;
    const socket = connect(port, '127.0.0.1');
    socket.write(bytes, () => {
      sentAt = performance.now();
      if (isCut) socket.destroy();
    });
    const dripping = drip && setInterval(() => socket.write(drip), DROP_EVERY_MS);
    const givingUp = setTimeout(() => {
      isGivenUp = true;
      socket.destroy();
    }, giveUpMs);
    socket.on('data', (chunk: Buffer) => received.push(chunk)).on('error', () => undefined);
    socket.on('close', () => {
      clearInterval(dripping || undefined);
      clearTimeout(givingUp);
      const answer = Buffer.concat(received).toString('latin1');
      resolve({
        status: Number(/^HTTP\/1\.1 (?:100 Continue\r\n\r\nHTTP\/1\.1 )?(\d+)/.exec(answer)?.[1] ?? 0),
        answer,
        ms: performance.now() - sentAt,
        isGivenUp,
      });
    });
  });
}
