import type { FastifyPluginAsyncZodOpenApi } from 'fastify-zod-openapi';
import { z } from 'zod';
import { CursorParameter } from '../../platform/cursors.ts';
import { requireActivated } from '../../platform/panel-caller.ts';
import { NotModified, unchangedAnswers } from '../../platform/unchanged-answers.ts';
import type { MarkSeen } from './mark-seen.ts';
import { LiveFeed, SeenUntil, Unseen } from './schemas.ts';
import type { ShowLiveFeed } from './show-live-feed.ts';

const tags = ['Live feed'];
const FeedQuery = z.object({ cursor: CursorParameter });

interface LiveFeedRouteOptions {
  showLiveFeed: ShowLiveFeed;
  markSeen: MarkSeen;
}

/** What a rep learns of without having the record open, and how far it was seen. */
export const liveFeedRoutes: FastifyPluginAsyncZodOpenApi<LiveFeedRouteOptions> = async (app, use) => {
  await app.register(feedRoute, use);

  app.post(
    '/live-feed/seen',
    {
      schema: { summary: 'Mark the live feed as seen until a time', tags, body: SeenUntil, response: { 200: Unseen } },
    },
    async ({ caller, body }) => use.markSeen(caller.orgId, requireActivated(caller).id, new Date(body.until)),
  );
};

const feedRoute: FastifyPluginAsyncZodOpenApi<Pick<LiveFeedRouteOptions, 'showLiveFeed'>> = async (app, use) => {
  await app.register(unchangedAnswers);
  app.get(
    '/live-feed',
    {
      schema: {
        summary: "What happened to the caller's emails and connections, newest first",
        tags,
        querystring: FeedQuery,
        response: { 200: LiveFeed, 304: NotModified },
      },
    },
    async ({ caller, query }) => use.showLiveFeed(caller.orgId, requireActivated(caller).id, query.cursor),
  );
};
