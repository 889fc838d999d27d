import { z } from 'zod';
import { graph } from './graph.ts';
import { parsed } from './inbox-messages.ts';
import type { MicrosoftSettings } from './settings.ts';

/** Mail.ReadBasic leaves it out. */
const Preview = z.object({ bodyPreview: z.string().nullish() });

/** The first 255 letters of a message; empty where the grant gives headers alone. */
export async function readSnippet(settings: MicrosoftSettings, accessToken: string, id: string): Promise<string> {
  const path = `/me/messages/${encodeURIComponent(id)}?$select=bodyPreview`;
  return parsed(Preview, await graph(settings, accessToken, { method: 'GET', path, effect: 'none' })).bodyPreview ?? '';
}
