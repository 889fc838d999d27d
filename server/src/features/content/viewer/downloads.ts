import type { FastifyReply } from 'fastify';
import { AppError } from '../../../platform/errors.ts';

/** More than read one email at once. As long as its reader is slow, each holds a megabyte of the file. */
const MOST_AT_ONCE = 20;

/** Counts a download of an address until its answer ends, whoever ends it. AppError 429 `rate_limited` beyond 20 at once. */
export type BeginDownload = (address: string, reply: FastifyReply) => void;

/** Counted in this process alone, whose memory it protects. */
export function createDownloads(): BeginDownload {
  const underWay = new Map<string, number>();
  return function beginDownload(address, reply) {
    const others = underWay.get(address) ?? 0;
    if (others >= MOST_AT_ONCE) throw new AppError('rate_limited');
    underWay.set(address, others + 1);
    reply.raw.once('close', () => {
      const left = (underWay.get(address) ?? 1) - 1;
      if (left > 0) underWay.set(address, left);
      else underWay.delete(address);
    });
  };
}
