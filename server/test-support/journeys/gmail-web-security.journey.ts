import { tellGmailStory } from './gmail-story.ts';

tellGmailStory('under Lightning Web Security', '?lws=1');
