import type { EngineWorld } from './engine-world.ts';

interface VendorSend {
  messageId: string | null;
  outcome: 'accepted' | 'refused';
}

/** How often the vendors took each message, by the Message-ID that we wrote. */
export async function countTakenMessages({ google, microsoft }: Pick<EngineWorld, 'google' | 'microsoft'>): Promise<Map<string, number>> {
  const taken = new Map<string, number>();
  for (const { url } of [google, microsoft]) {
    const { sends } = (await (await fetch(`${url}/sim/sends`)).json()) as { sends: VendorSend[] };
    for (const { messageId, outcome } of sends)
      if (outcome === 'accepted' && messageId) taken.set(messageId, (taken.get(messageId) ?? 0) + 1);
  }
  return taken;
}
