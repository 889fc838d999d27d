import { tellGmailStory } from './gmail-story.ts';

tellGmailStory('plainly', '');
